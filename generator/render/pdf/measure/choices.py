"""Options: four, two or one to a line, the most that fits all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Str
from generator.render.pdf.flow import Cut, Row, placed
from generator.render.pdf.measure.paragraph import set_label

if TYPE_CHECKING:
    from generator.model.document import Choices
    from generator.render.pdf.typesetter import Typesetter

_COLUMNS = (4, 2, 1)
_APART = 1.0  # ems between two options on a line, at least


def choice_rows(setter: Typesetter, choices: Choices, width: float) -> list[Row]:
    style = setter.look.texts[choices.role]
    measure = width - style.indent
    labels = [set_label(setter, (Str(letter),), style, choices.language) for letter, _ in choices.options]
    hang = style.hang + max((push for _, push in labels), default=0.0)
    longest = max(
        (setter.width(inlines, style, choices.language) for _, inlines in choices.options), default=0.0
    )
    needed = hang + longest + _APART * style.size
    columns = next((n for n in _COLUMNS if needed <= measure / n), 1)
    rows: list[Row] = []
    for start in range(0, len(choices.options), columns):
        texts: list[tuple[float, float, bytes]] = []
        drawing = b""
        height = style.leading
        for k, (_, inlines) in enumerate(choices.options[start : start + columns]):
            x = style.indent + k * measure / columns
            label, _ = labels[start + k]
            lines = setter.lines(inlines, style, choices.language, measure / columns - hang)
            shown, drawn = placed((label,), x, 0.0, style.size, style.leading)
            texts += shown
            drawing += drawn
            shown, drawn = placed(lines, x + hang, 0.0, style.size, style.leading)
            texts += shown
            drawing += drawn
            height = max(height, len(lines) * style.leading)
        rows.append(Row(height, tuple(texts), drawing))
    if rows:
        rows[-1] = rows[-1]._replace(cut=Cut.FREE)
    return rows
