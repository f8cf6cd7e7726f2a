"""A paper beside its key, question by question and mark by mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.form import by_section, scheme_faults
from generator.verify.pairing import answers_within, label_of, labels_astray, pair
from generator.verify.reading import Fault, Part, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.pairing import Pair, Paired
    from generator.verify.record import Row, Section


class Compared(NamedTuple):
    agreed: list[str]  # the texts of the paper's parts that are as in the key
    asked: list[str]  # by the key, the text of questions at odds
    at_odds: list[Fault]  # where the two differ
    of_key: list[Fault]  # what is wrong with the key by itself


def compare(row: Row, parts: Sequence[Part], key: Sequence[Part], front: str) -> Compared:
    """`parts` of the paper are classified; `front` is what stands before them, squeezed."""
    if not key or _has_answers_alone(parts, key, row):
        return Compared([], [], [], [])
    paired = pair(parts, key)
    agreed, at_odds, of_key = _agreed(paired, _numbered(parts, row))
    unsure = [found for found in paired.pairs if found.key and found.key.asked is None]
    before = [front, *(found.paper.text for found in unsure if found.paper.kind == "section")]
    doubtful = (*answers_within(unsure), *labels_astray(unsure, before))
    for found in {id(each): each for each in doubtful}.values():
        agreed.remove(found.paper.text)
        at_odds.append(_difference(found))
    at_odds += (Fault("verify-key-has-more", {"said": cut(stray.title)}) for stray in paired.strays)
    inserts = {found.insert[0] for found in paired.pairs if found.insert}
    if len(inserts) > 1:
        at_odds.append(Fault("verify-inserts", {"said": " ".join(sorted(inserts))}))
    return Compared(agreed, _asked(paired), at_odds, of_key)


def _has_answers_alone(parts: Sequence[Part], key: Sequence[Part], row: Row) -> bool:
    """Whether there are no questions in the key."""
    questions = [part for part in key if part.kind != "other"]
    return (
        len(questions) < len(parts)
        and (not questions or all(part.kind == "" for part in key))
        and len(key) <= len(row.sections) + 1
    )


def _agreed(
    paired: Paired, numbers: dict[int, tuple[Section, int]]
) -> tuple[list[str], list[Fault], list[Fault]]:
    """The texts of parts that are as in the key, how the others differ, and what is wrong with the answers."""
    agreed: list[str] = []
    at_odds: list[Fault] = []
    of_key: list[Fault] = []
    labels = _labels(paired)
    for found in paired.pairs:
        if not found.agree or found.key is None:
            at_odds.append(_difference(found))
            continue
        if id(found.paper) not in numbers:
            agreed.append(found.paper.text)
            continue
        section, number = numbers[id(found.paper)]
        if not found.solution and not paired.apart:
            if _says_all(found, labels):
                at_odds.append(Fault("verify-answered", {"said": cut(found.paper.title)}))
                continue
            of_key.append(Fault("verify-no-answer", {"section": section.title, "number": number}))
        agreed.append(found.paper.text)
        of_key += scheme_faults(section, number, found.solution, found.key)
    return agreed, at_odds, of_key


def _labels(paired: Paired) -> set[str]:
    """With which answers begin."""
    return {label for found in paired.pairs if found.agree and (label := label_of(found.solution))}


def _says_all(found: Pair, labels: set[str]) -> bool:
    """Whether a paper's question seems to be all that the key says, with its answer, where no styles tell."""
    return (
        found.key is not None
        and found.key.asked is None
        and (not labels or any(label in found.paper.text for label in labels))
    )


def _asked(paired: Paired) -> list[str]:
    """What the key asks where the paper asks otherwise: all before the answer.

    Where no styles tell, the answer begins with the label with which those of other questions do.
    """
    labels = _labels(paired)
    asked = [stray.asked for stray in paired.strays if stray.asked]
    for found in paired.pairs:
        if found.agree or found.key is None:
            continue
        if found.key.asked is not None:
            asked.append(found.key.asked)
            continue
        text = found.key.text
        starts = [at for label in labels if (at := text.find(label)) > 0]
        if starts:
            asked.append(text[: min(starts)])
    return asked


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
