"""Marks of the wrong width: a half-width comma in Chinese, a full-width one in English, brackets and letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.edits import Edit
from generator.review.passages import HAN, paragraphs, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Passage, Subject

CODE = "mixed-width"

_FULL = str.maketrans(",;?!", "，；？！")
_NARROW_BY = 0xFEE0  # from a full-width form to its ASCII character

_half = re.compile(rf"(?<=[{HAN}”’）》】」])[,;?!](?=[{HAN}“‘（《【「])")
_half_at_end = re.compile(
    rf"(?<=[{HAN}”’）》】」])(?:[,;?.](?=[ \t]*(?:\n|\Z|[{HAN}]))|[,;?](?=[ \t]*[0-9A-Za-z]))"
)
_wide_letters = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_unlike_brackets = re.compile(r"（[^（）()\n]{0,200}\)|\([^（）()\n]{0,200}）")
_wide_marks = re.compile("[，。；：？！（）]")
_interval = re.compile(r"[-+\d.∞]+\s*[,，]\s*[-+\d.∞]+")
_has_han = re.compile(f"[{HAN}]").search
# Data, statements and formulas that stand in a text without being marked as code.
_like_code = re.compile(
    r"[={}<>\[\]]|\b(?:select|insert|update|delete|create|import|print|return)\b|CSV|SQL", re.IGNORECASE
).search
_narrow = re.compile("[,;?!.()０-９Ａ-Ｚａ-ｚ]").search  # Chinese text without any of these is sound


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first mark, letter or bracket of the wrong width in each text."""
    if subject.about_writing:
        return
    for passage in subject.passages:
        if _narrow(passage.bare) or not _has_han(passage.bare):
            found = min(_wrong(passage), default=None)
            if found:
                yield warning(CODE, passage, *found)


def _wrong(passage: Passage) -> Iterator[tuple[int, int]]:
    bare = passage.bare
    if passage.role != "blank":  # the texts that are accepted may come in both widths
        for start, end, _, _ in edits(bare):
            yield start, end
    if not _has_han(bare):
        if re.search("[A-Za-z]{3}", bare) and (found := _wide_marks.search(bare)):
            yield found.span()
        return
    if any(mark in bare for mark in "，。；？"):  # who writes these does not mean the others
        for begin, paragraph in paragraphs(bare):
            if not _like_code(paragraph) and (found := _half_at_end.search(paragraph)):
                yield begin + found.start(), begin + found.end()


def edits(bare: str) -> Iterator[Edit]:
    """What is certain: marks between Han, letters and digits, a bracket that is not as wide as its partner."""
    for found in _wide_letters.finditer(bare):
        if not _would_be_list(bare, found.start(), found.end()):
            yield Edit(*found.span(), "".join(chr(ord(c) - _NARROW_BY) for c in found[0]), CODE)
    if not any(mark in bare for mark in ",;?!()"):
        return
    for begin, paragraph in paragraphs(bare):
        if _like_code(paragraph):
            continue
        for found in _half.finditer(paragraph) if _has_han(paragraph) else ():
            yield Edit(begin + found.start(), begin + found.end(), found[0].translate(_FULL), CODE)
        for found in _unlike_brackets.finditer(paragraph):
            if not _interval.fullmatch(found[0][1:-1]):
                beside = paragraph[max(0, found.start() - 1) : found.end() + 1]
                opening, closing = "（）" if _has_han(beside) else "()"
                yield from _bracket(begin + found.start(), found[0][0], opening)
                yield from _bracket(begin + found.end() - 1, found[0][-1], closing)


def _bracket(at: int, is_now: str, meant: str) -> Iterator[Edit]:
    if is_now != meant:
        yield Edit(at, at + 1, meant, CODE)


def _would_be_list(text: str, start: int, end: int) -> bool:
    """A line that begins with `１.` is a text; with `1.` it is the item of a list. `Ａ．` would be an option's letter."""
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return begins and text[end : end + 1] in {".", ")", "．", "、", "）", ":", "："}
