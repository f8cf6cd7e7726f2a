"""What stands at the head and the foot of pages: lines that come again and again, beside the numbers of pages or with them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import told_before
from generator.exchange.line import changed

if TYPE_CHECKING:
    from generator.exchange.damage.lines import Tally
    from generator.exchange.line import Line

_COUNT = r"(?:\d{1,4}|PAGE|NUMPAGES|X|SECTIONPAGES)(?:\s*\\\*\s*\w+)?(?:\s*\d{1,4})?"
_PAGE = re.compile(
    rf"[（(]?\s*第\s*{_COUNT}\s*页\s*[,，/／|]?\s*[（(]?共\s*{_COUNT}\s*页\s*[)）]{{0,2}}", re.IGNORECASE
)
_PAGE_LINE = re.compile(
    rf"[-—–~·\s]*(?:第\s*{_COUNT}\s*页|共\s*{_COUNT}\s*页|Page\s+{_COUNT}(?:\s+of\s+{_COUNT})?|[-—–]\s*\d{{1,4}}\s*[-—–])[-—–~·\s]*",
    re.IGNORECASE,
)
_PAGE_START = re.compile("[-—–~·\\s(（]*(?:第|共|page|\\d)", re.IGNORECASE)
_FRACTION = re.compile(r"[-—\s]*(\d{1,4})\s*/\s*(\d{1,4})[-—\s]*")

ITEM = re.compile(
    r"[（(]?\d{1,3}[)）.、．](?!\d)|[A-Ha-h][.、．)]|[①-⑳•-]|[（(]?[一二三四五六七八九十]{1,3}[)）、]"
)

NUMBER = re.compile(r"\s*[（(]?(\d{1,2})[)）]?\s*[、.．)）:：]?\s*")

_ENDINGS = ("。", "？", "?", "！", "；", "，", ":", "：", ";")

_SAID_OF_A_DOCUMENT = re.compile(
    r"内部(?:资料|使用|文件)|外传|保密|机密|版权|教材|手册|题库|面试题|试题|试卷|考试|模拟|押题|真题|培训|有限公司"
    r"|confidential|internal use"
    r"|第\s*[0-9一二三四五六七八九十]{1,3}\s*[章节篇]",
    re.IGNORECASE,
)

_LABELLED = re.compile(
    r"(?:参考|标准|正确)?(?:答案?|解析|分析|考察|考点|来源|出处|要点|评分|难度|分类|类别|标签|题型|备注|提示|说明|知识点|岗位|能力|维度)"
    r"[\w/]{0,4}\s*[：:]\s*\S|(?:answer|source|category|tags?|notes?|hint)\s*[：:]\s*\S",
    re.IGNORECASE,
)

_PAGED = re.compile(
    r"(?:\s{2,}|\s[-—–|·]\s{0,4})(?:第\s{0,2}(\d{1,4})\s{0,2}页|Page\s{0,2}(\d{1,4})(?:\s+of\s+\d{1,4})?)$",
    re.IGNORECASE,
)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and nothing else."""
    return bool(_PAGE_START.match(text) and (_PAGE.fullmatch(text) or _PAGE_LINE.fullmatch(text)))


def without_pages(line: Line, unread: list[tuple[int, str, str]], tally: Tally) -> Line:
    """The line without page numbers inside it; what is nothing else is told by `is_page_number`."""
    found = list(_PAGE.finditer(line.text))
    if not found or (len(found) == 1 and found[0][0].strip() == line.text.strip()):
        return line
    for page in found:
        unread.append((line.number, page[0].strip(), "left-page-number"))
        tally.add(line.number)
    new = changed(line, [(page.start(), page.end(), "") for page in found])
    return new if new.text.strip() else new._replace(text="", marks=(), role="blank")


