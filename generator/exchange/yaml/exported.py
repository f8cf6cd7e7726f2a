"""A bank as its canonical YAML, as a format to export to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.exchange.yaml.comments import comments_of
from generator.exchange.yaml.tree import tree
from generator.exchange.yaml.write import write as written

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.model.question import Bank


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """YAML holds all there is, comments too."""
    source = folder / Path(bank.location.file.name).name
    return written(tree(bank), comments_of(source.read_text(encoding="utf-8-sig"))).encode()
