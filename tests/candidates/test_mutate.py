"""A few mutants with every run of the tests; many more by hand: see mutate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.candidates.mutate import SLOWEST, mutants, survive

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_mutants_are_read_or_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for mutant in mutants(200, seed=20_26):
        assert survive(tmp_path / "mutant", mutant) < SLOWEST
    assert capfd.readouterr() == ("", "")  # the reader's panics print
