"""A layout file to a Blueprint (what is drawn) and the name of its style (how it looks)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator import kinds
from generator.bank import read_format, read_language
from generator.blueprint.draw import Draw, checked, parse_draw
from generator.markdown import scan
from generator.model.blueprint import Blueprint, Filter, SectionSpec
from generator.model.question import written
from generator.source import Fields, MappingNode, ScalarNode, read

if TYPE_CHECKING:
    from generator.diagnostics import Location, Report
    from generator.model.content import Text
    from generator.source import Node

LAYOUT_FIELDS = (
    "layout",
    "format",
    "title",
    "subtitle",
    "short_title",
    "banks",
    "language",
    "duration",
    "total",
    "instructions",
    "sections",
    "style",
    "seed",
    "file_name",
)
SECTION_FIELDS = ("title", "draw", "from", "label", "note", "questions", "order", "exclude")
FILTER_FIELDS = ("category", "type", "tags", "competencies", "difficulty", "bank")


class LayoutFile(NamedTuple):
    """A layout file, read. `banks` are paths with the names messages call them by; `style` is left to the styles' room."""

    blueprint: Blueprint
    banks: tuple[tuple[Path, str], ...]
    style: Node | None
    file_name: str
    digest: str


def read_layout(path: Path, name: str, report: Report) -> LayoutFile | None:
    """Read a layout file; every fault goes to `report`. None when there is nothing to go on with."""
    root = read(path, name, report)
    if root is None:
        return None
    fields = Fields(root, report, LAYOUT_FIELDS)
    read_format(fields, report)
    for field in ("layout", "title", "sections"):
        fields.require(field)
    sections = [_section(node, report) for node in fields.sequence("sections")]
    specs = tuple(spec for spec in sections if spec is not None)
    instructions = fields.text("instructions")
    if instructions is not None:
        scan(instructions, report, path.parent)
    seed = fields.integer("seed", 0, 2**63 - 1)
    blueprint = Blueprint(
        id=fields.identifier("layout"),
        title=fields.string("title"),
        subtitle=fields.string("subtitle"),
        short_title=fields.string("short_title"),
        sections=specs,
        location=root.location,
        language=read_language(fields, report),
        duration=fields.integer("duration", 1, 10_000),
        instructions=instructions,
        seed=1 if seed is None else seed,
    )
    if len(specs) == len(sections):
        _check_total(fields, blueprint, report)
    return LayoutFile(
        blueprint, _banks(fields, path), fields.node("style"), _file_name(fields, report), root.file.digest
    )


def _file_name(fields: Fields, report: Report) -> str:
    """`file_name`: a pattern of {layout}, {variant} and {document}; kept apart from the others' by {document}."""
    import re

    pattern = fields.string("file_name")
    where = fields.location("file_name")
    for field in re.findall(r"\{([^}]*)\}", pattern):
        if field not in ("layout", "variant", "document"):
            report.error(
                "unknown-pattern-field",
                where,
                "pattern-fields",
                field=field,
                fields="{layout} {variant} {document}",
            )
    if pattern and "{document}" not in pattern:
        report.error("file-name-document", where, "file-name-document")
    return pattern


def _banks(fields: Fields, path: Path) -> tuple[tuple[Path, str], ...]:
    named = []
    for said in fields.strings("banks"):
        file = path.parent / said
        named.append((file, str(file)))
    return tuple(named)


def _check_total(fields: Fields, blueprint: Blueprint, report: Report) -> None:
    declared = fields.number("total")
    if declared is None:
        return
    total = sum((s.marks * s.count for s in blueprint.sections if s.marks is not None), Fraction(0))
    if total != declared:
        sums = " + ".join(f"{s.count}×{written(s.marks)}" for s in blueprint.sections if s.marks is not None)
        report.error(
            "wrong-total",
            fields.location("total"),
            "wrong-total",
            declared=written(declared),
            total=written(total),
            sums=sums or "0",
        )


def _section(node: Node, report: Report) -> SectionSpec | None:
    if not isinstance(node, MappingNode):
        report.error("not-a-section", node.location, "not-a-section")
        return None
    fields = Fields(node, report, SECTION_FIELDS)
    fields.require("title")
    draw = _draw(fields, report)
    note = fields.text("note")
    if note is not None:
        scan(note, report, None)
    pinned = _ids(fields, "questions")
    excluded = _ids(fields, "exclude")
    order = fields.choice("order", ("drawn", "bank"), "drawn")
    filter_ = _filter(fields, report)
    if draw is None:
        return None
    return SectionSpec(
        title=fields.string("title"),
        count=draw.count,
        marks=draw.marks,
        filter=filter_,
        location=node.location,
        label=fields.string("label"),
        note=note,
        pinned=tuple(name for name, _ in pinned),
        pinned_at=tuple(where for _, where in pinned),
        exclude=tuple(name for name, _ in excluded),
        exclude_at=tuple(where for _, where in excluded),
        bank_order=order == "bank",
    )


def _ids(fields: Fields, name: str) -> list[tuple[str, Location]]:
    nodes = fields.sequence(name)
    return [(node.value.strip(), node.location) for node in nodes if isinstance(node, ScalarNode)]


def _draw(fields: Fields, report: Report) -> Draw | None:
    if not fields.require("draw"):
        return None
    node = fields.node("draw")
    if isinstance(node, MappingNode):
        inner = Fields(node, report, ("count", "marks"))
        if not inner.require("count"):
            return None
        count = inner.integer("count", 1, 10**6)
        draw = None if count is None else checked(count, inner.number("marks"))
        found = ""
    else:
        found = fields.string("draw")
        draw = parse_draw(found)
    if draw is None and (found or isinstance(node, MappingNode)):
        report.error("bad-draw", fields.location("draw"), "bad-draw", found=found)
    return draw


def _filter(section: Fields, report: Report) -> Filter:
    fields = section.inner("from", FILTER_FIELDS)
    difficulties = []
    for said in fields.strings("difficulty"):
        if said in ("1", "2", "3", "4", "5"):
            difficulties.append(int(said))
        else:
            report.error("bad-difficulty", fields.location("difficulty"), "bad-difficulty", found=said)
    types = fields.strings("type")
    for said in types:
        if said not in kinds.NAMES:
            report.error(
                "unknown-type",
                fields.location("type"),
                "known-types",
                found=said,
                known=", ".join(kinds.NAMES),
            )
    return Filter(
        category=fields.strings("category"),
        type=types,
        tags=fields.strings("tags"),
        competencies=fields.strings("competencies"),
        difficulty=tuple(difficulties),
        bank=fields.strings("bank"),
    )
