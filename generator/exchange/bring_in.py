"""Documents into the text of a bank's file: read, merged into what is there, and what is open named in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from generator.bank import read_bank
from generator.diagnostics import Diagnostic, Location, Report, SourceFile
from generator.exchange.carried import carry, renamed, titles_left
from generator.exchange.formats import FORMATS, format_of, reader
from generator.exchange.merge import in_order, merge
from generator.exchange.pictures import but_for_paths, with_pictures
from generator.exchange.remarks import judged, remark, remark_doubts, remove_answered, remove_settled
from generator.exchange.simplified import simplifier
from generator.exchange.target import check_name, existing, head, sound
from generator.exchange.yaml import changed, question, tree, write
from generator.exchange.yaml.comments import paths_at
from generator.kinds import DEFAULT
from generator.markdown.images import load
from generator.messages import message
from generator.model.content import Image
from generator.source.bounds import MAX_BYTES as MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.intake import Intake, LeftOut, Origin
    from generator.exchange.matching import Entry
    from generator.exchange.merge import Placed
    from generator.exchange.yaml import Comments, Tree

_LOCK = "~$"  # begins the name of the file by which Office keeps a document that is open
_NOTHING = {"import-no-questions": "error"}  # where there is nothing else, either
_FAULTY = 0.7  # the most confidence in a question that cannot be used as it is


class Wish(NamedTuple):
    """Documents to read, the bank to write, the format of the documents ("" to tell by name and content).

    `similar` adds questions that nearly equal one of the bank, or have the id of quite another; the questions of the ids
    `update` become what such a one says. `simplified` converts Traditional Chinese.
    """

    files: Sequence[Path]
    out: Path
    format: str = ""
    similar: bool = False
    simplified: bool = False
    update: frozenset[str] = frozenset()


class Brought(NamedTuple):
    """The `text` of the bank with this id, its `pictures` by path beside it; of each question its Origin and what
    became of it. Without questions there is no text.

    `open` is what a person must fill in or mend before the bank can be used. `absent` are the ids of the bank's
    questions that none of the documents has, where these have others of the bank; `left_out` is of all documents.
    """

    text: str
    bank: str
    pictures: dict[str, bytes]
    left_out: list[LeftOut]
    placed: list[tuple[Origin, Placed]]
    incoming: list[Entry]
    open: list[Diagnostic]
    absent: list[str]


def bring_in(wish: Wish, report: Report) -> Brought:
    """InputFault: a document or the bank that is there cannot be read."""
    check_name(wish.out, report)
    report.check()
    read = [(file, found) for file in wish.files if (found := _intake(file, wish.format, report)) is not None]
    intakes = [intake for _, intake in read]
    old, comments = existing(wish.out, report)
    report.check()
    origins = [origin for intake in intakes for origin in intake.origins]
    root: dict[str, Tree] = tree(old) if old else head(wish.out, intakes)
    if not origins:
        report.diagnostics = [
            d._replace(severity=_NOTHING.get(d.code, d.severity)) for d in report.diagnostics
        ]
        return Brought("", str(root["bank"]), {}, _left_out(intakes), [], [], [], [])
    language = old.language if old else str(root.get("language", "zh-CN"))
    entries: list[Entry] = [question(asked, language) for asked in old.questions] if old else []
    pictures: dict[str, bytes] = {}
    incoming = [
        with_pictures(entry, file, intake.pictures, wish.out, pictures)
        for file, intake in read
        for entry in _entries(intake, language)
    ]
    if wish.simplified:
        simplified = but_for_paths(simplifier(report))
        incoming = [{name: changed(value, simplified) for name, value in entry.items()} for entry in incoming]
    put = partial(merge, entries, bank=str(root["bank"]), similar=wish.similar, update=wish.update)
    merged = put(incoming)
    if (named := renamed(incoming, intakes, merged)) != incoming:
        incoming, merged = named, put(named)
    by_id = {str(entry["id"]): entry for entry in merged.entries}
    placed = [
        (judged(origin, became, said, by_id.get(became.id)), became)
        for origin, became, said in zip(origins, merged.placed, incoming, strict=True)
    ]
    root["questions"] = [in_order(entry) for entry in merged.entries]
    words = "zh" if language.startswith("zh") else "en"
    for origin, became in placed:
        remove_answered(comments, became)
        remark_doubts(comments, origin, became, words)
    carry(comments, intakes, merged)
    remove_settled(comments, by_id)
    text, missing, faulty = _checked(root, comments, pictures, wish.out, words)
    placed = [(_usable(origin, faulty.get(became.id)), became) for origin, became in placed]
    left_out = [*_left_out(intakes), *titles_left(intakes, str(root.get("title", "")))]
    absent = _absent(entries, merged.placed)
    _tell_unused(wish, merged.placed, report)
    return Brought(text, str(root["bank"]), pictures, left_out, placed, incoming, missing, absent)


def _entries(intake: Intake, language: str) -> Iterator[Entry]:
    """The questions of a document. Where it says that one is of the usual type, that is said too."""
    for asked, origin in zip(intake.bank.questions, intake.origins, strict=True):
        entry = question(asked, language)
        yield {**entry, "type": DEFAULT} if "type" in origin.recognised and "type" not in entry else entry


def _usable(origin: Origin, fault: Diagnostic | None) -> Origin:
    """A question whose `fault` must be mended is not certain; where nothing else says why, the fault does."""
    if fault is None:
        return origin
    return origin._replace(
        confidence=min(origin.confidence, _FAULTY),
        doubts=origin.doubts or (fault._replace(severity="warning"),),
    )


def _left_out(intakes: Sequence[Intake]) -> list[LeftOut]:
    """What is in no bank, in the order of the documents."""
    return [
        left for intake in intakes for left in sorted(intake.left_out, key=lambda left: left.location[1:])
    ]


def _absent(entries: Sequence[Entry], placed: Sequence[Placed]) -> list[str]:
    """The ids of the old bank that no question has gone to or been held against, if any has at all."""
    met = {name for became in placed for name in (became.id, became.other) if name}
    if not any(became.action in ("updated", "unchanged") for became in placed):
        return []
    return [name for entry in entries if (name := str(entry["id"])) not in met]


def _tell_unused(wish: Wish, placed: Sequence[Placed], report: Report) -> None:
    """A warning for each question that was to be updated and that no document has."""
    updated = {became.id for became in placed if became.action in ("updated", "unchanged")}
    for name in sorted(wish.update - updated):
        report.warning("update-unused", Location(SourceFile(str(wish.out), [])), "update-unused", id=name)


def _intake(file: Path, format_name: str, report: Report) -> Intake | None:
    where = Location(SourceFile(str(file), []))
    if file.name.startswith(_LOCK):
        report.error("file-is-lock", where, "close-document")
        return None
    data = _bytes(file, report)
    if data is None:
        return None
    found = format_of(file.name, data, format_name, report)
    if not found or not FORMATS[found].reads:
        known = " ".join(suffix for made in FORMATS.values() if made.reads for suffix in made.suffixes)
        report.error("format-unknown", where, "formats-known", known=known)
        return None
    intake = reader(found)(data, str(file), report)
    return intake and sound(intake, report)


def _bytes(file: Path, report: Report) -> bytes | None:
    where = Location(SourceFile(str(file), []))
    try:
        if file.is_dir():
            report.error("file-is-folder", where)
        elif not file.exists():
            report.error("file-missing", where)
        elif not file.is_file():
            report.error("file-not-regular", where)
        elif file.stat().st_size > MOST_BYTES:
            report.error("file-too-big", where, limit=MOST_BYTES >> 20)
        else:
            data = file.read_bytes()
            if data.strip():
                return data
            report.error("file-empty", where)
    except (OSError, ValueError) as error:
        report.error("file-unreadable", where, reason=getattr(error, "strerror", None) or str(error))
    return None


def _checked(
    root: dict[str, Tree],
    comments: dict[tuple[str | int, ...], Comments],
    pictures: dict[str, bytes],
    out: Path,
    words: str,
) -> tuple[str, list[Diagnostic], dict[str | int, Diagnostic]]:
    """The text of the bank; what a reader of it would find at fault is named at its place; the first of each question."""
    text = write(root, comments)
    faults = _faults(text, pictures, out)
    lines = [fault.location.line if fault.location else 0 for fault in faults]
    faulty: dict[str | int, Diagnostic] = {}
    for fault, found in zip(faults, paths_at(text, lines), strict=True):
        for identifier in found[1:2]:
            faulty.setdefault(identifier, fault)
        path = found or ("bank",)
        if path not in comments:
            remark(comments, path, message(fault, words), words)
    if faults:
        text = write(root, comments)
        faults = _faults(text, pictures, out)
    return text, faults, faulty


def _faults(text: str, pictures: dict[str, bytes], out: Path) -> list[Diagnostic]:
    """Every error in a bank of this text and with these pictures beside it; its places are those in `out`."""
    report = Report()
    with TemporaryDirectory() as folder:
        file = Path(folder, out.name)
        file.write_text(text, encoding="utf-8")
        for path, data in pictures.items():
            target = Path(folder, path)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        read_bank(file, str(out), report)
    return [
        fault
        for fault in report.diagnostics
        if fault.severity == "error"
        and (fault.code != "image-missing" or not _is_beside(str(fault.values["written"]), out))
    ]


def _is_beside(path: str, out: Path) -> bool:
    """Whether a picture lies beside the bank already."""
    return isinstance(load(path, "", out.parent), Image)
