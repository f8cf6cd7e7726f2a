"""Broken syntax: name the slip, mend it in memory, go on, so that every fault is told at once.

A parser stops at the first fault. Here each slip that might have caused it is tried on the lines around
it, and the first with which the parser gets further is reported with its mend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location, Report, SourceFile, lines_of
from generator.source.bounds import MAX_TOLD, BoundedReport
from generator.source.parse import Failure, Parsed, parse
from generator.source.slips import (
    KEY_AND_COLON,
    LIST_MARK,
    SLIPS,
    Slip,
    dash,
    indentation,
    key_colon,
    open_quote,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.source.nodes import ScalarNode

_MAX_PARSED = 12_000_000  # characters parsed again before giving up: a second or two
_AHEAD = 200  # lines behind the fault that a trial reads
_LONGEST = 5000  # characters of a line that is looked at: a slip's pattern may take their square
_BACK = 60  # lines before the fault in which a quote may have been left open
_SMALL = 1000  # lines of a file that a trial reads from its beginning

# what libyaml and PyYAML say, as far as it can be said in a user's words
_PROBLEMS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("did not find expected ',' or", "yaml-flow"),
    ("expected ',' or", "yaml-flow"),
    ("found unexpected end of stream", "yaml-unclosed"),
    ("did not find expected key", "yaml-block"),
    ("did not find expected '-' indicator", "yaml-block"),
    ("expected <block end>", "yaml-block"),
    ("found character", "yaml-character"),
)


def needs_repair(parsed: Parsed) -> bool:
    """Whether parsing failed, or a text over several lines begins like a field or a list item."""
    if parsed.failure is not None:
        return True
    return any(KEY_AND_COLON.match(node.value) or LIST_MARK.match(node.value) for node in parsed.folded)


def repair(text: str, file: SourceFile, parsed: Parsed, report: BoundedReport) -> Parsed:
    """Mend `text`, which gave `parsed`; every slip, and what is at fault in the mended text, is reported.

    What comes back has no root when a fault remains that no known slip explains.
    """
    lines = text.split("\n")
    slips_told = Report()
    allowance = _MAX_PARSED
    reached = (0, 0)
    for _ in range(MAX_TOLD):
        failure = parsed.failure
        if failure is None:
            slips = _swallowed(lines, parsed.folded)
            if not slips:
                break
        elif failure.place <= reached:
            break
        else:
            reached = failure.place
            trial = _Trial(lines, failure, allowance)
            slips = _explain(lines, failure, trial)
            allowance = trial.allowance - len(text) * failure.reached // len(lines)
        if not slips or allowance < 0:
            break
        for slip in slips:
            slips_told.error(slip.code, Location(file, slip.line, slip.column), slip.hint, **slip.values)
            for index, line in slip.edits.items():
                lines[index] = line
        report.diagnostics.clear()
        parsed = parse("\n".join(lines), file, report)
    if parsed.failure is not None:
        _tell(parsed.failure, file, slips_told)
    report.extend(slips_told.diagnostics)
    return parsed


def _tell(failure: Failure, file: SourceFile, report: Report) -> None:
    code = next((code for start, code in _PROBLEMS if failure.problem.startswith(start)), "yaml-syntax")
    line, column = failure.place
    lines = lines_of(file)
    if line > len(lines):  # the parser stands behind the last line when the file just ends
        line = len(lines)
        column = len(lines[-1]) + 1
    report.error(code, Location(file, line, column), "look-around", problem=failure.problem)


def _explain(lines: Sequence[str], failure: Failure, trial: _Trial) -> list[Slip]:
    """The slip without which the parser gets past the failure, if any.

    The first that does will do, but of indentations the one that leads furthest: nearly any helps a little.
    """
    if not trial.sound:
        return []
    near = _lines_near(lines, failure)
    above = range(min(failure.reached, len(lines)) - 1, max(0, failure.reached - _BACK), -1)
    for find in SLIPS:
        for index in (*near, *above) if find is open_quote else near:
            for slip in find(lines, index) if len(lines[index]) <= _LONGEST else ():
                if trial.reach(slip):
                    return [slip]
    colons = _all_colons(lines, near)
    if colons and trial.reach(colons[0]._replace(edits={at: s.edits[at] for s in colons for at in s.edits})):
        return colons
    furthest, best = _NOWHERE, None
    for index in near:
        for slip in indentation(lines, index):
            reached = trial.reach(slip)
            if reached > furthest:
                furthest, best = reached, slip
    return [best] if best else []


def _all_colons(lines: Sequence[str], near: Sequence[int]) -> list[Slip]:
    """A full-width colon in each of these lines: some parse only when their neighbours are mended too."""
    short = [index for index in sorted(near) if len(lines[index]) <= _LONGEST]
    return [slip for index in short for slip in list(key_colon(lines, index))[:1]]


def _lines_near(lines: Sequence[str], failure: Failure) -> list[int]:
    """Indices of the lines to suspect, the likeliest first: the one to blame, the one reached, and above."""
    suspects: list[int] = []
    for start in (failure.line - 1, failure.reached - 1):
        above = min(start, len(lines) - 1)
        seen = 0
        while above >= 0 and seen < 3:
            if lines[above].strip():
                suspects.append(above)
                seen += 1
            above -= 1
    return list(dict.fromkeys(suspects))


_NOWHERE: tuple[int, ...] = ()
_END = (1 << 60,)
_NO_FILE = SourceFile("", [])


class _Trial:
    """Parses the surroundings of a failure again and again.

    Of a large file only the head of its outermost list and the item at fault are read.
    """

    def __init__(self, lines: Sequence[str], failure: Failure, allowance: int) -> None:
        self.allowance = allowance  # characters that may still be parsed
        self._lines = lines
        self._failure = failure
        self._end = min(len(lines), failure.reached + _AHEAD)
        self._head, self._start = 0, 0
        if failure.reached > _SMALL:
            self._head, self._start = _outermost_item(lines, min(failure.line, len(lines)) - 1)
        self.sound = self._parse({}) == failure.place
        if not self.sound and self._start and self.allowance > 0:
            self._head, self._start = 0, 0
            self.sound = self._parse({}) == failure.place

    def reach(self, slip: Slip) -> tuple[int, ...]:
        """The place at which parsing fails without the slip; empty when it is no further than before.

        A rewritten line has other columns: then only a later line counts as further.
        """
        if self.allowance < 0:
            return _NOWHERE
        now = self._parse(slip.edits)
        edited = now[0] - 1 in slip.edits
        further = now[0] > self._failure.line if edited else now > self._failure.place
        return now if further else _NOWHERE

    def _parse(self, edits: dict[int, str]) -> tuple[int, ...]:
        kept = (*range(self._head), *range(self._start, self._end))
        text = "\n".join([edits.get(index, self._lines[index]) for index in kept])
        self.allowance -= len(text)
        failure = parse(text, _NO_FILE, BoundedReport()).failure
        if failure is None:
            return _END
        at = failure.line - 1
        return (at if at < self._head else at - self._head + self._start) + 1, failure.column


def _outermost_item(lines: Sequence[str], index: int) -> tuple[int, int]:
    """Where the outermost list begins that holds a line, and where in it the item with the line does."""
    item = index
    margin = 1 << 30
    for at in range(index, -1, -1):
        line = lines[at]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        is_item = line[indent:].startswith("- ")
        if indent < margin and is_item:
            item, margin = at, indent
        if indent == 0 and not is_item:
            return at + 1, max(item, at + 1)
    return 0, 0


def _swallowed(lines: Sequence[str], folded: Sequence[ScalarNode]) -> list[Slip]:
    """Fields or list items that YAML took for one long text, since their marks are not YAML's."""
    for node in folded:
        first = lines[node.line - 1][node.column - 1 :]
        block = range(node.line - 1, min(node.end_line, len(lines)))
        for mark, find, enough in ((KEY_AND_COLON, key_colon, any), (LIST_MARK, dash, all)):
            if mark.match(first) and enough(mark.match(lines[at]) for at in block[1:]):
                slips = [slip for at in block for slip in find(lines, at)]
                if slips and slips[0].line == node.line:
                    return slips
    return []
