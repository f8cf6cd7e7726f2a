"""Every style that ships passes, in either format alone and in both, as do the leaks that each form of key can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.verify import verify
from tests.building import LAYOUTS, built

if TYPE_CHECKING:
    from pathlib import Path

STYLED = (
    "cs-specialist",
    "interview-handbook",
    "behavioural-interview",
    "operations-interview",
    "se-written-test",
)


@pytest.mark.parametrize("formats", [("docx", "pdf"), ("docx",), ("pdf",)], ids="+".join)
@pytest.mark.parametrize("name", STYLED)
def test_a_sample_is_whole(name: str, formats: tuple[str, ...], tmp_path: Path) -> None:
    for path, data in built(LAYOUTS / f"{name}.yaml", formats=formats).items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    report = Report()
    verdict = verify(tmp_path, report)
    assert report.diagnostics == []
    assert (verdict.papers, verdict.keys) == (1, 1)
