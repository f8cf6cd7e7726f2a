"""What a reader makes of a document: a Bank, and an account of it, so that nothing is lost in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic, Location
    from generator.exchange.yaml.comments import Comments, Path
    from generator.model.question import Bank


PICTURE = re.compile(r"""(!\[[^\]\n]{0,1000}\]\()([^)\s]{1,1000})((?:\s+"[^"\n]{0,300}")?\))""")
"""A picture in a text: what stands before its path, the path, and what stands behind."""


class Origin(NamedTuple):
    """Where a question came from, and how sure that is.

    `first` and `last` are its first and last line, paragraph or row. `recognised` names the fields of the bank that
    the document itself marks ("answer", "analysis"). `inferred` holds what was concluded and not written,
    `doubts` what a person must look at or fill in (both as diagnostics: a code, a place, values). `confidence` is
    from 0 to 1: 1 when all was recognised. `unsaid` are fields that a table which came from a bank has a column for, and
    leaves empty.
    """

    id: str
    first: Location
    last: Location
    recognised: tuple[str, ...] = ()
    inferred: tuple[Diagnostic, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()
    confidence: float = 1.0
    unsaid: tuple[str, ...] = ()


class LeftOut(NamedTuple):
    """Something of the document that is not in the bank: its words, and `why` (an entry of `messages.PHRASES`)."""

    location: Location
    text: str
    why: str


class Intake(NamedTuple):
    """`origins` go with the bank's questions, in order. `pictures` are by the path the bank names them with.

    The bank's Texts and questions have their places in the document (Location.line is the line, paragraph or row).
    What could not be told is missing in a question (no answer: an empty Solution; no id: ""), and said in its Origin.
    `comments` are those of a document that is a bank's own file.
    """

    bank: Bank
    origins: tuple[Origin, ...]
    left_out: tuple[LeftOut, ...] = ()
    pictures: dict[str, bytes] = {}  # noqa: RUF012 - never changed
    comments: Mapping[Path, Comments] = {}
