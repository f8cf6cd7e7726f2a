"""The folder of a run: whole files or none, and nothing of anyone else's."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.batch.output import FORMS, MANIFEST, ROUND, WORK, OutputFolder
from generator.batch.swap import clear
from generator.diagnostics import OutputFault

if TYPE_CHECKING:
    from collections.abc import Iterator


def run(*papers: str, layout: str = "x") -> list[tuple[str, bytes]]:
    """The files of a run that wrote these papers."""
    line = json.dumps({"files": [{"path": f"papers/{name}"} for name in papers]})
    manifest = json.dumps({"command": "build", "layout": layout})
    return [
        *((f"papers/{name}", name.encode()) for name in papers),
        (FORMS, line.encode()),
        (MANIFEST, manifest.encode()),
    ]


def listed(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_missing_or_empty_folder_is_ours(tmp_path: Path) -> None:
    OutputFolder(tmp_path / "a" / "b", "x").claim(False)
    OutputFolder(tmp_path, "x").claim(False)
    assert listed(tmp_path) == []


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "",
        "[]",
        "{}",
        '{"command": "build"}',
        '{"command": "build", "layout": "y"}',
        "[" * 200_000,
    ],
)
def test_what_is_not_ours_is_refused(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    (tmp_path / FORMS).write_bytes(b'{"files": [{"path": "papers/a"}]}\n')
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    before = listed(tmp_path)
    folder = OutputFolder(tmp_path, "x")
    with pytest.raises(OutputFault) as fault:
        folder.claim(False)
    assert [d.code for d in fault.value.diagnostics] == ["output-not-ours"]
    folder.claim(True)
    assert listed(tmp_path) == before


@pytest.mark.parametrize("left", ["finished", "unfinished", "begun", "without its manifest"])
def test_no_build_goes_into_the_folder_of_a_round(tmp_path: Path, left: str) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / FORMS).write_bytes(b"")
    if left == "finished":
        (tmp_path / MANIFEST).write_text('{"command": "batch", "layout": "x"}', encoding="utf-8")
    elif left in ("unfinished", "begun"):
        (tmp_path / FORMS).unlink()
        if left == "begun":
            (tmp_path / "print").rmdir()
        (tmp_path / WORK).mkdir()
        (tmp_path / WORK / ROUND).write_bytes(b"{}")
    before = listed(tmp_path)
    for force in (False, True):
        with pytest.raises(OutputFault) as fault:
            OutputFolder(tmp_path, "x").claim(force)
        assert [d.code for d in fault.value.diagnostics] == ["output-of-round"]
    assert listed(tmp_path) == before


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    (tmp_path / "papers" / "mine.txt").write_bytes(b"mine")
    folder = OutputFolder(tmp_path, "x")
    folder.claim(False)
    folder.write(run("b.pdf", "c.pdf"))
    assert listed(tmp_path) == [FORMS, MANIFEST, "papers/b.pdf", "papers/c.pdf", "papers/mine.txt"]


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in listed(folder)}


def renamed(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [(name, b"new" + data) for name, data in files]


@pytest.mark.parametrize("failing", range(4))
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    before = contents(tmp_path)
    calls = iter(range(10))

    def fsync(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutputFault):
        OutputFolder(tmp_path, "x").write(renamed(run("a.pdf", "b.pdf")))
    assert contents(tmp_path) == before


# One file goes, and four come or are written anew: five moves, each of which may fail.
@pytest.mark.parametrize(
    "fault", [PermissionError(13, "in use"), KeyboardInterrupt()], ids=["denied", "stopped"]
)
@pytest.mark.parametrize("failing", range(5))
def test_a_move_that_fails_is_undone_with_all_before_it(
    tmp_path: Path, failing: int, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    before = contents(tmp_path)
    replace, calls = Path.replace, iter(range(100))

    def failing_replace(source: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise fault
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", failing_replace)
    with pytest.raises((OutputFault, KeyboardInterrupt)) as raised:
        OutputFolder(tmp_path, "x").write(renamed(run("b.pdf", "c.pdf")))
    if isinstance(raised.value, OutputFault):
        assert [d.code for d in raised.value.diagnostics] == ["output-failed"]
    assert contents(tmp_path) == before
    monkeypatch.undo()
    OutputFolder(tmp_path, "x").write(renamed(run("b.pdf", "c.pdf")))
    assert contents(tmp_path) == dict(renamed(run("b.pdf", "c.pdf")))


def test_what_cannot_be_put_back_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf"))
    before = contents(tmp_path)
    replace, calls = Path.replace, iter(range(100))

    def failing_replace(source: Path, target: Path) -> Path:
        if next(calls) >= 2:
            raise PermissionError(13, "in use")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", failing_replace)
    with pytest.raises(OutputFault) as fault:
        OutputFolder(tmp_path, "x").write(renamed(run("a.pdf")))
    assert [d.code for d in fault.value.diagnostics] == ["output-mixed"]
    assert set(before.values()) <= set(contents(tmp_path).values())


def test_a_folder_in_the_place_of_a_file_is_never_moved(tmp_path: Path) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "c.pdf"))
    (tmp_path / "papers" / "c.pdf").unlink()
    (tmp_path / "papers" / "c.pdf" / "mine").mkdir(parents=True)
    before = contents(tmp_path)
    with pytest.raises(OutputFault):
        OutputFolder(tmp_path, "x").write(renamed(run("a.pdf", "b.pdf", "c.pdf")))
    assert contents(tmp_path) == before
    OutputFolder(tmp_path, "x").write(run("a.pdf"))
    assert (tmp_path / "papers" / "c.pdf" / "mine").is_dir()


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(source: Path, *_: object) -> None:
        raise SystemExit  # and, as after a real kill, nothing is cleaned up

    monkeypatch.setattr(Path, "replace", killed)
    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(SystemExit):
        OutputFolder(tmp_path, "x").write(run("a.pdf"))
    monkeypatch.undo()
    assert len(listed(tmp_path)) == 3
    folder = OutputFolder(tmp_path, "x")
    folder.claim(force=False)
    folder.write(run("a.pdf"))
    assert contents(tmp_path) == dict(run("a.pdf"))


def test_nothing_of_anyone_elses_is_removed(tmp_path: Path) -> None:
    names = [
        "my/stuff/data.json.12.part",
        "a.pdf.1.part",
        "papers/notes.docx.3.part",
        "papers/sub/b.pdf.4.old",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"mine")
    folder = OutputFolder(tmp_path, "x")
    with pytest.raises(OutputFault):
        folder.claim(force=False)
    folder.claim(force=True)
    folder.write(run("b.pdf"))
    folder.write(run("a.pdf"))
    assert listed(tmp_path) == sorted([FORMS, MANIFEST, "papers/a.pdf", *names])


def test_claiming_a_folder_does_not_walk_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photos" / "2024").mkdir(parents=True)
    walked: list[Path] = []
    iterdir = Path.iterdir

    def noted(folder: Path) -> Iterator[Path]:
        walked.append(folder)
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", noted)
    monkeypatch.delattr(Path, "rglob")
    with pytest.raises(OutputFault):
        OutputFolder(tmp_path, "x").claim(False)
    assert walked == [tmp_path]


def test_an_interrupted_run_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        OutputFolder(tmp_path / "new", "x").write(run("a.pdf"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", range(5))
def test_a_run_that_is_killed_leaves_each_old_file_or_the_new_one(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    before = contents(tmp_path)
    after = dict(renamed(run("b.pdf", "c.pdf")))
    replace, calls = Path.replace, iter(range(100))

    def killed(source: Path, *arguments: Path) -> Path | None:
        if arguments and next(calls) < step:
            return replace(source, *arguments)
        raise SystemExit  # and, as after a real kill, nothing is cleaned up

    monkeypatch.setattr(Path, "replace", killed)
    monkeypatch.setattr(Path, "unlink", killed)
    monkeypatch.setattr(Path, "rmdir", killed)
    with pytest.raises(SystemExit):
        OutputFolder(tmp_path, "x").write(list(after.items()))
    monkeypatch.undo()
    left = contents(tmp_path)
    for name in before.keys() & after.keys():
        assert left[name] in (before[name], after[name])
    clear(tmp_path / WORK)  # what another command does that writes here
    whole = contents(tmp_path)
    assert not (tmp_path / WORK).exists()
    assert whole["papers/a.pdf"] == before["papers/a.pdf"]  # what had been taken away is there again
    assert all(whole[name] in (before.get(name), after.get(name)) for name in whole)


def test_where_a_disk_has_no_second_names_a_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf"))
    before = contents(tmp_path)

    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    replace = Path.replace

    def last_fails(source: Path, target: Path) -> Path:
        if target.name == MANIFEST and source.parent.name == "new":
            raise PermissionError(13, "in use")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", last_fails)
    with pytest.raises(OutputFault):
        OutputFolder(tmp_path, "x").write(renamed(run("a.pdf")))
    assert contents(tmp_path) == before


def test_what_is_in_the_work_folder_of_others_stays(tmp_path: Path) -> None:
    (tmp_path / WORK / "done").mkdir(parents=True)
    with pytest.raises(OSError):
        clear(tmp_path / WORK)
    assert (tmp_path / WORK / "done").is_dir()
