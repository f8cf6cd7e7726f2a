"""What reaches a terminal: the language, the quoted line, and consoles in other code pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import COMMANDS, language_of
from generator.cli.console import shown
from generator.diagnostics import Diagnostic, Location, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--lang", "zh", "check"], {}, "zh"),
        (["check", "--lang", "zh"], {"EXAMPAPER_LANG": "en"}, "zh"),
        (["check", "--lang=en"], {"EXAMPAPER_LANG": "zh"}, "en"),
        (["check", "--", "--lang", "zh"], {}, "en"),
        (["check"], {"EXAMPAPER_LANG": "zh-CN", "LC_ALL": "C"}, "zh"),
        (["check"], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        (["check"], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (["check"], {"LANG": "zh_TW.UTF-8"}, "zh"),
        (["check"], {"LANG": "de_DE.UTF-8"}, "en"),
        (["check", "--lang"], {"LANG": "C"}, "en"),
    ],
)
def test_language(
    arguments: list[str], environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EXAMPAPER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(arguments) == language


def test_language_before_and_after_the_command(
    house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exampaper("--lang", "zh", "check", "bank.yaml")
    assert (
        before == exampaper("check", "bank.yaml", "--lang", "zh") == (0, "已检查 1 个文件，没有错误。\n", "")
    )
    monkeypatch.setenv("EXAMPAPER_LANG", "zh")
    assert exampaper("check", "bank.yaml") == before


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_shows_an_example(command: str, language: str, exampaper: Exampaper) -> None:
    ran = exampaper(*command.split(), "--help", "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert f"exampaper {command or 'build'} " in ran.out.partition("例" if language == "zh" else "Example")[2]
    assert all(name in ran.out for name in COMMANDS) or command


def test_without_arguments_it_helps(exampaper: Exampaper) -> None:
    assert exampaper().status == 0
    assert exampaper("--version").out.startswith("exampaper")


def quoted(line: str, column: int) -> tuple[str, str]:
    fault = Diagnostic("error", "file-empty", Location(SourceFile("a.yaml", [line]), 1, column), {})
    _, quote, mark = shown(fault, "en").splitlines()
    assert quote.startswith("  | ") and mark.startswith("  | ") and mark.endswith("^")
    return quote[4:], mark[4:]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("abc", 2),
        ("顾客说：退", 4),
        ("\tstem", 2),
        ("退\t款 ab", 5),
        ("甲" * 300, 200),
        ("ab" * 200, 399),
        ("甲", 2),
    ],
)
def test_the_mark_stands_under_the_character(line: str, column: int) -> None:
    quote, mark = quoted(line, column)
    under = 0
    for place, char in enumerate(quote):
        if under == len(mark) - 1:
            assert line[column - 1 :].startswith(quote[place : place + 3].rstrip() or line[column - 1])
            break
        under += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    else:
        assert column == len(line) + 1
        assert under == len(mark) - 1
    assert len(quote) <= 200


def test_a_quote_cannot_change_the_terminal() -> None:
    quote, _ = quoted("a\x1b[31m\u202eb\u200b", 9)
    assert quote == "a·[31m·b·"


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "cp1252"])
def test_other_code_pages(encoding: str, house: Path) -> None:
    (house / "bank.yaml").write_text(
        "bank: x\nquestions:\n  - {id: a, stem: 🦄𠮷é, anwser: 甲}\n", encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "check", "bank.yaml", "--json", "--lang", "zh"],
        capture_output=True, env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    error = ran.stderr.decode(encoding)
    assert "error" in error or "unknown-field" in error
    assert "Traceback" not in error
    assert json.loads(ran.stdout.decode(encoding))["diagnostics"][0]["message"] == "没有“anwser”这个字段"


def program(*arguments: str, stdout: int, stderr: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "EXAMPAPER_LANG": "en"}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=stderr, env=environment)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["check", "bank.yaml"], ["check", "none.yaml", "--json"], ["--help"]])
def test_a_full_output_is_told_without_a_traceback(arguments: list[str], house: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = program(*arguments, stdout=full.fileno())
        _, error = ran.communicate()
        deaf = program(*arguments, stdout=full.fileno(), stderr=full.fileno())
        deaf.communicate()
    assert (ran.returncode, deaf.returncode) == (4, 4)
    assert error.decode().splitlines()[-1] == "standard output cannot be written: No space left on device."
    assert b"Traceback" not in error and b"internal error" not in error


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["build", "layout.yaml", "--format", "pdf"], 0),
        (["check", "none.yaml", "--json"], 1),
        (["--help"], 0),
    ],
)
def test_a_reader_that_has_gone_changes_nothing(arguments: list[str], status: int, house: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = program(*arguments, stdout=writing)
    os.close(writing)
    _, error = ran.communicate()
    assert ran.returncode == status, error
    assert b"Traceback" not in error and b"pipe" not in error.lower()


def test_an_interrupt_is_told(house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.batch.build.build", interrupted)
    assert exampaper("build", "layout.yaml") == (130, "", "Stopped.\n")
    assert exampaper("build", "layout.yaml", "--lang", "zh") == (130, "", "已停止。\n")


def test_what_was_half_written_is_not_called_nothing(
    house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    exampaper("build", "layout.yaml", "--format", "pdf")
    replace, calls = type(house).replace, iter(range(100))

    def failing(source: Path, target: Path) -> Path:
        if next(calls) >= 3:
            raise PermissionError(13, "in use")
        return replace(source, target)

    monkeypatch.setattr(type(house), "replace", failing)
    ran = exampaper("build", "layout.yaml", "--format", "pdf")
    assert ran.status == 4
    assert "error[output-mixed]" in ran.err
    assert ran.err.endswith("\n1 error.\n")
