"""The whole check of a run's folder: records, files, keys, papers, and what goes to the printer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.verify.astray import Astray
from generator.verify.declared import check_manifest
from generator.verify.files import Files, check_listing, is_run, is_unfinished, place, tell
from generator.verify.form import classified, paper_faults, summary_faults
from generator.verify.group import Group
from generator.verify.leaks import Leaks, leak_faults
from generator.verify.prints import Prints
from generator.verify.reading import Fault, no_heads, squeezed, unlike
from generator.verify.record import ROLES, read_forms, read_manifest
from generator.verify.remedies import suit
from generator.verify.verdict import NOTHING, Place, Verdict
from generator.verify.versions import Key, Version, compared_with, heads_of_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.files import Read
    from generator.verify.reading import Part
    from generator.verify.record import Listed, Row


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
    known = (*(ROLES if rows else ()), *(("",) if manifest else ()))
    extra = check_listing(folder, listed, known, report)
    everything = (*(file for row in rows for file in row.files), *more)
    astray = Astray(folder, extra, everything)
    checker = _Checker(Files(folder, everything, report), len(set(listed)), astray, report, heard)
    checker.keys(rows)
    checker.papers(rows)
    checker.suspects()
    if manifest is not None:
        if rows:
            checker.prints(rows, more, missing)
        check_manifest(rows, manifest, report)
    suit(report, rows, manifest)
    return checker.verdict(rows, missing, manifest.digest if manifest else "")


class _Checker:
    """Reads one file after the other; keeps of each only what others are compared with."""

    def __init__(
        self,
        files: Files,
        count: int,
        astray: Astray,
        report: Report,
        heard: Callable[[int, int], None],
    ) -> None:
        self._files = files
        self._astray = astray
        self._report = report
        self._leaks = Leaks()
        self._suspects: list[tuple[str, list[str]]] = []  # files, and what they say of keys
        self._keys: dict[tuple[str, ...], Key] = {}
        self._shared: dict[str, str] = {}  # texts that keys have alike
        self._told: set[tuple[object, ...]] = set()  # faults of keys, which several papers may share
        self._group = Group(report)
        self._prints = Prints(report)
        self._titles: dict[str, tuple[str, str]] = {}  # the first layout and form of each
        self._unread: dict[str, None] = {}
        self._heard = heard
        self._done = 0
        self._count = count

    def keys(self, rows: Sequence[Row]) -> None:
        for row in rows:
            files = row.of("key")
            paths = tuple(file.path for file in files)
            if paths in self._keys:
                continue
            every, differ = self._read(files)
            found = [each for each in every if each.other is None]
            styled = any(each.file.format == "docx" for each in found)
            for each in every:
                # Without styles, what is the question's is excused in papers that have the question.
                if each.file.format == "docx":
                    for said in (text for part in each.reading.parts for text in part.solution):
                        self._leaks.add(said)
                elif differ or not styled:
                    for part in each.reading.parts:
                        self._leaks.add(part.text)
            for each in found:
                tell(each.file.path, summary_faults(each.reading.front, row), self._report)
                self._prints.add(each)
            found.sort(key=lambda each: (not each.intact, each.file.format))
            versions = tuple(
                Version(each.file.path, each.intact, tuple(map(self._interned, each.reading.parts)))
                for each in (found if differ else found[:1])
            )
            pictures = {each.file.format: each.reading.pictures for each in found}
            self._keys[paths] = Key(versions, pictures, heads_of_docx(found))
            if not versions:
                self._unread.update(dict.fromkeys(paths))

    def papers(self, rows: Sequence[Row]) -> None:
        owners = {file.path: row for row in rows for file in row.of("paper")}
        for row in rows:
            self._group.form(row)
            found, _ = self._read(row.of("paper"))
            for each in found:
                if each.other is not None:  # whatever it says, it says as the paper it is a copy of
                    if owner := owners.get(each.other.path):
                        self._judge(owner, each, found)
                    continue
                first = self._titles.setdefault(each.reading.title, (row.layout, row.form))
                self._titles[each.reading.title] = min(first, (row.layout, row.form))
                self._judge(row, each, found)
                self._group.paper(row, each.file, each.reading)
                self._astray.paper(each.reading)
                self._prints.add(each)

    def _read(self, files: Sequence[Listed]) -> tuple[list[Read], bool]:
        """The files of one document, and whether they differ, which is reported."""
        found: list[Read] = []
        for file in files:
            each = self._files.read(file)
            self._tick()
            if each is None:
                self._unread[file.path] = None
            else:
                found.append(each)
            if each is None or each.other is not None:
                self._prints.unread(file)
        whole = sorted((each for each in found if each.other is None), key=lambda each: each.file.format)
        if len(whole) != 2:
            return found, False
        one, two = whole
        where = unlike(one.reading, two.reading)
        if where is None:
            return found, False
        if one.intact and not two.intact:
            one, two, where = two, one, where[::-1]
        said = {"other": two.file.path, "one": where[0], "two": where[1]}
        self._report.error("verify-formats-differ", place(one.file.path), "verify-do-not-use", **said)
        return found, True

    def _tick(self) -> None:
        self._done += 1
        self._heard(self._done, self._count)

    def _interned(self, part: Part) -> Part:
        """The part, its texts kept once for all keys; its solution is known to the leaks already."""
        shared = self._shared
        return part._replace(
            text=shared.setdefault(part.text, part.text),
            title=shared.setdefault(part.title, part.title),
            asked=None if part.asked is None else shared.setdefault(part.asked, part.asked),
            solution=("…",) if part.solution else (),  # that there is one
        )

    def _judge(self, row: Row, paper: Read, found: Sequence[Read]) -> None:
        """What is wrong with a paper by its line and its key, and with the key. `found` is it in all formats."""
        file, reading = paper.file, paper.reading
        key = self._keys[tuple(file.path for file in row.of("key"))]
        parts = classified(reading.parts, row)
        faults: list[Fault] = []
        agreed: list[str] = []
        asked: list[str] = []
        if parts is None:
            wanted = sum(s.count for s in row.sections)
            faults.append(Fault("verify-questions", {"found": len(reading.parts), "wanted": wanted}))
            suspect = [part.text for part in reading.parts]
        else:
            faults += paper_faults(reading.front, parts, row)
            version, compared = compared_with(row, parts, key, squeezed(reading.front))
            agreed, asked, at_odds, of_key = compared
            if version is not None:
                self._tell_key(version.path, of_key)
            if version is not None and at_odds and paper.intact and not version.intact:
                self._tell_key(version.path, at_odds)  # the key was changed, and the paper was not
                self._unread[version.path] = None
                agreed = [part.text for part in parts]
            else:
                faults += at_odds
                self._leaks.ask(agreed)
                if at_odds:
                    self._prints.doubt(file)
                else:
                    self._group.stems(row, parts)
            suspect = [part.text for part in parts if part.text not in set(agreed)]
        if agreed and file.format in key.pictures and not reading.pictures <= key.pictures[file.format]:
            faults.append(Fault("verify-picture", {}))
        heads = key.heads | heads_of_docx(found)
        if agreed and "docx" in key.pictures and (strange := no_heads(heads, reading.heads)):
            faults.append(Fault("verify-repeated", {"said": strange[1]}))
        tell(file.path, faults, self._report)
        texts = reading.front, reading.edges, reading.title, *reading.others, *suspect, file.path
        if phrases := self._leaks.found_in(texts, "".join((*agreed, *asked))):
            self._suspects.append((file.path, phrases))

    def _tell_key(self, path: str, faults: Sequence[Fault]) -> None:
        new = [fault for fault in faults if (path, fault.code, *fault.values.values()) not in self._told]
        self._told.update((path, fault.code, *fault.values.values()) for fault in new)
        tell(path, new, self._report)

    def suspects(self) -> None:
        """When all papers and keys are known."""
        for path, phrases in self._suspects:
            tell(path, leak_faults(self._leaks.answers(phrases)), self._report)
        self._group.check()
        self._astray.check(self._leaks, self._report)

    def prints(self, rows: Sequence[Row], more: Sequence[Listed], missing: Sequence[str]) -> None:
        for file in more:
            self._prints.read(self._files, file, self._leaks)
            self._tick()
        self._prints.check(rows, missing)

    def verdict(self, rows: Sequence[Row], missing: tuple[str, ...], digest: str) -> Verdict:
        spots = list(zip((row.sitting for row in rows), _called(rows), strict=True))
        forms = Counter(form for _, form in spots)
        listed = [max(row.of("paper"), key=lambda file: file.format) for row in rows]
        return Verdict(
            titles=tuple(sorted(self._titles, key=lambda title: (self._titles[title], title))),
            papers=len({file.path for file in listed}),
            keys=len(self._keys),
            pages=sum(file.pages or 0 for file in listed),
            candidates=sum(row.candidate is not None for row in rows),
            spares=sum(row.candidate is None for row in rows),
            missing=missing,
            unread=tuple(self._unread),
            forms=tuple(sorted(forms.items())),
            places=tuple(Place(*at, form, count) for (at, form), count in sorted(Counter(spots).items())),
            distinct=len({tuple(s.questions for s in row.sections) for row in rows}),
            names=self._group.names,
            digest=digest,
        )


def _called(rows: Sequence[Row]) -> list[str]:
    """The form of each; of several layouts by the names of both, for A of another layout is another paper."""
    if len({row.layout for row in rows}) < 2:
        return [row.form for row in rows]
    return [f"{row.layout} {row.form}".rstrip() for row in rows]
