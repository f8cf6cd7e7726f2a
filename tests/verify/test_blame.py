"""Who is accused: the file that is wrong, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli.promises import results
from generator.diagnostics import Report
from generator.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verify.forger import Forger

NO, YES, UNSURE = "no", "yes", "unsure"


def _answers(forger: Forger) -> dict[str, str]:
    report = Report()
    return results(verify(forger.folder, report), report)


def _replace(forger: Forger, path: Path, other: Path, mended: bool = False) -> None:
    path.write_bytes(other.read_bytes())
    if mended:
        forger.mend()


def _accused(forger: Forger) -> set[str]:
    return {name for _, name in forger.told()}


@pytest.mark.parametrize(("name", "other"), [("1001", "1002"), ("1003", "1001")])
def test_a_paper_replaced_by_a_neighbour_s(forger: Forger, name: str, other: str) -> None:
    wrong = forger.path(name, "paper", "pdf")
    _replace(forger, wrong, forger.path(other, "paper", "pdf"))
    bound = next(path for path in sorted((forger.folder / "print").glob("*试卷.pdf"), reverse=name > "1002"))
    assert forger.told() == [("verify-another", wrong.name), ("verify-bound-unread", bound.name)]
    assert _answers(forger) == {"present": NO, "matches": NO, "clean": YES, "named": NO, "printed": NO}


@pytest.mark.parametrize(("name", "other"), [("1001", "1002"), ("1003", "1001")])
def test_the_same_where_the_record_was_mended(forger: Forger, name: str, other: str) -> None:
    for format_ in ("docx", "pdf"):
        _replace(forger, forger.path(name, "paper", format_), forger.path(other, "paper", format_))
    forger.mend()
    assert {found for found in _accused(forger) if "print" not in found} <= {
        *(forger.path(name, "paper", format_).name for format_ in ("docx", "pdf")),
        *(path.name for path in (forger.folder / "print").iterdir()),
    }
    assert "verify-leak" not in forger.found()


@pytest.mark.parametrize("mended", [False, True])
def test_a_wrong_key_accuses_the_key(forger: Forger, mended: bool) -> None:
    wrong = forger.path("1003", "key", "docx")
    _replace(forger, wrong, forger.path("1001", "key", "docx"), mended)
    assert forger.told() == [("verify-formats-differ" if mended else "verify-another", wrong.name)]
    assert _answers(forger) == {
        "present": YES if mended else NO, "matches": NO, "clean": YES, "named": YES, "printed": YES,
    }  # fmt: skip


def test_a_key_that_was_changed_accuses_the_key(forger: Forger) -> None:
    """Though there is no other file of it to tell."""
    rows = forger.rows()
    for row in rows:  # as of a round whose keys are DOCX alone
        for file in [f for f in row["files"] if (f["role"], f["format"]) == ("key", "pdf")]:
            (forger.folder / file["path"]).unlink()
            row["files"].remove(file)
    forger.write_rows(rows)
    forger.write_manifest(formats={"paper": ["docx", "pdf"], "key": ["docx"]})
    before = set(forger.told())
    wrong = forger.path("1001", "key", "docx")
    forger.edit_part(wrong, "word/document.xml", lambda xml: xml.replace("先做什么", "后做什么"))
    told = set(forger.told()) - before
    assert {name for _, name in told} == {wrong.name}
    assert "verify-key-differs" in {code for code, _ in told}
    assert _answers(forger)["clean"] == UNSURE


def test_an_edited_stem_is_no_leak(forger: Forger) -> None:
    wrong = forger.path("1001", "paper", "docx")
    forger.edit_part(wrong, "word/document.xml", lambda xml: xml.replace("先做什么", "后做什么"))
    for mended in (False, True):
        if mended:
            forger.mend()
        assert _accused(forger) == {wrong.name}
        assert {"verify-key-differs", "verify-formats-differ"} <= forger.found()
        assert "verify-leak" not in forger.found()
        assert _answers(forger)["clean"] == UNSURE


def test_a_key_in_place_of_a_paper_or_print_file(forger: Forger) -> None:
    key = forger.path("1001", "key", "pdf")
    paper = forger.path("1001", "paper", "pdf")
    before = paper.read_bytes()
    _replace(forger, paper, key)
    assert ("verify-key-astray", paper.name) in forger.told()
    assert _accused(forger) <= {paper.name, *(path.name for path in (forger.folder / "print").iterdir())}
    paper.write_bytes(before)
    bound = min(path for path in (forger.folder / "print").glob("*试卷.pdf"))
    before = bound.read_bytes()
    _replace(forger, bound, key)
    assert forger.told() == [("verify-key-astray", bound.name)]
    assert _answers(forger)["clean"] == NO
    forger.mend()
    assert "verify-leak" in forger.found()
    assert not {"verify-sheet-alone", "verify-sheet-twice"} & forger.found()


def test_a_line_that_calls_questions_by_other_ids_accuses_the_record(forger: Forger) -> None:
    rows = forger.rows()
    listed = rows[0]["sections"][0]["questions"]
    listed[0], listed[1] = listed[1], listed[0]
    forger.write_rows(rows)
    assert {code for code, _ in forger.told()} == {"verify-other-question"}
    assert all(name.startswith("forms.jsonl:1") for _, name in forger.told())
