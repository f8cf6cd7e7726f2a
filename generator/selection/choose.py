"""Which questions stand in which section of which form, in printed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.selection.assign import Place, assign
from generator.selection.ranking import ranking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.selection.pool import Pool, Room


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
    rank = {index: k for k, index in enumerate(place.choice)}
    # One that another form made room for may be ranked too low to be in its own place.
    return sorted(chosen, key=lambda i: (rank.get(i, len(rank)), i))
