from __future__ import annotations

import pytest

from generator import kinds
from generator.model.content import Str

STEM = "type: true_false\nstem: 可以先赔后查。\n"
WORDS = {"true": "正确", "false": "错误"}


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("true", True),
        ("对", True),
        ("正确", True),
        ("√", True),
        ("yes", True),
        ("True", True),
        ("false", False),
        ("错", False),
        ("错误", False),
        ("×", False),
        ("no", False),
        ("'FALSE'", False),
    ],
)
def test_answers(question, said: str, truth: bool) -> None:
    asked = question(STEM + f"answer: {said}")
    assert asked.solution.response.truth is truth
    kind = kinds.kind("true_false")
    assert kind.response(asked.prompt, (), asked.solution, WORDS) == (Str("正确" if truth else "错误"),)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("answer: 也许", ["3:13 not-a-truth"]),
        ("answer: 1", ["3:13 not-a-truth"]),
        ("answer: [对]", ["3:13 list-for-text"]),
        ("answer:", ["3:12 empty-field"]),
        ("tags: [甲]", ["0:5 missing-field"]),
    ],
)
def test_faults(faults, said: str, expected: list[str]) -> None:
    assert faults(STEM + said) == expected
