"""A draw: from a pool, a seed and the names of the forms to the papers and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.paper import AnswerKey, Paper, PaperItem, PaperSection
from generator.model.question import written
from generator.selection.assign import Place, assign
from generator.selection.marks import own_marks, scaled
from generator.selection.pool import prepare
from generator.selection.ranking import option_order, rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.model.blueprint import Blueprint
    from generator.model.question import Bank, Solution
    from generator.selection.pool import Pool, Room


class Form(NamedTuple):
    """A parallel form: the paper, which holds no answer, and its key."""

    variant: str
    paper: Paper
    key: AnswerKey


def draw(
    blueprint: Blueprint, banks: Sequence[Bank], *, seed: int, variants: Sequence[str], report: Report
) -> list[Form]:
    """The forms named `variants` (("",) for a single paper); none when the report has errors."""
    pool = prepare(blueprint, banks, report)
    if pool is None:
        return []
    drawn = draw_forms(pool, str(seed), variants)
    if drawn is None:
        from generator.selection.explain import explain

        explain(pool, variants, report)
        return []
    language = blueprint.language or (banks[0].language if banks else "")
    forms = [
        _form(pool, str(seed), variant, language, chosen) for variant, chosen in zip(variants, drawn, strict=True)
    ]
    _tell_scaled(pool, drawn, report)
    _tell_shared(pool, drawn, variants, report)
    return forms


def draw_forms(pool: Pool, seed: str, variants: Sequence[str]) -> list[list[list[int]]] | None:
    """For each form and section the questions drawn, in printed order; None when there is no such paper."""
    places = forms_places(pool, seed, variants)
    answer = assign(places, pool.enemies)
    if not answer.found:
        return None
    forms = []
    for number in range(len(variants)):
        sections = []
        for k, room in enumerate(pool.rooms):
            place = number * len(pool.rooms) + k
            sections.append([*room.pinned, *_printed(pool, room, places[place], answer.chosen[place])])
        forms.append(sections)
    return forms


def forms_places(pool: Pool, seed: str, variants: Sequence[str]) -> list[Place]:
    """Every section of every form with its questions ranked for it."""
    demand = len(variants) * sum(room.need for room in pool.rooms)
    most_enemies = max((len(e) for e in pool.enemies), default=0)
    # Others can take no more than `demand` of a section's questions or be their enemies: so many are enough.
    enough = demand * (1 + most_enemies)
    places = []
    for number, variant in enumerate(variants):
        for k, room in enumerate(pool.rooms):
            misfits = frozenset(i for i in room.eligible if _misfit(pool, room, i))
            names = (pool.blueprint.id, variant, str(k))
            ranked = sorted(
                room.eligible, key=lambda i: (i in misfits, rank(seed, *names, pool.questions[i].id))
            )
            places.append(Place(number, room.need, tuple(ranked[:enough]), misfits))
    return places


def _misfit(pool: Pool, room: Room, question: int) -> bool:
    """Declared marks that are not the section's: such a question is drawn only when it must be."""
    declared = pool.questions[question].marks
    return declared is not None and room.spec.marks is not None and declared != room.spec.marks


def _printed(pool: Pool, room: Room, place: Place, chosen: Sequence[int]) -> list[int]:
    if room.spec.bank_order:
        return sorted(chosen, key=lambda i: (pool.questions[i].bank, pool.place[i]))
    return sorted(chosen, key=place.choice.index)


def _form(pool: Pool, seed: str, variant: str, language: str, drawn: Sequence[Sequence[int]]) -> Form:
    blueprint = pool.blueprint
    solutions: dict[str, Solution] = {}
    sections = []
    serial = 0
    for room, questions in zip(pool.rooms, drawn, strict=True):
        items = []
        for number, index in enumerate(questions, start=1):
            question = pool.questions[index]
            serial += 1
            order = option_order("\0".join((seed, blueprint.id, variant)), question.prompt)
            items.append(PaperItem(number, serial, room.spec.marks, question.prompt, order))
            solutions[question.id] = scaled(question.solution, room.spec.marks)
        spec = room.spec
        sections.append(PaperSection(spec.title, spec.label, spec.note, spec.marks, tuple(items)))
    paper = Paper(
        layout=blueprint.id,
        title=blueprint.title,
        subtitle=blueprint.subtitle,
        variant=variant,
        language=language,
        duration=blueprint.duration,
        instructions=blueprint.instructions,
        sections=tuple(sections),
        short_title=blueprint.short_title,
    )
    return Form(variant, paper, AnswerKey(paper, solutions))


def _tell_scaled(pool: Pool, drawn: Sequence[Sequence[Sequence[int]]], report: Report) -> None:
    told = set()
    for form in drawn:
        for room, chosen in zip(pool.rooms, form, strict=True):
            for index in chosen:
                question = pool.questions[index]
                own = own_marks(question.solution)
                if room.spec.marks is None or own is None or own == room.spec.marks or index in told:
                    continue
                told.add(index)
                values = {"id": question.id, "own": written(own), "marks": written(room.spec.marks)}
                report.note("scaled", question.location, **values)


def _tell_shared(
    pool: Pool, drawn: Sequence[Sequence[Sequence[int]]], variants: Sequence[str], report: Report
) -> None:
    """Say which sections could not be filled with different questions in every form."""
    for k, room in enumerate(pool.rooms):
        uses: dict[int, int] = {}
        for form in drawn:
            for index in form[k]:
                uses[index] = uses.get(index, 0) + 1
        shared = sum(1 for index, count in uses.items() if count > 1 and index not in room.pinned)
        if shared:
            names = "、".join(variants)
            report.warning("shared", room.spec.location, section=room.spec.title, count=shared, variants=names)
    if len(variants) > 1:
        pinned = sum(len(room.pinned) for room in pool.rooms)
        if pinned:
            report.note("pinned-shared", pool.blueprint.location, count=pinned)
