"""Character references and tags of HTML that were escaped twice, or never read: &amp;nbsp; &lt;br&gt; <p>."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally
from generator.exchange.documents.cleaning import one_line
from generator.exchange.line import Line, changed, in_cells, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Report
    from generator.exchange.line import Manuscript

_NAMES = (
    "nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|bull|times|divide|"
    "deg|plusmn|le|ge|ne|alpha|beta|gamma|delta|pi|mu|omega|radic|infin|sum|rarr|larr|uarr|darr|copy|reg|trade|yen|"
    "zwnj|zwj|shy|para|sect|laquo|raquo|frac12|frac14|frac34|sup2|sup3"
)
_REFERENCE = re.compile(rf"&(?:amp;){{0,3}}(#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|{_NAMES});")
# Who speaks of such things means them.
_TOPIC = re.compile(r"HTML|XML|Markdown|标签|标记|网页|前端|代码|\btags?\b|`", re.IGNORECASE)
_ESCAPES = re.compile(r"实体|转义|escap|entit|`", re.IGNORECASE)
_TAG = re.compile(
    r"<(/?)(p|br|div|span|font|b|strong|i|em|u|li|ul|ol|td|tr|th|table|tbody|h[1-6]|img|a|sub|sup|center|o:p)"
    r"(?:\s+[\w:-]+\s*=[^<>]{0,2000}|\s*)/?>",
    re.IGNORECASE,
)
_BREAKS = ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "table", "ul", "ol")


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """References become their characters, tags go; <br> and <p> part lines. Code stays as it is."""
    tally = Tally()
    lines = tuple(line for old in manuscript.lines for line in _mended(old, tally))
    if tally.count:  # then those that speak of HTML have had the same done to them
        lines = tuple(_mended_topic(line, tally) for line in lines)
    if tally.count:
        manuscript = manuscript._replace(lines=lines)
        tally.tell("mended-html", manuscript, report)
    return manuscript


def _mended(line: Line, tally: Tally) -> Iterator[Line]:
    if line.role == "table":
        yield in_cells(line, lambda inner: _mended(inner, tally))
        return
    if line.role == "code" or ("&" not in line.text and "<" not in line.text) or _is_topic(line.text):
        yield line
        return
    whole = _unescaped(line)
    tags = list(_TAG.finditer(whole.text)) if "<" in whole.text else []
    if whole is line and not tags:
        yield line
        return
    tally.add(line.number)
    parted = changed(whole, [(t.start(), t.end(), "\n" if t[2].lower() in _BREAKS else "") for t in tags])
    start = 0
    kept = False
    for text in parted.text.split("\n"):
        if text.strip():
            kept = True
            part = piece(parted, start, start + len(text.rstrip()))
            yield part if start == 0 else part._replace(automatic=0)
        start += len(text) + 1
    if not kept:
        yield Line("", line.number, role="blank")


def _is_topic(text: str) -> bool:
    return _TOPIC.search(text) is not None or _ESCAPES.search(text) is not None


def _mended_topic(line: Line, tally: Tally) -> Line:
    """A line about HTML: its tags are meant, its references only where it is about these."""
    if line.role == "code" or not _TOPIC.search(line.text) or _ESCAPES.search(line.text):
        return line
    new = _unescaped(line)
    if new is not line:
        tally.add(line.number)
    return new


def _unescaped(line: Line) -> Line:
    if "&" not in line.text:
        return line
    changes = []
    for found in _REFERENCE.finditer(line.text):
        char = one_line(html.unescape(f"&{found[1]};"))
        changes.append((found.start(), found.end(), char.replace("\xa0", " ")))
    return changed(line, changes)
