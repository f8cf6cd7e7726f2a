"""A finished DOCX, read. The styles of its paragraphs tell what each is, whatever an organisation calls them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.archive import parts_of, xml
from generator.verify.counting import Counter, W
from generator.verify.marks import level, worths
from generator.verify.reading import Fault, Part, Reading, Unreadable, once, squeezed
from generator.verify.repeated import heads_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

# Style ids, which stay what they are whatever the styles are named.
QUESTIONS = frozenset(("Question", "QuestionHeading"))
SECTIONS = frozenset(("Section",))
ANSWERS_APART = frozenset(("KeyHeading", "KeySection"))  # headings over answers that stand apart
LABELS = frozenset(("QuestionLabel",))  # before a question
POINTS = frozenset(("Point", "Subpoint"))
LEVELS = frozenset(("Levels", "Level"))
SOLUTIONS = POINTS | LEVELS | frozenset(
    ("Answer", "AnswerFirst", "AnswerMore", "AnswerLabel", "AnswerLabelFirst", "Analysis", "AnalysisMore",
     "Competencies", "Highlights", "LevelsLabel", "FollowUp")
)  # fmt: skip
NO_ANSWER = frozenset(("Competencies",))  # may stand on a paper, too

_DOCUMENT, _NUMBERING, _PROPERTIES, _TITLE = (
    "word/document.xml",
    "word/numbering.xml",
    "docProps/app.xml",
    "docProps/core.xml",
)
_NEEDED = (_DOCUMENT, _PROPERTIES, _TITLE, "word/styles.xml", "[Content_Types].xml")
_KNOWN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|word/media/[\w.-]+\.(png|jpe?g)"
    r"|word/(document|settings|styles|fontTable|numbering|header|footer|theme/theme1|_rels/document\.xml)\.(xml|rels)"
)
_ELEMENTS = frozenset(
    ("a", "abstractNum", "abstractNumId", "adjustRightInd", "avLst", "b", "bCs", "blip", "blipFill", "body",
     "bookmarkEnd", "bookmarkStart", "br", "cNvGraphicFramePr", "cNvPicPr", "cNvPr", "cantSplit", "cols", "docPr",
     "document", "drawing", "em", "ext", "extent", "fillRect", "fldChar", "footerReference", "ftr", "graphic",
     "graphicData", "graphicFrameLocks", "gridCol", "gridSpan", "hdr", "headerReference", "hyperlink", "i", "iCs",
     "ilvl", "ind", "inline", "instrText", "jc", "keepLines", "keepNext", "lang", "numId", "numPr", "nvPicPr", "off",
     "p", "pPr", "pStyle", "pageBreakBefore", "pgMar", "pgSz", "pic", "prstGeom", "r", "rFonts", "rPr", "rStyle",
     "sectPr", "shd", "snapToGrid", "spPr", "spacing", "stretch", "sz", "szCs", "t", "tab", "tabs", "tbl",
     "tblBorders", "tblCellMar", "tblGrid", "tblHeader", "tblInd", "tblLayout", "tblLook", "tblPr", "tblStyle",
     "tblW", "tc", "tcBorders", "tcPr", "tcW", "tr", "trHeight", "trPr", "u", "vAlign", "vertAlign", "wordWrap",
     "xfrm")
)  # fmt: skip
_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF _Toc\d{8} \\h|TOC [\\\"\w\s-]*)\s*")
_FEW = 5  # characters that tell nothing
_SMALLEST = 8  # half points: nobody reads a smaller text


class _Said(NamedTuple):
    style: str
    text: str


def read_docx(data: bytes) -> Reading:
    """Unreadable: it is no DOCX that can be read."""
    parts, beside = parts_of(data)
    for name in _NEEDED:
        if name not in parts:
            raise Unreadable("verify-no-part", name=name)
    faults = [
        Fault("verify-foreign-part", {"name": name}) for name in sorted(parts) if not _KNOWN.fullmatch(name)
    ]
    roots = {name: xml(part, name) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    document = roots[_DOCUMENT]
    shown = [name for name in ("word/document.xml", "word/header.xml", "word/footer.xml") if name in roots]
    for name in shown:
        faults += _strange(roots[name])
    counter = Counter(roots.get(_NUMBERING))
    counted = _paragraphs(document, counter)
    edges = [p.text for name in shown[1:] for p in _paragraphs(roots[name], Counter(None))]
    count = roots[_PROPERTIES].findtext("{*}Pages") or ""
    pages = int(count) if count.isdecimal() and len(count) < 6 else 0
    for name in shown[1:]:
        cached = _cached(roots[name], "NUMPAGES")
        if any(value != str(pages) for value in cached):
            faults.append(Fault("verify-field-pages", {"found": cached[0], "pages": pages}))
    front, body = _split(counted)
    return Reading(
        pages=pages,
        title=roots[_TITLE].findtext("{http://purl.org/dc/elements/1.1/}title") or "",
        front=front,
        parts=tuple(body),
        edges="\n".join(edges),
        page_marks=(),
        others=(
            beside,
            *_others(roots, shown),
            *(_decoded(parts[n]) for n in sorted(parts) if n not in roots),
        ),
        pictures=frozenset(
            hashlib.sha256(parts[n]).hexdigest() for n in parts if n.startswith("word/media/")
        ),
        heads=heads_of(document),
        faults=once(faults),
    )


def _paragraphs(root: Element, counter: Counter) -> list[_Said]:
    """Every paragraph in order behind its automatic number, those of tables where the tables stand."""
    said = []
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        text = [counter.number(properties)]
        for element in paragraph.iter():
            tag = element.tag
            if tag == f"{W}t":
                text.append(element.text or "")
            elif tag in (f"{W}tab", f"{W}br"):
                text.append(" ")
        said.append(_Said("" if style is None else style.get(f"{W}val", ""), "".join(text)))
    return said


def _split(paragraphs: list[_Said]) -> tuple[str, list[Part]]:
    """The front, and the parts behind it."""
    front: list[str] = []
    parts: list[_Growing] = []
    for style, text in paragraphs:
        kind = (
            "question"
            if style in QUESTIONS
            else "section"
            if style in SECTIONS
            else "other"
            if style in ANSWERS_APART
            else ""
        )
        if kind:
            parts.append(_Growing(kind))
        if parts:
            parts[-1].add(style, text)
        else:
            front.append(text)
    return "\n".join(front), [part.done() for part in parts]


class _Growing:
    """A part while its paragraphs come in."""

    __slots__ = ("_asked", "_in_solution", "_kind", "_levels", "_points", "_solution", "_texts")

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._texts: list[str] = []
        self._asked: list[str] = []
        self._solution: list[str] = []
        self._points: list[tuple[bool, str]] = []
        self._levels: list[tuple[float, float]] = []
        self._in_solution = kind == "other"

    def add(self, style: str, text: str) -> None:
        self._texts.append(text)
        self._in_solution = self._in_solution or style in SOLUTIONS
        if not self._in_solution or style in LABELS:
            self._asked.append(text)
        elif style not in NO_ANSWER | ANSWERS_APART:
            self._solution.append(squeezed(text))
            if style in POINTS:
                self._points.append((style != "Point", squeezed(text)))
            elif style in LEVELS and (found := level(squeezed(text))):
                self._levels.append(found)

    def done(self) -> Part:
        return Part(
            squeezed("\n".join(self._texts)),
            squeezed(self._texts[0]),
            self._kind,
            squeezed("\n".join(self._asked)),
            tuple(self._solution),
            worths(self._points),
            tuple(self._levels),
        )


def _strange(root: Element) -> Iterator[Fault]:
    """What no file of ours has in its text: hidden or unreadably small runs, comments, fields that fetch things."""
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name not in _ELEMENTS:
            yield Fault("verify-foreign-element", {"name": name})
        elif name in ("sz", "szCs"):
            size = element.get(f"{W}val", "")
            if size.isdecimal() and int(size) < _SMALLEST:
                yield Fault("verify-hidden-text", {})
        elif name == "instrText" and not _FIELD.fullmatch(element.text or ""):
            yield Fault("verify-foreign-element", {"name": (element.text or "").strip()[:40]})


def _cached(root: Element, code: str) -> list[str]:
    """The values that fields of this code show."""
    found: list[str] = []
    now, state = "", ""
    for element in root.iter():
        if element.tag == f"{W}fldChar":
            state = element.get(f"{W}fldCharType", "")
            if state == "begin":
                now = ""
            elif state == "separate" and now.strip() == code:
                found.append("")
        elif element.tag == f"{W}instrText":
            now += element.text or ""
        elif element.tag == f"{W}t" and state == "separate" and now.strip() == code:
            found[-1] += element.text or ""
    return found


def _others(roots: Mapping[str, Element], shown: Sequence[str]) -> Iterator[str]:
    """Texts that are not those of the pages: of other parts, and attributes of all. Each once."""
    said: dict[str, None] = {}
    for name in sorted(roots):
        text = f"{W}t" if name in shown else ""
        for element in roots[name].iter():
            if element.text and element.tag != text:
                said[element.text] = None
            if element.tail:
                said[element.tail] = None
            for value in element.attrib.values():
                said[value] = None
    return (text for text in said if len(text) > _FEW)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "ignore")
