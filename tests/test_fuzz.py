"""Some mutants through the whole program with every run of the tests; many more by hand: see mutate_program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.mutate_program import prepare, programs, survive

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_mutants_are_built_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXAMPAPER_DEBUG", raising=False)
    prepare(tmp_path)
    statuses = {survive(tmp_path, mutant)[0] for mutant in programs(150, seed=20_26)}
    assert statuses >= {0, 1}  # of both kinds, or else the mutants prove little


def test_the_same_seed_makes_the_same_mutants() -> None:
    assert list(programs(5, 3)) == list(programs(5, 3))
