"""A finished PDF, read by PDFium: the text of its pages, cut where its outline says a question or heading begins."""

from __future__ import annotations

import ctypes
import re
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.edges import MOST_EDGES, Line, without_edges
from generator.verify.objects import read_objects
from generator.verify.outlines import without_outlines
from generator.verify.reading import Fault, Part, Reading, Unreadable, cut, once, squeezed
from generator.verify.repeated import BLANK, Repeated, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 100_000
_INVISIBLE = re.compile("[\\s\u00ad\u200b\u200d\ufffe-]")


class Bound(NamedTuple):
    """A file in which several are bound: its pages, and the title and page (from 0) of each by its outline."""

    pages: tuple[bytes, ...]
    entries: tuple[tuple[str, int], ...]
    others: tuple[str, ...]
    faults: tuple[Fault, ...]


class _Entry(NamedTuple):
    """Of the outline."""

    title: str  # squeezed
    page: int  # from 0
    top: float  # points


def read_pdf(data: bytes) -> Reading:
    """Unreadable: it is no PDF that can be read."""
    with _opened(without_outlines(data)) as document:
        return _read(document, data)


def read_bound(data: bytes) -> Bound:
    """A file for the printer. Its pages are compared as they are packed, so they need not be read. Unreadable."""
    with _opened(data) as document:
        outline, faults = _outline(document)
        objects = read_objects(data)
        if len(document) != len(objects.pages):
            faults.append(Fault("verify-foreign-bytes", {}))
        entries = tuple((entry.title, entry.page) for entry in outline)
        return Bound(objects.pages, entries, objects.texts, once([*objects.faults, *faults]))


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    """Unreadable: it cannot be opened, or what is in it makes no sense."""
    import pypdfium2

    document = None
    try:
        document = pypdfium2.PdfDocument(data)
        yield document
    except (pypdfium2.PdfiumError, ValueError) as bad:  # ValueError: of texts that are none
        raise Unreadable("verify-broken-pdf", reason=str(bad)) from None
    finally:
        if document is not None:
            document.close()


def _read(document: PdfDocument, data: bytes) -> Reading:
    if len(document) > MOST_PAGES:
        raise Unreadable("verify-too-big")
    objects = read_objects(data)
    repeated = Repeated() if objects.repeats else None
    lines = list(_lines(document, repeated))
    pages = ["\n".join(line.text for line in page) for page in lines]
    edged = without_edges(lines)
    faults = [*objects.faults, *edged.faults]
    if len(pages) != len(objects.pages):
        faults.append(Fault("verify-foreign-bytes", {}))
    body = squeezed("\n".join(edged.bodies))
    # Of each page in the body, or a little behind: a hyphen between pages is counted.
    ends = list(accumulate(len(squeezed(text)) for text in edged.bodies))
    outline, broken = _outline(document)
    faults += broken
    cuts: list[tuple[int, str]] = []
    after = 0
    for entry in outline:
        start = ends[entry.page - 1] - entry.page - 1 if entry.page else 0
        at = _find(document, entry, body, max(after, start), ends[entry.page])
        if at < 0:
            faults.append(Fault("verify-outline", {"title": cut(entry.title)}))
            continue
        cuts.append((at, entry.title))
        after = at + 1
    stops = [at for at, _ in cuts[1:]] + [len(body)]
    parts = tuple(Part(body[at:end], title) for (at, title), end in zip(cuts, stops, strict=False))
    front = _unsqueezed("\n".join(edged.bodies), cuts[0][0] if cuts else len(body))
    shown = set(body) | set(squeezed("\n".join(pages)))
    for _, characters in objects.fonts:
        hidden = {c for c in characters if c not in shown and not _INVISIBLE.match(c) and c not in "-‐\xa0"}
        if hidden:
            faults.append(Fault("verify-font", {"characters": cut("".join(sorted(hidden)))}))
    info = document.get_metadata_dict(skip_empty=True)
    return Reading(
        pages=len(pages),
        title=info.get("Title", ""),
        front=front,
        parts=parts,
        edges=edged.edges,
        page_marks=objects.pages,
        others=objects.texts,
        pictures=objects.pictures,
        heads=frozenset(repeated.heads if repeated else ()),
        faults=once(faults),
    )


