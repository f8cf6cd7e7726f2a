"""Struck: words that are struck through are deleted, though they still stand there; but for options, whose letters count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.line import Line, changed, in_cells

if TYPE_CHECKING:
    from collections.abc import Sequence


def without_struck(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Lines without the words struck through, and those, with why."""
    left: list[tuple[Line, str]] = []
    return [_kept(line, left) for line in lines], left


def _kept(line: Line, left: list[tuple[Line, str]]) -> Line:
    if line.role == "table":
        return in_cells(line, lambda inner: (_kept(inner, left),))
    struck = [mark for mark in line.marks if mark.kind == "strike"]
    if not struck or _is_option(line):
        return line
    words = " ".join(line.text[mark.start : mark.end].strip() for mark in struck)
    left.append((Line(words, line.number), "left-struck"))
    rest = changed(line, [(mark.start, mark.end, "") for mark in struck])
    if rest.text[rest.automatic :].strip():
        return rest
    return rest._replace(text="", marks=(), automatic=0, role="blank")


def _is_option(line: Line) -> bool:
    text = line.text.strip()
    number = number_at(flat(text), text)
    return number is not None and number.manner in ("A.", "a.")
