"""The table of all messages in docs/messages.md: their codes, what they mean and how to mend what they tell of."""

from __future__ import annotations

import ast
import re
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

import yaml

import generator
from generator.messages import HINTS, MESSAGES, ROOMS, entries
from generator.messages.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(generator.__file__).parent
SEVERITIES = {  # by what is called, or what a Diagnostic says first
    "error": "error",
    "warning": "warning",
    "note": "note",
    "doubt": "warning",
    "infer": "note",
}
BEGIN, END = "<!-- codes: python docs/pictures.py -->\n", "<!-- end of codes -->\n"
PARTS = {  # of the page, by the room that says it
    "source": "Files and YAML",
    "markdown": "Texts",
    "bank": "Banks",
    "blueprint": "Layouts",
    "selection": "The draw",
    "layout": "Styles",
    "render": "Fonts and pictures",
    "output": "Output",
    "review": "Looking after a bank",
    "office": "Tables and office files",
    "candidates": "Candidates' lists",
    "rounds": "Rounds",
    "late": "Rounds",
    "exchange": "Import and export",
    "quiz": "Import and export",
    "interpret": "Import and export",
    "table": "Import and export",
    "documents": "Import and export",
    "left": "Import and export",
    "verify": "Verifying",
}


def written(page: str) -> str:
    """The page with its tables as they should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + "\n".join(_tables()) + "\n" + END + after


def _tables() -> Iterator[str]:
    told = _told()
    for part, codes in _parts_of_messages().items():
        yield f"### {part}\n\n| code | what it means | what to do |\n|---|---|---|"
        for code in codes:
            severities = " or ".join(sorted(told[code].severities))
            named = f"`{code}`" + f" ({severities})" * (severities not in ("", "error"))
            mend = "<br>".join(map(_both, told[code].hints))
            yield f"| {named} | {_both(MESSAGES[code])} | {mend} |"
        yield ""


def _parts_of_messages() -> dict[str, list[str]]:
    """The codes by the part of the page that they stand in."""
    parts: dict[str, list[str]] = {}
    for room in ROOMS:
        parts.setdefault(PARTS[room], []).extend(entries(room, "MESSAGES"))
    return parts


def _both(words: Words) -> str:
    return f"{_cell(words.en)}<br>{_cell(words.zh)}"


def _cell(text: str) -> str:
    """A message as a cell: what is filled in stands as `…`, and nothing in it is Markdown."""
    filled = re.sub(r"(?<!\{)\{[^{}]+\}", "…", text.replace("{{", "\x01").replace("}}", "\x02"))
    plain = filled.replace("\x01", "{").replace("\x02", "}")
    return re.sub(r"([\\`*_|<>\[\]]|(?<=\])\()", r"\\\1", plain)


class Told(NamedTuple):
    """How a code is told of, and what its hints may be."""

    severities: set[str]
    hints: list[Words]


def _told() -> dict[str, Told]:
    told = {code: Told(set(), []) for code in MESSAGES}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            parts = _parts(node)
            for code in sorted(set().union(*parts[:1]) & set(MESSAGES)):
                told[code].severities.update(SEVERITIES[word] for word in _teller(node) & set(SEVERITIES))
                hints = (HINTS[hint] for hint in sorted(set().union(*parts[1:]) & set(HINTS)))
                told[code].hints.extend(hint for hint in hints if hint not in told[code].hints)
    advice = yaml.safe_load((Path(__file__).parent / "codes.yaml").read_text("utf-8"))
    for code, listed in advice.items():
        words = [hint for hint in listed if isinstance(hint, str)]
        told[code].severities.update(word for word in words if word in SEVERITIES)
        told[code].hints.extend(HINTS[word] for word in words if word not in SEVERITIES)
        told[code].hints.extend(Words(**hint) for hint in listed if isinstance(hint, dict))
    return told


def _teller(node: ast.AST) -> set[str]:
    """The method that is called, or the severity of a Diagnostic; none of what is neither."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return {node.func.attr}
    return _texts(node.args[0]) if _is_diagnostic(node) else set()


def _is_diagnostic(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Diagnostic"


def _parts(node: ast.AST) -> list[set[str]]:
    """The texts of each argument of a call from the code on, or of each item of a tuple."""
    if isinstance(node, ast.Call):
        given = dropwhile(lambda part: not _texts(part) & set(MESSAGES), node.args)
        return [_texts(part) for part in (*given, *(k.value for k in node.keywords if k.arg == "hint"))]
    return [_texts(part) for part in node.elts] if isinstance(node, ast.Tuple) else []


def _texts(node: ast.AST) -> set[str]:
    """The texts that an expression may be; none when it is computed elsewhere."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) | _texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()
