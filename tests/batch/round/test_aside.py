"""What lies in a paper's place is removed only when it is our own; else it is kept and told."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from generator.batch.output import WORK
from generator.batch.round.folder.aside import Room, is_left_of, replaced, set_aside
from generator.batch.round.folder.deliver import deliver
from generator.batch.round.folder.workplace import WAITING, begin_run, note
from generator.batch.round.planning.task import Done
from tests.fuzz.full_disk import Fault, disk, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.batch.round.conftest import Round

DATA = bytes(range(256)) * 9


@pytest.mark.parametrize(
    ("found", "left"),
    [
        (b"", True),
        (DATA[:700], True),
        (bytes(512) + DATA[512:], True),
        (DATA[:1024] + bytes(len(DATA) - 1024), True),
        (DATA + b"more", False),
        (DATA[:700] + b"x", False),
        (b"x" + bytes(600), False),
    ],
)
def test_what_a_power_cut_leaves(found: bytes, left: bool) -> None:
    assert is_left_of(found, DATA) == left


def test_a_file_is_never_set_aside_over_another(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    paper = tmp_path / "papers" / "1.pdf"
    for text in ("first", "second", "third"):
        paper.write_text(text)
        set_aside(paper, tmp_path)
    assert replaced(tmp_path) == [
        "replaced/papers/1-2.pdf",
        "replaced/papers/1-3.pdf",
        "replaced/papers/1.pdf",
    ]
    assert [(tmp_path / name).read_text() for name in replaced(tmp_path)] == ["second", "third", "first"]


def test_only_what_was_noted_is_removed(tmp_path: Path) -> None:
    work = tmp_path / WORK
    run = begin_run(work)
    digest = hashlib.sha256(b"of another list").hexdigest()
    note(run, "1", Done("paper 1", {}, ({"path": "1.pdf", "sha256": digest},)))
    room, waiting = Room(tmp_path, work), run / WAITING
    for name, found, kept in [
        ("1.pdf", b"of another list", []),
        ("1.pdf", DATA[:99], []),
        ("2.pdf", b"of another list", ["replaced/2.pdf"]),  # it was noted of another file
    ]:
        (tmp_path / name).write_bytes(found)
        deliver(tmp_path / name, DATA, waiting, room.make)
        assert (tmp_path / name).read_bytes() == DATA
        assert replaced(tmp_path) == kept
        assert (tmp_path / "replaced").exists() == bool(kept)
    assert (tmp_path / "replaced" / "2.pdf").read_bytes() == b"of another list"


def test_what_another_worker_delivers_meanwhile_is_put_back(tmp_path: Path) -> None:
    """Two find a stranger's file, and the slower one takes away what the faster one has delivered."""
    run = begin_run(tmp_path / WORK)
    room, paper = Room(tmp_path, tmp_path / WORK), tmp_path / "1.pdf"
    paper.write_bytes(b"stranger")

    def slower(path: Path, found: bytes, data: bytes) -> None:
        deliver(path, data, run / WAITING, room.make)  # the faster one
        room.make(path, found, data)

    deliver(paper, DATA, run / WAITING, slower)
    assert paper.read_bytes() == DATA
    assert replaced(tmp_path) == ["replaced/1.pdf"]
    assert (tmp_path / "replaced" / "1.pdf").read_bytes() == b"stranger"


def arguments(made: Round, *more: str) -> list[str]:
    return [
        "batch", str(made.folder / "layout.yaml"), "--candidates", str(made.folder / "list.csv"),
        "--jobs", "1", "--out", str(made.folder / "o"), *more,
    ]  # fmt: skip


def test_a_stopped_run_goes_on_and_keeps_what_it_finds(round_of: Callable[..., Round]) -> None:
    made = round_of(3)
    made.run("--out", "whole", "--jobs", "1")
    out = made.folder / "o"

    class Stop(Fault):
        """Ctrl-C when the second paper is there."""

        def met(self, name: str) -> bool:
            self.calls += (out / "papers" / "00002-考生2-试卷.pdf").exists()
            return self.calls == 1

    with disk(Stop(0, KeyboardInterrupt, lasts=False)):
        assert program(*arguments(made))[0] == 130
    strangers = {
        "papers/00003-考生3-试卷.pdf": b"notes of the office",
        "print/第102考场-签到表.pdf": b"a scan",
        "forms.jsonl": b"a copy",
    }
    for name, data in strangers.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(data)
    (out / "papers" / "00001-考生1-试卷.pdf").write_bytes(
        (made.folder / "whole" / "papers" / "00001-考生1-试卷.pdf").read_bytes()[:700]
    )
    told, err = made.run("--out", "o", "--jobs", "1", "--resume", "--json")
    assert made.files("o") == {
        **made.files("whole"),
        **{f"replaced/{name}": data for name, data in strangers.items()},
    }
    assert json.loads(told.splitlines()[-1])["replaced"] == sorted(f"replaced/{name}" for name in strangers)
    assert len([line for line in err.splitlines() if "replaced/" in line]) == 1


@pytest.mark.parametrize("lost", ["papers/00001-考生1-试卷.pdf", ""])
def test_a_manifest_that_somebody_changed_is_kept(lost: str, round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    whole = made.files("o")
    manifest = made.folder / "o" / "manifest.json"
    changed = manifest.read_text("utf-8").replace('"papers": 2', '"papers": 3').encode()
    assert changed != whole["manifest.json"]
    manifest.write_bytes(changed)
    if lost:
        (made.folder / "o" / lost).unlink()
    made.run("--out", "o", "--jobs", "1", "--resume")
    assert made.files("o") == {**whole, "replaced/manifest.json": changed}
