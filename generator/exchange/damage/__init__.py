"""What happens to documents on their way through the web and from hand to hand, mended where that is certain.

One module a damage, each with a function `mend`. What is mended is told, with its place; what is only furniture of
a site or a page goes to `unread`, so that nothing is lost. Sound text is never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Manuscript


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """The document without its damage. Each kind of damage is told once, with its first place and how often."""
    from generator.exchange.damage import (
        characters,
        cut,
        encodings,
        entities,
        furniture,
        glosses,
        joined,
        misread,
        spaced,
    )

    for damage in (encodings, entities, characters, spaced, misread, glosses, furniture, joined, cut):
        manuscript = damage.mend(manuscript, report)
    return manuscript
