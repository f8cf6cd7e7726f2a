"""The same input makes the same bytes: in any process, at any time, anywhere, and in whatever company."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import yaml

import generator
from tests.building import BOTH, ROOT, SAMPLES, built, sample, side
from tests.properties.banks import dump

FEATURES = ROOT / "tests" / "golden" / "features" / "layout.yaml"
BANK = ROOT / "banks" / "customer-service.yaml"
VARIANTS = ("A", "B")

# Runs the program in a process whose clock shows a time of our choice.
PROGRAM = """
import sys, time
now, start = float(sys.argv[1]), time.monotonic()
time.time = lambda: now + time.monotonic() - start
time.time_ns = lambda: int(time.time() * 1e9)
local, utc = time.localtime, time.gmtime
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
from generator.cli import run
sys.exit(run(sys.argv[2:]))
"""
SURROUNDINGS = [
    {"clock": "0", "PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"},
    {
        "clock": "1800000000",
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Shanghai",
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "C",
    },
    {"clock": "4000000000", "PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "EXAMPAPER_LANG": "zh"},
]


def _run(layout: Path, surroundings: dict[str, str], cwd: Path, out: str) -> dict[str, bytes]:
    """The files of a run in a process of its own, started in `cwd`."""
    cwd.mkdir(parents=True)
    ours = {"PYTHONPATH": str(Path(generator.__file__).parents[1])}  # the same program as in this process
    environment = {**os.environ, **ours, **{k: v for k, v in surroundings.items() if k != "clock"}}
    command = [sys.executable, "-c", PROGRAM, surroundings["clock"], "build", os.path.relpath(layout, cwd)]
    command += ["--variants", ",".join(VARIANTS), "--out", out]
    ran = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    folder = cwd / out
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.mark.parametrize("layout", [FEATURES, sample("cs-specialist")], ids=["features", "cs-specialist"])
def test_surroundings_leave_no_trace(layout: Path, tmp_path: Path) -> None:
    runs = [
        _run(layout, surroundings, tmp_path / f"in {number}" / "结果", f"out{'/deep' * number}")
        for number, surroundings in enumerate(SURROUNDINGS)
    ]
    assert runs[0].keys() >= {"manifest.json", "forms.jsonl"}
    assert len(side(runs[0], "papers")) == len(side(runs[0], "keys")) == 4
    for other in runs[1:]:
        assert other == runs[0]
    # A process that has built other things before builds the same.
    built(sample("cs-supervisor"))
    assert built(layout, variants=VARIANTS) == runs[0]


def test_no_file_names_a_machine_or_a_moment(tmp_path: Path) -> None:
    from tests.finished import everything

    files = _run(FEATURES, SURROUNDINGS[1], tmp_path / "somewhere", "out")
    for path, data in files.items():
        for piece in everything(data) if path.endswith(("docx", "pdf")) else ():
            for word in (str(ROOT), str(tmp_path), "somewhere", "2027", "CreationDate"):
                assert word.encode() not in piece.data, path


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_the_same_with_and_without_the_other(name: str) -> None:
    both = built(sample(name), formats=BOTH)
    for format_ in BOTH:
        alone = built(sample(name), formats=(format_,))
        for role in ("papers", "keys"):
            assert side(alone, role) == {p: d for p, d in side(both, role).items() if p.endswith(format_)}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_form_does_not_know_which_were_printed_before_it(name: str) -> None:
    """Nothing that is kept from one paper to the next shows in a file: a form alone, or last of several."""
    from generator.batch.order import Wish, order_from_layout
    from generator.batch.press import Formats, Press
    from generator.diagnostics import Report
    from generator.selection import draw

    report = Report()
    order = order_from_layout(str(sample(name)), Wish(variants=("A", "B"), formats=BOTH), report)
    assert order is not None
    forms = draw(order.blueprint, order.banks, seed=1, variants=order.variants, report=report)
    press = Press(order, report, Formats(order.formats, order.formats))
    together = [(press.paper(form.paper), press.key(form.key)) for form in forms]
    for form, printed in zip(forms, together, strict=True):
        alone = Press(order, report, Formats(order.formats, order.formats))
        # And the key first: a paper must not show what the press has seen of it.
        key = alone.key(form.key)
        assert (alone.paper(form.paper), key) == printed


def test_the_order_of_files_and_questions_does_not_matter(tmp_path: Path) -> None:
    """Unless a section asks for the bank's order, a draw goes by names alone."""
    bank = yaml.load(BANK.read_text("utf-8"), yaml.BaseLoader)
    questions = bank["questions"]
    for number, seed in enumerate((None, 1, 2)):
        folder = tmp_path / str(number)
        folder.mkdir()
        permuted = list(questions)
        if seed is not None:
            Random(seed).shuffle(permuted)
        halves = {"a.yaml": ("one", permuted[:30]), "b.yaml": ("two", permuted[30:])}
        for file, (name, some) in halves.items():
            dump(folder / file, {**bank, "bank": name, "questions": some})
        layout = yaml.load(sample("cs-specialist").read_text("utf-8"), yaml.BaseLoader)
        listed = sorted(halves, reverse=number == 1)
        dump(folder / "layout.yaml", {**layout, "banks": listed})
    runs = [built(tmp_path / str(number) / "layout.yaml", variants=VARIANTS) for number in range(3)]
    for role in ("papers", "keys"):
        assert side(runs[0], role) == side(runs[1], role) == side(runs[2], role)


def test_another_seed_makes_another_paper() -> None:
    one, other = (side(built(sample("cs-specialist"), seed=seed), "papers") for seed in (1, 2))
    assert one.keys() == other.keys()
    assert all(one[path] != other[path] for path in one)
