"""Who may write into a round's folder, and what a kill at any step of the end leaves to go on with."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from generator.batch.output import FORMS, MANIFEST, WORK
from generator.batch.round.deliver import Occupied, deliver
from generator.batch.round.folder import RoundFolder
from generator.diagnostics import OutputFault

if TYPE_CHECKING:
    from pathlib import Path


def finished(path: Path, fingerprint: str = "one", names: tuple[str, ...] = ("1",)) -> None:
    path.mkdir(exist_ok=True)
    listing = b"".join(json.dumps({"name": name}).encode() + b"\n" for name in names)
    (path / FORMS).write_bytes(listing)
    manifest = {
        "command": "batch", "round": fingerprint, "forms_sha256": hashlib.sha256(listing).hexdigest(),
    }  # fmt: skip
    (path / MANIFEST).write_text(json.dumps(manifest))


def refused(folder: RoundFolder, resume: bool, adding: bool) -> str:
    with pytest.raises(OutputFault) as caught, folder.opened(resume, adding):
        pass
    return caught.value.diagnostics[0].code


def test_an_addition_goes_on_as_an_addition(tmp_path: Path) -> None:
    finished(tmp_path)
    with RoundFolder(tmp_path, "two").opened(resume=False, adding=True):
        pass  # and killed
    assert refused(RoundFolder(tmp_path, "two"), resume=True, adding=False) == "round-other"
    assert refused(RoundFolder(tmp_path, "two"), resume=False, adding=True) == "round-unfinished"
    assert refused(RoundFolder(tmp_path, "three"), resume=True, adding=True) == "round-other"
    with RoundFolder(tmp_path, "two").opened(resume=True, adding=True):
        pass


def test_what_is_added_to_is_the_round_as_it_was(tmp_path: Path) -> None:
    finished(tmp_path)
    with RoundFolder(tmp_path, "two").opened(resume=False, adding=True):
        pass
    finished(tmp_path, "two", ("1", "2"))  # killed when all but the end was written
    folder = RoundFolder(tmp_path, "two")
    assert list(folder.issued()) == ["1"]
    manifest = folder.manifest()
    assert manifest is not None
    assert manifest["round"] == "one"
    assert folder.is_finished
    folder.close()
    assert list(folder.issued()) == ["1", "2"]
    assert not (tmp_path / WORK).exists()


def test_a_round_whose_work_was_half_removed_is_finished(tmp_path: Path) -> None:
    finished(tmp_path)
    (tmp_path / f"{WORK}-99").mkdir()
    (tmp_path / f"{WORK}-99" / "left").write_text("x")
    folder = RoundFolder(tmp_path, "one")
    assert folder.is_finished
    folder.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [FORMS, MANIFEST]


def test_records_that_were_changed_are_not_added_to(tmp_path: Path) -> None:
    finished(tmp_path)
    (tmp_path / FORMS).write_text('{"name": "other"}\n')
    with pytest.raises(OutputFault) as caught:
        RoundFolder(tmp_path, "two").issued()
    assert caught.value.diagnostics[0].code == "round-damaged"


def test_a_folder_that_is_being_written(tmp_path: Path) -> None:
    with RoundFolder(tmp_path, "one").opened(resume=False, adding=False):
        assert refused(RoundFolder(tmp_path, "one"), resume=True, adding=False) == "round-running"
        assert refused(RoundFolder(tmp_path, "one"), resume=False, adding=False) == "round-running"
        assert refused(RoundFolder(tmp_path, "two"), resume=False, adding=False) == "round-running"


def test_delivery(tmp_path: Path) -> None:
    waiting, target = tmp_path / "waiting", tmp_path / "paper.pdf"
    waiting.mkdir()
    deliver(target, b"whole", waiting, None)
    deliver(target, b"whole", waiting, None)  # another worker has done the same
    with pytest.raises(Occupied):
        deliver(target, b"other", waiting, None)
    target.write_bytes(b"who")  # what a power cut left
    deliver(target, b"whole", waiting, waiting)
    assert target.read_bytes() == b"whole"
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(Occupied):
        deliver(tmp_path / "folder.pdf", b"whole", waiting, waiting)
    assert [path.suffix for path in waiting.iterdir()] == [".old"]


def test_a_round_that_was_added_to_is_not_made_again_from_one_list(tmp_path: Path) -> None:
    finished(tmp_path, "two", ("1", "2"))
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps({**manifest, "additions": 1}))
    before = (tmp_path / MANIFEST).read_bytes()
    with pytest.raises(OutputFault) as caught:
        RoundFolder(tmp_path, "two").reopen()
    assert caught.value.diagnostics[0].code == "round-damaged"
    assert (tmp_path / MANIFEST).read_bytes() == before
    assert not (tmp_path / WORK).exists()
