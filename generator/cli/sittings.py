"""What a run of a round made, by day, session and room: where a slip of the pen in the list shows itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.candidates.order import natural

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from generator.batch.round.planning.tasks import Entry

MOST = 30  # that are told on a screen


class Sitting(NamedTuple):
    date: str
    session: str
    room: str
    candidates: int
    papers: int
    spares: int  # of the papers


def sittings(entries: Iterable[Entry], missing: Container[str]) -> list[Sitting]:
    """The sittings of some entries, in the order of days, sessions and rooms; `missing` are names without a paper."""
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        row = entry.candidate
        found.setdefault((row.date, row.session, row.room), []).append(entry)
    places = sorted(found, key=lambda place: (*map(natural, place), place))
    return [Sitting(*place, *_count(found[place], missing)) for place in places]


def _count(entries: list[Entry], missing: Container[str]) -> tuple[int, int, int]:
    made = [entry for entry in entries if entry.name not in missing]
    return (
        sum(entry.row is not None for entry in entries),
        len(made),
        sum(entry.row is None for entry in made),
    )


def by_post(entries: Iterable[Entry]) -> dict[str, int]:
    """How many candidates there are of each post."""
    return dict(sorted(Counter(entry.candidate.post for entry in entries if entry.row is not None).items()))


def told(found: list[Sitting], posts: Mapping[str, int], zh: bool, most: int = MOST) -> list[str]:
    """A line for each of several sittings, and one for each of several posts, but at most so many of either.

    There is nothing for one, of which all is said already.
    """
    of_posts = [f"  {post or '-'}{f'：{n} 人' if zh else f': {n} candidates'}" for post, n in posts.items()]
    return [*_some([_line(sitting, zh) for sitting in found], zh, most), *_some(of_posts, zh, most)]


def _some(lines: list[str], zh: bool, most: int) -> list[str]:
    if len(lines) < 2:
        return []
    more = len(lines) - most
    if more <= 0:
        return lines
    return [
        *lines[:most],
        f"  另有 {more} 处，见清单的“汇总”" if zh else f"  and {more} more; see the summary in the list",
    ]


def _line(sitting: Sitting, zh: bool) -> str:
    place = " ".join(filter(None, (sitting.date, sitting.session, sitting.room))) or "-"
    if zh:
        spares = f"（备用 {sitting.spares} 份）" if sitting.spares else ""
        return f"  {place}：{sitting.candidates} 人，试卷 {sitting.papers} 份{spares}"
    spares = f" ({sitting.spares} spare)" if sitting.spares else ""
    return f"  {place}: {sitting.candidates} candidates, {sitting.papers} papers{spares}"
