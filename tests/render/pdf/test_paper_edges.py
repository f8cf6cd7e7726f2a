"""Nothing is ever drawn off the paper, whatever is asked of a page: all of it is there, inside the text area."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.model.content import Blank, CodeBlock, Span, Str
from generator.model.document import (
    AnswerLines,
    Choices,
    CodeLines,
    Contents,
    Document,
    Entry,
    Figure,
    Grid,
    Look,
    Page,
    Paragraph,
    Part,
    Piece,
    Under,
)
from generator.render.pdf import Renderer
from tests.render.pdf.reading import characters, outside, text
from tests.render.sample_document import MM, cells, classic_look, fragment, para, picture, s

CLASSIC = classic_look()
A5_IN_FOUR = CLASSIC._replace(
    digest="a5x4",
    page=Page(148 * MM, 210 * MM, 22 * MM, 12 * MM, 21 * MM, 12 * MM, columns=4, gutter=4 * MM, footer=30),
)
NO_MARGINS = CLASSIC._replace(
    digest="bare", page=Page(60 * MM, 80 * MM, 0, 0, 0, 0, columns=1, footer=0, header=0)
)
HUGE = CLASSIC._replace(
    digest="huge",
    page=CLASSIC.page._replace(columns=3, gutter=8 * MM),
    texts={
        role: style._replace(size=200, leading=2000, indent=300, hang=300, first_line=500, space_before=900)
        for role, style in CLASSIC.texts.items()
    },
    rule_pitch=3000,
)
LOOKS = (CLASSIC, A5_IN_FOUR, NO_MARGINS, HUGE)

HAN = "材料很长，先说经过：再说结果（附数字3.14与GB/T 7714）。"
WORD = "abcdefghij" * 500
TALL_ROW = Grid(
    (cells("table_head", "级", "材料"), cells("table_cell", "甲", HAN * 70), cells("table_cell", "乙", HAN)),
    (0, 1),
    head=1,
)
MANY_COLUMNS = Grid(
    (
        cells("table_head", *("列" * 200)),
        cells("table_cell", *(f"{n}——" for n in range(200))),
    ),
    (1.0,) * 200,
    head=1,
)
ENTRIES = Contents(
    (
        Entry("contents_section", (), s("目录"), 0),
        Entry("contents", s("1."), s(HAN * 9), 0),
        Entry("contents", s("之二是这样的：" * 20), s(WORD), 0),
        Entry("contents", s("3."), (), 0),
    ),
    page_numbers=True,
)
PIECES: dict[str, Piece] = {
    "paragraph": para("question", HAN * 40),
    "word": para("question", WORD),
    "url": para("question", "见https://example.com/" + "/".join(["path-to"] * 200)),
    "dashes": para("question", "—" * 300, "…" * 300),
    "whole": para("question", Span("marks", s("（" + "8分" * 300 + "）"))),
    "blanks": Paragraph("question", (Str("填"), Blank(400.0), *[Blank(3.0)] * 90)),
    "label": para("point", HAN, label=HAN * 8),
    "deep": para("point", HAN * 3, label="（1）", level=40),
    "options": Choices((("A.", s(HAN * 90)), ("B.", s(WORD)), ("C.", s("短")))),
    "long letters": Choices((("选项之一是这样的：" * 6, s(HAN)), ("B.", s("短")))),
    "tall row": TALL_ROW,
    "tall rows, hairlines": TALL_ROW._replace(rules="rows", head=0, role="levels"),
    "tall head": Grid((cells("table_head", HAN * 90), cells("table_cell", HAN * 3)), (1,), head=1),
    "high rows": Grid(
        (cells("table_head", "题号"), cells("table_cell", "甲")), (1,), row_height=5000, head=1
    ),
    "many columns": MANY_COLUMNS,
    "columns by points": MANY_COLUMNS._replace(widths=(30.0,) * 200, fixed=True, align="center"),
    "columns by content": MANY_COLUMNS._replace(widths=(0.0,) * 200),
    "a column of nearly no share": Grid((cells("table_cell", HAN, HAN),), (1000, 1)),
    "code": CodeLines(CodeBlock((*(f"{' ' * (n % 90)}x = {n}" for n in range(300)), "y" * 900))),
    "code under a text": CodeLines(CodeBlock(("x = 1", "y" * 900)), under=Under("list", 40)),
    "figure": Figure(picture()),
    "figure under a text": Figure(picture(), under=Under("point", 40)),
    "table under a text": MANY_COLUMNS._replace(widths=(0.0,) * 200, under=Under("point")),
    "tall row under a text": TALL_ROW._replace(under=Under("list", 40)),
    "answer": AnswerLines(70),
    "contents": ENTRIES,
    "contents without pages": ENTRIES._replace(page_numbers=False),
}


def said(piece: Piece) -> str:
    """What it shows, without white space."""
    if isinstance(piece, Grid):
        inlines = [i for row in piece.rows for cell in row for i in cell.inlines]
    elif isinstance(piece, Choices):
        inlines = [i for letter, own in piece.options for i in (Str(letter), *own)]
    elif isinstance(piece, Paragraph):
        inlines = [*piece.label, *piece.inlines]
    elif isinstance(piece, Contents):
        first_page = s("1" if piece.page_numbers else "")
        inlines = [i for _, label, own, *_ in piece.entries for i in (*label, *own, *first_page)]
    else:
        inlines = [Str("".join(piece.code.lines))] if isinstance(piece, CodeLines) else []
    flat = [c for i in inlines for c in (i.children if isinstance(i, Span) else (i,))]
    return re.sub(r"\s", "", "".join(i.text for i in flat if isinstance(i, Str)))


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.digest)
def test_all_of_a_piece_is_on_the_paper(look: Look, name: str) -> None:
    piece = PIECES[name]
    before = Part(fragment(para("question", "前"), keep=True), label=s("1."))
    body = (before, Part(fragment(para("question", "题"), piece, keep=True), label=s("2.")))
    rendered = Renderer(look).render(Document(look, "t", body))
    assert outside(rendered.data, look.page) == []
    pages = characters(rendered.data)
    shown, wanted = Counter(re.sub(r"\s", "", "".join(map(text, pages)))), Counter("1.前2.题" + said(piece))
    assert wanted - shown == Counter()
    assert set(shown - wanted) <= set(
        said(piece._replace(rows=piece.rows[:1])) if isinstance(piece, Grid) else ""
    )
    assert rendered.pagination.pages == len(pages)
