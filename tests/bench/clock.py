"""Whole processes, timed in turn so that a machine's moods fall on both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

if sys.platform != "win32":
    import resource


class Run(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds, user and system of the process and its children


def run_once(command: list[str], folder: str) -> Run:
    before = _cpu()
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=_environment(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return Run(time.perf_counter() - start, _cpu() - before)


def _cpu() -> float:
    if sys.platform == "win32":
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(ours: list[str], theirs: list[str], folder: str, runs: int) -> tuple[Run, Run, Run]:
    """Medians of ours, of theirs, and of the ratios pair by pair."""
    pairs = []
    for number in range(runs + 1):
        a, b = run_once(ours, folder), run_once(theirs, folder)
        if number:  # the first pair warms the caches
            pairs.append((a, b))
    ratios = [Run(a.wall / b.wall, a.cpu / b.cpu if b.cpu else 0.0) for a, b in pairs]
    return _median([a for a, _ in pairs]), _median([b for _, b in pairs]), _median(ratios)


def _median(runs: list[Run]) -> Run:
    return Run(statistics.median(r.wall for r in runs), statistics.median(r.cpu for r in runs))


def show(title: str, ours: Run, theirs: Run, ratio: Run, goal: float) -> None:
    print(title)
    print(f"  ours    wall {ours.wall * 1000:8.0f} ms   cpu {ours.cpu * 1000:8.0f} ms")
    print(f"  theirs  wall {theirs.wall * 1000:8.0f} ms   cpu {theirs.cpu * 1000:8.0f} ms")
    print(f"  ratio   wall {ratio.wall:8.2f}      cpu {ratio.cpu:8.2f}      goal {goal}")


def _environment() -> dict[str, str]:
    """Modules are compiled once and kept, as they are for anybody who installed the program with pip."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
