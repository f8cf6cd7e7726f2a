"""A finished round to damage: four candidates in two rooms, each with a draw of their own, in both formats."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.building import Pair, documents
from tests.properties.banks import write
from tests.verify.forger import Forger

if TYPE_CHECKING:
    from pathlib import Path

CHOICES = 3
CANDIDATES = """\
准考证号,姓名,应聘岗位,考场,座位
1001,赵一𬘭,客服主管,101,1
1002,钱二宝,客服主管,101,2
1003,孙三元,客服主管,102,1
110101199003071233,李四维,客服主管,102,2
"""


def questions() -> list[dict[str, object]]:
    numerals = "甲乙丙丁戊己庚辛"
    choices = [
        {
            "id": f"c.{n}",
            "type": "single_choice",
            "category": "选择",
            "stem": f"遇到{mark}类投诉，先做什么？",
            "options": [f"{mark}先解释", f"{mark}先倾听", f"{mark}先转交", f"{mark}先退款"],
            "answer": "B",
            "analysis": f"第二种做法{mark}才站得住脚。",
        }
        for n, mark in enumerate(numerals[:CHOICES])
    ]
    essays = [
        {
            "id": f"e.{n}",
            "category": "论述",
            "stem": f"新人{mark}连续三次迟到，你怎么谈？\n\n请写出谈话的{mark}段开头。",
            "answer": {"points": [_first_point(mark), _second_point(mark)]},
            "analysis": f"看候选人能否先听后说，再谈{mark}的规矩。",
            "competencies": ["沟通能力", "团队管理"],
        }
        for n, mark in enumerate(numerals)
    ]
    return [*choices, *essays]


def _first_point(mark: str) -> dict[str, object]:
    return {"text": f"先私下问清{mark}迟到的缘由", "marks": 3}


def _second_point(mark: str) -> dict[str, object]:
    inner = [f"当场写下{mark}的承诺内容。", f"三天后复查{mark}的考勤记录。"]
    return {"text": f"与{mark}约定下一次的时间。", "marks": 5, "points": inner}


SECTIONS = [
    {"title": "选择题", "draw": f"{CHOICES}x2", "from": {"category": "选择"}},
    {"title": "论述题", "draw": "2x8", "from": {"category": "论述"}, "note": "结合日常场景作答。"},
]


@pytest.fixture(scope="session")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("bank"), questions(), SECTIONS, instructions="请用黑色签字笔作答。")


@pytest.fixture(scope="session")
def finished(layout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("round")
    (folder / "list.csv").write_text(CANDIDATES, "utf-8")
    out = folder / "out"
    status = run(
        ["batch", str(layout), "--candidates", str(folder / "list.csv"), "--forms", "each", "--format", "docx,pdf",
         "--jobs", "1", "--out", str(out), "--lang", "en"]
    )  # fmt: skip
    assert status == 0
    return out


@pytest.fixture(scope="session")
def built(layout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "out"
    assert run(["build", str(layout), "--variants", "A,B", "--out", str(out), "--lang", "en"]) == 0
    return out


@pytest.fixture
def forms(built: Path, tmp_path: Path) -> Forger:
    """A copy of two parallel forms, to be damaged. Their names are made-A and made-B."""
    return Forger(shutil.copytree(built, tmp_path / "forms"))


@pytest.fixture(scope="session")
def set_forms(layout: Path) -> list[Pair]:
    """The Documents of the two forms."""
    return documents(layout, variants=("A", "B"))


@pytest.fixture
def forger(finished: Path, tmp_path: Path) -> Forger:
    """A copy of the round, to be damaged."""
    return Forger(shutil.copytree(finished, tmp_path / "out"))
