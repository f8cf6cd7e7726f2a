"""A DOCX as people's programs write them, made in the test: what python-docx has no words for is raw XML."""

from __future__ import annotations

import io
import re
import struct
import zlib
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_pieces = re.compile(r"(\*\*.+?\*\*|_ {2,}_)")


class Docx:
    """A document being made: paragraphs come one below the other."""

    def __init__(self) -> None:
        self._docx = docx.Document()

    # Paragraphs ------------------------------------------------------------------------------

    def p(
        self, text: str = "", style: str | None = None, *, number: tuple[int, int] | None = None
    ) -> Paragraph:
        """A paragraph. `**bold**` is bold, `_    _` underlined spaces, a line break in it a soft one.

        `number` is of a list that Word counts: its id and level from 0.
        """
        paragraph = self._docx.add_paragraph(style=style)
        _fill(paragraph, text)
        if number is not None:
            _set_number(paragraph, number)
        return paragraph

    def lines(self, text: str, style: str | None = None) -> None:
        """A paragraph for each line; empty lines are empty paragraphs."""
        for line in text.strip("\n").split("\n"):
            self.p(line, style)

    def xml(self, markup: str) -> BaseOxmlElement:
        """Raw markup, with the usual prefixes, as the next block of the body."""
        element = parse_xml(_spaced(markup))
        self._docx.element.body.insert_element_before(element, "w:sectPr")
        return element

    def runs(self, markup: str) -> None:
        """A paragraph of raw runs."""
        self.xml(f"<w:p>{markup}</w:p>")

    # Lists -------------------------------------------------------------------------------------

    def numbering(self, *levels: tuple[str, str]) -> int:
        """A list of its own: (format, pattern) of each level, like ("decimal", "%1."). Its id."""
        root = self._docx.part.numbering_part.element
        abstract = (
            max((int(e.get(qn("w:abstractNumId"))) for e in root.findall(qn("w:abstractNum"))), default=0) + 1
        )
        inner = "".join(
            f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
            for k, (form, pattern) in enumerate(levels)
        )
        element = parse_xml(_spaced(f'<w:abstractNum w:abstractNumId="{abstract}">{inner}</w:abstractNum>'))
        root.insert(len(root.findall(qn("w:abstractNum"))), element)
        return self._list(abstract)

    def again(self, number: int) -> int:
        """The same kind of list, begun again at 1. Its id."""
        root = self._docx.part.numbering_part.element
        (old,) = (e for e in root.findall(qn("w:num")) if e.get(qn("w:numId")) == str(number))
        abstract = int(old.find(qn("w:abstractNumId")).get(qn("w:val")))
        return self._list(abstract, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')

    def _list(self, abstract: int, override: str = "") -> int:
        root = self._docx.part.numbering_part.element
        number = max((int(e.get(qn("w:numId"))) for e in root.findall(qn("w:num"))), default=0) + 1
        inner = f'<w:abstractNumId w:val="{abstract}"/>{override}'
        root.append(parse_xml(_spaced(f'<w:num w:numId="{number}">{inner}</w:num>')))
        return number

    def number_style(self, style: str, number: int, level: int = 0) -> None:
        """Paragraphs of a style are items of a list."""
        properties = self._docx.styles[style].element.get_or_add_pPr()
        properties.append(parse_xml(_spaced(_number_xml((number, level)))))

    # Things beside plain paragraphs --------------------------------------------------------------

    def table(self, rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int]] = ()) -> None:
        """A table; lines in a cell are paragraphs. `merged` are (column, first row, last row)."""
        table = self._docx.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                first, *rest = text.split("\n")
                _fill(cell.paragraphs[0], first)
                for line in rest:
                    _fill(cell.add_paragraph(), line)
        for column, first_row, last_row in merged:
            table.cell(first_row, column).merge(table.cell(last_row, column))

    def box(self, text: str) -> None:
        """A text box as Word writes it: a drawing, and the same again for programs that know only VML."""
        inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        content = f"<w:txbxContent>{inner}</w:txbxContent>"
        shape = f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        data = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        drawing = (
            '<w:drawing><wp:inline><wp:extent cx="3600000" cy="900000"/><wp:docPr id="7" name="文本框 7"/>'
            f'<a:graphic><a:graphicData uri="{data}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
        old = f'<w:pict><v:shape type="#_x0000_t202"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
        self.runs(
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    def contents(self, entries: Sequence[tuple[str, str]]) -> None:
        """A table of contents field with its cached entries: (words, page)."""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3" \\h</w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for place, (words, page) in enumerate(entries):
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(entries) - 1 else ""
            reference = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                f"<w:r><w:instrText>PAGEREF _Toc{place} \\h</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                f'<w:r><w:t>{page}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
            self.runs(
                f'{begin if not place else ""}<w:hyperlink w:anchor="_Toc{place}"><w:r><w:t>{words}</w:t></w:r>'
                f"<w:r><w:tab/></w:r>{reference}</w:hyperlink>{end}"
            )

    def header(self, text: str) -> None:
        _fill(self._docx.sections[0].header.paragraphs[0], text)

    def footer(self, before: str, between: str, after: str) -> None:
        """A footer with the page's number and the number of pages as fields."""
        paragraph = self._docx.sections[0].footer.paragraphs[0]
        for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            paragraph.add_run(text)
            if field:
                inner = "<w:r><w:t>1</w:t></w:r>"
                paragraph._p.append(
                    parse_xml(_spaced(f'<w:fldSimple w:instr="{field}">{inner}</w:fldSimple>'))
                )

    def picture(self, paragraph: Paragraph | None = None, *, shade: int = 128) -> None:
        """A small grey picture, in a paragraph of its own unless one is given."""
        paragraph = paragraph or self._docx.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(_png(shade)))

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self._docx.save(stream)
        return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of raw markup."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ruby(base: str, gloss: str) -> str:
    """A run of characters with their reading above."""
    return (
        f"<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>{gloss}</w:t></w:r></w:rt>"
        f"<w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="审稿人" w:date="2026-03-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    inner = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="审稿人" w:date="2026-03-01T00:00:00Z">{inner}</w:del>'


def fraction(above: str, below: str) -> str:
    return f"<m:f><m:num>{_math(above)}</m:num><m:den>{_math(below)}</m:den></m:f>"


def power(base: str, exponent: str) -> str:
    return f"<m:sSup><m:e>{_math(base)}</m:e><m:sup>{_math(exponent)}</m:sup></m:sSup>"


def equation(*parts: str) -> str:
    """An equation in a line of text; a part that is no markup is letters."""
    return f"<m:oMath>{''.join(part if part.startswith('<') else _math(part) for part in parts)}</m:oMath>"


def _math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _spaced(markup: str) -> str:
    """Markup with the namespaces declared on its first element."""
    return re.sub(r"^<([\w:]+)", rf"<\1 {NAMESPACES}", markup)


def _number_xml(number: tuple[int, int]) -> str:
    return f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'


def _set_number(paragraph: Paragraph, number: tuple[int, int]) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(_spaced(_number_xml(number))))


def _fill(paragraph: Paragraph, text: str) -> None:
    for piece in _pieces.split(text):
        if piece.startswith("**"):
            paragraph.add_run(piece[2:-2]).bold = True
        elif piece.startswith("_ "):
            paragraph.add_run(piece[1:-1]).underline = True
        elif piece:
            paragraph.add_run(piece)


def _png(shade: int, size: int = 8) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + bytes([shade]) * size) * size)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
