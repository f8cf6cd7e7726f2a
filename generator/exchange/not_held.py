"""What a format cannot hold, told in one warning a field."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.yaml.tree import question

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from generator.diagnostics import Report
    from generator.model.question import Bank, Question


def tell_not_held(
    bank: Bank, held: Callable[[Question], Container[str]], format_name: str, report: Report
) -> None:
    """A warning for each field of the bank's questions that is not among those `held` of its question."""
    tell_lost(bank, _lost(bank, held), format_name, report)


def tell_lost(bank: Bank, lost: Iterable[str], format_name: str, report: Report) -> None:
    """A warning for each field among `lost`, which names a field once for each question that loses it."""
    where = Location(bank.location.file)
    for field, count in Counter(lost).items():
        report.warning("not-exported", where, field=field, count=count, format=format_name)


def tell_title(bank: Bank, format_name: str, report: Report) -> None:
    if bank.title:
        report.warning("title-not-exported", Location(bank.location.file), format=format_name)


def _lost(bank: Bank, held: Callable[[Question], Container[str]]) -> Iterable[str]:
    for asked in bank.questions:
        kept = held(asked)
        yield from (field for field in question(asked, bank.language) if field not in kept)
