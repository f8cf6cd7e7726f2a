"""What a question type is to the rest of the house.

A type is one file of this folder: a subclass of Kind and `KIND`, its one instance. It reads its own
fields, says where a candidate answers, and words the correct response for the key. It never draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from generator.model.question import Option, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Report
    from generator.model.content import Inline, Text
    from generator.model.question import Prompt, Solution
    from generator.source import Fields


class Reading(NamedTuple):
    """What a type reads beyond the fields all questions have: the candidate's side and the key's."""

    options: tuple[Option, ...] = ()
    shuffle: bool = True
    response: Response = Response()


class Kind:
    name: ClassVar[str]
    fields: ClassVar[tuple[str, ...]] = ()
    """Fields a question of this type may have beyond those of every question."""

    prose: ClassVar[bool] = False
    """The answer is prose or points, read by the bank for every type alike, and not a response."""

    space: ClassVar[str] = "none"
    """Where a candidate answers: "lines" under the stem, "bracket" at its end, or "none" of ours."""

    def read(self, fields: Fields, stem: Text, report: Report) -> Reading:
        """Read and check this type's fields; every fault goes to `report`."""
        return Reading()

    def response(
        self, prompt: Prompt, order: tuple[int, ...], solution: Solution, words: Mapping[str, str]
    ) -> tuple[Inline, ...]:
        """The correct response as the key prints it, for options printed in `order`."""
        return ()
