from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[3]
PROGRAM = (sys.executable, "-m", "generator")

BANK = """\
bank: small
title: 小题库
language: zh-CN
questions:
"""
LAYOUT = """\
layout: small
title: 小试卷
banks: [bank.yaml]
sections:
  - {title: 简答题, draw: 3x4, from: {category: 简答}}
  - {title: 选择题, draw: 2x2, from: {category: 选择}}
"""


class Round(NamedTuple):
    """A folder with a bank, a layout and a list; and the program run in it."""

    folder: Path

    def start(
        self, *more: str, before: Callable[[], None] | None = None, first: str = ""
    ) -> subprocess.Popen[str]:
        """`before` is called in the new process, before the program; `first` is looked into for modules before all."""
        return subprocess.Popen(
            preexec_fn=before,
            args=[*PROGRAM, "batch", "layout.yaml", "--candidates", "list.csv", "--lang", "en", *more],
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (first, str(ROOT))))},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *more: str, status: int = 0, before: Callable[[], None] | None = None) -> tuple[str, str]:
        process = self.start(*more, before=before)
        out, err = process.communicate(timeout=120)
        assert process.returncode == status, err
        return out, err

    def files(self, out: str) -> dict[str, bytes]:
        base = self.folder / out
        return {str(p.relative_to(base).as_posix()): p.read_bytes() for p in base.rglob("*") if p.is_file()}

    def forms(self, out: str) -> list[dict[str, object]]:
        return [
            json.loads(line) for line in (self.folder / out / "forms.jsonl").read_text("utf-8").splitlines()
        ]


@pytest.fixture
def round_of(tmp_path: Path) -> Callable[..., Round]:
    """A round of so many candidates, two rooms, seats counted in each; `rows` instead when they are given."""

    def make(count: int = 8, rows: Sequence[Sequence[str]] | None = None, layout: str = LAYOUT) -> Round:
        questions = "".join(
            f"  - {{id: s.a{k}, category: 简答, stem: 第{k}个问题怎么办？, answer: [先看{k}, 再做{k}], analysis: 看{k}。}}\n"
            for k in range(8)
        ) + "".join(
            f"  - {{id: s.b{k}, type: single_choice, category: 选择, stem: 第{k}项选哪个？, "
            f"options: [甲{k}, 乙{k}, 丙{k}], answer: A}}\n"
            for k in range(6)
        )
        (tmp_path / "bank.yaml").write_text(BANK + questions, encoding="utf-8")
        (tmp_path / "layout.yaml").write_text(layout, encoding="utf-8")
        made = rows or [
            ["考号", "姓名", "岗位", "考场", "座位"],
            *(
                [f"{k:05}", f"考生{k}", "专员", str(101 + k % 2), str(k // 2 + 1)]
                for k in range(1, count + 1)
            ),
        ]
        with (tmp_path / "list.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(made)
        return Round(tmp_path)

    return make
