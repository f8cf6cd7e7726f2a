"""What is found out while papers are composed reaches who runs the round: once, and before anything is written if it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.batch.round.conftest import LAYOUT, Round

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = ", ".join(f"要点{k}" for k in range(9))


def with_points(made: Round, count: int) -> None:
    """So many of the questions have more points than marks."""
    bank = made.folder / "bank.yaml"
    text = bank.read_text("utf-8")
    for k in range(count):
        text = text.replace(f"answer: [先看{k}, 再做{k}]", f"answer: [{MANY}]")
    bank.write_text(text, "utf-8")


@pytest.mark.parametrize("mode", ["1", "2", "each"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_is_told_once(mode: str, jobs: str, round_of: Callable[..., Round]) -> None:
    layout = LAYOUT.replace("draw: 3x4", "draw: 3x2")
    made = round_of(12, layout=layout)
    with_points(made, 8)
    _, err = made.run("--out", "o", "--forms", mode, "--jobs", jobs)
    drawn = {question for form in made.forms("o") for s in form["sections"] for question in s["questions"]}
    for k in range(8):
        assert err.count(f"“s.a{k}”: ") == (f"s.a{k}" in drawn), err
    assert "points-without-marks" in err


def test_nothing_is_begun_when_there_is_no_draw(round_of: Callable[..., Round]) -> None:
    made = round_of(2, layout=LAYOUT.replace("draw: 3x4", "draw: 9x4"))
    _, err = made.run("--out", "o", "--forms", "each", status=1)
    assert "task-failed" not in err
    assert not (made.folder / "o").exists()


def test_a_style_that_cannot_be_set_is_told_first(round_of: Callable[..., Round]) -> None:
    layout = LAYOUT + "instructions: 请看 བ。\n"
    for mode in ("1", "each"):
        _, err = round_of(2, layout=layout).run("--out", "o", "--forms", mode, status=1)
        assert err.count("error[") == 1
        assert not (round_of(2, layout=layout).folder / "o").exists()
