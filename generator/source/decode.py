"""From a path to text: what can be wrong before any YAML is read."""

from __future__ import annotations

import re
import stat
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.source.bounds import MAX_BYTES, MAX_TOLD

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report

_CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029"
_BIDIRECTIONAL = "\\u202a-\\u202e\\u2066-\\u2069"
_NEVER_TEXT = "\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff"
_INVISIBLE = "\\u200b\\u200e\\u200f\\u2060\\ufeff\\ufffd"
REFUSED = f"[{_CONTROLS}{_BIDIRECTIONAL}{_NEVER_TEXT}]"
_NOTICED = re.compile(f"[{_CONTROLS}{_BIDIRECTIONAL}{_NEVER_TEXT}{_INVISIBLE}]")

_WIDE = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)


def load(path: Path, name: str, report: Report) -> tuple[str, SourceFile] | None:
    """The text of a UTF-8 file with its line ends as newlines; None when it cannot be had.

    Characters that may not stand in a file are reported and come back as U+FFFD.
    """
    nowhere = Location(SourceFile(name, []))
    data = _bytes(path, nowhere, report)
    if data is None:
        return None
    if len(data) > MAX_BYTES:
        report.error("file-too-big", nowhere, "split-file", limit=MAX_BYTES >> 20)
        return None
    text = _decode(data, name, report)
    if text is None:
        return None
    file = SourceFile(name, text.split("\n"), sha256(data).hexdigest(), path.parent)
    return _characters(text, file, report), file


def lines_in(data: bytes) -> list[str]:
    """The lines of a UTF-8 file, to quote from."""
    return _newlines(data.decode("utf-8-sig")).split("\n")


def _bytes(path: Path, nowhere: Location, report: Report) -> bytes | None:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            report.error("file-is-folder", nowhere, "name-a-file")
        elif not stat.S_ISREG(mode):
            report.error("file-not-regular", nowhere, "name-a-file")
        else:
            with path.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        nearest = _nearest_file(path)
        report.error("file-missing", nowhere, "did-you-mean" if nearest else "check-path", nearest=nearest)
    except PermissionError:
        report.error("file-denied", nowhere, "check-permission")
    except OSError as error:
        report.error("file-unreadable", nowhere, reason=error.strerror or type(error).__name__)
    except ValueError:  # a NUL in the path
        report.error("file-missing", nowhere, "check-path")
    return None


def _nearest_file(path: Path) -> str:
    """The name in the same folder that is most like this one; empty when none is."""
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return ""
    return next(iter(get_close_matches(path.name, names, 1, 0.7)), "")


def _decode(data: bytes, name: str, report: Report) -> str | None:
    for mark, codec, encoding in _WIDE:
        if data.startswith(mark):
            _wrong_encoding(data, len(mark), codec, encoding, name, report)
            return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        _name_encoding(data, fault.start, name, report)
        return None
    codec = _wide_without_mark(data)  # English in UTF-16 is valid UTF-8 full of NUL
    if codec:
        _wrong_encoding(data, 0, codec, "UTF-16", name, report)
        return None
    return _newlines(text)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wide_without_mark(data: bytes) -> str:
    """The UTF-16 codec of bytes of which every second one is often NUL; empty for other bytes."""
    high, low = data[0:400:2].count(0), data[1:400:2].count(0)
    if max(high, low) < max(4, len(data[:400]) // 10) or min(high, low):
        return ""
    return "utf-16-be" if high else "utf-16-le"


def _reads_as_text(data: bytes, codec: str) -> bool:
    text = data.decode(codec, "ignore")
    return bool(text) and not re.search(REFUSED, text)


def _name_encoding(data: bytes, start: int, name: str, report: Report) -> None:
    """`data` is no UTF-8 at byte `start`: say what it is, if it looks like something."""
    codec = _wide_without_mark(data)
    if codec:
        _wrong_encoding(data, 0, codec, "UTF-16", name, report)
        return
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    whole = len(lenient) - len(re.sub("[^\x00-\x7f]", "", lenient)) - broken
    if whole <= broken and _reads_as_text(data, "gb18030"):
        # GBK leaves the first two bytes of a file to guess from the first that is not UTF-8
        _wrong_encoding(data, start, "gb18030", "GBK/GB18030", name, report)
        return
    text = _newlines(lenient)
    before = _newlines(data[:start].decode("utf-8", "replace")).removeprefix("\ufeff")
    file = SourceFile(name, text.removeprefix("\ufeff").split("\n"))
    where = _at(file, before)
    report.error("not-utf8", where, "save-as-utf8", byte=f"0x{data[start]:02X}")


def _wrong_encoding(data: bytes, start: int, codec: str, encoding: str, name: str, report: Report) -> None:
    text = _newlines(data.decode(codec, "replace")).removeprefix("\ufeff")
    before = _newlines(data[:start].decode(codec, "ignore")).removeprefix("\ufeff")
    where = _at(SourceFile(name, text.split("\n")), before)
    report.error("wrong-encoding", where, "save-as-utf8", encoding=encoding)


def _at(file: SourceFile, before: str) -> Location:
    return Location(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _characters(text: str, file: SourceFile, report: Report) -> str:
    """Report characters nobody can see or print; those that are refused become U+FFFD."""
    if not _NOTICED.search(text):
        return text
    for pattern in (REFUSED, f"[{_INVISIBLE}]"):
        line, begin = 1, 0
        for found in islice(re.finditer(pattern, text), MAX_TOLD):
            at = found.start()
            breaks = text.count("\n", begin, at)
            if breaks:
                line += breaks
                begin = text.rfind("\n", begin, at) + 1
            tell_character(found.group(), Location(file, line, at - begin + 1), report)
    return re.sub(REFUSED, "\ufffd", text)


def tell_character(character: str, where: Location, report: Report) -> None:
    code = f"U+{ord(character):04X}"
    if character == "\ufffd":
        report.warning("replacement-character", where, "retype-character")
    elif not re.match(REFUSED, character):
        report.warning("invisible-character", where, "delete-character", character=code)
    elif re.match(f"[{_BIDIRECTIONAL}]", character):
        report.error("bidirectional-control", where, "delete-character", character=code)
    else:
        report.error("control-character", where, "delete-character", character=code)
