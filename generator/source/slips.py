"""The usual slips of hand in YAML, and how to mend each.

A slip looks at one line and offers to rewrite it. It may be wrong: `repair` believes it only when the
parser gets further with the rewritten line. So a slip is free to guess, and a hint is always
one that works.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ITEM = r"\s*(?:-\s+)*"
_FULL_WIDTH_COLONS = "：﹕︰∶"
KEY_AND_COLON = re.compile(rf"({_ITEM})([A-Za-z_][\w-]*)(\s*[{_FULL_WIDTH_COLONS}]\s*|:(?=[^\s:/]))")
LIST_MARK = re.compile(r"\s*([—–－﹣•·●・]|-(?=[^\s-]))\s*(?=\S)")
_FLOW_KEY = re.compile(rf"([{{,]\s*)([A-Za-z_]\w*)\s*[{_FULL_WIDTH_COLONS}]\s*")
_FLOW_SECOND_COLON = re.compile(
    r"([{,]\s*\w+:\s+)([^'\"\[\]{},\s][^\[\]{},]*?:(?:\s[^\[\]{},]*?)?)(?=\s*[,}])"
)
_VALUE = re.compile(rf"({_ITEM}[^\s:'\"#\[\]{{}}][^:#'\"]*?:\s+)(\S.*)")
_WHOLE_ITEM = re.compile(rf"({_ITEM})(?![A-Za-z_]\w*:(?:\s|$))(\S.*)")
_COMMENT = re.compile(r"\s+#.*$|\s+$")
_BRACKETS = str.maketrans("［］｛｝【】", "[]{}[]")
_FIELD = re.compile(r"-\s|[^\s:：#]+:(\s|$)")
_NEIGHBOURS = 100  # how many lines above may say what the indentation should be


class Slip(NamedTuple):
    """A fault at `line` and `column` (from 1), and the lines (by index) that would mend it."""

    code: str
    line: int
    column: int
    edits: dict[int, str]
    values: dict[str, object]
    hint: str = "write-this"


def _rewrite(
    code: str, index: int, column: int, mended: str, hint: str = "write-this", **values: object
) -> Slip:
    return Slip(code, index + 1, column, {index: mended}, {"mended": mended.strip(), **values}, hint)


def key_colon(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """`stem：…` and `stem:…`."""
    line = lines[index]
    found = KEY_AND_COLON.match(line)
    if found:
        code = "no-space-after-colon" if found[3] == ":" else "full-width-colon"
        column = found.start(3) + len(found[3]) - len(found[3].lstrip()) + 1
        mended = f"{found[1]}{found[2]}: {line[found.end() :]}".rstrip()
        yield _rewrite(code, index, column, mended, field=found[2])
    found = _FLOW_KEY.search(line)
    if found:
        mended = _FLOW_KEY.sub(r"\1\2: ", line)
        yield _rewrite("full-width-colon", index, found.end(2) + 1, mended, field=found[2])


def tabs(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """A tab in the indentation. A file with one has many: all are mended together."""
    here = lines[index][: _indent(lines[index])]
    if "\t" not in here:
        return
    wanted = _neighbouring_indents(lines, index)
    widths = [width for indent in wanted for width in (2, 4, 8, 0) if len(here.expandtabs(width)) == indent]
    for width in dict.fromkeys((*widths, 2, 4, 8)):
        edits = {}
        for at, line in enumerate(lines):
            margin = line[: _indent(line)]
            if "\t" in margin:
                edits[at] = margin.expandtabs(width) + line[len(margin) :]
        column = lines[index].index("\t") + 1
        yield Slip("tab-indentation", index + 1, column, edits, {"count": len(edits)}, "use-spaces")


def open_quote(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """`title: "…` without an end."""
    for pattern in (_VALUE, _WHOLE_ITEM):
        found = pattern.match(lines[index])
        if found and found[2][0] in "'\"" and found[2].count(found[2][0]) % 2:
            quote = found[2][0]
            mended = lines[index].rstrip() + quote
            yield _rewrite("unclosed-quote", index, found.start(2) + 1, mended, closing=quote)


def bad_escape(lines: Sequence[str], index: int) -> Iterator[Slip]:
    r"""`"C:\q"`: a backslash that begins no escape."""
    found = re.search(r'\\(?![\\"/ntabefrv0xuU_ NLP])|\\(?=[xuU])', lines[index])
    if found and '"' in lines[index]:
        mended = re.sub(r'\\(?![\\"])', r"\\\\", lines[index])
        yield _rewrite("unknown-escape", index, found.start() + 1, mended, "escape-form")


def flow(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """Inside `[…]` and `{…}`: full-width brackets and commas, a second colon, no end."""
    line = lines[index]
    if not re.search(r"[\[{［｛【]", line):
        return
    found = re.search("[［］｛｝【】]", line)
    if found:
        yield _rewrite("full-width-bracket", index, found.start() + 1, line.translate(_BRACKETS))
    comma = re.search("，", line)
    if comma:
        mended = _FLOW_KEY.sub(r"\1\2: ", re.sub(r"，\s*", ", ", line))
        yield _rewrite("full-width-comma", index, comma.start() + 1, mended)
        if found:
            mended = mended.translate(_BRACKETS)
            yield _rewrite("full-width-bracket", index, found.start() + 1, mended)
    second = _FLOW_SECOND_COLON.search(line)
    if second:
        mended = _FLOW_SECOND_COLON.sub(lambda m: m[1] + _quoted(m[2]), line)
        yield _rewrite("second-colon", index, second.start(2) + second[2].index(":") + 1, mended)
    for mark, closing in ("[]", "{}"):
        if line.count(mark) > line.count(closing):
            mended = _COMMENT.sub("", line).rstrip(" ,") + closing
            column = line.rindex(mark) + 1
            yield _rewrite("unclosed-bracket", index, column, mended, mark=mark, closing=closing)


def unquoted(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """A value that has to stand in quotes."""
    line = lines[index]
    for pattern in (_VALUE, _WHOLE_ITEM):
        found = pattern.match(line)
        if not found:
            continue
        comment = _COMMENT.search(found[2])
        value = found[2][: comment.start()] if comment else found[2]
        if not value:
            continue
        fault = _why_quote(value)
        if fault:
            code, at = fault
            mended = found[1] + _quoted(value) + found[2][len(value) :].rstrip()
            yield _rewrite(code, index, found.start(2) + at + 1, mended, mark=value[0])


def _why_quote(value: str) -> tuple[str, int] | None:
    """The fault of a value without quotes, and where in it; None when it needs none."""
    first = value[0]
    colon = re.search(r":(?=\s|$)", value)
    if first in "'\"":
        end = value.find(first, 1)
        return ("text-after-quote", end + 1) if 0 < end < len(value) - 1 else None
    if first in "*&!@`%|>[]{},?#" or value.startswith("- "):
        return "special-start", 0
    if colon:
        return ("full-width-quote", 0) if first in "“‘「『" else ("second-colon", colon.start())
    return None


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def dash(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """`-先道歉`, or another mark than `-`."""
    line = lines[index]
    found = LIST_MARK.match(line)
    if found:
        code = "no-space-after-dash" if found[1] == "-" else "list-mark"
        mended = f"{line[: found.start(1)]}- {line[found.end() :]}"
        yield _rewrite(code, index, found.start(1) + 1, mended, mark=found[1])


def no_colon(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """`questions` or `id q1`: a field's name without its colon."""
    found = re.match(rf"({_ITEM})([a-z_]{{2,}})(?:\s+(\S.*))?\s*$", lines[index])
    if found:
        mended = f"{found[1]}{found[2]}: {found[3] or ''}".rstrip()
        yield _rewrite("missing-colon", index, found.end(2) + 1, mended, field=found[2])


