"""How far a run has come: done, rate, time left. Quiet when nobody watches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType

    from generator.cli.console import Console


class Progress:
    """A line on standard error that is drawn anew, if that is a terminal."""

    def __init__(self, console: Console, total: int) -> None:
        self._bar: Any = None
        self._total = total
        if sys.stderr.isatty() and not console.as_json:
            from rich.console import Console as Terminal
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                TaskProgressColumn,
                TextColumn,
                TimeRemainingColumn,
            )
            from rich.progress import Progress as Bar

            rate = "{task.speed:.0f} 份/秒" if console.language == "zh" else "{task.speed:.0f}/s"
            self._bar = Bar(
                MofNCompleteColumn(),
                BarColumn(),
                TaskProgressColumn(),
                TextColumn(rate),
                TimeRemainingColumn(),
                console=Terminal(stderr=True),
                transient=True,
            )

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("", total=self._total, speed=0)
        return self

    def advance(self) -> None:
        if self._bar is not None:
            self._bar.advance(self._task)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