def fractions(lines: tuple[Line, ...]) -> dict[int, str]:
    """Lines like 1 / 3, 2 / 3: page numbers where they count up to one and the same number."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        fraction = (
            _FRACTION.fullmatch(line.text.strip()) if line.role == "text" and "/" in line.text else None
        )
        if fraction:
            found.setdefault(fraction[2], []).append((int(fraction[1]), at))
    return {
        at: "left-page-number"
        for pages, places in found.items()
        if len(places) >= 2 and places[-1][0] <= int(pages)
        if all(after[0] == before[0] + 1 for before, after in pairwise(places))
        for _, at in places
    }


_LONE = re.compile(r"(\s*)(\d{1,3})\s*")
_CENTRED = 8  # spaces before a number in the middle of a page


def alone(lines: tuple[Line, ...]) -> dict[int, str]:
    """Numbers that have lines for themselves and count up: of pages where they are centred, or the last ends the document."""
    found = [
        (at, lone)
        for at, line in enumerate(lines)
        if line.role == "text" and len(line.text) < 160 and (lone := _LONE.fullmatch(line.text))
    ]
    centred = [(at, int(lone[2])) for at, lone in found if len(lone[1]) >= _CENTRED]
    every = [(at, int(lone[2])) for at, lone in found]
    told = [at for at, line in enumerate(lines) if line.role != "blank"]
    for counted in (every if every and every[-1][0] == told[-1] else [], centred):
        rises = len(counted) > 1 and all(after[1] == before[1] + 1 for before, after in pairwise(counted))
        if rises and counted[0][0] != told[0] and not any(_is_labelled(lines, at) for at, _ in counted):
            return {at: "left-page-number" for at, _ in counted}
    return {}


def running(lines: tuple[Line, ...]) -> dict[int, str]:
    """A short line that comes again and again, word for word, and names the document: the header of its pages."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        text = line.text.strip()
        if (
            line.role == "text"
            and 5 <= len(text) <= 60
            and not line.automatic
            and not text.endswith(_ENDINGS)
        ):
            places.setdefault(text, []).append(at)
    found: dict[int, str] = {}
    for text, these in places.items():
        if len(these) < 3 or not _SAID_OF_A_DOCUMENT.search(text) or ITEM.match(text) or text[:1] in "【[":
            continue
        if _LABELLED.match(text) or any(_is_labelled(lines, at) for at in these):
            continue  # several questions may have one and the same answer
        told = next((n for n, line in enumerate(lines) if line.text.strip()), 0)
        # The first is the title, or the heading it repeats: questions begin anew under it.
        heads = these[0] == told or lines[these[0]].heading or _begins_anew(lines, these[0])
        found.update(dict.fromkeys(these[1:] if heads else these, "left-header"))
    return found


def paged(
    lines: tuple[Line, ...], unread: list[tuple[int, str, str]], tally: Tally
) -> tuple[tuple[Line, ...], list[int]]:
    """Lines, and which of them are headers that end with the number of their page; a title loses that number."""
    found: dict[str, list[tuple[int, int]]] = {}
    cuts: dict[int, re.Match[str]] = {}
    for at, line in enumerate(lines):
        text = line.text.rstrip()
        if line.role != "text" or not text[-1:].isalnum() or not (5 < len(text) <= 160):
            continue
        page = _PAGED.search(text, max(len(text) - 40, 0))
        if page and text[: page.start()].strip():
            cuts[at] = page
            found.setdefault(text[: page.start()].strip(), []).append((int(page[1] or page[2]), at))
    heads: list[int] = []
    kept = list(lines)
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    for places in found.values():
        if len(places) < 2 or any(after[0] <= before[0] for before, after in pairwise(places)):
            continue
        at = places[0][1]
        if at == first and not _titles(lines, first):
            page = cuts[at]
            unread.append((kept[at].number, page[0].strip(), "left-page-number"))
            tally.add(kept[at].number)
            kept[at] = changed(kept[at], [(page.start(), page.end(), "")])
            places = places[1:]
        heads += [at for _, at in places]
    return tuple(kept), heads


def headers(lines: tuple[Line, ...], why: dict[int, str]) -> dict[int, str]:
    """Lines beside page numbers three times or more, twice where they name the document: headers and footers."""
    beside: dict[str, list[int]] = {}
    for at, reason in why.items():
        if reason == "left-page-number":
            for step in (-1, 1):
                near = at + step
                while 0 <= near < len(lines) and lines[near].role == "blank" and abs(near - at) < 4:
                    near += step
                if 0 <= near < len(lines) and near not in why and 0 < len(lines[near].text.strip()) <= 60:
                    beside.setdefault(lines[near].text.strip(), []).append(near)
    return {
        at: "left-header"
        for text, places in beside.items()
        if len(set(places)) >= (2 if _SAID_OF_A_DOCUMENT.search(text) else 3)
        for at in places
    }


def _is_labelled(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line is what the label on the line before is of."""
    before = told_before(lines, at)
    return before >= 0 and lines[before].text.rstrip().endswith(("：", ":", "】"))


def _titles(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line below may be the title of a document, so that the one at `at` need not be."""
    text = next((line.text.strip() for line in lines[at + 1 : at + 5] if line.text.strip()), "")
    listed = NUMBER.match(text) or ITEM.match(text) or "__" in text
    return 0 < len(text) <= 80 and not listed and not text.endswith((*_ENDINGS, "."))


def _begins_anew(lines: tuple[Line, ...], at: int) -> bool:
    for line in lines[at + 1 : at + 4]:
        found = NUMBER.match(line.text)
        if found and line.text.strip():
            return int(found[1]) == 1
    return False
