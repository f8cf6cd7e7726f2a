"""A round on a real scheduler with two workers on this machine, one of which dies in the middle."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.batch.round.conftest import Round

distributed = pytest.importorskip("distributed")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_of_a_cluster_dies(round_of: Callable[..., Round]) -> None:
    made = round_of(60)
    options = ("--forms", "each", "--format", "docx,pdf")
    made.run("--out", "local", "--jobs", "1", *options)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None, scheduler_port=0
    ) as cluster:
        address = cluster.scheduler_address
        process = made.start("--out", "o", "--executor", "dask", "--scheduler", address, *options)
        papers = made.folder / "o" / "papers"
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            if papers.is_dir() and len(list(papers.iterdir())) > 10:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
                break
            time.sleep(0.02)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert made.files("o") == made.files("local")


def test_nobody_at_the_address(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    start = time.monotonic()
    _, err = made.run("--out", "o", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:9", status=4)
    assert time.monotonic() - start < 30
    assert [line for line in err.splitlines() if not line.startswith("  hint")] == [
        "error[no-scheduler]: no Dask scheduler answers at tcp://127.0.0.1:9 (within 5 seconds)",
        "1 error; nothing was written.",
    ]
    assert not (made.folder / "o").exists()
