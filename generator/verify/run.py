"""The whole check of a run's folder: records, files, keys, papers, and what goes to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.files import check_listing, is_unfinished, place, read, tell
from generator.verify.form import (
    by_section,
    classified,
    paper_faults,
    points_fault,
    summary_faults,
    telling,
)
from generator.verify.leaks import Leaks
from generator.verify.pairing import answers_within, labels_astray, pair
from generator.verify.printed import Candidates, Fronts
from generator.verify.prints import Prints
from generator.verify.reading import Fault, cut, squeezed
from generator.verify.record import read_forms, read_manifest
from generator.verify.verdict import NOTHING, Verdict, check_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.pairing import Pair
    from generator.verify.reading import Part, Reading
    from generator.verify.record import Listed, Row, Section


class _Key(NamedTuple):
    """What is kept of a key while its papers are read."""

    parts: tuple[Part, ...]
    pictures: Mapping[str, frozenset[str]]  # by format


def verify(
    folder: Path, report: Report, heard: Callable[[int, int], None] = lambda done, of: None
) -> Verdict:
    """Read everything again and report each fault. `heard` is told how many files are read, of how many."""
    if is_unfinished(folder, report):
        return NOTHING  # what there is so far is of no record yet
    manifest = read_manifest(folder, report)
    rows = read_forms(folder, manifest, report)
    more = manifest.files if manifest else ()
    check_listing(
        folder, [*(file.path for row in rows for file in row.files), *(file.path for file in more)], report
    )
    missing = manifest.content.get("missing", ()) if manifest else ()
    checker = _Checker(
        folder, rows, more, tuple(map(str, missing)) if isinstance(missing, list) else (), report, heard
    )
    checker.keys()
    checker.papers()
    checker.prints()
    check_counts(rows, manifest, report)
    return checker.verdict(manifest.digest if manifest else "")


class _Checker:
    def __init__(
        self,
        folder: Path,
        rows: Sequence[Row],
        more: Sequence[Listed],
        missing: tuple[str, ...],
        report: Report,
        heard: Callable[[int, int], None],
    ) -> None:
        self.folder = folder
        self.rows = rows
        self.more = more
        self._missing = missing
        self.report = report
        self._leaks = Leaks()
        self._keys: dict[tuple[str, ...], _Key] = {}
        self._shared: dict[str, str] = {}  # texts that keys have alike
        self._candidates = Candidates()
        self._fronts = Fronts()
        self._prints = Prints(report)
        self._stems: dict[str, str] = {}
        self._forms: dict[tuple[object, str], Row] = {}
        self._titles: dict[str, None] = {}
        self._unread: list[str] = []
        self._heard = heard
        self._done = 0
        paths = {file.path for row in rows for file in row.files} | {file.path for file in more}
        self._files = len(paths)

    def keys(self) -> None:
        for row in self.rows:
            files = row.of("key")
            paths = tuple(file.path for file in files)
            if paths in self._keys:
                continue
            found = self._read(files)
            for file, reading in found:
                tell(file.path, summary_faults(reading.front, row), self.report)
                self._prints.key(file.path, reading)
                # Without styles, what is the question's is excused in papers that have the question.
                for part in reading.parts:
                    for said in part.solution if file.format == "docx" else (part.text,):
                        self._leaks.add(said)
            best = next(
                (reading for file, reading in found if file.format == "docx"), found[0][1] if found else None
            )
            parts = tuple(map(self._interned, best.parts)) if best else ()
            self._keys[paths] = _Key(parts, {file.format: reading.pictures for file, reading in found})

    def papers(self) -> None:
        for row in self.rows:
            self._check_form(row)
            key = self._keys[tuple(file.path for file in row.of("key"))]
            found = self._read(row.of("paper"))
            for file, reading in found:
                self._titles.setdefault(reading.title)
                self._paper(row, file, reading, key)
                self._prints.paper(file.path, reading)

    def _read(self, files: Sequence[Listed]) -> list[tuple[Listed, Reading]]:
        """The files of one document. That they say the same is checked here."""
        found = []
        for file in files:
            reading = read(self.folder, file, self.report)
            self._done += 1
            self._heard(self._done, self._files)
            if reading is None:
                self._unread.append(file.path)
                self._prints.unread(file)
            else:
                found.append((file, reading))
        if len(found) == 2:
            (one, first), (other, second) = found
            said = first.body, second.body
            if said[0] != said[1]:
                at = next(
                    (k for k, (a, b) in enumerate(zip(*said, strict=False)) if a != b), min(map(len, said))
                )
                excerpts = [cut(text[max(0, at - 6) :]) for text in said]
                self.report.error(
                    "verify-formats-differ", place(one.path), "verify-do-not-use", other=other.path,
                    one=excerpts[0], two=excerpts[1],
                )  # fmt: skip
            elif first.title != second.title:
                self.report.error(
                    "verify-formats-differ", place(one.path), "verify-do-not-use", other=other.path,
                    one=cut(first.title), two=cut(second.title),
                )  # fmt: skip
        return found

    def _interned(self, part: Part) -> Part:
        """The part, its texts kept once for all keys; its solution is known to the leaks already."""
        shared = self._shared
        return part._replace(
            text=shared.setdefault(part.text, part.text),
            title=shared.setdefault(part.title, part.title),
            asked=None if part.asked is None else shared.setdefault(part.asked, part.asked),
            solution=("…",) if part.solution else (),  # that there is one
            points=tuple(shared.setdefault(p, p) for p in part.points),
        )

    def _paper(self, row: Row, file: Listed, reading: Reading, key: _Key) -> None:
        faults: list[Fault] = []
        kind = file.format, row.layout, *((s.title, s.count, s.marks) for s in row.sections)
        parts = classified(reading.parts, row)
        suspect: list[str] = []
        excused = ""
        if parts is None:
            faults.append(
                Fault(
                    "verify-questions",
                    {"found": len(reading.parts), "wanted": sum(s.count for s in row.sections)},
                )
            )
            suspect = [part.text for part in reading.parts]
        else:
            faults += paper_faults(parts, row)
            self._check_stems(row, parts, faults)
            # Without its key nobody can tell what of a question other keys merely repeat.
            matched = (
                self._compare(row, parts, key, squeezed(reading.front), faults)
                if key.pictures
                else [part.text for part in parts]
            )
            excused = "".join(matched)
            suspect = [part.text for part in parts if part.text not in set(matched)]
        has_questions = excused and file.format in key.pictures
        if has_questions and not reading.pictures <= key.pictures[file.format]:
            faults.append(Fault("verify-picture", {}))
        for phrase in self._leaks.found_in(
            (reading.front, reading.edges, reading.title, *reading.others, *suspect, file.path), excused
        )[:3]:
            faults.append(Fault("verify-leak", {"phrase": cut(phrase)}))
        tell(file.path, faults, self.report)
        if row.candidate is not None:
            self._candidates.add(kind, file.path, row.candidate, f"{reading.front}\n{reading.edges}")
        self._fronts.add(kind, file.path, row, reading.front)

    def _compare(
        self, row: Row, parts: Sequence[Part], key: _Key, front: str, faults: list[Fault]
    ) -> list[str]:
        """Each question beside its counterpart in the key; the texts of those that agree."""
        if not key.parts:
            return []
        questions = [part for part in key.parts if part.kind != "other"]
        if (
            len(questions) < len(parts)
            and (not questions or all(part.kind == "" for part in key.parts))
            and len(key.parts) <= len(row.sections) + 1
        ):
            return []  # a key of answers alone has no questions to compare
        paired = pair(parts, key.parts)
        matched: list[str] = []
        numbers = _numbered(parts, row)
        for found in paired.pairs:
            if not found.agree or found.key is None:
                faults.append(_difference(found))
                continue
            matched.append(found.paper.text)
            section, number = numbers.get(id(found.paper), (None, 0))
            if section is None:
                continue
            if not found.solution and not paired.apart:
                values = {"section": section.title, "number": number}
                faults.append(Fault("verify-no-answer", values))
            fault = points_fault(section, number, found.solution, found.key.points)
            if fault is not None:
                faults.append(fault)
        unsure = [found for found in paired.pairs if found.key and found.key.asked is None]
        before = [front, *(found.paper.text for found in unsure if found.paper.kind == "section")]
        for found in {
            id(each): each for each in (*answers_within(unsure), *labels_astray(unsure, before))
        }.values():
            matched.remove(found.paper.text)
            faults.append(_difference(found))
        faults += (Fault("verify-key-has-more", {"said": cut(stray.title)}) for stray in paired.strays)
        inserts = {found.insert[0] for found in paired.pairs if found.insert}
        if len(inserts) > 1:
            faults.append(Fault("verify-inserts", {"said": " ".join(sorted(inserts))}))
        return matched

    def _check_stems(self, row: Row, parts: Sequence[Part], faults: list[Fault]) -> None:
        """A question of one id says the same in every paper."""
        for section, _, questions in by_section(parts, row):
            for name, question in zip(section.questions, questions, strict=True):
                known = self._stems.setdefault(name, telling(question))
                said = telling(question)
                if not (known.startswith(said) or said.startswith(known)):
                    faults.append(Fault("verify-other-question", {"id": name, "said": cut(question.title)}))

    def _check_form(self, row: Row) -> None:
        """Papers of one form have the same questions, and the same key."""
        kind = tuple((s.title, s.count, s.marks) for s in row.sections)
        first = self._forms.setdefault((kind, row.form), row)
        same_key = [file.path for file in first.of("key")] == [file.path for file in row.of("key")]
        if row.sections != first.sections or row.total != first.total or (row.form and not same_key):
            self.report.error(
                "verify-form", row.location, "verify-restore", name=row.name, other=first.name, form=row.form
            )

    def prints(self) -> None:
        for path, field, value in _ordered(self._candidates.odd()):
            self.report.error("verify-candidate", place(path), "verify-do-not-use", field=field, value=value)
        for path, said in _ordered(self._fronts.odd()):
            self.report.error("verify-front", place(path), "verify-do-not-use", said=cut(said))
        for file in self.more:
            self._prints.read(self.folder, file, self._leaks)
            self._done += 1
            self._heard(self._done, self._files)
        self._prints.check(self.rows, self._missing)

    def verdict(self, digest: str) -> Verdict:
        rows = self.rows
        forms: dict[str, int] = {}
        places: dict[tuple[str, str], int] = {}
        for row in rows:
            forms[row.form] = forms.get(row.form, 0) + 1
            spot = row.known("room"), row.form
            places[spot] = places.get(spot, 0) + 1
        listed = [max(row.of("paper"), key=lambda file: file.format) for row in rows]
        return Verdict(
            titles=tuple(self._titles),
            papers=len({file.path for file in listed}),
            keys=len(self._keys),
            pages=sum(file.pages or 0 for file in listed),
            candidates=sum(row.candidate is not None for row in rows),
            spares=sum(row.candidate is None for row in rows),
            missing=self._missing,
            unread=tuple(self._unread),
            forms=tuple(sorted(forms.items())),
            places=tuple((room, form, count) for (room, form), count in sorted(places.items())),
            distinct=len({tuple(s.questions for s in row.sections) for row in rows}),
            names=self._candidates.shows("name"),
            digest=digest,
        )


def _numbered(parts: Sequence[Part], row: Row) -> dict[int, tuple[Section, int]]:
    """The section of each question and its number there, by the part's identity."""
    return {
        id(question): (section, number)
        for section, _, questions in by_section(parts, row)
        for number, question in enumerate(questions, 1)
    }


def _difference(found: Pair) -> Fault:
    """Where a paper's part and its key's begin to differ."""
    if found.key is None:
        return Fault("verify-not-in-key", {"said": cut(found.paper.title)})
    mine, other = found.paper.text, found.key.text if found.key.asked is None else found.key.asked
    at = next(
        (k for k, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), min(len(mine), len(other))
    )
    start = max(0, at - 8)
    return Fault(
        "verify-key-differs",
        {"said": cut(found.paper.title), "paper": cut(mine[start:]), "key": cut(other[start:])},
    )


def _ordered(found: object) -> list[tuple[str, ...]]:
    return sorted(tuple(each) for each in found)  # type: ignore[attr-defined]
