"""Where tasks are done: in this process, in processes beside it, or on workers of a Dask scheduler.

All three are executors of `concurrent.futures`: one code path drives them.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


@contextmanager
def local(jobs: int) -> Iterator[Executor]:
    """`jobs` processes; one is this one."""
    if jobs == 1:
        yield Here()
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """A worker's first act. An interrupt is the parent's to answer: it lets workers finish what they have begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the parent: what is read is kept, and next to nothing is circular
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody gathers what a worker does whose parent was killed, and it would wait for more for ever."""
    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def dask(address: str) -> Iterator[Executor]:
    """The workers of the scheduler at `address`. ImportError: the extra is not installed."""
    from distributed import Client

    with Client(address) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()
