"""Moodle's cloze questions: gaps embedded in a text, as blanks."""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from generator.exchange.moodle.cloze import gap, gaps
from generator.exchange.quiz import responses
from generator.exchange.quiz.responses import BLANK
from generator.exchange.quiz.seal import seal, unseal, without_seal
from generator.exchange.quiz.to_html import to_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from generator.exchange.moodle.cloze import Answer, Gap
    from generator.exchange.moodle.texts import Texts
    from generator.exchange.quiz.draft import Draft


_PLACE = "\ufdd0"  # a noncharacter stands for a gap, while the text around is written


def cloze_of(stem: str, blanks: Sequence[Sequence[str]]) -> str:
    """The HTML of a stem whose blanks are gaps, which `read_cloze` reads back."""
    return seal(_shown(stem, blanks), stem)


def _shown(stem: str, blanks: Sequence[Sequence[str]]) -> str:
    """Braces of the stem itself are written as entities, lest they begin a gap."""
    html = to_html(stem, lambda _: _PLACE).replace("{", "&#123;")
    first, *others = html.split(_PLACE)
    written = [gap(escape(text.strip(), quote=False) for text in accepted) for accepted in blanks]
    written += [BLANK] * (len(others) - len(written))
    return first + "".join(one + text for one, text in zip(written, others, strict=False))


def read_cloze(element: Element | None, draft: Draft, texts: Texts) -> None:
    html = texts.html(element)
    pieces, found = gaps(html)
    accepted = [[unescape(answer.words) for answer in one.answers] for one in found]
    stem = unseal(html, lambda source: _shown(source, accepted))
    if stem is not None:
        draft.stem = texts.settled(stem, element)
        draft.type, draft.blanks = "fill_blank", accepted
        return
    pieces, found = gaps(without_seal(html))
    draft.stem = texts.of_element(element, BLANK.join(pieces))
    for place, one in enumerate(found, 1):
        if one.kind.startswith("MULTI"):
            draft.keep("options", " / ".join(_words(answer) for answer in one.answers), str(place))
    responses.embedded(draft, [_answers(one, draft) for one in found])


def _answers(found: Gap, draft: Draft) -> list[responses.Answer]:
    answers = []
    for answer in found.answers:
        words = _words(answer)
        if found.kind == "NUMERICAL":
            words, _, tolerance = words.partition(":")
            if responses.number(tolerance):
                draft.keep("tolerance", tolerance, words)
        answers.append(responses.Answer(words, answer.fraction, responses.plain(unescape(answer.feedback))))
    return answers


def _words(answer: Answer) -> str:
    return responses.plain(unescape(answer.words))
