"""Files damaged at random are read or refused, whatever is in them."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.verify.docx import read_docx
from generator.verify.pdf import read_bound, read_pdf
from generator.verify.reading import Unreadable
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

READERS = {"docx": read_docx, "pdf": read_pdf, "bound": read_bound, "xlsx": read_workbook}
FILES = {"docx": "keys/1001*.docx", "pdf": "papers/1001*.pdf", "bound": "print/*试卷.pdf", "xlsx": "*.xlsx"}


@pytest.mark.parametrize("kind", READERS)
def test_damaged_files(finished: Path, kind: str) -> None:
    data = next(finished.glob(FILES[kind])).read_bytes()
    read: Callable[[bytes], object] = READERS[kind]
    read(data)
    dice = random.Random(kind)
    refused = 0
    for _ in range(40):
        try:
            read(
                _in_a_part(data, dice)
                if data.startswith(b"PK") and dice.random() < 0.5
                else _damaged(data, dice)
            )
        except Unreadable:
            refused += 1
    assert refused


def _damaged(data: bytes, dice: random.Random) -> bytes:
    at, length = dice.randrange(len(data)), dice.choice((1, 3, 100))
    match dice.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at] + data[-length:] + data[at:]
        case _:
            return data[:at] + bytes((dice.randrange(256),)) + data[at + 1 :]


def _in_a_part(data: bytes, dice: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        chosen = dice.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            other.writestr(name, _damaged(part, dice) if name == chosen else part)
    return out.getvalue()
