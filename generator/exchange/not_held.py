"""What a format cannot hold, told in one warning a field."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Location, lines_of
from generator.exchange.yaml.comments import comments_of
from generator.exchange.yaml.tree import question
from generator.kinds import kind
from generator.model.question import Response
from generator.review.remarks import words_of

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


def without_gaps(bank: Bank, format_name: str, report: Report) -> Bank:
    """The bank without the questions that a quiz has no use for yet: no stem, or nothing that is right."""
    kept = tuple(asked for asked in bank.questions if not _is_gap(asked))
    if gaps := len(bank.questions) - len(kept):
        report.warning("gap-not-exported", Location(bank.location.file), count=gaps, format=format_name)
    return bank._replace(questions=kept)


def _is_gap(asked: Question) -> bool:
    return not asked.prompt.stem or (
        not kind(asked.prompt.type).prose and asked.solution.response == Response()
    )


def tell_comments(bank: Bank, report: Report) -> None:
    """A warning where the bank's file has comments, at the first of them."""
    text = "\n".join(lines_of(bank.location.file))
    comments = comments_of(text) if "#" in text else {}
    said = [words for found in comments.values() for words in (*found.above, found.beside) if words]
    if said:
        remarks = sum(bool(words_of(f"# {words}")) for words in said)
        where = Location(bank.location.file)
        code = "remarks-not-exported" if remarks else "comments-not-exported"
        report.warning(code, where, "export-yaml", count=len(said), remarks=remarks)
