"""The body of a document: paragraphs and tables, as lines in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.documents.docx.code import is_program, with_code
from generator.exchange.documents.docx.names import MC, W, number, value
from generator.exchange.documents.docx.styles import outline
from generator.exchange.documents.writer import Writer
from generator.exchange.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from generator.exchange.documents.docx.numbering import Numbering
    from generator.exchange.documents.docx.runs import Runs
    from generator.exchange.documents.docx.styles import Styles

_MAX_SPAN = 63
_MAX_TABLES = 20  # within one another; what is deeper stands in the cell around as lines
_P, _PPR, _TBL, _TR, _TC, _SDT = W + "p", W + "pPr", W + "tbl", W + "tr", W + "tc", W + "sdt"
_WRAPPERS = frozenset(
    W + name
    for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "tbl", "body", "txbxContent")
)

_HOLDERS = _WRAPPERS | {_TR, _TC, _SDT}


class Body:
    """`texts` are those of the paragraphs, to quote from; `notes` the footnotes and endnotes by kind and id."""

    def __init__(
        self, styles: Styles, numbering: Numbering, runs: Runs, notes: Mapping[tuple[str, str], Element]
    ) -> None:
        self.texts: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._notes = notes
        self._cited: dict[tuple[str, str], int] = {}
        self._tables = 0  # depth of tables
        self._contents = 0  # depth of lists of contents
        self._by_field: set[int] = set()  # paragraphs that only a field says are contents
        self._fixed: set[int] = set()  # paragraphs in a face of fixed width

    def document(self, body: Element) -> tuple[Line, ...]:
        lines = list(self.lines(body))
        if self._runs.fields.in_contents:  # its field never ends: what it holds is not to be told
            lines = [
                line._replace(role="text")
                if line.number in self._by_field and line.role == "contents"
                else line
                for line in lines
            ]
        if self._fixed and len(self._fixed) * 2 <= sum(
            map(bool, self.texts)
        ):  # else it is the text's own face
            lines = list(with_code(lines, self._fixed))
        return tuple(lines)

    def lines(self, parent: Element) -> Iterator[Line]:
        for element in parent:
            tag = element.tag
            if tag == _P:
                yield from self._paragraph(element)
            elif tag == _TBL:
                yield from self._tabled(element)
            elif tag == _SDT:
                inside = _is_contents(element)
                self._contents += inside
                yield from self.lines(element)
                self._contents -= inside
            elif tag in _WRAPPERS:
                yield from self.lines(element)
            elif tag == MC + "AlternateContent":
                yield from self.lines(element[0] if len(element) else element)
            elif tag == W + "altChunk":
                self._runs.unread.append((max(len(self.texts), 1), "", "left-embedded"))

    def _paragraph(self, element: Element) -> Iterator[Line]:
        self.texts.append("")
        at = len(self.texts)
        runs = self._runs
        outer, runs.writer, runs.number = (runs.writer, runs.number), Writer(), at
        held, runs.boxes = runs.boxes, []
        properties = element.find(_PPR)
        name = value(properties, "pStyle")
        style = self._styles.paragraph(name)
        by_field = runs.fields.in_contents
        faces, runs.faces = runs.faces, set()
        runs.read(element)
        by_field = by_field or runs.fields.in_contents
        label, indent = self._label(properties, name)
        heading = outline(properties)
        contents = style.contents or self._contents > 0 or by_field
        if by_field and not style.contents and not self._contents:
            self._by_field.add(at)
        boxes = runs.boxes
        for mark in self._marks(boxes):
            runs.writer.text(mark)
        level = 0 if contents else style.heading if heading is None else heading
        role = "contents" if contents else "code" if style.code else "text"
        part = style.part
        written = [
            line._replace(role=role, part=part)
            if role == "code" or line.text.strip()
            else line._replace(text="", marks=(), role="blank")
            for line in runs.writer.lines(at, label, indent, level)
        ]
        self.texts[at - 1] = " ".join(line.text for line in written)
        if runs.faces == {True} and not label and is_program(self.texts[at - 1]):
            self._fixed.add(at)
        runs.faces = faces
        yield from written
        for answer in runs.answers:
            yield Line(answer, at)
        runs.answers.clear()
        (runs.writer, runs.number), runs.boxes = outer, held
        for kind, box in boxes:
            yield from self._box(kind, box)

    def _label(self, properties: Element | None, name: str) -> tuple[str, int]:
        """The automatic number of a paragraph and its depth in the list."""
        style = self._styles.paragraph(name)
        num, level = style.num, style.level
        own = None if properties is None else properties.find(W + "numPr")
        if own is not None:
            num = value(own, "numId") or num
            level = number(value(own, "ilvl"), 0) if own.find(W + "ilvl") is not None else level
        if not num or num == "0":
            return "", 0
        if level is None:
            level = self._numbering.level_of(num, name)
        label = self._numbering.label(num, level)
        return label, min(max(level, 0), 8) + 1 if label else 0

    def _marks(self, boxes: list[tuple[str, Element]]) -> Iterator[str]:
        """What stands in the text for the notes it refers to."""
        for kind, element in boxes:
            if kind != "box":
                key = (kind, element.get(W + "id", ""))
                if key in self._notes:
                    yield f"[{self._cited.setdefault(key, len(self._cited) + 1)}]"

    def _box(self, kind: str, element: Element) -> Iterator[Line]:
        """The lines of a text box, or of a note where it is referred to for the first time."""
        if kind == "box":
            yield from self.lines(element)
            return
        key = (kind, element.get(W + "id", ""))
        note = self._notes.get(key)
        cited = self._cited.get(key)
        if note is None or cited is None:
            return
        for count, line in enumerate(self.lines(note)):
            text = line.text.strip()
            yield line if count else line._replace(text=f"[{cited}] {text}", marks=(), role="text")

    def _tabled(self, table: Element) -> Iterator[Line]:
        if self._tables >= _MAX_TABLES:
            yield from self._flat(table)
            return
        self._tables += 1
        yield self._table(table)
        self._tables -= 1

    def _flat(self, table: Element) -> Iterator[Line]:
        """The paragraphs of a table and of those in it, without recursion."""
        waiting = [table]
        while waiting:
            element = waiting.pop()
            if element.tag == _P:
                yield from self._paragraph(element)
            elif element.tag in _HOLDERS:
                waiting.extend(reversed(element))

    def _table(self, table: Element) -> Line:
        first = len(self.texts) + 1
        rows = []
        for row in _inside(table, _TR):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self._runs.number = max(len(self.texts), 1)
                self._runs.read_deleted(row)
                continue
            rows.append(tuple(self._cells(row, properties)))
        return Line("", min(first, max(len(self.texts), 1)), role="table", rows=tuple(rows))

    def _cells(self, row: Element, properties: Element | None) -> Iterator[tuple[Line, ...]]:
        for _ in range(_span(value(properties, "gridBefore"), 0)):
            yield ()
        for cell in _inside(row, _TC):
            look = cell.find(W + "tcPr")
            lines = tuple(self.lines(cell))
            merged = None if look is None else look.find(W + "vMerge")
            covered = merged is not None and merged.get(W + "val", "continue") != "restart"
            yield () if covered and not any(line.text or line.rows for line in lines) else lines
            for _ in range(_span(value(look, "gridSpan"), 1) - 1):
                yield ()


def _span(written: str, default: int) -> int:
    return min(max(number(written, default), default), _MAX_SPAN)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those that something is wrapped around."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == _SDT or element.tag in _WRAPPERS:
            yield from _inside(element, tag)


def _is_contents(block: Element) -> bool:
    gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"
