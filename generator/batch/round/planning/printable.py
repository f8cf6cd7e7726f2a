"""Whether what is printed of a candidate can be printed: some names hold characters that no face has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates import FIELDS, masked
from generator.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.round.planning.plan import Plan
    from generator.candidates import CandidateList
    from generator.diagnostics import Diagnostic
    from generator.layout.style import Style
    from generator.model.document import Look

_WHY = {  # by the code of the fault; its values may hold paths, which no file of a round tells
    "zh": {
        "row-unprintable": "有印不出来的字“{characters}”",
        "file-occupied": "同名的文件已经在那里",
        "task-failed": "程序出错",
        "": "原因见生成时的提示",
    },
    "en": {
        "row-unprintable": "no font has “{characters}”",
        "file-occupied": "another file has its name",
        "task-failed": "the program failed",
        "": "see what the run told",
    },
}
_FEW = 4  # code points that a message names
_OF_CANDIDATE = "candidate."  # before a column in a pattern of a style
ROLES = ("box", "header", "footer", "meta")  # where a paper prints what is known of its candidate


def unprintable(plan: Plan, candidates: CandidateList) -> dict[str, tuple[Diagnostic, ...]]:
    """Rows of which something cannot be printed, by id, each with the fault that is to be told."""
    layouts = {entry.name: entry.layout for entry in plan.entries}
    shown = [printed_columns(order.style) for order in plan.orders]
    missing: dict[tuple[int, str], bool] = {}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    headers = {field: header for header, field in candidates.columns if field}
    for row in candidates.rows:
        layout = layouts.get(row.id)
        if layout is None:
            continue
        report = Report()
        known = (*((field, getattr(row, field)) for field in FIELDS), *row.others)
        said = {column: value for column, value in known if column in shown[layout]}
        lacking = []
        for character in sorted(set("".join(said.values()))):
            key = layout, character
            if key not in missing:
                missing[key] = not _has(plan.orders[layout].style.paper_look, character)
            if missing[key]:
                lacking.append(character)
        if lacking:
            columns = [headers.get(c, c) for c, value in said.items() if not set(value).isdisjoint(lacking)]
            points = ", ".join(f"U+{ord(character):04X}" for character in lacking[:_FEW])
            points += " …" if len(lacking) > _FEW else ""
            values = {
                "id": masked(row.id),
                "columns": ", ".join(columns),
                "characters": "".join(lacking),
                "points": points,
            }
            report.error("row-unprintable", row.location, "row-unprintable", **values)
            found[row.id] = tuple(report.diagnostics)
    return found


def printed_columns(style: Style) -> frozenset[str]:
    """Fields and columns of the candidates' file that papers or keys of a style print."""
    boxed = (box.field for box in style.front.candidate_box)
    return frozenset(("id", "name", *asked_columns(style), *boxed))


def asked_columns(style: Style) -> list[str]:
    """What the headers and footers of a style ask of a candidate."""
    patterns = (style.header, style.footer, style.key.footer)
    named = {name for pattern in patterns for name in pattern.fields if name.startswith(_OF_CANDIDATE)}
    return sorted(name.removeprefix(_OF_CANDIDATE) for name in named)


def why(code: str, row: Mapping[str, str], style: Style) -> str:
    """Why somebody has no paper, in the words of the style's language; `row` is what is known of them."""
    words = _WHY["zh" if style.language.lower().startswith("zh") else "en"]
    shown = printed_columns(style)
    said = sorted({c for column, value in row.items() if column in shown for c in value})
    lacking = [c for c in said if not _has(style.paper_look, c)]
    return words.get(code, words[""]).format(characters="".join(lacking))


def _has(look: Look, character: str) -> bool:
    """Whether every family that may print it has a face with the character."""
    from generator.render.pdf.faces import face

    families = {look.texts[role].font for role in ROLES if role in look.texts}
    return all(any(face(name).glyph(character) for name in look.fonts[family].faces) for family in families)
