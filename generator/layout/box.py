"""The candidate box: as many rows as its fields need to be filled in by hand, whoever fills it."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from generator.layout.content import say
from generator.model.document import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.layout.style import BoxField, Style

_WRITTEN = {"name": 6.0, "id": 10.0, "post": 8.0, "room": 5.0, "seat": 3.5}  # ems to write in at least
_OTHERS = 5.0  # of other fields
_LATIN = 0.72  # ems of a letter: labels are short, and hold capitals
_SIDE = 5.5  # points beside what stands in a cell
_SLACK = 0.4  # ems, for labels that come out wider than reckoned
_CLOSE = 4.0  # points: rules of two rows that are no farther apart are one


class _Field(NamedTuple):
    label: Cell
    name: str  # of what it shows
    span: int  # columns of its cell


class Box:
    """Of a style, on a column `room` points wide. Its rows and columns are the same for all candidates."""

    def __init__(self, style: Style, room: float) -> None:
        fields = style.front.candidate_box
        size = style.paper_look.texts["box"].size
        labels = [(_ems(field.label) + _SLACK) * size + 2 * _SIDE for field in fields]
        cells = [_WRITTEN.get(field.field, _OTHERS) * size + 2 * _SIDE for field in fields]
        needed = [label + cell for label, cell in zip(labels, cells, strict=True)]
        breaks = _breaks(needed, room)
        first = max(labels[start] for start in breaks[:-1])
        rows = []  # where labels and cells begin and end
        for start, end in pairwise(breaks):
            free = max(room - sum(needed[start:end]), 0.0)
            more = min(first - labels[start], free)  # so that cells under one another begin alike
            labels[start] += more
            free -= more
            shares = sum(field.width for field in fields[start:end]) or 1.0
            widths: list[float] = []
            for field, label, cell in list(zip(fields, labels, cells, strict=True))[start:end]:
                widths += [label, cell + free * field.width / shares]
            scale = room / sum(widths)
            rows.append([edge * scale for edge in accumulate(widths, initial=0.0)])
        edges = _merged(edge for row in rows for edge in row)
        left = iter(fields)
        self._rows = [list(_fields(left, row, edges)) for row in rows]
        self._widths = tuple(end - start for start, end in pairwise(edges))
        self._height = style.row_height.box

    def shows(self, name: str) -> bool:
        return any(field.name == name for row in self._rows for field in row)

    def grid(self, known: Mapping[str, str]) -> Grid:
        """The box filled in with what is known; what is too long is wrapped in its cell."""
        rows = tuple(
            tuple(
                cell
                for label, name, span in row
                for cell in (label, Cell(say(known.get(name, "")), "box", span=span))
            )
            for row in self._rows
        )
        return Grid(rows, self._widths, row_height=self._height, role="box")


def _fields(fields: Iterator[BoxField], row: Sequence[float], edges: Sequence[float]) -> Iterator[_Field]:
    """Those of a row whose labels and cells have these edges."""
    at = [min(range(len(edges)), key=lambda k: abs(edges[k] - edge)) for edge in row]
    for start, middle, end in zip(at[:-1:2], at[1::2], at[2::2], strict=True):
        field = next(fields)
        yield _Field(Cell(say(field.label), "box", span=middle - start), field.field, end - middle)


def _ems(label: str) -> float:
    return sum(1.0 if east_asian_width(char) in "WF" else _LATIN for char in label)


def _breaks(needed: Sequence[float], room: float) -> tuple[int, ...]:
    """Where rows begin, and the end of the last: as few as hold all, and these as evenly filled as can be."""
    # Of the first fields, one more each time: rows, unevenness, breaks.
    best: list[tuple[int, float, tuple[int, ...]]] = [(0, 0.0, (0,))]
    for end in range(1, len(needed) + 1):
        ways = []
        for start, (rows, uneven, breaks) in enumerate(best):
            width = sum(needed[start:end])
            if width <= room or start == end - 1:
                ways.append((rows + 1, uneven + width * width, (*breaks, end)))
        best.append(min(ways))
    return best[-1][2]


def _merged(edges: Iterable[float]) -> list[float]:
    """The edges of the columns that all rows are made of."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > _CLOSE:
            kept.append(edge)
    return kept
