"""Every text of a paper, a key or a question, in printed order: to find where something was written.

Words that are kept without their place stand near one: a title near its layout, a label near its stem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Location
    from generator.model.paper import AnswerKey, Paper
    from generator.model.question import Point, Prompt, Question, Solution


def paper_texts(paper: Paper, title: Location, layout: Location) -> Iterator[Text]:
    """`title` and `layout` are where they are written."""
    yield Text(paper.title, title)
    yield from (Text(words, layout) for words in (paper.subtitle, paper.short_title))
    if paper.instructions is not None:
        yield paper.instructions
    for section in paper.sections:
        yield from (Text(words, layout) for words in (section.title, section.label))
        if section.note is not None:
            yield section.note
        for item in section.items:
            yield from _prompt_texts(item.prompt)


def key_texts(key: AnswerKey, title: Location, layout: Location) -> Iterator[Text]:
    yield from paper_texts(key.paper, title, layout)
    for section in key.paper.sections:
        for item in section.items:
            yield from _solution_texts(key.solutions[item.prompt.id])


def question_texts(question: Question) -> Iterator[Text]:
    yield from _prompt_texts(question.prompt)
    yield from _solution_texts(question.solution)


def _prompt_texts(prompt: Prompt) -> Iterator[Text]:
    yield prompt.stem
    yield from (Text(words, prompt.stem.location) for words in (prompt.label, *prompt.competencies))
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
    for level in solution.levels:
        yield Text(level.name, level.text.location)
        yield level.text
    yield from solution.follow_ups


def _point_texts(points: Iterable[Point]) -> Iterator[Text]:
    for point in points:
        yield point.text
        yield from _point_texts(point.points)
