"""Paragraphs, and the labels that hang before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.characters import QUARTER
from generator.render.pdf.fit import LEAST
from generator.render.pdf.flow import Cut, Row, baseline, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.content import Inline
    from generator.model.document import Paragraph, TextStyle
    from generator.render.pdf.typesetter import SetLine, Typesetter

_LEAST_NESTED = 8.0  # ems of text, however deep a list


class SetParagraph(NamedTuple):
    """Lines that begin at `left`, and the label before them."""

    style: TextStyle
    left: float
    lines: Sequence[SetLine]
    label: tuple[tuple[float, float, bytes], ...]  # x, y of the baseline, operators

    @property
    def end(self) -> float:
        """Where the last line ends."""
        last = self.lines[-1]
        return self.left + last.x + last.width

    def rows(self) -> list[Row]:
        style, count = self.style, len(self.lines)
        rows: list[Row] = []
        for i, line in enumerate(self.lines):
            texts, drawing = placed((line,), self.left, 0.0, style.size, style.leading)
            texts = texts if i else (*self.label, *texts)
            rows.append(Row(style.leading, texts, drawing, cut=line_cut(style, i, count)))
        return rows


def paragraph_rows(setter: Typesetter, paragraph: Paragraph, width: float, push: float | None) -> list[Row]:
    return set_paragraph(setter, paragraph, width, push).rows()


def set_paragraph(setter: Typesetter, paragraph: Paragraph, width: float, push: float | None) -> SetParagraph:
    """`push` is of a label that is set elsewhere; None: there is none."""
    style = setter.look.texts[paragraph.role]
    label, inlines = None, paragraph.inlines
    x, y = label_place(style, paragraph.level, width)
    left = x + style.hang
    if paragraph.label:
        label, push = set_label(setter, paragraph.label, style, paragraph.language)
        if push > width - left - LEAST * style.size:
            # Longer than its line: it is broken like text.
            label, push, inlines = None, -style.hang, (*paragraph.label, *inlines)
    first = style.first_line if push is None else push
    lines = setter.lines(inlines, style, paragraph.language, width - left, push=first)
    return SetParagraph(style, left, lines, () if label is None else ((x, y, label.text),))


def line_cut(style: TextStyle, i: int, count: int) -> Cut:
    """Two lines at least stay together at a page's top and bottom."""
    if i == count - 1:
        return Cut.FREE
    return Cut.NEVER if style.keep_lines or i < 1 or i > count - 3 else Cut.FREE


def label_place(style: TextStyle, level: int, width: float) -> tuple[float, float]:
    """Where a label begins: from the left, and from the first line's top to its baseline.

    A list in a list stands no further in than leaves room for its text.
    """
    deepest = max(style.indent, width - style.hang - _LEAST_NESTED * style.size)
    return min(style.indent + level * style.hang, deepest), baseline(style.size, style.leading)


def set_label(
    setter: Typesetter, label: Sequence[Inline], style: TextStyle, language: str
) -> tuple[SetLine, float]:
    """A label, and how far it pushes the text that follows it."""
    line = setter.one_line(label, style, language)
    missing = line.width + _air(setter, label, style, language) - style.hang
    return line, max(0.0, missing)


def _air(setter: Typesetter, label: Sequence[Inline], style: TextStyle, language: str) -> float:
    """Between a label and its text: a quarter em, or the blank half of the mark that ends the label.

    A label that does not hang is the beginning of the text, and says itself what is between.
    """
    segments = setter.segments(label, style, language or setter.look.language)
    runs = [run for segment in segments for run in segment if run.text]
    if not runs:
        return 0.0
    text, face = runs[-1].text, runs[-1].setter
    spaces = len(text) - len(text.rstrip(" "))
    if spaces or text[-1] == "\u3000":
        return spaces * face.space.width
    return face[text[-1]].trail or (QUARTER * style.size if style.hang else 0.0)
