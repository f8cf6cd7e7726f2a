"""Headers and footers in the text of pages: the lines that close every page and differ in its number alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.verify.reading import Fault

_NUMBER = re.compile(r"\d+")
MOST_EDGES = 4  # lines of header and footer together
_PAGE = re.compile(r"第\s*(\d+)\s*页|\bPage (\d+)\b|^\W*(\d+)\W*$|\b(\d+)\s*(?:/|of)\s*\d+\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:共\s*|\bof\s+|\d\s*/\s*)(\d+)")
_PITCH = 1.7  # sizes from line to line of one footer
_MARGIN = 2.4  # sizes from the last line of a page's text to its footer
_LEVEL = 0.6  # points


class Line(NamedTuple):
    text: str
    y: float = 0.0  # of its baseline, in points from below; known of the first and the last few of a page
    size: float = 0.0


class Edged(NamedTuple):
    bodies: list[str]  # the text of each page without its edges
    edges: str  # one of each, without numbers
    faults: list[Fault]


def without_edges(pages: list[list[Line]]) -> Edged:
    """Pages apart from their edges; a fault for each page whose number, or the number of all, is wrong."""
    count = _edge_lines(pages)
    bodies = ["\n".join(line.text for line in page[: len(page) - count]) for page in pages]
    if not count:
        return Edged(bodies, "", [])
    closing = ["\n".join(line.text for line in page[len(page) - count :]) for page in pages]
    usual = _usual([_masked(text) for text in closing])
    # A number that tells pages apart is the page's; the rest say the same on every page.
    alike = [(n, _NUMBER.findall(text)) for n, text in enumerate(closing, 1) if _masked(text) == usual]
    wanted = alike[0][1]
    own = {
        column
        for column in range(len(wanted))
        if len(pages) > 1 and sum(said[column] == str(n) for n, said in alike) * 2 > len(alike)
    }
    faults = []
    for number, text in enumerate(closing, 1):
        said = _NUMBER.findall(text)
        right = _masked(text) == usual and all(
            value == (str(number) if column in own else wanted[column]) for column, value in enumerate(said)
        )
        right = right and all(total == str(len(pages)) for total in _TOTAL.findall(text))
        if len(pages) == 1:
            right = right and all(n in ("", "1") for numbers in _PAGE.findall(text) for n in numbers)
        if not right:
            faults.append(Fault("verify-page-number", {"page": number, "said": " ".join(text.split())}))
    return Edged(bodies, usual, faults)


def _masked(text: str) -> str:
    return _NUMBER.sub("#", text)


def _usual(texts: list[str]) -> str:
    return max(sorted(set(texts)), key=texts.count)


def _edge_lines(pages: list[list[Line]]) -> int:
    """How many lines at the end of each page's text are its edges: what is written last on every page.

    They are the same on most pages but for numbers, and at the same height. A body's last lines may be that too, so
    a footer must say a number of its page, or stand close to a line that does; a header stands above all else.
    """
    count = 0
    for k in range(1, MOST_EDGES + 1):
        lines = [page[-k] for page in pages if len(page) >= k]
        if not lines:
            break
        usual = _usual([_masked(line.text) for line in lines])
        same = [page for page in pages if len(page) >= k and _masked(page[-k].text) == usual]
        first = same[0][-k]
        level = [page for page in same if abs(page[-k].y - first.y) < _LEVEL]
        if not usual.strip() or len(level) * 2 <= len(pages) or (len(pages) == 2 and len(level) < 2):
            break
        is_header = all(page[-k].y > page[0].y for page in level if len(page) > k)
        is_low = k == 1 and all(_is_low(page) for page in level)
        is_next = k > 1 and 0 < first.y - level[0][1 - k].y < _PITCH * first.size
        if not (is_header or is_low or is_next or _PAGE.search(first.text)):
            break
        count = k
    return count


def _is_low(page: list[Line]) -> bool:
    """Whether the last line stands below all others, as far from them as only a margin is."""
    last = page[-1]
    others = [line.y for line in page[:-1] if line.size]
    return bool(others) and min(others) - last.y > _MARGIN * last.size
