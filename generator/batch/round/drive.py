"""Tasks handed to an executor and gathered again; what a dying worker takes with it is done anew."""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, wait
from typing import TYPE_CHECKING

from generator.batch.round.executors import is_death
from generator.batch.round.task import Failed
from generator.batch.round.work import run
from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.round.task import Done, Task

CHUNK = 16  # tasks in a call: enough that calls cost nothing, few enough that little is done twice
MOST_DEATHS = 2  # of workers over the same single task


def drive(
    tasks: Iterable[Task],
    work: Path,
    digest: str,
    opened: Callable[[], AbstractContextManager[Executor]],
    jobs: int,
) -> Iterator[Done | Failed]:
    """Outcomes as they come. OSError: the folder cannot be written."""
    waiting = deque(_chunks(list(tasks), jobs))
    suspects: deque[Task] = (
        deque()
    )  # what was running when a worker died: done one by one, to find what kills
    deaths: dict[str, int] = {}
    while waiting or suspects:
        running: dict[Future[list[Done | Failed]], tuple[Task, ...]] = {}
        with opened() as executor:
            try:
                while suspects:
                    yield from executor.submit(run, work, digest, (suspects[0],)).result()
                    suspects.popleft()
                while waiting or running:
                    while waiting and len(running) < 2 * jobs:
                        running[executor.submit(run, work, digest, waiting[0])] = waiting[0]
                        waiting.popleft()
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


def _chunks(tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, ...]]:
    """Chunks of the same size, smaller where there are few tasks for many workers."""
    size = max(1, min(CHUNK, len(tasks) // (4 * jobs)))
    for start in range(0, len(tasks), size):
        yield tuple(tasks[start : start + size])
