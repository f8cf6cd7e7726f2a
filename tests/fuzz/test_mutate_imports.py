"""A few mutants of every format with each run of the tests; thousands by `python -m tests.fuzz.mutate_imports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.mutate_imports import SLOWEST, formats, mutants, seeds, survive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", formats())
def test_mutants_are_read_or_refused(name: str, tmp_path: Path) -> None:
    documents = seeds(name)
    assert survive(name, documents[0], tmp_path) < SLOWEST
    for mutant in mutants(documents, name, 12, 7):
        assert survive(name, mutant, tmp_path) < SLOWEST


def test_mutants_are_the_same_for_the_same_seed() -> None:
    documents = seeds("moodle")
    first, second = (list(mutants(documents, "moodle", 20, 3)) for _ in range(2))
    assert first == second
    assert len(set(first)) > 15
