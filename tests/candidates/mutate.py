"""Mutants of lists, repeatable from a seed, and what reading must survive with each of them.

python -m tests.candidates.mutate 3000 [SEED]
"""

from __future__ import annotations

import random
import re
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
_INTO_BYTES = [b"PK\x01\x02", b"\0\0\0\0", b"\xff\xff\xff\xff"]
_VALUES = [
    b"", b"0", b"-1", b"7", b"99999999999", b"99999999999999999999999", b"1e999", b"-1e-999", b"NaN", b"x", b"&#7;", b"&#x202E;",
    b"A0", b"A1", b"C3", b"B2:A1", b"A1:XFD1048576", b"XFD1048576", b"s", b"str", b"inlineStr", b"b", b"d", b"e", b"n",
    b"rId1", b"rId9", b"hidden", b"000000", b"yyyy-mm-dd", b"[h]:mm", b"2026-11-22T09:30:00", b"_x0007_", b"http://x/worksheet",
]  # fmt: skip
_VALUE = re.compile(rb'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)')
_TAG = re.compile(rb"<(?:c|v|row|xf|si|t|mergeCell|sheet|numFmt|is|f)\b[^<>]*/?>")
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


def _rewritten(part: bytes, rng: random.Random) -> bytes:
    """XML that is mostly still XML: values replaced, empty tags doubled."""
    for _ in range(rng.randrange(1, 6)):
        found = list((_TAG if rng.random() < 0.1 else _VALUE).finditer(part))
        if found:
            old = rng.choice(found)
            new = rng.choice((rng.choice(_VALUES), rng.choice(found).group()))
            part = part[: old.start()] + new + part[old.end() :]
    return part


def mutants(count: int, seed: int) -> Iterator[bytes]:
    rng = random.Random(seed)
    sheet = workbooks.shown()
    for _ in range(count):
        kind = rng.random()
        if kind < 0.4:
            codec = rng.choice(("utf-8", "gb18030", "utf-16"))
            yield _changed(_TEXT.encode(codec), [text.encode(codec) for text in _INTO_TEXT], rng)
        elif kind < 0.5:
            yield _changed(sheet, _INTO_BYTES, rng)
        else:
            part = rng.choice((workbooks.SHEET, rng.choice(_PARTS)))
            yield workbooks.changed(sheet, part, lambda content: _rewritten(content, rng))


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
