from __future__ import annotations

import pytest

from generator import kinds
from generator.model.content import Str

STEM = "type: multiple_choice\nstem: 哪些算升级？\noptions: [甲, 乙, 丙, 丁]\n"


@pytest.mark.parametrize(
    "said", ["ABD", "dba", "A、B、D", "A，B；D", "[A, B, D]", "[AB, D]", "'A, B, D'", "ＡＢＤ"]
)
def test_letters_in_every_manner(question, said: str) -> None:
    assert question(STEM + f"answer: {said}").solution.response.choices == (0, 1, 3)


def test_the_key_lists_letters_in_printed_order(question) -> None:
    asked = question(STEM + "answer: ABD")
    kind = kinds.kind("multiple_choice")
    assert kind.response(asked.prompt, (3, 2, 1, 0), asked.solution, {}) == (Str("ACD"),)


def test_faults(faults) -> None:
    assert faults(STEM + "answer: AEA") == ["4:13 wrong-letter", "4:13 repeated-letter"]
    assert faults(STEM + "answer: 、") == ["4:13 wrong-letter"]
    assert faults(STEM + "answer: [A, ，, B]") == ["4:13 wrong-letter"]
    assert faults(STEM + "answer: [A, {B: C}]") == ["4:17 fields-for-text"]
