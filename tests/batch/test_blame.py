"""`check` tells what only shows when a page is set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = Path(__file__).parents[1] / "render" / "sample.png"


def bank(folder: Path, stem: str, answer: str = "好") -> Path:
    path = folder / "b.yaml"
    path.write_text(
        f"bank: b\nquestions:\n  - id: a\n    category: c\n    stem: |\n      {stem}\n    answer: {answer}\n",
        encoding="utf-8",
    )
    return path


def test_a_character_no_font_has_is_a_warning_at_its_first_place(
    tmp_path: Path, exampaper: Callable[..., Any]
) -> None:
    ran = exampaper("check", bank(tmp_path, "请勾选☐，再勾选☐。", "选🦄"), "--lang", "zh")
    assert ran.status == 0
    told = [line for line in ran.err.splitlines() if "no-glyph" in line]
    assert [line.rpartition("b.yaml:")[2].partition(":")[0] for line in told] == ["6", "7"]
    assert "“☐”（U+2610）" in told[0]
    assert "“🦄”（U+1F984）" in told[1]


def test_a_broken_picture_is_an_error_before_anything_is_built(
    tmp_path: Path, exampaper: Callable[..., Any]
) -> None:
    data = SOUND.read_bytes()
    (tmp_path / "x.png").write_bytes(data)
    path = bank(tmp_path, "看图。\n\n      - 甲\n\n        ![图](x.png)")
    assert exampaper("check", path).status == 0
    (tmp_path / "x.png").write_bytes(data[: len(data) // 2])
    ran = exampaper("check", path)
    assert ran.status == 1
    assert "b.yaml:10:" in ran.err
    assert "picture-unreadable" in ran.err


def test_the_sample_bank_can_be_printed(exampaper: Callable[..., Any]) -> None:
    samples = Path(__file__).parents[2] / "banks"
    ran = exampaper("check", samples)
    assert (ran.status, ran.err) == (0, "")
