"""Recurring labels: what a document itself uses as a label, though no list of words has it: 【考生提醒】 in every question."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.labels import Label, kind_of
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.pieces.sightings import COUNTED
from generator.exchange.interpret.words.labels import ANSWERS
from generator.exchange.interpret.words.titles import MATERIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting

_BOXED = re.compile(r"\[([^\[\]():,。?!0-9]{2,12})\]")
_SIGN = re.compile(r"([\U0001f300-\U0001faff\u2600-\u26ff\u2728\u2b50])\ufe0f? ?")
_PLAIN = re.compile(r"([\u4e00-\u9fff]{2,8}|[a-z][a-z' -]{2,30}):")
_BOLD = re.compile(r"[^:。!;\[\]]{2,40}:?")
_STEMS = (
    *MATERIAL,
    *("题", "问题", "情景", "对话", "图", "表", "示例", "输入", "输出"),
    *("situation", "question", "context", "example", "input", "output"),
)
"""What stands within a stem, however often it recurs."""
_ORDER = re.compile(
    r"[首其再最然此另]|第[一二三四五]|一(?:方面|是)|first|second|third|then|finally|next|last"
)
"""How a sentence of an answer may begin, before a colon too."""
_LEAST, _SHARE = 3, 0.8
_WORDS = 6  # characters an answer has at least, in the middle
_NEAR = 8  # pieces between a label before an answer and the answer's own
_COMPETENCIES = ("目的", "能力", "素质", "维度", "要素", "意图")
_LAST = frozenset(("analysis", "highlights", "levels", "scheme"))
"""Labels that stand behind an answer, not before it."""


class _Lead(NamedTuple):
    """Words that may be a label: the piece that begins with them, where the text behind them begins, and its length."""

    at: int
    word: str
    end: int
    boxed: bool
    behind: int


def with_recurring_labels(sightings: list[Sighting]) -> list[Sighting]:
    """Sightings with the labels of the document's own."""
    places = _Places(sightings)
    groups: dict[tuple[str, bool], list[_Lead]] = {}
    for at, sighting in enumerate(sightings):
        lead = _lead(at, sighting)
        if lead is not None and places.under_a_stem[at]:
            groups.setdefault((lead.word, lead.boxed), []).append(lead)
    kinds = {group: _kind(*group, leads, places) for group, leads in groups.items()}
    several = sum(kind == "answer" for kind in kinds.values()) > 1  # then they are the structure of answers
    behind = [group for group in groups if not kinds[group] and _stands_behind(*group, groups[group], places)]
    asked = Counter(places.question[lead.at] for group in behind for lead in groups[group])
    kinds |= {
        group: "remark"
        for group in behind
        if all(asked[places.question[lead.at]] == 1 for lead in groups[group])
    }  # several in one answer are its structure
    found: dict[int, tuple[_Lead, str]] = {}
    for group, leads in groups.items():
        short = median(lead.behind for lead in leads) < _WORDS
        if kinds[group] and not (kinds[group] == "answer" and (several or short)):
            found |= {lead.at: (lead, kinds[group]) for lead in leads}
    return (
        [_labelled(sighting, found.get(at)) for at, sighting in enumerate(sightings)] if found else sightings
    )


def _labelled(sighting: Sighting, found: tuple[_Lead, str] | None) -> Sighting:
    if found is None:
        return sighting
    lead, kind = found
    label = Label(kind, lead.word, 0, lead.end, boxed=True)
    return sighting._replace(label=label, heading=None, key=None, entries=None, body=lead.end)


def _kind(word: str, boxed: bool, leads: Sequence[_Lead], places: _Places) -> str:
    """What a label names that stands where these do; nothing when it is none."""
    count = len(leads)
    if not places.answered and count >= _LEAST and count >= _SHARE * places.openers:
        return "answer"
    before = sum(places.before_an_answer[lead.at] for lead in leads)
    if before >= _SHARE * count and count >= (2 if boxed else _LEAST):
        return "competencies" if word.endswith(_COMPETENCIES) else "remark"
    within = sum(places.within_an_answer[lead.at] for lead in leads)
    return "remark" if boxed and count >= 2 and within < (1 - _SHARE) * count else ""


