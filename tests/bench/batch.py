"""python -m tests.bench.batch [CANDIDATES] [--large]: what one more candidate costs, against peers in the same run.

Every way makes the same papers and keys, ten at a time in turn, in one process on one processor. Times are the
process's own. `--large` looks at the memory of a round of 10,000, too.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.round.planning.task import Done
from tests.bench.fonts import chinese_truetype
from tests.bench.peers.docxtpl_peer import Docxtpl
from tests.bench.peers.plain import PlainDocx, PlainPdf
from tests.bench.peers.typst_peer import Typst
from tests.bench.round import opened, write_candidates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from generator.batch.round.planning.task import Task
    from generator.model.document import Document
    from tests.bench.round import Round

    class Peer(Protocol):
        formats: tuple[str, ...]

        def write(self, role: str, document: Document, stem: Path) -> None: ...


ROOT = Path(__file__).parents[2]
LAYOUT = Path(__file__).with_name("round.yaml")
WARM_OURS = 200  # candidates until every question was set; as in a round of thousands
IN_TURN = 10  # candidates that each makes one after another; the first such turn is not counted
ROLES = ("paper", "key")


class Made(NamedTuple):
    """One candidate's files by one way: seconds, and bytes and pages by role and suffix."""

    seconds: float
    bytes: Mapping[tuple[str, str], int]
    pages: Mapping[str, int]


def _by_us(round_: Round, task: Task) -> Made:
    gc.disable()  # as the program does
    start = time.process_time()
    done = round_.worker.do(task)
    seconds = time.process_time() - start
    gc.enable()
    assert isinstance(done, Done), done
    sizes = {(str(f["role"]), str(f["format"])): int(str(f["bytes"])) for f in done.files}
    pages = {str(f["role"]): int(str(f["pages"])) for f in done.files}
    round_.remove(task)
    return Made(seconds, sizes, pages)


def _by_peer(peer: Peer, documents: Mapping[str, Document], folder: Path) -> Made:
    start = time.process_time()
    for role in ROLES:
        peer.write(role, documents[role], folder / role)
    seconds = time.process_time() - start
    sizes, pages = {}, {}
    for role in ROLES:
        for suffix in peer.formats:
            path = (folder / role).with_suffix(f".{suffix}")
            sizes[role, suffix] = path.stat().st_size
            if suffix == "pdf":
                pages[role] = _pages(path)
            path.unlink()
    return Made(seconds, sizes, pages)


def _pages(path: Path) -> int:
    from pikepdf import open as open_pdf

    with open_pdf(path) as pdf:
        return len(pdf.pages)


def compare(count: int, folder: Path) -> dict[str, list[Made]]:
    """What each way made of the same candidates, in turn."""
    round_ = opened(folder, LAYOUT, WARM_OURS + IN_TURN + count)
    numbers = range(WARM_OURS, WARM_OURS + IN_TURN + count)
    documents = [round_.documents(round_.tasks[number]) for number in numbers]
    peers: dict[str, Peer] = {
        "Typst": Typst(folder, (document for both in documents for document in both.values())),
        "docxtpl": Docxtpl(folder),
        "reportlab": PlainPdf(chinese_truetype()),
        "python-docx": PlainDocx(),
    }
    for number in range(WARM_OURS):
        _by_us(round_, round_.tasks[number])
    made: dict[str, list[Made]] = {name: [] for name in ("exampaper", *peers)}
    gc.collect()
    gc.freeze()
    for start in range(0, len(documents), IN_TURN):
        now = range(start, min(start + IN_TURN, len(documents)))
        made["exampaper"] += [_by_us(round_, round_.tasks[numbers[place]]) for place in now]
        for name, peer in peers.items():
            made[name] += [_by_peer(peer, documents[place], folder) for place in now]
    return {name: ones[IN_TURN:] for name, ones in made.items()}


