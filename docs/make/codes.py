"""The table of all messages in docs/messages.md: their codes, what they mean and how to mend what they tell of."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.messages import HINTS, MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.messages import Words

PACKAGE = Path(generator.__file__).parent
SEVERITIES = ("error", "warning", "note")
BEGIN, END = "<!-- codes: python docs/pictures.py -->\n", "<!-- end of codes -->\n"
PARTS = {  # by the room that reports
    "source": "Files and YAML",
    "markdown": "Texts",
    "bank": "Banks",
    "kinds": "Banks",
    "blueprint": "Layouts",
    "selection": "The draw",
    "layout": "Styles",
    "batch": "Building",
    "render": "Building",
    "cli": "Building",
}


def written(page: str) -> str:
    """The page with its tables as they should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + "\n".join(_tables()) + "\n" + END + after


def _tables() -> Iterator[str]:
    told = _told()
    for title in dict.fromkeys(PARTS.values()):
        yield f"### {title}\n\n| code | what it means | what to do |\n|---|---|---|"
        for code, words in MESSAGES.items():
            rooms, severities, hints = told[code]
            if PARTS[rooms[0]] == title:
                named = f"`{code}`" + "".join(f" ({s})" for s in severities if s != "error")
                mend = "<br>".join(_both(HINTS[hint]) for hint in hints)
                yield f"| {named} | {_both(words)} | {mend} |"
        yield ""


def _both(words: Words) -> str:
    return f"{_cell(words.en)}<br>{_cell(words.zh)}"


def _cell(text: str) -> str:
    """A message as a cell: what is filled in stands as `…`, and nothing in it is Markdown."""
    filled = re.sub(r"(?<!\{)\{[^{}]+\}", "…", text.replace("{{", "\x01").replace("}}", "\x02"))
    plain = filled.replace("\x01", "{").replace("\x02", "}")
    return re.sub(r"([\\`*_|<>\[\]])", r"\\\1", plain)


Told = tuple[list[str], list[str], list[str]]  # rooms, severities, hints


def _told() -> dict[str, Told]:
    told: dict[str, Told] = defaultdict(lambda: ([], [], []))
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0]
        if room not in PARTS:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for severity, code, hint in _calls(tree):
            for known, said in zip(told[code], (room, severity, hint), strict=True):
                if said and said not in known:
                    known.append(said)
        # A code that is handed on is a text of the module that does it.
        for text in _texts(ast.walk(tree)):
            if text in MESSAGES and room not in told[text][0]:
                told[text][0].append(room)
    for code in MESSAGES:
        if code in HINTS and not told[code][2]:
            told[code][2].append(code)
    return told


def _calls(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Severity, code and hint of each report; a text for each that the arguments may be."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SEVERITIES:
            hint = next((k.value for k in call.keywords if k.arg == "hint"), None)
            hint = call.args[2] if len(call.args) > 2 else hint
            for code in _texts(ast.walk(call.args[0]) if call.args else ()):
                for mend in [*_texts(ast.walk(hint) if hint else ())] or [""]:
                    yield call.func.attr, code, mend


def _texts(nodes: Iterable[ast.AST]) -> list[str]:
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
