"""A blueprint without a layout file: `--sections 5x8,4x10,3x15` over the banks' categories in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.blueprint.draw import parse_draw, tell_bad_draw
from generator.diagnostics import Location, SourceFile
from generator.model.blueprint import Blueprint, Filter, SectionSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.model.question import Bank

_ALL = {"zh": "试题", "en": "Questions"}  # the title of a section that draws from all


def blueprint_from_sections(said: str, banks: Sequence[Bank], title: str, report: Report) -> Blueprint | None:
    """The blueprint that `--sections` asks for; the layout's id is the first bank's.

    One section of banks that have no categories draws from all their questions.
    """
    where = Location(SourceFile("--sections", [said]), 1, 1)
    draws = []
    for match in re.finditer(r"[^,，;；]+", said):
        draw = parse_draw(match[0])
        if draw is None:
            tell_bad_draw(match[0].strip(), where._replace(column=match.start() + 1), report)
        draws.append(draw)
    if not draws:
        tell_bad_draw(said, where, report)
    categories = list(dict.fromkeys(q.category for bank in banks for q in bank.questions if q.category))
    if not categories and len(draws) == 1:
        categories = [""]
    if len(draws) > len(categories):
        values = {"sections": len(draws), "categories": len(categories)}
        report.error("few-categories", where, "few-categories", **values, names="、".join(categories) or "—")
        return None
    first = banks[0]
    whole = _ALL["zh" if first.language.startswith("zh") else "en"]
    specs = [
        SectionSpec(
            category or whole, draw.count, draw.marks, Filter(category=(category,) if category else ()), where
        )
        for draw, category in zip(draws, categories, strict=False)
        if draw is not None
    ]
    return Blueprint(first.id, title or first.title or first.id, tuple(specs), where)
