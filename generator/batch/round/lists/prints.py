"""What goes to the printer: the papers of each room in one file, in the order of seats; the keys apart."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.round.folder.begun import KEYS_PRINT, PRINT
from generator.candidates.order import natural

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDERS = {"paper": PRINT, "roster": PRINT, "key": KEYS_PRINT}

_WORDS = {
    "zh": {"paper": "试卷", "roster": "签到表", "key": "答案", "all": "全部", "late": "补", "room": "第{room}考场"},
    "en": {"paper": "papers", "roster": "attendance", "key": "keys", "all": "All", "late": "late", "room": "Room {room}"},
}  # fmt: skip
_BARE = re.compile(r"[A-Za-z]{0,2}[- ]?[0-9]+[A-Za-z]?")  # a room that is only numbered: 101, A3, B-12


class Seated(NamedTuple):
    """Someone who gets a paper, or a spare paper of a room, which has no name."""

    id: str
    number: str  # the id as it is printed, or which spare it is
    name: str
    post: str
    room: str
    seat: str
    session: str
    date: str
    form: str
    paper: str  # path of the PDF; empty if it could not be made
    key: str  # path of the PDF of one's own key; empty if there is none
    pages: int  # of the paper
    fault: str = ""  # why there is no paper, in words
    remark: str = ""  # of the candidates' file
    layout: str = ""  # id of what the paper is made from
    again: bool = False  # on an attendance sheet already, as one without a paper


class PrintFile(NamedTuple):
    """A file for a room and session: its `path` has no suffix, `title` is for the file's properties."""

    path: str
    title: str
    seated: tuple[Seated, ...]


def in_print_order(seated: Iterable[Seated]) -> list[Seated]:
    """By room, date, session and seat; a room's spares come last."""
    groups: dict[tuple[str, str, str], list[Seated]] = {}  # apart: keys of all rows at once take much memory
    for row in seated:
        groups.setdefault(_group(row), []).append(row)
    return [row for group in sorted(groups, key=_group_place) for row in sorted(groups[group], key=_place)]


def room_files(
    seated: Iterable[Seated],
    kind: str,
    language: str,
    addition: int = 0,
    everyone: Iterable[Seated] = (),
) -> list[PrintFile]:
    """One file a room and session, of a kind: "paper", "roster" or "key".

    `addition` counts the times that candidates were added to a finished round; 0 is the round itself. Nobody is left
    out, whether there is a paper or not. `everyone` are those of the whole round, whose rooms' files have other names.
    """
    words = _words(language)
    wanted = {group: tuple(rows) for group, rows in groupby(in_print_order(seated), _group)}
    groups = sorted({*wanted, *map(_group, everyone)}, key=_group_place)
    files = []
    taken: set[str] = set()
    for room, date, session in groups:
        others = [group for group in groups if group[0] == room]
        parts = [
            _called(room, words),
            date if len({group[1] for group in others}) > 1 else "",
            names.joined(session) if len({group[2] for group in others}) > 1 else "",
        ]
        called = "-".join(filter(None, parts))
        stem, again = _stem(called, words[kind], addition, words), 1
        while names.alike(stem) in taken:  # 101 and 第101考场 are two rooms to the list
            again += 1
            stem = _stem(called, f"({again})-{words[kind]}", addition, words)
        taken.add(names.alike(stem))
        title = " ".join(filter(None, (*parts, words[kind], late_called(language, addition))))
        rows = wanted.get((room, date, session))
        if rows:
            files.append(PrintFile(f"{FOLDERS[kind]}/{stem}", title, rows))
    return files


def form_keys_path(layout: str, language: str, addition: int = 0) -> str:
    """The path, without suffix, of the file of all keys of a layout's forms."""
    words = _words(language)
    return f"{FOLDERS['key']}/{_stem(layout, words['key'], addition, words)}"


def late_called(language: str, addition: int) -> str:
    """What an addition to a round is called; empty for the round itself."""
    return f"{_words(language)['late']}{addition}" if addition else ""


def bookmark(row: Seated) -> str:
    """What the outline of a room's file calls a paper: seat, name and number, or which spare it is."""
    parts = (row.seat, row.name, row.number) if row.name else (row.number, row.post)
    return "  ".join(filter(None, parts))


def _place(row: Seated) -> tuple[object, ...]:
    return (not row.name, natural(row.seat), row.seat, natural(row.id), row.id)


def _group_place(group: tuple[str, str, str]) -> tuple[object, ...]:
    return tuple((natural(part), part) for part in group)


def _group(row: Seated) -> tuple[str, str, str]:
    return row.room, row.date, row.session


def _called(room: str, words: dict[str, str]) -> str:
    if not room:
        return words["all"]
    return words["room"].format(room=room) if _BARE.fullmatch(room) else room


def _stem(called: str, word: str, addition: int, words: dict[str, str]) -> str:
    """What tells files apart stays whole; a long room's name is cut."""
    end = "-".join(("", word, *((f"{words['late']}{addition}",) if addition else ())))
    while len(f"{called}{end}".encode()) > names.MOST_BYTES:
        called = called[:-1]
    return names.safe(f"{called}{end}")


def _words(language: str) -> dict[str, str]:
    return _WORDS["zh" if language.lower().startswith("zh") else "en"]
