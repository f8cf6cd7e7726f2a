"""Files bound for the printer: every page as it was, each file on a front, everything stored once."""

from __future__ import annotations

import io
import tracemalloc
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import Contents, Document, Entry, Part
from generator.render.pdf import Renderer
from generator.render.pdf.finished import Finished, NotOurs
from generator.render.pdf.merge import Sheet, merge
from tests.render.pdf.reading import embedded_codes
from tests.render.sample_document import (
    classic_look,
    fragment,
    para,
    s,
    sample_english,
    sample_key,
    sample_paper,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.document import Look


class Bound(NamedTuple):
    data: bytes
    pages: int


def bound(sheets: Iterable[Sheet], *looks: Look, title: str = "第101考场") -> Bound:
    out = io.BytesIO()
    pages = merge(sheets, looks or (classic_look(),), title, out.write)
    return Bound(out.getvalue(), pages)


def rendered(document: Document) -> bytes:
    return Renderer(document.look).render(document).data


def named(name: str) -> Document:
    """Somebody's paper, of one page."""
    return Document(classic_look(), name, (Part(fragment(para("title", name))),))


def to_somebody(name: str) -> Document:
    """The sample paper with a name on it."""
    paper = sample_paper()
    return paper._replace(body=(Part(fragment(para("title", name))), *paper.body))


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    """Three looks, a picture, and pages in odd and even numbers."""
    documents = [
        to_somebody("王芳"), sample_key(), to_somebody("备用 Spare"), sample_english(), named("张伟"), named("李娜"),
    ]  # fmt: skip
    return [Sheet(f"{n} {d.title}", rendered(d)) for n, d in enumerate(documents, 1)]


@pytest.fixture(scope="module")
def looks() -> list[Look]:
    return [sample_paper().look, sample_key().look, sample_english().look]


def pictures_and_texts(data: bytes) -> list[tuple[bytes, str]]:
    document = pypdfium2.PdfDocument(data)
    shown = []
    for page in document:
        textpage = page.get_textpage()
        shown.append((page.render(scale=0.7).to_pil().tobytes(), textpage.get_text_range()))
        textpage.close()
        page.close()
    document.close()
    return shown


def test_every_page_is_as_it_was_and_each_file_begins_on_a_front(
    sheets: list[Sheet], looks: list[Look]
) -> None:
    data, pages = bound(sheets, *looks)
    shown = pictures_and_texts(data)
    assert len(shown) == pages
    at = blanks = 0
    for sheet in sheets:
        if at % 2:
            assert not shown[at][1]
            assert set(shown[at][0]) == {255}
            at += 1
            blanks += 1
        own = pictures_and_texts(sheet.data)
        assert shown[at : at + len(own)] == own
        at += len(own)
    assert at == pages
    assert blanks


def test_readers_find_no_fault_and_the_outline_names_each_file(
    sheets: list[Sheet], looks: list[Look]
) -> None:
    data, _ = bound(sheets, *looks, title="第101考场")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == "第101考场"
        numbers = {page.objgen: n for n, page in enumerate(pdf.pages, 1)}
        with pdf.open_outline() as outline:
            listed = [(str(item.title), numbers[item.destination[0].objgen]) for item in outline.root]
    assert [title for title, _ in listed] == [sheet.title for sheet in sheets]
    assert all(page % 2 for _, page in listed)
    assert listed == sorted(listed, key=lambda item: item[1])


def test_a_font_of_a_face_and_a_picture_are_stored_once(sheets: list[Sheet], looks: list[Look]) -> None:
    data, _ = bound(sheets, *looks)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        faces = [
            str(o.BaseFont)[8:]
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == "/Type0"
        ]
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert len(faces) == len(set(faces)) > 3
    assert len(images) == 1
    assert codes(data) == {
        face: set().union(*(own[face] for own in map(codes, (x.data for x in sheets)) if face in own))
        for face in codes(data)
    }


def codes(data: bytes) -> dict[str, set[int]]:
    """The characters of a file's fonts, by face."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name[8:]: shown for name, shown in embedded_codes(pdf).items()}


def test_links_stay_inside_their_file() -> None:
    entry = Entry("question", s("1."), s("长处"), 1)
    body = (
        Part(fragment(Contents((entry,), page_numbers=True, role="question"))._replace(digest="")),
        Part(fragment(para("question", "长处"))),
    )
    document = Document(classic_look(), "目录", body)
    data, _ = bound([Sheet(str(n), rendered(document)) for n in range(3)])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 5
        for page in pdf.pages[::2]:
            assert [link.Dest[0].objgen for link in page.Annots] == [page.objgen]


def test_copies_that_differ_in_a_name_share_the_rest() -> None:
    """Thirty copies take hardly more room than one."""
    renderer = Renderer(classic_look())
    names = [f"考生{n:02}" for n in range(30)]
    copies = [Sheet(name, renderer.render(to_somebody(name)).data) for name in names]
    data, _ = bound(copies)
    assert len(data) < 3 * len(copies[0].data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        contents = {page.Contents.objgen for page in pdf.pages if "/Contents" in page}
        resources = {page.Resources.objgen for page in pdf.pages if "/Contents" in page}
        own = len(Finished(copies[0].data).pages().kids)
    assert len(contents) == 30 + own - 1
    assert len(resources) == 1


def test_one_file_alone_gets_no_blank_page() -> None:
    assert bound([Sheet("张伟", rendered(named("张伟")))]).pages == 1


def test_no_file_makes_no_pdf() -> None:
    with pytest.raises(ValueError, match="needs a page"):
        bound([])


def test_sheets_are_held_one_at_a_time() -> None:
    one = rendered(sample_paper())
    bound([Sheet("", one)])  # what is made once is made
    sheets = (Sheet(str(n), bytes(bytearray(one))) for n in range(60))
    tracemalloc.start()
    try:
        merge(sheets, (classic_look(),), "", len)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * len(one)


WHOLE = rendered(named("张伟"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        WHOLE[1:],
        WHOLE + b"\n",
        WHOLE.replace(b"/Type/Pages", b"/Type/Pagez"),
        WHOLE.replace(b"/ToUnicode", b"/ToUnicorn"),
        WHOLE.replace(b"NotoSansSC", b"NoboSansSC"),
        WHOLE.replace(b" 00000 n\r\n", b" 00000 f\r\n").replace(b"0000000015", b"0000000016"),
    ],
    ids=["empty", "head", "shifted", "longer", "no pages", "no map", "another face", "table"],
)
def test_what_is_none_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(NotOurs):
        bound([Sheet("", data)])


def test_what_another_program_wrote_is_refused() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as pdf:
        pdf.save(out)
    with pytest.raises(NotOurs):
        bound([Sheet("", out.getvalue())])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(NotOurs):
        bound([Sheet("", WHOLE[:length])])
