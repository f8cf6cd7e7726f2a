"""A layout file to a Blueprint (what is drawn) and the name of its style (how it looks)."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator import kinds
from generator.bank import read_format, read_language
from generator.blueprint.draw import MOST_QUESTIONS, Draw, checked, parse_draw, tell_bad_draw
from generator.markdown import scan
from generator.model.blueprint import Blueprint, Filter, SectionSpec
from generator.model.question import written
from generator.source import Fields, MappingNode, ScalarNode, nearest_name, place_of, read

if TYPE_CHECKING:
    from pathlib import Path

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
    "posts",
    "identity_numbers",
)
SECTION_FIELDS = ("title", "draw", "from", "label", "note", "questions", "order", "exclude")
FILTER_FIELDS = ("category", "type", "tags", "competencies", "difficulty", "bank")


FILE_FIELDS = ("layout", "variant", "id", "name", "post", "room", "seat", "session", "document")


class BankName(NamedTuple):
    """A bank as a layout names it."""

    path: Path
    name: str  # what messages call the file
    said: str
    location: Location


class LayoutFile(NamedTuple):
    """A layout file, read; `style` is left to the styles' room."""

    blueprint: Blueprint
    banks: tuple[BankName, ...]
    style: Node | None
    file_name: Text | None  # a pattern; None: the usual name
    posts: tuple[str, ...]  # whom it is for; empty: everybody
    masks_identity: bool  # Chinese identity numbers are printed and named masked
    digest: str


def read_layout(path: Path, name: str, report: Report) -> LayoutFile | None:
    """Read a layout file; every fault goes to `report`. None when there is nothing to go on with."""
    root = read(path, name, report)
    if root is None:
        return None
    if "sections" not in root.entries and "questions" in root.entries:
        report.error("is-a-bank", root.location, "is-a-bank")
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
        blueprint,
        _banks(fields, path),
        fields.node("style"),
        _file_name(fields, report),
        tuple(fields.strings("posts")),
        fields.choice("identity_numbers", ("masked", "full"), "masked") == "masked",
        root.file.digest,
    )


def _file_name(fields: Fields, report: Report) -> Text | None:
    """`file_name`: a pattern of FILE_FIELDS; {document} tells paper and key apart."""
    import re

    text = fields.text("file_name")
    if text is None:
        return None
    pattern = text.markdown.strip()
    known = " ".join(f"{{{field}}}" for field in FILE_FIELDS)
    for field in re.findall(r"\{[^}]*\}", pattern):
        if field not in known.split():
            where = place_of(text, field)
            report.error("unknown-pattern-field", where, "pattern-fields", field=field[1:-1], fields=known)
    if "{document}" not in pattern:
        report.error("file-name-document", text.location, "file-name-document")
    return text._replace(markdown=pattern)


def _banks(fields: Fields, path: Path) -> tuple[BankName, ...]:
    named = []
    for text in fields.texts("banks"):
        said = text.markdown.strip()
        file = path.parent / said
        named.append(BankName(file, _short_name(file), said, text.location))
    return tuple(named)


def _short_name(path: Path) -> str:
    """`layouts/../banks/a.yaml` as `banks/a.yaml`, where that is the same file."""
    short = os.path.normpath(path)
    return short if os.path.realpath(short) == os.path.realpath(path) else str(path)


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
    inner = _from(fields, report)
    filter_ = _filter(inner, report)
    if draw is None:
        return None
    return SectionSpec(
        title=fields.string("title"),
        count=draw.count,
        marks=draw.marks,
        filter=filter_,
        location=node.location,
        filter_at={name: inner.location(name) for name in FILTER_FIELDS if inner.has(name)},
        label=fields.string("label"),
        note=note,
        pinned=tuple(name for name, _ in pinned),
        pinned_at=tuple(where for _, where in pinned),
        exclude=tuple(name for name, _ in excluded),
        exclude_at=tuple(where for _, where in excluded),
        bank_order=order == "bank",
    )


def _ids(fields: Fields, name: str) -> list[tuple[str, Location]]:
    return [(text.markdown.strip(), text.location) for text in fields.texts(name)]


def _draw(fields: Fields, report: Report) -> Draw | None:
    if not fields.require("draw"):
        return None
    node = fields.node("draw")
    if isinstance(node, MappingNode):
        inner = Fields(node, report, ("count", "marks"))
        if not inner.require("count"):
            return None
        count = inner.integer("count", 1, MOST_QUESTIONS)
        marks = inner.number("marks")
        if count is None or (marks is None and inner.given("marks")):
            return None
        draw = checked(count, marks)
        found = f"{count}x{inner.string('marks')}"
    else:
        found = fields.string("draw")
        draw = parse_draw(found)
    if draw is None and found:
        tell_bad_draw(found, fields.location("draw"), report)
    return draw


def _from(section: Fields, report: Report) -> Fields:
    """The fields of `from`. Words alone are most likely meant as a category."""
    node = section.node("from")
    if isinstance(node, ScalarNode) and node.value.strip():
        report.error("text-for-fields", node.location, "filter-form", found=node.value.strip())
        return Fields(MappingNode(node.file, node.line, node.column), report, FILTER_FIELDS)
    return section.inner("from", FILTER_FIELDS)


def _filter(fields: Fields, report: Report) -> Filter:
    difficulties = []
    for said in fields.strings("difficulty"):
        if said in ("1", "2", "3", "4", "5"):
            difficulties.append(int(said))
        else:
            report.error("bad-difficulty", fields.location("difficulty"), "bad-difficulty", found=said)
    types = fields.strings("type")
    for said in types:
        if said not in kinds.NAMES:
            nearest = nearest_name(said, kinds.NAMES)
            hint = "did-you-mean" if nearest else "known-types"
            values = {"found": said, "nearest": nearest, "known": ", ".join(kinds.NAMES)}
            report.error("unknown-type", fields.location("type"), hint, **values)
    return Filter(
        category=fields.strings("category"),
        type=types,
        tags=fields.strings("tags"),
        competencies=fields.strings("competencies"),
        difficulty=tuple(difficulties),
        bank=fields.strings("bank"),
    )
