"""Code: paragraphs in a face of fixed width that are lines of a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.line import Line


def is_program(text: str) -> bool:
    """Whether words in a face of fixed width may be a line of a program: hardly any of them Chinese."""
    return sum(char > "\u2e80" for char in text) * 3 < len(text)


def with_code(lines: list[Line], fixed: set[int]) -> Iterator[Line]:
    """Lines, those of the paragraphs `fixed` as code, blank ones between them too."""
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        inside = before is not None and after is not None and {before.number, after.number} <= fixed
        if line.number in fixed and line.role == "text":
            yield line._replace(role="code", marks=(), heading=0)
        else:
            yield line._replace(role="code") if inside and line.role == "blank" else line
