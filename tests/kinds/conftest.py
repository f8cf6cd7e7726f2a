from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from tests.reading import bank_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.question import Question

HEAD = "bank: demo\nquestions:\n  - id: q1\n"


@pytest.fixture
def question(tmp_path: Path) -> Callable[[str], Question]:
    """The question with these fields, which must be without fault."""

    def make(fields: str) -> Question:
        bank, found = bank_of(HEAD + indent(fields, "    "), tmp_path)
        assert found == []
        assert bank is not None
        return bank.questions[0]

    return make


@pytest.fixture
def faults(tmp_path: Path) -> Callable[[str], list[str]]:
    """The faults of a question with these fields, as `line:column code`; its first field is in line 1."""

    def make(fields: str) -> list[str]:
        _, found = bank_of(HEAD + indent(fields, "    "), tmp_path)
        lines = [fault.partition(":") for fault in found]
        return [f"{int(line) - 3}:{rest}" for line, _, rest in lines]

    return make
