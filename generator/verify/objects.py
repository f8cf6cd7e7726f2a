"""The objects of a PDF by its bytes: what a viewer does not show is found here."""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.fonts import characters, program
from generator.verify.reading import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d{1,9}) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(.*?)/Length (\d{1,10})>>\nstream\n", re.DOTALL)
_REFERENCE = re.compile(rb"(\d{1,9}) 0 R")
_NAME = re.compile(rb"/([^\s/<>()\[\]{}%]+)")
_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>(?!>)", re.DOTALL)
_TAIL = re.compile(
    rb"xref\n0 (\d+)\n(?:\d{10} \d{5} [nf]\r?\n)+trailer\n(<<.*?>>)\nstartxref\n\d+\n%%EOF\n?", re.DOTALL
)
_HIDING = re.compile(rb"(?<![\d.])[37] Tr\b")
_FOREIGN = frozenset(
    b"AA AcroForm ActualText Alt AF Collection EF EmbeddedFile EmbeddedFiles Encrypt FileAttachment Filespec FreeText "
    b"GoToR ImportData JavaScript JS Launch Metadata Movie Names NeedAppearances OCG OCProperties ObjStm OpenAction "
    b"PieceInfo Popup Private RichMedia Sound StructTreeRoot SubmitForm URI Widget XFA XRef Keywords Subject "
    b"Author Creator".split()
)  # fmt: skip
_MOST = 1 << 28  # bytes of a stream, unpacked


class Objects(NamedTuple):
    """All that stands in a PDF beside the text of its pages."""

    texts: tuple[str, ...]  # strings, and streams that are neither pages nor fonts nor pictures
    fonts: tuple[tuple[str, frozenset[str]], ...]  # each with the characters it can show
    pictures: frozenset[str]  # digests
    pages: tuple[bytes, ...]  # a digest of what each page paints, as it is packed; empty for a blank one
    repeats: bool  # whether a page says of some text that it is not of the text: a table's head is repeated
    faults: tuple[Fault, ...]


def read_objects(data: bytes) -> Objects:
    texts: list[str] = []
    fonts: list[tuple[str, frozenset[str]]] = []
    pictures: set[str] = set()
    faults: list[Fault] = []
    bodies, rest = _bodies(data)
    if rest is not None:
        faults.append(Fault("verify-foreign-bytes", {}))
        texts += _readings(rest)
    plain = {
        number: body[: body.find(b"stream\n")] if b"stream\n" in body else body
        for number, body in bodies.items()
    }
    used = {int(n) for body in plain.values() for n in _REFERENCE.findall(_STRING.sub(b"", body))}
    tail = _TAIL.search(data)
    used |= {int(n) for n in _REFERENCE.findall(tail[2])} if tail else set()
    pages = {int(n) for body in plain.values() for n in re.findall(rb"/Contents (\d+) 0 R", body)}
    pages |= {
        int(n)
        for body in plain.values()
        for found in re.findall(rb"/Contents\[([^\]]*)\]", body)
        for n in _REFERENCE.findall(found)
    }
    maps = {int(n) for body in plain.values() for n in re.findall(rb"/ToUnicode (\d+) 0 R", body)}
    programs = {
        int(n): number for number, body in plain.items() for n in re.findall(rb"/FontFile3 (\d+) 0 R", body)
    }
    mapped: set[str] = set()
    repeats = False
    for number in sorted(bodies):
        head = plain[number]
        if number not in used:
            faults.append(Fault("verify-stray-object", {"number": number}))
        foreign = sorted(_FOREIGN.intersection(_NAME.findall(_STRING.sub(b"", head))))
        faults += (Fault("verify-foreign-object", {"name": name.decode()}) for name in foreign)
        texts += _strings(head)
        stream = _stream(bodies[number])
        if stream is None:
            continue
        if b"/Subtype/Image" in head:
            pictures.add(hashlib.sha256(stream).hexdigest())
        elif number in maps:
            mapped |= characters(_unpacked(head, stream))
        elif number in pages:
            content = _unpacked(head, stream)
            repeats = repeats or b"/Artifact" in content
            if _HIDING.search(_STRING.sub(b"", content)):
                faults.append(Fault("verify-hidden-text", {}))
        elif number in programs:
            known = program(_unpacked(head, stream))
            if known is None:
                faults.append(Fault("verify-foreign-object", {"name": "FontFile3"}))
            else:
                fonts.append((str(number), known))
        else:
            texts += _readings(_unpacked(head, stream))
    return Objects(
        tuple(texts),
        (("", frozenset(mapped)), *fonts),
        frozenset(pictures),
        tuple(_pages(bodies)),
        repeats,
        tuple(faults),
    )


