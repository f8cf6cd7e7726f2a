"""A text with blanks to fill in (填空题); a blank is four or more `_`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.kinds.base import Kind, Reading
from generator.markdown import blocks, leaves
from generator.model.content import Blank, Str
from generator.model.question import Response
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.content import Inline, Text
    from generator.model.question import Prompt, Solution
    from generator.source import Fields


def count_blanks(stem: Text) -> int:
    """How many blanks a stem prints."""
    # What is wrong with the text itself is reported where it is read.
    parsed = blocks(stem, Report(), stem.location.file.folder)
    return sum(isinstance(leaf, Blank) for leaf in leaves(parsed))


class FillBlank(Kind):
    name = "fill_blank"

    def read(self, fields: Fields, stem: Text, report: Report) -> Reading:
        from generator.source import ScalarNode, SequenceNode, text_of

        found = count_blanks(stem)
        if not found and stem:
            report.error("no-blank", stem.location, "no-blank")
        if not fields.require("answer"):
            return Reading()
        blanks: list[tuple[Text, ...]] = []
        for entry in fields.sequence("answer"):
            accepted = entry.items if isinstance(entry, SequenceNode) else [entry]
            texts = []
            for one in accepted:
                if isinstance(one, ScalarNode) and one.value.strip():
                    texts.append(text_of(one))
                else:
                    report.error("blank-answer", one.location, "blank-answer")
            if not accepted:
                report.error("blank-answer", entry.location, "blank-answer")
            blanks.append(tuple(texts))
        if found and found != len(blanks):
            where = fields.location("answer")
            report.error("blank-count", where, "blank-count", blanks=found, answers=len(blanks))
        return Reading(response=Response(blanks=tuple(blanks)))

    def response(
        self, prompt: Prompt, order: tuple[int, ...], solution: Solution, words: Mapping[str, str]
    ) -> tuple[Inline, ...]:
        from generator.markdown import inlines

        blanks = solution.response.blanks
        parts: list[Inline] = []
        for number, accepted in enumerate(blanks):
            if number:
                parts.append(Str(words["semicolon"]))
            if len(blanks) > 1:
                parts.append(Str(numbered(words["enumerator"], number + 1)))
            for index, text in enumerate(accepted):
                if index:
                    parts.append(Str(words["or"]))
                # Faults in these texts were reported when the bank was read.
                parts += inlines(text, Report())
        return tuple(parts)


KIND = FillBlank()
