"""A bank written as YAML is the same bank to us and to other readers, in one form, with its comments."""

from __future__ import annotations

import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.bank import read_bank
from generator.diagnostics import Location, Report, SourceFile
from generator.exchange.yaml import Comments, comments_of, tree, write
from generator.exchange.yaml.comments import paths_at
from generator.model.content import Text
from generator.model.question import Bank, Option, Point, Prompt, Question, Response, Solution
from tests.properties.banks import MadeBank, banks

_SAMPLES = sorted((Path(__file__).parents[3] / "banks").glob("*.yaml"))
_NOWHERE = Location(SourceFile("", []))


def _read(file: Path) -> Bank:
    report = Report()
    bank = read_bank(file, file.name, report)
    assert bank is not None and not report.failed, report.diagnostics
    return bank


def _again(text: str) -> Bank:
    with TemporaryDirectory() as folder:
        file = Path(folder, "bank.yaml")
        file.write_text(text, encoding="utf-8")
        return _read(file)


@pytest.mark.parametrize("file", _SAMPLES, ids=lambda file: file.stem)
def test_samples_come_back_whole(file: Path) -> None:
    bank = _read(file)
    text = write(tree(bank))
    assert yaml.safe_load(text)["bank"] == bank.id
    assert [q["id"] for q in yaml.safe_load(text)["questions"]] == [q.id for q in bank.questions]
    again = _again(text)
    assert tree(again) == tree(bank)
    assert write(tree(again)) == text


@given(banks())
def test_any_bank_comes_back_whole(made: MadeBank) -> None:
    with TemporaryDirectory() as folder:
        made.write(Path(folder), 0)
        bank = _read(Path(folder, "bank.yaml"))
        text = write(tree(bank))
        again = _again(text)
    assert tree(again) == tree(bank)
    assert write(tree(again)) == text


_odd = st.sampled_from(
    [
        *"#:-?[]{}&*!|>'\"%@`,~= \n\\／：，。“”甲乙1",
        "no",
        "12:30",
        "0777",
        ": ",
        " #",
        "---",
        "null",
        "1e3",
        "<<",
    ]
)
_texts = st.lists(_odd, min_size=1, max_size=12).map("".join).filter(lambda text: bool(text.strip()))


@given(_texts, _texts, st.lists(_texts, min_size=2, max_size=4))
def test_every_reader_of_yaml_reads_the_same_text(stem: str, category: str, several: list[str]) -> None:
    def text(words: str) -> Text:
        return Text(words, _NOWHERE)

    solution = Solution(points=tuple(Point(text(words)) for words in several), analysis=text(stem))
    prompt = Prompt("q", "essay", "zh-CN", text(stem), competencies=tuple(several))
    asked = Question(prompt, solution, _NOWHERE, category=category)
    written = write(tree(Bank("b", "", "zh-CN", (asked,), _NOWHERE, "")))
    (question,) = yaml.safe_load(written)["questions"]
    expected = [words.rstrip("\n") for words in (stem, *several)]
    assert question["category"].rstrip("\n") == category.rstrip("\n")
    assert [words.rstrip("\n") for words in (question["stem"], *question["answer"])] == expected
    assert [words.rstrip("\n") for words in question["competencies"]] == expected[1:]


def test_answers_of_each_type_are_written_as_the_format_asks() -> None:
    def text(words: str) -> Text:
        return Text(words, _NOWHERE)

    options = (Option(text("一")), Option(text("以上都不对"), fixed=True))
    made = [
        ("single_choice", {"options": options}, Response(choices=(1,))),
        ("multiple_choice", {"options": options, "shuffle": False}, Response(choices=(0, 1))),
        ("true_false", {}, Response(truth=False)),
        ("fill_blank", {}, Response(blanks=((text("119"), text("火警")), (text("120"),)))),
    ]
    questions = tuple(
        Question(Prompt(f"q.{name}", name, "zh-CN", text("____和____"), **more), Solution(response), _NOWHERE)
        for name, more, response in made
    )
    written = write(tree(Bank("b", "", "zh-CN", questions, _NOWHERE, "")))
    answers = [question["answer"] for question in yaml.safe_load(written)["questions"]]
    assert answers == ["B", "AB", False, [["119", "火警"], "120"]]
    assert tree(_again(written)) == tree(Bank("b", "", "zh-CN", questions, _NOWHERE, ""))


_COMMENTED = """\
# 题库的说明
bank: b  # 客服
questions:
  # 第一组
  - id: q.1  # 老题
    # 题干照抄
    stem: 一题 # 不要改
    answer:
      # 要点
      - 甲
      - {text: 乙, marks: 2}  # 分要够
    marks: 4
    # 二题从这里起
  - id: q.2
    stem: |
      # 这不是注释
      真的
    answer: 乙 # 完

# 末尾
"""


def test_comments_stay_at_their_values() -> None:
    text = write(tree(_again(_COMMENTED)), comments_of(_COMMENTED))
    assert text == _COMMENTED_CANONICAL
    assert write(tree(_again(text)), comments_of(text)) == text


_COMMENTED_CANONICAL = """\
# 题库的说明
bank: b  # 客服
questions:
  # 第一组
  - id: q.1  # 老题
    # 题干照抄
    stem: 一题  # 不要改
    marks: 4
    answer:
      # 要点
      - 甲
      - {text: 乙, marks: 2}  # 分要够

  # 二题从这里起
  - id: q.2
    stem: |
      # 这不是注释
      真的
    answer: 乙  # 完
# 末尾
"""


def test_comments_of_what_is_gone_are_kept_by_what_held_it() -> None:
    bank = _again(_COMMENTED)
    shorter = bank._replace(questions=bank.questions[1:])
    text = write(tree(shorter), comments_of(_COMMENTED))
    assert sorted(_words(text)) == sorted(_words(_COMMENTED))


@given(st.data())
def test_no_comment_is_lost_anywhere_in_a_file(data: st.DataObject) -> None:
    bank, found = _EXAMPLE
    path = data.draw(st.sampled_from(found))
    comments = {path: Comments(("上", ""), "旁"), (*path, "none"): Comments(("无",), "空")}
    text = write(tree(bank), comments)
    assert sorted(_words(text)) == sorted(["上", "旁", "无", "空"])
    assert tree(_again(text)) == tree(bank)


def _words(text: str) -> list[str]:
    """The words of every comment, as PyYAML leaves them out."""
    return [words for said in comments_of(text).values() for words in (*said.above, said.beside) if words]


def _example() -> tuple[Bank, list[tuple[str | int, ...]]]:
    text = re.sub(r"\s*#.*", "", _COMMENTED.replace("# 这不是", "这不是"))
    bank = _again(text)
    paths: list[tuple[str | int, ...]] = [("bank",), ("questions",)]
    for question in bank.questions:
        paths += [
            ("questions", question.id),
            *(("questions", question.id, name) for name in ("stem", "answer")),
        ]
    return bank, [*paths, ("questions", "q.1", "answer", 0), ("questions", "q.1", "answer", 1, "marks")]


_EXAMPLE = _example()


def test_places_of_many_lines_are_found_in_one_go() -> None:
    count = 2_000
    text = "bank: b\nquestions:\n" + "".join(
        f"  - id: b.{n}\n    stem: s\n    answer: a\n" for n in range(count)
    )
    begun = time.perf_counter()
    found = paths_at(text, [0, 1, 2, *range(5, 3 * count + 3, 3)])
    assert time.perf_counter() - begun < 5
    assert found == [
        (),
        ("bank",),
        ("questions",),
        *(("questions", f"b.{n}", "answer") for n in range(count)),
    ]