def _lines(document: PdfDocument, repeated: Repeated | None) -> Iterator[list[Line]]:
    """The lines of each page, without heads that are `repeated`; None: nothing is.

    The page before stays open, or PDFium would forget the fonts.
    """
    before = None
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield _lines_of(text, repeated)
        text.close()
        if before is not None:
            before.close()
        before = page
    if before is not None:
        before.close()


def _lines_of(page: PdfTextPage, repeated: Repeated | None) -> list[Line]:
    said: str = page.get_text_range()
    if repeated is not None:
        said = repeated.blanked(page, said)
    texts = said.rstrip("\r\n").split("\r\n")
    lines: list[Line] = []
    at = 0
    for number, whole in enumerate(texts):
        text = whole.replace(BLANK, "")
        # Only these are asked for their place: it takes longer than all else.
        if text and (not lines or number >= len(texts) - MOST_EDGES):
            lines.append(_placed(page, at, text))
        elif text or not whole:
            lines.append(Line(text))
        at += units(whole) + 2
    return lines


def _placed(page: PdfTextPage, at: int, text: str) -> Line:
    """`at` is in the text of the page, which has not all characters of the page."""
    import pypdfium2.raw as pdfium

    at = pdfium.FPDFText_GetCharIndexFromTextIndex(page, at)

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, at, ctypes.byref(x), ctypes.byref(y))
    return Line(text, y.value, pdfium.FPDFText_GetFontSize(page, at))


def _outline(document: PdfDocument) -> tuple[list[_Entry], list[Fault]]:
    entries: list[_Entry] = []
    faults: list[Fault] = []
    for bookmark in document.get_toc():
        title = squeezed(bookmark.get_title())
        target = bookmark.get_dest()
        page = None if target is None else target.get_index()
        if page is None or not 0 <= page < len(document):
            faults.append(Fault("verify-outline", {"title": cut(title)}))
            continue
        _, view = target.get_view()
        entries.append(_Entry(title, page, view[1] if len(view) > 1 else 0.0))
    return entries, faults


def _find(document: PdfDocument, entry: _Entry, body: str, start: int, end: int) -> int:
    """Where in the body the entry's title stands; -1 when it does not."""
    title = entry.title.rstrip("…")
    at = body.find(title, start)
    if at < 0:
        return at
    # In a list of contents it may stand on the same page before: then the outline's place decides.
    again, places = at, [at]
    while (again := body.find(title, again + 1, end)) >= 0:
        places.append(again)
    if len(places) == 1:
        return at
    tops = _tops(document, entry.page, title)
    if len(tops) < len(places):
        return places[-1]
    tops = tops[-len(places) :]
    return min(zip(tops, places, strict=True), key=lambda place: abs(place[0] - entry.top))[1]


def _tops(document: PdfDocument, number: int, title: str) -> list[float]:
    """How high on the page each occurrence of a title stands."""
    import pypdfium2.raw as pdfium

    page = document[number]
    text = page.get_textpage()
    try:
        said = text.get_text_range()
        spread = ("[-‐\ufffe]" if c == "-" else re.escape(c) for c in title[:60])
        pattern = re.compile("[\\s\u00ad\u200d\ufffe-]*?".join(spread))
        tops = []
        for found in pattern.finditer(said):
            box = [ctypes.c_double() for _ in range(4)]
            at = pdfium.FPDFText_GetCharIndexFromTextIndex(text, units(said[: found.start()]))
            pdfium.FPDFText_GetCharBox(text, at, *map(ctypes.byref, box))
            tops.append(box[3].value)
        return tops
    finally:
        text.close()
        page.close()


def _unsqueezed(text: str, count: int) -> str:
    """The beginning of a text that is `count` characters when squeezed."""
    if count <= 0:
        return ""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(squeezed(text[:middle])) < count:
            low = middle + 1
        else:
            high = middle
    return text[:low]
