"""Common material: a line that says for which questions the text below it stands: （4～6题共用题干）, Questions 4-6 refer to …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.words.titles import MATERIAL

if TYPE_CHECKING:
    from generator.exchange.interpret.outline.tree import Section
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting

_RANGE = re.compile(
    r"(?P<from>[0-9]{1,3}) ?(?:[.、]? ?(?:~|-{1,2}|—{1,2}|–|至|到|、|和|与|及|to|through|and|&) ?)(?:第 ?)?(?P<to>[0-9]{1,3})"
    r"(?![0-9.]|分|年|月|天|个)"
)
_TIED = re.compile(
    r"共用(?:题干|病例|案例|材料|资料)|(?:回答|完成|解答|作答|做).{0,8}(?:题|題|问题|各题|小题)|(?:题|題).{0,6}(?:基于|根据|依据|用)"
    r"|(?:refer|relate)s? to|(?:are|is) based on|based on the"
    r"|(?:use|read) the .{0,60}(?:question|item)s?|for (?:questions?|items?) "
)
_NAMES = re.compile(r"题|題|questions?|items?|nos?\.")
_NOT = re.compile(r"备选|備選|每(?:小)?(?:题|題)|选做|任选|答题[卡纸]|填涂|not |marks? each|points? each")
_MOST = 120  # characters of such a line


def take_common(section: Section) -> dict[int, list[Piece]]:
    """The material of each question of a section, by its place; that is taken from where it stands.

    It stands before the first of them: among the notes of the section, or behind the question before.
    """
    found: dict[int, list[Piece]] = {}
    for at in range(len(section.items)):
        owner = section.items[at - 1].sightings if at else section.notes
        begin = _begin(owner, section.items[at].number, first=not at)
        if begin < 0:
            continue
        head, last = owner[begin].piece, _range(owner[begin].piece.flat)[1]
        if not at and last >= section.items[-1].number and head.flat.startswith(MATERIAL):
            return {}  # what all questions of a section go by is its material as it stands
        told = [s.piece for s in owner[begin + 1 :]]
        if (colon := head.flat.find(":")) >= 0 and (rest := head.cut(colon + 1)).text:
            told = [rest, *told]
        if not any(not piece.blank for piece in told):
            continue
        del owner[begin + 1 :]
        owner[begin] = owner[begin]._replace(
            piece=head.cut(0, colon + 1 if told[0].line is head.line else None)
        )
        if at:
            section.notes.append(owner.pop(begin))
        for place in range(at, len(section.items)):
            if section.items[place].number <= last:
                found[place] = told
    return found


def take_front(front: list[Sighting], section: Section) -> None:
    """Put the material for the first questions of a document under their section, where it stands before everything."""
    if section.heading is None and section.items:
        begin = _begin(front, section.items[0].number, first=True)
        if begin >= 0:
            section.notes[:0] = front[begin:]
            del front[begin:]


def _begin(owner: list[Sighting], number: int, *, first: bool) -> int:
    """Where a line stands that ties what follows to the questions from `number` on; -1 for nowhere."""
    for at in range(len(owner) - 1, -1 if first else 0, -1):
        piece = owner[at].piece
        if piece.text and _range(piece.flat)[0] == number:
            return at
    return -1


def _range(words: str) -> tuple[int, int]:
    """The first and the last question that a line ties to a text; 0 and 0 where it does not."""
    head = words[:_MOST]
    if not _NAMES.search(head) or _NOT.search(head) or not _TIED.search(head):
        return 0, 0
    found = _RANGE.search(head)
    if found is None:
        return 0, 0
    first, last = int(found["from"]), int(found["to"])
    return (first, last) if first < last <= first + 20 else (0, 0)
