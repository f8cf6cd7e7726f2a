"""What a document says of a question, said in the one that a bank has: all else of it stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.fitted import fitted, option_texts
from generator.exchange.yaml import MISSING
from generator.kinds import DEFAULT, kind
from generator.kinds.choice import letter
from generator.review.likeness import letters

if TYPE_CHECKING:
    from generator.exchange.matching import Entry
    from generator.exchange.yaml import Tree

_SHOWN = 40  # characters of an answer that does not fit


class Doubt(NamedTuple):
    """What a person should look at: the code of a warning, and its values."""

    code: str
    values: dict[str, object]


class Updated(NamedTuple):
    entry: Entry
    doubts: tuple[Doubt, ...] = ()


def updated(old: Entry, entry: Entry) -> Updated:
    """`old` as `entry` has it. A type that is absent there is not said, and no type makes an answer useless."""
    said = {name: value for name, value in entry.items() if name != "id" and value is not MISSING}
    base, doubts = _lettered(old, said) if "options" in said and "answer" not in said else (old, [])
    was = _type(old)
    if _type({**base, **said}) != was:
        doubts += _fit_type(base, said)
    elif "type" not in said and "answer" in said:
        doubts += _fit_answer(base, said)
    now = _type({**base, **said})
    if "options" in said:
        said["options"] = _kept_fixed(base.get("options"), said["options"])
    if "answer" in said and kind(now).prose and kind(was).prose:
        said["answer"] = _prose(base.get("answer"), said["answer"])
    lost = set(kind(was).fields) - set(kind(now).fields)
    made = {name: value for name, value in base.items() if name not in lost} | said
    return Updated(usual(made), tuple(doubts))


def usual(entry: Entry) -> Entry:
    """A question without the type that is the usual one, as the format has it."""
    return {name: value for name, value in entry.items() if name != "type" or value != DEFAULT}


def _type(entry: Entry) -> str:
    return str(entry.get("type", DEFAULT))


def _lettered(old: Entry, said: Entry) -> tuple[Entry, list[Doubt]]:
    """The bank's question with the letters of its answer as they are among the options that are `said`."""
    answer = old.get("answer")
    if not answer or "options" not in old:
        return old, []
    before, after = (list(map(letters, option_texts(entry["options"]))) for entry in (old, said))
    places = [ord(sign) - ord("A") for sign in str(answer)]
    if before == after or not all(0 <= place < len(before) for place in places):
        return old, []
    right = [before[place] for place in places]
    if all(after.count(words) == 1 for words in right):
        return {**old, "answer": "".join(map(letter, sorted(map(after.index, right))))}, []
    return old, [Doubt("import-options-changed", {"answer": str(answer)})]


def _fit_type(old: Entry, said: Entry) -> list[Doubt]:
    """Read the bank's answer as one of the type that is said; where it is none and nothing takes its place, take
    that type out of what is `said`, and what only such a question has.
    """
    was, wanted = _type(old), _type(said)
    if "answer" in said or not old.get("answer"):
        return []
    answer = fitted(old["answer"], was, wanted, {**old, **said})
    if answer is not None:
        said["answer"] = answer
        return []
    del said["type"]
    for name in set(kind(wanted).fields) - set(kind(was).fields):
        said.pop(name, None)
    return [Doubt("import-type-kept", {"type": wanted, "kept": was})]


def _fit_answer(old: Entry, said: Entry) -> list[Doubt]:
    """Read an answer in prose as one of the bank's question; where it is none, take it out of what is `said`."""
    answer = fitted(said["answer"], DEFAULT, _type(old), {**old, **said})
    if answer is not None:
        said["answer"] = answer
        return []
    words = " ".join(_words(said.pop("answer")).split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return [Doubt("import-answer-unfit", {"answer": shown, "type": _type(old)})]


def _words(answer: Tree) -> str:
    if isinstance(answer, dict):
        answer = list(answer.values())
    return " ".join(map(_words, answer)) if isinstance(answer, list) else str(answer)


def _kept_fixed(old: Tree | None, new: Tree) -> Tree:
    """Options that keep their place in the bank keep it, unless the document says which ones do."""
    if not isinstance(old, list) or not isinstance(new, list) or any(isinstance(o, dict) for o in new):
        return new
    fixed = {
        text: option for text, option in zip(option_texts(old), old, strict=True) if isinstance(option, dict)
    }
    return [fixed.get(text, option) for text, option in zip(option_texts(new), new, strict=True)]


def _prose(old: Tree | None, new: Tree) -> Tree:
    """An answer in prose, its text, points and numbering one by one."""
    before, after = _parts(old), _parts(new)
    if before.get("points") and after.get("points"):
        after["points"] = _kept_marks(before["points"], after["points"])
    made = {**before, **after}
    if set(made) == {"text"} or set(made) == {"points"}:
        return next(iter(made.values()))
    return {name: made[name] for name in ("text", "points", "numbering") if name in made}


def _parts(answer: Tree | None) -> dict[str, Tree]:
    if isinstance(answer, dict):
        return dict(answer)
    if not answer:
        return {}
    return {"points" if isinstance(answer, list) else "text": answer}


def _kept_marks(old: Tree, new: Tree) -> Tree:
    """Points that are said without marks, any of them, keep those that points of these words have."""
    if not isinstance(old, list) or not isinstance(new, list) or any(isinstance(p, dict) for p in new):
        return new
    known = {letters(str(p["text"])): p for p in old if isinstance(p, dict) and "marks" in p}
    return [{**known.get(letters(str(p)), {}), "text": p} if letters(str(p)) in known else p for p in new]