def colon_in_continued_text(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """`  注意: …` under a text it goes on with; a name that is not ASCII is hardly a field's."""
    line = lines[index]
    found = re.match(r"\s+([^\s:#'\"\[{-][^:#]*):\s", line)
    if found and not found[1].isascii():
        mended = f"{line[: found.end(1)]}：{line[found.end() :]}"
        yield _rewrite("second-colon", index, found.end(1) + 1, mended, "full-width-or-block")


def indentation(lines: Sequence[str], index: int) -> Iterator[Slip]:
    """A line that stands too far left or right, with what belongs to it."""
    line = lines[index]
    here = _indent(line)
    if here == len(line):
        return
    is_field = _FIELD.match(line, here) is not None
    for wanted in _neighbouring_indents(lines, index):
        if wanted == here:
            continue
        edits = {index: " " * wanted + line[here:]}
        for below in range(index + 1, len(lines)):
            margin = _indent(lines[below])
            if is_field:
                goes_along = here < margin <= wanted and line.rstrip().endswith((":", "|", ">"))
            else:
                goes_along = margin == here and not _FIELD.match(lines[below], margin)
            if lines[below].strip() and not goes_along:
                break
            edits[below] = (" " * max(0, margin + wanted - here) + lines[below][margin:]).rstrip()
        code, hint = ("indentation", "indent-by") if is_field else ("stray-text", "indent-text")
        yield Slip(code, index + 1, here + 1, edits, {"found": here, "expected": wanted}, hint)


def _neighbouring_indents(lines: Sequence[str], index: int) -> list[int]:
    """Columns at which the line might have to begin, the likeliest first."""
    wanted: list[int] = []
    for above in range(index - 1, max(-1, index - _NEIGHBOURS), -1):
        line = lines[above]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        margin = _indent(line)
        inner = len(line) - len(line[margin:].lstrip("- ")) if line[margin:].startswith("- ") else margin
        if not wanted:
            wanted.append(inner + 2 if line.rstrip().endswith((":", "|", ">", "|-", ">-")) else inner)
            wanted.append(inner + 2 if wanted[0] == inner else inner)
        wanted += [inner, margin]
    return list(dict.fromkeys(wanted))[:8]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def misread_key(text: str) -> tuple[str, str, str] | None:
    """A field that was read as a text (`id：q1`, `id:q1`): the slip's code, the name, and the mended text."""
    found = KEY_AND_COLON.match(text)
    if not found:
        return None
    code = "no-space-after-colon" if found[3] == ":" else "full-width-colon"
    return code, found[2], f"{found[2]}: {text[found.end() :]}".rstrip()


SLIPS = (
    key_colon,
    tabs,
    bad_escape,
    open_quote,
    flow,
    unquoted,
    dash,
    no_colon,
    colon_in_continued_text,
)
