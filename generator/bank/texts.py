"""Texts of a bank, read with what they may hold: prose with all blocks, or words that are set in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.markdown import has_markup, inlines, scan
from generator.source import place

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.model.content import Text
    from generator.source import Fields

_FENCED = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>(?= +\S)", re.MULTILINE)
_SEPARATORS = str.maketrans("，、；;【】［］", ",,,,[][]")


def scanned(text: Text, folder: Path, report: Report) -> Text:
    """`text`, its faults reported. Pictures are looked for in `folder`."""
    scan(text, report, folder)
    if ">" in text.markdown:
        _warn_of_quotes(text, report)
    return text


def _warn_of_quotes(text: Text, report: Report) -> None:
    """A quotation of Markdown prints with its `>`, which its author hardly means."""
    bare = _FENCED.sub(lambda code: " " * len(code[0]), text.markdown)
    found = _QUOTED.search(bare)
    if found:
        report.warning("quote-mark", place(text, found.end() - 1), "quote-mark")


def read_prose(fields: Fields, name: str, folder: Path, report: Report) -> Text | None:
    """A text that may hold lists, tables, code and pictures."""
    text = fields.text(name)
    return None if text is None else scanned(text, folder, report)


def check_in_line(text: Text, report: Report) -> None:
    """Report what cannot stand in a text that is set in a line: lists, tables, blocks of code, pictures."""
    if has_markup(text.markdown):
        inlines(text, report)


def read_in_line(fields: Fields, name: str, report: Report) -> tuple[Text, ...]:
    """One text or a list of them, each set in a line."""
    texts = fields.texts(name)
    for text in texts:
        check_in_line(text, report)
    return texts


def read_names(fields: Fields, name: str, report: Report) -> tuple[str, ...]:
    """One name or a list of them. `甲、乙` is one name to us, and hardly to its author: that is a warning."""
    names = fields.strings(name)
    for said in names:
        parts = [part.strip() for part in said.translate(_SEPARATORS).strip("[]").split(",")]
        if len(parts) > 1 and all(parts):
            listed = f"[{', '.join(parts)}]"
            report.warning(
                "several-names", fields.location(name), "several-names", field=name, value=said, listed=listed
            )
    return names
