"""Ruled lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.pdf.file import real
from generator.render.pdf.flow import Cut, Row

if TYPE_CHECKING:
    from generator.model.document import AnswerLines, Look


def answer_rows(look: Look, lines: AnswerLines, width: float) -> list[Row]:
    style = look.texts[lines.role]
    y = real(-look.rule_pitch)
    rule = b".5 G %b w %b %b m %b %b l S\n" % (
        real(look.rule), real(style.indent + style.hang), y, real(width), y,
    )  # fmt: skip
    last = lines.count - 1
    return [
        Row(look.rule_pitch, drawing=rule, cut=Cut.FREE if i == last or 1 <= i < last - 1 else Cut.NEVER)
        for i in range(lines.count)
    ]
