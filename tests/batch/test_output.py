"""The folder of a run: whole files or none, and nothing of anyone else's."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from generator.batch.output import FORMS, MANIFEST, OutputFolder
from generator.diagnostics import OutputFault

if TYPE_CHECKING:
    from pathlib import Path


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
        '{"command": "batch", "layout": "x"}',
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


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    (tmp_path / "papers" / "mine.txt").write_bytes(b"mine")
    folder = OutputFolder(tmp_path, "x")
    folder.claim(False)
    folder.write(run("b.pdf", "c.pdf"))
    assert listed(tmp_path) == [FORMS, MANIFEST, "papers/b.pdf", "papers/c.pdf", "papers/mine.txt"]


@pytest.mark.parametrize("failing", range(4))
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutputFolder(tmp_path, "x").write(run("a.pdf", "b.pdf"))
    before = {name: (tmp_path / name).read_bytes() for name in listed(tmp_path)}
    calls = iter(range(10))

    def fsync(descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutputFault):
        OutputFolder(tmp_path, "x").write([(name, b"new" + data) for name, data in run("a.pdf", "b.pdf")])
    assert {name: (tmp_path / name).read_bytes() for name in listed(tmp_path)} == before


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    left = tmp_path / "papers" / "x-试卷.pdf.4711.part"
    left.write_bytes(b"%PDF")
    kept = tmp_path / "papers" / "notes.part"
    folder = OutputFolder(tmp_path, "x")
    folder.claim(force=False)
    kept.write_bytes(b"mine")
    folder.write([("papers/x-试卷.pdf", b"whole")])
    assert not left.exists()
    assert kept.read_bytes() == b"mine"


def test_an_interrupted_run_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        OutputFolder(tmp_path / "new", "x").write(run("a.pdf"))
    assert list(tmp_path.iterdir()) == []
