"""Who gets what in a round: names that tell everything apart, spares that belong to a room, late candidates."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from generator.batch.order import Wish, order_from_layout
from generator.batch.press import Formats
from generator.batch.round.deal import letter_of
from generator.batch.round.finish import seated_of
from generator.batch.round.plan import Plan, check_against, plan
from generator.batch.round.printing import room_files
from generator.candidates import read_candidates
from generator.diagnostics import Report
from tests.batch.round.conftest import LAYOUT, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.batch.record import Record
    from generator.candidates import CandidateList

Rows = list[list[str]]
Made = tuple[Plan, "CandidateList", Report]
HEAD = ["考号", "姓名", "岗位", "考场", "座位", "场次", "日期", "卷别"]


def row(number: str, room: str = "101", seat: str = "", session: str = "", date: str = "", form: str = "",
        post: str = "专员") -> list[str]:  # fmt: skip
    return [number, f"考生{number}", post, room, seat, session, date, form]


def planned(
    made: Round, rows: Rows, mode: str = "1", spares: int = 0, layouts: Sequence[str] = (LAYOUT,)
) -> Made:
    report = Report()
    with (made.folder / "list.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEAD, *rows])
    orders = []
    for k, layout in enumerate(layouts):
        path = made.folder / f"layout-{k}.yaml"
        path.write_text(layout, encoding="utf-8")
        order = order_from_layout(str(path), Wish(), report)
        assert order is not None
        orders.append(order)
    found = read_candidates(made.folder / "list.csv", "list.csv", report)
    assert found is not None
    assert not report.failed, report.diagnostics
    return plan(orders, found, mode, spares, Formats(("pdf",), ("pdf",)), None, report), found, report


def errors(report: Report) -> list[str]:
    return [d.code for d in report.diagnostics if d.severity == "error"]


def records(made: Plan) -> dict[str, Record]:
    """What is issued when all of a plan is done."""
    tasks = {task.name: task for task in made.tasks}
    return {
        entry.name: {
            "name": entry.name,
            "layout": made.layout_id(entry),
            "form": entry.form,
            "candidate": None if entry.row is None else dict(entry.row),
            **({"spare": entry.known} if entry.row is None else {}),
            **({"own": True} if entry.paper == entry.key else {}),
            "files": [
                {"path": f"{o.role}s/{o.stem}.pdf", "role": o.role, "format": "pdf", "pages": 2}
                for task in dict.fromkeys((entry.paper, entry.key))
                for o in tasks[task].outputs
            ],
        }
        for entry in made.entries
    }


def bound(made: Plan) -> dict[str, list[str]]:
    seated = seated_of(records(made).values(), {}, {})
    return {file.path: [r.id for r in file.seated] for file in room_files(seated, "paper", "zh")}


# Names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    [
        [row("备用-101-1"), row("2")],
        [row("1", "101", session="上午"), row("2", "上午-101")],
        [row("1", "a"), row("2", "A")],
    ],
    ids=["a candidate called like a spare", "session and room run together", "rooms that differ by case"],
)
def test_no_two_papers_have_one_name(rows: Rows, round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    assert set(errors(planned(made, rows, spares=1)[2])) == {"same-name"}
    assert errors(planned(made, rows)[2]) == []


def other(name: str, post: str) -> str:
    return LAYOUT.replace("layout: small", f"layout: {name}") + f"posts: [{post}]\n"


def test_layouts_of_one_id(round_of: Callable[..., Round]) -> None:
    rows = [row("1"), row("2", post="经理")]
    _, _, report = planned(round_of(1), rows, layouts=(other("small", "专员"), other("small", "经理")))
    assert "same-layout" in errors(report)
    found = next(d for d in report.diagnostics if d.code == "same-layout")
    assert found.location is not None
    assert found.location.file.name.endswith("layout-1.yaml")


def test_keys_of_two_layouts_are_never_one(round_of: Callable[..., Round]) -> None:
    rows = [row("1", session="am-1"), row("2", session="1", post="经理")]
    layouts = (other("cs", "专员"), other("cs-am", "经理"))
    made, _, report = planned(round_of(1), rows, "session", layouts=layouts)
    assert len({entry.key for entry in made.entries}) == 2
    assert errors(report) == ["file-name-shared"]  # both would be cs-am-1


def test_every_entry_has_its_tasks(round_of: Callable[..., Round]) -> None:
    rows = [row(str(k), str(101 + k % 2), str(k), post=("专员", "经理")[k % 3 == 0]) for k in range(1, 9)]
    layouts = (other("cs", "专员"), other("cs-am", "经理"))
    for mode in ("1", "3", "each"):
        made, _, report = planned(round_of(1), rows, mode, spares=2, layouts=layouts)
        assert errors(report) == []
        names = [task.name for task in made.tasks]
        assert len(set(names)) == len(names)
        assert {name for entry in made.entries for name in (entry.paper, entry.key)} == set(names)
        assert len({entry.paper for entry in made.entries}) == len(made.entries)


# Spares ----------------------------------------------------------------------------------------------


def test_spares_lie_with_their_room_and_date(round_of: Callable[..., Round]) -> None:
    rows = [
        row("1", "101", "1", "上午", "2026-11-22"),
        row("2", "101", "1", "上午", "2026-11-23"),
        row("3", "102", "1", "上午", "2026-11-22"),
    ]
    made, _, report = planned(round_of(1), rows, spares=1)
    assert errors(report) == []
    assert bound(made) == {
        "print/第101考场-2026-11-22-试卷": ["1", "备用-2026-11-22-上午-101-1"],
        "print/第101考场-2026-11-23-试卷": ["2", "备用-2026-11-23-上午-101-1"],
        "print/第102考场-试卷": ["3", "备用-2026-11-22-上午-102-1"],
    }
    spares = [task.candidate for task in made.tasks if task.candidate and "spare" in task.candidate]
    assert [spare["date"] for spare in spares] == ["2026-11-22", "2026-11-23", "2026-11-22"]


def test_one_date_is_not_named(round_of: Callable[..., Round]) -> None:
    made, _, _ = planned(round_of(1), [row("1", date="2026-11-22")], spares=1)
    assert bound(made) == {"print/第101考场-试卷": ["1", "备用-101-1"]}


def test_spares_are_of_every_form(round_of: Callable[..., Round]) -> None:
    made, _, _ = planned(round_of(1), [row("1", form="B"), row("2", form="B")], "2", spares=2)
    assert [entry.form for entry in made.entries] == ["B", "B", "A", "B"]
    assert [(entry.row or {}).get("variant") for entry in made.entries] == ["B", "B", None, None]


def test_a_seat_of_any_length(round_of: Callable[..., Round]) -> None:
    seats = ["1" * 5000, "1" * 4999 + "2", "1" * 4999 + "3"]
    made, found, _ = planned(round_of(1), [row(str(k), seat=seat) for k, seat in enumerate(seats)], "2")
    assert len(made.entries) == 3
    letters = [letter_of(candidate, 2) for candidate in found.rows]
    assert letters[0] == letters[2] != letters[1]


# Late candidates -------------------------------------------------------------------------------------

FIRST = [row("A1", "101", "1", "上午"), row("A2", "101", "2", "上午"), row("A3", "102", "1", "下午")]


@pytest.mark.parametrize(
    ("late", "code"),
    [
        (row("a1", "103", "9"), "late-twin"),
        (row("Ａ１", "103", "9"), "late-twin"),
        (row("A9", "101", "２", "上午"), "late-seat"),
        (row("A9", "101", "2", "下午"), ""),
        (row("A9", "101", "2", "上午", "2026-11-23"), ""),
        (row("A9", "101", "3", "上午"), ""),
    ],
)
def test_late_rows_are_held_against_those_who_have_a_paper(
    late: list[str], code: str, round_of: Callable[..., Round]
) -> None:
    made = round_of(1)
    issued = records(planned(made, FIRST)[0])
    added, found, report = planned(made, [late])
    assert errors(report) == []
    check_against(added, issued, found, report)
    told = [d for d in report.diagnostics if d.severity == "error"]
    assert (code in errors(report)) if code else not told
    for diagnostic in told:
        assert diagnostic.location == found.rows[0].location


def test_late_rows_beside_the_others_are_fine(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, FIRST, "2", spares=1)[0])
    added, found, report = planned(made, [*FIRST, row("A4", "102", "2", "下午")], "2", spares=2)
    check_against(added, issued, found, report)
    assert errors(report) == []


def test_late_files_never_have_the_name_of_an_issued_one(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    layout = LAYOUT + "file_name: '{post}-{seat}-{document}'\n"
    issued = records(planned(made, [row("1", "101", "a1")], layouts=(layout,))[0])
    added, found, report = planned(made, [row("2", "102", "A1")], layouts=(layout,))
    check_against(added, issued, found, report)
    assert errors(report) == ["late-file"]


def test_a_spare_of_another_day_is_not_one_that_was_issued(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, [row("1", date="2026-11-22")], spares=1)[0])
    added, found, report = planned(made, [row("2", date="2026-11-23")], spares=1)
    check_against(added, issued, found, report)
    assert errors(report) == ["same-name"]


def test_late_print_files_keep_date_and_session(round_of: Callable[..., Round]) -> None:
    rows = [row("1", session="上午"), row("2", session="下午"), row("3", session="下午")]
    seated = seated_of(records(planned(round_of(1), rows)[0]).values(), {}, {})
    late = [r for r in seated if r.id == "3"]
    files = room_files(late, "paper", "zh", 1, seated)
    assert [(file.path, [r.id for r in file.seated]) for file in files] == [
        ("print/第101考场-下午-试卷-补1", ["3"])
    ]
