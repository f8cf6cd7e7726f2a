"""Who gets what in a round: names that tell everything apart, spares that belong to a room, late candidates."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from generator.batch.order import Wish, order_from_layout
from generator.batch.press import Formats
from generator.batch.round.lists.finish import seated_of
from generator.batch.round.lists.prints import room_files
from generator.batch.round.planning.deal import letter_of
from generator.batch.round.planning.late import check_against
from generator.batch.round.planning.plan import Plan, plan, tell_unused
from generator.candidates import read_candidates
from generator.diagnostics import Report
from generator.layout import PaperComposer
from generator.messages import hint, message
from generator.selection import draw
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
    made: Round,
    rows: Rows,
    mode: str = "1",
    spares: int = 0,
    layouts: Sequence[str] = (LAYOUT,),
    head: Sequence[str] = HEAD,
) -> Made:
    report = Report()
    with (made.folder / "list.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])
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


def told(report: Report, language: str = "zh") -> list[str]:
    return [
        f"{message(d, language)}; {hint(d, language)}"
        for d in report.diagnostics
        if d.code != "identity-check"
    ]


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
    seated = seated_of(records(made).values(), {}, made.orders)
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


# What is told ----------------------------------------------------------------------------------------

IDENTITY = "11010119900307123X"


@pytest.mark.parametrize(
    ("rows", "mode", "said"),
    [
        (
            [row("1", session="上午"), row(IDENTITY), row("3")],
            "session",
            "有 2 人没有场次（第 3, 4 行），而 --forms session 按场次发卷; 在“场次”一列里补上",
        ),
        (
            [row("1"), row("2", post=""), row("3", post="")],
            "2",
            "有 2 人没有写岗位（第 3, 4 行），而试卷按岗位发; 在“岗位”一列里补上",
        ),
        (
            [row("1"), row("2", post="会计"), row("3", post="会计")],
            "2",
            "没有一份试卷结构是给“会计”的（2 人，第 3, 4 行）; "
            "在一份试卷结构里写上 posts: [会计]（现有：专员, 经理），或改正名单",
        ),
        (
            [row("1", form="C"), row("2", form="C"), row("3", form="A")],
            "2",
            "卷别“C”不在 A, B 之中（2 人，第 2, 3 行）; 改正卷别，或调整 --forms",
        ),
    ],
    ids=["session", "post", "layout", "form"],
)
def test_what_is_wrong_with_many_rows_is_told_once(
    rows: Rows, mode: str, said: str, round_of: Callable[..., Round]
) -> None:
    layouts = (other("cs", "专员"), other("cs-lead", "经理"))
    _, _, report = planned(round_of(1), rows, mode, spares=2, layouts=layouts)
    assert told(report) == [said]
    assert report.failed


def test_a_list_without_a_column_that_is_needed(round_of: Callable[..., Round]) -> None:
    rows = [["1", "甲"], ["2", "乙"]]
    _, _, report = planned(round_of(1), rows, "session", 1, (other("cs", "专员"),), ("考号", "姓名"))
    assert [hint(d, "zh") for d in report.diagnostics] == [
        "在名单里加一列“应聘岗位”（试卷结构里有：专员）",
        "在名单里加一列“场次”",
    ]


def test_rows_without_a_session_where_others_have_one(round_of: Callable[..., Round]) -> None:
    rows = [row("1", session="上午"), row("2")]
    _, _, report = planned(round_of(1), rows)
    assert told(report) == ["有 1 人没有写场次（第 3 行），别人写了; 请补上；若本来没有，不必理会"]
    assert not report.failed


@pytest.mark.parametrize(
    ("pattern", "numbers", "field"),
    [
        ("{post}-{document}", ("1", "2"), "{id}"),
        ("{id}-{document}", (IDENTITY, "11010119910408123X"), "{name}"),  # alike when they are masked
    ],
)
def test_a_pattern_that_gives_two_files_one_name(
    pattern: str, numbers: tuple[str, str], field: str, round_of: Callable[..., Round]
) -> None:
    rows = [
        ["3", "丙", "经理"],
        *([number, name, "专员"] for number, name in zip(numbers, "甲乙", strict=True)),
    ]
    rows = [[*cells, "101", str(seat), "", "", ""] for seat, cells in enumerate(rows)]
    _, _, report = planned(round_of(1), rows, layouts=(f"{LAYOUT}file_name: '{pattern}'\n",))
    (said,) = [d for d in report.diagnostics if d.severity == "error"]
    assert (said.code, said.values["lines"]) == ("papers-share-name", "3, 4")
    assert field in hint(said, "zh")
    assert said.location is not None
    assert said.location.quote.startswith("file_name:")


def test_a_pattern_that_gives_two_files_one_name_to_some_systems(
    round_of: Callable[..., Round],
) -> None:
    rows = [["1", "José"], ["2", "Jose\u0301"], ["3", "Jose"]]
    layout = f"{LAYOUT}file_name: '{{name}}-{{document}}'\n"
    _, _, report = planned(round_of(1), rows, layouts=(layout,), head=["考号", "姓名"])
    (said,) = [d for d in report.diagnostics if d.severity == "error"]
    assert (said.code, said.values["lines"]) == ("papers-share-name", "2, 3")


@pytest.mark.parametrize("header", ["spare", "Spare", "layout", "files", "own", "备用"])
def test_no_column_of_a_list_means_anything_to_us(header: str, round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    (order,) = planned(made, [row("1")])[0].orders
    (form,) = draw(order.blueprint, order.banks, seed=1, variants=[""], report=Report())
    composed = []
    for head, rows in ((HEAD, [row("1")]), ([*HEAD, header], [[*row("1"), "是"]])):
        (task,) = (task for task in planned(made, rows, head=head)[0].tasks if task.candidate)
        paper = form.paper._replace(candidate=task.candidate, spare=task.spare)
        composed.append(PaperComposer(order.style, Report()).compose(paper))
        assert (task.candidate or {}).get(header, "是") == "是"
    assert composed[0] == composed[1]


@pytest.mark.parametrize("said", ["masked", "full"])
def test_identity_numbers_are_printed_as_the_layout_says(said: str, round_of: Callable[..., Round]) -> None:
    rows = [[*row("1"), IDENTITY], ["11010119910408123X", "乙", *row("2")[2:], ""]]
    layouts = (f"{LAYOUT}identity_numbers: {said}\n",)
    made, _, _ = planned(round_of(1), rows, layouts=layouts, head=[*HEAD, "身份证号"])
    printed = "".join(f"{task.candidate}{task.outputs}" for task in made.tasks)
    assert ("19900307" in printed, "19910408" in printed) == ((said == "full"),) * 2
    assert [entry.row["身份证号"] for entry in made.entries if entry.row and "身份证号" in entry.row] == [
        IDENTITY
    ]


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
    spares = [task.candidate for task in made.tasks if task.spare]
    assert [spare["date"] for spare in spares if spare] == ["2026-11-22", "2026-11-23", "2026-11-22"]


def test_a_spare_is_called_by_its_place_alone(round_of: Callable[..., Round]) -> None:
    """Else one that is printed would have another name as soon as somebody is added."""
    first = [row("1", session="上午", date="2026-11-22")]
    others = [
        row("2", "102", session="上午", date="2026-11-23"),
        row("3", session="上午", date="2026-11-22", post="经理"),
    ]
    layouts = (other("cs", "专员"), other("cs-lead", "经理"))
    for count in range(3):
        made, _, report = planned(round_of(1), first + others[:count], spares=2, layouts=layouts)
        assert errors(report) == []
        spares = [entry.name for entry in made.entries if entry.row is None]
        assert spares[:2] == ["备用-cs-2026-11-22-上午-101-1", "备用-cs-2026-11-22-上午-101-2"]
        assert len(set(spares)) == 2 * (count + 1)


@pytest.mark.parametrize(
    "pattern", ["{room}-{seat}-{document}", "{post}-{id}-{name}-{document}", "{name} {document}"]
)
@pytest.mark.parametrize("mode", ["2", "each"])
def test_a_spares_file_says_that_it_is_one(pattern: str, mode: str, round_of: Callable[..., Round]) -> None:
    layout = f"{LAYOUT}file_name: '{pattern}'\n"
    made, _, report = planned(round_of(1), [row("1", seat="1"), row("2", seat="2")], mode, 2, (layout,))
    assert errors(report) == []
    stems = [output.stem for task in made.tasks if task.spare for output in task.outputs]
    words = ("试卷", "答案") if mode == "each" else ("试卷",)
    assert stems == [f"备用-101-{count}-{word}" for count in (1, 2) for word in words]


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
        (row("A9", "第101考场", "02", "上午场"), "late-seat"),
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


def test_a_late_row_whose_room_is_written_otherwise(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, FIRST)[0])
    changed = ["A1", "考生A1", "专员", "１０１", "1", "上午", "", ""]  # the change is what is told of it
    added, found, report = planned(made, [row("A9", "第101考场", "9", "上午"), changed])
    report.diagnostics.clear()
    check_against(added, issued, found, report)
    assert told(report) == [
        "考场“第101考场”和这一轮已有的“101”当作两个考场; 若是同一个，请写成一样；若不是，不必理会"
    ]
    assert not report.failed


def test_messages_hold_no_date_of_birth(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, [row(IDENTITY, seat="1")])[0])
    late = [row(IDENTITY.lower(), seat="2"), row("11010119910408123X", seat="1")]
    added, found, report = planned(made, late)
    check_against(added, issued, found, report)
    assert errors(report) == ["late-seat", "late-twin"]
    assert not [said for said in told(report) if "19900307" in said or "19910408" in said]


def test_late_rows_beside_the_others_are_fine(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, FIRST, "2", spares=1)[0])
    added, found, report = planned(made, [*FIRST, row("A4", "102", "2", "下午")], "2", spares=2)
    check_against(added, issued, found, report)
    assert errors(report) == []


@pytest.mark.parametrize(("first", "late"), [("a1", "A1"), ("É1", "E\u03011")])
def test_late_files_never_have_the_name_of_an_issued_one(
    first: str, late: str, round_of: Callable[..., Round]
) -> None:
    made = round_of(1)
    layout = LAYOUT + "file_name: '{post}-{seat}-{document}'\n"
    issued = records(planned(made, [row("1", "101", first)], layouts=(layout,))[0])
    added, found, report = planned(made, [row("2", "102", late)], layouts=(layout,))
    check_against(added, issued, found, report)
    assert errors(report) == ["late-file"]


def test_a_spare_of_another_day_is_not_one_that_was_issued(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    issued = records(planned(made, [row("1", date="2026-11-22")], spares=1)[0])
    added, found, report = planned(made, [row("2", date="2026-11-23")], spares=1)
    check_against(added, issued, found, report)
    assert errors(report) == []
    assert [entry.name for entry in added.entries if entry.name not in issued] == [
        "2",
        "备用-2026-11-23-101-1",
    ]


def test_late_print_files_keep_date_and_session(round_of: Callable[..., Round]) -> None:
    rows = [row("1", session="上午"), row("2", session="下午"), row("3", session="下午")]
    made = planned(round_of(1), rows)[0]
    seated = seated_of(records(made).values(), {}, made.orders)
    late = [r for r in seated if r.id == "3"]
    files = room_files(late, "paper", "zh", 1, seated)
    assert [(file.path, [r.id for r in file.seated]) for file in files] == [
        ("print/第101考场-下午-试卷-补1", ["3"])
    ]


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (
            row("A9", "101", "9", "上午"),
            [],
        ),
        (
            row("A9", "1001", "9", "上午"),
            [
                "这一轮没有考场“1001”（1 人，第 2 行；有：101, 102）; "
                "请核对是不是写错了；若确是新的，不必理会，会另有合订文件和签到表"
            ],
        ),
        (
            row("A9", "101会议室", "9", "上午"),
            ["考场“101会议室”和这一轮已有的“101”当作两个考场; 若是同一个，请写成一样；若不是，不必理会"],
        ),
        (
            row("A9", "101"),
            [
                "要补的 1 人没有写场次（第 2 行），这一轮的人都有; "
                "请补上；不补就算作另一个考场或场次，另有备用卷、合订文件和签到表",
                "要补的 1 人没有写座位（第 2 行），这一轮的人都有; 请补上；若本来没有，不必理会",
            ],
        ),
    ],
)
def test_what_the_round_says_and_the_late_do_not(
    late: list[str], said: list[str], round_of: Callable[..., Round]
) -> None:
    made = round_of(1)
    issued = records(planned(made, FIRST)[0])
    added, found, report = planned(made, [late])
    check_against(added, issued, found, report)
    assert told(report) == said


def test_a_spare_of_a_room_in_other_width(round_of: Callable[..., Round]) -> None:
    """Told of the room, once, and of no number that nobody has written."""
    made = round_of(1)
    issued = records(planned(made, FIRST, spares=2)[0])
    added, found, report = planned(made, [row("A9", "１０１", "9", "上午")], spares=2)
    check_against(added, issued, found, report)
    assert told(report) == ["考场“１０１”和这一轮已有的“101”当作两个考场; 照这一轮的写法写成“101”"]
    assert errors(report) == ["late-room"]
    assert report.diagnostics[-1].location == found.rows[0].location


# Sessions --------------------------------------------------------------------------------------------


def test_a_session_is_one_of_its_day(round_of: Callable[..., Round]) -> None:
    days = [row("1", session="上午", date="2026-12-05"), row("2", session="上午", date="2026-12-06")]
    made, _, report = planned(round_of(1), [*days, row("3", session="下午", date="2026-12-05")], "session", 1)
    assert errors(report) == []
    assert made.variants == (("2026-12-05 上午", "2026-12-05 下午", "2026-12-06 上午"),)
    of_days = {(entry.known["date"], entry.known["session"]): entry.form for entry in made.entries}
    assert of_days == {(day, when): f"{day} {when}" for day, when in of_days}
    assert len(of_days) == 3
    (order,) = made.orders
    forms = draw(order.blueprint, order.banks, seed=1, variants=made.variants[0], report=report)
    asked = [tuple(i.prompt.id for s in form.paper.sections for i in s.items) for form in forms]
    assert len(set(asked)) == 3


def test_a_session_without_a_day(round_of: Callable[..., Round]) -> None:
    made, _, _ = planned(round_of(1), [row("1", session="上午"), row("2", session="下午")], "session")
    assert made.variants == (("上午", "下午"),)


def test_a_post_that_is_nearly_known(round_of: Callable[..., Round]) -> None:
    layouts = (other("a", "客服主管"), other("b", "客服专员"))
    _, _, report = planned(round_of(1), [row("1", post="客服 主管")], layouts=layouts)
    assert told(report) == [
        "没有一份试卷结构是给“客服 主管”的（1 人，第 2 行）; "
        "是不是“客服主管”？请改正名单；若是新岗位，写进一份试卷结构的 posts"
    ]


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ("主菅人", "主管人"),
        ("仓储主管（夜班）", "仓储主管"),
        ("仓储 主管", "仓储主管"),
        ("仓储", "仓储主管"),
        ("Sales  it Lead", "IT"),
        ("Custmer Service Manger", "Customer Service Manager"),
    ],
)
def test_a_slip_never_falls_to_the_layout_for_all_others(
    post: str, said: str, round_of: Callable[..., Round]
) -> None:
    layouts = (other("lead", said), LAYOUT)
    made, _, report = planned(
        round_of(1), [row("1", post=said), row("2", post="文员"), row("3", post=post)], layouts=layouts
    )
    assert told(report) == [
        f"“岗位”一列的“{post}”可能是写错了的“{said}”，也可能是另一个岗位（1 人，第 4 行）; "
        f"若是“{said}”，请改正名单；若是另一个岗位，写进一份试卷结构的 posts，例如 small 的 posts: [文员, {post}]"
    ]
    assert report.failed
    assert {entry.name: entry.layout for entry in made.entries} == {"1": 0, "2": 1}


@pytest.mark.parametrize(
    ("post", "said"),
    [("Security Auditor", "IT"), ("小学数学教师", "小学语文教师"), ("测试开发工程师", "Java开发工程师")],
)
def test_another_post_is_no_slip(post: str, said: str, round_of: Callable[..., Round]) -> None:
    rows = [row("1", post=said), row("2", post=post)]
    made, _, report = planned(round_of(1), rows, layouts=(other("lead", said), LAYOUT))
    assert errors(report) == []
    assert {entry.name: entry.layout for entry in made.entries} == {"1": 0, "2": 1}


def test_no_post_is_none_of_the_others(round_of: Callable[..., Round]) -> None:
    _, _, report = planned(
        round_of(1), [row("1"), row("2", post="")], layouts=(other("lead", "经理"), LAYOUT)
    )
    assert errors(report) == ["no-post"]


def test_the_mend_for_a_doubtful_post_works(round_of: Callable[..., Round]) -> None:
    layouts = (other("lead", "主管"), other("rest", "文员, 副主管"))
    made, _, report = planned(round_of(1), [row("1", post="副主管"), row("2", post="文员")], layouts=layouts)
    assert errors(report) == []
    assert {entry.layout for entry in made.entries} == {1}


def test_a_form_as_people_write_it(round_of: Callable[..., Round]) -> None:
    said = {"1": "A卷", "2": "b", "3": "Ｂ", "4": "试卷A", "5": "Form B", "6": "B 卷型"}
    made, _, report = planned(round_of(1), [row(k, seat=k, form=form) for k, form in said.items()], "2")
    assert errors(report) == []
    assert {entry.name: entry.form for entry in made.entries} == dict(zip("123456", "ABBABB", strict=True))


def test_a_layout_that_nobody_needs(round_of: Callable[..., Round]) -> None:
    made, _, report = planned(round_of(1), [row("1")], layouts=(other("a", "专员"), other("b", "经理")))
    tell_unused(made, report)
    (found,) = report.diagnostics
    assert (found.code, found.severity, found.values["id"]) == ("layout-unused", "warning", "b")


def test_names_of_files_have_no_blanks_of_sessions_and_seats_in_order(round_of: Callable[..., Round]) -> None:
    layout = LAYOUT + "file_name: '{layout}-{variant}-{session}-{seat}-{document}'\n"
    rows = [row(str(k), seat=str(k), session="上午 9点", date="2026-11-28") for k in (2, 10, 100)]
    made, _, report = planned(round_of(1), rows, "session", 1, layouts=(layout,))
    assert errors(report) == []
    stems = [output.stem for task in made.tasks for output in task.outputs]
    assert stems == [
        "small-2026-11-28-上午-9点-答案",
        *(f"small-2026-11-28-上午-9点-上午-9点-{seat}-试卷" for seat in ("02", "10", "100")),
        "备用-2026-11-28-上午-9点-101-1-试卷",
    ]


def test_one_person_comes_late_under_another_number(round_of: Callable[..., Round]) -> None:
    made, head = round_of(1), ["考号", "姓名", "手机", "身份证号"]
    first = [["1", "王芳", "13800000001", ""], ["2", "李强", "", "110101199003071233"]]
    issued = records(planned(made, first, head=head)[0])
    late = [
        ["8", "王芳", "+86 138-0000-0001", ""],
        ["9", "李 强", "", "110101199003071233"],
        ["7", "王方", "13800000001", ""],  # another of the family
    ]
    added, found, report = planned(made, late, head=head)
    check_against(added, issued, found, report)
    assert [
        (d.severity, d.code, d.values["other"]) for d in report.diagnostics if d.code.startswith("late")
    ] == [
        ("warning", "late-phone", "1"),
        ("warning", "late-person", "2"),
    ]
