"""Whole documents: what a reader gets back from the finished file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.model.content import Blank, CodeBlock, PageCount, PageNumber, Span, Str
from generator.model.document import (
    AnswerLines,
    Choices,
    CodeLines,
    Document,
    Figure,
    Grid,
    Paragraph,
    Part,
    Under,
)
from generator.render.pdf import MissingGlyphs, Renderer
from generator.render.place import block_left
from tests.render.pdf.reading import (
    characters,
    embedded_codes,
    lines,
    picture_lefts,
    rules,
    shown_codes,
    text,
)
from tests.render.sample_document import (
    cells,
    classic_look,
    fragment,
    picture,
    s,
    sample_english,
    sample_key,
    sample_paper,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Inline
    from generator.model.document import Piece
    from tests.render.pdf.reading import Char

SAMPLES = [sample_paper, sample_key, sample_english]


def words(inlines: Iterable[Inline], page: int = 0, pages: int = 0) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Str):
            yield inline.text
        elif isinstance(inline, Span):
            yield from words(inline.children)
        elif isinstance(inline, PageNumber | PageCount):
            yield str(page if isinstance(inline, PageNumber) else pages)


def piece_words(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Paragraph):
        yield from words((*piece.label, *piece.inlines))
    elif isinstance(piece, Choices):
        for letter, inlines in piece.options:
            yield letter
            yield from words(inlines)
    elif isinstance(piece, Grid):
        for row in piece.rows:
            for cell in row:
                yield from words(cell.inlines)
    elif isinstance(piece, CodeLines):
        yield from piece.code.lines


def document_text(document: Document) -> str:
    found: list[str] = []
    for part in document.body:
        found += words(part.label)
        for piece in part.fragment.pieces:
            found += piece_words(piece)
    return re.sub(r"\s", "", "".join(found))


def shown_text(page: list[Char]) -> str:
    return re.sub(r"\s", "", text(page))


def one(*pieces: Piece, label: str = "", language: str = "zh-CN") -> tuple[bytes, list[list[Char]]]:
    """A document of one fragment, and the lines of its only page."""
    look = classic_look(language)
    document = Document(look, "t", (Part(fragment(*pieces), s(label) if label else ()),))
    data = Renderer(look).render(document).data
    (page,) = characters(data)
    return data, lines(page)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_text_is_the_document_s_in_order_with_footers(sample: type[Document]) -> None:
    document = sample()
    rendered = Renderer(document.look).render(document)
    pages = [shown_text(page) for page in characters(rendered.data)]
    assert len(pages) == rendered.pagination.pages
    body = ""
    for number, page in enumerate(pages, 1):
        footer = re.sub(r"\s", "", "".join(words(document.footer, number, len(pages))))
        assert page.endswith(footer)
        body += page[: -len(footer)]
    assert body == document_text(document)


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_font_has_exactly_the_characters_shown(sample: type[Document]) -> None:
    document = sample()
    with pikepdf.open(BytesIO(Renderer(document.look).render(document).data)) as pdf:
        assert shown_codes(pdf) == embedded_codes(pdf)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_file_is_sound_and_says_what_it_is(sample: type[Document]) -> None:
    document = sample()
    with pikepdf.open(BytesIO(Renderer(document.look).render(document).data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == document.title
        assert set(pdf.docinfo) == {"/Title", "/Producer"}
        assert str(pdf.Root.Lang) == document.look.language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_bytes_depend_on_nothing_but_the_document() -> None:
    paper, key = sample_paper(), sample_key()
    fresh = Renderer(paper.look).render(paper).data
    used = Renderer(paper.look)
    used.render(Document(paper.look, "x", key.body[-2:], footer=key.footer))
    assert used.render(paper).data == fresh
    assert used.render(paper).data == fresh


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import hashlib; from tests.render.sample_document import sample_key;"
        "from generator.render.pdf import Renderer;"
        "d = sample_key(); print(hashlib.sha256(Renderer(d.look).render(d).data).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_characters_without_a_glyph_are_told_all_at_once_and_do_no_harm() -> None:
    look = classic_look()
    renderer = Renderer(look)
    bad = Part(fragment(Paragraph("question", s("甲\U0001f600乙"), s("\U0001f601"))), label=s("\U0001f602"))
    for _ in range(2):
        with pytest.raises(MissingGlyphs) as caught:
            renderer.render(Document(look, "t", (bad,)))
        assert caught.value.characters == {"\U0001f600", "\U0001f601", "\U0001f602"}
    good = Document(look, "t", (Part(fragment(Paragraph("question", s("甲乙")))),))
    assert renderer.render(good).data == Renderer(look).render(good).data


def test_a_label_hangs_and_a_wide_one_pushes_the_first_line() -> None:
    look = classic_look()
    style = look.texts["question"]
    stem = Paragraph("question", s("顾客来电" * 30))
    left = look.page.left
    _, (first, second, *_) = one(stem, label="1.")
    assert first[0].text == "1"
    assert first[0].x == pytest.approx(left, abs=0.01)
    assert first[2].x == second[0].x == pytest.approx(left + style.hang, abs=0.01)
    _, (first, second, *_) = one(stem, label="情景题1.")
    end = next(c for c in first if c.text == ".").right
    assert first[5].x == pytest.approx(end + style.size / 4, abs=0.5)
    assert second[0].x == pytest.approx(left + style.hang, abs=0.01)
    assert first[-1].right == pytest.approx(look.page.width - look.page.right, abs=0.5)


@pytest.mark.parametrize(
    ("options", "columns"),
    [
        (("对", "错", "都对", "都错"), 4),
        (("先登记再转接", "请顾客稍后再打电话来问", "丙", "丁"), 2),
        (("长" * 40, "乙", "丙", "丁"), 1),
    ],
)
def test_options_take_the_most_columns_that_fit_all(options: tuple[str, ...], columns: int) -> None:
    look = classic_look()
    style = look.texts["option"]
    choices = Choices(tuple((f"{x}.", s(o)) for x, o in zip("ABCD", options, strict=True)))
    _, found = one(choices)
    letters = [[c for c in line if c.text in "ABCD"] for line in found]
    assert [len(line) for line in letters if line] == [columns] * (4 // columns)
    measure = look.page.width - look.page.left - look.page.right - style.indent
    for line in letters:
        for k, letter in enumerate(line):
            assert letter.x == pytest.approx(look.page.left + style.indent + k * measure / columns, abs=0.01)
    if columns == 1:  # the second line hangs under the first
        assert found[1][0].x == pytest.approx(found[0][2].x, abs=0.01)


def test_answer_lines_are_ruled_from_the_text_s_edge_to_the_margin() -> None:
    look = classic_look()
    data, (stem,) = one(Paragraph("question", s("为什么？")), AnswerLines(5))
    with pikepdf.open(BytesIO(data)) as pdf:
        found = rules(pdf.pages[0])
    style = look.texts["question"]
    bottom = stem[0].y + 0.88 * style.size + (style.leading - style.size) / 2 - style.leading
    expected = [bottom - look.rule_pitch * n for n in range(1, 6)]
    assert [r.y for r in found] == pytest.approx(expected, abs=0.01)
    assert {round(r.x, 1) for r in found} == {round(look.page.left + look.texts["answer_space"].indent, 1)}
    assert {round(r.right, 1) for r in found} == {round(look.page.width - look.page.right, 1)}


def test_a_table_takes_widths_by_share_content_and_points() -> None:
    look = classic_look()
    measure = look.page.width - look.page.left - look.page.right

    def edges(widths: tuple[float, ...], fixed: bool = False) -> list[float]:
        content = cells("box", "姓名", "甲", "准考证号"), cells("box", "乙", "丙" * 12, "")
        data, found = one(Grid(content, widths, role="box", fixed=fixed, align="center"))
        with pikepdf.open(BytesIO(data)) as pdf:
            upright = [r for r in rules(pdf.pages[0]) if r.x == r.right]
        verticals = sorted({round(r.x - look.page.left, 2) for r in upright})
        for line in found:
            assert all(c.x - look.page.left > verticals[0] for c in line)
            assert all(c.right - look.page.left < verticals[-1] for c in line)
        return verticals

    assert edges((1, 2, 1)) == pytest.approx([0, measure / 4, measure * 3 / 4, measure], abs=0.02)
    content = edges((0, 1, 0))
    assert content[1] == pytest.approx(2 * 10.5 + 10.8, abs=0.02)
    assert content[3] - content[2] == pytest.approx(4 * 10.5 + 10.8, abs=0.02)
    assert edges((50, 60, 70), fixed=True) == pytest.approx(
        [(measure - 180) / 2 + x for x in (0, 50, 110, 180)], abs=0.02
    )


def test_a_table_of_content_is_as_wide_as_that_and_its_widest_columns_give_way() -> None:
    look = classic_look()
    left = look.page.left + look.texts["table"].indent
    room = look.page.width - look.page.right - left

    def columns(*texts: str) -> list[float]:
        data, _ = one(Grid((cells("table_cell", *texts),), (0.0,) * len(texts)))
        with pikepdf.open(BytesIO(data)) as pdf:
            edges = sorted({round(r.x, 2) for r in rules(pdf.pages[0]) if r.x == r.right})
        assert edges[0] == pytest.approx(left, abs=0.02)
        return [b - a for a, b in pairwise(edges)]

    size, blank = look.texts["table_cell"].size, 10.8
    short = [2 * size + blank, 7 * size + blank]
    assert columns("级别", "十五分钟内报告") == pytest.approx(short, abs=0.02)
    assert columns("级别", "十五分钟内报告", "长" * 99) == pytest.approx(
        [*short, room - sum(short)], abs=0.02
    )
    third = (room - short[0]) / 2
    assert columns("级别", "长" * 60, "更" * 99) == pytest.approx([short[0], third, third], abs=0.02)


def test_blocks_of_an_item_begin_where_its_text_begins() -> None:
    look = classic_look()
    column = look.page.width - look.page.left - look.page.right
    assert block_left(look, CodeLines(CodeBlock(("x",))), column) == look.texts["code"].indent
    for item in (Paragraph("point", s("甲"), s("（1）")), Paragraph("list", s("甲"), s("–"), level=2)):
        under = Under(item.role, item.level)
        code = CodeLines(CodeBlock(("x = 1",)), under=under)
        table = Grid((cells("table_cell", "乙"),), (0,), under=under)
        data, found = one(Paragraph("question", s("题")), item, code, table, Figure(picture(), under=under))
        (text_left,) = [c.x for line in found for c in line if c.text == "甲"]
        (code_left,) = [c.x for line in found for c in line if c.text == "x"]
        with pikepdf.open(BytesIO(data)) as pdf:
            drawn = rules(pdf.pages[0])
        assert code_left == pytest.approx(text_left, abs=0.02)
        assert min(r.x for r in drawn) == pytest.approx(text_left, abs=0.02)
        # A centred picture stands in the middle of what is left beside it.
        right = look.page.width - look.page.right
        width = 640 / 144 * 72
        assert picture_lefts(data) == pytest.approx([(text_left + right - width) / 2], abs=0.02)


def test_cells_stand_in_the_middle_of_their_row() -> None:
    data, found = one(Grid((cells("box", "甲", "乙" * 50),), (1, 2), row_height=40, role="box"))
    with pikepdf.open(BytesIO(data)) as pdf:
        ys = [r.y for r in rules(pdf.pages[0])]
    middle = (max(ys) + min(ys)) / 2
    size = 10.5
    (single,) = [c for line in found for c in line if c.text == "甲"]
    assert single.y + 0.38 * size == pytest.approx(middle, abs=0.1)
    wrapped = [line[-1].y for line in found if line[-1].text == "乙"]
    assert (wrapped[0] + wrapped[-1]) / 2 + 0.38 * size == pytest.approx(middle, abs=0.1)


def test_code_keeps_its_columns_and_wraps_inside_the_measure() -> None:
    look = classic_look()
    long = "y = " + "+".join(f"value_{i}" for i in range(20))
    _, found = one(CodeLines(CodeBlock(("if x:", "    return 1  # 注释", long))))
    left = look.page.left + look.texts["code"].indent
    pitch = found[0][1].x - found[0][0].x
    assert next(c for c in found[1] if not c.text.isspace()).x == pytest.approx(left + 4 * pitch, abs=0.02)
    assert len(found) > 3
    assert found[3][0].x == pytest.approx(left + 2 * pitch, abs=0.02)
    assert all(line[-1].right <= look.page.width - look.page.right + 0.5 for line in found)


def test_blanks_and_dots_are_drawn_and_not_extracted() -> None:
    inlines = (Str("共（"), Blank(4), Str("）种，"), Span("emphasis", s("缺一不可")))
    data, (line,) = one(Paragraph("question", inlines))
    assert text(line) == "共（）种，缺一不可"
    with pikepdf.open(BytesIO(data)) as pdf:
        blank, *dots = rules(pdf.pages[0])
    assert blank.right - blank.x == pytest.approx(48, abs=0.01)
    inside = line[1].right, line[2].x
    assert inside == pytest.approx((blank.x, blank.right), abs=0.02)
    han = [c for c in line if c.text in "缺一不可"]
    assert [d.x for d in dots] == pytest.approx([(c.x + c.right) / 2 for c in han], abs=0.02)


def test_a_footer_is_centred_at_its_height() -> None:
    look = classic_look()
    body = (Part(fragment(Paragraph("question", s("甲")))),)
    document = Document(look, "t", body, footer=(Str("第"), PageNumber(), Str("页")))
    (page,) = characters(Renderer(look).render(document).data)
    footer = lines(page)[-1]
    assert footer[0].y == pytest.approx(look.page.footer, abs=0.01)
    centre = (look.page.left + look.page.width - look.page.right) / 2
    assert (footer[0].x + footer[-1].right) / 2 == pytest.approx(centre, abs=0.01)


def test_headings_are_in_the_outline_with_their_places() -> None:
    document = sample_paper()
    with pikepdf.open(BytesIO(Renderer(document.look).render(document).data)) as pdf:
        with pdf.open_outline() as outline:
            (title,) = outline.root
            assert title.title == "2026年客服主管招聘笔试试卷（A卷）"
            assert [child.title for child in title.children] == [
                "一、情景应变题（共5题，每题8分，总分40分）",
                "二、选择与填空题（共5题，每题2分，总分10分）",
            ]
            page, _, _, top, _ = title.children[1].destination
        assert page.objgen == pdf.pages[1].objgen
    _, second, _ = characters(Renderer(document.look).render(document).data)
    (heading,) = [line for line in lines(second) if line[0].text == "二"]
    assert 0 < float(top) - heading[0].y < document.look.texts["section"].leading
