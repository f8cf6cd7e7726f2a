"""Lists of contents: what an entry says, where it leads to, and the line of dots between text and number."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest

from generator.model.content import PageNumber, Str
from generator.model.document import Contents, Document, Entry, Fragment, Paragraph, Part
from generator.render.pdf import Renderer
from generator.render.pdf.flow import Cut
from generator.render.pdf.measure import measure
from generator.render.pdf.measure.contents import numbered
from generator.render.pdf.typesetter import Typesetter
from tests.render.pdf.reading import Char, characters, lines, rules, text
from tests.render.sample_document import classic_look, fragment, para, s

if TYPE_CHECKING:
    from generator.render.pdf import Rendered

LOOK = classic_look(document="key")
STYLE = LOOK.texts["contents"]
LONG = "顾客周六晚上来电，下午送到的一套茶具碎了两只杯子，" * 6
WORDS = ("短题", "GB/T 7714与English words", LONG)


def contents(questions: int, page_numbers: bool = True, columns: int = 1) -> Document:
    """A list of all questions in two sections, and the questions, some of which are longer than others."""
    body: list[Part] = []
    entries: list[Entry] = []
    for n in range(1, questions + 1):
        if n in (1, questions // 2 + 1):
            entries.append(Entry("contents_section", (), s(f"表第{n}节"), len(body) + 1))
            body.append(Part(fragment(para("section", f"第{n}节"))))
        said = WORDS[n % 3]
        entries.append(Entry("contents", s(f"{n}."), s(f"{said}止"), len(body) + 1))
        body.append(Part(fragment(para("question", f"始{said * (n % 5 + 1)}"), keep=True), s(f"{n}.")))
    look = LOOK._replace(page=LOOK.page._replace(columns=columns, gutter=24.0 if columns > 1 else 0.0))
    listed = Part(Fragment("", (Contents(tuple(entries), page_numbers),)))
    return Document(look, "t", (listed, *body), (Str("第"), PageNumber(), Str("页")), s("机密"))


class Area(NamedTuple):
    """An annotation, and the place it leads to."""

    page: int
    box: tuple[float, float, float, float]
    target: int
    top: float

    def shows(self, page: list[Char]) -> str:
        left, low, right, high = self.box
        slack = 0.01
        inside = [c for c in page if left - slack <= c.x and c.right <= right + slack and low <= c.y <= high]
        return re.sub(r"\s", "", "".join(map(text, lines(inside))))


def links(data: bytes) -> list[Area]:
    """In the order in which they stand."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.objgen: n for n, page in enumerate(pdf.pages)}
        for n, page in enumerate(pdf.pages):
            for note in page.obj.get("/Annots", ()):
                assert (note.Type, note.Subtype) == ("/Annot", "/Link")
                assert list(note.Border) == [0, 0, 0]
                target, kind, _, top, _ = note.Dest
                assert kind == "/XYZ"
                left, low, right, high = map(float, note.Rect)
                assert (left, low) < (right, high)
                found.append(Area(n, (left, low, right, high), numbers[target.objgen], float(top)))
    return found


def whole(document: Document) -> tuple[Rendered, list[list[Char]], list[list[Area]]]:
    """What came out, its characters by page, and the links of each entry."""
    rendered = Renderer(document.look).render(document)
    pages = characters(rendered.data)
    entries: list[list[Area]] = [[]]
    for area in links(rendered.data):
        entries[-1].append(area)
        if set("止节") & set(area.shows(pages[area.page])):  # the entry ends here
            entries.append([])
    return rendered, pages, entries[:-1]


def listed(document: Document) -> tuple[Entry, ...]:
    (piece,) = document.body[0].fragment.pieces
    assert isinstance(piece, Contents)
    return piece.entries


def said(inlines: object) -> str:
    assert isinstance(inlines, tuple)
    return re.sub(r"\s", "", "".join(inline.text for inline in inlines))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("page_numbers", [True, False])
@pytest.mark.parametrize("questions", [9, 130])
def test_an_entry_says_and_leads_to_where_its_part_begins(
    questions: int, page_numbers: bool, columns: int
) -> None:
    document = contents(questions, page_numbers, columns)
    rendered, pages, areas = whole(document)
    entries = listed(document)
    assert len(areas) == len(entries)
    assert len(pages) == rendered.pagination.pages
    assert (areas[-1][-1].page > 1) == (questions > 100)
    for entry, own in zip(entries, areas, strict=True):
        start = rendered.pagination.starts[entry.target]
        number = str(start) if page_numbers else ""
        shown = "".join(area.shows(pages[area.page]) for area in own)
        assert shown == said((*entry.label, *entry.inlines)) + number
        part = document.body[entry.target]
        (piece,) = part.fragment.pieces
        assert isinstance(piece, Paragraph)
        wanted = said((*part.label, *piece.inlines))[:7]
        assert {area.target for area in own} == {start - 1}
        (top,) = {area.top for area in own}
        page = pages[start - 1]
        found = [
            page[at]
            for at in range(len(page))
            if text(page[at : at + 20]).replace(" ", "").startswith(wanted)
        ]
        assert any(0 < top - char.y < STYLE.leading for char in found)


