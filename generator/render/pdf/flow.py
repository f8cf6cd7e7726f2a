"""Flow: a measured fragment as rows, top down, that can be cut between rows and placed anywhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.file import real

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.model.document import TextStyle
    from generator.render.pdf.typesetter import SetLine


DEPTH = 0.12  # ems that a Han character reaches under its baseline


class Cut(IntEnum):
    """How willingly a flow is cut under a row."""

    NEVER = 0  # but where nothing else helps
    STEM = 1  # inside a stem, when stem, options and first answer lines are longer than a page
    KEPT = 2  # inside a fragment that is kept whole, when that would leave a third of a column or more empty
    FREE = 3


class Row(NamedTuple):
    """A line of text, a ruled line, a table's row. Points; places count right and down from its upper left.

    `before` is the space above it, dropped at a page's top. `drawing` is in PDF's own directions, from the
    row's upper left. `head` are the rows repeated above it when it comes first on a page, `lid` is what is
    drawn then where there are none; `floor` is drawn when it comes last on a page.
    """

    height: float
    texts: tuple[tuple[float, float, bytes], ...] = ()  # x, y of the baseline, operators
    drawing: bytes = b""
    before: float = 0.0
    cut: Cut = Cut.NEVER
    head: tuple[int, int] = (0, 0)
    lid: bytes = b""
    floor: bytes = b""


class Numeral(NamedTuple):
    """The number of a page at the right end of a row, as it is set when it is known.

    A leader may begin at `start`; its dots are `pitch` points apart.
    """

    style: TextStyle
    language: str
    start: float
    pitch: float


class Link(NamedTuple):
    """Rows `first` to `last` (not included), from `left` to `right`, lead to part `target` of the document."""

    first: int
    last: int
    target: int
    left: float
    right: float
    numeral: Numeral | None = None  # in the last row


class Flow:
    """Rows, and what they need: codes by face, picture files by resource name.

    `after` is the space under the last row. `label_at` is the row and the place in it (x, y) where a label of
    the fragment begins. `headings` are (row, level, title); `links` lead to other parts of the document.
    """

    __slots__ = (
        "_cuts", "_places", "_slices", "after", "codes", "headings", "keeps_with_next", "label_at", "links", "pictures",
        "rows",
    )  # fmt: skip

    def __init__(
        self, rows: Sequence[Row], after: float, codes: Mapping[str, Collection[int]], pictures: Mapping[bytes, str],
        label_at: tuple[int, float, float] = (0, 0.0, 0.0), headings: Sequence[tuple[int, int, str]] = (),
        keeps_with_next: bool = False, links: Sequence[Link] = (),
    ) -> None:  # fmt: skip
        self.rows = rows
        self.after = after
        self.pictures = pictures
        self.label_at = label_at
        self.headings = headings
        self.keeps_with_next = keeps_with_next
        self.links = links
        self.codes = codes
        self._places = [0.0]
        for row in rows:
            self._places.append(self._places[-1] + row.before + row.height)
        self._cuts: dict[Cut, list[int]] = {}
        self._slices: dict[tuple[int, int], bytes] = {}

    def with_rows(self, rows: Sequence[Row], shown: Shown) -> Flow:
        """The same with rows that show this, too."""
        shown.join(self.codes)
        return Flow(
            rows,
            self.after,
            by_face(shown),
            self.pictures,
            self.label_at,
            self.headings,
            self.keeps_with_next,
            self.links,
        )

    def height(self, first: int, last: int) -> float:
        """Of rows first to last (not included), without the space above, with a repeated head."""
        return self.run(first, last) + self.repeated(first)

    def run(self, first: int, last: int) -> float:
        """The same of rows that stand under others of their column."""
        return self._places[last] - self._places[first] - self.rows[first].before

    def reach(self, first: int, room: float) -> int:
        """The last row (not included) of a run that begins with row `first` and is no higher than `room`."""
        return bisect_right(self._places, self._places[first] + self.rows[first].before + room) - 1

    def cuts(self, willing: Cut, first: int, last: int) -> list[int]:
        """Numbers of the rows between these before which the flow may be cut."""
        if willing not in self._cuts:
            self._cuts[willing] = [i for i, row in enumerate(self.rows, 1) if row.cut >= willing]
        cuts = self._cuts[willing]
        return cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]

    def top(self, row: int, first: int) -> float:
        """How far a row's top is under that of a slice that begins with row `first`."""
        return self.run(first, row) + self.rows[row].before + self.repeated(first)

    def repeated(self, first: int) -> float:
        """Height of the head over a slice that begins with row `first`."""
        start, end = self.rows[first].head
        return self._places[end] - self._places[start] - self.rows[start].before if end else 0.0

    def slice(self, first: int, last: int) -> bytes:
        """Operators of these rows, from the upper left of the first."""
        key = (first, last)
        if key not in self._slices:
            self._slices[key] = self._operators(first, last)
        return self._slices[key]

    def _operators(self, first: int, last: int) -> bytes:
        head = self.rows[first].head
        rows = [*self.rows[head[0] : head[1]], *self.rows[first:last]]
        drawn: list[bytes] = []
        shown: list[bytes] = []
        top = x0 = y0 = 0.0
        for i, row in enumerate(rows):
            top += row.before if i else 0.0
            drawing = row.drawing if i else row.lid + row.drawing
            if i == len(rows) - 1:
                drawing += row.floor
            if drawing:
                drawn.append(b"q 1 0 0 1 0 %b cm\n%bQ\n" % (real(-top), drawing))
            placed = []
            for x, y, text in row.texts:
                placed.append(b"%b %b Td %b\n" % (real(x - x0), real(y0 - top - y), text))
                x0, y0 = x, top + y
            # Who reads the text of the file has read a head before.
            shown += [b"/Artifact BMC\n", *placed, b"EMC\n"] if placed and i < head[1] - head[0] else placed
            top += row.height
        if shown:
            drawn += [b"BT\n", *shown, b"ET\n"]
        return b"".join(drawn)


class Shown(dict[str, set[int]]):
    """The codes that are shown of each face."""

    def note(self, pairs: Iterable[tuple[str, int]]) -> None:
        for face, code in pairs:
            self.setdefault(face, set()).add(code)

    def join(self, codes: Mapping[str, Iterable[int]]) -> None:
        for face in codes:
            if face in self:
                self[face].update(codes[face])
            else:
                self[face] = set(codes[face])


def by_face(shown: Shown) -> dict[str, tuple[int, ...]]:
    """Ascending codes. Tuples, for thousands are kept and sets take five times the memory."""
    return {face: tuple(sorted(codes)) for face, codes in shown.items()}


def baseline(size: float, leading: float) -> float:
    """From a line's top: the Han em box, stands in its middle."""
    return (leading - size) / 2 + (1 - DEPTH) * size


def placed(lines: Sequence[SetLine], x: float, top: float, size: float, leading: float) -> tuple[
    tuple[tuple[float, float, bytes], ...], bytes
]:  # fmt: skip
    """Texts and drawing of lines one under another, the first line's top at (x, top)."""
    texts: list[tuple[float, float, bytes]] = []
    drawing: list[bytes] = []
    for i, line in enumerate(lines):
        at = (x + line.x, top + i * leading + baseline(size, leading))
        if line.text:
            texts.append((*at, line.text))
        if line.drawing:
            drawing.append(b"q 1 0 0 1 %b %b cm .5 w\n%bQ\n" % (real(at[0]), real(-at[1]), line.drawing))
    return tuple(texts), b"".join(drawing)
