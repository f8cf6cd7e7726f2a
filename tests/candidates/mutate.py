"""Mutants of lists, repeatable from a seed, and what reading must survive with each of them.

python -m tests.candidates.mutate 3000 [SEED]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.candidates import read_candidates
from generator.cli.console import shown
from generator.diagnostics import Report
from tests.candidates import workbooks

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOWEST = 5.0  # seconds a mutant may take
_TEXT = '考号,姓名,考场,座位号,备注\r\n001,张三,"第1,考场",1,无\r\n002,李四,第2考场,"2",""\r\n="003",王五,,,+86 1\r\n'
_INTO_TEXT = [
    ",",
    '"',
    "\n",
    "\r",
    ";",
    "\t",
    "\0",
    "\x07",
    "\u202e",
    "\u200b",
    "\ufeff",
    "=",
    "1.1E+17",
    "\U0001f600",
]
_INTO_XML = [
    b"<", b">", b"/>", b'"', b"&", b"&amp;", b"&#0;", b"&a;", b"</c>", b"<v>", b"</row>", b"-1", b"99999999999", b"1e999",
    b"NaN", b't="s"', b't="e"', b't="b"', b't="d"', b's="99"', b'r="XFD1048576"', b'r="A0"', b'r=""', b"A1:XFD1048576",
    b"<!DOCTYPE a>", b"\0", b"\xff", b"<mergeCell ref='A1:A9999999'/>", b"<is><t>x</t></is>", b"<f>1</f>",
]  # fmt: skip
_PARTS = (workbooks.SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels",
          "[Content_Types].xml")  # fmt: skip


def _changed(data: bytes, into: list[bytes], rng: random.Random) -> bytes:
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.choice((0, 0, 1, 1, 4, 40)))
        data = (
            data[:at]
            + rng.choice((rng.choice(into), bytes([rng.randrange(256)]), b"", data[at:end] * 2))
            + data[end:]
        )
    return data[: rng.randrange(len(data) + 1)] if rng.random() < 0.05 else data


def mutants(count: int, seed: int) -> Iterator[bytes]:
    rng = random.Random(seed)
    sheet = workbooks.workbook(workbooks.shown)
    for _ in range(count):
        kind = rng.randrange(4)
        if kind == 0:
            codec = rng.choice(("utf-8", "gb18030", "utf-16"))
            yield _changed(_TEXT.encode(codec), [text.encode(codec) for text in _INTO_TEXT], rng)
        elif kind == 1:
            yield _changed(sheet, _INTO_XML, rng)
        else:
            part = rng.choice(_PARTS[: 1 if kind == 2 else None])
            yield workbooks.changed(sheet, part, lambda content: _changed(content, _INTO_XML, rng))


def survive(file: Path, mutant: bytes) -> float:
    """Seconds it took to read a mutant and to say what is wrong with it."""
    file.write_bytes(mutant)
    report = Report()
    begun = time.perf_counter()
    listed = read_candidates(file, "mutant", report)
    for diagnostic in report.diagnostics:
        assert shown(diagnostic, "zh")
        assert shown(diagnostic, "en")
    assert (listed is None) == report.failed
    return time.perf_counter() - begun


if __name__ == "__main__":
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number, mutant in enumerate(mutants(int(sys.argv[1]), int([*sys.argv, "1"][2]))):
            try:
                slowest = max(slowest, survive(Path(folder) / "mutant", mutant))
            except BaseException:
                Path("mutant").write_bytes(mutant)
                print("number", number)
                raise
    print(f"slowest {slowest:.2f} s")
