"""Lines as Markdown source of our subset, so that it shows just their characters.

What Markdown would read as markup is escaped; underscores stay, for four of them are a blank in either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.exchange.line import piece
from generator.markdown.characters import is_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.exchange.line import Line, Mark

PICTURE = "\ufffc"  # stands for a picture without a caption
_SPANS = {"strong": "**", "emphasis": "*", "underline": "*"}
_ATOMS = ("code", "image", "link")
_EDGY = ("\\", "*", "!", "$")
_ESCAPED = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~\s]|\Z)      # a backslash that would escape, or break the line
    |(?<![0-9])\*|\*(?![0-9])           # a star, but for 3*4
    |`
    |!(?=\[)|\](?=\()                   # a picture, a link
    |\$(?![\s\d]|\Z)                    # mathematics""",
    re.VERBOSE,
)
_ITEM = re.compile(r"([-+])(?=\s|\Z)|(\d{1,9})([.)])(?=\s|\Z)")
_NOT_IN_ADDRESS = re.compile(r"[\s()<>\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TABLE_RULE = re.compile(r"(?=[ \t]*+[-:|])[-:| \t]++\Z")


def prose(line: Line) -> str:
    """A line, or a piece of one, as the source of a paragraph; empty for a blank one."""
    if not line.marks:
        return _at_start(_escaped(line.text.strip()))
    return _at_start(_marked(line).strip())


def passage(lines: Iterable[Line]) -> str:
    """Lines as paragraphs, tables and fenced code, blank lines between."""
    parts: list[str] = []
    code: list[Line] = []
    for line in lines:
        if line.role == "code":
            code.append(line)
            continue
        if code:
            parts.append(_fenced(code))
            code = []
        part = table(line.rows) if line.role == "table" else prose(line)
        if part:
            parts.append(part)
    if code:
        parts.append(_fenced(code))
    return "\n\n".join(parts)


def table(rows: Sequence[Sequence[Sequence[Line]]]) -> str:
    """Rows of cells of lines as a table, its first row the header; the lines of a cell stand behind one another."""
    written = [[_cell(cell) for cell in row] for row in rows]
    width = max(map(len, written), default=0)
    if not width:
        return ""
    written = [row + [""] * (width - len(row)) for row in written]
    lines = [f"| {' | '.join(row)} |" for row in written]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _cell(lines: Sequence[Line]) -> str:
    words = " ".join(filter(None, (_cell_line(line) for line in lines)))
    return words.replace("|", "\\|")


def _cell_line(line: Line) -> str:
    if line.role == "table":
        return " ".join(_cell(cell) for row in line.rows for cell in row)
    return prose(line._replace(marks=tuple(mark for mark in line.marks if mark.kind != "image")))


def language_of(code: Sequence[Line]) -> str:
    """The language that lines of code say they are in; "" where they do not."""
    return next((mark.value for line in code for mark in line.marks if mark.kind == "code"), "")


def _fenced(code: Sequence[Line]) -> str:
    longest = max((len(run) for line in code for run in re.findall("`+", line.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((fence + language_of(code), *(line.text for line in code), fence))


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", text).replace(PICTURE, "")


def _escaped_piece(text: str, start: int, end: int, signs: Sequence[int]) -> str:
    """A piece of a text; `signs` are the places of what is to be escaped in the text as a whole.

    What stands at the edge of a piece will have other neighbours than in the text.
    """
    written: list[str] = []
    done = start
    for sign in signs[bisect_left(signs, start) : bisect_left(signs, end)]:
        written += (text[done:sign], "\\")
        done = sign
    written.append(text[done:end])
    escaped = "".join(written).replace(PICTURE, "")
    if escaped.startswith("*"):
        escaped = "\\" + escaped
    if escaped.endswith(_EDGY) and (end - 1 not in signs[bisect_left(signs, end - 1) :][:1]):
        escaped = escaped[:-1] + "\\" + escaped[-1]
    return escaped


def _at_start(source: str) -> str:
    """The source of a paragraph without what a block would begin with."""
    found = _ITEM.match(source)
    if found:
        return f"\\{source}" if found[1] else f"{found[2]}\\{source[found.end(2) :]}"
    if source.startswith("~~~") or _TABLE_RULE.match(source):
        return "\\" + source
    return source


def _marked(line: Line) -> str:
    atoms = list(_atoms(line.marks))
    spans = _spans(line, atoms)
    opened = {mark.start: mark for mark in spans}
    closed = {mark.end: mark for mark in spans}
    at_atom = {mark.start: mark for mark in reversed(atoms)}
    edges = sorted({0, len(line.text), *opened, *closed, *at_atom, *(mark.end for mark in atoms)})
    signs = [found.start() for found in _ESCAPED.finditer(line.text)]
    written: list[str] = []
    done = 0  # everything before is written
    for start, end in zip(edges, [*edges[1:], len(line.text)], strict=True):
        if start in closed:
            written.append(_SPANS[closed[start].kind])
        if start in opened:
            written.append(_SPANS[opened[start].kind])
        atom = at_atom.get(start)
        if start < done:
            continue
        if atom:
            written.append(_atom(line, atom))
            done = atom.end
        elif start < end:
            written.append(_escaped_piece(line.text, start, end, signs))
            done = end
    return "".join(written)


def _atoms(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Code, pictures and links in order; code that touches code is one piece of it."""
    last: Mark | None = None
    for mark in sorted(mark for mark in marks if mark.kind in _ATOMS):
        if last and last.kind == mark.kind == "code" and mark.start <= last.end:
            last = last._replace(end=max(last.end, mark.end))
            continue
        if last:
            yield last
        last = mark
    if last:
        yield last


def _atom(line: Line, mark: Mark) -> str:
    text = line.text[mark.start : mark.end]
    if mark.kind == "code":
        return _code(text)
    if mark.kind == "image":
        caption = "" if text == PICTURE else re.sub(r"[\[\]\\]", "", text)
        return f"![{caption}]({_address(mark.value)})"
    inside = prose(
        piece(line._replace(marks=tuple(m for m in line.marks if m.kind == "code")), mark.start, mark.end)
    )
    return (
        f"[{inside}]({_address(mark.value)})" if mark.value and not re.search(r"[\[\]]", inside) else inside
    )


def _code(text: str) -> str:
    if not text.strip():
        return text
    runs = {len(run) for run in re.findall("`+", text)}
    size = next(size for size in range(1, len(runs) + 2) if size not in runs)
    padded = f" {text} " if "`" in (text[0], text[-1]) or text[0] == text[-1] == " " else text
    return "`" * size + padded + "`" * size


def _address(written: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: _in_percent(found[0]), written)


def _in_percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _spans(line: Line, atoms: Sequence[Mark]) -> list[Mark]:
    """The spans to be marked: none inside another, none touching another, none that Markdown could not tell."""
    chosen: list[Mark] = []
    wanted = sorted(
        (m for m in line.marks if m.kind in _SPANS), key=lambda m: (m.start, -m.end, m.kind != "strong")
    )
    for mark in wanted:
        if chosen and mark.start <= chosen[-1].end:
            if mark.start == chosen[-1].end and _SPANS[mark.kind] == _SPANS[chosen[-1].kind]:
                chosen[-1] = chosen[-1]._replace(end=mark.end)
            continue
        chosen.append(mark)
    return [mark for mark in chosen if _can_stand(line.text, mark, atoms)]


def _can_stand(text: str, mark: Mark, atoms: Sequence[Mark]) -> bool:
    inside = text[mark.start : mark.end]
    if not inside.strip() or inside[0].isspace() or inside[-1].isspace() or PICTURE in inside:
        return False
    if any(atom.start < edge < atom.end for atom in atoms for edge in (mark.start, mark.end)):
        return False
    starts, ends = {atom.start for atom in atoms}, {atom.end for atom in atoms}
    first = "`" if mark.start in starts else inside[0]
    last = "`" if mark.end in ends else inside[-1]
    before, after = text[mark.start - 1 : mark.start] or " ", text[mark.end : mark.end + 1] or " "
    return _holds(first, before) and _holds(last, after)


def _holds(inner: str, outer: str) -> bool:
    """Whether stars between two characters belong to the inner one: a word behind them, or no word before."""
    if inner in "0123456789" and outer in "0123456789":
        return False
    return inner.isalnum() or is_chinese(inner) or not outer.isalnum() or is_chinese(outer)
