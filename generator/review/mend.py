"""Mends what is certain in a bank's file, in place: all else in it stays byte for byte.

Whatever is mended is read again. A mend after which the bank would not say just what it is meant to is left out.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.bank.gaps import is_gap
from generator.bank.read import bank_of
from generator.diagnostics import Location, Report, SourceFile
from generator.model.content import Text
from generator.review import damage, remarks, spacing, width
from generator.review.edits import Edit, made, settled
from generator.review.passages import Subject, blanked
from generator.review.splice import Source
from generator.source import MappingNode, place
from generator.source.bounds import BoundedReport
from generator.source.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.diagnostics import Diagnostic
    from generator.model.question import Bank, Question

MENDS: tuple[Callable[[str], Iterator[Edit]], ...] = (width.edits, spacing.edits, damage.edits)
_BESIDE = 10  # characters that are shown at either side of a mend


class Change(NamedTuple):
    location: Location
    before: str
    after: str


class Mended(NamedTuple):
    """A file as it should be: its path, its new bytes, and what was changed in it, in order."""

    path: Path
    content: bytes
    changes: tuple[Change, ...]


class _Mend(NamedTuple):
    """A value, its edits, and the same as edits of the file."""

    text: Text
    edits: list[Edit]
    placed: list[Edit]


def mend(bank: Bank) -> Mended | None:
    """The file of a bank that was read without faults but gaps, mended; None where nothing is to be mended."""
    file = bank.location.file
    assert file.folder is not None
    path = (file.folder / Path(file.name).name).resolve()
    try:
        data = path.read_bytes()
    except OSError:  # gone since it was read
        return None
    if sha256(data).hexdigest() != bank.digest:  # or written anew
        return None
    source = Source(data.decode("utf-8"))
    wanted = [found for question in bank.questions for found in _of_question(question, source)]
    wanted += _settled_remarks(bank, source)
    mends = _sound(bank, source, wanted)
    if not mends:
        return None
    changes = [_change(found.text, edits) for found in mends for edits in _near(found)]
    changes.sort(key=lambda change: change.location[1:])
    return Mended(path, _spliced(source, mends).encode("utf-8"), tuple(changes))


def _of_question(question: Question, source: Source) -> Iterator[_Mend]:
    subject = Subject(question)
    if subject.about_writing:
        return

    def rule(text: str) -> Iterator[Edit]:
        _, bare = blanked(text)
        return (edit for rule in MENDS for edit in rule(bare) if edit.code not in question.silence)

    for passage in subject.passages:
        if passage.role != "blank":  # which texts are accepted is the author's to say
            edits = settled(passage.text.markdown, rule)
            emptied = not made(passage.text.markdown, edits).strip()  # which would be a gap
            placed = source.place(passage.text, edits) if edits and not emptied else None
            if placed:
                yield _Mend(passage.text, edits, placed)


def _settled_remarks(bank: Bank, source: Source) -> Iterator[_Mend]:
    """The remarks that say of what is there that it is missing: each goes with its line."""
    for question, where in remarks.remarks(bank):
        silent = question is not None and "stale-remark" in question.silence
        if remarks.is_settled(where) and not silent:
            words = where.quote[where.column - 1 :]
            start, end = source.lines[where.line - 1 : where.line + 1]
            yield _Mend(
                Text(words, where, where.line),
                [Edit(0, len(words), "", "stale-remark")],
                [Edit(start, end, "", "stale-remark")],
            )


def _sound(bank: Bank, source: Source, wanted: list[_Mend]) -> list[_Mend]:
    """Those of the mends that do just what they are meant to, found by halves."""
    sound: list[_Mend] = []
    waiting = [wanted] if wanted else []
    while waiting:
        some = waiting.pop()
        if _does_as_meant(bank, source, sound + some):
            sound += some
        elif len(some) > 1:
            half = len(some) // 2
            waiting += (some[half:], some[:half])
    return sound


def _does_as_meant(bank: Bank, source: Source, mends: list[_Mend]) -> bool:
    """Whether the mended file reads without faults, and as before but for the mended texts."""
    text = Source(_spliced(source, mends)).text
    old = bank.location.file
    assert old.folder is not None
    file = SourceFile(old.name, text.split("\n"), "", old.folder)
    report = BoundedReport()
    parsed = parse(text, file, report)
    if parsed.failure is not None or report.failed or not isinstance(parsed.root, MappingNode):
        return False
    told = Report()
    new = bank_of(parsed.root, old.folder, told)
    meant = {mend.text.location[1:]: made(mend.text.markdown, mend.edits) for mend in mends}
    return (
        new is not None
        and all(map(is_gap, _errors(told)))
        and _said(new.questions, {}) == _said(bank.questions, meant)
    )


def _errors(report: Report) -> list[Diagnostic]:
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.severity == "error"]


def _spliced(source: Source, mends: list[_Mend]) -> str:
    return made(source.raw, sorted(edit for mend in mends for edit in mend.placed))


def _said(value: object, meant: Mapping[tuple[int, int], str]) -> object:
    """All that a question says, without the places where it does; `meant` has other texts for some of them."""
    if isinstance(value, Text):
        return meant.get(value.location[1:], value.markdown)
    if isinstance(value, Location):
        return None
    return tuple(_said(inner, meant) for inner in value) if isinstance(value, tuple) else value


def _near(found: _Mend) -> Iterator[list[Edit]]:
    """The edits of a value, those together that are shown together."""
    markdown = found.text.markdown
    near: list[Edit] = []
    for edit in found.edits:
        between = markdown[near[-1].end : edit.start] if near else ""
        if len(between) > 2 * _BESIDE or "\n" in between:
            yield near
            near = []
        near.append(edit)
    yield near


def _change(text: Text, edits: list[Edit]) -> Change:
    markdown = text.markdown
    first, last = edits[0].start, edits[-1].end
    start = max(markdown.rfind("\n", 0, first) + 1, first - _BESIDE)
    end = markdown.find("\n", last)
    end = min(end if end >= 0 else len(markdown), last + _BESIDE)
    moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in edits]
    return Change(place(text, first), markdown[start:end], made(markdown[start:end], moved))
