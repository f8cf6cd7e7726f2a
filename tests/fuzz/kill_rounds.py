"""Rounds killed at random moments and gone on with: `python -m tests.fuzz.kill_rounds 100 SEED`.

Each run loses its parent or one of its workers by SIGKILL, at a random point of its time. Resumed, it must end with the
bytes of a run that nobody disturbed, and do again only what was not whole.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
LAYOUT = ROOT / "layouts" / "cs-supervisor.yaml"
WORK = ".exampaper-unfinished"


def command(folder: Path, name: str, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "generator", "batch", str(LAYOUT), "--candidates", str(folder / "list.csv"),
        "--forms", "each", "--jobs", "2", "--out", str(folder / name), "--lang", "en", *more,
    ]  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def delivered(folder: Path) -> dict[str, int]:
    """Papers with the number of the file on the disk: one that is written again has another."""
    papers = folder / "papers"
    return {p.name: p.stat().st_ino for p in papers.iterdir()} if papers.is_dir() else {}


def workers(parent: int) -> list[int]:
    said = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(parent)], capture_output=True, text=True)
    return [int(line.split()[0]) for line in said.stdout.splitlines() if "spawn_main" in line]


def disturb(folder: Path, name: str, moment: float, kill_worker: bool) -> bool:
    """Start a run and kill it, or a worker of it, after so many seconds; whether it was not yet done."""
    process = subprocess.Popen(
        command(folder, name), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(moment)
    victims = workers(process.pid) if kill_worker else []
    if process.poll() is not None:
        return False
    try:
        os.kill(victims[0] if victims else process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    process.wait(timeout=120)
    return True


def main(number: int, seed: int, candidates: int = 40) -> int:
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        rows = [f"{k:05},考生{k},客服主管,{101 + k % 2},{k // 2 + 1}" for k in range(candidates)]
        (folder / "list.csv").write_text("\n".join(["考号,姓名,岗位,考场,座位", *rows]), "utf-8")
        began = time.monotonic()
        subprocess.run(command(folder, "whole"), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        lasts = time.monotonic() - began
        expected = files(folder / "whole")
        caught = 0
        for k in range(number):
            name = f"run{k}"
            worker = chance.random() < 0.4
            stopped = disturb(folder, name, chance.uniform(0.1, lasts), worker)
            before = delivered(folder / name)
            went_on = (folder / name / WORK).exists() or not (folder / name / "manifest.json").exists()
            if went_on:
                subprocess.run(
                    command(folder, name, "--resume"), cwd=ROOT, check=True, stdout=subprocess.DEVNULL
                )
            caught += stopped
            after = delivered(folder / name)
            assert files(folder / name) == expected, f"run {k} of seed {seed} ended with other bytes"
            again = [paper for paper, inode in before.items() if after[paper] != inode]
            assert not again, f"run {k} of seed {seed} wrote whole papers again: {again}"
            subprocess.run(["rm", "-rf", str(folder / name)], check=True)
    print(f"{number} runs, {caught} of them killed before their end: all ended with the same bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
