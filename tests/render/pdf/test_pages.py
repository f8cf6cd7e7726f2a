"""Pages: what keeps together, what is repeated, what is dropped at a page's top."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.content import LineBreak, Str
from generator.model.document import AnswerLines, Cell, Choices, Document, Grid, Paragraph, Part, TextStyle
from generator.render.pdf import Renderer
from generator.render.pdf.flow import Cut, Flow, Row
from generator.render.pdf.measure import measure
from generator.render.pdf.pages import paginate
from generator.render.pdf.typesetter import Typesetter
from tests.render.pdf.reading import characters, lines, rules, text
from tests.render.sample_document import cells, classic_look, fragment, s

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import Look, Piece

PITCH = 20.0
LINES = 10  # of a page
STYLE = TextStyle("song", 10, PITCH)
BASE = classic_look()


def look(columns: int = 1) -> Look:
    page = BASE.page._replace(
        height=LINES * PITCH, width=300.0, top=0.0, bottom=0.0, left=20.0, right=20.0,
        columns=columns, gutter=20.0,
    )  # fmt: skip
    texts = {
        **dict.fromkeys(("text", "answer_space", "option", "table"), STYLE),
        "spaced": STYLE._replace(space_before=15, space_after=5),
        "heading": STYLE._replace(keep_with_next=True),
        "whole": STYLE._replace(keep_lines=True),
        "cell": STYLE._replace(leading=17),
    }
    return BASE._replace(page=page, texts=texts, rule_pitch=PITCH)


def render(*parts: Part) -> list[str]:
    """The first characters of the lines of each page of ten lines."""
    sheet = look()
    data = Renderer(sheet).render(Document(sheet, "t", parts)).data
    return ["".join(text(line)[0] for line in lines(page)) for page in characters(data)]


def para(marks: str, role: str = "text") -> Paragraph:
    """One line for each character."""
    inlines: list[Inline] = []
    for mark in marks:
        inlines += [Str(mark), LineBreak()]
    return Paragraph(role, tuple(inlines[:-1]))


def part(*pieces: Piece, keep: bool = False, joined: bool = False) -> Part:
    return Part(fragment(*pieces, keep=keep), keep_with_next=joined)


def singles(count: int) -> Part:
    return part(*(para("x") for _ in range(count)))


def measured(*pieces: Piece, keep: bool = False) -> Flow:
    return measure(Typesetter(look()), fragment(*pieces, keep=keep), 260.0, LINES * PITCH)


def spread(above: int, flow: Flow) -> list[int]:
    """How many rows of the flow stand in each column, after so many rows of others."""
    others = [Flow([Row(PITCH, cut=Cut.FREE)], 0.0, set(), {}) for _ in range(above)]
    columns = paginate([*others, flow], [False] * (above + 1), LINES * PITCH)
    return [sum(c.last - c.first for c, _ in column if c.part == above) for column in columns]


@pytest.mark.parametrize(
    ("above", "pages"),
    [
        (6, ["xxxxxxabcd"]),
        (7, ["xxxxxxxab", "cd"]),
        (8, ["xxxxxxxxab", "cd"]),
        (9, ["xxxxxxxxx", "abcd"]),
    ],
)
def test_two_lines_stay_together_at_top_and_bottom(above: int, pages: list[str]) -> None:
    assert render(singles(above), part(para("abcd"))) == pages


def test_three_lines_and_kept_lines_are_not_broken() -> None:
    assert render(singles(8), part(para("abc"))) == ["xxxxxxxx", "abc"]
    assert render(singles(7), part(para("abcdef", "whole"))) == ["xxxxxxx", "abcdef"]


def test_heading_note_and_question_keep_together() -> None:
    head = part(para("H", "heading"), joined=True)
    note = part(para("N"), joined=True)
    assert render(singles(7), head, note, part(para("ab"), keep=True)) == ["xxxxxxx", "HNab"]
    assert render(singles(6), head, note, part(para("abcdef"))) == ["xxxxxxHNab", "cdef"]
    assert render(singles(8), part(para("H", "heading"), para("ab"))) == ["xxxxxxxx", "Hab"]


def test_a_kept_fragment_moves_whole_unless_that_leaves_a_third_of_a_page_empty() -> None:
    kept = part(para("abc"), para("def"), keep=True)
    assert render(singles(7), kept) == ["xxxxxxx", "abcdef"]
    assert render(singles(6), kept) == ["xxxxxxabc", "def"]
    head = part(para("H", "heading"), joined=True)
    assert render(singles(6), head, kept) == ["xxxxxxHabc", "def"]
    assert render(singles(7), head, kept) == ["xxxxxxx", "Habcdef"]
    question = measured(para("ab"), AnswerLines(6), keep=True)
    assert spread(7, question) == [0, 8]
    assert spread(6, question) == [4, 4]
    assert spread(3, question) == [6, 2]
    options = Choices((("A.", s("长" * 30)), ("B.", s("短"))))
    asked = measured(para("ab"), options, AnswerLines(4), keep=True)  # 2 + 3 + 4
    assert spread(3, asked) == [7, 2]  # the first option has two lines
    assert spread(4, asked) == [0, 9]  # stem, options and two lines do not fit


def test_a_short_last_paragraph_stays_with_what_stands_before_it() -> None:
    table = Grid((cells("text", "t"), cells("text", "u")), (1,), role="text")
    assert render(singles(9), part(para("a"), para("b"))) == ["x" * 9, "ab"]
    assert render(singles(8), part(para("a"), para("b"), para("c"))) == ["x" * 8 + "a", "bc"]
    assert render(singles(6), part(para("abc"), para("de"))) == ["x" * 6, "abcde"]
    assert render(singles(7), part(para("abc"), para("def"))) == ["x" * 7 + "abc", "def"]
    first, second = render(singles(7), part(para("a"), table, para("b")))
    assert (first, second) == ("x" * 7 + "a", "tub")
    assert spread(9, measured(AnswerLines(1), para("b"))) == [1, 1]


def test_what_word_should_not_keep_whole_is_told() -> None:
    sheet = look()
    kept, free = part(para("abc"), para("def"), keep=True), part(para("abc"), para("def"))

    def loose(*parts: Part) -> frozenset[int]:
        return Renderer(sheet).render(Document(sheet, "t", parts)).pagination.loose

    assert loose(singles(5), kept) == {1}
    assert loose(singles(7), kept, singles(1)) == set()
    assert loose(singles(3), kept) == {1}  # just fits under others: elsewhere it might leave most of a page
    assert loose(singles(1), kept) == set()
    assert loose(singles(5), free) == set()
    assert loose(part(*(para(c) for c in "abcdefghijkl"), keep=True)) == {0}


def test_a_fragment_that_no_page_holds_is_broken() -> None:
    long = part(*(para(c) for c in "abcdefghijkl"), keep=True)
    assert render(singles(5), long) == ["xxxxxabcde", "fghijkl"]
    head = part(para("H", "heading"), joined=True)
    tall = part(*(para(c) for c in "abcdefghij"), keep=True)
    assert render(singles(8), head, tall) == ["xxxxxxxxHa", "bcdefghij"]


def test_stem_options_and_first_answer_lines_keep_together() -> None:
    chosen = measured(para("ab"), Choices((("A.", s("长" * 30)), ("B.", s("短")))))
    assert spread(5, chosen) == [5]  # the first option has two lines
    assert spread(6, chosen) == [0, 5]
    answered = measured(para("ab"), AnswerLines(6))
    assert spread(6, answered) == [4, 4]
    assert spread(7, answered) == [0, 8]
    assert spread(3, answered) == [6, 2]  # not 7 and 1
    long = measured(para("ab"), AnswerLines(12), keep=True)
    assert spread(6, long) == [4, 10]
    assert spread(7, long) == [0, 10, 4]


def test_head_rows_are_repeated_and_rows_never_split() -> None:
    table = Grid((cells("cell", "H"), *(cells("cell", c * 40) for c in "甲乙丙丁戊己")), (1,), head=1)
    pages = render(singles(3), part(table))
    assert pages[0][3] == "H"
    assert pages[1][0] == "H"
    assert "".join(pages).replace("x", "").replace("H", "") == "".join(c * 2 for c in "甲乙丙丁戊己")


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        (7, ["xxxxx", "H1234567"]),
        (8, ["xxxxxH1234", "H5678"]),  # many rows: broken, with the head again
        (3, ["xxxxxH123"]),
    ],
)
def test_a_table_of_few_rows_is_not_broken(rows: int, pages: list[str]) -> None:
    table = Grid((cells("cell", "H"), *(cells("cell", str(n)) for n in range(1, rows + 1))), (1,), head=1)
    assert render(singles(5), part(table)) == pages


def test_a_row_that_no_page_holds_is_cut_between_lines_and_ruled_on_both_sides() -> None:
    sheet = look()
    high = para("abcdefghijklmno").inlines
    row = (Cell(s("甲"), "cell"), Cell(high, "cell"))
    table = Grid((cells("cell", "H", "H"), row, cells("cell", "乙", "z")), (1, 1), head=1)
    data = Renderer(sheet).render(Document(sheet, "t", (singles(3), part(table)))).data
    pages = characters(data)
    assert ["".join(sorted(text(page))) for page in pages] == ["HHabcdefxxx甲", "HHghijklmnoz乙"]
    assert [text(line) for line in lines(pages[0])][3:5] == ["HH", "甲a"]
    with pikepdf.open(BytesIO(data)) as pdf:
        for page, shown in zip(pdf.pages, pages, strict=True):
            drawn = rules(page)
            across = sorted({round(r.y, 2) for r in drawn if r.y == r.top})
            upright = {
                x: [r for r in drawn if r.x == r.right == x] for x in {r.x for r in drawn if r.x == r.right}
            }
            assert len(upright) == 3
            for sides in upright.values():  # unbroken from the uppermost rule to the lowest
                assert min(r.y for r in sides) == pytest.approx(across[0], abs=0.02)
                assert max(r.top for r in sides) == pytest.approx(across[-1], abs=0.02)
                assert sum(r.top - r.y for r in sides) == pytest.approx(across[-1] - across[0], abs=0.05)
            inside = [c for c in shown if c.text != "x"]
            assert across[0] < min(c.y for c in inside)
            assert max(c.y for c in inside) < across[-1]
            assert across[0] >= 0


def test_a_label_after_a_table_stands_at_its_paragraph_under_a_repeated_head() -> None:
    table = Grid((cells("cell", "H"), *(cells("cell", "z") for _ in range(12))), (1,), head=1)
    labelled = Part(fragment(table, Paragraph("question", s("a"))), label=s("7."))
    sheet = look()
    sheet = sheet._replace(texts={**sheet.texts, "question": STYLE._replace(hang=20)})
    _, page = characters(Renderer(sheet).render(Document(sheet, "t", (labelled,))).data)
    found = [text(line) for line in lines(page)]
    assert (found[0], found[-1]) == ("H", "7.a")


def test_a_row_of_half_a_page_or_less_is_never_cut() -> None:
    table = Grid(((Cell(para("abcde").inlines, "cell"),), cells("cell", "z")), (1,))
    assert render(singles(6), part(table)) == ["xxxxxx", "abcdez"]


def test_columns_fill_one_after_another() -> None:
    sheet = look(columns=2)
    body = part(*(para(c) for c in "abcdefghijklmnopqrstuvw"))
    first, second = characters(Renderer(sheet).render(Document(sheet, "t", (body,))).data)
    assert text(first) == "abcdefghijklmnopqrst"
    assert {round(c.x) for c in first} == {20, 160}
    assert text(second) == "uvw"


def test_space_is_added_between_and_dropped_at_a_page_s_top() -> None:
    sheet = look()
    body = part(*(para(c, "spaced") for c in "abcdefg"))
    first, second = characters(Renderer(sheet).render(Document(sheet, "t", (body,))).data)
    assert {round(a.y - b.y, 1) for a, b in pairwise(first)} == {40.0}
    assert first[0].y == pytest.approx(second[0].y, abs=0.01)
    assert text(first) + text(second) == "abcdefg"


rows = st.lists(
    st.builds(
        lambda height, before, cut: Row(height, before=before, cut=cut),
        st.sampled_from([10.0, 20.0, 35.0]),
        st.sampled_from([0.0, 8.0]),
        st.sampled_from(Cut),
    ),
    min_size=1,
    max_size=12,
)


@given(st.lists(st.tuples(rows, st.booleans()), min_size=1, max_size=6))
def test_all_rows_are_placed_once_in_order_and_inside_the_page(drawn: list[tuple[list[Row], bool]]) -> None:
    flows = [Flow(own, 6.0, set(), {}) for own, _ in drawn]
    columns = paginate(flows, [joined for _, joined in drawn], 120.0)
    placed = [chunk for column in columns for chunk, _ in column]
    assert [(p, r) for p, first, last in placed for r in range(first, last)] == [
        (p, r) for p, flow in enumerate(flows) for r in range(len(flow.rows))
    ]
    for column in columns:
        assert column[0].y == 0
        for chunk, y in column:
            assert y + flows[chunk.part].run(chunk.first, chunk.last) <= 120.01
        for above, below in pairwise(column):
            own = flows[above.chunk.part]
            end = above.y + own.run(above.chunk.first, above.chunk.last)
            assert below.y == pytest.approx(end + own.after + flows[below.chunk.part].rows[0].before)
