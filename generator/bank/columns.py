"""A Bank as columns of plain values and back, a column at a time: much faster than a value at a time.

What repeats in a column is held once. Places are relative to the bank's file, which is given anew.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.diagnostics import Diagnostic, Location
from generator.model.content import Text
from generator.model.question import Bank, Level, Option, Point, Prompt, Question, Response, Solution

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diagnostics import SourceFile

Packed: TypeAlias = Any
"""None, truths, numbers and strings, in tuples, lists and dicts: what `marshal` can write."""


class _Column:
    """Plain values, as they are. All values of a column are of one type, or None."""

    def pack(self, values: Sequence[Any]) -> Packed:
        first: dict[Any, Any] = {}
        return [first.setdefault(value, value) for value in values]

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        return packed  # type: ignore[no-any-return]


class _Marks(_Column):
    """Fractions or None."""

    def pack(self, values: Sequence[Any]) -> Packed:
        return super().pack([None if value is None else str(value) for value in values])

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        marks = {value: Fraction(value) for value in set(packed) - {None}}
        return map(marks.get, packed)


class _Place(_Column):
    """Locations in the bank's file."""

    def pack(self, values: Sequence[Location]) -> Packed:
        return [place.line for place in values], [place.column for place in values]

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        return map(partial(tuple.__new__, Location), zip(repeat(file), *packed))


class _Record(_Column):
    """Named tuples of one class, a column for each field."""

    def __init__(self, of: type[tuple[Any, ...]], **columns: _Column) -> None:
        names: tuple[str, ...] = of._fields  # type: ignore[attr-defined]
        assert columns.keys() <= set(names)
        self.of = of
        self.columns = [columns.get(name, _Column()) for name in names]

    def pack(self, values: Sequence[tuple[Any, ...]]) -> Packed:
        pairs = zip(self.columns, zip(*values, strict=True), strict=bool(values))
        return [column.pack(of_field) for column, of_field in pairs]

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        fields = [c.unpack(p, file) for c, p in zip(self.columns, packed, strict=bool(packed))]
        return map(partial(tuple.__new__, self.of), zip(*fields, strict=True))


class _Optional(_Column):
    """Values of `column`, or None."""

    def __init__(self, column: _Column) -> None:
        self.column = column

    def pack(self, values: Sequence[Any]) -> Packed:
        there = [value is not None for value in values]
        return there, self.column.pack([value for value in values if value is not None])

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        there, values = packed
        following = iter(self.column.unpack(values, file))
        return [next(following) if is_there else None for is_there in there]


class _Many(_Column):
    """Tuples of values of `column`."""

    def __init__(self, column: _Column) -> None:
        self.column = column

    def pack(self, values: Sequence[tuple[Any, ...]]) -> Packed:
        return [len(value) for value in values], self.column.pack(list(chain.from_iterable(values)))

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        counts, values = packed
        following = iter(self.column.unpack(values, file))
        return [tuple(islice(following, count)) for count in counts]


class _Points(_Column):
    """Tuples of points, which have points in turn; those at the bottom end it."""

    def pack(self, values: Sequence[tuple[Point, ...]]) -> Packed:
        return _Many(_POINT).pack(values) if any(values) else len(values)

    def unpack(self, packed: Packed, file: SourceFile) -> Iterable[Any]:
        return repeat((), packed) if isinstance(packed, int) else _Many(_POINT).unpack(packed, file)


_TEXT = _Record(Text, location=_Place())
_MARKS = _Marks()
_POINT = _Record(Point, text=_TEXT, marks=_MARKS, points=_Points())
_SOLUTION = _Record(
    Solution,
    response=_Record(Response, blanks=_Many(_Many(_TEXT))),
    text=_Optional(_TEXT),
    points=_Points(),
    analysis=_Optional(_TEXT),
    highlights=_Many(_TEXT),
    levels=_Many(_Record(Level, low=_MARKS, high=_MARKS, text=_TEXT)),
    follow_ups=_Many(_TEXT),
    marks=_MARKS,
)
_QUESTION = _Record(
    Question,
    prompt=_Record(Prompt, stem=_TEXT, options=_Many(_Record(Option, text=_TEXT))),
    solution=_SOLUTION,
    location=_Place(),
    marks=_MARKS,
    note=_Optional(_TEXT),
)
_BANK = _Record(Bank, questions=_Many(_QUESTION), location=_Place())


def pack(bank: Bank, warnings: Sequence[Diagnostic]) -> Packed:
    """The bank and what was said when it was read, all of it with a place in the bank's file."""
    told = [(d.severity, d.code, d.location[1:], d.values, d.hint) for d in warnings if d.location]
    return _BANK.pack([bank]), told


def unpack(packed: Packed, file: SourceFile) -> tuple[Bank, list[Diagnostic]]:
    columns, told = packed
    (bank,) = _BANK.unpack(columns, file)
    return bank, [
        Diagnostic(severity, code, Location(file, *place), values, hint)
        for severity, code, place, values, hint in told
    ]
