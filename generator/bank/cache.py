"""Large banks that were read before, kept in the user's cache folder by their content.

EXAMPAPER_CACHE names another folder, or is `off`. The folder may be deleted at any time. An entry holds a bank in
which no fault was found, and the warnings; whatever is odd about an entry, or goes wrong when one is written, the
bank is read as if there were none.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import time
from contextlib import suppress
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING, NamedTuple

from generator.bank.read import read_bank
from generator.diagnostics import Report, SourceFile
from generator.markdown import scan
from generator.model.content import Text
from generator.source.bounds import MAX_BYTES
from generator.source.decode import lines_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.question import Bank

LEAST_BYTES = 256 * 1024  # of a bank file; a smaller one is read in a tenth of a second
MOST_FILES = 50
MOST_BYTES = 200 * 1024 * 1024
READERS = ("__init__.py", "diagnostics.py", "numbering.py", "model", "source", "markdown", "kinds", "bank")
"""The part of the program a Bank depends on."""

_LIBRARIES = ("yaml", "markdown_it")
_MAGIC = b"exampaper bank\n"
_DIGEST = sha256().digest_size
_HOUR = 3600


class _Entry(NamedTuple):
    """Where a bank of certain bytes is kept, if it is: `digest` is theirs, `key` also of all that reads them."""

    path: Path
    key: bytes
    digest: str


def read_cached(path: Path, name: str, report: Report) -> Bank | None:
    """As `read_bank`."""
    data = _bytes(path)
    entry = None if data is None else _entry(data)
    if data is None or entry is None:
        return read_bank(path, name, report)
    payload = _load(entry)
    if payload is not None:
        file = SourceFile(name, partial(lines_in, data), entry.digest, path.parent)
        bank = _opened(payload, file, report)
        if bank is not None:
            return bank
    found = Report()
    bank = read_bank(path, name, found)
    report.extend(found.diagnostics)
    # The file may have been written anew since its bytes were looked up.
    if bank is not None and bank.digest == entry.digest:
        packed = _packed(bank, found.diagnostics)
        if packed is not None:
            _store(entry, packed)
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


# What a bank depends on ------------------------------------------------------------------------


def _entry(data: bytes) -> _Entry | None:
    """None when there is to be no cache."""
    folder, reader = _folder(), _reader()
    if folder is None or reader is None:
        return None
    digest = sha256(data).hexdigest()
    key = sha256(reader + digest.encode())
    return _Entry(folder / f"bank-{key.hexdigest()}.cache", key.digest(), digest)


def _folder() -> Path | None:
    said = os.environ.get("EXAMPAPER_CACHE", "")
    if said:
        return None if said.lower() == "off" else Path(said)
    from platformdirs import user_cache_path

    folder = user_cache_path("exampaper", appauthor=False)
    return folder if folder.is_absolute() else None  # a user may have no home


@cache
def _reader() -> bytes | None:
    """Digest of all that makes a Bank of bytes: our own code, the libraries' versions, Python.

    None where the program's source cannot be read: then there is no telling whether it has changed.
    """
    from importlib.util import find_spec

    import yaml

    home = Path(__file__).parents[1]
    digest = sha256(f"{sys.version} {sys.byteorder} {marshal.version} {yaml.__with_libyaml__}".encode())
    try:
        for reader in READERS:
            files = sorted((home / reader).glob("*.py")) if "." not in reader else [home / reader]
            if not files:
                return None
            for file in files:
                code = file.read_bytes()
                digest.update(f"{file.name} {len(code)}\n".encode() + code)
        for library in _LIBRARIES:  # says its version, and costs less than asking the package's metadata
            spec = find_spec(library)
            if spec is None or spec.origin is None:
                return None
            digest.update(Path(spec.origin).read_bytes())
    except OSError:
        return None
    return digest.digest()


# What is kept of it ----------------------------------------------------------------------------


def _packed(bank: Bank, diagnostics: list[Diagnostic]) -> bytes | None:
    """None for a bank with faults, and for one about which something is said that is no plain value."""
    file = bank.location.file
    if any(d.severity == "error" or not d.location or d.location.file is not file for d in diagnostics):
        return None
    from generator.bank.columns import pack

    packed = pack(bank, diagnostics)
    try:
        # Not pickle, which can be made to run code. What marshal cannot bear is damage, and `_load` lets none pass.
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


# The folder ------------------------------------------------------------------------------------


def _load(entry: _Entry) -> memoryview | None:
    """What `_store` was given, if every byte of it is there and it is the user's own."""
    flags = os.O_RDONLY
    for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):  # none is known to every system
        flags |= getattr(os, name, 0)
    try:
        with os.fdopen(os.open(entry.path, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            user = getattr(os, "geteuid", lambda: status.st_uid)()
            if not stat.S_ISREG(status.st_mode) or status.st_uid != user or status.st_size > MOST_BYTES:
                return None
            data = stream.read()
    except OSError:
        return None
    payload = memoryview(data)[len(_MAGIC) + _DIGEST :]
    if data[: len(_MAGIC) + _DIGEST] != _head(entry, payload):
        return None
    with suppress(OSError):
        os.utime(entry.path)  # the entry used longest ago is the first to go
    return payload


def _head(entry: _Entry, payload: bytes | memoryview) -> bytes:
    """What stands before a payload. Its digest is of the key too: an entry under another name is none."""
    digest = sha256(entry.key)
    digest.update(payload)
    return _MAGIC + digest.digest()


def _store(entry: _Entry, payload: bytes) -> None:
    part = entry.path.with_suffix(f".{os.urandom(16).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        entry.path.parent.mkdir(0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(part, flags, 0o600), "wb") as stream:
                stream.writelines((_head(entry, payload), payload))
            part.replace(entry.path)
        finally:
            part.unlink(missing_ok=True)
        _sweep(entry.path)
    except OSError:
        pass  # a full disk, a folder that may not be written: then the bank is read again next time


def _sweep(written: Path) -> None:
    """Remove what was not used for longest, down to the bounds, and what a run that was ended left behind."""
    kept: list[tuple[bool, int, int, Path]] = []
    for path in written.parent.iterdir():
        if fullmatch(r"bank-[0-9a-f]{64}\.(cache|[0-9a-f]{32}\.part)", path.name):
            status = path.lstat()
            if path.suffix == ".cache":
                kept.append((path == written, status.st_mtime_ns, status.st_size, path))
            elif status.st_mtime < time.time() - _HOUR:
                path.unlink(missing_ok=True)
    size = 0
    for number, (_, _, bytes_, path) in enumerate(sorted(kept, reverse=True), 1):
        size += bytes_
        if number > MOST_FILES or size > MOST_BYTES:
            path.unlink(missing_ok=True)
