"""What the page to be signed promises, and which faults break each promise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic, Report
    from generator.verify import Verdict

_MOST = 90  # characters of a fault

# What each line of the result says is not so when one of these was found; what is in no group breaks the first line.
_MATCHING = frozenset(
    ("verify-heading", "verify-marks", "verify-total", "verify-total-said", "verify-summary", "verify-points",
     "verify-levels", "verify-sections", "verify-questions", "verify-key-has-more", "verify-inserts",
     "verify-other-question", "verify-form", "verify-formats-differ", "verify-not-in-key", "verify-key-differs",
     "verify-outline", "verify-no-answer", "verify-page-number", "verify-front", "verify-picture", "verify-repeated")
)  # fmt: skip
_LEAKING = frozenset(
    ("verify-leak", "verify-key-astray", "verify-font", "verify-hidden-text", "verify-foreign-part", "verify-foreign-element",
     "verify-foreign-bytes", "verify-foreign-object", "verify-stray-object")
)  # fmt: skip
_PRINTED = frozenset(
    ("verify-bound-page", "verify-bound-unread", "verify-bound-even", "verify-bound-outline", "verify-bound-twice",
     "verify-bound-rooms", "verify-bound-order", "verify-not-bound", "verify-key-not-bound", "verify-misnamed",
     "verify-no-sheet", "verify-sheet-twice", "verify-sheet-alone", "verify-not-seated", "verify-no-list", "verify-list",
     "verify-list-more", "verify-seat-twice")
)  # fmt: skip
_ANSWERS = frozenset(("verify-key-astray", "verify-leak"))
_NAMING = frozenset(("verify-candidate",))
_EXTRA = frozenset(("verify-extra", "verify-extra-folder", "verify-key-astray"))
_CHANGED = frozenset(
    ("verify-bytes", "verify-digest", "verify-pages")
)  # it says no more than that there is a change
_GRAVEST = ("clean", "named", "matches", "present", "printed")
_PRINTS = re.compile("(keys/)?print/")
# What differs may be an answer, and may be none.
_SUSPECT = frozenset(
    ("verify-picture", "verify-key-differs", "verify-formats-differ", "verify-not-in-key", "verify-questions",
     "verify-front", "verify-outline", "verify-repeated")
)  # fmt: skip


def results(verdict: Verdict, report: Report) -> dict[str, str]:
    """Each promise, and whether it holds: "yes", "no" or "unsure"."""
    errors = [d for d in report.diagnostics if d.severity == "error"]
    broken = {_breaks(error) for error in errors}
    codes = {error.code for error in errors}
    unread = bool(verdict.unread or "verify-record" in codes or not verdict.papers)
    suspect = any(error.code in _SUSPECT and _breaks(error) == "matches" for error in errors)
    unsure = {"present": False, "clean": unread or suspect}
    promises = ["present", "matches", "clean"]
    promises += ["named"] if verdict.names else []
    promises += ["printed"] if verdict.candidates else []
    if codes & _EXTRA or broken - {*promises}:
        broken.add("present")
    return {
        promise: "no" if promise in broken else "unsure" if unsure.get(promise, unread) else "yes"
        for promise in promises
    }


def _breaks(error: Diagnostic) -> str:
    """The promise that a fault breaks."""
    if error.code in _LEAKING:
        return "clean"
    if error.code in _NAMING:
        return "named"
    if error.code in _MATCHING:
        # What is wrong with an attendance sheet is wrong with no paper.
        return "printed" if error.location and _PRINTS.match(error.location.file.name) else "matches"
    return "printed" if error.code in _PRINTED else "present"


def gravest_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Answers among papers, then what breaks the promise that matters most; what is merely too much comes last."""

    def rank(fault: Diagnostic) -> tuple[bool, bool, int, bool]:
        too_much = fault.code in _EXTRA - _LEAKING
        return too_much, fault.code not in _ANSWERS, _GRAVEST.index(_breaks(fault)), fault.code in _CHANGED

    return sorted(diagnostics, key=rank)


def examples(report: Report, most: int, language: str) -> list[str]:
    """As many faults as are asked for, one of each kind first, the gravest before all."""
    errors = gravest_first(d for d in report.diagnostics if d.severity == "error")
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
