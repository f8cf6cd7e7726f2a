"""The XML of a quiz as a tree, with the lines its questions stand in; faults with theirs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

from generator.exchange.quiz.controls import clean
from generator.office.xml import MAX_ATTRIBUTES, MAX_ELEMENTS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 50
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LOOSE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)([A-Za-z][A-Za-z0-9]{1,30};)?"
)


class Tree(NamedTuple):
    """`spans` has the first and last line of each question, in order. `mended` counts signs that were no XML."""

    root: Element
    spans: list[tuple[int, int]]
    mended: int


class Fault(NamedTuple):
    """Why there is no tree: `code` is of a message, `line` 0 for the file as a whole."""

    code: str
    line: int = 0
    problem: str = ""


def parse(text: str) -> Tree | Fault:
    if text.count("<") > MAX_ELEMENTS or text.count("=") > MAX_ATTRIBUTES:
        return Fault("quiz-too-much")
    text, mended = _mended(text)
    parser = _Parser()
    try:
        root = parser.parse(text)
    except expat.ExpatError as error:
        if parser.refused:
            return Fault(parser.refused, error.lineno)
        return Fault("quiz-xml-broken", error.lineno, expat.ErrorString(error.code))
    except _StopError:
        return Fault(parser.refused, parser.line)
    return Tree(root, parser.spans, mended)


class _StopError(Exception):
    pass


class _Parser:
    def __init__(self) -> None:
        self.refused = ""
        self.spans: list[tuple[int, int]] = []
        self._depth = 0
        self._begun = 0
        self._builder = TreeBuilder()
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._data
        self._expat.StartDoctypeDeclHandler = self._doctype

    def parse(self, text: str) -> Element:
        self._expat.Parse(text.encode("utf-8", "replace"), True)
        return self._builder.close()

    @property
    def line(self) -> int:
        return self._expat.CurrentLineNumber

    def _stop(self, code: str) -> NoReturn:
        self.refused = code
        raise _StopError

    def _doctype(self, *_: object) -> None:
        self._stop("quiz-doctype")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._stop("document-too-deep")
        if tag == "question":
            self._begun = self.line
        self._builder.start(tag, attributes)

    def _data(self, text: str) -> None:
        self._builder.data(clean(text))

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)
        if tag == "question" and self._depth == 1:
            self.spans.append((self._begun, self.line))


def _mended(text: str) -> tuple[str, int]:
    """The text without characters that XML cannot hold; outside CDATA, entities of HTML and bare `&` made right."""
    text, mended = _NEVER.subn("", text)
    if not _LOOSE.search(text):
        return text, mended
    parts: list[str] = []
    at = 0
    while at < len(text):
        begin = text.find("<![CDATA[", at)
        begin = len(text) if begin < 0 else begin
        end = text.find("]]>", begin)
        end = len(text) if end < 0 else end + 3
        part, count = _LOOSE.subn(_entity, text[at:begin])
        mended += count
        parts += (part, text[begin:end])
        at = end
    return "".join(parts), mended


def _entity(found: re.Match[str]) -> str:
    known = unescape(found[0]) if found[1] else found[0]
    return f"&amp;{found[1] or ''}" if known == found[0] else known
