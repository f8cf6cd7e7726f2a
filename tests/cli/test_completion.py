"""Completion, asked as the scripts of the shells ask, and in the shells that are there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import COMMANDS
from generator.cli.completion import SHELLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

ROOT = Path(__file__).parents[2]
VARIABLE = "_EXAMPAPER_COMPLETE"
# What is typed, and what may stand for its last word: `type value`.
TYPED = {
    "": [f"plain {name}" for name in COMMANDS],
    "bu": ["plain build"],
    "--la": ["plain --lang"],
    "--lang ": ["plain zh", "plain en"],
    "--lang zh che": ["plain check"],
    "build ": ["file "],
    "build lay": ["file lay"],
    "build my\\ lay": ["file my lay"],
    "build --va": ["plain --variants"],
    "build --bank ba": ["file ba"],
    "build --bank=ba": ["file ba"],
    "build --out ": ["dir "],
    "build --seed ": [],
    "build --title Spring ": ["file "],
    "build --format ": ["plain docx", "plain pdf"],
    "build --format=pd": ["plain pdf"],
    "build --format pdf,": ["plain pdf,docx"],
    "build --format=docx,p": ["plain docx,pdf"],
    "build --format docx,docx,": ["plain docx,docx,pdf"],
    "build a.yaml b": [],
    "check a.yaml b": ["file b"],
    "stats --layout la": ["file la"],
    "new ": ["dir "],
    "new --json st": ["dir st"],
    "completion ": [f"plain {shell}" for shell in SHELLS],
    "completion z": ["plain zsh"],
    "nothing --": ["plain --lang", "plain --version", "plain --help"],
}


@pytest.fixture
def ask(exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], list[str]]:
    def asked(shell: str, typed: str) -> list[str]:
        words = re.split(r"(?<!\\) ", typed)
        if shell == "bash":  # takes = for a word of its own
            words = [part for word in words for part in re.split("(?<=.)(=)", word) if part or not word]
        monkeypatch.setenv(
            "COMP_WORDS", f"exampaper {typed}" if shell == "fish" else "\n".join(["x", *words])
        )
        monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words)))
        monkeypatch.setenv(VARIABLE, f"{shell}_complete")
        ran = exampaper()
        assert (ran.status, ran.err) == (0, "")
        lines = ran.out[:-1].split("\n") if ran.out.strip() else []
        if shell == "zsh":
            return [f"{kind} {value}" for kind, value in zip(lines[::3], lines[1::3], strict=True)]
        return [line.partition("\t")[0].replace(",", " ", 1) for line in lines]

    return asked


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("typed", TYPED)
def test_what_may_stand_next(typed: str, shell: str, ask: Callable[[str, str], list[str]]) -> None:
    assert ask(shell, typed) == TYPED[typed]


def test_commands_are_explained_in_the_users_language(
    exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("COMP_WORDS", "exampaper bu"), ("COMP_CWORD", "bu"), (VARIABLE, "fish_complete")):
        monkeypatch.setenv(name, value)
    assert exampaper().out == f"plain,build\t{COMMANDS['build'][1]}\n"
    monkeypatch.setenv("EXAMPAPER_LANG", "zh")
    assert exampaper().out == f"plain,build\t{COMMANDS['build'][0]}\n"


@pytest.mark.parametrize("asked", ["bash_complete", "bash_what", "tcsh_complete", "bash"])
def test_a_strange_question_is_not_answered(
    asked: str, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, asked)
    monkeypatch.delenv("COMP_WORDS", raising=False)
    assert exampaper("build") == (1, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script(shell: str, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch) -> None:
    script = exampaper("completion", shell).out
    assert f"{VARIABLE}={shell}_complete" in script
    assert "%" not in script.replace("%s", "")
    assert (
        exampaper("completion", shell, "--json").out
        == json.dumps({"ok": True, "shell": shell, "script": script, "diagnostics": []}) + "\n"
    )
    monkeypatch.setenv(VARIABLE, f"{shell}_source")
    assert exampaper().out == script


def test_other_shells_are_not_known(exampaper: Exampaper) -> None:
    ran = exampaper("completion", "tcsh", "--lang", "zh")
    assert (ran.status, ran.out) == (2, "")
    assert "bash、zsh、fish" in ran.err


# In the shells themselves ------------------------------------------------------------------------

needs = {
    shell: pytest.mark.skipif(os.name != "posix" or not shutil.which(shell), reason=f"no {shell} here")
    for shell in SHELLS
}


@pytest.fixture
def shell(tmp_path: Path, exampaper: Exampaper) -> Callable[[str, str], list[str]]:
    """Runs a script in a shell, with ours for SOURCE, where some files are and `exampaper` is on the path."""
    folder = tmp_path / "here"
    for name in ("a.yaml", "b.yml", "notes.txt", "my file.yaml", "banks/c.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    program = tmp_path / "bin" / "exampaper"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m generator "$@"\n', "utf-8")
    program.chmod(0o755)

    def run(name: str, script: str) -> list[str]:
        source = exampaper("completion", name).out
        (tmp_path / "script").write_text(script.replace("SOURCE", source), "utf-8")
        path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
        ran = subprocess.run(
            [name, str(tmp_path / "script")], cwd=folder, capture_output=True, text=True, encoding="utf-8",
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(folder), "EXAMPAPER_LANG": "en"},
        )  # fmt: skip
        assert ran.stderr == ""
        return ran.stdout.splitlines()

    return run


@needs["bash"]
def test_in_bash(shell: Callable[[str, str], list[str]]) -> None:
    for words, current, expected in (
        (["bu"], "bu", ["build"]),
        (["build", "--format", "docx,"], "docx,", ["docx,pdf"]),
        (["build", "--lang", "=", "z"], "z", ["zh"]),
        (["build", ""], "", ["banks", "a.yaml", "my file.yaml", "b.yml"]),
        (["build", "my"], "my", ["my file.yaml"]),
        (["new", ""], "", ["banks"]),
    ):
        typed = shlex.join(["exampaper", *words])
        found = shell(
            "bash",
            f"SOURCE\nCOMP_WORDS=({typed}); COMP_CWORD={len(words)}\n"
            f"_exampaper_completion exampaper {shlex.quote(current)}\n"
            'printf "%s\\n" "${COMPREPLY[@]}"; complete -p exampaper >/dev/null',
        )
        assert sorted(found) == sorted(expected)


@needs["fish"]
def test_in_fish(shell: Callable[[str, str], list[str]]) -> None:
    for typed, expected in (
        ("bu", ["build"]),
        ("build --format docx,", ["docx,pdf"]),
        ("build --format=p", ["--format=pdf"]),
        ("build ", ["a.yaml", "b.yml", "banks/", "my file.yaml"]),
        ("build --bank=a", ["--bank=a.yaml"]),
        ("build my\\ f", ["my file.yaml"]),
        ("new ", ["banks/"]),
    ):
        found = shell("fish", f"SOURCE\ncomplete --do-complete {shlex.quote('exampaper ' + typed)}\n")
        assert sorted(line.partition("\t")[0] for line in found) == sorted(expected)


@needs["zsh"]
def test_in_zsh(shell: Callable[[str, str], list[str]]) -> None:
    """What it hands to zsh's own functions, which only work where a line is typed."""
    for words, expected in (
        (["bu"], [f"build:{COMMANDS['build'][1]}"]),
        (["build", "--format", "docx,"], ["docx,pdf"]),
        (["build", ""], ["_files -g *.(yaml|yml)"]),
        (["new", ""], ["_files -/"]),
    ):
        found = shell(
            "zsh",
            "compset() { }; compdef() { }; _files() { print -r -- _files $@ }\n"
            '_describe() { print -rl -- "${(@P)3}" }\n'
            f"SOURCE\nwords=({shlex.join(['exampaper', *words])}); CURRENT={len(words) + 1}\n"
            "_exampaper_completion\n",
        )
        assert found == expected
