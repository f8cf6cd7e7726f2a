"""What of a document goes with its questions into the bank that is written: comments, and the ids they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.intake import LeftOut
from generator.exchange.yaml import Comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.intake import Intake
    from generator.exchange.matching import Entry
    from generator.exchange.merge import Merged, Placed
    from generator.exchange.yaml import Tree
    from generator.exchange.yaml.comments import Path


def carry(comments: dict[Path, Comments], intakes: Sequence[Intake], merged: Merged) -> None:
    """Add the comments of banks that were read, each at where its question has gone; of one not added there are none."""
    for intake, placed in _by_intake(intakes, merged):
        names = {
            asked.id: became.id or ("" if became.waits else became.other)
            for asked, became in zip(intake.bank.questions, placed, strict=True)
        }
        for path, said in intake.comments.items():
            if path[:1] == ("questions",) and len(path) > 1:
                name = names.get(str(path[1]), "")
                if name:
                    _add(comments, ("questions", name, *path[2:]), said)
            else:
                _add(comments, path, said)


def _add(comments: dict[Path, Comments], path: Path, said: Comments) -> None:
    there = comments.get(path, Comments())
    above = (*there.above, *(line for line in said.above if line not in there.above))
    beside = " ".join(dict.fromkeys(filter(None, (there.beside, said.beside))))
    comments[path] = Comments(above, beside)


def renamed(incoming: Sequence[Entry], intakes: Sequence[Intake], merged: Merged) -> list[Entry]:
    """The questions of documents that name others of theirs (enemies) by the ids which these have got."""
    named: list[Entry] = []
    for intake, placed in _by_intake(intakes, merged):
        names: dict[str, Tree] = {
            asked.id: became.id
            for asked, became in zip(intake.bank.questions, placed, strict=True)
            if asked.id and became.id
        }
        for entry in incoming[len(named) : len(named) + len(placed)]:
            enemies = entry.get("enemies")
            known = (
                [names.get(str(enemy), enemy) for enemy in enemies] if isinstance(enemies, list) else enemies
            )
            named.append({**entry, "enemies": known} if known else entry)
    return named


def _by_intake(intakes: Sequence[Intake], merged: Merged) -> Iterator[tuple[Intake, list[Placed]]]:
    rest = iter(merged.placed)
    for intake in intakes:
        yield intake, [next(rest) for _ in intake.bank.questions]


def titles_left(intakes: Sequence[Intake], title: str) -> Iterator[LeftOut]:
    """The titles of documents that are not the bank's."""
    for intake in intakes:
        if intake.bank.title and intake.bank.title != title:
            yield LeftOut(intake.bank.location, intake.bank.title, "left-title")
