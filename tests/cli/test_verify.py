from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran


@pytest.fixture
def built(house: Path, exampaper: Callable[..., Ran]) -> Path:
    assert exampaper("build", "layout.yaml", "--variants", "A,B", "--out", "out").status == 0
    return house / "out"


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def test_a_whole_run(built: Path, exampaper: Callable[..., Ran]) -> None:
    ran = exampaper("verify", built)
    assert ran.status == 0
    assert "2 papers" in ran.out
    assert ran.err == ""
    zh = exampaper("verify", built, "--lang", "zh")
    assert "试卷 2 份" in zh.out


def test_a_damaged_run(built: Path, exampaper: Callable[..., Ran]) -> None:
    (built / "papers" / "small-A-试卷.pdf").unlink()
    ran = exampaper("verify", built)
    assert ran.status == 1
    assert "papers/small-A-试卷.pdf: error[verify-missing]" in ran.err
    told = exampaper("verify", built, "--json")
    result = json.loads(told.out)
    assert told.status == 1
    assert not result["ok"]
    assert [d["code"] for d in result["diagnostics"]] == ["verify-missing"]


def test_json_of_a_whole_run(built: Path, exampaper: Callable[..., Ran]) -> None:
    result = json.loads(exampaper("verify", built, "--json").out)
    assert result["ok"]
    assert (result["papers"], result["keys"], result["distinct"]) == (2, 2, 2)
    assert result["forms"] == [["A", 1], ["B", 1]]


def test_the_page_to_be_signed(built: Path, exampaper: Callable[..., Ran]) -> None:
    ran = exampaper("verify", built, "--report", "report.pdf")
    assert ran.status == 0
    said = _text(built.parent / "report.pdf")
    assert "核验报告" in said
    assert "否" not in said
    file = next((built / "keys").glob("*.docx"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert exampaper("verify", built, "--report", "report.pdf").status == 1
    said = _text(built.parent / "report.pdf")
    assert "否" in said
    assert file.name in said.replace("\r\n", "")


def test_a_report_that_cannot_be_written(built: Path, exampaper: Callable[..., Ran]) -> None:
    (built.parent / "folder.pdf").mkdir()
    for name in ("none/report.pdf", "folder.pdf"):
        ran = exampaper("verify", built, "--report", name)
        assert ran.status == 4
        assert name in ran.err.replace("\\", "/")
        assert "--report" in ran.err
        assert "--out" not in ran.err
    assert not list(built.parent.glob(".*.part"))


def test_a_report_would_be_a_file_too_many_in_the_folder(built: Path, exampaper: Callable[..., Ran]) -> None:
    ran = exampaper("verify", built, "--report", built / "papers" / ".." / "report.pdf")
    assert ran.status == 4
    assert "report-inside" in ran.err
    assert exampaper("verify", built).status == 0


def test_a_report_is_a_pdf(built: Path, exampaper: Callable[..., Ran]) -> None:
    ran = exampaper("verify", built, "--report", "report.docx")
    assert ran.status == 2
    assert ".pdf" in ran.err
    assert not (built.parent / "report.docx").exists()


def test_no_run(house: Path, exampaper: Callable[..., Ran]) -> None:
    for name, code in (("none", "verify-no-folder"), (".", "verify-no-run")):
        ran = exampaper("verify", house / name)
        assert ran.status == 1
        assert ran.err.count("error[") == 1
        assert code in ran.err
        assert "Nothing was verified" in ran.out


def test_the_gravest_fault_is_told_first(built: Path, exampaper: Callable[..., Ran]) -> None:
    (built / ".DS_Store").write_bytes(b"x")
    (built / "keys" / "small-A-答案.pdf").rename(built / "papers" / "small-A-答案.pdf")
    ran = exampaper("verify", built, "--lang", "zh", "--report", "report.pdf")
    assert "papers/ 里有一份答案" in ran.err.splitlines()[0]
    said = "".join(_text(built.parent / "report.pdf").split())
    assert "试卷中没有任何答案否" in said
    assert said.index("里有一份答案") < said.index("DS_Store")
