"""A draw: from a pool, a seed and the names of the forms to the papers and their keys."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Phrase
from generator.model.paper import AnswerKey, Paper, PaperItem, PaperSection
from generator.model.question import written
from generator.selection.assign import Place, assign
from generator.selection.marks import own_marks, scaled
from generator.selection.pool import prepare
from generator.selection.ranking import option_order, ranking

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
        _form(pool, str(seed), variant, language, chosen)
        for variant, chosen in zip(variants, drawn, strict=True)
    ]
    _tell_scaled(pool, drawn, report)
    _tell_shared(pool, drawn, variants, report)
    return forms


def draw_forms(pool: Pool, seed: str, variants: Sequence[str]) -> list[list[list[int]]] | None:
    """For each form and section the questions drawn, in printed order; None when there is no such paper."""
    places = forms_places(pool, seed, variants)
    chosen = assign(places, pool.enemies).chosen
    if chosen is None:
        return None
    forms = []
    for number in range(len(variants)):
        sections = []
        for k, room in enumerate(pool.rooms):
            place = number * len(pool.rooms) + k
            sections.append([*room.pinned, *_printed(pool, room, places[place], chosen[place])])
        forms.append(sections)
    return forms


def forms_places(pool: Pool, seed: str, variants: Sequence[str]) -> list[Place]:
    """Every section of every form with its questions ranked for it."""
    # The other questions of all forms, and the enemies of those in the same form, cannot be more than this;
    # so one of the best ranked is always left to take instead of one ranked lower.
    enough = len(variants) * sum(room.need for room in pool.rooms) + pool.most_barred
    places = []
    for number, variant in enumerate(variants):
        for k, room in enumerate(pool.rooms):
            rank = ranking(seed, pool.blueprint.id, variant, str(k))
            ranked = sorted(room.fitting, key=lambda i: rank(pool.names[i]))[:enough]
            if len(ranked) < enough:
                ranked += sorted(room.misfits, key=lambda i: rank(pool.names[i]))[: enough - len(ranked)]
            places.append(Place(number, room.need, tuple(ranked), room.misfits))
    return places


def _printed(pool: Pool, room: Room, place: Place, chosen: Sequence[int]) -> list[int]:
    if room.spec.bank_order:
        return sorted(chosen, key=lambda i: (pool.questions[i].bank, pool.place[i]))
    rank = {
        index: k for k, index in enumerate(place.choice)
    }  # one of another form may be ranked too low to be here
    return sorted(chosen, key=lambda i: (rank.get(i, len(rank)), i))


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
