"""Nearly equal questions are found, in one bank and between banks, and different ones are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.banks import found, questions

if TYPE_CHECKING:
    from pathlib import Path

CODE = "near-duplicate"
LONG = "顾客在旗舰店买的骨瓷杯拆箱时碎了一只第二天中午就要送人你正在值晚班会怎么处理请写出接下来的步骤"


def pairs(folder: Path, *contents: str) -> list[tuple[object, object]]:
    return [(d.values["id"], d.values["other"]) for d in found(folder, *contents) if d.code == CODE]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, len(LONG) - 1), st.sampled_from(["", "改", "加了"])), min_size=0, max_size=3
    ),
    st.sampled_from(["，", " ", "。", ""]),
)
def test_a_few_characters_do_not_hide_a_copy(
    tmp_path: Path, changes: list[tuple[int, str]], mark: str
) -> None:
    letters = list(LONG)
    for at, new in changes:
        letters[at] = new
    copy = mark.join(("".join(letters[:20]), "".join(letters[20:])))
    others = (f"stem: 第{n}个问题说的是另外一件事情，与{n}有关, answer: 答" for n in "甲乙丙丁")
    content = questions(f"stem: '{LONG}', answer: 答", *others, f"stem: '{copy}', answer: 答")
    assert ("x.5", "x.0") in pairs(tmp_path, content)


def test_between_banks_and_by_options(tmp_path: Path) -> None:
    one = questions(
        "type: single_choice, stem: 正确的是, options: [甲说得对, 乙说得对], answer: A", bank="one"
    )
    same = questions(
        "type: single_choice, stem: 正确的是？, options: [乙说得对, 甲说得对], answer: B", bank="two"
    )
    other = questions(
        "type: single_choice, stem: 正确的是, options: [先退货款, 先验货物], answer: A", bank="two"
    )
    assert pairs(tmp_path, one, same) == [("two.0", "one.0")]
    assert pairs(tmp_path, one, other) == []


def test_short_questions_that_differ_in_a_word_are_different(tmp_path: Path) -> None:
    content = questions("stem: 什么是一元二次方程？, answer: 答", "stem: 什么是一元一次方程？, answer: 答")
    assert pairs(tmp_path, content) == []


def test_enemies_and_silenced_ones_are_known(tmp_path: Path) -> None:
    first = f"stem: {LONG}, answer: 答"
    assert pairs(tmp_path, questions(first, first)) == [("x.1", "x.0")]
    assert pairs(tmp_path, questions(first, f"{first}, enemies: [x.0]")) == []
    assert pairs(tmp_path, questions(first, f"{first}, silence: [{CODE}]")) == []
