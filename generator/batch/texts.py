"""Every text of a paper, a key or a question, in printed order: to find where something was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Text
    from generator.model.paper import AnswerKey, Paper
    from generator.model.question import Point, Prompt, Question, Solution


def paper_texts(paper: Paper) -> Iterator[Text]:
    if paper.instructions is not None:
        yield paper.instructions
    for section in paper.sections:
        if section.note is not None:
            yield section.note
        for item in section.items:
            yield from _prompt_texts(item.prompt)


def key_texts(key: AnswerKey) -> Iterator[Text]:
    yield from paper_texts(key.paper)
    for section in key.paper.sections:
        for item in section.items:
            yield from _solution_texts(key.solutions[item.prompt.id])


def question_texts(question: Question) -> Iterator[Text]:
    yield from _prompt_texts(question.prompt)
    yield from _solution_texts(question.solution)


def _prompt_texts(prompt: Prompt) -> Iterator[Text]:
    yield prompt.stem
    yield from (option.text for option in prompt.options)


def _solution_texts(solution: Solution) -> Iterator[Text]:
    if solution.text is not None:
        yield solution.text
    yield from _point_texts(solution.points)
    if solution.analysis is not None:
        yield solution.analysis
    for accepted in solution.response.blanks:
        yield from accepted
    yield from solution.highlights
    yield from (level.text for level in solution.levels)
    yield from solution.follow_ups


def _point_texts(points: Iterable[Point]) -> Iterator[Text]:
    for point in points:
        yield point.text
        yield from _point_texts(point.points)
