"""Wrong calls are told in the user's language and end with status 2."""

from __future__ import annotations

import pytest

from generator.cli import run

CALLS = {
    "bild": ("没有命令“bild”。", "No such command 'bild'."),
    "build --sed 3": ("没有选项“--sed”。是不是 --seed？", "No such option"),
    "batch --candidate x": ("没有选项“--candidate”。是不是 --candidates？", "No such option"),
    "build --seed": ("选项“--seed”后面要有一个值，也只能有一个。", "requires an argument"),
    "build --seed x y": (
        "--seed 的值不对，应是 0 到 9223372036854775807 的整数。",
        "Invalid value for '--seed'",
    ),
    "build a b": ("多出了参数：b。", "Got unexpected extra argument (b)"),
    "check": ("少了 PATH...。", "Missing argument 'PATH...'"),
    "check --lang fr banks": ("--lang 的值不对，应是 zh、en。", "'fr' is not one of 'zh', 'en'"),
    "build": ("请给出 LAYOUT，或同时给出 --bank 和 --sections。", "Give a LAYOUT"),
    "build x --sections 5x8": ("LAYOUT 与 --sections 只能给一个。", "leave out one of LAYOUT and --sections"),
    "build x --format odt": ("--format 不认识“odt”；可用 docx、pdf。", "--format does not know “odt”"),
    "build x --variants A,a": ("应是互不相同的字母或数字", "should be different letters or numbers"),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_call(call: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", language, *call.split()]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert CALLS[call][0 if language == "zh" else 1] in err
