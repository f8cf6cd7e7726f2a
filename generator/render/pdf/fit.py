"""A look whose styles ask for no more than a column has: whatever a style says, text stays on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.document import Look, TextStyle

LEAST = 2.0  # ems of text that every line has room for: a dash is as long
_LEAST_LINES = 2  # of a column


def fitted_look(look: Look, width: float, height: float) -> Look:
    """The look in a column of this size, in points; the same where it fits, as any sensible one does."""
    highest = height / _LEAST_LINES
    most = min(width / LEAST, highest)
    texts = {role: _fitted(style, most, width, highest) for role, style in look.texts.items()}
    spans = {
        role: style._replace(size=min(style.size, most)) if style.size else style
        for role, style in look.spans.items()
    }
    return look._replace(texts=texts, spans=spans, rule_pitch=min(look.rule_pitch, highest))


def _fitted(style: TextStyle, most: float, width: float, highest: float) -> TextStyle:
    size = min(style.size, most)
    room = max(width - LEAST * size, 0.0)
    hang = min(style.hang, room)
    indent = min(style.indent, room - hang)
    return style._replace(
        size=size,
        leading=min(max(style.leading, size), highest),
        hang=hang,
        indent=indent,
        first_line=min(style.first_line, room - hang - indent),
    )
