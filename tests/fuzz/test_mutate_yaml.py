"""A few mutants with every run of the tests; many more by hand: see mutate_yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.mutate_yaml import SAMPLE, SLOWEST, mutants, survive

if TYPE_CHECKING:
    from pathlib import Path


def test_mutants_are_read_or_refused(tmp_path: Path) -> None:
    for mutant in mutants(SAMPLE.encode(), 150, seed=20_26):
        assert survive(tmp_path / "mutant.yaml", mutant) < SLOWEST


def test_the_same_seed_makes_the_same_mutants() -> None:
    assert list(mutants(SAMPLE.encode(), 5, 3)) == list(mutants(SAMPLE.encode(), 5, 3))
