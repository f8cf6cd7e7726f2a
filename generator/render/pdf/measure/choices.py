"""Options: four, two or one to a line, the most that fits all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import Str
from generator.model.document import Paragraph
from generator.render.pdf.fit import LEAST
from generator.render.pdf.flow import Cut, Row, placed
from generator.render.pdf.measure.paragraph import paragraph_rows, set_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Choices
    from generator.render.pdf.typesetter import Typesetter

_COLUMNS = (4, 2, 1)
_APART = 1.0  # ems between two options on a line, at least


def choice_rows(setter: Typesetter, choices: Choices, width: float) -> list[Row]:
    """A row a line. An option is cut only where no page holds it."""
    style = setter.look.texts[choices.role]
    options, language = choices.options, choices.language
    measure = width - style.indent
    hang = style.hang + max((_push(setter, letter, choices) for letter, _ in options), default=0.0)
    if hang > measure - LEAST * style.size:
        return _paragraphs(setter, choices, width)
    longest = max((setter.width(inlines, style, language) for _, inlines in options), default=0.0)
    needed = hang + longest + _APART * style.size
    columns = next((n for n in _COLUMNS if needed <= measure / n), 1)
    rows: list[Row] = []
    for start in range(0, len(options), columns):
        beside = [
            _option(
                setter, choices, place, style.indent + k * measure / columns, hang, measure / columns - hang
            )
            for k, place in enumerate(range(start, min(start + columns, len(options))))
        ]
        for i in range(max(map(len, beside))):
            lines = [option[i] for option in beside if i < len(option)]
            texts = tuple([text for line in lines for text in line.texts])
            rows.append(Row(style.leading, texts, b"".join([line.drawing for line in lines])))
        rows[-1] = rows[-1]._replace(cut=Cut.STEM)
    if rows:
        rows[-1] = rows[-1]._replace(cut=Cut.FREE)
    return rows


class _OptionLine(NamedTuple):
    """As in a Row."""

    texts: tuple[tuple[float, float, bytes], ...]
    drawing: bytes


def _push(setter: Typesetter, letter: str, choices: Choices) -> float:
    """How far a letter pushes its option beyond where it hangs."""
    style = setter.look.texts[choices.role]
    return setter.kept(
        ("letter", letter, choices.role, choices.language),
        lambda: set_label(setter, (Str(letter),), style, choices.language)[1],
    )


def _option(
    setter: Typesetter, choices: Choices, place: int, x: float, hang: float, measure: float
) -> Sequence[_OptionLine]:
    """The lines of an option whose letter stands at x. Kept, for it comes back among others, in other orders."""
    letter, inlines = choices.options[place]
    role, language = choices.role, choices.language

    def lines() -> list[_OptionLine]:
        style = setter.look.texts[role]
        label, _ = set_label(setter, (Str(letter),), style, language)
        said = setter.lines(inlines, style, language, measure)
        found = []
        for i, line in enumerate(said):
            beside = [placed((line,), x + hang, 0.0, style.size, style.leading)]
            if not i:
                beside.insert(0, placed((label,), x, 0.0, style.size, style.leading))
            texts = tuple([text for shown, _ in beside for text in shown])
            found.append(_OptionLine(texts, b"".join([drawing for _, drawing in beside])))
        return found

    return setter.kept(("option", letter, inlines, role, language, x, hang, measure), lines)


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
