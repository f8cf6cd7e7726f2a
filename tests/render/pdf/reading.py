"""A finished PDF read back by pdfium: every character with its place, as a viewer shows it."""

from __future__ import annotations

import ctypes
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from generator.model.document import Page


_SLACK = 0.5  # points
_OUT_OF_EM = 0.06  # ems that the ink of some glyphs reaches out of their box


class Char(NamedTuple):
    text: str
    x: float  # left edge of its advance
    right: float
    y: float  # baseline, from the page's lower edge
    size: float
    ink: float  # left edge of what is drawn
    ink_right: float
    ink_bottom: float
    ink_top: float


def characters(data: bytes) -> list[list[Char]]:
    """Of each page, in the order of extraction, without the white space that the reader guesses."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> list[Char]:
    textpage = page.get_textpage()
    result = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    ink = [ctypes.c_double() for _ in range(4)]
    for i in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if pdfium.FPDFText_IsHyphen(textpage, i) == 1:
            code = ord("-")  # at a line's end, which pdfium takes for a broken word
        elif pdfium.FPDFText_IsGenerated(textpage, i) == 1 or code in (0x0D, 0x0A):
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        pdfium.FPDFText_GetCharBox(textpage, i, *ink)
        size = pdfium.FPDFText_GetFontSize(textpage, i)
        # The box is the advance, or the ink where that is wider, as of some Han characters.
        width = size if east_asian_width(chr(code)) in "WF" else box.right - box.left
        result.append(Char(chr(code), x.value, x.value + width, y.value, size, *(i.value for i in ink)))
    textpage.close()
    page.close()
    return result


def lines(page: list[Char]) -> list[list[Char]]:
    """Characters with one baseline, each line from left to right, from the top down."""
    rows: dict[float, list[Char]] = {}
    for char in page:
        rows.setdefault(round(char.y, 1), []).append(char)
    return [sorted(rows[y], key=lambda c: c.x) for y in sorted(rows, reverse=True)]


def text(line: list[Char]) -> str:
    return "".join(char.text for char in line)


class Rule(NamedTuple):
    """A straight line that is drawn, horizontal or vertical."""

    x: float
    y: float
    right: float
    top: float


def rules(page: pikepdf.Page) -> list[Rule]:
    found: list[Rule] = []
    x = y = 0.0
    stack: list[tuple[float, float]] = []
    start = (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append((x, y))
            case "Q":
                x, y = stack.pop()
            case "cm":
                x, y = x + float(operands[4]), y + float(operands[5])
            case "m":
                start = (x + float(operands[0]), y + float(operands[1]))
            case "l":
                end = (x + float(operands[0]), y + float(operands[1]))
                found.append(Rule(*map(min, start, end), *map(max, start, end)))
    return found


def picture_lefts(data: bytes) -> list[float]:
    """The left edges of all pictures."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [
            image.get_bounds()[0]
            for page in document
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
        ]
    finally:
        document.close()


def outside(data: bytes, page: Page) -> list[Char | Rule]:
    """What stands outside the columns, but for a header and a footer, or off the paper."""
    width = (page.width - page.left - page.right - (page.columns - 1) * page.gutter) / page.columns
    columns = [page.left + n * (width + page.gutter) for n in range(page.columns)]
    low, high = page.bottom - _SLACK, page.height - page.top + _SLACK

    def inside(x: float, right: float, y: float, top: float) -> bool:
        return (
            low <= y
            and top <= high
            and any(left - _SLACK <= x and right <= left + width + _SLACK for left in columns)
        )

    def is_edge(char: Char) -> bool:
        return (
            any(abs(char.y - y) < 0.5 for y in (page.footer, page.height - page.header))
            and page.left - _SLACK <= char.ink
            and char.ink_right <= page.width - page.right + _SLACK
            and char.ink_bottom >= 0
            and char.ink_top <= page.height
        )

    found: list[Char | Rule] = []
    for shown in characters(data):
        for char in shown:
            own = _OUT_OF_EM * char.size
            place = (char.ink + own, char.ink_right - own, char.ink_bottom + own, char.ink_top - own)
            if not inside(*place) and not is_edge(char):
                found.append(char)
    with pikepdf.open(BytesIO(data)) as pdf:
        for drawn in pdf.pages:
            assert [round(float(edge), 1) for edge in drawn.mediabox] == [
                0, 0, round(page.width, 1), round(page.height, 1),
            ]  # fmt: skip
            found += [r for r in rules(drawn) if not inside(r.x, r.right, r.y, r.top)]
    return found


def shown_codes(pdf: pikepdf.Pdf) -> dict[str, set[int]]:
    """The codes that the pages show, by the name of the font."""
    shown: dict[str, set[int]] = {}
    for page in pdf.pages:
        names = {name: str(font.BaseFont) for name, font in page.obj.Resources.Font.items()}
        now = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                now = names[str(operands[0])]
            elif str(operator) == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        data = bytes(part)
                        shown.setdefault(now, set()).update(
                            int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)
                        )
    return shown


def embedded_codes(pdf: pikepdf.Pdf) -> dict[str, set[int]]:
    """The character codes of each embedded font, by its name."""
    from fontTools.cffLib import CFFFontSet

    result = {}
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()
    }
    for font in fonts.values():
        descendant = font.DescendantFonts[0]
        program = CFFFontSet()
        program.decompile(BytesIO(descendant.FontDescriptor.FontFile3.read_bytes()), None)
        result[str(font.BaseFont)] = {int(name[3:]) for name in program[0].charset if name != ".notdef"}
    return result
