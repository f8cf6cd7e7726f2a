"""Who does the work of a round: `--jobs`, `--executor` and `--scheduler`."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from generator.batch.round.work.executors import Crew
    from generator.cli.console import Console


def _jobs(said: int | None) -> int:
    if said is not None:
        return said
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def opened_by(
    console: Console, executor: str, scheduler: str | None, jobs: int | None
) -> Callable[[], AbstractContextManager[Crew]]:
    """A crew, opened when it is called. UsageError: the options do not go together."""
    from importlib.util import find_spec

    from generator.batch.round.work import executors

    zh = console.language == "zh"
    if executor == "local":
        if scheduler:
            raise click.UsageError(
                "--scheduler 要与 --executor dask 一起用。"
                if zh
                else "--scheduler goes with --executor dask."
            )
        count = _jobs(jobs)
        return lambda: executors.local(count)
    if not scheduler:
        raise click.UsageError(
            "--executor dask 还需要 --scheduler 地址。"
            if zh
            else "--executor dask needs --scheduler ADDRESS."
        )
    if find_spec("distributed") is None:
        raise click.UsageError(
            "没有安装 dask：pip install 'exampaper[dask]'。"
            if zh
            else "dask is not there: pip install 'exampaper[dask]'."
        )
    address = scheduler
    return lambda: executors.dask(address, jobs)


@contextmanager
def terminable() -> Iterator[None]:
    """SIGTERM, by which systems end what runs too long, stops as Ctrl-C does."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():  # only that one hears of signals
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def meet(console: Console, opened: Callable[[], AbstractContextManager[Crew]]) -> None:
    """Whether somebody is there to do the work, before anything is written. OutputFault: nobody answers."""
    from generator.batch.round.planning.task import Unfit
    from generator.diagnostics import Diagnostic, OutputFault

    try:
        with opened() as crew:
            if not crew.width():
                console.say(
                    "集群里还没有工作进程，等待中……"
                    if console.language == "zh"
                    else "The cluster has no workers yet: waiting for one."
                )
    except Unfit as error:
        raise OutputFault([Diagnostic("error", error.code, None, dict(error.values), error.code)]) from error
