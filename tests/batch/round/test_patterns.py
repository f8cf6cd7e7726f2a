"""Headers and footers that ask for a column of the list: one that is not there is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.batch.round.conftest import LAYOUT, Round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

ROWS = [["考号", "姓名", "工号"], ["1", "张伟", "K7"]]


def asking(column: str, where: str = "page: {footer: ") -> str:
    return LAYOUT + f"style:\n  base: classic\n  {where}'{{page}} {{candidate.{column}}}'}}\n"


@pytest.mark.parametrize("where", ["page: {footer: ", "page: {header: ", "key: {footer: "])
@pytest.mark.parametrize(
    ("column", "hint"),
    [
        ("nosuch", "there are: id, name, post, room, seat, session, department, date, 工号"),
        ("姓名", "do you mean {candidate.name}?"),
        ("工  号", "do you mean {candidate.工号}?"),
    ],
)
def test_a_column_that_the_list_does_not_have(
    where: str, column: str, hint: str, round_of: Callable[..., Round]
) -> None:
    made = round_of(rows=ROWS, layout=asking(column, where))
    _, err = made.run("--dry-run", status=1)
    assert "error[unknown-column]" in err
    assert f"{{candidate.{column}}}" in err
    assert f"hint: {hint}" in err


def test_columns_that_are_there_and_a_field_that_is_not(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=ROWS, layout=asking("工号"))
    assert "column" not in made.run("--dry-run")[1]
    made = round_of(rows=ROWS, layout=asking("seat"))
    assert "warning[column-not-listed]" in made.run("--dry-run")[1]


@pytest.mark.parametrize(
    ("column", "told"), [("姓名", True), ("nam", True), ("工号", False), ("name", False)]
)
def test_check_knows_the_fields(
    column: str, told: bool, round_of: Callable[..., Round], exampaper: Callable[..., Ran]
) -> None:
    folder: Path = round_of(layout=asking(column)).folder
    ran = exampaper("check", folder / "layout.yaml")
    assert ran.status == 0, ran.err
    assert ("warning[column-of-field]" in ran.err) == told
