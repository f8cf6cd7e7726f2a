"""Marks and letters of finished files, against the bank as another reader of YAML reads it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
import yaml

from generator.render.docx.names import style_id
from tests.building import ROOT, SAMPLES, built, sample, side
from tests.finished import Said, docx_paragraphs, docx_tables, pdf_pages, squeezed

HEADING = re.compile(r"[一二三四五六七八九十]+、(.+)（共(\d+)题，每题([\d.]+)分，总分([\d.]+)分）")
MARKS = re.compile(r"（([\d.]+)分）\s*$")
VARIANTS = ("A", "B")


class Asked(NamedTuple):
    """A question as a finished file shows it: its first paragraph, and what follows up to the next one."""

    marks: float | None
    paragraphs: list[Said]

    def of(self, role: str) -> list[str]:
        return [said.text for said in self.paragraphs if said.style == style_id(role)]

    @property
    def text(self) -> str:
        return squeezed("".join(said.text for said in self.paragraphs))

    @property
    def options(self) -> dict[str, str]:
        """The text of each option by its letter, whether one, two or four stand in a line."""
        rows = [s.text for s in self.paragraphs if s.style.startswith(style_id("option"))]
        parts = re.split(r"(?:^|\t)([A-Z])\.\t", "\t".join(rows))
        return {letter: squeezed(text) for letter, text in zip(parts[1::2], parts[2::2], strict=True)}


class Section(NamedTuple):
    title: str
    count: int
    each: float
    total: float
    questions: list[Asked]


def sections(docx: bytes) -> list[Section]:
    """The sections of a finished document that speak of marks."""
    found: list[Section] = []
    for said in docx_paragraphs(docx):
        heading = HEADING.fullmatch(said.text)
        if heading:
            assert said.style == style_id("section")
            title, count, each, total = heading.groups()
            found.append(Section(title, int(count), float(each), float(total), []))
        elif found and said.style == style_id("question") and re.match(r"\d+\.", said.text):
            found[-1].questions.append(Asked(None, [said]))
        elif found and found[-1].questions:
            found[-1].questions[-1].paragraphs.append(said)
    return [section._replace(questions=[_marked(q) for q in section.questions]) for section in found]


def _marked(question: Asked) -> Asked:
    """With its marks: those at the end of its stem."""
    for said in question.paragraphs:
        if said.style in (style_id("question"), style_id("question_more")) and (
            end := MARKS.search(said.text)
        ):
            return question._replace(marks=float(end[1]))
    return question


@pytest.fixture(scope="module")
def runs() -> dict[str, dict[str, bytes]]:
    return {name: built(sample(name), variants=VARIANTS) for name in SAMPLES}


@pytest.fixture(params=[(n, v) for n in ("cs-specialist", "cs-supervisor") for v in VARIANTS], ids="-".join)
def form(request: pytest.FixtureRequest, runs: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    """Paper and key of one form, by role and format."""
    name, variant = request.param
    found = {}
    for role in ("papers", "keys"):
        for path, data in side(runs[name], role).items():
            if f"-{variant}-" in path:
                found[f"{role}.{path.rpartition('.')[2]}"] = data
    assert len(found) == 4
    return found


@pytest.fixture(scope="module")
def bank() -> dict[str, dict[str, Any]]:
    """Questions by their stems without spaces and marks of Markdown."""
    text = (ROOT / "banks" / "customer-service.yaml").read_text("utf-8")
    return {_bare(q["stem"]): q for q in yaml.load(text, yaml.BaseLoader)["questions"]}


def _bare(markdown: str) -> str:
    return squeezed(re.sub(r"\*\*|`|_{4,}", "", markdown))


def test_headings_totals_and_tables_add_up(form: dict[str, bytes]) -> None:
    paper, key = sections(form["papers.docx"]), sections(form["keys.docx"])
    assert [s[:4] for s in paper] == [s[:4] for s in key]
    for section in (*paper, *key):
        assert section.count == len(section.questions)
        assert section.count * section.each == section.total
        assert [question.marks for question in section.questions] == [section.each] * section.count
    whole = sum(section.total for section in paper)
    (meta,) = (s.text for s in docx_paragraphs(form["papers.docx"]) if s.style == style_id("meta"))
    assert re.search(r"满分：([\d.]+)分", meta)[1] == f"{whole:g}"  # type: ignore[index]
    score = next(table for table in docx_tables(form["papers.docx"]) if table[0][0] == "题号")
    assert [float(cell) for cell in score[1][1:]] == [*(s.total for s in paper), whole]
    summary = docx_tables(form["keys.docx"])[0]
    assert [row[1:4] for row in summary[1:-1]] == [
        [str(s.count), f"{s.each:g}", f"{s.total:g}"] for s in paper
    ]
    assert summary[-1][1:4] == [str(sum(s.count for s in paper)), "", f"{whole:g}"]


def test_points_add_up_to_their_question(form: dict[str, bytes]) -> None:
    checked = 0
    for section in sections(form["keys.docx"]):
        for question in section.questions:
            points = [float(m[1]) for text in question.of("point") if (m := MARKS.search(text))]
            if points:
                checked += 1
                assert sum(points) == section.each, question.text[:40]
            # Marks of points in points add up to their point's.
            inner: list[list[float]] = []
            for said in question.paragraphs:
                mark = MARKS.search(said.text)
                if said.style == style_id("point"):
                    inner.append([float(mark[1]) if mark else 0.0])
                elif said.style == style_id("subpoint") and mark:
                    inner[-1].append(float(mark[1]))
            assert all(len(marks) == 1 or sum(marks[1:]) == marks[0] for marks in inner)
    assert checked >= 5


def test_levels_reach_to_all_marks_and_do_not_overlap(form: dict[str, bytes]) -> None:
    for section in sections(form["keys.docx"]):
        for question in section.questions:
            spans = [re.fullmatch(r"([\d.]+)(?:～([\d.]+))?分", text) for text in question.of("level")]
            ranges = [(float(m[1]), float(m[2] or m[1])) for m in spans if m]
            if ranges:
                assert ranges[0][1] == section.each
                assert all(low <= high for low, high in ranges)
                assert all(below[1] < above[0] for above, below in pairwise(ranges))


def test_the_key_points_to_the_right_options_and_words(
    runs: dict[str, dict[str, bytes]], bank: dict[str, dict[str, Any]]
) -> None:
    """Letters belong to the paper as it was printed; what is right comes from the bank's file."""
    kinds = set()
    moved = 0
    for variant in VARIANTS:
        files = runs["cs-specialist"]
        paper, key = (
            next(
                d
                for path, d in side(files, role).items()
                if path.endswith(".docx") and f"-{variant}-" in path
            )
            for role in ("papers", "keys")
        )
        asked = [q for s in sections(paper) for q in s.questions]
        solved = [q for s in sections(key) for q in s.questions]
        for question, solution in zip(asked, solved, strict=True):
            source = _source(question, bank)
            kind = source.get("type", "essay")
            kinds.add(kind)
            assert question.options == solution.options
            said = [
                squeezed(t).removeprefix("参考答案：") for t in solution.of("answer") if "参考答案：" in t
            ]
            if kind in ("single_choice", "multiple_choice"):
                options = _options(source["options"])
                letters = "".join(source["answer"])
                assert {question.options[letter] for letter in said[0]} == {
                    options[letter] for letter in letters
                }
                assert sorted(question.options.values()) == sorted(options.values())
                assert list(said[0]) == sorted(said[0])
                moved += said[0] != letters
            elif kind == "true_false":
                assert said == ["正确" if source["answer"] in ("true", "对", "正确") else "错误"]
            elif kind == "fill_blank":
                for accepted in source["answer"]:
                    first = accepted if isinstance(accepted, str) else accepted[0]
                    assert _bare(first) in said[0]
    assert kinds >= {"single_choice", "multiple_choice", "true_false", "fill_blank", "essay", "short_answer"}
    assert moved  # or else nothing was shuffled and letters were not at stake


def _options(said: Any) -> dict[str, str]:
    """An author's options by letter, whether in a list or with their letters."""
    lettered = said if isinstance(said, dict) else {chr(65 + i): option for i, option in enumerate(said)}
    return {name: _bare(o["text"] if isinstance(o, dict) else o) for name, o in lettered.items()}


def _source(question: Asked, bank: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The question of the bank whose stem a printed one begins with."""
    text = re.sub(r"^\d+\.(情景题：)?", "", question.text)
    (found,) = (source for stem, source in bank.items() if _starts(text, stem))
    return found


def _starts(text: str, stem: str) -> bool:
    # Marks of lists and tables are set in other ways: the first words tell questions apart.
    head = re.split(r"[|\n]|\d\.|-", stem)[0][:60]
    return text.startswith(head[: max(len(head) - 4, 8)])


def test_the_pdf_says_the_same_headings(form: dict[str, bytes]) -> None:
    for role in ("papers", "keys"):
        text = squeezed("".join(pdf_pages(form[f"{role}.pdf"])))
        for section in sections(form[f"{role}.docx"]):
            detail = f"（共{section.count}题，每题{section.each:g}分，总分{section.total:g}分）"
            assert f"、{section.title}{detail}" in text
