"""Whether what is printed of a candidate can be printed: some names hold characters that no face has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates import FIELDS
from generator.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.batch.round.plan import Plan
    from generator.candidates import Candidate
    from generator.diagnostics import Diagnostic
    from generator.model.document import Look

ROLES = ("box", "header", "footer", "meta")  # where a paper prints what is known of its candidate


def unprintable(plan: Plan, rows: Iterable[Candidate]) -> dict[str, tuple[Diagnostic, ...]]:
    """Rows of which something cannot be printed, by id, each with what is to be told."""
    layouts = {entry.name: entry.layout for entry in plan.entries}
    missing: dict[tuple[int, str], bool] = {}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for row in rows:
        layout = layouts.get(row.id)
        if layout is None:
            continue
        report = Report()
        fields = (getattr(row, field) for field in FIELDS)
        said = "".join((*fields, *(value for _, value in row.others)))
        for character in sorted(set(said)):
            key = layout, character
            if key not in missing:
                missing[key] = not _has(plan.orders[layout].style.paper_look, character)
            if missing[key]:
                values = {"character": character, "point": f"U+{ord(character):04X}"}
                report.error("row-unprintable", row.location, "row-unprintable", id=row.id, **values)
        if report.failed:
            found[row.id] = tuple(report.diagnostics)
    return found


def _has(look: Look, character: str) -> bool:
    """Whether every family that may print it has a face with the character."""
    from generator.render.pdf.faces import face

    families = {look.texts[role].font for role in ROLES if role in look.texts}
    return all(any(face(name).glyph(character) for name in look.fonts[family].faces) for family in families)
