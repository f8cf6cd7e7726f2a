"""A paper beside its key, question by question and mark by mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.form import by_section, scheme_faults
from generator.verify.pairing import answers_within, labels_astray, pair
from generator.verify.reading import Fault, Part, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.pairing import Pair, Paired
    from generator.verify.record import Row, Section


class Compared(NamedTuple):
    agreed: list[str]  # the texts of the paper's parts that are as in the key
    faults: list[Fault]


def compare(row: Row, parts: Sequence[Part], key: Sequence[Part], front: str) -> Compared:
    """`parts` of the paper are classified; `front` is what stands before them, squeezed."""
    if not key or _has_answers_alone(parts, key, row):
        return Compared([], [])
    paired = pair(parts, key)
    agreed, faults = _agreed(paired, _numbered(parts, row))
    unsure = [found for found in paired.pairs if found.key and found.key.asked is None]
    before = [front, *(found.paper.text for found in unsure if found.paper.kind == "section")]
    doubtful = (*answers_within(unsure), *labels_astray(unsure, before))
    for found in {id(each): each for each in doubtful}.values():
        agreed.remove(found.paper.text)
        faults.append(_difference(found))
    faults += (Fault("verify-key-has-more", {"said": cut(stray.title)}) for stray in paired.strays)
    inserts = {found.insert[0] for found in paired.pairs if found.insert}
    if len(inserts) > 1:
        faults.append(Fault("verify-inserts", {"said": " ".join(sorted(inserts))}))
    return Compared(agreed, faults)


def _has_answers_alone(parts: Sequence[Part], key: Sequence[Part], row: Row) -> bool:
    """Whether there are no questions in the key."""
    questions = [part for part in key if part.kind != "other"]
    return (
        len(questions) < len(parts)
        and (not questions or all(part.kind == "" for part in key))
        and len(key) <= len(row.sections) + 1
    )


def _agreed(paired: Paired, numbers: dict[int, tuple[Section, int]]) -> tuple[list[str], list[Fault]]:
    """The texts of parts that are as in the key, and what is wrong with the others or with the answers."""
    agreed: list[str] = []
    faults: list[Fault] = []
    for found in paired.pairs:
        if not found.agree or found.key is None:
            faults.append(_difference(found))
            continue
        agreed.append(found.paper.text)
        if id(found.paper) not in numbers:
            continue
        section, number = numbers[id(found.paper)]
        if not found.solution and not paired.apart:
            faults.append(Fault("verify-no-answer", {"section": section.title, "number": number}))
        faults += scheme_faults(section, number, found.solution, found.key)
    return agreed, faults


def _numbered(parts: Sequence[Part], row: Row) -> dict[int, tuple[Section, int]]:
    """The section of each question and its number there, by the part's identity."""
    return {
        id(question): (section, number)
        for section, _, questions in by_section(parts, row)
        for number, question in enumerate(questions, 1)
    }


def _difference(found: Pair) -> Fault:
    """Where a paper's part and its key's begin to differ."""
    if found.key is None:
        return Fault("verify-not-in-key", {"said": cut(found.paper.title)})
    mine, other = found.paper.text, found.key.text if found.key.asked is None else found.key.asked
    at = next(
        (k for k, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), min(len(mine), len(other))
    )
    start = max(0, at - 8)
    return Fault(
        "verify-key-differs",
        {"said": cut(found.paper.title), "paper": cut(mine[start:]), "key": cut(other[start:])},
    )
