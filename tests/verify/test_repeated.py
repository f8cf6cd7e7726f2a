"""Tables that go on on another page: a PDF repeats their heads, a DOCX says that Word shall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.properties.banks import write
from tests.verify.damage_contents import contents, repaint
from tests.verify.forger import Forger

if TYPE_CHECKING:
    from pathlib import Path

_ROWS = "\n".join(f"| 第{n}季 | 销售{n * 7}台 | 退货{n * 3}台 |" for n in range(1, 50))
QUESTIONS: list[dict[str, object]] = [
    {
        "id": "t.1",
        "category": "论述",
        "stem": f"下表说明了什么？\n\n| 季度 | 销售情况 | 退货情况 |\n|---|---|---|\n{_ROWS}",
        "answer": "销售逐季上升，退货也随之上升。",
        "analysis": "看候选人能否同时读出两列的走势。",
    }
]
SECTIONS = [{"title": "论述题", "draw": "1x8", "from": {"category": "论述"}}]


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("bank"), QUESTIONS, SECTIONS)


def _built(layout: Path, out: Path, formats: str) -> Forger:
    assert run(["build", str(layout), "--format", formats, "--out", str(out), "--lang", "en"]) == 0
    return Forger(out)


@pytest.mark.parametrize("formats", ["docx,pdf", "pdf"])
def test_a_long_table_is_as_it_should_be(layout: Path, tmp_path: Path, formats: str) -> None:
    made = _built(layout, tmp_path / "o", formats)
    assert any(row["files"][0]["pages"] > 1 for row in made.rows())
    assert made.found() == set()


def test_an_attendance_sheet_of_two_pages_is_as_it_should_be(layout: Path, tmp_path: Path) -> None:
    rows = "".join(f"{n},考生{n},101,{n}\n" for n in range(1, 46))
    (tmp_path / "list.csv").write_text(f"考号,姓名,考场,座位\n{rows}", "utf-8")
    made = ["--candidates", str(tmp_path / "list.csv"), "--format", "pdf", "--jobs", "1", "--lang", "en"]
    assert run(["batch", str(layout), *made, "--out", str(tmp_path / "o")]) == 0
    assert Forger(tmp_path / "o").found() == set()


@pytest.mark.parametrize(("role", "code"), [("paper", "verify-repeated"), ("key", "verify-formats-differ")])
def test_nothing_else_can_be_marked_as_repeated(layout: Path, tmp_path: Path, role: str, code: str) -> None:
    """A letter beside the right option would tell the answer, and stands in the paper already."""
    made = _built(layout, tmp_path / "o", "docx,pdf")
    name = made.rows()[0]["name"]

    def change(bodies: list[bytes]) -> None:
        place, content = next((p, c) for p, c in contents(bodies) if b"/Artifact BMC" in c)
        spot = list(re.finditer(rb"\S+ \S+ Td (/F\d[^\n]*TJ\n)", content[content.index(b"EMC") :]))[4]
        at = content.index(b"EMC") + spot.end()
        again = b"/Artifact BMC\n200 0 Td " + spot[1] + b"-200 0 Td\nEMC\n"
        repaint(bodies, place, content[:at] + again + content[at:])

    made.edit_objects(made.path(name, role, "pdf"), change)
    made.mend()
    assert code in made.found()


def test_a_head_that_is_not_marked_is_text(layout: Path, tmp_path: Path) -> None:
    made = _built(layout, tmp_path / "o", "docx,pdf")

    def change(bodies: list[bytes]) -> None:
        place, content = next((p, c) for p, c in contents(bodies) if b"/Artifact BMC" in c)
        repaint(bodies, place, content.replace(b"/Artifact BMC\n", b"").replace(b"EMC\n", b""))

    made.edit_objects(made.path(made.rows()[0]["name"], "paper", "pdf"), change)
    made.mend()
    assert "verify-formats-differ" in made.found()
