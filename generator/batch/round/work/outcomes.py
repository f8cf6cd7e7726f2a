"""What became of the tasks of a round, kept on the disk: a round of any size takes little memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.batch.round.planning.task import Done

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class Outcomes:
    """The tasks that are done, by name, in a file that is nobody else's. Only their places in it are held."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("w+b")
        self._places: dict[str, int] = {}
        self._end = 0

    def add(self, done: Done) -> None:
        self._stream.seek(self._end)
        self._places[done.name] = self._end
        self._end += self._stream.write(json.dumps(done._asdict(), ensure_ascii=False).encode() + b"\n")

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> Done:
        self._stream.seek(self._places[name])
        return Done(**json.loads(self._stream.readline()))

    def __enter__(self) -> Outcomes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()