def test_an_entry_over_a_page_s_end_is_a_link_on_both_pages() -> None:
    document = contents(130)
    _, _, areas = whole(document)
    broken = [own for own in areas if len(own) > 1]
    assert broken
    for own in broken:
        first, second = own
        assert second.page == first.page + 1
        assert min(high - low for _, (_, low, _, high), _, _ in own) > 1.5 * STYLE.leading


@pytest.mark.parametrize("columns", [1, 2])
def test_dots_stand_one_under_another_between_text_and_number(columns: int) -> None:
    document = contents(30, columns=columns)
    rendered, pages, areas = whole(document)
    pitch = STYLE.size / 2
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        drawn = [rules(page) for page in pdf.pages]
        dashes = {
            tuple(map(float, operands[0]))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "d"
        }
    assert [sum(dash) for dash in dashes] == [pytest.approx(pitch, abs=0.001)]
    for entry, own in zip(listed(document), areas, strict=True):
        area = own[-1]
        left, low, right, high = area.box
        row = [
            c
            for c in pages[area.page]
            if left - 0.01 <= c.x and c.right <= right + 0.01 and low <= c.y < high
        ]
        last = lines(row)[-1]
        digits = len(str(rendered.pagination.starts[entry.target]))
        assert last[-1].right == pytest.approx(right, abs=0.05)
        (leader,) = [r for r in drawn[area.page] if left <= r.x and r.right <= right and low <= r.y <= high]
        assert last[-digits - 1].ink_right < leader.x
        assert leader.right < last[-digits].x
        assert 0 < leader.y - last[-1].y < 1
        steps = (right - leader.x) / pitch
        assert steps == pytest.approx(round(steps), abs=0.01)
        assert all(c.right < right - 2 * STYLE.size for c in row if c not in last[-digits:])


def test_numbers_move_nothing() -> None:
    setter = Typesetter(LOOK)
    (piece, *_) = contents(60).body
    flow = measure(setter, piece.fragment, 300.0, 700.0)
    before = flow.rows
    few, many = (numbered(setter, flow, [page] * 100) for page in (1, 888))
    assert flow.rows is before
    assert flow.height(0, len(before)) == few.height(0, len(before)) == many.height(0, len(before))
    for row, *others in zip(flow.rows, few.rows, many.rows, strict=True):
        for other in others:
            assert other.texts[: len(row.texts)] == row.texts
            assert len(other.texts) <= len(row.texts) + 1
            assert other._replace(texts=(), drawing=b"") == row._replace(texts=(), drawing=b"")


def test_without_numbers_the_text_has_the_whole_width() -> None:
    def right(page_numbers: bool) -> float:
        _, pages, areas = whole(contents(3, page_numbers))
        (area,) = areas[3]
        low, high = area.box[1], area.box[3]
        first = lines([c for c in pages[0] if low <= c.y <= high])[0]
        return area.box[2] - first[-1].ink_right

    assert right(page_numbers=False) < STYLE.size < 2 * STYLE.size < right(page_numbers=True)


def test_a_section_stays_with_its_first_question_and_others_may_part() -> None:
    document = contents(60)
    flow = measure(Typesetter(LOOK), document.body[0].fragment, 300.0, 700.0)
    cuts = flow.cuts(Cut.FREE, 0, len(flow.rows))
    for entry, link in list(zip(listed(document), flow.links, strict=True))[:-1]:
        assert (link.last in cuts) == (entry.role == "contents")
        assert link.first + 1 not in cuts or link.last == link.first + 1
        assert link.last - 1 not in cuts or link.last == link.first + 1


def test_a_part_without_rows_begins_where_the_next_does() -> None:
    high = Part(fragment(*[para("question", "题")] * 30))
    nothing = Part(Fragment("", ()))
    document = Document(LOOK, "t", (nothing, high, nothing, high, high, nothing))
    assert Renderer(LOOK).render(document).pagination.starts == (1, 1, 1, 1, 2, 3)
    empty = Document(LOOK, "t", (nothing,))
    assert Renderer(LOOK).render(empty).pagination.starts == (1,)
    listed = Part(Fragment("", (Contents((Entry("contents", (), s("无"), 2),), page_numbers=True),)))
    (area,) = links(Renderer(LOOK).render(document._replace(body=(listed, *document.body))).data)
    assert (area.page, area.target) == (0, 0)


def test_what_is_one_document_s_own_is_not_kept_for_the_next() -> None:
    used = Renderer(LOOK)
    for label in ("", "1.", "很长的标签" * 20):
        for name in ("甲", "乙"):
            own = Document(
                LOOK, "t", (Part(Fragment("", (para("question", name),)), s(label) if label else ()),)
            )
            data = used.render(own).data
            assert data == Renderer(LOOK).render(own).data
            assert text(characters(data)[0]).endswith(name)
    for document in (contents(40), contents(9), contents(40)):
        assert used.render(document).data == Renderer(LOOK).render(document).data
