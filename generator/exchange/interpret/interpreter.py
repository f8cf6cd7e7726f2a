"""A manuscript through all steps to an Intake: lines, pieces, the search, the outline, the questions, the account."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.intake import Intake
from generator.exchange.interpret.accounts.confidence import last_doubted
from generator.exchange.interpret.accounts.declared import titled
from generator.exchange.interpret.accounts.keyed import fits_several
from generator.exchange.interpret.accounts.left_out import LeftOvers
from generator.exchange.interpret.accounts.overlooked import (
    asking_front,
    attached,
    doubts_of,
    numbered_notes,
    unread,
)
from generator.exchange.interpret.accounts.referring import referring
from generator.exchange.interpret.accounts.siblings import doubted
from generator.exchange.interpret.lines.contents import without_contents
from generator.exchange.interpret.lines.furniture import without_cards, without_forms, without_furniture
from generator.exchange.interpret.lines.headings import whole_headings
from generator.exchange.interpret.lines.language import language_of
from generator.exchange.interpret.lines.signs import without_codes, without_signs
from generator.exchange.interpret.lines.struck import without_struck
from generator.exchange.interpret.lines.turned import turned
from generator.exchange.interpret.lines.unwrap import unwrapped
from generator.exchange.interpret.outline.common import take_front
from generator.exchange.interpret.outline.endings import ending
from generator.exchange.interpret.outline.front import title_of
from generator.exchange.interpret.outline.outline import outline
from generator.exchange.interpret.outline.wholes import are_bare
from generator.exchange.interpret.pieces.cutting import pieces_of
from generator.exchange.interpret.pieces.lists import without_lists
from generator.exchange.interpret.pieces.markdown import markdown
from generator.exchange.interpret.pieces.recurring import with_recurring_labels
from generator.exchange.interpret.pieces.sightings import sighting_of
from generator.exchange.interpret.question.maker import Document
from generator.exchange.interpret.question.section import questions_of
from generator.exchange.interpret.search.beam import read
from generator.exchange.interpret.tables.layout import laid_out
from generator.model.question import Bank

if TYPE_CHECKING:
    from generator.diagnostics import Report, SourceFile
    from generator.exchange.interpret.accounts.confidence import Made
    from generator.exchange.interpret.outline.tree import Outline
    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.line import Line, Manuscript

_MANY = 3  # lines in no question that ask or answer, from which a person must look at them


def intake_of(manuscript: Manuscript, report: Report, bank: str, title: str, language: str) -> Intake:
    """As `interpret` says."""
    file = manuscript.file
    language = language or language_of(manuscript.lines)
    left = LeftOvers(file)
    sightings = _sightings(manuscript.lines, left)
    drawn = outline(sightings, read(sightings))
    if drawn.sections:
        take_front(drawn.front, drawn.sections[0])
    title = _front(drawn.front, sightings, title, left)
    _ending(drawn, left)
    document = Document(file, bank, language, are_bare(drawn))
    made = doubted([made for section in drawn.sections for made in questions_of(section, document, left)])
    made = _overlooked(drawn, made, file)
    made = referring(made, [*drawn.front, *left.notes], file)
    _report(drawn, made, left, report, file)
    for out in drawn.left:
        left.piece(out.sighting.piece, out.why)
    for number, words, why in manuscript.unread:
        left.line(number, words, why)
    made = titled(_cut_off(made, report, file), title, Location(file, 1))
    questions = tuple(question for question, _ in made)
    found = Bank(bank, title, language, questions, Location(file, 1), file.digest)
    return Intake(found, tuple(origin for _, origin in made), left.all(), dict(manuscript.pictures))


def _sightings(lines: tuple[Line, ...], left: LeftOvers) -> list[Sighting]:
    """What each piece of a document may be; lines that are none of its text are left out."""
    unstruck, struck = without_struck(lines)
    left.lines(struck)
    kept, furniture = without_furniture(unstruck)
    left.lines(furniture)
    kept, cards = without_cards(kept)
    left.lines((line, "left-box") for line in cards)
    kept, forms = without_forms(kept)
    left.lines((line, "left-box") for line in forms)
    kept, tables = laid_out(list(turned(without_codes(without_signs(kept)))))
    left.lines(tables)
    kept, contents = without_contents(kept)
    left.lines((line, "left-contents") for line in contents)
    pieces = [piece for line, last in whole_headings(unwrapped(kept)) for piece in pieces_of(line, last)]
    return with_recurring_labels(without_lists([sighting_of(piece) for piece in pieces]))


def _front(front: list[Sighting], sightings: list[Sighting], title: str, left: LeftOvers) -> str:
    """The title, the front's own where none is given; the rest of the front is left out."""
    orders = Counter(s.piece.line.heading for s in sightings if s.piece.line.heading)
    single = [order for order, count in orders.items() if count == 1]
    own = title_of(front, single) if not title else None
    for sighting in front:
        if sighting is own:
            title = " ".join(markdown(sighting.piece).split())
        else:
            left.piece(sighting.piece, "left-front")
    return title


def _ending(drawn: Outline, left: LeftOvers) -> None:
    """Take the closing words of a document from its last question."""
    owners = [
        owner
        for section in drawn.sections
        for item in section.items
        for owner in (item.sightings, item.entry)
        if owner
    ]
    last = max(owners, key=lambda owner: owner[-1].piece.number, default=None)
    for sighting in ending(last) if last else ():
        left.piece(sighting.piece, "left-ending")


def _overlooked(drawn: Outline, made: list[Made], file: SourceFile) -> list[Made]:
    """Questions, those before lines that may be questions too with a doubt."""
    doubts = doubts_of("import-line-front", asking_front(drawn.front, drawn.sections), file)
    doubts += doubts_of("import-key-several", fits_several(drawn), file)
    for section in drawn.sections:
        doubts += doubts_of("import-line-noted", numbered_notes(section), file)
    return attached(made, doubts)


def _report(drawn: Outline, made: list[Made], left: LeftOvers, report: Report, file: SourceFile) -> None:
    """Warn of what is no single question's: lines left that ask, entries of a key for no question, no questions at all."""
    asking = unread([*drawn.front, *left.notes, *(out.sighting for out in drawn.left)], made)
    if len(asking) >= _MANY:
        report.warning("import-questions-left", Location(file, asking[0].piece.number), count=len(asking))
    for sighting, number in drawn.orphans:
        report.warning("import-key-orphan", Location(file, sighting.piece.number), number=number)
    if not made:
        report.warning("import-no-questions", Location(file))


def _cut_off(made: list[Made], report: Report, file: SourceFile) -> list[Made]:
    """Where the document breaks off, the question it does so in is doubtful."""
    cut = [d.location.line for d in report.diagnostics if d.code == "damage-cut" and d.location]
    if not cut or not made:
        return made
    return last_doubted(
        made, Diagnostic("warning", "damage-cut", Location(file, cut[-1]), {}, "look-at-the-end")
    )
