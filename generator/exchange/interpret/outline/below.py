"""Below: answers without a label in the paragraph below each question of a section: definitions, translations, 错误。理由…"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.pieces.options import checked_of, options_of
from generator.exchange.interpret.words.labels import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.outline.tree import Item, Section
    from generator.exchange.interpret.pieces.piece import Piece

_TRUTH = re.compile(r"(?:正确|错误|对|错|√|×|true|false)(?: ?[.。,;:]|$)")
_ASKS = re.compile(r"[?]$|请|要求|^[(]|简述|论述|谈谈|please|describe|explain")
_TERM = 14  # characters that a term to be defined has at most
_DEFINES = re.compile(r"名词解释|术语|翻译|译|definition|terms|translat")
_STOP = re.compile(r"[。.?!;:,]")
_SHARE = 0.8


def below(section: Section) -> str:
    """What the paragraphs below a section's questions are: "truth" or "answer" for sure, "perhaps", or "" for none."""
    pairs = [pair for item in section.items if (pair := _pair(item)) is not None]
    if len(section.items) < 2 or len(pairs) < _SHARE * len(section.items):
        return ""
    if all(_TRUTH.match(answer.flat) for _, answer in pairs):
        return "truth"
    if all(_speaks_other(stem, answer) for stem, answer in pairs):
        return "answer"
    if any(_ASKS.search(s.piece.flat) for item in section.items for s in item.sightings[1:]):
        return ""
    if _DEFINES.search(section.title.lower()):
        return "answer"
    terms = all(len(stem.text) <= _TERM and not _STOP.search(stem.flat) for stem, _ in pairs)
    asked = all(stem.flat.endswith("?") for stem, _ in pairs)
    ended = all(answer.flat.endswith(("。", ".")) for _, answer in pairs)
    return "perhaps" if ended and (terms or asked) else ""


def _pair(item: Item) -> tuple[Piece, Piece] | None:
    """A question's own paragraph and the first below it, where nothing else answers it."""
    if item.entry or item.given_in or any(s.label and s.label.kind in ANSWERS for s in item.sightings):
        return None
    told = [s.piece for s in item.sightings if not s.piece.blank]
    first = item.sightings[0]
    if len(told) < 2 or any(piece.line.role != "text" for piece in told[:2]):
        return None
    if options_of(told)[1] or checked_of(told)[1]:
        return None
    return told[0].cut(first.number.end if first.number else 0), told[1]


def _speaks_other(stem: Piece, answer: Piece) -> bool:
    """Whether an answer is in another language than its stem."""
    return _is_chinese(stem.text) != _is_chinese(answer.text)


def _is_chinese(words: Sequence[str]) -> bool:
    han = sum("\u4e00" <= char <= "\u9fff" for char in words)
    return 3 * han > sum(char.isascii() and char.isalpha() for char in words)
