"""A bank finds its pictures, whatever its file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.intake import PICTURE
from generator.exchange.picture_folder import picture_folder
from tests.exchange.quiz.test_round_trips import PNG
from tests.properties.banks import dump

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "stem",
    [
        "a",
        "题库",
        "a b",
        "my bank (1)",
        "50%20x",
        "a?b#c",
        "a\\b",
        "[x]",
        "<x>",
        "a&amp;b",
        "`'\"$!*~",
        "a--b.c",
    ],
)
def test_pictures_are_found_by_their_address(stem: str, tmp_path: Path) -> None:
    path = f"{picture_folder(stem)}/1.png"
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_bytes(PNG)
    stem_text = f"见 ![]({path})"
    dump(
        tmp_path / "bank.yaml", {"bank": "b", "questions": [{"id": "b.1", "stem": stem_text, "answer": "好"}]}
    )
    report = Report()
    assert read_bank(tmp_path / "bank.yaml", "bank.yaml", report) is not None
    assert not report.failed, report.diagnostics
    found = PICTURE.search(stem_text)
    assert found
    assert found[2] == path


def test_names_that_are_addresses_stay() -> None:
    assert [picture_folder(stem) for stem in ("a", "题库-2", "a_b.c")] == [
        "a-pictures",
        "题库-2-pictures",
        "a_b.c-pictures",
    ]
