"""Outline: the pieces of a document sorted into sections, questions and the parts of a key that belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.outline.tree import Item, Left, Outline, Section
from generator.exchange.interpret.pieces.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.lexers.entries import Span
    from generator.exchange.interpret.lexers.headings import Heading
    from generator.exchange.interpret.search.states import Chain


_RULE = re.compile(r"[-=*_~·. ─━═]{5,}")


def outline(sightings: Sequence[Sighting], decisions: Sequence[Chain]) -> Outline:
    return _Outliner(sightings, decisions).outline()


class _Outliner:
    def __init__(self, sightings: Sequence[Sighting], decisions: Sequence[Chain]) -> None:
        self._sightings = sightings
        self._acts = {decision.at: decision for decision in decisions}
        self.sections: list[Section] = []
        self.front: list[Sighting] = []
        self.left: list[Left] = []
        self.orphans: list[tuple[Sighting, int]] = []
        self.keys = 0
        self._item: Item | None = None
        self._open: Section | None = None
        self._answering: Item | None = None
        self._in_key = False
        self._stack: list[tuple[str, Heading]] = []

    def outline(self) -> Outline:
        for at, sighting in enumerate(self._sightings):
            decision = self._acts.get(at)
            if decision is None:
                self._goes_on(sighting)
            elif decision.act == "section":
                self._section(sighting)
            elif decision.act == "question":
                self._question(sighting)
            elif decision.act == "key":
                self._key(sighting, decision.target)
            elif decision.act == "keyed section":
                self._keyed_section(sighting, decision.target)
            elif decision.act == "keyed question":
                self._keyed_question(sighting, decision.target)
            else:
                self._entry(sighting, decision.target)
        return Outline(
            [s for s in self.sections if s.items or s.heading], self.front, self.left, self.orphans, self.keys
        )

    def _goes_on(self, sighting: Sighting) -> None:
        if self._in_key:
            if self._answering is not None:
                self._answering.entry.append(sighting)
            elif not sighting.piece.blank:
                self.left.append(Left(sighting, "left-key"))
        elif self._item is not None:
            self._item.sightings.append(sighting)
        elif self._open is not None:
            self._open.notes.append(sighting)
        else:
            self.front.append(sighting)

    def _section(self, sighting: Sighting) -> None:
        assert sighting.heading is not None
        manner = sighting.number.manner if sighting.number else f"h{sighting.piece.line.heading}"
        for depth, (held, _) in enumerate(self._stack):
            if held == manner:
                del self._stack[depth:]
                break
        if sighting.number is not None and sighting.number.value == 1 and len(self.sections) > 0:
            self._take_title()
        outer = tuple(heading for _, heading in self._stack[-2:])
        self._stack.append((manner, sighting.heading))
        self._drop_rule()
        self._open = Section(sighting, outer)
        self.sections.append(self._open)
        self._item, self._answering, self._in_key = None, None, False
        if sighting.heading.note:
            note = sighting.piece.cut(sighting.heading.note)
            self._open.notes.append(
                sighting._replace(
                    piece=note, number=None, label=None, heading=None, key=None, entries=None, body=0
                )
            )

    def _take_title(self) -> None:
        """Where headings begin to count anew another document begins, and its title stands before them."""
        owner = self._answering.entry if self._answering else self._item.sightings if self._item else []
        told = [at for at, held in enumerate(owner) if not held.piece.blank]
        if len(told) < 2:
            return
        last = owner[told[-1]]
        apart = owner[told[-1] - 1].piece.blank or last.bold or last.piece.line.heading
        plain = last.number is None and last.label is None and last.piece.text and len(last.piece.text) <= 40
        if apart and plain and not last.piece.flat.endswith(("。", "?", "!", ";", ".", ",")):
            del owner[told[-1] :]
            self.left.append(Left(last, "left-title"))

    def _question(self, sighting: Sighting) -> None:
        if self._open is None or self._in_key:
            self._open = Section(None)
            self.sections.append(self._open)
        self._item = Item(self._open, sighting.number.value if sighting.number else len(self._open.items) + 1)
        self._open.items.append(self._item)
        self._item.sightings.append(sighting)
        self._answering, self._in_key = None, False

    def _drop_rule(self) -> None:
        """A rule between two parts of a document belongs to no question."""
        owner = self._answering.entry if self._answering else self._item.sightings if self._item else []
        last = next((at for at in range(len(owner) - 1, 0, -1) if not owner[at].piece.blank), 0)
        if last and _RULE.fullmatch(owner[last].piece.flat):
            self.left.append(Left(owner.pop(last), "left-page-furniture"))

    def _key(self, sighting: Sighting, target: int) -> None:
        self._drop_rule()
        self._in_key, self._answering = True, None
        self.keys += 1
        if sighting.answered:
            self._entries(sighting, target)
        else:
            self.left.append(Left(sighting, "left-key-heading"))

    def _keyed_section(self, sighting: Sighting, target: int) -> None:
        self._answering = None
        if sighting.answered:
            self._entries(sighting, target)
        else:
            self.left.append(Left(sighting, "left-key-heading"))

    def _keyed_question(self, sighting: Sighting, target: int) -> None:
        """The number of a section before the answer of its one question, perhaps with the section's title once more."""
        section = [section for section in self.sections if section.items][target]
        self._answering = section.items[0]
        heading = sighting.heading if sighting.label is None else None
        title = flat(heading.title).strip() if heading else ""
        repeats = title and (title in flat(section.title) or flat(section.title) in title)
        if not sighting.piece.flat[sighting.body :].strip() or (repeats and section.title):
            self.left.append(Left(sighting, "left-key-heading"))
            behind = heading.note if heading and heading.note else len(sighting.piece.text)
            self._answering.entry.append(Sighting(sighting.piece.cut(behind)))
        else:
            self._answering.entry.append(sighting)

    def _entry_of(self, target: int, number: int) -> Item | None:
        """The question that entry `number` of a key answers."""
        with_items = [section for section in self.sections if section.items]
        if not 0 <= target < len(with_items):
            return None
        found = [item for item in with_items[target].items if item.number == number]
        return next(
            (item for item in found if not item.entry and not item.given), found[0] if found else None
        )

    def _entry(self, sighting: Sighting, target: int) -> None:
        if sighting.answered:
            self._entries(sighting, target)
        else:
            self._answer(sighting, target)

    def _answer(self, sighting: Sighting, target: int) -> None:
        assert sighting.number is not None
        item = self._entry_of(target, sighting.number.value)
        if item is None:
            self._orphan(sighting, sighting.number.value, target)
            self.left.append(Left(sighting, "left-orphan"))
        else:
            item.entry.append(sighting)
        self._answering = item

    def _orphan(self, sighting: Sighting, number: int, target: int) -> None:
        self.orphans.append((sighting, number))
        with_items = [section for section in self.sections if section.items]
        if 0 <= target < len(with_items):
            with_items[target].orphans.append(number)

    def _entries(self, sighting: Sighting, target: int) -> None:
        with_items = [section for section in self.sections if section.items]
        kept = True
        last = -1
        self._answering = None
        for at, number in enumerate(sighting.answered):
            if number <= last or self._entry_of(target, number) is None:
                following = target + 1
                if following < len(with_items) and number == with_items[following].items[0].number:
                    target = following
            item = self._entry_of(target, number)
            last = number
            if item is None:
                self._orphan(sighting, number, target)
                kept = False
                continue
            if sighting.entries is not None:
                item.given, item.given_in = sighting.entries.answers[at][1], sighting
            else:
                item.entry.append(_worded(sighting, sighting.series[at]))
                self._answering = item
        if not kept:
            self.left.append(Left(sighting, "left-orphan"))


def _worded(sighting: Sighting, span: Span) -> Sighting:
    """One of several answers in words of a line."""
    piece = sighting.piece.cut(span.start, span.stop)
    return Sighting(piece)
