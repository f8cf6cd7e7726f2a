"""Fields: what they show, and those that show what only their instruction says."""

from __future__ import annotations

import re

from generator.exchange.documents.docx.names import number
from generator.exchange.documents.docx.symbols import symbol
from generator.exchange.documents.scripts import grouped, raised

_CODE = re.compile(r"\s*(\w+)")
_SWITCH = re.compile(r"\\([A-Za-z]+)\s*\d*")
_GENERAL = re.compile(r"\\\*\s*(?:\"[^\"]*\"|\w+)")
_SYMBOL = re.compile(r"SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})\b(?:[^\"]*\"([^\"]*)\")?", re.IGNORECASE)
_MAX_DEPTH = 20


class Field:
    """A field while it is read: `shows` once its result has begun."""

    __slots__ = ("instruction", "shows")

    def __init__(self) -> None:
        self.instruction = ""
        self.shows = False

    @property
    def code(self) -> str:
        return code_of(self.instruction)


class OpenFields:
    """The fields that are open, one in another; they go on from one paragraph to the next."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def show(self) -> bool:
        """Whether what comes now is shown: a result of each."""
        return not self._open or all(field.shows for field in self._open)

    @property
    def in_contents(self) -> bool:
        return any(field.code == "TOC" for field in self._open)

    def read(self, kind: str) -> Field | None:
        """What a field character says, "begin", "separate" or "end"; the field that ends."""
        if kind == "begin":
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
        return self._open.pop() if kind == "end" and self._open else None

    def instruct(self, words: str) -> None:
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction += words


def code_of(instruction: str) -> str:
    """The kind of a field: "TOC", "EQ"."""
    found = _CODE.match(instruction)
    return found[1].upper() if found else ""


def shown(instruction: str) -> str:
    """What a field without a result shows: circled numbers, fractions and pinyin guides are made of such."""
    code = code_of(instruction)
    if code == "EQ":
        return _equation(_GENERAL.sub("", instruction[instruction.upper().index("EQ") + 2 :]), 0).strip()
    if code == "FORMCHECKBOX":
        return "□"
    if code == "SYMBOL":
        found = _SYMBOL.search(instruction)
        return symbol(int(found[1], 16 if "x" in found[1].lower() else 10), found[2] or "") if found else ""
    return ""


def gloss(instruction: str) -> str:
    """The pinyin or other gloss that an equation field sets above its characters; empty for none."""
    found = re.search(r"\\up\s*\d*\s*\(([^()]*)\)", instruction) if "\\ad" in instruction else None
    return found[1].strip() if found else ""


def _equation(text: str, depth: int) -> str:
    """An EQ field: switches with lists of arguments in brackets."""
    written: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "\\":
            end = text.find("\\", at)
            end = len(text) if end < 0 else end
            written.append(text[at:end])
            at = end
            continue
        found = _SWITCH.match(text, at)
        if not found:  # an escaped character
            written.append(text[at + 1 : at + 2])
            at += 2
            continue
        at = found.end()
        name = found[1].lower()
        while (
            at < len(text)
            and (option := _SWITCH.match(text, at))
            and name in ("o", "s", "b", "a", "i", "x", "d")
        ):
            name += "." + option[1].lower()
            at = option.end()
        arguments, at = _arguments(text, at)
        if arguments and depth < _MAX_DEPTH:
            written.append(_formed(name, [_equation(argument, depth + 1) for argument in arguments]))
    return "".join(written)


def _arguments(text: str, at: int) -> tuple[list[str], int]:
    """The arguments of a switch at `at`, and where they end."""
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text) or text[at] not in "(（":
        return [], at
    arguments: list[str] = []
    depth, start = 0, at + 1
    for end in range(at, len(text)):
        char = text[end]
        if char in "(（":
            depth += 1
        elif char in ")）":
            depth -= 1
            if not depth:
                return [*arguments, text[start:end]], end + 1
        elif char in ",，;" and depth == 1:
            arguments.append(text[start:end])
            start = end + 1
    return [*arguments, text[start:]], len(text)


def _formed(name: str, arguments: list[str]) -> str:
    kind, _, options = name.partition(".")
    last = arguments[-1].strip()
    if kind == "f" and len(arguments) == 2:
        return f"{grouped(arguments[0].strip())}/{grouped(last)}"
    if kind == "r":
        return f"{arguments[0].strip() if len(arguments) == 2 else ''}√{grouped(last)}"
    if kind == "o" and "ad" in options:  # a gloss over characters
        return last
    if kind == "o" and arguments[0].strip() in ("○", "〇", "◯"):
        inside = number(last, 0)
        return chr(0x2460 + inside - 1) if 0 < inside <= 20 else f"({last})"
    if kind == "s":
        return raised(last) if "up" in options else last
    if kind == "b":
        return f"({last})"
    return "".join(arguments) if kind == "o" else "; ".join(argument.strip() for argument in arguments)


def address_of(instruction: str) -> str:
    """The address that a HYPERLINK field leads to; empty where it leads into the document."""
    found = re.match(r'\s*HYPERLINK\s+"([^"]{1,2000})"', instruction, re.IGNORECASE)
    return found[1] if found else ""
