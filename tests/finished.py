"""Finished files read back, by other tools than those that wrote them: what they say, and every byte in them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2
from lxml import etree

from tests.counting import Counter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Look

NO_SPACE = "\u200d"  # takes none; what an author wrote may have it too
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """Without white space of any kind: what is left is the same however a text was set."""
    return "".join(text.split())


# DOCX -------------------------------------------------------------------------------------------


class Said(NamedTuple):
    """A paragraph of a DOCX: the id of its style, and what a reader sees. Cells have their table's number."""

    style: str
    text: str
    table: int | None = None


def docx_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def docx_paragraphs(data: bytes, part: str = "word/document.xml") -> list[Said]:
    """Every paragraph of a part in order with its automatic number, those of tables where the tables stand."""
    parts = docx_parts(data)
    root = etree.fromstring(parts[part])
    counter = Counter(parts.get("word/numbering.xml"))
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"))}
    said = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        said.append(
            Said(
                "" if style is None else style.get(f"{W}val", ""),
                counter.number(paragraph) + _paragraph_text(paragraph),
                None if table is None else tables[table],
            )
        )
    return said


def _paragraph_text(paragraph: Any) -> str:
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    runs = (child for run in paragraph.iter(f"{W}r") for child in run)
    said = (child.text or "" if child.tag == f"{W}t" else marks.get(child.tag, "") for child in runs)
    return "".join(said).replace(f"{NO_SPACE}\u00a0", "\u00a0")  # before a blank


