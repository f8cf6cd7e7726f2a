"""Our own Markdown back to the bank it was written from; what a person has changed since is read as well."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.documents.text import text_of
from generator.exchange.intake import Intake, LeftOut
from generator.exchange.markdown import blocks
from generator.exchange.quiz.draft import intake
from generator.exchange.table.cleaning import cleaned, one_line
from generator.exchange.table.reading import Cells
from generator.exchange.table.row import draft_of
from generator.exchange.table.types import said_type
from generator.model.question import Bank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.exchange.quiz.draft import Draft

_OURS = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\nbank:[ \t]")
_SECTION = re.compile(r"## +(.*)")
_QUESTION = re.compile(r"### +(?:[0-9]{1,9}[.、．][ \t]*)?(.*)")


def is_ours(data: bytes) -> bool:
    """Whether a document begins with a front matter whose first key is `bank`."""
    return _OURS.match(data) is not None


def read_ours(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank of a document that says it is one."""
    lines = cleaned(text_of(data, name, report)).split("\n")
    file = SourceFile(name, lines, sha256(data).hexdigest())
    properties, at = _front(lines)
    left_out: list[LeftOut] = []
    drafts: list[Draft] = []
    category = ""
    while at < len(lines):
        section, question = _SECTION.match(lines[at]), _QUESTION.match(lines[at])
        if question:
            end = next((n for n in range(at + 1, len(lines)) if re.match(r"#{2,3} ", lines[n])), len(lines))
            drafts.append(_question(lines, at, end, question[1].rstrip(), category, file))
            at = end
            continue
        if section:
            category = _category(section[1].rstrip())
        elif lines[at].strip() and not (lines[at].startswith("# ") and not drafts):
            left_out.append(LeftOut(Location(file, at + 1), lines[at].strip(), "left-front"))
        at += 1
    bank, title, language = (one_line(properties.get(key, "")) for key in ("bank", "title", "language"))
    if not drafts:
        return Intake(Bank(bank, title, language, (), Location(file), file.digest), (), tuple(left_out))
    return intake(drafts, left_out, file, report, {}, title, bank, language)


def _front(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The keys of the front matter, and the line behind it."""
    properties: dict[str, str] = {}
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return properties, at + 1
        key, _, value = line.partition(":")
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] == '"':
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        properties[key.strip()] = value
    return properties, 1


def _category(words: str) -> str:
    if words in blocks.NO_CATEGORY:
        return ""
    return words[1:] if words.startswith("\\") and words.lstrip("\\") in blocks.NO_CATEGORY else words


def _question(lines: list[str], at: int, end: int, identifier: str, category: str, file: SourceFile) -> Draft:
    """The question whose heading is line `at`, up to `end`."""
    start = at + 1
    while start < end and not lines[start].strip():
        start += 1
    facts: dict[str, str] = {}
    others: dict[str, str] = {}
    if start < end and lines[start].startswith(">"):
        facts, others = blocks.facts_read(lines[start])
        start += 1
    parts: dict[str, list[str]] = {"stem": []}
    field = "stem"
    for line in lines[start:end]:
        found = blocks.labelled(line)
        if found and found[0] not in parts:
            field = found[0]
            parts[field] = [found[1]]
        else:
            parts[field].append(line)
    cells = {"id": identifier, "category": category, **facts}
    for name, said in parts.items():
        text = blocks.released(said)
        if name == "options":
            cells |= {f"option:{n}": option for n, option in enumerate(blocks.options_read(text.split("\n")))}
        else:
            blank = name == "answer" and said_type(facts.get("type", "")) == "fill_blank"
            cells[name] = blocks.unshown("blanks" if blank else name, text)
    cells = {name: cell for name, cell in cells.items() if cell.strip()}
    last = max((n for n in range(at, end) if lines[n].strip()), default=at) + 1
    return draft_of(Cells(cells, others, {}, file, at + 1, last), str)
