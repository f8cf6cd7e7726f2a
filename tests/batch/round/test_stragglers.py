"""Workers that live on when their run is over, and would deliver late: nothing of theirs comes to its place any more."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.batch.round.conftest import ROOT

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.batch.round.conftest import Round

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")

# Read by each Python that starts: a worker waits before it gives one file its name, until it is told to go on.
WAITS = """\
import os, sys, time

place = os.environ["STRAGGLERS"]

def path(name):
    return os.path.join(place, name)

def say(name, text):
    with open(path(name + ".new"), "w") as stream:
        stream.write(text)
    os.replace(path(name + ".new"), path(name))

def link(source, target, real=os.link):
    if os.environ["STRAGGLES_AT"] not in str(target) or os.path.exists(path("waits")):
        return real(source, target)
    say("waits", str(os.getpid()))
    while not os.path.exists(path("go")):
        time.sleep(0.01)
    try:
        real(source, target)
    except OSError as error:
        say("ended", type(error).__name__)
        raise
    say("ended", "delivered")

if "--multiprocessing-fork" in sys.orig_argv:
    say(f"process-{os.getpid()}", "")
    os.link = link
    os._exit = lambda status: time.sleep(600)  # a process that does not notice the end of its parent
"""


class Straggler(NamedTuple):
    """A worker that waits at a file of this name."""

    place: Path

    def _said(self, name: str) -> str:
        deadline = time.monotonic() + 60
        while not (self.place / name).exists():
            assert time.monotonic() < deadline, name
            time.sleep(0.01)
        return (self.place / name).read_text()

    def waits(self) -> int:
        return int(self._said("waits"))

    def goes_on(self) -> str:
        """What becomes of its delivery."""
        (self.place / "go").touch()
        return self._said("ended")


@pytest.fixture
def stragglers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Straggler]]:
    """Workers of programs that are started from now on wait at files that are called so."""
    places: list[Path] = []

    def make(waits_at: str) -> Straggler:
        place = tmp_path / f"waits at {waits_at}"
        place.mkdir()
        places.append(place)
        (place / "sitecustomize.py").write_text(WAITS, "utf-8")
        monkeypatch.setenv("STRAGGLERS", str(place))
        monkeypatch.setenv("STRAGGLES_AT", waits_at)
        return Straggler(place)

    yield make
    for process in (process for place in places for process in place.glob("process-*")):
        with suppress(ProcessLookupError):
            os.kill(int(process.name.removeprefix("process-")), signal.SIGKILL)


def killed(process: subprocess.Popen[str]) -> None:
    """Its workers live on, and hold its pipes."""
    process.kill()
    process.wait(timeout=60)
    for stream in (process.stdout, process.stderr):
        assert stream is not None
        stream.close()


ISSUED = ("00001,甲,专员,101,1", "00002,乙,专员,102,1")
LATE, LATER = "00007,丙,专员,101,7", "00008,丁,专员,102,8"


def listed(made: Round, *rows: str) -> None:
    (made.folder / "list.csv").write_text("\n".join(["考号,姓名,岗位,考场,座位", *rows]), "utf-8")


def test_a_worker_outlives_its_parent(
    round_of: Callable[..., Round], stragglers: Callable[[str], Straggler]
) -> None:
    made = round_of(9)
    options = ("--jobs", "2", "--forms", "each")
    made.run("--out", "whole", *options)
    straggler = stragglers("00007")
    process = made.start("--out", "o", *options, first=str(straggler.place))
    straggler.waits()
    killed(process)
    made.run("--out", "o", "--resume", *options)
    assert straggler.goes_on() == "FileNotFoundError"
    assert made.files("o") == made.files("whole")


def gone_on_with_another_list(
    made: Round, straggler: Straggler, stragglers: Callable[[str], Straggler]
) -> None:
    """An addition goes on without the paper that a worker of it still holds, which comes in the middle and after it."""
    listed(made, *ISSUED, LATER)
    other = stragglers("00008")
    process = made.start("--out", "o", "--add", "--resume", "--jobs", "2", first=str(other.place))
    other.waits()
    assert straggler.goes_on() == "FileNotFoundError"
    assert other.goes_on() == "delivered"
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    made.run("--out", "calm", "--add", "--jobs", "1")
    assert made.files("o") == made.files("calm")


def test_its_paper_was_taken_back(
    round_of: Callable[..., Round], stragglers: Callable[[str], Straggler]
) -> None:
    made = round_of()
    listed(made, *ISSUED)
    for out in ("o", "calm"):
        made.run("--out", out, "--jobs", "1")
    listed(made, *ISSUED, LATE)
    straggler = stragglers("00007")
    process = made.start("--out", "o", "--add", "--jobs", "2", first=str(straggler.place))
    straggler.waits()
    killed(process)
    gone_on_with_another_list(made, straggler, stragglers)


def test_a_worker_of_a_cluster_outlives_its_run(
    round_of: Callable[..., Round], stragglers: Callable[[str], Straggler], monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    made = round_of()
    listed(made, *ISSUED)
    for out in ("o", "calm"):
        made.run("--out", out, "--jobs", "1")
    listed(made, *ISSUED, LATE)
    straggler = stragglers("00007")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(straggler.place), str(ROOT))))
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, scheduler_port=0
    ) as cluster:
        options = ("--executor", "dask", "--scheduler", cluster.scheduler_address)
        process = made.start("--out", "o", "--add", *options)
        straggler.waits()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130, err
        gone_on_with_another_list(made, straggler, stragglers)
