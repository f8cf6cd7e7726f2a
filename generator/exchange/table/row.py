"""A row of a table to a question: what each cell says, and what follows where it says nothing."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.facts import fact
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.headings import type_of
from generator.exchange.line import Line
from generator.exchange.prose import passage
from generator.exchange.quiz.draft import IDENTIFIER, Draft
from generator.exchange.table import answers, lists, schemes
from generator.exchange.table.cleaning import cleaned, one_line
from generator.exchange.table.types import said_type, truth_of
from generator.kinds import DEFAULT, NAMES, kind
from generator.kinds.choice import letter
from generator.kinds.fill_blank import count_blanks
from generator.model.question import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.diagnostics import SourceFile

_BRACKETS = re.compile(r"[(（][ \u3000\t]*[)）]|(?<!_)_{2,3}(?!_)")
_TYPED_LETTER = re.compile(r"[(（]?([A-Za-z])[.．、:：)）][ \t]*")
_NO = frozenset(("否", "不", "no", "false", "n", "f", "0", "×"))
_YES = frozenset(("是", "yes", "true", "y", "t", "1", "√", ""))


class Cells(NamedTuple):
    """A row: its cells by field, none of them empty, and by header those of unknown columns; where it stands."""

    known: Mapping[str, str]
    unknown: Mapping[str, str]
    headers: Mapping[str, str]  # by field
    file: SourceFile
    first: int
    last: int


def draft_of(cells: Cells, source: Callable[[str], str]) -> Draft:
    """The question of a row. `source` makes Markdown of the text of a cell."""
    return _Row(cells, source).read()


def plain(text: str) -> str:
    """Text as it shows to Markdown: each of its lines a paragraph."""
    if "\n" not in text:
        return passage([Line(one_line(text).strip(), 1)])
    return passage(Line(one_line(line).strip(), 1) for line in text.split("\n"))


def _short(said: str) -> str:
    """The beginning of a cell, in one line."""
    return " ".join(said.split())[:60]


class _Row:
    def __init__(self, cells: Cells, source: Callable[[str], str]) -> None:
        self.cells = {field: cleaned(cell) for field, cell in cells.known.items()}
        self.headers = cells.headers
        self.unknown = {header: cleaned(cell) for header, cell in cells.unknown.items()}
        self.draft = Draft(cells.file, cells.first, cells.last)
        self.source = source

    def read(self) -> Draft:
        draft = self.draft
        draft.stem = self.source(self._cell("stem"))
        if not draft.stem.strip():
            draft.doubt("import-no-stem")
        self._facts()
        draft.analysis = self.source(self._cell("analysis"))
        draft.note = self.source(self._cell("note"))
        draft.highlights = self._items("highlights")
        draft.follow_ups = self._items("follow_ups")
        self._levels()
        self._answer()
        for field in [*self.cells]:  # what no question of this type has
            self._unclear(field, self._cell(field))
        for header, said in self.unknown.items():
            draft.keep("column", said, header)
        return draft

    def _cell(self, field: str) -> str:
        return self.cells.pop(field, "")

    def _items(self, field: str) -> list[str]:
        found = [self.source(item.text) for item in lists.items_read(self._cell(field), deep=False)]
        return [text for text in found if text.strip()]

    def _names(self, field: str) -> list[str]:
        return [name for said in lists.parted(self._cell(field), lists.NAMES) if (name := one_line(said))]

    # Facts -----------------------------------------------------------------------------------------

    def _facts(self) -> None:
        draft = self.draft
        for field in ("category", "label", "source", "language"):
            setattr(draft, field, one_line(self._cell(field)).strip())
        for field in ("competencies", "tags", "enemies", "silence"):
            setattr(draft, field, self._names(field))
        written = self._cell("id").strip()
        if written:
            low = flat(written)
            draft.identify(low if IDENTIFIER.fullmatch(low) else written)
        draft.difficulty = self._number("difficulty", 5)
        draft.minutes = self._number("minutes", 1440)
        draft.lines = self._number("lines", 200)
        self._marks()

    def _number(self, field: str, most: int) -> int | None:
        said = self._cell(field).strip()
        bare = flat(said)
        value = (
            int(bare)
            if bare.isdecimal() and len(bare) < 6
            else fact(field, said)
            if field != "lines"
            else None
        )
        if isinstance(value, int) and value <= most and (value or field == "lines"):
            return value
        self._unclear(field, said)
        return None

    def _marks(self) -> None:
        said = self._cell("marks").strip()
        bare = flat(said)
        if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", bare):
            self.draft.marks = Fraction(bare)
            return
        found = fact("marks", said)
        if isinstance(found, Fraction):
            self.draft.marks = found
        else:
            self._unclear("marks", said)

    def _unclear(self, field: str, said: str) -> None:
        """A cell that does not say what its header asks for."""
        if said:
            column = self.headers.get(field, field)
            self.draft.doubt("table-cell-unclear", column=column, value=_short(said))
            self.draft.keep("column", said, column)

    def _levels(self) -> None:
        said = self._cell("levels")
        bands, others = schemes.levels_read(said)
        self.draft.levels = tuple(
            [Level(band.name, band.low, band.high, self.draft.text(self.source(band.text))) for band in bands]
        )
        self._unclear("levels", "\n".join(others))

    # Types and answers -----------------------------------------------------------------------------

    def _answer(self) -> None:
        draft = self.draft
        options, answer = self._options(), self._cell("answer")
        given = self._cell("type").strip()
        draft.type = self._type(given, [one_line(option).strip() for option in options], answer)
        if draft.type in ("single_choice", "multiple_choice"):
            self._choice(options, answer)
        elif draft.type == "true_false":
            self._truth(options, answer)
        else:
            for index, option in enumerate(options):
                draft.keep("column", option, letter(index))
            if draft.type == "fill_blank":
                self._fill(answer)
            else:
                self._prose(answer)
        if kind(draft.type).prose:
            return
        for field in ("points", "numbering"):
            self._unclear(field, self._cell(field))
        if draft.lines is not None:
            self._unclear("lines", str(draft.lines))
            draft.lines = None

    def _options(self) -> list[str]:
        """The options, those in a cell each or all in one."""
        found = sorted((int(field[7:]), field) for field in self.cells if field.startswith("option:"))
        options = [self._cell(field) for _, field in found]
        if not options:
            options = answers.options_in(self._cell("options"))
        letters = [_TYPED_LETTER.match(option) for option in options]
        if len(options) > 1 and [m[1].upper() for m in letters if m] == [
            letter(i) for i in range(len(options))
        ]:
            options = [option[m.end() :] for option, m in zip(options, letters, strict=True) if m]
        return options

    def _type(self, given: str, options: list[str], answer: str) -> str:
        """The type that the cell `given` names, else the one that options and answer speak for."""
        said = said_type(given) or type_of(given)
        several = len(self._places(options, answer)) > 1
        truths = len(options) == 2 and {truth_of(option) for option in options} == {True, False}
        if given and not said:
            if self.draft.category:
                self._unclear("type", given)
            else:
                self.draft.category = given
                self.draft.infer("table-type-is-category", found=_short(given))
        if said in ("single_choice", "multiple_choice") and several and said == "single_choice":
            self.draft.doubt("import-type-doubtful", type="single_choice")
            return "multiple_choice"
        if said and said != "choice":
            if said not in NAMES:
                self.draft.infer("import-type-unsupported", type=said)
                return DEFAULT
            return said
        blank = "____" in self.draft.stem or (not options and bool(_BRACKETS.search(self.draft.stem)))
        if truths or (not options and not blank and truth_of(answer) is not None):
            found = "true_false"
        elif len(options) > 1 or said == "choice":
            found = "multiple_choice" if several else "single_choice"
        elif blank and truth_of(answer) is not None:
            found = "true_false"
        elif blank and answer.strip() and not self.cells.get("points"):
            found = "fill_blank"
        else:
            return DEFAULT
        self.draft.infer("import-type", type=found)
        return found

    def _choice(self, options: list[str], answer: str) -> None:
        draft = self.draft
        draft.options = [self.source(option) for option in options]
        draft.fixed = set(self._places(options, self._cell("fixed")))
        draft.shuffle = self._truthful("shuffle")
        if not options:
            draft.doubt("import-no-options")
        draft.choices = self._places(options, answer)
        letters = self._letters(options, answer)
        if not answer.strip():
            draft.doubt("import-no-answer")
        elif letters and len(draft.choices) < len(letters):
            draft.doubt("import-letter-unknown", letters=letters)
            draft.keep("answer", answer)
        elif not draft.choices:
            draft.doubt("import-answer-unclear", answer=_short(answer))
            draft.keep("answer", answer)

    def _places(self, options: list[str], answer: str) -> list[int]:
        """The options an answer names, by letter or in their own words."""
        letters = self._letters(options, answer)
        return (
            [at for at in range(len(options)) if letter(at) in letters]
            if letters
            else answers.named(options, answer)
        )

    def _letters(self, options: list[str], answer: str) -> str:
        """The letters an answer consists of; empty where it is the words of options, be they letters too ("Bad")."""
        letters = answers.letters_of(answer)
        in_words = self.source is plain and len(answer.strip()) > 1 and bool(answers.named(options, answer))
        return "" if in_words else letters

    def _truthful(self, field: str) -> bool:
        said = self._cell(field).strip()
        if flat(said) not in _NO | _YES:
            self._unclear(field, said)
        return flat(said) not in _NO

    def _truth(self, options: list[str], answer: str) -> None:
        draft = self.draft
        chosen = self._places(options, answer)
        draft.truth = truth_of(options[chosen[0]] if len(chosen) == 1 else answer)
        if {truth_of(option) for option in options} - {True, False}:
            for index, option in enumerate(options):
                draft.keep("column", option, letter(index))
        if not answer.strip():
            draft.doubt("import-no-answer")
        elif draft.truth is None:
            draft.doubt("import-answer-unclear", answer=_short(answer))
            draft.keep("answer", answer)

    def _fill(self, answer: str) -> None:
        draft = self.draft
        count = count_blanks(draft.text(draft.stem))
        if not count and _BRACKETS.search(draft.stem):
            draft.stem, count = _BRACKETS.subn("____", draft.stem)
            draft.infer("import-blanks")
        blanks = lists.blanks_read(answer, count)
        if not answer.strip():
            draft.doubt("import-no-answer")
        elif blanks is None:
            draft.doubt("import-blanks-unclear", blanks=count)
            draft.keep("answer", answer)
        else:
            draft.blanks = [[self.source(one) for one in blank] for blank in blanks]

    def _prose(self, answer: str) -> None:
        draft = self.draft
        draft.numbering = self._cell("numbering").strip()
        points = self._cell("points")
        if self.source is plain and not points and answers.is_list(answer):
            points, answer = answer, ""
            draft.infer("import-points")
        draft.points = schemes.points_read(points, lambda words: draft.text(self.source(words)))
        draft.answer = self.source(answer)
        if not draft.answer.strip() and not draft.points:
            draft.doubt("import-no-answer")