def _pages(bodies: dict[int, bytes]) -> Iterator[bytes]:
    """What each page paints, in the order of pages."""
    root = next((body for body in bodies.values() if b"/Type/Catalog" in body), b"")
    top = re.search(rb"/Pages (\d+) 0 R", root)
    waiting = [int(top[1])] if top else []
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        body = bodies.get(number, b"")
        if b"stream" in body:
            continue
        kids = re.search(rb"/Kids\[([^\]]*)\]", body)
        if kids:
            if number in seen:  # it would go round: there are more pages than a reader shows
                yield b""
                continue
            seen.add(number)
            waiting += reversed([int(n) for n in _REFERENCE.findall(kids[1])])
            continue
        found = re.search(rb"/Contents(?:\[([^\]]*)\]| (\d+) 0 R)", body)
        parts = [] if found is None else _REFERENCE.findall(found[1]) if found[1] else [found[2]]
        painted = b"".join(_stream(bodies.get(int(n), b"")) or b"" for n in parts)
        yield hashlib.blake2b(painted, digest_size=12).digest() if painted else b""


def _bodies(data: bytes) -> tuple[dict[int, bytes], bytes | None]:
    """The objects by number, and what stands between and behind them that should not; None when nothing does."""
    bodies: dict[int, bytes] = {}
    strange: list[bytes] = []
    at = 15  # the header
    if not data.startswith(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"):
        strange.append(data[:at])
    while True:
        head = re.compile(rb"(\d{1,9}) 0 obj\n").match(data, at)
        if head is None:
            break
        start = head.end()
        length = _STREAM.match(data, start)
        inner = data.find(b"\nendobj\n", start)
        if length is not None and length.end() <= inner + 8 and b"endobj" not in length[0]:
            # A stream may hold any bytes: its own length says where it ends.
            end = length.end() + int(length[2])
            if not data.startswith(b"\nendstream\nendobj\n", end):
                end = inner
            else:
                end += len(b"\nendstream")
        else:
            end = inner
        if end < 0:
            break
        number = int(head[1])
        if number in bodies:
            strange.append(bodies[number])
        bodies[number] = data[start:end]
        at = end + len(b"\nendobj\n")
    tail = _TAIL.fullmatch(data, at)
    if tail is None:
        strange.append(data[at:])
    elif int(tail[1]) != len(bodies) + 1:
        strange.append(tail[0])
    return bodies, b"\n".join(strange) if strange else None


def _stream(body: bytes) -> bytes | None:
    found = _STREAM.match(body)
    if found is None:
        at = body.find(b"stream\n")
        return body[at + 7 :].removesuffix(b"\nendstream") if at >= 0 else None
    return body[found.end() : found.end() + int(found[2])]


def _unpacked(head: bytes, stream: bytes) -> bytes:
    if b"FlateDecode" not in head:
        return stream
    try:
        return zlib.decompressobj().decompress(stream, _MOST)
    except zlib.error:
        return stream


def _strings(head: bytes) -> Iterator[str]:
    """The strings of an object, as text."""
    for found in _STRING.findall(head):
        if found.startswith(b"<"):
            digits = re.sub(rb"\s", b"", found[1:-1])
            raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
            if len(raw) == 16:  # the ID of the file
                continue
        else:
            raw = re.sub(rb"\\(.)", _unescaped, found[1:-1], flags=re.DOTALL)
        yield raw[2:].decode("utf-16-be", "ignore") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
        if not raw.startswith(b"\xfe\xff") and not raw.isascii():
            yield from _readings(raw)


def _unescaped(found: re.Match[bytes]) -> bytes:
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(found[1], found[1])


def _readings(data: bytes) -> Iterator[str]:
    """Bytes in each encoding in which a text may stand in them."""
    for codec in ("utf-8", "gb18030", "utf-16-be", "utf-16-le"):
        yield data.decode(codec, "ignore")
    for codec in ("utf-16-be", "utf-16-le"):
        yield data[1:].decode(codec, "ignore")
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            inner = zlib.decompressobj().decompress(packed, _MOST)
        except zlib.error:
            continue
        for codec in ("utf-8", "gb18030", "utf-16-be", "latin-1"):
            yield inner.decode(codec, "ignore")
