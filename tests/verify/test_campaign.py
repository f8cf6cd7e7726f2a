"""Damage of every kind, thrown at random, is found. `python -m tests.fuzz.damage_rounds` throws hundreds."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.verify.damage import KINDS, Skip
from tests.verify.forger import Forger

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_found(finished: Path, tmp_path: Path, kind: str) -> None:
    tried = 0
    for seed in range(20):
        forger = Forger(shutil.copytree(finished, tmp_path / str(seed)))
        with suppress(Skip):
            done = KINDS[kind](forger, random.Random(f"{kind} {seed}"))
            assert forger.found(), done
            tried += 1
        if tried:
            return
    raise AssertionError(kind)
