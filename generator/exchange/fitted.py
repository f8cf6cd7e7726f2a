"""An answer as another type of question has it: letters, a truth, blanks, or prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.interpret.lexers.truths import truth_of
from generator.exchange.table.answers import chosen
from generator.exchange.table.lists import blanks_read
from generator.exchange.yaml import Bare
from generator.kinds import kind
from generator.kinds.choice import letter
from generator.kinds.fill_blank import count_blanks
from generator.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.exchange.yaml import Tree

_NOWHERE = Location(SourceFile("", []))


def fitted(answer: Tree, of: str, to: str, entry: Mapping[str, Tree]) -> Tree | None:
    """`answer`, of a question of the type `of`, as that of `entry`, which is of the type `to`; None where it is none."""
    if of == to or (kind(of).prose and kind(to).prose):
        return answer
    if isinstance(answer, Bare) or not isinstance(answer, str) or kind(to).prose:
        return None
    if to == "true_false":
        truth = truth_of(answer)
        return None if truth is None else Bare("true" if truth else "false")
    if to == "fill_blank":
        blanks = blanks_read(answer, count_blanks(Text(str(entry.get("stem", "")), _NOWHERE)))
        return None if blanks is None else [_one_or_more(blank) for blank in blanks]
    found = chosen(option_texts(entry.get("options")), answer, in_words=True)
    if found.unknown or not found.places or (to == "single_choice" and len(found.places) > 1):
        return None
    return "".join(map(letter, found.places))


def _one_or_more(texts: list[str]) -> Tree:
    return texts[0] if len(texts) == 1 else list(texts)


def option_texts(options: Tree | None) -> list[str]:
    """The words of the options of a question."""
    if not isinstance(options, list):
        return []
    return [str(option.get("text", "")) if isinstance(option, dict) else str(option) for option in options]
