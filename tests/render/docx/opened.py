"""A rendered document, opened again: by python-docx, and as plain XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from generator.model.document import Document, Fragment, Look, Pagination, Part, Piece
from generator.render.docx import Renderer
from tests.render.sample_document import classic_look, fragment

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def document(*pieces: Piece | Part | Fragment, look: Look | None = None, **more: Any) -> Document:
    """Each bare piece becomes a part of its own; a fragment a part without a label."""
    parts = []
    for piece in pieces:
        if isinstance(piece, Part):
            parts.append(piece)
        else:
            parts.append(Part(piece if isinstance(piece, Fragment) else fragment(piece)))
    return Document(look or classic_look(), "标题", tuple(parts), **more)


def pages(count: int, loose: frozenset[int] = frozenset()) -> Pagination:
    """Of a document without contents."""
    return Pagination(count, (), loose)


class Opened:
    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    @property
    def body(self) -> Any:
        return self.xml("word/document.xml")[0]

    def paragraphs(self) -> list[Any]:
        """The body's own paragraphs, without those of tables."""
        return list(self.body.findall("w:p", NS))

    def style(self, identity: str) -> Any:
        found = self.xml("word/styles.xml").xpath(f"w:style[@w:styleId='{identity}']", namespaces=NS)
        assert len(found) == 1, identity
        return found[0]


def opened(*pieces: Piece | Part | Fragment, look: Look | None = None, **more: Any) -> Opened:
    doc = document(*pieces, look=look, **more)
    return Opened(Renderer(doc.look).render(doc, pages(1)))


def text(paragraph: Any) -> str:
    """What a reader sees: tabs and breaks told apart."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        element.text or "" if element.tag == f"{W}t" else marks.get(element.tag, "")
        for element in paragraph.iter()
        if element.getparent().tag == f"{W}r"
    )


def style_of(paragraph: Any) -> str:
    return str(paragraph.find("w:pPr/w:pStyle", NS).get(f"{W}val"))


def keeps(paragraph: Any) -> bool:
    return paragraph.find("w:pPr/w:keepNext", NS) is not None


def attributes(element: Any) -> dict[str, str]:
    """Attributes without their namespace; {} for no element."""
    return {} if element is None else {etree.QName(k).localname: v for k, v in element.attrib.items()}
