"""A round that nobody touched is whole, whatever its people are called."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.cli import run
from generator.diagnostics import Report
from generator.verify import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

HAN = "阿卜杜热合曼买提艾力吐尔逊江𬘭㛃王李"
LETTERS = "ABMWefghinorstyéü"
PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=20),
    st.text(LETTERS, min_size=1, max_size=24),
    st.text("0123456789", min_size=1, max_size=12),
    st.text("㛃𬘭", min_size=1, max_size=2),
)
NAMES = st.lists(
    st.tuples(PIECES, st.sampled_from(["-", " ", "·", "", "‐", "’"])), min_size=1, max_size=6
).map(lambda pieces: "".join(f"{piece}{joint}" for piece, joint in pieces)[:60].strip("-‐ ·’"))
NUMBERS = st.lists(st.text("ABX0123456789", min_size=1, max_size=9), min_size=1, max_size=4).map("-".join)
PEOPLE = st.lists(st.tuples(NUMBERS, NAMES), min_size=1, max_size=3, unique_by=lambda one: one[0])


@settings(max_examples=12, deadline=None)
@example(
    [
        ("K2", "Christopher Alexander Montgomery-Featherstonehaugh"),
        ("X2026-ABCDEFGH-000001", "阿卜杜热合曼·买买提艾力·吐尔逊江"),
    ]
)
@given(people=PEOPLE)
def test_a_round_of_anybody_is_whole(layout: Path, people: Sequence[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
            rows = [
                [number, name, "主管", "第2多功能厅-B", f"3排{n}座"]
                for n, (number, name) in enumerate(people)
            ]
            csv.writer(file).writerows([["考号", "姓名", "岗位", "考场", "座位"], *rows])
        call = ["batch", str(layout), "--candidates", str(folder / "list.csv"), "--forms", "1", "--jobs", "1"]
        status = run([*call, "--out", str(folder / "out"), "--lang", "en"])
        assume(status == 0)  # else the list was refused
        report = Report()
        verify(folder / "out", report)
        assert [(d.code, str(d.location), d.values) for d in report.diagnostics] == []
