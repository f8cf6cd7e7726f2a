"""What holds for every question type."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import kinds
from generator.bank.read import QUESTION_FIELDS


@pytest.mark.parametrize("name", kinds.NAMES)
def test_a_type_is_one_file_and_its_test(name: str) -> None:
    kind = kinds.kind(name)
    assert kind.name == name
    assert kind.space in ("lines", "bracket", "none")
    assert not set(kind.fields) & set(QUESTION_FIELDS)
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_the_default_is_one_of_them() -> None:
    assert kinds.DEFAULT in kinds.NAMES
