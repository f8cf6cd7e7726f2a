"""A draw: from a pool, a seed and the names of the forms to the papers and their keys."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Phrase
from generator.model.paper import AnswerKey, Paper, PaperItem, PaperSection
from generator.model.question import written
from generator.selection.choose import draw_forms
from generator.selection.marks import own_marks, scaled
from generator.selection.pool import prepare
from generator.selection.ranking import option_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.model.blueprint import Blueprint
    from generator.model.question import Bank, Marks, Solution
    from generator.selection.pool import Pool


class Form(NamedTuple):
    """A parallel form: the paper, which holds no answer, and its key."""

    variant: str
    paper: Paper
    key: AnswerKey


def draw(
    blueprint: Blueprint, banks: Sequence[Bank], *, seed: int, variants: Sequence[str], report: Report
) -> list[Form]:
    """The forms named `variants` (("",) for a single paper); none when the report has errors."""
    drawer = Drawer.over(blueprint, banks, seed, report)
    return drawer.forms(variants, report) if drawer else []


class Drawer:
    """Draws forms from one pool; what they have alike is worked out once."""

    def __init__(self, pool: Pool, seed: int, language: str) -> None:
        self._pool = pool
        self._seed = str(seed)
        self._language = language
        self._scaled: dict[tuple[int, Marks | None], Solution] = {}

    @classmethod
    def over(cls, blueprint: Blueprint, banks: Sequence[Bank], seed: int, report: Report) -> Drawer | None:
        """None when the report has errors."""
        pool = prepare(blueprint, banks, report)
        if pool is None:
            return None
        return cls(pool, seed, blueprint.language or (banks[0].language if banks else ""))

    def forms(self, variants: Sequence[str], report: Report) -> list[Form]:
        """Parallel forms, which share as few questions as can be; what is worth knowing of them is reported."""
        pool = self._pool
        drawn = draw_forms(pool, self._seed, variants)
        if drawn is None:
            from generator.selection.explain import explain

            explain(pool, variants, report)
            return []
        _tell_scaled(pool, drawn, report)
        _tell_shared(pool, drawn, variants, report)
        return [self._form(variant, variant, chosen) for variant, chosen in zip(variants, drawn, strict=True)]

    def own(self, name: str) -> Form:
        """One candidate's own form, without a letter; chance depends on `name`.

        ValueError: there is no such paper, which `forms` would have told.
        """
        drawn = draw_forms(self._pool, self._seed, (name,))
        if drawn is None:
            raise ValueError(name)
        return self._form("", name, drawn[0])

    def _form(self, variant: str, name: str, drawn: Sequence[Sequence[int]]) -> Form:
        pool = self._pool
        blueprint = pool.blueprint
        chance = "\0".join((self._seed, blueprint.id, name))
        solutions: dict[str, Solution] = {}
        sections = []
        serial = 0
        for room, questions in zip(pool.rooms, drawn, strict=True):
            items = []
            for number, index in enumerate(questions, start=1):
                question = pool.questions[index]
                serial += 1
                order = option_order(chance, question.prompt)
                items.append(PaperItem(number, serial, room.spec.marks, question.prompt, order))
                solutions[question.id] = self._solution(index, room.spec.marks)
            spec = room.spec
            sections.append(PaperSection(spec.title, spec.label, spec.note, spec.marks, tuple(items)))
        paper = Paper(
            layout=blueprint.id,
            title=blueprint.title,
            subtitle=blueprint.subtitle,
            variant=variant,
            language=self._language,
            duration=blueprint.duration,
            instructions=blueprint.instructions,
            sections=tuple(sections),
            short_title=blueprint.short_title,
        )
        return Form(variant, paper, AnswerKey(paper, solutions))

    def _solution(self, index: int, marks: Marks | None) -> Solution:
        found = self._scaled.get((index, marks))
        if found is None:
            found = scaled(self._pool.questions[index].solution, marks)
            self._scaled[index, marks] = found
        return found


def _tell_scaled(pool: Pool, drawn: Sequence[Sequence[Sequence[int]]], report: Report) -> None:
    told = set()
    for form in drawn:
        for room, chosen in zip(pool.rooms, form, strict=True):
            marks = room.spec.marks
            for index in chosen:
                question = pool.questions[index]
                if marks is None or (index, marks) in told:
                    continue
                told.add((index, marks))
                own = own_marks(question.solution, marks)
                if own != marks:
                    values = {"id": question.id, "own": written(own), "marks": written(marks)}
                    report.note("scaled", question.location, **values)


def _tell_shared(
    pool: Pool, drawn: Sequence[Sequence[Sequence[int]]], variants: Sequence[str], report: Report
) -> None:
    """Say which sections could not be filled with different questions in every form."""
    uses = Counter(index for form in drawn for chosen in form for index in chosen)
    told: set[int] = set()
    for k, room in enumerate(pool.rooms):
        shared = {i for form in drawn for i in form[k] if uses[i] > 1} - {*room.pinned} - told
        told |= shared
        if shared:
            names = tuple(Phrase("name", {"name": variant}) for variant in variants)
            report.warning(
                "shared", room.spec.location, section=room.spec.title, count=len(shared), variants=names
            )
    pinned = sum(len(room.pinned) for room in pool.rooms)
    if pinned and len(variants) > 1:
        report.note("pinned-shared", pool.blueprint.location, count=pinned)
