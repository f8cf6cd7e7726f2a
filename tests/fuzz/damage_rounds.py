"""Finished rounds damaged at random, each to be found out: `python -m tests.fuzz.damage_rounds 300 SEED`.

Rounds of four modes in turn; see tests/verify/damage.py for the kinds of damage. What nobody finds is printed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from generator.cli import run
from tests.properties.banks import write
from tests.verify.conftest import CANDIDATES, SECTIONS, questions
from tests.verify.damage import KINDS, Skip
from tests.verify.forger import Forger

MODES = {
    "each": ["--forms", "each", "--format", "docx,pdf"],
    "two": ["--forms", "2", "--spares", "1"],
    "one": [],
    "pdf": ["--forms", "each", "--format", "pdf"],
}


def main(count: int, seed: int) -> int:
    missed = done = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        layout = write(folder, questions(), SECTIONS, instructions="请用黑色签字笔作答。")
        listed = folder / "list.csv"
        listed.write_text(CANDIDATES, "utf-8")
        for mode, options in MODES.items():
            call = ["batch", str(layout), "--candidates", str(listed), *options, "--jobs", "1", "--out"]
            assert run([*call, str(folder / mode), "--lang", "en"]) == 0
        for number in range(count):
            dice = Random(f"{seed} {number}")
            mode, kind = dice.choice(list(MODES)), dice.choice(list(KINDS))
            forger = Forger(shutil.copytree(folder / mode, folder / "damaged"))
            try:
                what = KINDS[kind](forger, dice)
                done += 1
                if not forger.found():
                    missed += 1
                    print(f"missed: {number} {mode} {kind} {what}", flush=True)
            except Skip:
                pass
            shutil.rmtree(forger.folder)
    print(f"{done} damaged, {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