def _stands_behind(word: str, boxed: bool, leads: Sequence[_Lead], places: _Places) -> bool:
    """Whether what may be a label stands behind the answers, once in a question: a field of its own."""
    once = len({places.question[lead.at] for lead in leads}) == len(leads)
    told = sum(places.behind_an_answer[lead.at] for lead in leads)
    return not boxed and once and len(leads) >= _LEAST and told >= _SHARE * len(leads)


class _Places:
    """Where pieces stand: below a stem, before the label of an answer. `openers` counts what may begin questions."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.under_a_stem = [False] * len(sightings)
        self.before_an_answer = [False] * len(sightings)
        self.within_an_answer = [False] * len(
            sightings
        )  # one that begins with brackets: they are its structure
        self.behind_an_answer = [False] * len(sightings)
        self.question = [0] * len(sightings)  # which of them a piece may belong to
        self.openers = 0
        self.answered = False
        self._back(sightings)
        self._forward(sightings)

    def _back(self, sightings: Sequence[Sighting]) -> None:
        stem = unanswered = begun = structured = told = False
        for at, s in enumerate(sightings):
            if s.piece.blank:
                continue
            structured = structured or (begun and s.label is None and s.piece.flat.startswith("["))
            self.within_an_answer[at] = structured
            begun = False
            self.question[at] = self.openers
            self.behind_an_answer[at] = told
            self.under_a_stem[at] = stem
            self.before_an_answer[at] = stem and unanswered
            if _opens(s):
                self.openers += 1
                unanswered, stem, structured = True, bool(s.piece.flat[s.body :].strip()), False
                told = False
            elif s.label is not None and s.label.kind in ANSWERS:
                self.answered, unanswered, structured = True, False, False
                begun = not s.piece.flat[s.body :].strip()
                told = not begun
            else:
                told = told or _is_last_option(s)
                self.answered = self.answered or s.key is not None
                stem = stem or unanswered

    def _forward(self, sightings: Sequence[Sighting]) -> None:
        distance = _NEAR + 1
        for at in range(len(sightings) - 1, -1, -1):
            s = sightings[at]
            if s.piece.blank:
                continue
            if s.label is not None and not s.counted_label and s.label.kind != "stem":
                distance = _NEAR + 1 if s.label.kind in _LAST else 0
            elif _opens(s):
                distance = _NEAR + 1
            else:
                distance += 1
                self.before_an_answer[at] = self.before_an_answer[at] and distance <= _NEAR


def _is_last_option(s: Sighting) -> bool:
    return s.number is not None and s.number.manner in ("A.", "a.") and s.number.value > 1


def _opens(s: Sighting) -> bool:
    """Whether a piece may begin a question."""
    if s.label is not None:
        return s.label.kind == "stem"
    return (
        s.number is not None and s.number.manner in COUNTED and s.number.manner not in ("a.", "A.", "i.")
    ) or (s.piece.line.heading > 2 and s.asks >= 1.0)


def _lead(at: int, s: Sighting) -> _Lead | None:
    if s.label is not None or s.number is not None or not s.piece.text or s.piece.line.heading:
        return None
    text = s.piece.flat
    boxed = _BOXED.match(text)
    bold = next(
        (
            m.end - s.piece.start
            for m in s.piece.line.marks
            if m.kind == "strong" and m.start == s.piece.start
        ),
        0,
    )
    sign = _SIGN.match(text)
    if boxed:
        word, end = boxed[1], boxed.end()
    elif sign and sign.end() < len(text):
        word, end = sign[1], sign.end()
    elif (
        bold and _BOLD.fullmatch(text[:bold].rstrip()) and (":" in text[:bold] or text[bold:].startswith(":"))
    ):
        word, end = text[:bold].rstrip(" :"), bold
    else:
        plain = _PLAIN.match(text)
        if plain is None:
            return None
        word, end = plain[1], plain.end()
    if type_of(word) or kind_of(word) or word.startswith(_STEMS) or _ORDER.match(word):
        return None
    while end < len(text) and text[end] in ": ":
        end += 1
    return _Lead(at, word, end, boxed is not None, len(text) - end or _WORDS)
