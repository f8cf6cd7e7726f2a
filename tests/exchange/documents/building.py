"""DOCX files as small as they can be, from the XML that a test is about."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what begins with `<` is XML, anything else the text of a run."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, num: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def field(instruction: str, *shown: str) -> str:
    between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "".join(map(r, shown)) if shown else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{between}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def docx(body: str, *, parts: dict[str, str] | None = None, media: dict[str, bytes] | None = None) -> bytes:
    """A package. `parts` are by the kind of their relation: their root's inside, or the whole of it from `<w:` on."""
    relations = []
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relations([("rId1", "officeDocument", "word/document.xml", "")]))
        for count, (kind, inside) in enumerate((parts or {}).items()):
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {SPACES}>{inside}</w:{kind}>")
            relations.append(
                (f"part{count}", kind.replace("hdr", "header").replace("ftr", "footer"), f"{kind}.xml", "")
            )
        for name, data in (media or {}).items():
            archive.writestr(f"word/media/{name}", data)
            relations.append((name.partition(".")[0], "image", f"media/{name}", ""))
        relations.append(("away", "image", "https://example.org/a.png", ' TargetMode="External"'))
        archive.writestr("word/_rels/document.xml.rels", _relations(relations))
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
    return written.getvalue()


def _relations(relations: list[tuple[str, str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}{kind}" Target="{target}"{mode}/>'
        for name, kind, target, mode in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inside}</Relationships>'
