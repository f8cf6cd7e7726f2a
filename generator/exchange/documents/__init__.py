"""The documents people have, as lines: bytes -> Manuscript, one file or folder a format."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.office.foreign import WORD, is_sheet, is_zip, kind_of, kind_of_file

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Manuscript

MAX_BYTES = 64 * 1024 * 1024
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def read(data: bytes, name: str, report: Report) -> Manuscript | None:
    """The lines of a document: DOCX, HTML, Markdown or plain text, told by its bytes and its name's ending.

    None when it is none of these or cannot be read; then `report` has an error.
    """
    whole = Location(SourceFile(name, []))
    if len(data) > MAX_BYTES:
        report.error("document-too-big", whole, "split-document", limit=MAX_BYTES >> 20)
        return None
    if is_zip(data):
        return _package(data, name, report)
    kind = kind_of(data)
    if kind == "HTML":
        from generator.exchange.documents.html import read as read_html

        return read_html(data, name, report)
    if kind == "encrypted":
        report.error("package-locked", whole, "save-without-password")
        return None
    if kind:
        report.error("document-format", whole, save_hint(kind), kind=kind)
        return None
    from generator.exchange.documents.text import from_text, text_of

    if PurePath(name).suffix.lower() in _MARKDOWN:
        from generator.exchange.documents.markdown import from_markdown

        return from_markdown(text_of(data, name, report), name, hashlib.sha256(data).hexdigest())
    return from_text(text_of(data, name, report), name, hashlib.sha256(data).hexdigest())


def save_hint(kind: str) -> str:
    """How a file of another kind becomes one that is read."""
    return "save-list-as-xlsx" if is_sheet(kind) and kind != "XML" else "save-as-docx"


def _package(data: bytes, name: str, report: Report) -> Manuscript | None:
    from generator.exchange.documents.docx import read as read_docx

    kind = kind_of_file(data)
    if kind not in ("", WORD):
        report.error("document-format", Location(SourceFile(name, [])), save_hint(kind), kind=kind)
        return None
    return read_docx(data, name, report)
