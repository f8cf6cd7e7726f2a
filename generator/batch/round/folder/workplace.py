"""The work folder of a round that is not finished: what workers note there, and from where they deliver.

Each run has a folder of its own in it. Files of its workers wait there until they are whole, and get their names by a
link or a move from there: when that place is taken away, nothing of the run can come to its place any more, be a
worker of it still alive on this machine or another.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

from generator.batch.round.planning.task import Done

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.batch.record import Record

LOCK = "lock"
PARTS = "parts"  # files that the process writes which has the folder open
RUNS = "runs"
WAITING = "waiting"  # in the folder of a run: files of its workers that are not whole, or have no name yet
PRINTED = "printed.jsonl"  # files that are no papers, each noted before it is there
_OVER = "over-"  # what the place of a run that is over is called until it is removed


def begin_run(work: Path) -> Path:
    """The folder of a new run. From here on nothing of an earlier one is delivered."""
    end_runs(work)
    run = work / RUNS / os.urandom(16).hex()
    (run / WAITING).mkdir(parents=True)
    return run


def end_runs(work: Path) -> None:
    """Nothing that workers have not yet delivered comes to its place any more."""
    for waiting in sorted(work.glob(f"{RUNS}/*/{WAITING}")):
        waiting.replace(waiting.with_name(f"{_OVER}{os.urandom(8).hex()}"))
    for over in work.glob(f"{RUNS}/*/{_OVER}*"):
        shutil.rmtree(over, ignore_errors=True)


def note(run: Path, journal: str, done: Done) -> None:
    """A line of a worker's own journal, written before the files are there: none can stand there unknown."""
    with (run / f"{journal}.jsonl").open("ab") as stream:
        stream.write(json.dumps(done._asdict(), ensure_ascii=False).encode() + b"\n")


def noted(work: Path) -> Iterator[Done]:
    """What workers noted, be it delivered or not. A line that was not finished counts for nothing."""
    for path in sorted(work.glob(f"{RUNS}/*/*.jsonl")):
        with path.open("rb") as lines:
            for line in lines:
                try:
                    yield Done(**json.loads(line))
                except (ValueError, TypeError):
                    continue


def note_printed(work: Path, record: Record) -> None:
    with (work / PRINTED).open("ab") as stream:
        stream.write(json.dumps(record).encode() + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def printed(work: Path) -> Iterator[Record]:
    """Files that are no papers, as they were noted."""
    try:
        lines = (work / PRINTED).read_bytes().split(b"\n")[:-1]
    except OSError:
        return
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            continue
