"""Marks of a question: its own, or its share of what its section has."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.question.blanks import blank_count
from generator.model.question import written

if TYPE_CHECKING:
    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.question.stem import Stem
    from generator.model.question import Marks


def marks_of(item: Item, stem: Stem, stated: object, account: Account) -> Marks | None:
    """The marks a question states for itself (`stated` by a label), else those its heading gives or shares out."""
    heading, at = item.section.heading, item.sightings[0].piece
    own = stem.marks if stem.marks is not None else stated
    if isinstance(own, Fraction):
        account.recognised.append("marks")
        return own
    if heading is None:
        return None
    each = heading.each
    if each is None and heading.total is None and heading.blank is None:  # 第一轮（每题10分） over 1号台
        each = next((outer.each for outer in reversed(item.section.outer) if outer.each is not None), None)
    if each is not None:
        account.recognised.append("marks")
        return each
    if heading.blank is not None and (blanks := blank_count(stem)):
        account.infer("import-marks-blanks", at, blanks=blanks, marks=written(heading.blank * blanks))
        return heading.blank * blanks
    count = len(item.section.items)
    if heading.total is not None and (count == 1 or count == heading.count) and heading.count in (0, count):
        share = heading.total / count
        if share.denominator in (1, 2):
            account.infer("import-marks-shared", at, total=written(heading.total), marks=written(share))
            return share
    return None
