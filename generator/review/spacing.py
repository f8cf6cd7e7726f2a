"""Slips of the keyboard: spaces, marks and small words that stand twice, spaces at the end of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.edits import Edit
from generator.review.passages import HAN, mentions, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

_double_space = re.compile(r"(?<=[^\s|（(])  +(?=[^\s|）)])")
_at_line_end = re.compile(r"(?<![ \t\u3000\n])[ \t\u3000]++(?=\n|\Z)")
_same_mark = re.compile(r"(?<![，。；：、])([，。；：、])\1(?![，。；：、])")
_twin_mark = re.compile(r"(?<![.。,，])(?:。\.|，,|\.。|,，)(?![.。,，])")
_commas = re.compile(rf"(?<=[{HAN}]),,(?!,)|(?<!,),,(?=[{HAN}])|(?<=[A-Za-z]),,(?=\s)")
_two_marks = re.compile("[，。；：、.,][，。；：、.,]").search
_unlike_marks = re.compile("[，、；：][，。、；：]|。[，、；：]")
_double_word = re.compile(
    r"(?<![目标中有])的的(?!确)|(?<![不为])了了(?![解断之结然事])|是是(?!非)|在在|和和(?![气睦平美])|及及|把把(?!柄)|被被(?![子褥套])"
    r"|\b(the|an?|of|to|and|for|with|from) \1\b",
    re.IGNORECASE,
)
_has_han = re.compile(f"[{HAN}]").search
_WORDS = ("的的", "了了", "是是", "在在", "和和", "及及", "把把", "被被")
_table_row = re.compile(r"^[^\n]*\|[^\n]*$", re.MULTILINE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first slip of each sort in each text."""
    if subject.about_writing:
        return
    doubled = mentions(subject.words, _WORDS)
    for passage in subject.passages:
        bare = passage.bare
        if "  " in bare and (found := _double_space.search(_table_row.sub(_no_spaces, bare))):
            yield warning("double-space", passage, *found.span())
        if bare[-1].isspace() or " \n" in bare or "\u3000\n" in bare:
            trailing = next(_trailing_spaces(bare), None)
            if trailing:
                yield warning("trailing-space", passage, *trailing)
        if _two_marks(bare) and (
            found := _same_mark.search(bare)
            or _commas.search(bare)
            or _twin_mark.search(bare)
            or _unlike_marks.search(bare)
        ):
            yield warning("doubled-punctuation", passage, *found.span())
        if (doubled or not _has_han(bare)) and (found := _double_word.search(bare)):
            yield warning("doubled-word", passage, *found.span())


def edits(bare: str) -> Iterator[Edit]:
    """What is certain: spaces at the end of a line go, and so does the second of two equal marks."""
    for start, end in _trailing_spaces(bare):
        yield Edit(start, end, "", "trailing-space")
    for found in _same_mark.finditer(bare):
        yield Edit(*found.span(), found[1], "doubled-punctuation")
    for found in _commas.finditer(bare) if ",," in bare else ():
        yield Edit(*found.span(), "，" if _has_han(bare) else ",", "doubled-punctuation")
    if _has_han(bare):
        for found in _twin_mark.finditer(bare):
            yield Edit(*found.span(), "。" if "。" in found[0] else "，", "doubled-punctuation")


def _trailing_spaces(bare: str) -> Iterator[tuple[int, int]]:
    """Spaces that end a line, but for two that break it: those are Markdown, except where the text ends."""
    for found in _at_line_end.finditer(bare):
        if not found[0].endswith("  ") or not bare[found.end() :].strip():
            yield found.span()


def _no_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "|")
