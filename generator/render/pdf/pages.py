"""Pagination: measured fragments into the columns of pages, with what keeps together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.flow import Cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.render.pdf.flow import Flow

_CLOSE = 0.01  # points
_SURE = 0.8  # of a column: what ends above that fits elsewhere too
_EMPTY = 1 / 3  # of a column: so much is not left empty to keep a fragment whole


class Chunk(NamedTuple):
    """Rows `first` to `last` (not included) of a part."""

    part: int
    first: int
    last: int


class Placed(NamedTuple):
    """A chunk in its column, `y` points under the column's top."""

    chunk: Chunk
    y: float


def paginate(flows: Sequence[Flow], joined: Sequence[bool], height: float) -> list[list[Placed]]:
    """The columns, each `height` points high. `joined[i]`: part i keeps with the next."""
    columns = _Columns(flows, height)
    chain: list[Chunk] = []
    for part, flow in enumerate(flows):
        if flow.rows:
            chain.append(Chunk(part, 0, len(flow.rows)))
        if not joined[part] or part == len(flows) - 1:
            columns.put(chain, Cut.FREE)
            chain = []
    return columns.filled


class Start(NamedTuple):
    """Where a part begins: in which column, from 0, and how many points under its top."""

    column: int
    y: float


def starts(columns: Sequence[Sequence[Placed]], flows: Sequence[Flow]) -> list[Start]:
    """Of each part. One without rows begins where the next one with rows does, or under all others."""
    found: list[Start | None] = [None] * len(flows)
    for number, column in enumerate(columns):
        for (part, first, _), y in column:
            if not first:
                found[part] = Start(number, y)
    (part, first, last), y = columns[-1][-1] if columns[-1] else (Chunk(0, 0, 0), 0.0)
    below = Start(len(columns) - 1, y + (flows[part].height(first, last) if last else 0.0))
    result: list[Start] = []
    for start in reversed(found):
        below = start or below
        result.append(below)
    return result[::-1]


def loose(columns: Sequence[Sequence[Placed]], flows: Sequence[Flow], height: float) -> set[int]:
    """Parts that another program, whose lines come out a little longer, should not be asked to keep whole.

    Those that were broken, and those that just fit under something else: moved, they would leave the column empty.
    """
    found: set[int] = set()
    seen: set[int] = set()
    for column in columns:
        for (part, first, last), y in column:
            end = y + flows[part].height(first, last)
            if part in seen or (0 < y < height * (1 - _EMPTY) and end > height * _SURE):
                found.add(part)
            seen.add(part)
    return found


class _Columns:
    def __init__(self, flows: Sequence[Flow], height: float) -> None:
        self.flows = flows
        self.height = height
        self.filled: list[list[Placed]] = [[]]
        self._y = 0.0

    def put(self, chunks: list[Chunk], willing: Cut) -> None:
        """Place chunks that keep together. Cut them, as willingly as needed, when no column holds them."""
        end = self._end(chunks, self._y)
        if end <= self.height + _CLOSE:
            self._place(chunks, end)
            return
        cuts = [self.flows[part].cuts(willing, first, last) for part, first, last in chunks]
        if any(cuts) or (willing is Cut.NEVER and len(chunks) > 1):
            self._put_apart(chunks, cuts, willing)
        elif willing is Cut.FREE and self.height - self._y >= self.height * _EMPTY:
            self.put(chunks, Cut.KEPT)
        elif self.filled[-1] and (self._end(chunks, 0.0) <= self.height + _CLOSE or willing is Cut.NEVER):
            self.filled.append([])
            self._y = 0.0
            self._place(chunks, self._end(chunks, 0.0))
        elif willing is Cut.NEVER:
            self._place(chunks, end)
        else:
            self.put(chunks, Cut(willing - 1))

    def _end(self, chunks: list[Chunk], y: float) -> float:
        """Where chunks would end that are placed from y on; 0 is a column's top."""
        for chunk in chunks:
            part, first, last = chunk
            flow = self.flows[part]
            y += self._space(chunk) + flow.run(first, last) if y else flow.height(first, last)
        return y

    def _space(self, chunk: Chunk) -> float:
        """Between a chunk and what stands above it."""
        after = self.flows[chunk.part - 1].after if chunk.part and not chunk.first else 0.0
        return after + self.flows[chunk.part].rows[chunk.first].before

    def _place(self, chunks: list[Chunk], end: float) -> None:
        """Chunks that end there into the last column."""
        column = self.filled[-1]
        for chunk in chunks:
            above = column[-1].chunk if column else None
            if above is not None and above.part == chunk.part:
                column[-1] = Placed(Chunk(chunk.part, above.first, chunk.last), column[-1].y)
            else:
                column.append(Placed(chunk, self._y + self._space(chunk) if column else 0.0))
            self._y = end if len(chunks) == 1 else self._end([chunk], self._y)

    def _put_apart(self, chunks: list[Chunk], cuts: list[list[int]], willing: Cut) -> None:
        """Cut wherever it may be done as willingly as this; between parts that keep together at last."""
        group: list[Chunk] = []
        for (part, first, last), ends in zip(chunks, cuts, strict=True):
            if willing is Cut.NEVER and group:
                self.put(group, willing)
                group = []
            at = 0
            while at < len(ends):
                if not group:  # as many rows at once as the column holds
                    at = max(at, bisect_right(ends, self._reach(part, first)) - 1)
                self.put([*group, Chunk(part, first, ends[at])], willing)
                group, first, at = [], ends[at], at + 1
            group.append(Chunk(part, first, last))
        self.put(group, willing)

    def _reach(self, part: int, first: int) -> int:
        """The last row (not included) that the column holds of those that begin with `first`."""
        flow = self.flows[part]
        above = self._y + self._space(Chunk(part, first, first)) if self._y else flow.repeated(first)
        return flow.reach(first, self.height + _CLOSE - above)
