"""Lines to Markdown and back: the words stay, and what was marked is marked."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Location, Report, SourceFile
from generator.exchange.line import Line, Mark, changed, piece
from generator.exchange.prose import PICTURE, passage, prose, table
from generator.markdown import blocks, plain
from generator.model.content import CodeBlock, Para, Span, TableBlock, Text

PLACE = Location(SourceFile("a", []))
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters=PICTURE)
NASTY = st.text(
    st.one_of(st.sampled_from("*`_\\[]()!$|~-+#<>&.: 1290aB甲乙，。“”（）①%\t"), LETTERS),
    max_size=40,
)  # fmt: skip


def read(markdown: str) -> tuple[list[str], Report]:
    report = Report()
    return [plain([block]) for block in blocks(Text(markdown, PLACE), report, None)], report


def shown(text: str) -> str:
    """How a text prints on one line: blanks all alike."""
    import re

    return " ".join(re.sub("_{4,}", "____", text).split())


@given(NASTY)
@example("1. 甲")
@example("- 甲")
@example("~~~")
@example("a\\")
@example("![甲](b)")
@example("$x$ 和 $$y$$")
@example("---|---")
def test_plain_lines_show_their_characters(text: str) -> None:
    said, report = read(prose(Line(text, 1)))
    assert " ".join(said) == shown(text)
    assert not report.diagnostics


@given(st.lists(NASTY, max_size=4))
def test_lines_of_a_passage_stay_apart(texts: list[str]) -> None:
    said, report = read(passage(Line(text, 1) for text in texts))
    assert said == [shown(text) for text in texts if text.strip()]
    assert not report.diagnostics


@given(NASTY, st.data())
def test_marked_lines_show_their_characters(text: str, data: st.DataObject) -> None:
    marks = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        kind = data.draw(
            st.sampled_from(["strong", "emphasis", "underline", "code", "math", "strike", "blank"])
        )
        if start < end:
            marks.append(Mark(start, end, kind))
    source = prose(Line(text, 1, tuple(sorted(marks))))
    said, report = read(source)
    assert "".join(" ".join(said).split()).replace("_", "") == "".join(text.split()).replace("_", "")
    assert not report.diagnostics


@pytest.mark.parametrize(
    ("text", "marks", "source"),
    [
        ("下列不正确的是", [Mark(2, 3, "strong")], "下列**不**正确的是"),
        ("达到100%的", [Mark(2, 6, "strong")], "达到**100%**的"),
        ("甲乙", [Mark(0, 1, "strong"), Mark(1, 2, "strong")], "**甲乙**"),
        ("运行 a*b 即可", [Mark(3, 6, "code")], "运行 `a*b` 即可"),
        ("甲乙", [Mark(0, 1, "code"), Mark(1, 2, "code")], "`甲乙`"),
        ("见图\ufffc。", [Mark(2, 3, "image", "image1.png")], "见图![](image1.png)。"),
        ("答案：B", [Mark(0, 3, "strong")], "**答案：**B"),
        ("3*4=12", [], "3*4=12"),
        ("a*b", [], "a\\*b"),
        ("C:\\temp", [], "C:\\temp"),
        ("价格是$5", [], "价格是$5"),
        ("2024. 年", [], "2024\\. 年"),
        ("2024年", [], "2024年"),
    ],
)
def test_source_is_what_an_author_would_write(text: str, marks: list[Mark], source: str) -> None:
    assert prose(Line(text, 1, tuple(marks))) == source


def test_spans_are_read_again() -> None:
    report = Report()
    line = Line("先说“不行”，再说code", 1, (Mark(2, 6, "strong"), Mark(9, 13, "code")))
    (para,) = blocks(Text(prose(line), PLACE), report, None)
    assert isinstance(para, Para)
    assert [(s.role, plain([Para(s.children)])) for s in para.inlines if isinstance(s, Span)] == [
        ("strong", "“不行”"),
        ("code", "code"),
    ]


def test_tables_and_code_are_blocks() -> None:
    cell = (Line("a|b", 1), Line("第二行", 2))
    source = table(((cell, (Line("*", 1),)), ((), (Line("- 1", 2),))))
    (block,) = blocks(Text(source, PLACE), Report(), None)
    assert isinstance(block, TableBlock)
    assert [plain([Para(cell)]) for cell in (*block.header, *block.rows[0])] == ["a|b 第二行", "*", "", "- 1"]
    lines = [Line("见：", 1), Line("x = `1`", 2, role="code"), Line("  ```", 3, role="code"), Line("完", 4)]
    first, code, last = blocks(Text(passage(lines), PLACE), Report(), None)
    assert isinstance(code, CodeBlock)
    assert code.lines == ("x = `1`", "  ```")
    assert (plain([first]), plain([last])) == ("见：", "完")


@given(NASTY, st.data())
def test_changes_move_marks_with_their_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = Line(text, 1, (Mark(start, end, "strong"),) if start < end else ())
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    made = changed(line, [(first, last, "XY")])
    assert made.text == text[:first] + "XY" + text[last:]
    for mark in made.marks:
        kept = text[start:end]
        assert made.text[mark.start : mark.end].replace("XY", "") in kept or first < end
    cut = piece(line, first, last)
    assert cut.text == text[first:last]
    assert all(0 <= mark.start < mark.end <= len(cut.text) for mark in cut.marks)


def test_an_address_holds_no_character_that_no_file_may() -> None:
    mark = Mark(0, 1, "image", "a b\x97\uffff.png")
    assert prose(Line("图", 1, marks=(mark,))) == "![图](a%20b%C2%97%EF%BF%BF.png)"


@pytest.mark.parametrize("sign", ["-", "|", "_", " :", "(", "*"])
def test_long_rows_of_signs_take_no_time(sign: str) -> None:
    begun = time.perf_counter()
    prose(Line(sign * 100_000 + "字", 1))
    assert time.perf_counter() - begun < 2
