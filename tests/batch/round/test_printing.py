"""Which papers go in which file for the printer, and what the files are called."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.names import MOST_BYTES, safe
from generator.batch.round.lists.prints import (
    Seated,
    bookmark,
    form_keys_path,
    in_print_order,
    room_files,
)


def seated(
    id_: str = "1", name: str = "张伟", room: str = "101", seat: str = "", session: str = "", date: str = ""
) -> Seated:
    return Seated(id_, id_, name, "客服", room, seat, session, date, "", f"papers/{id_}.pdf", "", 6)


def paths(rows: list[Seated], kind: str = "paper", language: str = "zh-CN", addition: int = 0) -> list[str]:
    return [file.path for file in room_files(rows, kind, language, addition)]


@pytest.mark.parametrize(
    ("room", "zh", "en"),
    [
        ("101", "第101考场-试卷", "Room 101-papers"),
        ("A3", "第A3考场-试卷", "Room A3-papers"),
        ("B-12", "第B-12考场-试卷", "Room B-12-papers"),
        ("第九考场", "第九考场-试卷", "第九考场-papers"),
        ("三楼会议室", "三楼会议室-试卷", "三楼会议室-papers"),
        ("", "全部-试卷", "All-papers"),
        ("1/2:东", "1_2_东-试卷", "1_2_东-papers"),
    ],
)
def test_names_of_rooms(room: str, zh: str, en: str) -> None:
    assert paths([seated(room=room)]) == [f"print/{zh}"]
    assert paths([seated(room=room)], language="en-GB") == [f"print/{en}"]


def test_each_kind_has_its_word_and_keys_stand_apart() -> None:
    rows = [seated()]
    assert paths(rows, "roster") == ["print/第101考场-签到表"]
    assert paths(rows, "key") == ["keys/print/第101考场-答案"]
    assert paths(rows, "paper", addition=2) == ["print/第101考场-试卷-补2"]
    assert paths(rows, "paper", "en", addition=1) == ["print/Room 101-papers-late1"]
    assert form_keys_path("cs-supervisor", "zh-CN") == "keys/print/cs-supervisor-答案"
    assert form_keys_path("cs-supervisor", "en", 1) == "keys/print/cs-supervisor-keys-late1"


def test_sessions_and_days_of_a_room_are_files_of_their_own() -> None:
    rows = [
        seated("1", session="上午", date="11-22"),
        seated("2", session="下午", date="11-22"),
        seated("3", room="102", session="上午", date="11-22"),
        seated("4", room="103", session="上午", date="11-22"),
        seated("5", room="103", session="上午", date="11-23"),
    ]
    files = room_files(rows, "paper", "zh")
    assert [(file.path, [row.id for row in file.seated]) for file in files] == [
        ("print/第101考场-上午-试卷", ["1"]),
        ("print/第101考场-下午-试卷", ["2"]),
        ("print/第102考场-试卷", ["3"]),
        ("print/第103考场-11-22-试卷", ["4"]),
        ("print/第103考场-11-23-试卷", ["5"]),
    ]
    assert files[1].title == "第101考场 下午 试卷"


def test_seats_in_order_and_spares_last_whatever_order_they_come_in() -> None:
    rows = [
        seated("a", seat="2"),
        seated("b", seat="10"),
        seated("c", seat="1"),
        seated("备用-2", name=""),
        seated("备用-1", name=""),
    ]
    for shuffled in permutations(rows):
        assert [row.id for row in in_print_order(shuffled)] == ["c", "a", "b", "备用-1", "备用-2"]


def test_rooms_that_would_share_a_name_do_not() -> None:
    rows = [
        seated("1", room="101"),
        seated("2", room="第101考场"),
        seated("3", room="a/b"),
        seated("4", room="A:B"),
    ]
    found = paths(rows)
    assert found == [
        "print/第101考场-试卷", "print/a_b-试卷", "print/A_B-(2)-试卷", "print/第101考场-(2)-试卷",
    ]  # fmt: skip


rows_of_any_kind = st.lists(
    st.builds(
        seated,
        id_=st.text("0123456789", min_size=1),
        name=st.sampled_from(["张伟", ""]),
        room=st.sampled_from(["101", "１０１", "第101考场", "", "CON", "三" * 200, "三" * 201, "a.", "a"]),
        seat=st.sampled_from(["", "1", "3排2座"]),
        session=st.sampled_from(["", "上午", "下午/1"]),
        date=st.sampled_from(["", "2026-11-22"]),
    ),
    max_size=12,
)


@given(rows_of_any_kind)
def test_nobody_is_lost_and_names_are_safe(rows: list[Seated]) -> None:
    files = room_files(rows, "paper", "zh")
    assert sorted(row for file in files for row in file.seated) == sorted(rows)
    stems = [file.path.removeprefix("print/") for file in files]
    assert len({stem.casefold() for stem in stems}) == len(stems)
    for stem in stems:
        assert stem == safe(stem)
        assert len(stem.encode()) <= MOST_BYTES
        assert "-试卷" in stem
    groups = [{(row.room, row.date, row.session) for row in file.seated} for file in files]
    assert all(len(group) == 1 for group in groups)
    assert len(set().union(*groups)) == len(groups)


def test_bookmarks_tell_who_it_is() -> None:
    assert bookmark(seated("0017", seat="05")) == "05  张伟  0017"
    assert bookmark(seated("备用-101-1", name="")._replace(post="")) == "备用-101-1"
    assert bookmark(seated("备用-101-1", name="")) == "备用-101-1  客服"
