"""Mutants of bank, layout and style files through the whole program, and what it must do with each of them.

python -m tests.fuzz.mutate_program 20000 [SEED]
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator import layout
from generator.cli import run
from tests.fuzz.mutate_yaml import mutants

if TYPE_CHECKING:
    from collections.abc import Iterator

FEATURES = Path(__file__).parents[1] / "golden" / "features"
SLOWEST = 10.0  # seconds of the processor that a run may take
STATUSES = (0, 1, 2, 4)
KEPT = Path("mutant-failed")


class Mutant(NamedTuple):
    """One file of the features' folder mutated, and the command it is put through."""

    file: str
    data: bytes
    command: str


STYLE = Path(layout.__file__).parent / "styles" / "classic.yaml"
# What a field may be given that expects something else, or less of it.
VALUES: list[Any] = [
    *(
        "",
        " ",
        "0",
        "-1",
        "0.001",
        "1e9",
        "99999999999999999999",
        "nan",
        "inf",
        "1/3",
        "true",
        "no",
        "1000x0.5",
    ),
    *(
        "{n}",
        "{title",
        "{page}{pages}",
        "{marks:a/b}",
        "（{n}",
        "|",
        ">",
        "#",
        "*",
        "𠮷",
        "\u200b",
        "字\u0301",
        "\t",
    ),
    *(
        "字" * 3000,
        "x" * 3000,
        "、" * 300,
        "word " * 500,
        "____" * 60,
        "**",
        "`",
        "$x$",
        "- a\n- b",
        "```\nx\n```",
    ),
    *(
        "![图](queue.png)",
        "![图](../x.png)",
        "| a |\n|---|\n| b |",
        "1. a\n   - b\n     - c",
        "zh-CN",
        "en",
        "A4",
    ),
    *(
        [],
        {},
        ["a", "b"],
        ["1", ["2"]],
        {"text": "a"},
        {"zh": "甲", "en": "a"},
        {"count": "3", "marks": "0.5"},
    ),
]


def programs(count: int, seed: int) -> Iterator[Mutant]:
    """`count` mutants, the same ones for the same seed; banks most often, as they hold most."""
    rng = Random(seed)
    names = ("bank.yaml", "layout.yaml", "style.yaml")
    written = {name: mutants((FEATURES / name).read_bytes(), count, seed + n) for n, name in enumerate(names)}
    meant = {name: _revalued(name, count, seed + n) for n, name in enumerate(names)}
    for _ in range(count):
        name = rng.choice(("bank.yaml", *names))
        yield Mutant(name, next(rng.choice((written, meant))[name]), rng.choice(("build", "build", "check")))


def _revalued(name: str, count: int, seed: int) -> Iterator[bytes]:
    """Mutants that are good YAML and say something else in one to three places."""
    rng = Random(seed)
    text = (STYLE if name == "style.yaml" else FEATURES / name).read_text("utf-8")
    for _ in range(count):
        content = yaml.load(text, yaml.BaseLoader)
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            inner, key = rng.choice(list(_places(content)))
            others = [inner[k] for inner, k in _places(content)]
            value = rng.choice((rng.choice(VALUES), rng.choice(VALUES), rng.choice(others)))
            if rng.random() < 0.1:
                del inner[key]
            else:
                inner[key] = yaml.load(yaml.dump(value), yaml.BaseLoader)
        yield yaml.dump(content, allow_unicode=True, sort_keys=False).encode()


def _places(content: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) in a tree of mappings and lists."""
    keys = content if isinstance(content, dict) else range(len(content)) if isinstance(content, list) else ()
    for key in list(keys):
        yield content, key
        yield from _places(content[key])


def survive(folder: Path, mutant: Mutant) -> tuple[int, float]:
    """Status and seconds of a run over `mutant` in `folder`, which holds a copy of the features' files.

    What the program may not do is an AssertionError: break, take long, say nothing, or write and fail.
    """
    (folder / mutant.file).write_bytes(mutant.data)
    output = folder / "output"
    begun = time.process_time()
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        if mutant.command == "build":
            arguments = ["build", str(folder / "layout.yaml"), "--out", str(output), "--lang", "en"]
        else:
            # With Chinese messages, so that both languages are told.
            arguments = ["check", str(folder / "layout.yaml"), str(folder / mutant.file), "--lang", "zh"]
        status = run(arguments)
    took = time.process_time() - begun
    said = err.getvalue()
    (folder / mutant.file).write_bytes((FEATURES / mutant.file).read_bytes())
    written = output.exists()
    shutil.rmtree(output, ignore_errors=True)
    assert "Traceback" not in said, said
    assert "internal error" not in said, said
    assert "内部错误" not in said, said
    assert status in STATUSES, status
    assert (status == 0) == bool(out.getvalue()), "a result is told when there is one"
    assert status == 0 or said, "nothing said"
    assert written == (status == 0 and mutant.command == "build"), "written and failed, or not written"
    assert took < SLOWEST, f"{took:.1f} s"
    return status, took


def prepare(folder: Path) -> None:
    """A copy of the features' files, to be mutated one by one."""
    for file in FEATURES.iterdir():
        shutil.copy(file, folder)


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    failed = 0
    slowest = 0.0
    statuses: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        os.environ["EXAMPAPER_DEBUG"] = "1"
        for number, mutant in enumerate(programs(count, seed)):
            try:
                status, took = survive(folder, mutant)
            except Exception as error:
                failed += 1
                kept = KEPT / f"{seed}-{number}-{mutant.command}-{mutant.file}"
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(mutant.data)
                print(f"{kept}: {type(error).__name__}: {error}"[:300], file=sys.stderr, flush=True)
                (folder / mutant.file).write_bytes((FEATURES / mutant.file).read_bytes())
                shutil.rmtree(folder / "output", ignore_errors=True)
                continue
            statuses[status] = statuses.get(status, 0) + 1
            slowest = max(slowest, took)
    print(f"{count} mutants: {failed} failed, statuses {sorted(statuses.items())}, slowest {slowest:.2f} s")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
