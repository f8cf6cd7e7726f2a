"""Who gets no paper leaves nothing behind, and rounds of layouts that look alike are told apart."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.batch.round.folder.deliver import deliver
from tests.batch.round.conftest import PROGRAM, ROOT, Round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _verified(made: Round, out: str) -> str:
    ran = subprocess.run(
        [*PROGRAM, "verify", out, "--lang", "en"],
        cwd=made.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout + ran.stderr


@pytest.mark.parametrize("mode", ["1", "2", "session", "each"])
def test_who_is_refused_leaves_no_file(mode: str, round_of: Callable[..., Round]) -> None:
    rows = [
        ["考号", "姓名", "场次", "考场", "座位"],
        ["1", "张伟", "上午", "101", "1"],
        ["2", "李芳", "上午", "101", "2"],
        ["3", "བཀྲ", "下午", "101", "1"],
    ]
    made = round_of(rows=rows)
    made.run("--out", "o", "--forms", mode, status=3)
    listed = {str(file["path"]) for form in made.forms("o") for file in form["files"]}
    found = {
        name for name in made.files("o") if name.startswith(("papers/", "keys/")) and "print" not in name
    }
    assert found == listed
    assert "verify-extra" not in _verified(made, "o")


@pytest.mark.parametrize("mode", ["1", "2", "session"])
def test_layouts_that_look_alike_are_no_forms_of_one_another(
    mode: str, round_of: Callable[..., Round]
) -> None:
    rows = [["考号", "姓名", "岗位", "场次", "考场", "座位"]]
    rows += [[str(k), f"考生{k}", "甲" if k % 2 else "乙", "上午", "101", str(k)] for k in range(1, 7)]
    made = round_of(rows=rows)
    one = (made.folder / "layout.yaml").read_text("utf-8")
    (made.folder / "layout.yaml").write_text(one + "posts: [甲]\n", "utf-8")
    other = one.replace("layout: small", "layout: other") + "posts: [乙]\nseed: 7\n"
    (made.folder / "other.yaml").write_text(other, "utf-8")
    made.run("other.yaml", "--out", "o", "--forms", mode)
    assert "error" not in _verified(made, "o")


def test_an_empty_file_that_only_holds_the_name_is_taken_over(tmp_path: Path) -> None:
    """On a disk without links a worker takes a name by an empty file; another may be making the same paper."""
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    (tmp_path / "paper.pdf").touch()
    deliver(tmp_path / "paper.pdf", b"whole", waiting, None)
    assert (tmp_path / "paper.pdf").read_bytes() == b"whole"
    assert not any(waiting.iterdir())
