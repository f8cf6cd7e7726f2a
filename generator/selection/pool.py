"""What each section may draw from, worked out once for all forms of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Location, Report
    from generator.model.blueprint import Blueprint, Filter, SectionSpec
    from generator.model.question import Bank, Question


class Room(NamedTuple):
    """A section with its questions, as indices into Pool.questions."""

    spec: SectionSpec
    pinned: tuple[int, ...]
    matching: tuple[int, ...]  # what the filter lets in
    eligible: tuple[int, ...]  # of those, what is neither excluded, pinned, nor an enemy of a pinned one
    misfits: frozenset[int]  # of those, what declares other marks: drawn only when it must be
    fitting: tuple[int, ...]  # and the rest

    @property
    def need(self) -> int:
        return self.spec.count - len(self.pinned)


class Pool(NamedTuple):
    blueprint: Blueprint
    questions: tuple[Question, ...]  # by id
    names: tuple[bytes, ...]  # their ids, as they are hashed
    place: tuple[int, ...]  # of each question, where it stands in its bank
    enemies: tuple[frozenset[int], ...]
    rooms: tuple[Room, ...]
    most_barred: int  # questions that those drawn for a form can bar from it as their enemies


def prepare(blueprint: Blueprint, banks: Sequence[Bank], report: Report) -> Pool | None:
    """The pool of a blueprint over banks. Faults of pins, exclusions and filters go to `report`."""
    found = {q.id: (q, place) for bank in banks for place, q in enumerate(bank.questions)}
    names = sorted(found)
    index = {name: k for k, name in enumerate(names)}
    questions = tuple(found[name][0] for name in names)
    enemies = _enemies(questions, index)
    for spec in blueprint.sections:
        _check_filter(spec, questions, report)
    pins = _pins(blueprint, index, questions, enemies, report)
    if report.failed:
        return None
    pinned = {k for section in pins for k in section}
    barred = pinned.union(*(enemies[k] for k in pinned))
    rooms = tuple(
        _room(spec, own, barred, questions) for spec, own in zip(blueprint.sections, pins, strict=True)
    )
    eligible = {k for room in rooms for k in room.eligible}
    most = sorted((len(enemies[k] & eligible) for k in eligible), reverse=True)
    return Pool(
        blueprint=blueprint,
        questions=questions,
        names=tuple(name.encode() for name in names),
        place=tuple(found[name][1] for name in names),
        enemies=enemies,
        rooms=rooms,
        most_barred=sum(most[: sum(room.need for room in rooms)]),
    )


def _room(
    spec: SectionSpec, pinned: tuple[int, ...], barred: set[int], questions: Sequence[Question]
) -> Room:
    excluded = set(spec.exclude)
    matching = tuple(k for k, q in enumerate(questions) if matches(spec.filter, q))
    eligible = tuple(k for k in matching if k not in barred and questions[k].id not in excluded)
    declared = ((k, questions[k].marks) for k in eligible)
    misfits = frozenset(k for k, marks in declared if None not in (marks, spec.marks) and marks != spec.marks)
    fitting = tuple(k for k in eligible if k not in misfits)
    return Room(spec, pinned, matching, eligible, misfits, fitting)


def matches(wanted: Filter, question: Question) -> bool:
    """Whether a section's filter lets a question in."""
    prompt = question.prompt
    return (
        (not wanted.category or question.category in wanted.category)
        and (not wanted.type or prompt.type in wanted.type)
        and (not wanted.tags or not set(wanted.tags).isdisjoint(question.tags))
        and (not wanted.competencies or not set(wanted.competencies).isdisjoint(prompt.competencies))
        and (not wanted.difficulty or question.difficulty in wanted.difficulty)
        and (not wanted.bank or question.bank in wanted.bank)
    )


def values_of(field: str, question: Question) -> tuple[str, ...]:
    """What a question has in a field that filters know."""
    if field == "tags":
        return question.tags
    if field == "competencies":
        return question.prompt.competencies
    value = question.prompt.type if field == "type" else getattr(question, field)
    return () if value in (None, "") else (str(value),)


def _enemies(questions: Sequence[Question], index: dict[str, int]) -> tuple[frozenset[int], ...]:
    """Who may not meet whom; it is enough that one of the two says so."""
    pairs: list[set[int]] = [set() for _ in questions]
    for k, question in enumerate(questions):
        for name in question.enemies:
            other = index.get(name)
            if other is not None and other != k:
                pairs[k].add(other)
                pairs[other].add(k)
    return tuple(frozenset(pair) for pair in pairs)


def _pins(
    blueprint: Blueprint,
    index: dict[str, int],
    questions: Sequence[Question],
    enemies: Sequence[frozenset[int]],
    report: Report,
) -> list[tuple[int, ...]]:
    """The pinned questions of each section, as far as they can be."""
    pins: list[tuple[int, ...]] = []
    where: dict[int, tuple[Location, str]] = {}
    for spec in blueprint.sections:
        own = []
        for name, place in zip(spec.pinned, spec.pinned_at, strict=True):
            k = _named(name, place, index, report)
            if k is None:
                continue
            if k in where:
                report.error("pinned-twice", place, "pinned-twice", id=name, section=where[k][1])
                continue
            if name in spec.exclude:
                report.error("pinned-and-excluded", place, "pinned-and-excluded", id=name)
            for enemy in sorted(enemies[k] & where.keys()):
                report.error("pinned-enemies", place, "pinned-enemies", id=name, enemy=questions[enemy].id)
            where[k] = (place, spec.title)
            own.append(k)
        for name, place in zip(spec.exclude, spec.exclude_at, strict=True):
            _named(name, place, index, report)
        if len(spec.pinned) > spec.count:
            report.error(
                "too-many-pinned", spec.pinned_at[spec.count], "too-many-pinned",
                section=spec.title, pinned=len(spec.pinned), count=spec.count,
            )  # fmt: skip
        pins.append(tuple(own))
    return pins


def _named(name: str, place: Location, index: dict[str, int], report: Report) -> int | None:
    if name in index:
        return index[name]
    from generator.source import nearest_name

    nearest = nearest_name(name, index)
    report.error(
        "unknown-question", place, "did-you-mean" if nearest else "list-questions", id=name, nearest=nearest
    )
    return None


def _check_filter(spec: SectionSpec, questions: Sequence[Question], report: Report) -> None:
    """A value that no question has is a slip of the pen."""
    for field in ("category", "tags", "competencies", "bank"):
        wanted = getattr(spec.filter, field)
        if not wanted:
            continue
        known = {value for question in questions for value in values_of(field, question)}
        for value in wanted:
            if value not in known:
                from generator.source import nearest_name

                nearest = nearest_name(value, sorted(known))
                where = (spec.filter_at or {}).get(field, spec.location)
                report.error(
                    "unknown-value", where, "did-you-mean" if nearest else "known-values",
                    section=spec.title, field=field, value=value, nearest=nearest,
                    known="、".join(sorted(known)[:12]) or "—",
                )  # fmt: skip
