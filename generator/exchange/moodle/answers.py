"""What is right, for each type of question in Moodle XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.moodle.embedded import read_cloze
from generator.exchange.quiz import responses

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from generator.exchange.moodle.texts import Texts
    from generator.exchange.quiz.draft import Draft

_NO = ("0", "false")


def read_answers(element: Element, kind: str, draft: Draft, texts: Texts) -> None:
    """The type of `draft`, and its options, answer and feedback, from a question of Moodle's type `kind`."""
    _KINDS.get(kind, _unknown)(element, draft, texts)
    if kind not in _KINDS:
        draft.doubt("quiz-type-unknown", found=kind or "?")


def _answers(element: Element, texts: Texts) -> list[responses.Answer]:
    return [
        responses.Answer(texts.markdown(answer), _fraction(answer), texts.markdown(answer.find("feedback")))
        for answer in element.iterfind("answer")
    ]


def _fraction(answer: Element) -> float:
    return responses.number(answer.get("fraction") or "0")


def _plain_answers(element: Element, texts: Texts) -> list[responses.Answer]:
    """Answers that are typed: their words are no HTML."""
    return [
        responses.Answer(
            responses.plain(texts.html(answer)), _fraction(answer), texts.markdown(answer.find("feedback"))
        )
        for answer in element.iterfind("answer")
    ]


def _choice(element: Element, draft: Draft, texts: Texts) -> None:
    single = (element.findtext("single") or "true").strip().lower() not in _NO
    shuffle = (element.findtext("shuffleanswers") or "true").strip().lower()
    draft.shuffle = draft.shuffle and shuffle not in _NO
    responses.choice(draft, _answers(element, texts), single)


def _truth(element: Element, draft: Draft, texts: Texts) -> None:
    right, feedbacks = None, []
    for answer in element.iterfind("answer"):
        said = texts.html(answer).strip().lower() == "true"
        if _fraction(answer) > 0:
            right = said
        feedbacks.append((said, texts.markdown(answer.find("feedback"))))
    responses.truth(
        draft, right,
        next((text for said, text in feedbacks if said == right), ""),
        next((text for said, text in feedbacks if said != right), ""),
    )  # fmt: skip


def _short(element: Element, draft: Draft, texts: Texts) -> None:
    responses.short(draft, _plain_answers(element, texts))


def _numerical(element: Element, draft: Draft, texts: Texts) -> None:
    answers = _plain_answers(element, texts)
    tolerances = [(answer.findtext("tolerance") or "").strip() for answer in element.iterfind("answer")]
    for answer, tolerance in zip(answers, tolerances, strict=True):
        if responses.number(tolerance):
            draft.keep("tolerance", tolerance, answer.words)
    for unit in element.iterfind("units/unit/unit_name"):
        draft.keep("unit", unit.text or "")
    responses.short(draft, answers)


def _calculated(element: Element, draft: Draft, texts: Texts) -> None:
    _numerical(element, draft, texts)
    draft.doubt("quiz-calculated")


def _calculated_choice(element: Element, draft: Draft, texts: Texts) -> None:
    _choice(element, draft, texts)
    draft.doubt("quiz-calculated")


def _essay(element: Element, draft: Draft, texts: Texts) -> None:
    draft.keep("template", texts.markdown(element.find("responsetemplate")))
    responses.prose(draft)


def _matching(element: Element, draft: Draft, texts: Texts) -> None:
    pairs = []
    for pair in element.iterfind("subquestion"):
        answer = pair.find("answer")
        pairs.append((texts.markdown(pair), texts.plain(answer)))
    responses.pairs(draft, pairs)


def _ordering(element: Element, draft: Draft, texts: Texts) -> None:
    answers = sorted(element.iterfind("answer"), key=_fraction)
    responses.ordered(draft, [texts.markdown(answer) for answer in answers])


def _cloze(element: Element, draft: Draft, texts: Texts) -> None:
    read_cloze(element.find("questiontext"), draft, texts)


def _words(tag: str) -> Callable[[Element, Draft, Texts], None]:
    def read(element: Element, draft: Draft, texts: Texts) -> None:
        responses.gaps_from(draft, [texts.plain(box) for box in element.iterfind(tag)])

    return read


def _unknown(element: Element, draft: Draft, texts: Texts) -> None:
    for answer in _answers(element, texts):
        draft.keep("answer", answer.words)
    responses.prose(draft)


_KINDS: dict[str, Callable[[Element, Draft, Texts], None]] = {
    "multichoice": _choice,
    "multichoiceset": _choice,
    "truefalse": _truth,
    "shortanswer": _short,
    "numerical": _numerical,
    "calculated": _calculated,
    "calculatedsimple": _calculated,
    "calculatedmulti": _calculated_choice,
    "essay": _essay,
    "matching": _matching,
    "ddmatch": _matching,
    "ordering": _ordering,
    "cloze": _cloze,
    "multianswer": _cloze,
    "ddwtos": _words("dragbox"),
    "gapselect": _words("selectoption"),
}
