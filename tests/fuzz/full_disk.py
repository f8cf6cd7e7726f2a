"""Rounds on a disk that is full, or stopped with Ctrl-C, at every step: `python -m tests.fuzz.full_disk`.

Each run meets its fault at another call that changes the folder. It must end with one line and leave no half of a file
under a name; gone on with, it must end with the bytes of a run that nothing happened to.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
WORK = ".exampaper-unfinished"
CALLS = ((Path, "mkdir"), (Path, "replace"), (Path, "unlink"), (os, "link"), (os, "fsync"))


class Fault:
    """Counts calls that change the disk; the one of a number fails, and with a full disk all writes after it."""

    def __init__(self, number: int, error: Callable[[], BaseException], lasts: bool) -> None:
        self.calls = 0
        self._number = number
        self._error = error
        self._lasts = lasts

    def met(self, name: str) -> bool:
        if name == "unlink" and self._lasts:  # a full disk lets files go
            return False
        self.calls += 1
        return self.calls == self._number or (self._lasts and self.calls > self._number)

    def call(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            if self.met(name):
                raise self._error()
            return real(*args, **kwargs)

        return called

    def opened(self, path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        stream = io.open(path, mode, *args, **kwargs)  # noqa: SIM115, UP020 (this stands in for Path.open)
        if mode[0] in "wxa":
            real = stream.write

            def write(data: Any) -> int:
                if self.met("write"):
                    real(data[: len(data) // 2])
                    raise self._error()
                return int(real(data))

            return _Stream(stream, write)
        return stream


class _Stream:
    def __init__(self, stream: Any, write: Callable[[Any], int]) -> None:
        self._stream = stream
        self.write = write

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *args: Any) -> None:
        self._stream.close()


@contextmanager
def disk(fault: Fault) -> Iterator[None]:
    kept = [(owner, name, getattr(owner, name)) for owner, name in CALLS]
    opener = Path.open
    try:
        for owner, name, real in kept:
            setattr(owner, name, fault.call(name, real))
        Path.open = lambda path, *args, **kwargs: fault.opened(path, *args, **kwargs)  # type: ignore[method-assign]
        yield
    finally:
        Path.open = opener  # type: ignore[method-assign]
        for owner, name, real in kept:
            setattr(owner, name, real)


def program(*arguments: str, language: str = "en") -> tuple[int, str]:
    """The program in this process: its status and what it says."""
    said = io.StringIO()
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        status = run([*arguments, "--lang", language])
    return status, said.getvalue()


def files(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(WORK)}


def full() -> BaseException:
    return OSError(ENOSPC, os.strerror(ENOSPC))


def meet(
    command: list[str], out: Path, whole: dict[str, bytes], number: int, error: Callable[[], BaseException]
) -> bool:
    """A run that meets the fault at a call of this number, and one that goes on; False when there is no such call."""
    fault = Fault(number, error, lasts=error is full)
    with disk(fault):
        status, said = program(*command)
    if fault.calls < number:
        assert status == 0, said
        return False
    assert "internal" not in said, (number, said)
    told = [line for line in said.splitlines() if "error[" in line or "Stopped" in line]
    assert len(told) == (status != 0), (number, status, said)
    assert status in ((0, 4) if error is full else (0, 130)), (number, status, said)
    if out.exists():
        half = {name for name, data in files(out).items() if whole.get(name) != data}
        assert not half, (number, half)
    status, again = program(*command, "--resume")
    if status != 0:  # an addition or a round of which nothing was begun
        status, again = program(*command)
    assert status == 0, (number, said, again)
    assert files(out) == whole, number
    assert not list(out.glob(f"{WORK}*")), number
    return True


def main(step: int) -> int:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        rows = [f"{k:05},考生{k},客服主管,{101 + k % 2},{k // 2 + 1}" for k in range(3)]
        (folder / "list.csv").write_text("\n".join(["考号,姓名,岗位,考场,座位", *rows]), "utf-8")
        out = folder / "o"
        command = [
            "batch", str(ROOT / "layouts" / "cs-supervisor.yaml"), "--candidates", str(folder / "list.csv"),
            "--jobs", "1", "--format", "pdf", "--out", str(out),
        ]  # fmt: skip
        status, said = program(*command)
        assert status == 0, said
        whole = files(out)
        for error in (full, KeyboardInterrupt):
            number = 1
            while True:
                shutil.rmtree(out, ignore_errors=True)
                if not meet(command, out, whole, number, error):
                    break
                number += step
            print(
                f"{number - 1} steps of a run, {error.__name__} at each {step}.: all ended with the same bytes"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
