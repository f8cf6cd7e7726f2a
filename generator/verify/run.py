"""The whole check of a run's folder: records, files, keys, papers, and what goes to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.astray import Astray
from generator.verify.compare import compare
from generator.verify.declared import check_manifest
from generator.verify.files import check_listing, is_run, is_unfinished, place, read, tell
from generator.verify.form import classified, paper_faults, summary_faults
from generator.verify.group import Group
from generator.verify.leaks import Leaks
from generator.verify.prints import Prints
from generator.verify.reading import Fault, cut, no_heads, squeezed, unlike
from generator.verify.record import read_forms, read_manifest
from generator.verify.verdict import NOTHING, Place, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.reading import Part, Reading
    from generator.verify.record import Listed, Row


class _Key(NamedTuple):
    """What is kept of a key while its papers are read."""

    parts: tuple[Part, ...]
    pictures: Mapping[str, frozenset[str]]  # by format
    heads: frozenset[str]  # of the tables of its DOCX


def verify(
    folder: Path, report: Report, heard: Callable[[int, int], None] = lambda done, of: None
) -> Verdict:
    """Read everything again and report each fault. `heard` is told how many files are read, of how many."""
    if is_unfinished(folder, report):
        return NOTHING  # what there is so far is of no record yet
    if not is_run(folder, report):
        return NOTHING
    manifest = read_manifest(folder, report)
    rows = read_forms(folder, manifest, report)
    more = manifest.files if manifest else ()
    missing = tuple(manifest.content.get("missing", ())) if manifest else ()
    listed = [*(file.path for row in rows for file in row.files), *(file.path for file in more)]
    extra = check_listing(folder, listed, report)
    astray = Astray(folder, extra, (*(file for row in rows for file in row.files), *more))
    checker = _Checker(folder, len(set(listed)), astray, report, heard)
    checker.keys(rows)
    checker.papers(rows)
    checker.prints(rows, more, missing)
    if manifest is not None:
        check_manifest(rows, manifest, report)
    return checker.verdict(rows, missing, manifest.digest if manifest else "")


class _Checker:
    """Reads one file after the other; keeps of each only what others are compared with."""

    def __init__(
        self,
        folder: Path,
        files: int,
        astray: Astray,
        report: Report,
        heard: Callable[[int, int], None],
    ) -> None:
        self._folder = folder
        self._astray = astray
        self._report = report
        self._leaks = Leaks()
        self._keys: dict[tuple[str, ...], _Key] = {}
        self._shared: dict[str, str] = {}  # texts that keys have alike
        self._group = Group(report)
        self._prints = Prints(report)
        self._titles: dict[str, None] = {}
        self._unread: list[str] = []
        self._heard = heard
        self._done = 0
        self._files = files

    def keys(self, rows: Sequence[Row]) -> None:
        for row in rows:
            files = row.of("key")
            paths = tuple(file.path for file in files)
            if paths in self._keys:
                continue
            found = self._read(files)
            for file, reading in found:
                tell(file.path, summary_faults(reading.front, row), self._report)
                self._prints.add(file, reading)
                # Without styles, what is the question's is excused in papers that have the question.
                for part in reading.parts:
                    for said in part.solution if file.format == "docx" else (part.text,):
                        self._leaks.add(said)
            best = next(
                (each for file, each in found if file.format == "docx"), found[0][1] if found else None
            )
            parts = tuple(map(self._interned, best.parts)) if best else ()
            pictures = {file.format: reading.pictures for file, reading in found}
            self._keys[paths] = _Key(parts, pictures, _heads(found))

    def papers(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._group.form(row)
            key = self._keys[tuple(file.path for file in row.of("key"))]
            found = self._read(row.of("paper"))
            key = key._replace(heads=key.heads | _heads(found))
            for file, reading in found:
                self._titles.setdefault(reading.title)
                tell(file.path, self._paper(row, file, reading, key), self._report)
                self._group.paper(row, file, reading)
                self._astray.paper(reading)
                self._prints.add(file, reading)

    def _read(self, files: Sequence[Listed]) -> list[tuple[Listed, Reading]]:
        """The files of one document. That they say the same is checked here."""
        found = []
        for file in files:
            reading = read(self._folder, file, self._report)
            self._tick()
            if reading is None:
                self._unread.append(file.path)
                self._prints.unread(file)
            else:
                found.append((file, reading))
        if len(found) == 2:
            (one, first), (other, second) = sorted(found, key=lambda each: each[0].format)
            where = unlike(first, second)
            if where:
                said = {"other": other.path, "one": where[0], "two": where[1]}
                self._report.error("verify-formats-differ", place(one.path), "verify-do-not-use", **said)
        return found

    def _tick(self) -> None:
        self._done += 1
        self._heard(self._done, self._files)

    def _interned(self, part: Part) -> Part:
        """The part, its texts kept once for all keys; its solution is known to the leaks already."""
        shared = self._shared
        return part._replace(
            text=shared.setdefault(part.text, part.text),
            title=shared.setdefault(part.title, part.title),
            asked=None if part.asked is None else shared.setdefault(part.asked, part.asked),
            solution=("…",) if part.solution else (),  # that there is one
        )

    def _paper(self, row: Row, file: Listed, reading: Reading, key: _Key) -> list[Fault]:
        """What is wrong with a paper by its line and its key."""
        parts = classified(reading.parts, row)
        agreed: list[str] = []
        if parts is None:
            values: dict[str, object] = {
                "found": len(reading.parts),
                "wanted": sum(s.count for s in row.sections),
            }
            faults = [Fault("verify-questions", values)]
            suspect = [part.text for part in reading.parts]
        else:
            faults = [*paper_faults(reading.front, parts, row), *self._group.stems(row, parts)]
            if key.pictures:
                agreed, at_odds = compare(row, parts, key.parts, squeezed(reading.front))
                faults += at_odds
            else:  # without its key nobody can tell what of a question other keys merely repeat
                agreed = [part.text for part in parts]
            suspect = [part.text for part in parts if part.text not in set(agreed)]
        if agreed and file.format in key.pictures and not reading.pictures <= key.pictures[file.format]:
            faults.append(Fault("verify-picture", {}))
        if agreed and "docx" in key.pictures and (strange := no_heads(key.heads, reading.heads)):
            faults.append(Fault("verify-repeated", {"said": strange[1]}))
        texts = reading.front, reading.edges, reading.title, *reading.others, *suspect, file.path
        leaking = self._leaks.found_in(texts, "".join(agreed))
        return [*faults, *(Fault("verify-leak", {"phrase": cut(phrase)}) for phrase in leaking[:3])]

    def prints(self, rows: Sequence[Row], more: Sequence[Listed], missing: Sequence[str]) -> None:
        self._group.check()
        self._astray.check(self._leaks, self._report)
        for file in more:
            self._prints.read(self._folder, file, self._leaks)
            self._tick()
        self._prints.check(rows, missing)

    def verdict(self, rows: Sequence[Row], missing: tuple[str, ...], digest: str) -> Verdict:
        forms: dict[str, int] = {}
        places: dict[tuple[str, str, str, str], int] = {}
        for row in rows:
            forms[row.form] = forms.get(row.form, 0) + 1
            spot = *row.sitting, row.form
            places[spot] = places.get(spot, 0) + 1
        listed = [max(row.of("paper"), key=lambda file: file.format) for row in rows]
        return Verdict(
            titles=tuple(self._titles),
            papers=len({file.path for file in listed}),
            keys=len(self._keys),
            pages=sum(file.pages or 0 for file in listed),
            candidates=sum(row.candidate is not None for row in rows),
            spares=sum(row.candidate is None for row in rows),
            missing=missing,
            unread=tuple(self._unread),
            forms=tuple(sorted(forms.items())),
            places=tuple(Place(*spot, count) for spot, count in sorted(places.items())),
            distinct=len({tuple(s.questions for s in row.sections) for row in rows}),
            names=self._group.names,
            digest=digest,
        )


def _heads(found: Sequence[tuple[Listed, Reading]]) -> frozenset[str]:
    """Of the tables of the DOCX."""
    return frozenset(head for file, reading in found if file.format == "docx" for head in reading.heads)
