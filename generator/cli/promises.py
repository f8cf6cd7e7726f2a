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
_FOREIGN = frozenset(
    ("verify-font", "verify-hidden-text", "verify-foreign-part", "verify-foreign-element", "verify-foreign-bytes",
     "verify-foreign-object", "verify-stray-object")
)  # fmt: skip
"""What no file of ours holds: nobody knows what it says."""
_PRINTED = frozenset(
    ("verify-bound-page", "verify-bound-unread", "verify-bound-even", "verify-bound-outline", "verify-bound-twice",
     "verify-bound-rooms", "verify-bound-order", "verify-not-bound", "verify-key-not-bound", "verify-misnamed",
     "verify-no-sheet", "verify-sheet-twice", "verify-sheet-alone", "verify-not-seated", "verify-no-list", "verify-list",
     "verify-list-more", "verify-seat-twice")
)  # fmt: skip
_ANSWERS = frozenset(("verify-key-astray", "verify-leak", "verify-answered"))
_ANOTHER = "verify-another"
_NAMING = frozenset(("verify-candidate",))
_EXTRA = frozenset(("verify-extra", "verify-extra-folder", "verify-key-astray"))
_CHANGED = frozenset(
    ("verify-bytes", "verify-digest", "verify-pages")
)  # it says no more than that there is a change
_KEYS = "keys/"
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
    suspect = any(_is_suspect(error) for error in errors)
    unprinted = unread or "verify-no-manifest" in codes
    unsure = {"present": False, "clean": unread or suspect, "printed": unprinted}
    promises = ["present", "matches", "clean"]
    promises += ["named"] if verdict.names else []
    promises += ["printed"] if verdict.candidates else []
    if not codes & _ANSWERS:
        broken.discard("clean")  # then it is only in doubt
    if _ANOTHER in codes or codes & _EXTRA or broken - {*promises}:
        broken.add("present")
    if any(error.code == _ANOTHER and _breaks(error) in ("named", "matches") for error in errors):
        broken.add("matches")
    return {
        promise: "no" if promise in broken else "unsure" if unsure.get(promise, unread) else "yes"
        for promise in promises
    }


def _breaks(error: Diagnostic) -> str:
    """The promise that a fault breaks, the one that matters most."""
    where = error.location.file.name if error.location else ""
    if error.code in _ANSWERS:
        return "clean"
    if error.code in _FOREIGN:
        return "present" if where.startswith(_KEYS) else "clean"
    if error.code == _ANOTHER:
        return "printed" if _PRINTS.match(where) else "matches" if where.startswith(_KEYS) else "named"
    if error.code in _NAMING:
        return "named"
    if error.code in _MATCHING:
        # What is wrong with an attendance sheet is wrong with no paper.
        return "printed" if _PRINTS.match(where) else "matches"
    return "printed" if error.code in _PRINTED else "present"


def _is_suspect(error: Diagnostic) -> bool:
    """Whether a paper may hold an answer for all that is known."""
    if error.location and error.location.file.name.startswith(_KEYS):
        return False
    return _breaks(error) == "clean" or (error.code in _SUSPECT and _breaks(error) == "matches")


def gravest_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One fault of each file, the gravest, then the others, and last what is merely too much.

    Answers among papers come first, then what breaks the promise that matters most.
    """

    def rank(fault: Diagnostic) -> tuple[bool, int, bool]:
        return fault.code not in _ANSWERS, _GRAVEST.index(_breaks(fault)), fault.code in _CHANGED

    firsts: dict[str, Diagnostic] = {}
    others: list[Diagnostic] = []
    extra: list[Diagnostic] = []
    for fault in sorted(diagnostics, key=rank):
        where = fault.location.file.name if fault.location else ""
        if fault.code in _EXTRA - _ANSWERS:
            extra.append(fault)
        elif firsts.setdefault(where, fault) is not fault:
            others.append(fault)
    return [*firsts.values(), *others, *extra]


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
    """Without control characters, which a damaged file may say."""
    return "".join(c if c.isprintable() else " " if c.isspace() else f"U+{ord(c):04X}" for c in line)
