"""Lists of contents: entries, and the numbers of pages that are known when all is placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import Str
from generator.model.document import Paragraph
from generator.render.pdf.file import real
from generator.render.pdf.fit import LEAST
from generator.render.pdf.flow import Cut, Link, Numeral, Row, Shown, baseline
from generator.render.pdf.measure.paragraph import paragraph_rows, set_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.document import Contents, Entry
    from generator.render.pdf.flow import Flow
    from generator.render.pdf.typesetter import Typesetter

_DIGITS = (Str("000"),)  # a number has room for so many
_APART = 1.0  # ems between an entry's text and its number, at least
_PITCH = 0.5  # ems from dot to dot of a leader
_DOT = 0.09  # ems
_AIR = 0.4  # ems between a leader and what stands at its ends, at least
_DOTS = 2  # one alone looks like a full stop


class Listed(NamedTuple):
    """An entry of a list, set like a paragraph of its role, with `room` for the number of a page; 0: without one.

    The dots of its leader are `pitch` points apart, as in the whole list.
    """

    entry: Entry
    room: float
    pitch: float

    @property
    def role(self) -> str:
        return self.entry.role


def listed(setter: Typesetter, contents: Contents) -> Iterator[Listed]:
    pitch = _PITCH * setter.look.texts[contents.role].size
    rooms: dict[tuple[str, str], float] = {}
    for entry in contents.entries:
        key = entry.role, entry.language
        if key not in rooms:
            style = setter.look.texts[entry.role]
            room = setter.width(_DIGITS, style, entry.language) + _APART * style.size
            rooms[key] = room if contents.page_numbers else 0.0
        yield Listed(entry, rooms[key], pitch)


def entry_rows(setter: Typesetter, piece: Listed, width: float) -> tuple[list[Row], Link]:
    """The rows of an entry, and the link they make. Its number gets its room but is not shown yet.

    Kept, for the questions of a bank are listed in many documents.
    """
    role, label, inlines, target, language = piece.entry
    key = ("entry", role, repr(label), repr(inlines), language, piece.room, piece.pitch, width)
    rows, numeral = setter.kept(key, lambda: _entry(setter, piece, width))
    return [*rows], Link(0, len(rows), target, setter.look.texts[role].indent, width, numeral)


def _entry(setter: Typesetter, piece: Listed, width: float) -> tuple[Sequence[Row], Numeral | None]:
    entry, room, pitch = piece
    style = setter.look.texts[entry.role]
    paragraph = Paragraph(entry.role, entry.inlines, entry.label, language=entry.language)
    if not room:
        return paragraph_rows(setter, paragraph, width, None), None
    beside = style.indent + style.hang + LEAST * style.size <= width - room
    text = set_paragraph(setter, paragraph, width - room if beside else width, None)
    rows, end = text.rows(), text.end
    if not beside:
        rows[-1] = rows[-1]._replace(cut=Cut.NEVER)
        rows.append(Row(style.leading, cut=Cut.FREE))
        end = width
    return rows, Numeral(style, entry.language, end + _AIR * style.size, pitch)


def numbered(setter: Typesetter, flow: Flow, pages: Sequence[int]) -> Flow:
    """The flow with the page of its target, `pages[target]`, at the end of each entry. No row moves."""
    rows = list(flow.rows)
    setter.shown = Shown()
    for link in flow.links:
        if link.numeral is None:
            continue
        style, language, start, pitch = link.numeral
        number = setter.one_line((Str(str(pages[link.target])),), style, language)
        x, y = link.right - number.width, baseline(style.size, style.leading)
        dots = _leader(start, x - _AIR * style.size, link.right, y, pitch)
        row = rows[link.last - 1]
        rows[link.last - 1] = row._replace(
            texts=(*row.texts, (x, y, number.text)), drawing=row.drawing + dots
        )
    return flow.with_rows(rows, setter.shown)


def _leader(start: float, end: float, edge: float, y: float, pitch: float) -> bytes:
    """Dots on the baseline between these places. They stand a number of pitches from the edge, in all lines alike."""
    last = edge - -(-(edge - end) // pitch) * pitch
    count = int((last - start) // pitch) + 1
    if count < _DOTS:
        return b""
    thick = _DOT / _PITCH * pitch
    # A dash of nearly no length with a round end is a dot; pdfium makes one of no length longer and so shifts
    # the others. The last one is not left to rounding.
    return b"q 1 J [.01 %b] 0 d %b w %b %b m %b %b l S Q\n" % (
        real(pitch - 0.01), real(thick), real(last - (count - 1) * pitch), real(thick / 2 - y),
        real(last + pitch / 4), real(thick / 2 - y),
    )  # fmt: skip
