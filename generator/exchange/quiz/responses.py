"""Right answers of learning platforms as answers of ours; what has no place goes into the note."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.line import Line
from generator.exchange.prose import prose as escaped
from generator.exchange.quiz.controls import clean
from generator.kinds import kind
from generator.model.question import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.quiz.draft import Draft

BLANK = "____"
_BLANKS = re.compile("_{4,}")
_PLACE = re.compile(r"\[\[(\d{1,3})\]\]|\\\[\\\[(\d{1,3})\\?\]\\?\]")
_YES = frozenset(("对", "正确", "是", "√", "true", "t", "yes"))
_NO = frozenset(("错", "错误", "否", "×", "false", "f", "no"))


class Answer(NamedTuple):
    """`words` and `feedback` are Markdown; `fraction` is in percent of the marks."""

    words: str
    fraction: float
    feedback: str = ""


def number(written: str) -> float:
    """A number as platforms write it; 0 for anything else."""
    try:
        value = float(written.strip().replace(",", ".") or 0)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def plain(words: str) -> str:
    """Words without markup as Markdown in a line."""
    return escaped(Line(" ".join(clean(words).split()), 1))


def choice(draft: Draft, answers: Sequence[Answer], single: bool) -> None:
    """Options; of several right ones each alone gives all marks if `single`."""
    draft.options = [answer.words for answer in answers]
    best = max((answer.fraction for answer in answers), default=0)
    right = [
        i
        for i, answer in enumerate(answers)
        if answer.fraction > 0 and (not single or answer.fraction == best)
    ]
    draft.choices = right
    chosen = set(right)
    if single and len(right) > 1:
        draft.doubt("quiz-several-right", count=len(right))
    if single and right and best < 99.9:
        draft.infer("quiz-none-whole", best=f"{best:g}")
    several = not single or len(right) > 1
    draft.type = "multiple_choice" if several else "single_choice"
    if not right:
        draft.doubt("quiz-no-answer")
    shares = {round(answers[i].fraction, 1) for i in right}
    for index, answer in enumerate(answers):
        partial = index not in chosen and answer.fraction > 0
        if partial or (index in chosen and len(shares) > 1):
            draft.keep("weight", f"{answer.fraction:g}", answer.words)
    _feedback(draft, answers, chosen)


def _feedback(draft: Draft, answers: Sequence[Answer], right: set[int]) -> None:
    """Feedback on the right answer is an analysis where there is no other; the rest is kept."""
    said = {answers[i].feedback for i in right if answers[i].feedback}
    analysis = said.pop() if len(said) == 1 and not draft.analysis else ""
    if analysis:
        draft.analysis = analysis
        draft.infer("quiz-feedback-analysis")
    for index, answer in enumerate(answers):
        if not (index in right and answer.feedback == analysis):
            draft.keep("feedback", answer.feedback, answer.words)


def truth(draft: Draft, right: bool | None, feedback: str, wrong: str) -> None:
    """A statement; `feedback` for those who are right about it, `wrong` for the others."""
    draft.type = "true_false"
    draft.truth = right
    if right is None:
        draft.doubt("quiz-no-answer")
    if not draft.analysis and feedback:
        draft.analysis, feedback = feedback, ""
        draft.infer("quiz-feedback-analysis")
    draft.keep("right", feedback)
    draft.keep("wrong", wrong)


def truth_of(words: str) -> bool | None:
    said = words.strip().lower()
    return True if said in _YES else False if said in _NO else None


def short(draft: Draft, answers: Sequence[Answer]) -> None:
    """Accepted texts of one blank, which is added where the stem has none."""
    accepted: list[Answer] = []
    others: list[Answer] = []
    for answer in answers:
        (accepted if answer.fraction >= 99.9 and answer.words not in ("", "\\*") else others).append(answer)
    if not accepted:
        draft.doubt("quiz-no-answer")
    for answer in others:
        if answer.words == "\\*":
            draft.keep("wrong" if not answer.fraction else "general", answer.feedback)
            continue
        if answer.fraction:
            draft.keep("weight", f"{answer.fraction:g}", answer.words)
        draft.keep("feedback", answer.feedback, answer.words)
    _feedback(draft, accepted, set(range(len(accepted))))
    words = [answer.words for answer in accepted]
    if draft.type and kind(draft.type).prose:  # a tag of ours says so
        draft.answer = draft.answer or "\n\n".join(words)
        return
    fill(draft, [words] if words else [])


def fill(draft: Draft, blanks: list[list[str]]) -> None:
    """A text with blanks, each with its accepted texts."""
    draft.type = "fill_blank"
    draft.blanks = blanks
    missing = max(len(blanks), 1) - len(_BLANKS.findall(draft.stem))
    if missing > 0:
        gap = "" if not draft.stem or draft.stem.endswith(("\n", "```", "|")) else " "
        lead = "\n\n" if draft.stem.endswith(("```", "|")) else gap
        draft.stem += lead + " ".join([BLANK] * missing)
        draft.infer("quiz-blank-added")


def prose(draft: Draft) -> None:
    """A question that is answered in prose, or by what its sheet says."""
    if draft.blanks:
        draft.type = "fill_blank"
        return
    if draft.type not in ("essay", "short_answer"):
        draft.type = "essay"
    if not draft.answer and not draft.points:
        draft.doubt("quiz-no-answer")


def pairs(draft: Draft, given: Sequence[tuple[str, str]]) -> None:
    """Matching: the pairs are the points of an answer in prose."""
    draft.type = "essay"
    points = []
    for left, right in given:
        if not left:
            draft.keep("distractor", right)
        else:
            points.append(Point(draft.text(f"{left} → {right}")))
    draft.points = tuple(points)
    draft.doubt("quiz-matching")


def ordered(draft: Draft, items: Sequence[str]) -> None:
    """Ordering: the items in their right order are the points of an answer in prose."""
    draft.type = "essay"
    draft.points = tuple(Point(draft.text(item)) for item in items if item)
    draft.doubt("quiz-ordering")


def gaps_from(draft: Draft, choices: Sequence[str]) -> None:
    """A text with `[[2]]` for the second of the choices."""
    blanks: list[list[str]] = []
    used: set[int] = set()

    def blank(found: re.Match[str]) -> str:
        index = int(found[1] or found[2]) - 1
        used.add(index)
        blanks.append([choices[index]] if 0 <= index < len(choices) else [])
        return BLANK

    draft.stem = _PLACE.sub(blank, draft.stem)
    for index, words in enumerate(choices):
        if index not in used:
            draft.keep("distractor", words)
    _filled(draft, blanks)


def _filled(draft: Draft, blanks: list[list[str]]) -> None:
    if not blanks or not all(blanks):
        draft.doubt("quiz-no-answer")
    fill(draft, blanks if all(blanks) else [])
    if blanks:
        draft.infer("quiz-gaps")


def embedded(draft: Draft, answers: Sequence[Sequence[Answer]]) -> None:
    """Gaps in a text that has a blank for each already."""
    blanks = []
    for place, of_gap in enumerate(answers, 1):
        best = max((answer.fraction for answer in of_gap), default=0)
        blanks.append([a.words for a in of_gap if a.words and a.words != "\\*" and 0 < a.fraction >= best])
        for answer in of_gap:
            if 0 < answer.fraction < best:
                draft.keep("weight", f"{answer.fraction:g}", f"{place}: {answer.words}")
            draft.keep("feedback", answer.feedback, f"{place}: {answer.words}")
    _filled(draft, blanks)
