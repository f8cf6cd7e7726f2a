"""What the page to be signed promises, and which faults break each promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Report
    from generator.verify import Verdict

_MOST = 90  # characters of a fault

# What each line of the result says is not so when one of these was found; what is in no group breaks the first line.
_MATCHING = frozenset(
    ("verify-heading", "verify-marks", "verify-total", "verify-total-said", "verify-summary", "verify-points",
     "verify-levels", "verify-sections", "verify-questions", "verify-key-has-more", "verify-inserts",
     "verify-other-question", "verify-form", "verify-formats-differ", "verify-not-in-key", "verify-key-differs",
     "verify-outline", "verify-no-answer", "verify-page-number", "verify-front", "verify-picture")
)  # fmt: skip
_LEAKING = frozenset(
    ("verify-leak", "verify-font", "verify-hidden-text", "verify-foreign-part", "verify-foreign-element",
     "verify-foreign-bytes", "verify-foreign-object", "verify-stray-object")
)  # fmt: skip
_PRINTED = frozenset(
    ("verify-bound-page", "verify-bound-unread", "verify-bound-even", "verify-bound-outline", "verify-bound-twice",
     "verify-bound-rooms", "verify-bound-order", "verify-not-bound", "verify-key-not-bound", "verify-misnamed",
     "verify-no-sheet", "verify-sheet-twice", "verify-sheet-alone", "verify-not-seated", "verify-no-list", "verify-list",
     "verify-list-more", "verify-seat-twice")
)  # fmt: skip
_NAMING = frozenset(("verify-candidate",))
# What differs may be an answer, and may be none.
_SUSPECT = frozenset(
    ("verify-picture", "verify-key-differs", "verify-formats-differ", "verify-not-in-key", "verify-questions",
     "verify-front", "verify-outline")
)  # fmt: skip


def results(verdict: Verdict, report: Report) -> dict[str, str]:
    """Each promise, and whether it holds: "yes", "no" or "unsure"."""
    codes = {d.code for d in report.diagnostics if d.severity == "error"}
    unread = bool(verdict.unread or "verify-record" in codes or not verdict.papers)
    found = {
        "present": _held(codes - _MATCHING - _LEAKING - _PRINTED - _NAMING, False),
        "matches": _held(codes & _MATCHING, unread),
        "clean": _held(codes & _LEAKING, unread or bool(codes & _SUSPECT)),
    }
    if verdict.names:
        found["named"] = _held(codes & _NAMING, unread)
    if verdict.candidates:
        found["printed"] = _held(codes & _PRINTED, unread)
    return found


def _held(against: set[str], unsure: bool) -> str:
    return "no" if against else "unsure" if unsure else "yes"


def examples(report: Report, most: int, language: str) -> list[str]:
    """As many faults as are asked for, one of each kind first."""
    errors = [d for d in report.diagnostics if d.severity == "error"]
    kinds: dict[str, Diagnostic] = {}
    for error in errors:
        kinds.setdefault(error.code, error)
    others = [error for error in errors if error is not kinds[error.code]]
    return [_line(error, language) for error in [*kinds.values(), *others][:most]]


def _line(error: Diagnostic, language: str) -> str:
    from generator.messages import message

    said = message(error, language)
    colon = "：" if language == "zh" else ": "
    line = _printable(f"{error.location}{colon}{said}" if error.location else said)
    return line if len(line) <= _MOST else f"{line[:_MOST].rstrip(' .…')}…"


def _printable(line: str) -> str:
    """What any font has: a damaged file may say anything."""
    return "".join(
        c
        if c.isprintable() and (c.isascii() or "\u4e00" <= c <= "\u9fa5" or c in "，。：；“”（）、…")
        else "?"
        for c in line
    )
