"""Confidence in a question, and the doubts that lower it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Diagnostic
    from generator.exchange.intake import Origin
    from generator.model.question import Question

Made: TypeAlias = "tuple[Question, Origin]"
"""A question and what is known of where it came from."""

INFERENCE, DOUBT, LEAST = 0.1, 0.3, 0.1
"""What each inference and each doubt takes from confidence, and what is left at least."""


def with_doubts(origin: Origin, doubts: Sequence[Diagnostic], each: float = DOUBT) -> Origin:
    """An origin with more doubts, each of which takes `each` from its confidence."""
    if not doubts:
        return origin
    confidence = max(LEAST, origin.confidence - each * len(doubts))
    return origin._replace(doubts=(*origin.doubts, *doubts), confidence=confidence)


def last_doubted(made: Sequence[Made], doubt: Diagnostic) -> list[Made]:
    """Questions, the last of which carries what is doubtful about all of them."""
    question, origin = made[-1]
    return [*made[:-1], (question, with_doubts(origin, [doubt]))]