def show(made: Mapping[str, list[Made]]) -> None:
    print(f"{len(made['exampaper'])} candidates, medians       ms   pages        kB PDF        kB DOCX")
    for name, ones in made.items():
        first = ones[0]
        pages = "+".join(str(first.pages[role]) for role in ROLES) if first.pages else ""
        sizes = [
            "+".join(f"{_median(o.bytes[role, s] for o in ones) / 1000:.0f}" for role in ROLES)
            if (ROLES[0], s) in first.bytes
            else ""
            for s in ("pdf", "docx")
        ]
        print(
            f"  {name:<24}{_median(o.seconds for o in ones) * 1000:8.2f}   {pages:<9}  {sizes[0]:<12}  {sizes[1]}"
        )
    for names, goal in ((("Typst", "docxtpl"), 15), (("reportlab", "python-docx"), None)):
        ratio = _median(
            sum(one.seconds for one in others) / ours.seconds
            for ours, *others in zip(made["exampaper"], *(made[name] for name in names), strict=True)
        )
        told = f"   goal {goal}" if goal else ""
        print(f"  {' + '.join(names)} take {ratio:.1f} times as long{told}")
    for suffix, name in (("pdf", "Typst"), ("docx", "python-docx")):
        share = _median(
            sum(a.bytes[role, suffix] for role in ROLES) / sum(b.bytes[role, suffix] for role in ROLES)
            for a, b in zip(made["exampaper"], made[name], strict=True)
        )
        print(f"  {suffix.upper()} bytes against {name}'s: {share:.2f}   goal 1")


def _median(values: object) -> float:
    return statistics.median(values)  # type: ignore[call-overload,no-any-return]


def alone(count: int) -> None:
    """In a process of its own: ms of a candidate in each tenth of the round, and the peak of memory in MB."""
    import resource

    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        round_ = opened(Path(folder), LAYOUT, 30)
        seconds = [_by_us(round_, round_.task(number)).seconds for number in range(count)]
    tenth = max(count // 10, 1)
    steps = [_median(seconds[at : at + tenth]) * 1000 for at in range(0, count, tenth)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak // (1_000_000 if sys.platform == "darwin" else 1000)
    print(f"  {count:6} candidates: peak {megabytes} MB; "
          f"ms a candidate, tenth by tenth: {' '.join(f'{s:.1f}' for s in steps)}")  # fmt: skip


def processes(folder: Path) -> None:
    """The whole program with one process and with two, beyond the candidates that fill the caches."""
    few, many = 300, 1200
    walls: dict[int, float] = {}
    for jobs in (1, 2):
        times = []
        for number in (few, many):
            path = write_candidates(folder / f"jobs-{number}.csv", number)
            command = [
                sys.executable, "-m", "generator", "batch", str(LAYOUT), "--candidates", str(path), "--forms", "each",
                "--jobs", str(jobs), "--format", "docx,pdf", "--out", str(folder / f"jobs-{jobs}-{number}"),
            ]  # fmt: skip
            start = time.perf_counter()
            subprocess.run(
                command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            times.append(time.perf_counter() - start)
        walls[jobs] = (times[1] - times[0]) / (many - few)
    print(f"  {1 / walls[1]:.0f} candidates a second in one process, {1 / walls[2]:.0f} in two: "
          f"{walls[1] / walls[2]:.2f} times   goal 1.8; processes that share nothing: {_machine():.2f}")  # fmt: skip


def _machine() -> float:
    """How much more two processes do than one on this machine, which others may use, too."""
    code = """if True:
        import time, zlib
        end, count = time.perf_counter() + 3, 0
        while time.perf_counter() < end:
            zlib.compress(repr(list(range(20_000))).encode(), 1)
            count += 1
        print(count)"""

    def done(processes: int) -> int:
        started = [
            subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(processes)
        ]
        return sum(int(process.communicate()[0]) for process in started)

    return statistics.median(done(2) / done(1) for _ in range(3))


def main() -> None:
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count = counts[0] if counts else 25
    os.environ["EXAMPAPER_CACHE"] = "off"
    if "--alone" in sys.argv:
        alone(count)
        return
    with tempfile.TemporaryDirectory() as folder:
        processes(Path(folder))
    for number in (10, 1000, *((10_000,) if "--large" in sys.argv else ())):
        subprocess.run(
            [sys.executable, "-m", "tests.bench.batch", "--alone", str(number)], cwd=ROOT, check=True
        )
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        show(compare(count, Path(folder)))


if __name__ == "__main__":
    main()