def docx_tables(data: bytes) -> list[list[list[str]]]:
    root = etree.fromstring(docx_parts(data)["word/document.xml"])
    return [
        [
            ["".join(_paragraph_text(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]
        for table in root.iter(f"{W}tbl")
    ]


def docx_text(data: bytes) -> str:
    """The body's text, a paragraph a line."""
    return "\n".join(said.text for said in docx_paragraphs(data))


def docx_edge(data: bytes, name: str) -> str:
    """The text of the header or footer, with the cached values of its fields; empty when there is none."""
    part = f"word/{name}.xml"
    return "".join(s.text for s in docx_paragraphs(data, part)) if part in docx_parts(data) else ""


def docx_fields(data: bytes) -> list[tuple[str, str]]:
    """(code, cached value) of each field in headers, text and footers, a field before those in it."""
    found: list[list[str]] = []
    for name, part in docx_parts(data).items():
        if not re.fullmatch(r"word/(document|header|footer)\.xml", name):
            continue
        states: list[tuple[list[str], str]] = []  # of the fields that are open
        for element in etree.fromstring(part).iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            if element.tag == f"{W}fldChar":
                kind = element.get(f"{W}fldCharType")
                if kind == "begin":
                    found.append(["", ""])
                    states.append((found[-1], kind))
                elif kind == "separate":
                    states[-1] = states[-1][0], kind
                else:
                    states.pop()
            elif element.tag == f"{W}instrText":
                field, state = states[-1]
                assert state == "begin"
                field[0] += element.text or ""
            else:
                for field, _ in states:
                    field[1] += element.text or ""
        assert not states
    return [(code.strip(), value) for code, value in found]


def docx_page_count(data: bytes) -> int:
    """What the properties say."""
    root = etree.fromstring(docx_parts(data)["docProps/app.xml"])
    return int(root.findtext("{*}Pages") or 0)


# PDF --------------------------------------------------------------------------------------------


class Shown(NamedTuple):
    """A run of characters as a page shows it: the place of its first one, in points from the lower left."""

    x: float
    y: float
    font: str
    size: float
    text: str


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page, in the order it is shown, by the fonts' own tables."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return ["".join(run.text for run in page_runs(page)) for page in pdf.pages]


def page_runs(page: pikepdf.Page) -> Iterator[Shown]:
    fonts = {name: _unicode(font) for name, font in page.resources.get("/Font", {}).items()}
    names = {name: str(font.BaseFont) for name, font in page.resources.get("/Font", {}).items()}
    x = y = dx = dy = size = 0.0
    stack: list[tuple[float, float]] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append((x, y))
            case "Q":
                x, y = stack.pop()
            case "cm":
                x, y = x + float(operands[4]), y + float(operands[5])
            case "BT":
                dx = dy = 0.0
            case "Td":
                dx, dy = dx + float(operands[0]), dy + float(operands[1])
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "TJ":
                text = "".join(
                    fonts[font][code]
                    for part in operands[0]
                    if isinstance(part, pikepdf.String)
                    for code in codes(bytes(part))
                )
                if text:
                    yield Shown(round(x + dx, 2), round(y + dy, 2), names[font], size, text)
            case "Tj" | "'" | '"' | "Do" as other if other != "Do":
                raise AssertionError(f"unexpected operator {other}")


def codes(string: bytes) -> list[int]:
    """The two-byte codes of a string that is shown."""
    assert len(string) % 2 == 0
    return [int.from_bytes(string[i : i + 2], "big") for i in range(0, len(string), 2)]


class _ToUnicode(dict[int, str]):
    """A font's table from codes to text: single entries, and ranges."""

    def __init__(self, ranges: list[tuple[int, int, int]], single: dict[int, str]) -> None:
        super().__init__(single)
        self.ranges = ranges

    def __missing__(self, code: int) -> str:
        for first, last, target in self.ranges:
            if first <= code <= last:
                return chr(target + code - first)
        raise KeyError(code)


def _unicode(font: Any) -> dict[int, str]:
    """A font's ToUnicode table."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    single: dict[int, str] = {}
    ranges: list[tuple[int, int, int]] = []
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            single[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, target in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            ranges.append((int(first, 16), int(last, 16), int(target, 16)))
    return _ToUnicode(ranges, single)


class Glyphs(NamedTuple):
    """The codes of one font of a PDF: shown on its pages, in its embedded program, in its widths."""

    shown: frozenset[int]
    embedded: frozenset[int]
    text: str  # the characters of the embedded codes


def pdf_fonts(data: bytes) -> dict[str, Glyphs]:
    """Every font of a file, whether pages show it or not, by its name."""
    from fontTools.cffLib import CFFFontSet

    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown: dict[str, set[int]] = {}
        for page in pdf.pages:
            names = {name: str(font.BaseFont) for name, font in page.resources.get("/Font", {}).items()}
            now = ""
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    now = names[str(operands[0])]
                elif str(operator) == "TJ":
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            shown.setdefault(now, set()).update(codes(bytes(part)))
        found = {}
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Subtype") != "/Type0":
                continue
            program = CFFFontSet()
            program.decompile(
                io.BytesIO(thing.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()), None
            )
            charset = program[0].charset
            assert charset[0] == ".notdef"
            embedded = frozenset(int(name.removeprefix("cid")) for name in charset[1:])
            table = _unicode(thing)
            name = str(thing.BaseFont)
            assert name not in found
            text = "".join(table[code] for code in sorted(embedded))
            found[name] = Glyphs(frozenset(shown.pop(name, ())), embedded, text)
        assert not shown
        return found


def pdf_problems(data: bytes) -> list[str]:
    """What qpdf finds wrong."""
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        return [*pdf.check_pdf_syntax(), *pdf.get_warnings()]


def pdf_by_pdfium(data: bytes) -> list[str]:
    """The text of each page as a viewer's copy and paste gives it."""
    document = pypdfium2.PdfDocument(data)
    try:
        # U+FFFE stands for a hyphen at a line's end in pdfium's text.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def pdf_by_pdfminer(data: bytes) -> list[str]:
    """The characters of each page in the order of its operators, by a reader written in Python."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTChar
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    pages = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        pages.append("".join(t.get_text() for t in device.get_result() if isinstance(t, LTChar)))
    return pages


# Every byte -------------------------------------------------------------------------------------


class Piece(NamedTuple):
    """Bytes of a file. In packed ones, as in fonts and pictures, a few bytes may stand by chance."""

    data: bytes
    packed: bool = False


def everything(data: bytes) -> Iterator[Piece]:
    """A file as it is, and all that is packed in it: parts, streams, strings, and what fonts can show."""
    yield Piece(data, packed=True)
    found = _in_archive(data) if data.startswith(b"PK") else _in_pdf(data)
    for piece in found:
        yield piece if isinstance(piece, Piece) else Piece(piece)


def _in_archive(data: bytes) -> Iterator[bytes | Piece]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment
        for info in archive.infolist():
            part = archive.read(info)
            readable = info.filename.endswith((".xml", ".rels"))
            yield from (info.filename.encode(), info.comment, info.extra, Piece(part, packed=not readable))
            if readable:
                root = etree.fromstring(part)
                yield "".join(root.itertext()).encode()
                for element in root.iter():
                    yield from (value.encode() for value in element.attrib.values())


def _in_pdf(data: bytes) -> Iterator[bytes | Piece]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield Piece(thing.read_raw_bytes(), packed=True)
                if thing.get("/Subtype") != "/Image":
                    yield Piece(thing.read_bytes(), packed=True)
            yield from _strings(thing)
        yield from _strings(pdf.trailer)
    yield from (glyphs.text.encode() for glyphs in pdf_fonts(data).values())
    for page in (*pdf_pages(data), *pdf_by_pdfium(data)):
        yield page.encode()
        yield squeezed(page).encode()


def _strings(thing: Any) -> Iterator[bytes]:
    """All names and strings of an object, without following references."""
    if isinstance(thing, pikepdf.String):
        yield bytes(thing)
        yield str(thing).encode("utf-8", "surrogatepass")
    elif isinstance(thing, pikepdf.Name):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
        for name, value in thing.items():
            yield name.encode()
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


def forms_of(word: str) -> set[bytes]:
    """The ways in which a word may stand in a file."""
    plain = {word.encode(codec) for codec in ("utf-8", "utf-16-be", "utf-16-le", "gb18030")}
    hexed = {form for data in plain for form in (data.hex().encode(), data.hex().upper().encode())}
    escaped = {
        "".join(f"{mark}{ord(c):{base}};" for c in word).encode()
        for mark, base in (("&#", "d"), ("&#x", "x"))
    }
    points = {"".join(f"\\u{ord(c):04x}" for c in word).encode()}
    return plain | hexed | escaped | points


_TELLING = 6  # bytes that do not stand in a megabyte by chance
_READABLE = 3  # bytes of a Han character


def found_in(words: set[str], files: dict[str, bytes]) -> dict[str, set[str]]:
    """The words that are somewhere in `files`, each with the names of the files."""
    found: dict[str, set[str]] = {}
    forms = {word: forms_of(word) for word in words}
    for path, data in files.items():
        pieces = [Piece(path.encode()), *everything(data)]
        packed = [piece.data for piece in pieces if piece.packed]
        readable = [piece.data for piece in pieces if not piece.packed]
        for word, written in forms.items():
            if any(
                (len(form) >= _READABLE and any(form in data for data in readable))
                or (len(form) >= _TELLING and any(form in data for data in packed))
                for form in written
            ):
                found.setdefault(word, set()).add(path)
    return found


def style_ids(look: Look) -> dict[str, str]:
    """The role of each paragraph style by its id in a DOCX."""
    from generator.render.docx.names import style_id

    return {style_id(role): role for role in look.texts}
