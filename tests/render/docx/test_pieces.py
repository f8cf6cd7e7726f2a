"""Pieces: labels, options, answer lines, tables, code, pictures, and what keeps together."""

from __future__ import annotations

import hashlib
import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from generator.model.content import CodeBlock, Image, Str
from generator.model.document import AnswerLines, Cell, Choices, CodeLines, Figure, Grid, Part, Under
from generator.render.docx import Renderer
from tests.render.docx.opened import NS, Opened, W, attributes, document, keeps, opened, pages, style_of, text
from tests.render.sample_document import (
    cells,
    classic_look,
    fragment,
    numbered,
    para,
    picture,
    s,
    sample_paper,
    span,
)

if TYPE_CHECKING:
    from pathlib import Path

LOOK = classic_look()
TEXT = round(LOOK.page.width - LOOK.page.left - LOOK.page.right, 3)


def indent(paragraph: Any) -> dict[str, str]:
    return attributes(paragraph.find("w:pPr/w:ind", NS))


def choices(*texts: str) -> Choices:
    return Choices(tuple((f"{letter}.", s(t)) for letter, t in zip("ABCDEFGH", texts, strict=False)))


def test_one_fragment_takes_the_number_of_each_place() -> None:
    stem = fragment(para("question", "你会怎么做？"))
    package = opened(numbered(3, stem), numbered(12, stem), Part(stem))
    assert [text(p) for p in package.paragraphs()] == [
        "3.\t你会怎么做？",
        "12.\t你会怎么做？",
        "你会怎么做？",
    ]
    first, _, unlabelled = package.paragraphs()
    assert indent(first) == {}  # the style hangs
    assert indent(unlabelled) == {"left": "408", "firstLine": "0"}
    style = attributes(package.style("Question").find("w:pPr/w:ind", NS))
    assert style == {"left": "408", "hanging": "408"}


@pytest.mark.parametrize(
    ("label", "hang", "shown"),
    [
        ("1.", 20.0, "1.\t题"),
        ("第3题", 20.0, "第3题 题"),
        ("Question 3:", 20.0, "Question 3: 题"),
        ("Question 3: ", 20.0, "Question 3: 题"),
        ("情景题第1题：", 20.0, "情景题第1题：题"),
        ("【情景题】", 20.0, "【情景题】题"),
        ("第3题\u3000", 20.0, "第3题\u3000题"),
        ("第3题", 0.0, "第3题题"),
        ("1. ", 0.0, "1. 题"),
    ],
)
def test_what_stands_behind_a_label(label: str, hang: float, shown: str) -> None:
    """A tab, if it fits; else a space where the PDF has a quarter em; nothing where it is the text's beginning."""
    style = LOOK.texts["question"]._replace(hang=hang)
    look = LOOK._replace(texts={**LOOK.texts, "question": style})
    for said in (s(label), (span("strong", label),)):
        package = opened(Part(fragment(para("question", "题")), label=said), look=look)
        assert [text(p) for p in package.paragraphs()] == [shown]


def test_letters_wider_than_their_room_are_parted_from_the_options() -> None:
    style = LOOK.texts["option"]._replace(hang=6.0)
    look = LOOK._replace(texts={**LOOK.texts, "option": style})
    (row,) = opened(choices("甲", "乙"), look=look).paragraphs()
    assert text(row) == "A. 甲\tB. 乙"


def test_list_levels_move_by_the_hang() -> None:
    outer, inner, more = opened(
        para("list", "甲", label="•"), para("list", "乙", label="◦", level=1), para("list", "丙", level=1)
    ).paragraphs()
    assert indent(outer) == {}
    assert indent(inner) == {"left": str(408 + 360 + 360), "hanging": "360"}
    assert indent(more) == {"left": str(408 + 360 + 360), "firstLine": "0"}


