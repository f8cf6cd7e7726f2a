"""Markdown as people write it, as lines: each line of the file is one, whatever its block.

Not read with a parser of Markdown: to one, lines that follow one another are a paragraph, and indented ones code.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile
from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.folds import LONGEST, fold_label
from generator.exchange.documents.inline import inline
from generator.exchange.documents.text import text_of
from generator.exchange.line import Line, Manuscript, Mark, piece
from generator.office.foreign import is_zip, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Report

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^\s#]))(.*)")
_CLOSING = re.compile(r"(?:(?<=[ \t])|\A)#+\Z")
_UNDER = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r" {0,9}(`{3,}|~{3,})([^`]*)$")
_RULE = re.compile(r" {0,3}([-*])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_BULLETS = "-*+"
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_DELIMITERS = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*\|?[ \t]*+$")
_LANGUAGE = re.compile(r"[A-Za-z0-9+#._-]{1,20}")
_BAR = re.compile(r"(?<!\\)\|")
_FOLDED = re.compile(r"</?(?:details|summary)(?:\s[^<>]{0,100})?>", re.IGNORECASE)
_SUMMARY = re.compile(rf"<summary>([^<>]{{1,{LONGEST}}})</summary>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")


def read(data: bytes, name: str, report: Report) -> Manuscript | None:
    """The lines of a Markdown file; what was concluded of its encoding goes to `report`."""
    if is_zip(data) or kind_of(data):
        from generator.exchange import documents

        return documents.read(data, name, report)
    return from_markdown(text_of(data, name, report), name, hashlib.sha256(data).hexdigest())


def from_markdown(text: str, name: str, digest: str = "") -> Manuscript:
    """Markdown as lines. Marks of lists stay, as text; pictures are named by their paths and not read."""
    source = [one_line(line).rstrip() for line in text.split("\n")]
    if source and not source[-1]:
        source.pop()
    unread: list[tuple[int, str, str]] = []
    lines = tuple(_blocks(source, unread))
    return Manuscript(lines, SourceFile(name, source, digest), {}, tuple(unread))


def _blocks(source: list[str], unread: list[tuple[int, str, str]]) -> Iterator[Line]:
    at = _front_matter(source)
    settings = enumerate(source[:at], 1)
    unread.extend(
        (number, line.strip(), "left-front-matter") for number, line in settings if line.strip("-. ")
    )
    never_closed: set[str] = set()
    while at < len(source):
        fence = _FENCE.match(source[at])
        end = _fence_end(source, at, fence[1]) if fence and fence[1] not in never_closed else 0
        if fence and not end:
            never_closed.add(fence[1])
        if end:
            yield from _code(source, at, end, fence[2].strip() if fence else "")
            at = end + 1
        elif _starts_table(source, at):
            end = at + 2
            while end < len(source) and "|" in source[end]:
                end += 1
            yield _table(source, at, end)
            at = end
        elif at + 1 < len(source) and source[at].strip() and _is_title(source, at):
            level = 1 if "=" in source[at + 1] else 2
            yield from _lines(source[at].strip(), at + 1, 0, level)
            at += 2
        else:
            yield from _line(source[at], at + 1, unread)
            at += 1


def _front_matter(source: list[str]) -> int:
    """The number of lines of a front matter."""
    if source[:1] != ["---"]:
        return 0
    for at in range(1, min(len(source), 100)):
        if source[at] in ("---", "..."):
            return at + 1
        if source[at] and ":" not in source[at] and not source[at].startswith((" ", "-", "#")):
            return 0
    return 0


def _fence_end(source: list[str], start: int, fence: str) -> int:
    """The line that closes a fence; 0 where none does: then it is just a line."""
    for at in range(start + 1, len(source)):
        bare = source[at].strip()
        if bare.startswith(fence) and not bare.strip(fence[0]):
            return at
    return 0


def _code(source: list[str], start: int, end: int, language: str) -> Iterator[Line]:
    language = language if _LANGUAGE.fullmatch(language) else ""
    yield Line("", start + 1, role="blank")
    for at in range(start + 1, end):
        marks = (Mark(0, len(source[at]), "code", language),) if language and source[at] else ()
        yield Line(source[at], at + 1, marks, role="code")
    yield Line("", end + 1, role="blank")


def _starts_table(source: list[str], at: int) -> bool:
    return (
        at + 1 < len(source)
        and "|" in source[at]
        and "|" in source[at + 1]
        and _DELIMITERS.match(source[at + 1]) is not None
    )


def _table(source: list[str], start: int, end: int) -> Line:
    rows = []
    for at in (start, *range(start + 2, end)):
        cells = _BAR.split(source[at].strip())
        cells = cells[not cells[0].strip() :] if len(cells) > 1 else cells
        cells = cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells
        rows.append(tuple(tuple(_lines(cell.strip(), at + 1, 0, 0)) for cell in cells))
    return Line("", start + 1, role="table", rows=tuple(rows))


def _is_title(source: list[str], at: int) -> bool:
    """Whether a line is a heading by what is drawn under it: dashes only where the line stands alone."""
    if not _UNDER.match(source[at + 1]) or _ITEM.match(source[at]) or _HEADING.match(source[at]):
        return False
    above = at == 0 or not source[at - 1].strip()
    return above and len(source[at]) <= 80 and not _RULE.match(source[at])


def _line(written: str, number: int, unread: list[tuple[int, str, str]]) -> Iterator[Line]:
    if not written.strip() or _RULE.match(written):
        yield Line("", number, role="blank")
        return
    if "<!--" in written:
        comments = _COMMENT.findall(written)
        unread.extend((number, comment.strip("<!-> ").strip(), "left-comment") for comment in comments)
        written = _COMMENT.sub("", written)
    if "<" in written and _FOLDED.search(written):
        written = _SUMMARY.sub(lambda found: fold_label(found[1]), written)
        written = _FOLDED.sub("", written)
        if not written.strip():
            yield Line("", number, role="blank")
            return
    written = _QUOTE.sub("", written, count=1) if written.lstrip().startswith(">") else written
    heading = _HEADING.match(written)
    words = _CLOSING.sub("", heading[2].rstrip(" \t")).rstrip(" \t") if heading else ""
    if heading and words:
        yield from _lines(words, number, 0, len(heading[1]))
        return
    item = _ITEM.match(written)
    if item is None:
        yield from _lines(written.lstrip(), number, 0, 0)
        return
    indent = 1 + len(item[1].expandtabs(4)) // 2
    sign = "-" if item[2] in _BULLETS else item[2]
    yield from _lines(written[item.end() :], number, indent, 0, sign + " ")


def _lines(source: str, number: int, indent: int, heading: int, sign: str = "") -> Iterator[Line]:
    """A line without the marks of its block; several where it holds breaks."""
    text, marks = inline(source)
    if sign:
        text, marks = sign + text, _moved(marks, len(sign))
    whole = (
        Line(text.strip(), number, marks, 0, indent, heading)
        if "\n" not in text
        else Line(text, number, marks)
    )
    if "\n" not in text:
        yield whole if whole.text else Line("", number, role="blank")
        return
    start = 0
    for part in text.split("\n"):
        if part.strip():
            yield piece(whole, start, start + len(part))._replace(indent=indent, heading=heading)
        start += len(part) + 1


def _moved(marks: tuple[Mark, ...], shift: int) -> tuple[Mark, ...]:
    return tuple(mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in marks)
