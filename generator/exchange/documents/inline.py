"""Markdown inside a line, as any dialect of it is written: text and its marks, the signs taken off."""

from __future__ import annotations

import html
import re

from generator.exchange.line import Mark

_SIGNS = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<ticks>`+)
    |(?P<blank>_{4,})
    |(?P<stars>\*+|_+|~~)
    |(?P<image>!\[(?P<caption>[^\[\]]{0,1000})\]\((?P<picture>[^()\s]{0,1000})(?:\s+"[^"]{0,1000}")?\))
    |(?P<link>\[(?P<shown>[^\[\]]{1,1000})\]\((?P<target>[^()\s]{0,1000})(?:\s+"[^"]{0,1000}")?\))
    |<(?P<address>(?:https?|mailto):[^<>\s]{1,1000})>
    |<(?P<tag>/?(?:br|b|strong|i|em|u|sub|sup|span|font|p)\b[^<>]{0,200})>
    |&(?P<entity>\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});
    |(?P<math>\$\$?(?=[^\s\d$])[^$`\n]{1,1000}?\$\$?(?![0-9A-Za-z_{]))""",
    re.VERBOSE,
)
_TICKS = re.compile("`+")
_TAGS = {"b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "u": "underline"}
_KINDS = {"*": ("emphasis", "strong"), "_": ("emphasis", "strong"), "~": ("strike", "strike")}
PICTURE = "\ufffc"
_REACH = 8  # how many open signs a closing one looks past


class _Scan:
    """The text written so far, its marks, and what is open."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.marks: list[tuple[int, int, str, str]] = []  # by pieces: first, last, kind, value
        self.open: list[tuple[str, str, int]] = []  # sign, kind, where it stands among the pieces

    def write(self, text: str) -> int:
        self.pieces.append(text)
        return len(self.pieces) - 1

    def toggle(self, sign: str, kind: str, *, opens: bool, closes: bool) -> None:
        """A sign that may open or close; what closes nothing and opens nothing is text."""
        if closes:
            for at in range(len(self.open) - 1, max(len(self.open) - 1 - _REACH, -1), -1):
                if self.open[at][0] == sign and self.open[at][2] < len(self.pieces) - 1:
                    first = self.open[at][2]
                    del self.open[at:]
                    self.pieces[first] = ""
                    self.marks.append((first, len(self.pieces), kind, ""))
                    self.write("")
                    return
        at = self.write(sign)
        if opens:
            self.open.append((sign, kind, at))


def inline(source: str) -> tuple[str, tuple[Mark, ...]]:
    """What a line of Markdown shows, and the marks in it."""
    if not _SIGNS.search(source):
        return source, ()
    scan = _Scan()
    at = 0
    while found := _SIGNS.search(source, at):
        scan.write(source[at : found.start()])
        at = _sign(scan, source, found)
    scan.write(source[at:])
    starts = [0]
    for part in scan.pieces:
        starts.append(starts[-1] + len(part))
    marks = sorted(
        Mark(starts[first], starts[last], kind, value)
        for first, last, kind, value in scan.marks
        if starts[first] < starts[last]
    )
    return "".join(scan.pieces), tuple(marks)


def _sign(scan: _Scan, source: str, found: re.Match[str]) -> int:
    """Take in one sign; where to go on."""
    end = found.end()
    written = found[0]
    if found["escaped"]:
        scan.write(found["escaped"])
    elif found["ticks"]:
        close = _closing(source, written, end)
        if close < 0:
            scan.write(written)
            return end
        inside = source[end:close]
        bare = inside[1:-1] if inside[:1] == inside[-1:] == " " and inside.strip() else inside
        first = scan.write(bare)
        scan.marks.append((first, first + 1, "code", ""))
        return close + len(written)
    elif found["stars"]:
        _stars(scan, source, found)
    elif found["image"]:
        first = scan.write(inline(found["caption"])[0].strip() or PICTURE)
        scan.marks.append((first, first + 1, "image", found["picture"]))
    elif found["link"]:
        text, _marks = inline(found["shown"])
        first = scan.write(text)
        scan.marks.append((first, first + 1, "link", found["target"]))
    elif found["address"]:
        scan.write(found["address"].removeprefix("mailto:"))
    elif found["tag"]:
        _tag(scan, found["tag"].lower())
    elif found["entity"]:
        scan.write(html.unescape(written).replace("\xa0", " "))
    elif found["math"]:
        inside = written.strip("$")
        first = scan.write(inside)
        scan.marks.append((first, first + 1, "math", inside))
    else:
        scan.write(written)
    return end


def _closing(source: str, ticks: str, start: int) -> int:
    """Where a run of just as many backticks begins; -1 for nowhere."""
    for found in _TICKS.finditer(source, start):
        if len(found[0]) == len(ticks):
            return found.start()
    return -1


def _stars(scan: _Scan, source: str, found: re.Match[str]) -> None:
    run = found["stars"]
    before = source[found.start() - 1 : found.start()] or " "
    after = source[found.end() : found.end() + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if run[0] == "_":  # inside words it is a letter, inside brackets a blank to fill in
        opens = opens and not before.isalnum() and after not in ")）]】"
        closes = closes and not after.isalnum() and before not in "(（[【"
    if run[0] == "*" and before.isdigit() and after.isdigit():
        opens = closes = False
    if len(run) > 3 or (run[0] == "_" and len(run) == 3):
        scan.write(run)
        return
    single, double = _KINDS[run[0]]
    parts = [run] if len(run) < 3 else [run[:2], run[:1]]
    if len(parts) == 2 and closes and scan.open and scan.open[-1][0] == parts[1]:
        parts.reverse()
    for part in parts:
        scan.toggle(part, double if len(part) == 2 else single, opens=opens, closes=closes)


def _tag(scan: _Scan, tag: str) -> None:
    name = tag.strip("/ ").split()[0] if tag.strip("/ ") else ""
    if name == "br":
        scan.write("\n")
    elif name in _TAGS:
        sign = f"<{name}>"
        if tag.startswith("/"):
            if any(known[0] == sign for known in scan.open[-_REACH:]):
                scan.toggle(sign, _TAGS[name], opens=False, closes=True)
        else:
            at = scan.write("")
            scan.open.append((sign, _TAGS[name], at))
