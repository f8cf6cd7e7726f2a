"""Options: four, two or one to a line, the most that fits all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Str
from generator.model.document import Paragraph
from generator.render.pdf.fit import LEAST
from generator.render.pdf.flow import Cut, Row, placed
from generator.render.pdf.measure.paragraph import paragraph_rows, set_label

if TYPE_CHECKING:
    from generator.model.document import Choices
    from generator.render.pdf.typesetter import Typesetter

_COLUMNS = (4, 2, 1)
_APART = 1.0  # ems between two options on a line, at least


def choice_rows(setter: Typesetter, choices: Choices, width: float) -> list[Row]:
    """A row a line. An option is cut only where no page holds it."""
    style = setter.look.texts[choices.role]
    measure = width - style.indent
    labels = [set_label(setter, (Str(letter),), style, choices.language) for letter, _ in choices.options]
    hang = style.hang + max((push for _, push in labels), default=0.0)
    if hang > measure - LEAST * style.size:
        return _paragraphs(setter, choices, width)
    longest = max(
        (setter.width(inlines, style, choices.language) for _, inlines in choices.options), default=0.0
    )
    needed = hang + longest + _APART * style.size
    columns = next((n for n in _COLUMNS if needed <= measure / n), 1)
    rows: list[Row] = []
    for start in range(0, len(choices.options), columns):
        beside = [
            setter.lines(inlines, style, choices.language, measure / columns - hang)
            for _, inlines in choices.options[start : start + columns]
        ]
        for i in range(max(map(len, beside))):
            texts: list[tuple[float, float, bytes]] = []
            drawing = b""
            for k, lines in enumerate(beside):
                x = style.indent + k * measure / columns
                label, _ = labels[start + k]
                for at, line in ((x, [] if i else [label]), (x + hang, lines[i : i + 1])):
                    shown, drawn = placed(line, at, 0.0, style.size, style.leading)
                    texts += shown
                    drawing += drawn
            rows.append(Row(style.leading, tuple(texts), drawing))
        rows[-1] = rows[-1]._replace(cut=Cut.STEM)
    if rows:
        rows[-1] = rows[-1]._replace(cut=Cut.FREE)
    return rows


def _paragraphs(setter: Typesetter, choices: Choices, width: float) -> list[Row]:
    """Where the letters leave no room beside them."""
    return [
        row
        for letter, inlines in choices.options
        for row in paragraph_rows(
            setter,
            Paragraph(choices.role, inlines, label=(Str(letter),), language=choices.language),
            width,
            None,
        )
    ]
