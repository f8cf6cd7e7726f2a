"""Material: what stands before the questions of a section, and is no note but what they all go by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.words.titles import MATERIAL, NOTE_LABELS

if TYPE_CHECKING:
    from generator.exchange.interpret.outline.tree import Section
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting

_ON_MATERIAL = re.compile(r"案例|材料|阅读|资料|[Cc]ase|[Rr]eading|[Pp]assage|[Ss]cenario")
_INSTRUCTS = re.compile(
    r"(?:回答|作答|完成|解答).{0,8}(?:问题|下列|以下|题目|各题|要求)|每(?:小)?题|(?:多|少|错)选|本(?:大)?题"
)
"""Words of an instruction to candidates."""

_CASE = 25  # characters of the shortest case that parts of a question go by
_BRIEF, _LONG = 40, 160  # characters that notes have at most, where they instruct, and material has at least


def material_of(section: Section) -> list[Piece]:
    """The material all questions of a section go by; empty where what stands before them is its notes."""
    told = [s.piece for s in section.notes if not s.piece.blank and not leads(s)]
    if not told or not section.items:
        return []
    if any(piece.line.role == "table" for piece in told):
        return told
    size, words = sum(len(piece.text) for piece in told), told[0].flat
    if size <= _BRIEF and _INSTRUCTS.search(words):
        return []
    words = words.lstrip("[(")
    if words.startswith(MATERIAL):
        return told
    meant = _ON_MATERIAL.search(section.title) or size > _LONG
    return told if meant and not words.startswith(NOTE_LABELS) else []


def leads(s: Sighting) -> bool:
    """Whether a note only says that questions follow: 问题："""
    return _LEADS.fullmatch(s.piece.flat) is not None


_LEADS = re.compile(
    r"\[?(?:问题|(?:请|试)?回答(?:下列|以下|如下)?(?:问题)?|作答要求|questions?|tasks?)\]? ?:? *"
)


def is_case(section: Section) -> bool:
    """Whether what stands before the parts of a section is their case, and the section one question."""
    heading = section.heading
    if heading is not None and (heading.count > 1 or heading.each is not None):
        return False
    words = "".join(sighting.piece.flat for sighting in section.notes).lstrip("[(")
    return len(words) >= _CASE and not words.startswith(NOTE_LABELS) and not _INSTRUCTS.search(words)
