"""Each broken list under `wrong/` with every message it gives, in both languages.

`NAME.zh.txt` and `NAME.en.txt` hold what is said of the file NAME; `pytest --regenerate` writes them anew, to be
read then as a user would read them. Broken workbooks are made by `workbooks`.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.candidates import read_candidates
from generator.cli.console import shown
from generator.diagnostics import Report
from tests.candidates import workbooks

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = Path(__file__).parent / "wrong"
TEXTS = sorted(path.name for path in WRONG.glob("*") if path.suffix not in (".txt", ".py"))
CASES = (*TEXTS, *workbooks.WRONG)
HARMLESS = {
    "beside.csv",
    "filtered.xlsx",
    "phones.csv",
    "slips.csv",
    "spellings.csv",
    "two-sheets.xlsx",
}  # that only warn


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for name, make in workbooks.WRONG.items():
        (folder / name).write_bytes(make())
    return folder


@pytest.mark.parametrize("case", CASES)
def test_messages(case: str, made: Path, expect: Callable[[Path, str], None]) -> None:
    report = Report()
    begun = time.process_time()
    listed = read_candidates((WRONG if case in TEXTS else made) / case, case, report)
    assert time.process_time() - begun < 2
    assert (listed is None) == report.failed == (case not in HARMLESS)
    for language in ("zh", "en"):
        told = "".join(f"{shown(diagnostic, language)}\n" for diagnostic in report.diagnostics)
        expect(WRONG / f"{case}.{language}.txt", told)


def test_no_message_without_its_case() -> None:
    expected = {f"{case}.{language}.txt" for case in CASES for language in ("zh", "en")}
    assert {path.name for path in WRONG.glob("*.txt")} == expected
