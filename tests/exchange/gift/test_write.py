"""GIFT that is written, read by a small reader of the published grammar that shares no code with ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.formats import format_of, writer
from tests.properties.banks import dump

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = [
    {
        "id": "g.one", "type": "single_choice", "category": "甲/乙", "stem": "1 = {x} # ~\n\n- a: b",
        "options": ["=a", "~b", "c\\\\"],
        "answer": "B", "analysis": "因为 #1", "marks": "2", "tags": ["电商"], "competencies": ["沟通"],
    },
    {"id": "g.two", "type": "multiple_choice", "stem": "哪些？", "options": ["甲", "乙", "丙"], "answer": "AC",
     "shuffle": "false"},
    {"id": "g.three", "type": "true_false", "stem": "天是蓝的。", "answer": "错"},
    {"id": "g.four", "type": "fill_blank", "stem": "火警____。", "answer": [["119", "一一九"]]},
    {"id": "g.five", "type": "essay", "stem": "谈谈。", "answer": ["先 {听}", "后说"], "analysis": "看次序"},
]  # fmt: skip


class Read(NamedTuple):
    category: str
    comment: str
    name: str
    stem: str
    answers: list[tuple[str, str]]  # the sign and weight before each, and its words
    general: str


def plainly(text: str) -> list[Read]:
    """The questions, by the grammar: escapes, comments, a name, text, braces with answers."""
    found = []
    category = comment = ""
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        comment = "".join(line for line in lines if line.startswith("//"))
        bare = "\n".join(line for line in lines if not line.startswith("//"))
        if bare.startswith("$CATEGORY: "):
            category = bare.removeprefix("$CATEGORY: ")
            continue
        match = re.fullmatch(
            r"::((?:\\.|[^\\:])*)::((?:\\.|[^\\{}])*)\{((?:\\.|[^\\{}])*)\}", bare, re.DOTALL
        )
        assert match, bare
        inside, _, general = match[3].partition("####")
        parts = re.findall(r"([=~](?:%-?[\d.]+%)?)((?:\\.|[^\\=~])*)", inside) or [("", inside)]
        answers = [(sign, _plain(words)) for sign, words in parts if sign or words.strip()]
        found.append(Read(category, comment, _plain(match[1]), _plain(match[2]), answers, _plain(general)))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text.strip())


def test_what_is_written_is_gift(tmp_path: Path) -> None:
    dump(tmp_path / "bank.yaml", {"bank": "g", "title": "题库", "questions": QUESTIONS})
    bank = read_bank(tmp_path / "bank.yaml", "bank.yaml", Report())
    assert bank is not None
    report = Report()
    data = writer("gift")(bank, tmp_path, report)
    assert [(d.code, d.values) for d in report.diagnostics] == [("title-not-exported", {"format": "GIFT"})]
    assert format_of("bank.txt", data) == "gift"
    one, two, three, four, five = plainly(data.decode())
    assert one == Read(
        "$course$/top/甲//乙",
        "// [id:g.one] [tag:电商] [tag:competency:沟通] [tag:marks:2]",
        "g.one",
        "[markdown]1 = {x} # ~\n\n- a: b",
        [("~", "=a"), ("=", "~b"), ("~", "c\\\\")],
        "因为 #1",
    )
    assert two.category == "$course$/top"
    assert two.answers == [("~%50%", "甲"), ("~%-50%", "乙"), ("~%50%", "丙")]
    assert three.answers == [("", "FALSE")]
    assert (four.stem, four.answers) == ("[markdown]火警____。", [("=", "119"), ("=", "一一九")])
    assert five.answers == []
    shown = re.sub("<[^>]*>", " ", five.general)
    assert shown.split() == ["[html]", "答题要点", "先", "{听}", "后说", "解析", "看次序"]
