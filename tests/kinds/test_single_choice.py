from __future__ import annotations

import pytest

from generator import kinds
from generator.model.content import Str

STEM = "type: single_choice\nstem: 七天从哪天算起？\n"


def test_options_are_a_list_or_letters(question) -> None:
    listed = question(STEM + "options: [下单, 签收, {text: 以上都不对, fixed: true}]\nanswer: b")
    assert [(o.text.markdown, o.fixed) for o in listed.prompt.options] == [
        ("下单", False),
        ("签收", False),
        ("以上都不对", True),
    ]
    assert listed.solution.response.choices == (1,)
    assert listed.prompt.shuffle
    lettered = question(STEM + "options: {B: 签收, A: 下单}\nanswer: Ｂ\nshuffle: 否")
    assert [o.text.markdown for o in lettered.prompt.options] == ["下单", "签收"]
    assert lettered.solution.response.choices == (1,)
    assert not lettered.prompt.shuffle


def test_the_key_names_the_letter_as_printed(question) -> None:
    asked = question(STEM + "options: [甲, 乙, 丙]\nanswer: A")
    kind = kinds.kind("single_choice")
    assert kind.response(asked.prompt, (2, 1, 0), asked.solution, {}) == (Str("C"),)
    assert kind.response(asked.prompt, (0, 1, 2), asked.solution, {}) == (Str("A"),)


def test_up_to_twenty_six_options(question, faults) -> None:
    options = [f"选项{i}" for i in range(26)]
    asked = question(STEM + f"options: [{', '.join(options)}]\nanswer: Z")
    assert asked.solution.response.choices == (25,)
    assert faults(STEM + f"options: [{', '.join([*options, '多余'])}]\nanswer: A") == ["3:14 option-count"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("options: [甲, 乙]", ["0:5 missing-field"]),
        ("answer: A", ["0:5 missing-field"]),
        ("options: [甲, 乙]\nanswer: C", ["4:13 wrong-letter"]),
        ("options: [甲, 乙]\nanswer: 乙", ["4:13 wrong-letter"]),
        ("options: [甲, 乙]\nanswer: AB", ["4:13 one-letter"]),
        ("options: [甲]\nanswer: A", ["3:14 option-count"]),
        ("options: [甲, 乙, ' 甲']\nanswer: A", ["3:21 same-option"]),
        ("options: [甲, '', 丙]\nanswer: A", ["3:18 empty-option"]),
        ("options: {A: 甲, C: 丙}\nanswer: C", ["3:14 option-letters"]),
        ("options: [甲, {txt: 乙}]\nanswer: B", ["3:19 unknown-field"]),
        ("options: [甲, \"- 乙\\n- 丙\"]\nanswer: A", ["3:19 block-in-line"]),
        ("options: [甲, '![图](a.png)']\nanswer: A", ["3:19 image-not-here"]),
        ("options: [甲, 乙]\nanswer: A\nlines: 3", ["5:5 field-of-other-type"]),
    ],
)  # fmt: skip
def test_faults(faults, fields: str, expected: list[str]) -> None:
    assert faults(STEM + fields) == expected
