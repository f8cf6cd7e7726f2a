"""The answer of a row, and the type of question that options and answer speak for where none is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.truths import truth_of
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.table import answers, lists, marking, options, schemes
from generator.exchange.table.cleaning import one_line
from generator.exchange.table.reading import short
from generator.exchange.table.types import said_in_stem, said_type
from generator.kinds import DEFAULT, NAMES, kind
from generator.kinds.choice import letter
from generator.kinds.fill_blank import count_blanks
from generator.model.question import written

if TYPE_CHECKING:
    from generator.exchange.table.answers import Chosen
    from generator.exchange.table.options import Options
    from generator.exchange.table.reading import Reading
    from generator.model.question import Point

_BRACKETS = re.compile(r"[(（][ \u3000\t]*[)）]|(?<!_)_{2,3}(?!_)")
_NO = frozenset(("否", "不", "no", "false", "n", "f", "0", "×"))
_LETTERS = frozenset("ABCDEF")  # by which an answer chooses
_YES = frozenset(("是", "yes", "true", "y", "t", "1", "√", ""))


def solve(reading: Reading) -> None:
    """Type, options, answer and points of a question whose other cells are read."""
    _Solver(reading).solve()


def _chooses(answer: str) -> bool:
    """Whether an answer is nothing but letters of options."""
    letters = answers.letters_of(answer)
    return bool(letters) and _LETTERS.issuperset(letters)


class _Solver:
    def __init__(self, reading: Reading) -> None:
        self.reading, self.draft, self.source = reading, reading.draft, reading.source
        self.is_plain = reading.is_plain
        self.take, self.unclear = reading.take, reading.unclear

    def solve(self) -> None:
        draft = self.draft
        given, answer = self.take("type").strip(), self.take("answer")
        found = self._options(said_type(given) or type_of(given))
        draft.type = self._type(given, found, answer)
        if draft.type in ("single_choice", "multiple_choice"):
            self._choice(found, answer)
        elif draft.type == "true_false":
            self._truth(found, answer)
        else:
            self._keep_options(found)
            if draft.type == "fill_blank":
                self._fill(answer)
            else:
                self._prose(answer)
        if kind(draft.type).prose:
            return
        for field in ("points", "numbering"):
            self.unclear(field, self.take(field))
        if draft.lines is not None:
            self.unclear("lines", str(draft.lines))
            draft.lines = None

    def _options(self, said: str) -> Options:
        """The options, those in a cell each or all in one; of what is `said` to be a choice they may end the stem."""
        fields = [field for field in self.reading.cells if field.startswith("option:")]
        cells = {int(field[7:]): self.take(field) for field in fields}
        if cells:
            return options.from_cells(cells) if self.is_plain else options.verbatim(cells)
        found = options.from_cell(self.take("options"))
        if not found.texts and self.is_plain and said in ("choice", "single_choice", "multiple_choice"):
            stem, texts = options.from_stem(self.reading.stem)
            if texts:
                self.draft.stem, found = self.source(stem), options.Options(list(texts))
                self.draft.infer("table-options-in-stem")
        return found

    def _keep_options(self, found: Options) -> None:
        for index, option in enumerate(found.texts):
            self.draft.keep("column", option, letter(index))

    def _type(self, given: str, found: Options, answer: str) -> str:
        """The type that the cell `given` names, else the one that options and answer speak for."""
        said = said_type(given) or type_of(given)
        several = len(self._chosen(found, answer).places) > 1
        if given and not said:
            if self.draft.category:
                self.unclear("type", given)
            else:
                self.draft.category = given
                self.draft.infer("table-type-is-category", found=short(given))
        in_stem = said_in_stem(self.draft.stem) if self.is_plain else ""
        if "single_choice" in (said, in_stem if said in ("", "choice") else "") and several:
            self.draft.doubt("table-type-doubtful", found=given or in_stem)
            return "multiple_choice"
        if (said, in_stem) in (("single_choice", "multiple_choice"), ("multiple_choice", "single_choice")):
            self.draft.doubt("table-types-differ", found=given)
        if said and said != "choice":
            if said not in NAMES:
                self.draft.infer("import-type-unsupported", type=said)
                return DEFAULT
            self.draft.type_said = True
            return said
        concluded = self._concluded(found, answer, said, in_stem)
        if concluded != DEFAULT:
            self.draft.infer("import-type", type=concluded)
        return concluded

    def _concluded(self, found: Options, answer: str, said: str, in_stem: str) -> str:
        """The type that follows from a question, where `said` is no more than that it is a choice."""
        texts = [one_line(option).strip() for option in found.given]
        truths = len(texts) == 2 and {truth_of(option) for option in texts} == {True, False}
        blank = "____" in self.draft.stem or (not texts and bool(_BRACKETS.search(self.draft.stem)))
        if in_stem == "true_false" or truths or (not texts and not blank and truth_of(answer) is not None):
            return "true_false"
        if len(texts) > 1 or said == "choice" or in_stem in ("single_choice", "multiple_choice"):
            several = len(self._chosen(found, answer).places) > 1
            return "multiple_choice" if several or in_stem == "multiple_choice" else "single_choice"
        if blank and truth_of(answer) is not None:
            return "true_false"
        if (blank and answer.strip() and not self.reading.cells.get("points")) or in_stem == "fill_blank":
            return "fill_blank"
        return in_stem if in_stem == "short_answer" else DEFAULT

    def _choice(self, found: Options, answer: str) -> None:
        draft = self.draft
        draft.options = [self.source(option) for option in found.texts]
        self._fixed(found)
        draft.shuffle = self._truthful("shuffle")
        if not found.given:
            draft.doubt("import-no-options")
        elif found.gaps:
            draft.doubt("table-option-gap", letters=found.gaps)
        if found.unsure:
            draft.doubt("table-option-letters")
        said = self._chosen(found, answer)
        draft.choices = [] if said.unknown else said.places  # half a key would be a wrong one
        if not answer.strip():
            draft.doubt("import-no-answer")
        elif said.unknown and answers.letters_of(answer):
            draft.doubt("import-letter-unknown", letters=answers.letters_of(answer))
            draft.keep("answer", answer)
        elif said.unknown or not draft.choices:
            draft.doubt("import-answer-unclear", answer=short(answer))
            draft.keep("answer", answer)
        elif said.two_ways:
            draft.doubt("table-answer-two-ways", answer=short(answer))

    def _fixed(self, found: Options) -> None:
        said = self.take("fixed")
        named = self._chosen(found, said)
        self.draft.fixed = set(named.places)
        if named.unknown or not named.places:
            self.unclear("fixed", said)

    def _chosen(self, found: Options, answer: str) -> Chosen:
        return answers.chosen(found.texts, answer, in_words=self.is_plain)

    def _truthful(self, field: str) -> bool:
        said = self.take(field).strip()
        if flat(said) not in _NO | _YES:
            self.unclear(field, said)
        return flat(said) not in _NO

    def _truth(self, found: Options, answer: str) -> None:
        draft = self.draft
        places = self._chosen(found, answer).places
        draft.truth = truth_of(found.texts[places[0]] if len(places) == 1 else answer)
        if {truth_of(option) for option in found.given} - {True, False}:
            self._keep_options(found)
        if not answer.strip():
            draft.doubt("import-no-answer")
        elif draft.truth is None:
            draft.doubt("import-answer-unclear", answer=short(answer))
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
        draft.numbering = self.take("numbering").strip()
        points = self.take("points")
        if (self.is_plain and not points and answers.is_list(answer)) or (
            self.is_plain and not points and self._adds_up(answer)
        ):
            points, answer = answer, ""
            draft.infer("import-points")
        draft.points = self._points(points)
        draft.answer = self.source(answer)
        if not draft.answer.strip() and not draft.points:
            draft.doubt("import-no-answer")
        elif self.is_plain and not draft.type_said and _chooses(answer):
            draft.doubt("import-no-options")  # or none that a column was known for

    def _adds_up(self, answer: str) -> bool:
        """Whether an answer consists of points that bear all of the question's marks."""
        whole = self.draft.marks
        return whole is not None and marking.points_said(answer, whole).added_up == whole

    def _points(self, said: str) -> tuple[Point, ...]:
        draft = self.draft
        if not self.is_plain:
            return schemes.points_read(said, draft.text)
        found = marking.points_said(said, draft.marks)
        if found.unread:
            draft.doubt("table-marks-inside", point=short(found.unread))
        elif found.added_up is None or found.added_up == draft.marks:
            pass
        elif draft.marks is None:
            draft.infer("table-points-parted", count=len(found.items))
        else:
            draft.doubt("table-points-sum", found=written(found.added_up), marks=written(draft.marks))
        return schemes.points_of(found.items, lambda words: draft.text(self.source(words)))
