"""Tasks handed out in chunks and gathered again; what a dying worker takes with it is done anew."""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait
from typing import TYPE_CHECKING

from generator.batch.round.planning.task import Failed
from generator.batch.round.work.executors import is_death
from generator.batch.round.work.worker import run
from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.round.planning.task import Done, Task, Told
    from generator.batch.round.work.executors import Crew

CHUNK = 16  # tasks in a call: enough that calls cost nothing, few enough that little is done twice
MOST_DEATHS = 2  # of workers over the same single task


def drive(
    tasks: Sequence[Task], work: Path, digest: str, opened: Callable[[], AbstractContextManager[Crew]]
) -> Iterator[Done | Failed | Told]:
    """Outcomes as they come. OSError: the folder cannot be written."""
    begun = 0  # tasks that were handed out
    suspects: deque[Task] = (
        deque()
    )  # what was running when a worker died: done one by one, to find what kills
    deaths: dict[str, int] = {}
    while begun < len(tasks) or suspects:
        running: dict[Future[list[Done | Failed | Told]], Sequence[Task]] = {}
        with opened() as crew:
            try:
                while suspects:
                    yield from crew.executor.submit(run, work, digest, (suspects[0],)).result()
                    suspects.popleft()
                while begun < len(tasks) or running:
                    width = max(1, crew.width())
                    while begun < len(tasks) and len(running) < 2 * width:
                        chunk = tuple(tasks[begun : begun + _size(len(tasks), width)])
                        running[crew.executor.submit(run, work, digest, chunk)] = chunk
                        begun += len(chunk)
                    finished, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in finished:
                        outcomes = future.result()
                        del running[future]
                        yield from outcomes
            except Exception as error:
                if not is_death(error):
                    raise
                if running or not suspects:
                    suspects.extend(task for chunk in running.values() for task in chunk)
                    continue
                name = suspects[0].name
                deaths[name] = deaths.get(name, 0) + 1
                if deaths[name] == MOST_DEATHS:
                    suspects.popleft()
                    yield Failed(name, (Diagnostic("error", "worker-died", None, {}, "worker-died"),))


def _size(tasks: int, width: int) -> int:
    """Of a chunk; smaller where there are few tasks for many workers."""
    return max(1, min(CHUNK, tasks // (4 * width)))
