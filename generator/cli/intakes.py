"""`exampaper import`: what was read is told, and written where nothing keeps it from that."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from generator.cli.account import WORDS, in_a_line, some, tell
from generator.cli.console import as_json
from generator.cli.writing import write_whole
from generator.messages import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic, Report
    from generator.exchange.bring_in import Brought, Wish
    from generator.exchange.intake import LeftOut, Origin
    from generator.exchange.merge import Placed


_GUESSED = ("document-encoding",)  # notes on what was concluded, and not said by a document


def take_in(console: Console, wish: Wish, strict: bool) -> None:
    """Read, tell, write. Exit 1: nothing was found, or `strict` and something is uncertain."""
    from generator.diagnostics import Report
    from generator.exchange.bring_in import bring_in

    report = Report()
    brought = bring_in(wish, report)
    column = 0 if console.language == "zh" else 1
    console.diagnostics(report.diagnostics)
    refused = not brought.placed or (strict and _uncertain(brought, report))
    if not refused:
        write_whole(wish.out.parent, {**brought.pictures, wish.out.name: brought.text.encode()})
    tell(console, brought, column, written=not refused)
    console.json(_json(console, wish, brought, report.diagnostics, written=not refused))
    if refused:
        said = (
            WORDS["strict"][column].format(which=_which(brought, _unsure(report)))
            if brought.placed
            else WORDS["nothing"][column]
        )
        console.say(said)
        raise click.exceptions.Exit(1)
    console.result(WORDS["written"][column].format(out=wish.out, bank=brought.bank))
    console.result(f"{WORDS['next'][column]} {shlex.join(['exampaper', 'check', str(wish.out)])}")


def _uncertain(brought: Brought, report: Report) -> bool:
    unsure = any(_is_uncertain(origin, placed) for origin, placed in brought.placed)
    return bool(brought.open or _unsure(report)) or unsure


def _unsure(report: Report) -> list[Diagnostic]:
    """What is uncertain of documents as a whole."""
    return [d for d in report.diagnostics if d.severity == "warning" or d.code in _GUESSED]


def _is_uncertain(origin: Origin, placed: Placed) -> bool:
    return bool(origin.confidence < 1 or origin.doubts or placed.waits or placed.overwrites)


def _which(brought: Brought, warnings: Sequence[Diagnostic]) -> str:
    """The questions that are uncertain, and the places that are open or that were warned of, some of them."""
    unsure = [
        placed.id or str(origin.first) for origin, placed in brought.placed if _is_uncertain(origin, placed)
    ]
    places = [str(diagnostic.location) for diagnostic in (*brought.open, *warnings) if diagnostic.location]
    return some(list(dict.fromkeys([*unsure, *places])))


def _json(
    console: Console, wish: Wish, brought: Brought, mended: Sequence[Diagnostic], *, written: bool
) -> dict[str, Any]:
    def all_told(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
        return [as_json(diagnostic, console.language) for diagnostic in diagnostics]

    return {
        "ok": written,
        "out": str(wish.out) if written else None,
        "bank": brought.bank if written else None,
        "pictures": sorted(brought.pictures) if written else [],
        "questions": [
            {
                "id": placed.id or None,
                "file": origin.first.file.name,
                "first": origin.first.line,
                "last": origin.last.line,
                "action": placed.action,
                "stem": in_a_line(entry.get("stem")),
                "changed": [change.field for change in placed.changes if not placed.waits],
                "overwritten": [
                    {"field": change.field, "old": in_a_line(change.old), "new": in_a_line(change.new)}
                    for change in placed.changes
                    if change.old and not placed.waits
                ],
                "differs": [
                    {"field": change.field, "old": in_a_line(change.old), "new": in_a_line(change.new)}
                    for change in placed.changes
                    if placed.waits
                ],
                "like": placed.other or None,
                "recognised": list(origin.recognised),
                "inferred": all_told(origin.inferred),
                "doubts": all_told(origin.doubts),
                "confidence": origin.confidence,
            }
            for (origin, placed), entry in zip(brought.placed, brought.incoming, strict=True)
        ],
        "left_out": [_left_out(left, console.language) for left in brought.left_out],
        "absent": brought.absent,
        "open": all_told(brought.open),
        "diagnostics": all_told(mended),
    }


def _left_out(left: LeftOut, language: str) -> dict[str, Any]:
    return {
        "file": left.location.file.name,
        "line": left.location.line or None,
        "text": left.text,
        "why": phrase(left.why, language),
    }
