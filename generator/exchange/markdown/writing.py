"""A bank as a document a person likes to read, which is read back as the same bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.markdown import blocks
from generator.exchange.table.grid import grid
from generator.exchange.table.held import tell_lost_of
from generator.exchange.yaml.scalars import inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.model.question import Bank

_MOST = 1 << 30  # characters of a text: as many as there are


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """Markdown holds all there is; pictures stay where they are."""
    made = grid(bank, language=bank.language)
    tell_lost_of(bank, made, _MOST, "Markdown", report)
    column = 0 if bank.language.startswith("zh") else 1
    lines = [*_head(bank)]
    category = ""
    for number, row in enumerate(made.rows, 1):
        cells = dict(zip(made.fields, row, strict=True))
        if cells["category"] != category:
            category = cells["category"]
            words = f"\\{category}" if category.lstrip("\\") in blocks.NO_CATEGORY else category
            lines += [f"## {words or blocks.NO_CATEGORY[column]}", ""]
        lines += [f"### {number}. {cells['id']}", "", blocks.facts_written(cells, column), ""]
        lines += _texts(cells, column)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _head(bank: Bank) -> Iterator[str]:
    yield "---"
    yield f"bank: {bank.id}"
    if bank.title:
        yield f"title: {inline(bank.title)}"
    yield f"language: {bank.language}"
    yield from ("---", "")
    if bank.title:
        yield from (f"# {bank.title}", "")


def _texts(cells: Mapping[str, str], column: int) -> Iterator[str]:
    yield from blocks.held(cells["stem"])
    yield ""
    options = [cell for field, cell in cells.items() if field.startswith("option:") and cell]
    for field in blocks.LABELLED:
        if field == "options":
            text = blocks.options_shown(options)
        else:
            text = blocks.shown(_shown_as(field, cells), cells.get(field, ""))
        if not text:
            continue
        label = f"**{blocks.label(field, column)}**"
        if _runs_in(field, text):
            yield f"{label}{blocks.COLONS[column]}{text}"
        else:
            yield from (label, "")
            yield from blocks.held(text)
        yield ""


def _shown_as(field: str, cells: Mapping[str, str]) -> str:
    from generator.exchange.table.types import said_type

    return "blanks" if field == "answer" and said_type(cells["type"]) == "fill_blank" else field


def _runs_in(field: str, text: str) -> bool:
    """Whether a text goes on in the line of its label: one line, and no list or the like."""
    return (
        field not in ("options", "levels", "points")
        and "\n" not in text
        and text == text.strip()
        and (text[0].isalnum() or text[0] in "“《（√×$")
        and blocks.labelled(text) is None
        and not text[:3].rstrip(".)").isdigit()
    )
