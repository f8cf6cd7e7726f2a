"""How well what was imported agrees with what was expected: precision and recall of each field."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.cases.facts import of_expected, of_imported, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.diagnostics import Diagnostic, Report
    from generator.exchange.intake import Intake, LeftOut
    from tests.cases.facts import Facts

FIELDS = (
    "title", "section", "question", "type", "options", "answer", "point", "point marks", "analysis", "competency",
    "highlight", "marks", "label", "levels", "follow-up", "note", "more", "left-out", "doubts", "paragraphs",
)  # fmt: skip
RECALL_ONLY = frozenset(
    {"more", "left-out", "doubts"}
)  # an expected file names only those that must be there
ALIKE = 0.3  # stems that share fewer of their pairs of letters are of different questions
ANYTHING = "(?)"  # in an expected file: some text must be there, whatever it says
_space = re.compile(r"\s+")


class Tally(NamedTuple):
    """How many facts were right, how many were given and how many expected."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.expected + other.expected)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def exact(self) -> bool:
        return self.right == self.given == self.expected


def total(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The tallies of several cases together, by field."""
    together = {field: Tally() for field in FIELDS}
    for one in tallies:
        for field, tally in one.items():
            together[field] = together[field].plus(tally)
    return together


class Score(NamedTuple):
    """The tallies of a case by field, and each difference in words."""

    tallies: dict[str, Tally]
    differences: tuple[str, ...]

    @property
    def exact(self) -> bool:
        return all(tally.exact for tally in self.tallies.values())


def score(expected: Mapping[str, Any], intake: Intake | None, report: Report) -> Score:
    """Compare an intake with what an expected file says; None is an import that gave nothing."""
    questions = expected.get("questions", ())
    pairs = align(
        [of_expected(question) for question in questions],
        [of_imported(question) for question in intake.bank.questions] if intake else [],
    )
    sheet = _Sheet()
    asked = iter(questions)
    origins = iter(intake.origins if intake else ())
    for wanted, given in pairs:
        question = next(asked) if wanted else {}
        origin = next(origins, None) if given else None
        if wanted and given:
            wanted = _nearest(wanted, question, given)
        sheet.compare(wanted, given)
        sheet.codes(
            wanted.stem if wanted else "", question.get("doubts", ()), origin.doubts if origin else ()
        )
    if "title" in expected:
        sheet.title(expected["title"], intake.bank.title if intake else "")
    sheet.left_out(expected.get("left_out", ()), intake.left_out if intake else ())
    said = [doubt for origin in (intake.origins if intake else ()) for doubt in origin.doubts]
    sheet.codes("document", expected.get("doubts", ()), [*report.diagnostics, *said])
    return Score(sheet.tallies, tuple(sheet.differences))


def _nearest(wanted: Facts, question: Mapping[str, Any], given: Facts) -> Facts:
    """What is expected, or what an `or` says will do as well, whichever is nearer to what was given."""
    if "or" not in question:
        return wanted
    other = of_expected({**question, **question["or"]})
    return max(wanted, other, key=lambda facts: (facts.fields & given.fields).total())


class _Sheet:
    """Tallies and differences as they come."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}
        self.differences: list[str] = []

    def compare(self, wanted: Facts | None, given: Facts | None) -> None:
        name = wanted.stem[:16] if wanted else given.stem[:16] if given else ""
        for field in FIELDS:
            ours, theirs = _of(field, wanted), _of(field, given)
            if field in RECALL_ONLY:
                theirs &= ours
            ours = _with_anything(ours, theirs)
            if ours or theirs:
                self._add(field, (ours & theirs).total(), theirs.total(), ours.total())
            self.differences += [f"{name}… {field}: lost {v!r}" for _, v in sorted(ours - theirs, key=repr)]
            self.differences += [f"{name}… {field}: wrong {v!r}" for _, v in sorted(theirs - ours, key=repr)]
        if wanted and given:
            for key in sorted(wanted.shape.keys() & given.shape.keys()):
                found = given.shape[key]
                self._one(
                    "paragraphs", wanted.shape[key] == found, f"{name}… paragraphs: {key[0]} is {found!r}"
                )

    def title(self, wanted: str, given: str) -> None:
        right = words(given) == words(wanted)
        self._add("title", int(right), int(bool(given)), 1)
        if not right:
            self.differences.append(f"title: {given!r}")

    def left_out(self, wanted: Iterable[str], given: Iterable[LeftOut]) -> None:
        said = _bare("".join(part.text for part in given))
        for item in wanted:
            self._one("left-out", _bare(item) in said, f"left-out: lost {item!r}")

    def codes(self, place: str, wanted: Iterable[str], given: Iterable[Diagnostic]) -> None:
        codes = {diagnostic.code for diagnostic in given}
        for code in wanted:
            self._one(
                "doubts", code in codes, f"{place[:16]}… doubts: lost {code}, there are {sorted(codes)}"
            )

    def _one(self, field: str, right: bool, difference: str) -> None:
        self._add(field, int(right), 1 if field == "paragraphs" else int(right), 1)
        if not right:
            self.differences.append(difference)

    def _add(self, field: str, right: int, given: int, expected: int) -> None:
        self.tallies[field] = self.tallies.get(field, Tally()).plus(Tally(right, given, expected))


def _of(field: str, facts: Facts | None) -> Counter[tuple[str, object]]:
    return Counter({key: n for key, n in facts.fields.items() if key[0] == field}) if facts else Counter()


def _bare(text: str) -> str:
    return _space.sub("", text.replace("\\", ""))


def _with_anything(
    ours: Counter[tuple[str, object]], theirs: Counter[tuple[str, object]]
) -> Counter[tuple[str, object]]:
    """What is expected, an ANYTHING in it taken for what was given: garbage that must be there, whatever it says."""
    open_ = [
        key for key in ours if key[1] == ANYTHING or (isinstance(key[1], tuple) and key[1][-1] == ANYTHING)
    ]
    rest = theirs - ours
    if not open_ or not rest:
        return ours
    return ours - Counter(open_[:1]) + Counter([min(rest, key=repr)])


def align(wanted: Sequence[Facts], given: Sequence[Facts]) -> list[tuple[Facts | None, Facts | None]]:
    """Pairs of an expected and an imported question, in order, that have the most of their stems in common."""
    grams = [_grams(facts.stem) for facts in wanted], [_grams(facts.stem) for facts in given]
    likeness = [[_alike(a, b) for b in grams[1]] for a in grams[0]]
    rows, columns = len(wanted), len(given)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[Facts | None, Facts | None]] = []
    i = j = 0
    while i < rows or j < columns:
        alike = likeness[i][j] if i < rows and j < columns else 0.0
        if alike >= ALIKE and best[i][j] == alike + best[i + 1][j + 1]:
            pairs.append((wanted[i], given[j]))
            i, j = i + 1, j + 1
        elif j == columns or (i < rows and best[i][j] == best[i + 1][j]):
            pairs.append((wanted[i], None))
            i += 1
        else:
            pairs.append((None, given[j]))
            j += 1
    return pairs


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[k : k + 2] for k in range(max(1, len(text) - 1)))


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
