"""What a document says of a question, said in the one that a bank has: the rest of it stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic
from generator.exchange.table.answers import chosen, letters_of
from generator.exchange.table.lists import blanks_read
from generator.exchange.table.types import truth_of
from generator.exchange.yaml import MISSING, Bare
from generator.kinds import DEFAULT, kind
from generator.kinds.choice import letter
from generator.kinds.fill_blank import count_blanks
from generator.model.content import Text
from generator.source.letters import letters_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Location
    from generator.exchange.yaml import Tree

_SHOWN = 40  # characters of an answer that does not fit

Entry = dict[str, "Tree"]
"""A question as its file holds it. Of one that a document has, a type that is absent is not said."""


class Updated(NamedTuple):
    """The question, and what of the document it could not take or a person should look at: codes and their values."""

    entry: Entry
    doubts: tuple[tuple[str, dict[str, object]], ...] = ()


def updated(old: Entry, entry: Entry) -> Updated:
    """`old` as `entry` has it: another type only if that is said and the answer is one of such a question."""
    said = {name: value for name, value in entry.items() if name != "id" and value is not MISSING}
    doubts: list[tuple[str, dict[str, object]]] = []
    old_type = str(old.get("type", DEFAULT))
    new_type = str(said.pop("type", old_type))
    if new_type != old_type and "answer" not in said and old.get("answer"):
        answer = fitted(old["answer"], new_type, {**old, **said})
        if answer is None:
            doubts.append(("import-type-kept", {"type": new_type, "kept": old_type}))
            new_type = old_type
        else:
            said["answer"] = answer
'
