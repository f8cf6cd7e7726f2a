"""A whole document on one line: parted again where its own numbers and labels stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally
from generator.exchange.interpret.words.labels import IN_LINE
from generator.exchange.line import Line, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Report
    from generator.exchange.line import Manuscript

_SHORTEST = 30  # characters of a line that may be several
_LABELS = "|".join((*IN_LINE, "答"))
_MARK = re.compile(
    rf"""(?P<bracketed>【(?:{_LABELS}|题干|题目|例\d+|[^【】]{{1,8}}题)】)
    |(?<=[。！？!?；;）)】”’…\s.])(?P<label>(?:{_LABELS})[:：])
    |(?P<section>(?P<han>[一二三四五六七八九十]{{1,3}})、(?=[^。？！；\n]{{1,24}}[（(](?:共|本|每|满分|总分|合计|\d)[^（）()]{{1,40}}[)）]))
    |(?<=[。！？!?；;：:）)】”’…\s])(?P<part>[一二三四五六七八九十]{{1,3}})、(?=\S)
    |(?:^|(?<=[。！？!?；;：:）)】”’…\s]))第(?P<th>\d{{1,3}})题
    |(?:^|(?<=[。！？!?；;：:）)】”’…\s]))(?P<number>\d{{1,3}})(?P<style>[.．、])(?![\d])
    |(?:^|(?<=[。！？!?；;：:）)】”’…\s]))[（(](?P<inner>\d{{1,2}})[)）]
    |(?<=[\u4e00-\u9fff])(?P<first>1)(?P<its>[.．、])(?!\d)
    |(?<![A-Za-z])(?P<options>A[.．、](?=[^\n]{{1,200}}?(?<![A-Za-z])B[.．、]))""",
    re.VERBOSE,
)
_DEEPEST = 5  # counts inside one another
_HAN = "一二三四五六七八九十"


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Lines that hold several questions or answers are parted; their parts keep the line's number."""
    tally = Tally()
    lines: list[Line] = []
    for line in manuscript.lines:
        cuts = _cuts(line) if line.role == "text" and len(line.text) >= _SHORTEST else []
        if not cuts:
            lines.append(line)
            continue
        tally.add(line.number, len(cuts))
        lines.extend(_parts(line, cuts))
    if not tally.count:
        return manuscript
    tally.tell("mended-joined", manuscript, report)
    return manuscript._replace(lines=tuple(lines))


def _cuts(line: Line) -> list[int]:
    """Where a line begins anew; empty unless two questions or more stand in it, by numbers and labels that agree."""
    cuts: list[int] = []
    counts: dict[str, list[int]] = {}  # by style: those that are going on, the innermost last
    labels = questions = sections = 0
    for found in _MARK.finditer(line.text):
        kind = found.lastgroup or ""
        if found["bracketed"] or found["label"]:
            labels += 1
        elif found["options"]:
            if not cuts:
                continue
        else:
            kind = "section" if found["section"] else kind
            number = _value(found)
            if not _goes_on(counts.setdefault(found["style"] or found["its"] or kind, []), number):
                continue
            questions += kind in ("number", "style", "its", "th")
            sections += kind == "section"
        cuts.append(found.start())
    enough = (labels >= 2 and questions >= 2) or (sections >= 1 and questions >= 2) or sections >= 2
    return [cut for cut in cuts if cut] if enough else []


def _goes_on(counts: list[int], number: int) -> bool:
    """Whether a number goes on with one of the counts, or begins another."""
    for at in range(len(counts) - 1, -1, -1):
        if number == counts[at] + 1:
            del counts[at:]
            counts.append(number)
            return True
    if number == 1:
        del counts[:-_DEEPEST]
        counts.append(1)
    return number == 1


def _value(found: re.Match[str]) -> int:
    digits = found["number"] or found["first"] or found["th"] or found["inner"]
    if digits:
        return int(digits)
    written = found["han"] or found["part"]
    tens, _, ones = written.rpartition("十")
    if "十" not in written:
        return _HAN.index(written[0]) + 1
    return (_HAN.index(tens[0]) + 1 if tens else 1) * 10 + (_HAN.index(ones[0]) + 1 if ones else 0)


def _parts(line: Line, cuts: list[int]) -> Iterator[Line]:
    """The pieces between cuts. Marks are in order, so those of a piece follow those of the last."""
    marks, first = line.marks, 0
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        last = first
        while last < len(marks) and marks[last].start < end:
            last += 1
        text = line.text[start:end]
        if text.strip():
            part = piece(line._replace(marks=marks[first:last]), start, start + len(text.rstrip()))
            yield part if start == 0 else part._replace(automatic=0, heading=0)
