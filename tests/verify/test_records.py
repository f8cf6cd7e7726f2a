"""Damage to files as such, and to what a run says of itself."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.verify.forger import Forger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Rows = list[dict[str, Any]]


def test_a_finished_round_is_whole(forger: Forger) -> None:
    assert forger.found() == set()


@pytest.mark.parametrize("role", ["paper", "key"])
@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_files_changed_lost_or_renamed(forms: Forger, role: str, format_: str) -> None:
    file = forms.path("made-A", role, format_)
    data = file.read_bytes()
    at = len(data) // 2
    file.write_bytes(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :])
    assert "verify-digest" in forms.found()
    file.write_bytes(data[: len(data) // 2])
    assert "verify-bytes" in forms.found()
    file.unlink()
    assert forms.found() == {"verify-missing"}
    file.with_name(f"x{file.name}").write_bytes(data)
    assert forms.found() == {"verify-missing", "verify-extra"}


@pytest.mark.parametrize(
    "path", ["papers/.DS_Store", "papers/1002 (1).pdf", "notes.txt", "keys/a/b.pdf", "print/x.pdf"]
)
def test_a_file_too_many(forms: Forger, path: str) -> None:
    file = forms.folder / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"")
    assert "verify-extra" in forms.found()


@pytest.mark.parametrize("folder", ["papers", "print", "papers/old"])
@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_a_key_among_papers(forms: Forger, folder: str, format_: str) -> None:
    key = forms.path("made-A", "key", format_)
    target = forms.folder / folder / f"x.{format_}"
    target.parent.mkdir(exist_ok=True)
    shutil.copy(key, target)
    assert "verify-key-astray" in forms.found()
    if format_ == "pdf":
        forms.edit_pdf(target, lambda pdf: None)  # saved by another program: other bytes
    else:
        forms.edit_part(target, "docProps/core.xml", lambda xml: f"{xml} ")
    assert "verify-key-astray" in forms.found()
    shutil.copy(forms.path("made-A", "paper", format_ if format_ == "pdf" else "pdf"), target)
    assert "verify-key-astray" not in forms.found()


def test_a_text_of_a_key_among_papers(forms: Forger) -> None:
    (forms.folder / "papers" / "x.txt").write_text("看候选人能否先听后说，再谈甲的规矩。", "gb18030")
    assert "verify-key-astray" in forms.found()


def test_another_copy_of_a_paper_is_no_key(layout: Path, tmp_path: Path) -> None:
    """Though keys are PDF alone, in which nothing tells a question from its answer."""
    assert run(["build", str(layout), "--format", "pdf", "--out", str(tmp_path / "o"), "--lang", "en"]) == 0
    forms = Forger(tmp_path / "o")
    name = forms.rows()[0]["name"]
    shutil.copy(forms.path(name, "paper", "pdf"), forms.folder / "papers" / "x.pdf")
    assert forms.found() == {"verify-extra"}
    forms.edit_pdf(forms.folder / "papers" / "x.pdf", lambda pdf: None)
    assert forms.found() == {"verify-extra"}


def test_a_folder_too_many_and_a_link(forms: Forger) -> None:
    (forms.folder / "papers" / "old").mkdir()
    assert forms.found() == {"verify-extra-folder"}
    (forms.folder / "papers" / "old").rmdir()
    file = forms.path("made-A", "paper", "pdf")
    try:
        shutil.move(file, forms.folder.parent / "elsewhere.pdf")
        file.symlink_to(forms.folder.parent / "elsewhere.pdf")
    except OSError:
        pytest.skip("no links here")
    assert {"verify-extra", "verify-missing"} <= forms.found()


def test_an_unfinished_run(forms: Forger) -> None:
    (forms.folder / ".exampaper-unfinished" / "done").mkdir(parents=True)
    (forms.folder / ".exampaper-unfinished" / "done" / "x").write_bytes(b"")
    assert forms.found() == {"verify-unfinished"}
    for name in ("manifest.json", "forms.jsonl"):
        (forms.folder / name).unlink()
    assert forms.found() == {"verify-unfinished"}


def test_candidates_without_a_paper(forms: Forger) -> None:
    forms.write_manifest(missing=["1001", "1002"])
    assert forms.found() == {"verify-without-paper"}


def test_no_run_at_all(tmp_path: Path, forms: Forger) -> None:
    forms.folder = tmp_path / "none"
    assert forms.found() == {"verify-no-folder"}
    forms.folder.mkdir()
    (forms.folder / "notes.txt").write_bytes(b"x")
    (forms.folder / "papers").mkdir()
    assert forms.found() == {"verify-no-run"}


@pytest.mark.parametrize("name", ["manifest.json", "forms.jsonl"])
@pytest.mark.parametrize("content", [b"", b"[]", b"{}\n", b"\xff\xfe", b"[" * 200_000])
def test_broken_records(forms: Forger, name: str, content: bytes) -> None:
    (forms.folder / name).write_bytes(content)
    assert "verify-record" in forms.found()


def test_lost_records(forms: Forger) -> None:
    before = (forms.folder / "manifest.json").read_bytes()
    (forms.folder / "manifest.json").unlink()
    assert forms.found() == {"verify-no-manifest"}
    data = (forms.folder / "forms.jsonl").read_bytes()
    (forms.folder / "forms.jsonl").unlink()
    assert forms.found() == {"verify-no-run"}
    (forms.folder / "manifest.json").write_bytes(before)
    assert "verify-no-forms" in forms.found()
    assert "verify-extra" not in forms.found()
    (forms.folder / "forms.jsonl").write_bytes(data)
    assert forms.found() == set()


def test_a_round_whose_manifest_is_lost(forger: Forger) -> None:
    (forger.folder / "manifest.json").unlink()
    assert forger.told() == [("verify-no-manifest", "manifest.json")]


def test_a_manifest_that_forgot_its_files_accuses_no_paper(forger: Forger) -> None:
    path = forger.folder / "manifest.json"
    content = json.loads(path.read_bytes())
    del content["files"]
    path.write_text(json.dumps(content), "utf-8")
    assert forger.told() == [("verify-record", "manifest.json")]


def _drop(rows: Rows) -> None:
    del rows[1]


def _twice(rows: Rows) -> None:
    rows.insert(1, rows[1])


def _swap(rows: Rows) -> None:
    rows[0], rows[1] = rows[1], rows[0]


def _marks(rows: Rows) -> None:
    rows[0]["sections"][0]["marks"] = 3
    rows[0]["total"] = 25


def _total(rows: Rows) -> None:
    rows[0]["total"] = 33


def _title(rows: Rows) -> None:
    rows[0]["sections"][1]["title"] = "综合题"


def _questions(rows: Rows) -> None:
    listed = rows[0]["sections"][1]["questions"]
    listed[0], listed[1] = listed[1], listed[0]


def _one_less(rows: Rows) -> None:
    section = rows[0]["sections"][1]
    section["questions"].pop()
    section["count"], rows[0]["total"] = 1, 14


def _name(rows: Rows) -> None:
    rows[0]["candidate"]["name"] = "赵一名"


def _number(rows: Rows) -> None:
    rows[0]["candidate"]["id"] = "1009"


def _seat(rows: Rows) -> None:
    rows[0]["candidate"]["seat"] = "29"


def _pages(rows: Rows) -> None:
    rows[0]["files"][1]["pages"] += 1


def _key_of_another(rows: Rows) -> None:
    keys = [[f for f in row["files"] if f["role"] == "key"] for row in rows[:2]]
    for row, key in zip(rows, reversed(keys), strict=False):
        row["files"] = [f for f in row["files"] if f["role"] == "paper"] + key


def _out_of_the_folder(rows: Rows) -> None:
    rows[0]["files"][0]["path"] = "papers/../../x.docx"


def _key_among_papers(rows: Rows) -> None:
    rows[0]["files"][0]["path"] = rows[0]["files"][2]["path"]


def _no_paper(rows: Rows) -> None:
    rows[0]["files"] = [f for f in rows[0]["files"] if f["role"] == "key"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_drop, "verify-extra"),
        (_drop, "verify-declared"),
        (_twice, "verify-name-twice"),
        (_swap, "verify-order"),
        (_marks, "verify-heading"),
        (_marks, "verify-marks"),
        (_total, "verify-total"),
        (_title, "verify-heading"),
        (_one_less, "verify-questions"),
        (_pages, "verify-pages"),
        (_key_of_another, "verify-key-differs"),
        (_out_of_the_folder, "verify-record"),
        (_key_among_papers, "verify-record"),
        (_no_paper, "verify-record"),
    ],
)
def test_forms_edited(forms: Forger, change: Callable[[Rows], None], code: str) -> None:
    _edited(forms, change, code)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_questions, "verify-other-question"),
        (_name, "verify-candidate"),
        (_number, "verify-candidate"),
        (_seat, "verify-candidate"),
    ],
)
def test_a_round_edited(forger: Forger, change: Callable[[Rows], None], code: str) -> None:
    _edited(forger, change, code)


def test_forms_edited_and_not_mended(forms: Forger) -> None:
    rows = forms.rows()
    _total(rows)
    forms.write_rows(rows, mended=False)
    assert "verify-forms-digest" in forms.found()


def _edited(forger: Forger, change: Callable[[Rows], None], code: str) -> None:
    rows = forger.rows()
    change(rows)
    forger.write_rows(rows)
    found = forger.found()
    assert code in found
    assert "verify-forms-digest" not in found


@pytest.mark.parametrize("name", ["papers", "keys", "forms"])
def test_counts_edited(forms: Forger, name: str) -> None:
    forms.write_manifest(counts=forms.manifest()["counts"] | {name: 7})
    assert forms.found() == {"verify-declared"}


def test_every_field_of_the_manifest_is_guarded(forms: Forger) -> None:
    text = (forms.folder / "manifest.json").read_text("utf-8")
    for name, value in forms.manifest().items():
        content = forms.manifest() | {name: [value]}
        (forms.folder / "manifest.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        assert {"verify-manifest-digest", "verify-record"} & forms.found(), name
    (forms.folder / "manifest.json").write_text(text.rstrip("\n"), "utf-8")
    assert forms.found() == {"verify-manifest-digest"}


@pytest.mark.parametrize(
    "change",
    [
        {"command": "build"},
        {"layouts": []},
        {"layouts": ["other"]},
        {"forms": "2"},
        {"variants": [["A"]]},
        {"seeds": []},
        {"styles": ["classic", "classic"]},
        {"formats": {"paper": ["pdf"], "key": ["docx", "pdf"]}},
        {"counts": {"candidates": 4, "spares": 0, "papers": 8}},
        {"absent": {"1009": {}}},
    ],
    ids=str,
)
def test_a_manifest_that_its_lines_belie(forger: Forger, change: dict[str, object]) -> None:
    forger.write_manifest(**change)
    assert forger.found() == {"verify-declared"}


def test_who_is_said_to_be_missing_and_is_not(forger: Forger) -> None:
    forger.write_manifest(missing=["1001"], absent={"1001": {}})
    assert {"verify-not-missing", "verify-without-paper"} <= forger.found()


@pytest.mark.parametrize("seat", ["1", "01", "１"])
def test_two_in_one_seat(forger: Forger, seat: str) -> None:
    rows = forger.rows()
    rows[1]["candidate"]["seat"] = seat
    forger.write_rows(rows)
    assert "verify-seat-twice" in forger.found()


def test_two_layouts_of_one_name(forger: Forger) -> None:
    rows = forger.rows()
    rows[1]["sections"][0]["title"] = "择题"
    forger.write_rows(rows)
    assert "verify-sections" in forger.found()


def test_a_shared_key_listed_in_two_ways(forger: Forger) -> None:
    rows = forger.rows()
    rows[1]["files"] = [*rows[1]["files"], rows[0]["files"][-1] | {"pages": 99}]
    forger.write_rows(rows)
    assert "verify-record" in forger.found()


def test_an_answer_is_known_from_the_pdf_where_the_docx_is_that_of_another(forger: Forger) -> None:
    keys = sorted((forger.folder / "keys").glob("*.docx"))
    texts = {key: _points(key) for key in keys}
    own, said = next((k, p) for k in keys for p in texts[k] if sum(p in t for t in texts.values()) == 1)
    shutil.copy(next(key for key in keys if key != own), own)
    (forger.folder / "papers" / "notes.txt").write_text(said, "utf-8")
    assert ("verify-key-astray", "notes.txt") in forger.told()


def _points(key: Path) -> list[str]:
    """First points of essays, as they stand in a key."""
    with zipfile.ZipFile(key) as parts:
        return re.findall("先私下问清.迟到的缘由", parts.read("word/document.xml").decode())
