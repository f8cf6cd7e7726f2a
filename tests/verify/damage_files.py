"""Damage to the files and records of a finished round; each says what it did. Where it cannot be done: Skip.

The first kinds leave the records as they were, the others mend all digests, so that the content alone tells.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.verify.forger import Forger

    Damage = Callable[[Forger, random.Random], object]


class Skip(Exception):
    """Nothing was changed."""


def files(forger: Forger, ending: str = "") -> list[Path]:
    return sorted(path for path in forger.folder.rglob(f"*{ending}") if path.is_file())


def one(forger: Forger, dice: random.Random, ending: str = "") -> Path:
    found = files(forger, ending)
    if not found:
        raise Skip
    return dice.choice(found)


def _two(forger: Forger, dice: random.Random, ending: str = "") -> tuple[Path, Path]:
    """Two files that differ."""
    found = files(forger, ending)
    if len(found) < 2:
        raise Skip
    one, two = dice.sample(found, 2)
    if one.read_bytes() == two.read_bytes():
        raise Skip
    return one, two


# Records as they were -----------------------------------------------------------------------------------


def bit(forger: Forger, dice: random.Random) -> object:
    path = one(forger, dice)
    data = bytearray(path.read_bytes())
    at = dice.randrange(len(data))
    data[at] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    return path.name, at


def shortened(forger: Forger, dice: random.Random) -> object:
    path = one(forger, dice)
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data))])
    return path.name


def lengthened(forger: Forger, dice: random.Random) -> object:
    path = one(forger, dice)
    path.write_bytes(path.read_bytes() + dice.choice((b"\n", b" ", b"\0", b"x" * 9)))
    return path.name


def lost(forger: Forger, dice: random.Random) -> object:
    path = one(forger, dice)
    path.unlink()
    return path.name


def renamed(forger: Forger, dice: random.Random) -> object:
    path = one(forger, dice)
    path.rename(path.with_name(f"x{path.name}"))
    return path.name


def exchanged(forger: Forger, dice: random.Random) -> object:
    one, two = _two(forger, dice)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    return one.name, two.name


def manifest_field(forger: Forger, dice: random.Random) -> object:
    content = forger.manifest()
    place = _edit(content, dice)
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    (forger.folder / "manifest.json").write_text(text, "utf-8")
    return place


def forms_field(forger: Forger, dice: random.Random) -> object:
    rows = forger.rows()
    place = _edit(rows, dice)
    forger.write_rows(rows, mended=False)
    return place


# Records mended -----------------------------------------------------------------------------------------


def exchanged_and_mended(forger: Forger, dice: random.Random) -> object:
    one, two = _two(forger, dice, dice.choice((".pdf", ".docx")))
    forger.swap(one, two)
    return one.name, two.name


def row_field(forger: Forger, dice: random.Random) -> object:
    rows = forger.rows()
    for row in rows:
        for section in row["sections"]:
            # A question may be called anything, as long as it is so in every line: that is left out.
            section["questions"] = tuple(section["questions"])
    place = _edit(rows, dice)
    forger.write_rows(rows)
    return place


def row_lost(forger: Forger, dice: random.Random) -> object:
    rows = forger.rows()
    gone = rows.pop(dice.randrange(len(rows)))
    forger.write_rows(rows)
    return gone["name"]


def persons_exchanged(forger: Forger, dice: random.Random) -> object:
    """The papers, or the keys, of two candidates in all formats."""
    one, two = dice.sample([row for row in forger.rows() if row["candidate"]], 2)
    role = dice.choice(("paper", "key"))
    for first, second in zip(
        *([f for f in row["files"] if f["role"] == role] for row in (one, two)), strict=True
    ):
        if first["path"] == second["path"]:
            raise Skip
        forger.swap(forger.folder / first["path"], forger.folder / second["path"])
    return one["name"], two["name"], role


def prints_lost(forger: Forger, dice: random.Random) -> object:
    files = forger.manifest()["files"]
    gone = dice.sample(files, dice.randint(1, len(files)))
    for file in gone:
        (forger.folder / file["path"]).unlink()
    forger.write_manifest(files=[file for file in files if file not in gone])
    return [file["path"] for file in gone]


def list_cell(forger: Forger, dice: random.Random) -> object:
    """Of a row; what stands over the columns tells nothing."""

    def change(xml: str) -> str:
        cells = [m for m in re.finditer(r"<t[^>]*>([^<]+)</t>", xml) if re.search(r"\d", m[1])]
        return with_other(xml, dice.choice(cells), dice, "中1a")

    forger.edit_list(change)
    forger.mend()
    return None


def list_row(forger: Forger, dice: random.Random) -> object:
    def change(xml: str) -> str:
        row = dice.choice(list(re.finditer(r"<row .*?</row>", xml, re.DOTALL))[1:])
        return xml[: row.start()] + xml[row.end() :]

    forger.edit_part(one(forger, dice, ".xlsx"), "xl/worksheets/sheet1.xml", change)
    forger.mend()
    return None


def with_other(text: str, found: re.Match[str], dice: random.Random, others: str) -> str:
    at, other = dice.randrange(found.start(1), found.end(1)), dice.choice(others)
    if text[at] == other or text[at] in " \u3000&;":
        raise Skip
    return text[:at] + other + text[at + 1 :]


def _edit(content: Any, dice: random.Random) -> object:
    """Changes one value anywhere in it; where that is."""
    leaves = list(_leaves(content))
    where = dice.choice(leaves)
    inner = content
    for step in where[:-1]:
        inner = inner[step]
    match inner[where[-1]]:
        case bool(value):
            inner[where[-1]] = not value
        case int(value):
            inner[where[-1]] = value + dice.choice((-1, 1, 5))
        case str(value) if value:
            at = dice.randrange(len(value))
            inner[where[-1]] = value[:at] + ("1" if value[at] != "1" else "2") + value[at + 1 :]
        case list(value) if value:
            value.pop(dice.randrange(len(value)))
        case _:
            raise Skip
    return where


def _leaves(content: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = content.items() if isinstance(content, dict) else enumerate(content)
    for step, value in inner:
        if isinstance(value, dict | list):
            yield from _leaves(value, (*where, step))
        if not isinstance(value, dict | tuple):
            yield (*where, step)


FILES: dict[str, Damage] = {
    "bit": bit,
    "shortened": shortened,
    "lengthened": lengthened,
    "lost": lost,
    "renamed": renamed,
    "exchanged": exchanged,
    "manifest-field": manifest_field,
    "forms-field": forms_field,
    "exchanged-and-mended": exchanged_and_mended,
    "row-field": row_field,
    "row-lost": row_lost,
    "persons-exchanged": persons_exchanged,
    "prints-lost": prints_lost,
    "list-cell": list_cell,
    "list-row": list_row,
}
