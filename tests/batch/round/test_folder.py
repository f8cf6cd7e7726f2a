"""Who may write into a round's folder, and what a kill at any step of the end leaves to go on with."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
from errno import ENOTSUP, EPERM, EXDEV
from typing import TYPE_CHECKING

import pytest

from generator.batch.output import FORMS, MANIFEST, WORK
from generator.batch.press import Formats
from generator.batch.round.folder.aside import Room
from generator.batch.round.folder.deliver import Occupied, deliver
from generator.batch.round.folder.round_folder import RoundFolder
from generator.batch.round.planning.identity import Identity
from generator.batch.round.planning.plan import Plan
from generator.batch.round.planning.task import Unfit
from generator.batch.round.planning.tasks import Entry, Tasks
from generator.batch.round.work.worker import run
from generator.candidates import FIELDS, Candidate, CandidateList
from generator.diagnostics import Location, OutputFault, SourceFile
from generator.messages import message

if TYPE_CHECKING:
    from pathlib import Path

LIST = Location(SourceFile("list.csv", []))


def round_(name: str, *rows: str) -> Identity:
    """A round of candidates with these numbers."""
    blank = dict.fromkeys(FIELDS, "")
    entries = tuple(
        Entry(0, "", False, Candidate(**{**blank, "id": row}, others=(), location=LIST), None)
        for row in rows or ("1",)
    )
    plan = Plan((), "1", Formats(("pdf",), ("pdf",)), entries, Tasks((), (), ()), ())
    return Identity(name, {"basis": "same"}, plan, CandidateList((), (), "", LIST))


def finished(path: Path, name: str = "one", rows: tuple[str, ...] = ("1",), additions: int = 0) -> None:
    """A round as it lies in a folder: a file a row, its line, the manifest."""
    (path / "papers").mkdir(parents=True, exist_ok=True)
    lines = []
    for row in rows:
        (path / "papers" / f"{row}.pdf").write_bytes(row.encode())
        digest = hashlib.sha256(row.encode()).hexdigest()
        file = {"path": f"papers/{row}.pdf", "bytes": len(row), "sha256": digest}
        lines.append(json.dumps({"name": row, "candidate": {"id": row}, "files": [file]}) + "\n")
    (path / FORMS).write_text("".join(lines))
    manifest = {
        "command": "batch", "round": name, "basis": "same", "additions": additions, "files": [], "absent": {},
        "forms_sha256": hashlib.sha256("".join(lines).encode()).hexdigest(),
    }  # fmt: skip
    head = json.dumps(manifest).removesuffix("}")
    seal = hashlib.sha256(head.encode()).hexdigest()
    (path / MANIFEST).write_bytes(f'{head},\n  "sha256": "{seal}"\n}}\n'.encode())


def refused(path: Path, identity: Identity, resume: bool, adding: bool) -> str:
    with pytest.raises(OutputFault) as caught, RoundFolder(path).opened(identity, resume, adding):
        pass
    return caught.value.diagnostics[0].code


def opened(path: Path, identity: Identity, resume: bool = False, adding: bool = False) -> bool:
    folder = RoundFolder(path)
    folder.base()
    with folder.opened(identity, resume, adding) as unfinished:
        return unfinished  # and the run is killed


def everything(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def test_an_addition_goes_on_as_an_addition(tmp_path: Path) -> None:
    finished(tmp_path)
    opened(tmp_path, round_("two", "1", "2"), adding=True)
    assert refused(tmp_path, round_("one"), resume=True, adding=False) == "round-adding"
    assert refused(tmp_path, round_("two", "1", "2"), resume=False, adding=True) == "round-unfinished"
    assert opened(tmp_path, round_("two", "1", "2"), resume=True, adding=True)


def test_an_addition_goes_on_with_another_list(tmp_path: Path) -> None:
    finished(tmp_path)
    opened(tmp_path, round_("two", "1", "2", "3"), adding=True)
    done = []
    for name in "23":  # two papers were made and noted; one was not noted in time
        (tmp_path / "papers" / f"{name}.pdf").write_bytes(name.encode())
        file = {"path": f"papers/{name}.pdf", "sha256": hashlib.sha256(name.encode()).hexdigest()}
        done.append(json.dumps({"name": f"paper {name}", "drawn": {}, "files": [file]}) + "\n")
    (run,) = (tmp_path / WORK / "runs").iterdir()
    (run / "1.jsonl").write_text("".join(done))
    folder = RoundFolder(tmp_path)
    folder.base()
    with folder.opened(round_("three", "1", "2", "4"), resume=True, adding=True):
        assert [(c.code, c.values["id"]) for c in folder.changes] == [("gone-row", "3"), ("new-row", "4")]
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == ["1.pdf", "2.pdf"]
    folder = RoundFolder(tmp_path)
    before = everything(tmp_path)
    with folder.opened(round_("one", "1"), resume=True, adding=True):
        folder.replace(FORMS, b"half of the end was written")
        folder.undo()
    assert sorted(everything(tmp_path)) == sorted(
        n for n in before if not n.startswith(WORK) and "2" not in n
    )
    assert opened(tmp_path, round_("one"), resume=True) is False


def test_what_is_added_to_is_the_round_as_it_was(tmp_path: Path) -> None:
    finished(tmp_path)
    opened(tmp_path, round_("two", "1", "2"), adding=True)
    finished(tmp_path, "other", ("1", "2"), additions=0)  # half of the end was written
    assert list(RoundFolder(tmp_path).issued()) == ["1"]
    finished(tmp_path, "two", ("1", "2"), additions=1)  # all of it, and killed before the traces were removed
    assert list(RoundFolder(tmp_path).issued()) == ["1", "2"]
    assert opened(tmp_path, round_("two", "1", "2"), resume=True) is False
    assert not (tmp_path / WORK).exists()
    assert opened(tmp_path, round_("three", "3"), adding=True)


def test_a_round_whose_work_was_half_removed_is_finished(tmp_path: Path) -> None:
    finished(tmp_path)
    (tmp_path / f"{WORK}-99").mkdir()
    (tmp_path / f"{WORK}-99" / "left").write_text("x")
    assert opened(tmp_path, round_("one"), resume=True) is False
    assert sorted(path.name for path in tmp_path.iterdir()) == [FORMS, "keys", MANIFEST, "papers"]


def test_records_that_were_changed_are_not_added_to(tmp_path: Path) -> None:
    finished(tmp_path)
    (tmp_path / FORMS).write_text('{"name": "other"}\n')
    with pytest.raises(OutputFault) as caught:
        RoundFolder(tmp_path).issued()
    assert caught.value.diagnostics[0].code == "round-damaged"
    assert opened(tmp_path, round_("one"), resume=True) is True  # but all of it can be made again


def test_a_folder_that_is_being_written(tmp_path: Path) -> None:
    with RoundFolder(tmp_path).opened(round_("one"), resume=False, adding=False):
        before = everything(tmp_path)
        for identity in (round_("one"), round_("two")):
            assert refused(tmp_path, identity, resume=True, adding=False) == "round-running"
            assert refused(tmp_path, identity, resume=False, adding=False) == "round-running"
        assert everything(tmp_path) == before


def test_nobody_mends_a_round_that_is_being_added_to(tmp_path: Path) -> None:
    finished(tmp_path)
    folder = RoundFolder(tmp_path)
    folder.base()
    with folder.opened(round_("two", "1", "2"), resume=False, adding=True):
        (tmp_path / "papers" / "1.pdf").unlink()
        before = everything(tmp_path)
        assert refused(tmp_path, round_("one"), resume=True, adding=False) == "round-running"
        assert everything(tmp_path) == before


def test_two_additions_at_once_do_not_lose_each_others_papers(tmp_path: Path) -> None:
    finished(tmp_path)
    slow = RoundFolder(tmp_path)
    assert list(slow.issued()) == ["1"]
    finished(tmp_path, "two", ("1", "2"), additions=1)  # by another run, begun and ended meanwhile
    before = everything(tmp_path)
    with pytest.raises(OutputFault) as caught, slow.opened(round_("three", "3"), resume=False, adding=True):
        pass
    assert caught.value.diagnostics[0].code == "round-running"
    assert everything(tmp_path) == before


def test_what_was_changed_is_said(tmp_path: Path) -> None:
    opened(tmp_path, round_("one", "1", "2"))
    with (
        pytest.raises(OutputFault) as caught,
        RoundFolder(tmp_path).opened(round_("two", "2", "3"), True, False),
    ):
        pass
    (fault,) = caught.value.diagnostics
    assert fault.code == "round-other"
    assert [(c.code, c.values["id"]) for c in fault.values["changes"]] == [
        ("gone-row", "1"),
        ("new-row", "3"),
    ]  # type: ignore[attr-defined]


def test_delivery(tmp_path: Path) -> None:
    waiting, target = tmp_path / "waiting", tmp_path / "paper.pdf"
    waiting.mkdir()
    deliver(target, b"whole", waiting, None)
    deliver(target, b"whole", waiting, None)  # another worker has done the same
    with pytest.raises(Occupied):
        deliver(target, b"other", waiting, None)
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(Occupied):
        deliver(tmp_path / "folder.pdf", b"whole", waiting, Room(tmp_path, tmp_path).make)
    assert not list(waiting.iterdir())


@pytest.mark.parametrize("errno", [EPERM, ENOTSUP, EXDEV])
def test_delivery_on_a_disk_without_links(
    errno: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting, target = tmp_path / "waiting", tmp_path / "paper.pdf"
    waiting.mkdir()
    looked: list[bool] = []

    def link(part: Path, path: Path) -> None:
        if looked and not path.exists():
            path.write_bytes(b"mine")  # somebody's, between one step and the next
        raise OSError(errno, os.strerror(errno))

    monkeypatch.setattr(os, "link", link)
    deliver(target, b"whole", waiting, None)
    deliver(target, b"whole", waiting, None)
    with pytest.raises(Occupied):
        deliver(target, b"other", waiting, None)
    assert target.read_bytes() == b"whole"
    target.write_bytes(b"")  # a name that was taken by a worker that was killed
    deliver(target, b"whole", waiting, None)
    assert target.read_bytes() == b"whole"
    looked.append(True)
    with pytest.raises(Occupied):
        deliver(tmp_path / "other.pdf", b"whole", waiting, None)
    assert (tmp_path / "other.pdf").read_bytes() == b"mine"
    assert not list(waiting.iterdir())


def test_a_round_that_was_added_to_is_not_made_again_from_one_list(tmp_path: Path) -> None:
    finished(tmp_path, "two", ("1", "2"), additions=1)
    (tmp_path / "papers" / "1.pdf").write_bytes(b"half")
    before = everything(tmp_path)
    assert refused(tmp_path, round_("two", "1", "2"), resume=True, adding=False) == "round-damaged"
    assert everything(tmp_path) == before
    (tmp_path / "papers" / "1.pdf").unlink()
    assert refused(tmp_path, round_("one", "1"), resume=True, adding=False) == "round-damaged"
    assert opened(tmp_path, round_("three", "3"), adding=True) is True  # it could wait for ever
    assert [loss.code for loss in RoundFolder(tmp_path).losses()] == ["round-damaged"]


def test_nobody_is_added_while_a_paper_can_still_be_made_again(tmp_path: Path) -> None:
    finished(tmp_path, "one", ("1", "2"))
    (tmp_path / "papers" / "1.pdf").unlink()
    before = everything(tmp_path)
    with pytest.raises(OutputFault) as caught:
        opened(tmp_path, round_("two", "1", "2", "3"), adding=True)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.values["files"]) == ("round-lost", "papers/1.pdf")
    assert everything(tmp_path) == before


def test_a_worker_that_does_not_see_the_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputFault) as caught, RoundFolder(tmp_path).opened(round_("one"), False, False):
        try:
            run(tmp_path / "elsewhere" / WORK, "0" * 64, ())
        except Unfit as unfit:
            raise pickle.loads(pickle.dumps(unfit)) from None  # as it comes from another machine
    (fault,) = caught.value.diagnostics
    assert fault.code == "round-halted"
    for language in ("zh", "en"):
        assert str(tmp_path / "elsewhere") in message(fault, language)