@pytest.mark.parametrize(
    ("texts", "columns"),
    [
        (("一次", "两次", "三次", "四次"), 4),
        (("先登记再转接", "立即转给值班经理处理", "请顾客稍后再打", "按第3章办"), 2),
        (("甲", "乙", "丙", "以顾客原话记录诉求，并在当天内由同一位同事回复处理进度"), 1),
        (("O(1)", "O(log n)", "O(n)", "O(n log n)", "O(n²)"), 4),
    ],
)
def test_options_stand_in_the_most_columns_that_fit(texts: tuple[str, ...], columns: int) -> None:
    package = opened(choices(*texts))
    rows = package.paragraphs()
    assert {style_of(row) for row in rows} == {f"Option{columns}"}
    assert [len(text(row).split("\t")) // 2 for row in rows[:-1]] == [columns] * (len(rows) - 1)
    flat = "\t".join(text(row) for row in rows).split("\t")
    assert flat[1::2] == list(texts)
    stops = [int(tab.get(f"{W}pos")) for tab in package.style(f"Option{columns}").iter(f"{W}tab")]
    assert len(stops) == 2 * (columns - 1)
    assert stops == sorted(stops)
    assert all(stop < TEXT * 20 for stop in stops)
    # Each column is as wide as the one before it.
    starts = [408, *stops[::2], round(TEXT * 20)]
    widths = [b - a for a, b in pairwise(starts)]
    assert max(widths) - min(widths) <= 1


def test_answer_lines_are_drawn_by_their_style() -> None:
    package = opened(AnswerLines(6))
    lines = package.paragraphs()
    assert [style_of(line) for line in lines] == ["AnswerSpace"] * 6
    assert all(len(line) == 1 and text(line) == "" for line in lines)
    style = package.style("AnswerSpace")
    assert {child.tag for child in style.find("w:pPr/w:pBdr", NS)} == {f"{W}bottom", f"{W}between"}
    spacing = attributes(style.find("w:pPr/w:spacing", NS))
    assert (spacing["line"], spacing["lineRule"]) == ("560", "exact")
    assert style.find("w:pPr/w:contextualSpacing", NS) is not None


@pytest.mark.parametrize(
    ("keep", "broken", "expected"),
    [
        (
            False,
            (),
            [False, True, True, True, False, False, True, False],
        ),  # stem, options, two lines; two lines
        (True, (), [True, True, True, True, True, True, True, False]),
        (True, (0,), [True, True, True, True, False, False, True, False]),
        (True, (1,), [True, True, True, True, True, True, True, False]),
    ],
)
def test_a_stem_stays_with_options_and_first_lines(
    keep: bool, broken: tuple[int, ...], expected: list[bool]
) -> None:
    stem = para("question", "材料。"), para("question", "题"), choices("甲", "乙")
    question = fragment(*stem, AnswerLines(5), keep=keep)
    renderer = Renderer(LOOK)
    for apart in (frozenset({0, 1}), frozenset(broken)):  # whatever has been rendered before
        package = Opened(renderer.render(document(numbered(1, question)), pages(1, apart)))
    assert [keeps(p) for p in package.paragraphs()] == expected


def test_a_part_that_keeps_with_the_next_keeps_to_its_last_paragraph() -> None:
    note = fragment(para("answer", "甲"), para("answer", "乙"), para("answer", "丙"))
    kept = opened(Part(note, keep_with_next=True)).paragraphs()
    assert [keeps(p) for p in kept] == [False, True, True]
    own = opened(
        para("answer_label", "答案："), para("answer", "甲")._replace(keep_with_next=True)
    ).paragraphs()
    assert [keeps(p) for p in own] == [False, True]  # the label's style keeps already
    both = document(Part(note, keep_with_next=True), Part(note))
    package = Opened(Renderer(LOOK).render(both, pages(1)))
    assert [keeps(p) for p in package.paragraphs()] == [False, True, True, False, True, False]


def test_the_last_paragraph_stays_with_what_stands_before_it() -> None:
    said = [para("answer", mark) for mark in "甲乙丙"]
    assert [keeps(p) for p in opened(Part(fragment(*said))).paragraphs()] == [False, True, False]
    table = Grid((cells("table_cell", "级", "甲"),), (1, 3))
    kept = [keeps(p) for p in opened(Part(fragment(table, said[0]))).paragraphs()]
    assert kept == [True] * (len(kept) - 1) + [False]
    assert [keeps(p) for p in opened(Part(fragment(AnswerLines(3), said[0]))).paragraphs()][-2:] == [
        False,
        False,
    ]


def test_a_table_repeats_its_head_and_keeps_rows_whole() -> None:
    rows = (cells("table_head", "日期", "来电量"), *(cells("table_cell", f"{i}日", "9") for i in range(3)))
    table = opened(Grid(rows, (2, 1), head=1, row_height=18)).body.find("w:tbl", NS)
    trs = table.findall("w:tr", NS)
    assert [tr.find("w:trPr/w:tblHeader", NS) is not None for tr in trs] == [True, False, False, False]
    assert all(tr.find("w:trPr/w:cantSplit", NS) is not None for tr in trs)
    assert attributes(trs[0].find("w:trPr/w:trHeight", NS)) == {"val": "360", "hRule": "atLeast"}
    assert [all(keeps(p) for p in tr.iter(f"{W}p")) for tr in trs] == [True, True, True, False]
    assert all(len(tc.findall("w:p", NS)) == 1 for tc in table.iter(f"{W}tc"))
    assert table.find("w:tblPr/w:tblLayout", NS).get(f"{W}type") == "fixed"
    assert attributes(table.find("w:tblPr/w:tblInd", NS))["w"] == "408"


def test_a_row_higher_than_half_a_page_may_be_broken() -> None:
    texts = ("甲", "材料" * 300, "材料" * 700, "乙")
    table = opened(Grid(tuple(cells("table_cell", "级", text) for text in texts), (1, 3))).body.find(
        "w:tbl", NS
    )
    trs = table.findall("w:tr", NS)
    assert [tr.find("w:trPr/w:cantSplit", NS) is None for tr in trs] == [False, False, True, False]
    assert [any(keeps(p) for p in tr.iter(f"{W}p")) for tr in trs] == [True, True, False, False]


@given(
    widths=st.lists(st.sampled_from([0.0, 1.0, 2.5, 40.0, 900.0]), min_size=1, max_size=7),
    fixed=st.booleans(),
    texts=st.lists(st.text(alphabet="汉字abc ", max_size=60), min_size=7, max_size=7),
)
def test_a_table_is_never_wider_than_the_text(widths: list[float], fixed: bool, texts: list[str]) -> None:
    grid = Grid((cells("table_cell", *texts[: len(widths)]),), tuple(widths), fixed=fixed, role="none")
    table = opened(grid).body.find("w:tbl", NS)
    columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert all(width > 0 for width in columns)
    assert sum(columns) <= round(TEXT * 20) + 1
    if any(widths) and not fixed:
        assert sum(columns) >= round(TEXT * 20) - 1
    assert [int(tc.get(f"{W}w")) for tc in table.iter(f"{W}tcW")] == columns


def columns(*texts: str) -> list[float]:
    """Widths of a table with such a row, as wide as what it holds, in points."""
    table = opened(Grid((cells("table_cell", *texts),), (0.0,) * len(texts))).body.find("w:tbl", NS)
    assert attributes(table.find("w:tblPr/w:tblW", NS)) == {"w": "0", "type": "auto"}
    assert table.find("w:tblPr/w:tblLayout", NS) is None  # Word measures better than we do
    return [int(column.get(f"{W}w")) / 20 for column in table.iter(f"{W}gridCol")]


def test_a_table_of_content_is_as_wide_as_that_and_its_widest_columns_give_way() -> None:
    size, blank = LOOK.texts["table_cell"].size, 10.8
    room = TEXT - LOOK.texts["table"].indent
    short = columns("级别", "十五分钟内报告")
    for width, count in zip(short, (2, 7), strict=True):
        assert count * size + blank < width < count * size * 1.1 + blank
    assert columns("级别", "十五分钟内报告", "长" * 99) == pytest.approx([*short, room - sum(short)], abs=0.1)
    third = (room - short[0]) / 2
    assert columns("级别", "长" * 60, "更" * 99) == pytest.approx([short[0], third, third], abs=0.1)


def test_a_column_of_code_holds_its_fixed_width_letters() -> None:
    code = Cell((span("code", "illi"),), "table_cell")
    table = opened(Grid(((code,),), (0.0,))).body.find("w:tbl", NS)
    (width,) = [int(column.get(f"{W}w")) / 20 for column in table.iter(f"{W}gridCol")]
    assert width >= 4 * 0.6 * LOOK.texts["table_cell"].size + 10.8


def test_a_table_of_few_rows_is_kept_whole() -> None:
    for count, whole in ((8, True), (9, False)):
        rows = (cells("table_head", "日期"), *(cells("table_cell", f"{n}日") for n in range(1, count)))
        table = opened(Grid(rows, (1,), head=1)).body.find("w:tbl", NS)
        kept = [all(keeps(p) for p in tr.iter(f"{W}p")) for tr in table.findall("w:tr", NS)]
        assert kept == [True, *[whole] * (count - 2), False]


@pytest.mark.parametrize("level", [0, 2])
def test_blocks_of_an_item_begin_where_its_text_begins(level: int) -> None:
    style, under = LOOK.texts["point"], Under("point", level)
    left = str(round((style.indent + style.hang * (1 + level)) * 20))
    code = CodeLines(CodeBlock(("x = 1", "y = 2")), under=under)
    table = Grid((cells("table_cell", "长" * 300),), (0.0,), under=under)
    item = para("point", "甲", level=level)
    package = opened(item, code, table, Figure(picture(), under=under))
    first, *lines, drawing = package.paragraphs()
    assert indent(first)["left"] == left
    assert [indent(line) for line in lines if style_of(line) == "Code"] == [{"left": left}] * 2
    assert indent(drawing)["left"] == left
    placed = package.body.find("w:tbl", NS)
    assert attributes(placed.find("w:tblPr/w:tblInd", NS))["w"] == left
    assert int(left) + sum(int(c.get(f"{W}w")) for c in placed.iter(f"{W}gridCol")) <= round(TEXT * 20) + 1


def test_a_block_in_a_deep_list_on_narrow_paper_has_room() -> None:
    narrow = LOOK._replace(page=LOOK.page._replace(left=230.0, right=230.0))
    room = narrow.page.width - 460
    table = Grid((cells("table_cell", "长" * 30, "短"),), (0.0, 0.0), under=Under("list", 30))
    package = opened(table, look=narrow).body.find("w:tbl", NS)
    left = int(attributes(package.find("w:tblPr/w:tblInd", NS))["w"]) / 20
    widths = [int(c.get(f"{W}w")) / 20 for c in package.iter(f"{W}gridCol")]
    assert left + sum(widths) <= room + 0.1
    assert min(widths) > narrow.texts["table_cell"].size


def test_rules_are_the_table_style_s() -> None:
    rows = (cells("level", "好", "8分"),)
    package = opened(Grid(rows, (1, 2), rules="rows", align="center"), Grid(rows, (1, 2)))
    tables = package.body.findall("w:tbl", NS)
    assert [t.find("w:tblPr/w:tblStyle", NS).get(f"{W}val") for t in tables] == ["Rows", "TableGrid"]
    assert tables[0].find("w:tblPr/w:jc", NS).get(f"{W}val") == "center"
    edges = {edge.tag for edge in package.style("Rows").find("w:tblPr/w:tblBorders", NS)}
    assert edges == {f"{W}top", f"{W}bottom", f"{W}insideH"}


def test_code_keeps_its_blanks_and_its_marks() -> None:
    lines = ("def f(x):", "    return '“x”' & x < 1", "", "# 注释")
    package = opened(CodeLines(CodeBlock(lines)))
    assert [text(p) for p in package.paragraphs()] == list(lines)
    assert [keeps(p) for p in package.paragraphs()] == [True, True, True, False]
    assert package.style("Code").find("w:rPr/w:noProof", NS) is not None


def test_a_picture_is_stored_once_and_drawn_with_its_own_id() -> None:
    figure = Figure(picture())
    twice = fragment(figure, para("question", "如图"), figure)
    package = opened(numbered(1, twice), Part(twice), figure)
    media = [name for name in package.names if name.startswith("word/media/")]
    assert media == ["word/media/image1.png"]
    drawings = list(package.body.iter(f"{{{NS['wp']}}}inline"))
    ids = [drawing.find("wp:docPr", NS).get("id") for drawing in drawings]
    assert ids == ["1", "2", "3", "4", "5"]
    assert drawings[0].find("wp:docPr", NS).get("descr") == figure.image.alt
    # 640 x 300 pixels at 144 dpi
    extent = drawings[0].find("wp:extent", NS)
    assert abs(int(extent.get("cx")) - 640 / 144 * 914400) < 12700
    assert abs(int(extent.get("cy")) - 300 / 144 * 914400) < 12700


def test_a_picture_is_never_wider_than_the_text() -> None:
    narrow = LOOK._replace(page=LOOK.page._replace(left=200.0, right=200.0))
    extent = next(opened(Figure(picture()), look=narrow).body.iter(f"{{{NS['wp']}}}extent"))
    room = narrow.page.width - 400 - narrow.texts["figure"].indent
    assert int(extent.get("cx")) == pytest.approx(room * 12700, rel=1e-4)
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(640 / 300, rel=1e-4)


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    photo = Pillow.new("RGB", (40, 20), "white")
    exif = Pillow.Exif()
    exif[0x112] = 6  # to be turned by a quarter
    path = tmp_path / "photo.jpg"
    photo.save(path, exif=exif, dpi=(72, 72))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    package = opened(Figure(Image(str(path), digest, "")))
    with Pillow.open(io.BytesIO(package.parts["word/media/image1.jpeg"])) as stored:
        assert stored.size == (20, 40)
        assert stored.getexif().get(0x112, 1) == 1
    extent = next(package.body.iter(f"{{{NS['wp']}}}extent"))
    assert int(extent.get("cy")) == 2 * int(extent.get("cx"))


def test_a_label_finds_the_first_paragraph_behind_a_picture() -> None:
    package = opened(numbered(4, fragment(Figure(picture()), para("question", "如图"))))
    assert [text(p) for p in package.paragraphs()] == ["", "4.\t如图"]


def test_paragraphs_carry_no_more_than_they_must() -> None:
    """Direct formatting is the exception: a style change reaches all of a role."""
    package = Opened(Renderer(LOOK).render(sample_paper(), pages(3)))
    allowed = {"pStyle", "keepNext", "ind", "spacing"}
    for paragraph in package.paragraphs():
        found = {child.tag.removeprefix(W) for child in paragraph.find("w:pPr", NS)}
        assert found <= allowed
        if "spacing" in found:
            assert style_of(paragraph) == "Gap"


def test_hostile_text_stays_text() -> None:
    nasty = "</w:t><w:br/> & \"x\" 'y' ]]> {label} <!-- "
    package = opened(numbered(1, fragment(para("question", nasty, span("strong", nasty)))))
    assert text(package.paragraphs()[0]) == f"1.\t{nasty}{nasty}"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_text_comes_back(given_text: str) -> None:
    package = opened(numbered(1, fragment(para("question", given_text, span("emphasis", given_text)))))
    assert text(package.paragraphs()[0]) == f"1.\t{given_text}{given_text}"


@pytest.mark.parametrize("char", ["\0", "\x08", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_cannot_hold_is_refused(char: str) -> None:
    with pytest.raises(ValueError, match=r"U\+"):
        opened(para("question", f"甲{char}乙"))
    with pytest.raises(ValueError, match=r"U\+"):
        opened(Part(fragment(para("question", "题")), label=(Str(char),)))
