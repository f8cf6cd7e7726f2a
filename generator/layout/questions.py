"""What is composed once per question and kept: its stem, and fragments in the first orders of its options that come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from generator.layout.content import fragment, passing
from generator.layout.sections import foreign, stem_pieces
from generator.markdown import inlines
from generator.model.document import Choices
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from generator.diagnostics import Report
    from generator.layout.style import Style
    from generator.model.content import Inline
    from generator.model.document import Fragment, Piece
    from generator.model.paper import PaperItem

    MakeFragment: TypeAlias = Callable[..., Fragment]

KEPT = 4_000  # questions, of some 5 kB each
ORDERS = 4  # of a question's options: there may be a hundred, and memory has other uses

T = TypeVar("T")


class InOrders(Generic[T]):
    """What is made of questions, kept for each question in a few orders of its options."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], dict[tuple[int, ...], T]] = {}

    def get(
        self, question: tuple[object, ...], order: tuple[int, ...], make: Callable[[MakeFragment], T]
    ) -> T:
        """`question` is all but the order that decides what `make` makes; it is given what makes fragments."""
        orders = self._kept.get(question)
        if orders is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            orders = self._kept[question] = {}
        found = orders.get(order)
        if found is None:
            if len(orders) == ORDERS:
                return make(passing)
            found = orders[order] = make(fragment)
        return found


class Stems:
    """Stems in one style, with or without what they assess, and their options."""

    def __init__(self, style: Style, report: Report, competencies: bool) -> None:
        self._style = style
        self._report = report
        self._competencies = competencies
        self._kept: dict[tuple[object, ...], tuple[list[Piece], list[tuple[Inline, ...]]]] = {}

    def pieces(self, item: PaperItem) -> list[Piece]:
        """The stem with what closes it (bracket, 考察, marks), and the options in printed order."""
        prompt, style = item.prompt, self._style
        key = (prompt.id, item.marks)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            stem = stem_pieces(item, style, self._report, self._competencies)
            found = self._kept[key] = stem, [inlines(option.text, self._report) for option in prompt.options]
        stem, options = found
        if not options:
            return [*stem]
        mark = style.question.option_label
        letters = [numbered(mark, place) for place in range(1, len(item.order) + 1)]
        printed = zip(letters, [options[index] for index in item.order], strict=True)
        return [*stem, Choices(tuple(printed), language=foreign(prompt.language, style), mark=mark)]
