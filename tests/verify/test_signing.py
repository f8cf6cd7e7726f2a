"""The lines of the page to be signed, each answered from its own faults."""

from __future__ import annotations

import pytest

from generator.cli.signing import _WORDS, _results
from generator.diagnostics import Report
from generator.verify.verdict import NOTHING

YES, NO, UNSURE = "是", "否", "未能核验"


@pytest.mark.parametrize(
    ("codes", "unread", "answers"),
    [
        ((), (), (YES, YES, YES)),
        (("verify-missing",), (), (NO, YES, YES)),
        (("verify-missing",), ("papers/1.pdf",), (NO, UNSURE, UNSURE)),
        (("verify-missing", "verify-leak"), ("papers/1.pdf",), (NO, UNSURE, NO)),
        (("verify-leak",), (), (YES, YES, NO)),
        (("verify-marks",), (), (YES, NO, YES)),
        (("verify-key-differs",), (), (YES, NO, UNSURE)),
        (("verify-record",), (), (NO, UNSURE, UNSURE)),
        (("verify-without-paper",), (), (NO, YES, YES)),
    ],
)
def test_each_line_is_answered_from_its_own_faults(
    codes: tuple[str, ...], unread: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    report = Report()
    for code in codes:
        report.error(code, None)
    verdict = NOTHING._replace(papers=2, unread=unread)
    assert tuple(said for _, said in _results(verdict, report, _WORDS["zh"])) == answers


def test_nothing_is_proved_of_no_papers() -> None:
    report = Report()
    report.error("verify-unfinished", None)
    assert [said for _, said in _results(NOTHING, report, _WORDS["zh"])] == [NO, UNSURE, UNSURE]
