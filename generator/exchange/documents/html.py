"""Web pages, saved or copied, as lines: paragraphs, headings, lists, tables; no scripts, nothing that is not shown."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile
from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.decode import decode_stated
from generator.exchange.documents.page import Page
from generator.exchange.documents.tags import tags
from generator.exchange.documents.text import text_of
from generator.exchange.line import Manuscript
from generator.office.foreign import is_zip, kind_of

if TYPE_CHECKING:
    from generator.diagnostics import Report

_ABROAD = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SEPARATE = re.compile(r"charset=[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)


def read(data: bytes, name: str, report: Report) -> Manuscript | None:
    """The lines of a web page, in the encoding it states if that can be."""
    if is_zip(data) or kind_of(data) not in ("HTML", "", "XML"):
        from generator.exchange import documents

        return documents.read(data, name, report)
    return from_html(_decoded(data, name, report), name, hashlib.sha256(data).hexdigest())


def from_html(source: str, name: str, digest: str = "") -> Manuscript:
    """A page, or a part of one, as lines. Their numbers count what is shown, from 1: pages have no lines to speak of."""
    page = Page()
    for part in tags(source):
        if isinstance(part, str):
            page.words(part)
        elif part.closes:
            page.end(part.name)
        else:
            given = part.given()
            if part.name == "a" and _ABROAD.match(given.get("href", "")):
                page.unread.append((len(page.texts) + 1, one_line(given["href"]), "left-link"))
            page.begin(part.name, given)
    page.end_paragraph()
    lines = page.finished()
    return Manuscript(lines, SourceFile(name, page.texts, digest), {}, tuple(page.unread))


def _decoded(data: bytes, name: str, report: Report) -> str:
    stated = _SEPARATE.search(data[:4096].decode("latin-1"))
    if stated and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = decode_stated(data, stated[1])
        if text is not None:
            return text
    return text_of(data, name, report)
