from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.candidates import Candidate, in_seat_order
from generator.candidates.order import natural
from generator.diagnostics import Location, SourceFile
from generator.numbering import chinese

PLACE = Location(SourceFile("list.csv", []))


def candidate(number: str, room: str, seat: str, session: str = "") -> Candidate:
    return Candidate(number, "张三", "", "", room, seat, session, "", "", (), PLACE)


def test_as_people_count() -> None:
    for ordered in (
        ["第2考场", "第10考场", "第101考场"],
        ["第九考场", "第十考场", "第十一考场", "第二十考场", "第一百零五考场"],
        ["3排2座", "3排10座", "10排1座"],
        ["A1", "a2", "Ａ10", "B1"],
        ["甲组", "乙组", "丙组", "丁组"],
        ["一〇一", "102"],
        ["", "1"],
        ["110101199003072316", "11010119900307231X", "110101199003072324", "31011519970904104X"],
    ):
        assert sorted(set(ordered), key=natural) == ordered


@given(st.lists(st.integers(1, 9999), unique=True))
def test_chinese_numbers(numbers: list[int]) -> None:
    assert sorted((f"第{chinese(n)}考场" for n in numbers), key=natural) == [
        f"第{chinese(n)}考场" for n in sorted(numbers)
    ]


@given(st.text())
def test_any_text_has_a_place(text: str) -> None:
    assert sorted([natural(text), natural("第1考场"), natural("9" * 5000)])


@given(st.permutations([candidate(str(at), f"第{at % 3}考场", f"{at % 4}", f"{at % 2}") for at in range(12)]))
def test_the_order_of_rows_does_not_matter(rows: list[Candidate]) -> None:
    seated = in_seat_order(rows)
    assert [(c.room, c.session, c.seat, c.id) for c in seated] == sorted(
        (c.room, c.session, c.seat, c.id) for c in rows
    )
