"""The questions of a section, and what its heading and its notes say of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.accounts.declared import declared, keyed, numbered
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.outline.below import below
from generator.exchange.interpret.outline.common import take_common
from generator.exchange.interpret.outline.material import is_case, leads, material_of
from generator.exchange.interpret.outline.wholes import are_parts, are_statements, whole_of
from generator.exchange.interpret.question.maker import Maker
from generator.exchange.interpret.question.shared import share_options

if TYPE_CHECKING:
    from generator.exchange.interpret.accounts.confidence import Made
    from generator.exchange.interpret.accounts.left_out import LeftOvers
    from generator.exchange.interpret.outline.tree import Section
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.question.maker import Document


def questions_of(section: Section, document: Document, left: LeftOvers) -> list[Made]:
    """The questions of a section in order; what stands above them and is none of theirs goes to `left`."""
    common = take_common(section)
    share_options(section)
    parts = are_parts(section)
    whole = parts and is_case(section)
    material = [] if whole else _material(section, left, tied=bool(common))
    if parts and (material or whole):
        section.items, material = [whole_of(section)], []
    found = below(section)
    for item in section.items:
        item.below = found
    statements = are_statements(section) or found == "truth"
    supposed = "true_false" if statements and not type_of(section.title) else ""
    made = [
        Maker(item, document, [*material, *common.get(at, ())], supposed).make()
        for at, item in enumerate(section.items)
    ]
    made = keyed(section, numbered(section, made))
    heading, sighting = section.heading, section.sighting
    if heading is None or sighting is None:
        return made
    if not any(question.category == heading.title for question, _ in made):
        left.piece(sighting.piece, "left-heading")
    elif heading.aside:
        left.piece(sighting.piece, "left-note")
    return declared(section, made, Location(document.file, sighting.piece.number))


def _material(section: Section, left: LeftOvers, *, tied: bool) -> list[Piece]:
    """The material all questions of a section go by, none where some are `tied` to theirs; its notes are left out."""
    material = [] if tied else material_of(section)
    if not material:
        left.notes += section.notes
        for sighting in section.notes:
            left.piece(sighting.piece, "left-note")
    for sighting in filter(leads, section.notes if material else ()):
        left.piece(sighting.piece, "left-note")
    return material
