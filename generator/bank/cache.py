"""Banks that were read before, kept in the user's cache folder by their content.

An entry holds a bank in which no fault was found, and the warnings.
"""

from __future__ import annotations

import marshal
import stat
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from generator import cache
from generator.bank.read import read_bank
from generator.diagnostics import Report, SourceFile
from generator.markdown import scan
from generator.model.content import Text
from generator.source.bounds import MAX_BYTES
from generator.source.decode import lines_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.question import Bank

LEAST_BYTES = 256 * 1024  # of a bank file; a smaller one is read in a tenth of a second
READER = cache.Maker(
    ("diagnostics.py", "messages", "numbering.py", "model", "source", "markdown", "kinds", "bank"),
    (("yaml", "__init__.py"), ("markdown_it", "__init__.py")),
)
"""All that a Bank depends on."""


def read_cached(path: Path, name: str, report: Report) -> Bank | None:
    """As `read_bank`."""
    data = _bytes(path)
    if data is None:
        return read_bank(path, name, report)
    digest = sha256(data).hexdigest()
    entry = _entry(digest)
    if entry is None:
        return read_bank(path, name, report)
    payload = cache.load(entry)
    if payload is not None:
        file = SourceFile(name, partial(lines_in, data), digest, path.parent)
        bank = _opened(payload, file, report)
        if bank is not None:
            return bank
    found = Report()
    bank = read_bank(path, name, found)
    report.extend(found.diagnostics)
    # The file may have been written anew since its bytes were looked up.
    if bank is not None and bank.digest == digest:
        packed = _packed(bank, found.diagnostics)
        if packed is not None:
            cache.store(entry, packed)
    return bank


def _bytes(path: Path) -> bytes | None:
    """The bytes of a file that is worth it; None for others, and for those that are not to be had."""
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and LEAST_BYTES <= status.st_size <= MAX_BYTES:
            return path.read_bytes()
    except (OSError, ValueError):  # reported when it is read for good
        pass
    return None


def _entry(digest: str) -> cache.Entry | None:
    """Where a bank of bytes with this digest is kept; None when there is to be no cache."""
    import yaml

    return cache.entry("bank", READER, digest, str(yaml.__with_libyaml__))


# What is kept of it ----------------------------------------------------------------------------


def _packed(bank: Bank, diagnostics: list[Diagnostic]) -> bytes | None:
    """None for a bank with faults, and for one about which something is said that is no plain value."""
    file = bank.location.file
    if any(d.severity == "error" or not d.location or d.location.file is not file for d in diagnostics):
        return None
    from generator.bank.columns import pack

    packed = pack(bank, diagnostics)
    try:
        # Not pickle, which can be made to run code. What marshal cannot bear is damage, and the cache lets none pass.
        payload = marshal.dumps((packed, []))
    except ValueError:
        return None
    if b"![" not in payload:
        return payload
    pictured = [i for i, question in enumerate(bank.questions) if any(_pictures(question))]
    return marshal.dumps((packed, pictured))


def _opened(payload: memoryview, file: SourceFile, report: Report) -> Bank | None:
    """The bank that was packed; None when a picture is at fault now, which is told best when all is read."""
    from generator.bank.columns import unpack

    packed, pictured = marshal.loads(payload)
    bank, warnings = unpack(packed, file)
    found = Report()
    for index in pictured:
        for text in _pictures(bank.questions[index]):
            scan(text, found, file.folder)
    if found.diagnostics:
        return None
    report.extend(warnings)
    return bank


def _pictures(value: object) -> Iterator[Text]:
    """The texts in a question that may show a picture: a file of its own, which comes and goes."""
    if isinstance(value, Text):
        if "![" in value.markdown:
            yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _pictures(inner)
