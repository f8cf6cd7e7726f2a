"""A bank as its canonical YAML, as a format to export to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.exchange.intake import PICTURE
from generator.exchange.not_held import tell_lost
from generator.exchange.yaml.comments import comments_of
from generator.exchange.yaml.tree import question, tree
from generator.exchange.yaml.write import write as written

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.model.question import Bank


def tell_pictures(bank: Bank, report: Report) -> None:
    """A warning where questions show pictures, which stay where they are."""
    pictured = ["pictures" for asked in bank.questions if PICTURE.search(str(question(asked, bank.language)))]
    tell_lost(bank, pictured, "YAML", report)


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """YAML holds all there is, comments too."""
    source = folder / Path(bank.location.file.name).name
    return written(tree(bank), comments_of(source.read_text(encoding="utf-8-sig"))).encode()
