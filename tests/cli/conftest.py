from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BANK = """\
bank: small
title: 小题库
questions:
  - {id: a1, category: 情景, stem: 杯子碎了，怎么办？, answer: 先安抚。, lines: 2, silence: [missing-analysis]}
  - {id: a2, category: 情景, stem: 退款迟了，怎么办？, answer: 先查。, lines: 2, silence: [missing-analysis]}
  - {id: b1, category: 管理, stem: 新人要走，怎么谈？, answer: 先听。, lines: 2, silence: [missing-analysis]}
  - {id: b2, category: 管理, stem: 组长推诿，怎么办？, answer: 对账。, lines: 2, silence: [missing-analysis]}
"""
LAYOUT = """\
layout: small
title: 小试卷
banks: [bank.yaml]
sections:
  - {title: 情景题, draw: 1x8, from: {category: 情景}}
  - {title: 管理题, draw: 1x10, from: {category: 管理}}
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with bank.yaml and layout.yaml in it."""
    (tmp_path / "bank.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> list[str]:
    """Every file and empty folder below `folder`."""
    found = [path for path in folder.rglob("*") if path.is_file() or not any(path.iterdir())]
    return sorted(path.relative_to(folder).as_posix() for path in found)
