"""Code: lines as typed in a fixed-width face, long ones wrapped under themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.pdf.flow import Row, placed
from generator.render.pdf.measure.paragraph import line_cut
from generator.render.pdf.show import show_plain
from generator.render.pdf.typesetter import SetLine
from generator.render.place import block_left

if TYPE_CHECKING:
    from generator.model.document import CodeLines, TextStyle
    from generator.render.pdf.typesetter import Typesetter

_TURN = 2  # columns by which the rest of a long line is indented more


def code_rows(setter: Typesetter, code: CodeLines, width: float) -> list[Row]:
    style = setter.look.texts[code.role]
    left = block_left(setter.look, code, width)
    lines = [part for line in code.code.lines for part in _wrapped(setter, line, style, width - left)]
    rows: list[Row] = []
    for i, line in enumerate(lines):
        texts, _ = placed((line,), left, 0.0, style.size, style.leading)
        rows.append(Row(style.leading, texts, cut=line_cut(style, i, len(lines))))
    return rows


def _wrapped(setter: Typesetter, line: str, style: TextStyle, measure: float) -> list[SetLine]:
    """Character by character, so that columns stay columns; broken after a space where one is near."""
    sorts = setter.setter(style.font, style.size, style.bold, False, False)
    turn = (len(line) - len(line.lstrip(" ")) + _TURN) * sorts.space.width
    x = 0.0
    result: list[SetLine] = []
    rest = line
    while rest or not result:
        room = measure - x
        count, width = 0, 0.0
        while count < len(rest) and width + sorts[rest[count]].width <= room:
            width += sorts[rest[count]].width
            count += 1
        count = max(count, 1)
        if count < len(rest):
            space = rest.rfind(" ", count * 2 // 3, count)
            count = space + 1 if space > 0 and rest[:space].strip() else count
        shown = [sorts[char] for char in rest[:count].rstrip(" ")]
        result.append(SetLine(x, width, show_plain(shown), b""))
        setter.shown.note(pair for sort in shown for pair in sort.used)
        rest = rest[count:]
        x = min(turn, measure / 2)
    return result
