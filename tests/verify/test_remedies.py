"""What is said to be done about a fault can be done in a run of that kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verify.forger import Forger


def _hints(folder: Path) -> dict[str, str]:
    report = Report()
    verify(folder, report)
    return {fault.code: fault.hint for fault in report.diagnostics}


def test_a_round_is_made_whole(forger: Forger) -> None:
    lost = next((forger.folder / "papers").glob("*.pdf"))
    lost.unlink()
    assert _hints(forger.folder)["verify-missing"] == "verify-restore-round"


def test_a_round_that_was_added_to_can_only_be_restored(forger: Forger) -> None:
    forger.write_manifest(additions=1)
    papers = sorted((forger.folder / "papers").glob("*.pdf"))
    papers[0].unlink()
    papers[1].write_bytes(papers[1].read_bytes() + b"x")
    found = _hints(forger.folder)
    assert found["verify-missing"] == found["verify-bytes"] == "round-damaged"
    assert found["verify-foreign-bytes"] == "verify-do-not-use-added"


def test_nobody_knows_of_a_round_without_its_manifest(forger: Forger) -> None:
    (forger.folder / "manifest.json").unlink()
    next((forger.folder / "papers").glob("*.pdf")).unlink()
    found = _hints(forger.folder)
    assert (found["verify-no-manifest"], found["verify-missing"]) == ("round-no-manifest", "round-damaged")


@pytest.mark.parametrize(
    ("adding", "hint"), [(True, "verify-add-resume"), (False, "verify-resume"), (None, "verify-build-again")]
)
def test_what_was_begun_is_ended_as_it_was_begun(tmp_path: Path, adding: bool | None, hint: str) -> None:
    work = tmp_path / ".exampaper-unfinished"
    (work / "new").mkdir(parents=True)
    if adding is not None:
        (work / "round.json").write_text(json.dumps({"adding": adding}), "utf-8")
    assert _hints(tmp_path) == {"verify-unfinished": hint}
