"""What is to be done in a round, and what became of it. All of it travels between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.record import Record
    from generator.diagnostics import Diagnostic


class Output(NamedTuple):
    """A document of a task: `role` is "paper" or "key", `stem` the file's name without suffix."""

    role: str
    stem: str


class Task(NamedTuple):
    """Documents that are drawn and set together: a paper, the key of a form, or one's own paper with its key.

    `form` names the form: a letter or session that all its papers share, or, with `own`, one drawn for `name` alone.
    `candidate` is what is printed of one, by field; None for the key of a form.
    """

    name: str  # unique in a round: paper and whose it is, or key, the layout's place and the form
    layout: int  # place among the orders
    form: str
    own: bool
    candidate: Mapping[str, str] | None
    outputs: tuple[Output, ...]
    spare: str = ""  # what a paper that is nobody's yet is called


class Done(NamedTuple):
    """A task whose files are all delivered. `drawn` is the paper's part of its line in forms.jsonl."""

    name: str
    drawn: Record
    files: tuple[Record, ...]


class Failed(NamedTuple):
    """A task of which nothing was delivered, and why."""

    name: str
    faults: tuple[Diagnostic, ...]


class Told(NamedTuple):
    """What was found out over tasks and cost nobody a paper: warnings, of which several processes may tell the same."""

    diagnostics: tuple[Diagnostic, ...]


class Unfit(Exception):
    """A worker cannot take part in the round; `code` names an entry of `messages`, and of its hints."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        super().__init__(code, values)  # what it is made of again in another process
        self.code = code
        self.values = values
