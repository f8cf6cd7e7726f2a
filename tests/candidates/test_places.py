"""What is one place to people is one to us, and nothing else is."""

from __future__ import annotations

import pytest

from generator.candidates.places import Akin, meant

ONE = {
    "room": [
        (
            "1",
            "１",
            "01",
            "第1考场",
            "第一考场",
            "1考场",
            "1号考场",
            "考场1",
            "一 考场",
            "第 1 试室",
            "Room 1",
            "room-1",
        ),
        ("第12考场", "十二", "12"),
        ("A101", "a101", "Ａ-101", "A 101室"),
        ("二楼会议室", "2楼会议室"),
        ("考场",),
        ("甲考场", "甲"),
        ("乙",),
        ("1楼", "一楼"),
        ("1楼101", "一楼101室"),
        ("1号楼101", "1号楼 101考场"),
        ("1-2",),
        ("-1",),
        ("101A",),
        ("101B",),
        ("1甲",),
    ],
    "session": [
        ("上午", "上午场", " 上午 "),
        ("下午",),
        ("第1场", "1", "一", "第一场次"),
        ("9:30", "09:30", "９：３０"),
        ("9:30-11:30", "09:30—11:30"),
        ("AM", "am"),
    ],
    "seat": [
        ("3", "03", "３", "3号", "第3号", "3座", "座位3", "三"),
        ("3排5座", "3排05号", "三排五座"),
        ("35",),
        ("3-5", "3 5"),
        ("B07", "b7"),
        ("B70",),
    ],
    "date": [
        ("2026-11-22", "2026/11/22", "2026年11月22日", "20261122", "2026.11.22", "2026-11-22 "),
        ("2026-11-23",),
        ("11-22", "11月22日"),
        ("2026-01-02", "2026/1/2"),
        ("2026-12-1",),
        ("2026-11-21",),
    ],
}


@pytest.mark.parametrize("field", ONE)
def test_spellings_of_one_place_are_one(field: str) -> None:
    meanings = [{meant(field, text) for text in texts} for texts in ONE[field]]
    assert [len(each) for each in meanings] == [1] * len(meanings), meanings
    assert len(set().union(*meanings)) == len(meanings)


AKIN = [
    ("session", "9:00", "上午9:00"),
    ("room", "302", "302会议室"),
    ("room", "A座301", "301"),
    ("date", "12月5日", "2026-12-05"),
    ("date", "2026-12-05", "12月5日（周六）"),
]
STRANGE = [
    ("session", "上午9:00", "下午9:00"),
    ("session", "上午", "下午"),
    ("room", "3", "302"),
    ("room", "1", "1-1"),
    ("room", "会议室", "302会议室"),
    ("date", "2026-12-05", "2026-12-06"),
    ("date", "5日", "2026-12-05"),
]


@pytest.mark.parametrize("places", [AKIN, STRANGE], ids=["akin", "strange"])
def test_more_or_fewer_words_for_one_place(places: list[tuple[str, str, str]]) -> None:
    for field, one, other in places:
        for known, text in ((one, other), (other, one)):
            akin = Akin()
            akin.add(field, known)
            assert akin.find(field, text) == (known if places is AKIN else "")
