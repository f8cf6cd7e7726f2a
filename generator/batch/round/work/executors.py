"""Where tasks are done: in this process, in processes beside it, or on workers of a Dask scheduler.

All three are executors of `concurrent.futures`: one code path drives them.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.round.planning.task import Unfit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_STOPS = frozenset((signal.SIGINT, signal.SIGTERM))
PATIENCE = 5  # seconds that a scheduler has to answer


def is_death(error: BaseException) -> bool:
    """A worker died over the call, or the scheduler gave it up."""
    return isinstance(error, BrokenExecutor | CancelledError) or type(error).__name__ == "KilledWorker"


class Here(Executor):
    """Does each call at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew(NamedTuple):
    """An executor, and how many of its calls run at once, which may change with the workers of a cluster."""

    executor: Executor
    width: Callable[[], int]  # 0: a cluster has no workers yet


@contextmanager
def local(jobs: int) -> Iterator[Crew]:
    """`jobs` processes; one is this one."""
    if jobs == 1:
        yield Crew(Here(), lambda: 1)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    class Pool(ProcessPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            with _uninterrupted():  # a process that is begun now never hears of an interrupt
                return super().submit(fn, *args, **kwargs)

    pool = Pool(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield Crew(pool, lambda: jobs)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Interrupts wait until the end, and do not reach processes that are begun meanwhile."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows
        yield
        return
    before = mask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """A worker's first act. An interrupt is the parent's to answer: it lets workers finish what they have begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if mask := getattr(signal, "pthread_sigmask", None):
        mask(signal.SIG_UNBLOCK, {signal.SIGTERM})  # by which the parent ends a worker
    gc.disable()  # as in the parent: what is read is kept, and next to nothing is circular
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody gathers what a worker does whose parent was killed, and it would wait for more for ever."""
    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def dask(address: str, most: int | None) -> Iterator[Crew]:
    """The workers of the scheduler at `address`, at most so many. Unfit: it does not answer."""
    from distributed import Client

    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what matters is told by ourselves
    silent = Unfit("no-scheduler", {"address": address, "seconds": PATIENCE})
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise silent from error
    with client:

        def width() -> int:
            try:
                workers = len(client.nthreads())  # type: ignore[no-untyped-call]
            except OSError as error:
                raise silent from error
            return min(most or workers, workers)

        # Each call is done: a scheduler remembers what "pure" ones gave, be it files of a folder that is gone.
        yield Crew(client.get_executor(pure=False), width)  # type: ignore[no-untyped-call]
