"""From bytes to text, when nobody says what encoding they are in."""

from __future__ import annotations

import re
from codecs import lookup
from typing import NamedTuple

from generator.exchange.familiar import FAMILIAR, familiarity

_BEGINNINGS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_CHINESE = (("gb18030", "GB18030"), ("cp950", "Big5"))
_SAMPLE = 200_000  # bytes that are judged
_RUN = re.compile(rb"([\x80-\xff]+)")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\u2028\u2029]")

_KNOWN = (
    re.compile(  # what Python calls the encodings that documents are in; some others take time without end
        r"ascii|utf-8(?:-sig)?|gb2312|gbk|gb18030|hz|big5|big5hkscs|cp950|shift_jis|cp932|euc_jp"
        r"|iso2022_jp|euc_kr|cp949|iso8859-\d{1,2}|cp125[0-8]|koi8-[ru]|mac-roman|cp437|cp850"
    )
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030"}  # what is called the one often holds characters of the other


class Decoded(NamedTuple):
    """`lost` counts what was no text in that encoding, U+FFFD now; `certain` is False when another may be meant."""

    text: str
    encoding: str
    certain: bool
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """The text, with newlines for all line ends and page breaks."""
    decoded = _decode(data)
    return decoded._replace(text=_LINE_ENDS.sub("\n", decoded.text))


def decode_stated(data: bytes, name: str) -> str | None:
    """The text in the encoding of this name; None where it is in another, or nobody writes documents in this one."""
    try:
        codec = lookup(name).name
        return data.decode(_WIDER.get(codec, codec)) if _KNOWN.fullmatch(codec) else None
    except (LookupError, ValueError):
        return None


def _decode(data: bytes) -> Decoded:
    for mark, codec, encoding in _BEGINNINGS:
        if data.startswith(mark):
            return _read(data[len(mark) :], codec, encoding, certain=True)
    if b"\0" in data[:_SAMPLE]:
        codec = _wide(data)
        if codec:
            return _read(data, codec, "UTF-16", certain=True)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", certain=True)
    except UnicodeDecodeError:
        return _guessed(data)


def _read(data: bytes, codec: str, encoding: str, *, certain: bool) -> Decoded:
    text = data.decode(codec, "replace")
    if codec == "gb18030" and "\ufffd" in text:
        text = "\n".join(map(_realigned_line, data.split(b"\n")))
    return Decoded(text, encoding, certain, text.count("\ufffd"))


def _wide(data: bytes) -> str:
    """The UTF-16 codec of bytes with NULs among them; empty for other bytes."""
    sample = data[: _SAMPLE & ~1]
    shares = [(_ordinary(sample.decode(codec, "replace")), codec) for codec in ("utf-16-le", "utf-16-be")]
    share, codec = max(shares)
    return codec if share > 0.5 else ""


def _ordinary(text: str) -> float:
    """The share of characters that are ASCII, or familiar."""
    return sum("\x1f" < char < "\x7f" or char in "\n\r\t" or char in FAMILIAR for char in text) / max(
        len(text), 1
    )


def _guessed(data: bytes) -> Decoded:
    """Bytes that are no sound UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - lost
    if whole > 4 * lost:
        return Decoded(text, "UTF-8", certain=True, lost=lost)
    if _is_western(data[:_SAMPLE]):
        return _read(data, "cp1252", "Windows-1252", certain=False)
    sample = data[:_SAMPLE]
    scores = [(_score(sample, codec), codec, encoding) for codec, encoding in _CHINESE]
    scores.sort(key=lambda score: -score[0])
    (best, codec, encoding), (second, _, _) = scores
    return _read(data, codec, encoding, certain=best >= 0.5 and second <= best / 2)


def _realigned_line(line: bytes) -> str:
    """A line of GBK in which a byte may be missing: all behind it would be read in wrong pairs."""
    try:
        return line.decode("gb18030")
    except UnicodeDecodeError:
        parts = _RUN.split(line)
        return "".join(
            _realigned(part) if at % 2 and len(part) % 2 else part.decode("gb18030", "replace")
            for at, part in enumerate(parts)
        )


def _realigned(run: bytes) -> str:
    """An odd number of bytes as pairs, one byte left alone where most of the others read as familiar text."""
    size = len(run) // 2
    before = [run[2 * at : 2 * at + 2].decode("gb18030", "replace") for at in range(size)]
    behind = [run[2 * at + 1 : 2 * at + 3].decode("gb18030", "replace") for at in range(size)]
    score = best = sum(char in FAMILIAR for char in behind)
    cut = 0
    for at in range(size):
        score += (before[at] in FAMILIAR) - (behind[at] in FAMILIAR)
        if score >= best:
            best, cut = score, at + 1
    return "".join((*before[:cut], "\ufffd", *behind[cut:]))


def _score(sample: bytes, codec: str) -> float:
    text = sample.decode(codec, "replace")
    return familiarity(text) - 4 * text[:-1].count("\ufffd") / max(len(text), 1)


def _is_western(sample: bytes) -> bool:
    """Whether bytes beyond ASCII stand alone between letters, as in English with curly quotes."""
    beyond = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", sample))
    return beyond * 5 < len(sample) and alone * 10 >= beyond * 9
