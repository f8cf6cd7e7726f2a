"""Banks loaded together, and what has to hold over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bank import load
from generator.diagnostics import Report
from tests.reading import faults

if TYPE_CHECKING:
    from pathlib import Path


def bank(folder: Path, name: str, *questions: str, identifier: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    lines = [
        f"bank: {identifier or file.stem}",
        "questions:",
        *(f"  - {{{q}, stem: 甲, answer: 乙}}" for q in questions),
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def loaded(*paths: Path) -> tuple[list[str], list[str]]:
    """Ids of banks, and faults as `file:line:column code`."""
    report = Report()
    banks = load([(path, path.name) for path in paths], report)
    faults(report)
    return [b.id for b in banks], [f"{d.location} {d.code}" for d in report.diagnostics]


def test_a_folder_means_all_banks_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "banks"
    bank(folder, "b.yaml", "id: q2")
    bank(folder, "a.yml", "id: q1")
    (folder / "notes.txt").write_text("not a bank", encoding="utf-8")
    (folder / "more.yaml").mkdir()
    assert loaded(folder) == (["a", "b"], [])
    assert loaded(folder, folder / "b.yaml", folder / ".." / "banks" / "a.yml") == (["a", "b"], [])


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert loaded(tmp_path / "empty", tmp_path / "none.yaml") == (
        [],
        ["empty empty-folder", "none.yaml file-missing"],
    )
    long = "很长" * 300
    assert loaded(tmp_path / f"{long}.yaml")[1][0].endswith(" file-unreadable")


def test_ids_are_unique_over_all_banks(tmp_path: Path) -> None:
    first = bank(tmp_path, "a.yaml", "id: q1", "id: q2")
    second = bank(tmp_path, "b.yaml", "id: q2", identifier="a")
    assert loaded(first, second) == (["a", "a"], ["b.yaml:1:1 same-bank", "b.yaml:3:5 same-id"])


def test_enemies(tmp_path: Path) -> None:
    first = bank(tmp_path, "a.yaml", "id: q1, enemies: [q2, q1]", "id: q2, enemies: [x.y]")
    second = bank(tmp_path, "b.yaml", "id: x.y, enemies: [q1]")
    assert loaded(first, second)[1] == ["a.yaml:3:5 own-enemy"]
    assert loaded(first)[1] == ["a.yaml:3:5 own-enemy", "a.yaml:4:5 unknown-enemy"]
