"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Location, Report
    from generator.office.package import Package

_BEGINNINGS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"SQLite format 3", "SQLite"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # of an OLE file, named in UTF-16
    ("EncryptedPackage", "encrypted"),
    ("Workbook", "Excel 97-2003 (.xls)"),
    ("Book", "Excel 5.0/95 (.xls)"),
    ("WordDocument", "Word 97-2003 (.doc)"),
    ("PowerPoint Document", "PowerPoint 97-2003 (.ppt)"),
)
WORD, EXCEL = "Word (.docx)", "Excel (.xlsx)"
_PARTS = (  # of a ZIP file
    ("xl/workbook.xml", EXCEL),
    ("xl/workbook.bin", "Excel (.xlsb)"),
    ("word/document.xml", WORD),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"),
    ("Index/Document.iwa", "Numbers/Pages"),
    ("Index.zip", "Numbers/Pages"),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.spreadsheet": "OpenDocument (.ods)",
    b"application/vnd.oasis.opendocument.text": "OpenDocument (.odt)",
}


_SHEETS = ("Excel", "Office", "OpenDocument (.ods)", "Numbers", "HTML", "XML")  # that are opened as one


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def kind_of(data: bytes) -> str:
    """What a file that is no ZIP is called: "encrypted" for a workbook with a password; empty for text."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(_OLE):
        return next(
            (kind for stream, kind in _STREAMS if _has_stream(data, stream)), "Office 97-2003 (.xls, .doc)"
        )
    text = data[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<style")):
        return "HTML"
    if text.startswith(b"<?xml"):
        return "HTML" if b"<html" in text else "XML"
    return ""


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether an OLE file has an entry of just this name: the word may stand in a document's text, too."""
    name = stream.encode("utf-16-le")
    return name + b"\0\0" in data or data.endswith(name)


def kind_of_file(data: bytes) -> str:
    """What a file is called, be it a ZIP file or none; empty for text, and for what cannot be opened."""
    if not is_zip(data):
        return kind_of(data)
    from generator.office.package import Package, PackageFault

    try:
        package = Package(data)
        kind = kind_of_package(package)
    except PackageFault:
        return ""
    return "" if kind == "ZIP" and "[Content_Types].xml" in package.names else kind


def kind_of_package(package: Package) -> str:
    """What a ZIP file is called. PackageFault: it is damaged."""
    mimetype = (package.part("mimetype") or b"").strip()
    if mimetype in _OPEN_DOCUMENT:
        return _OPEN_DOCUMENT[mimetype]
    return next((kind for part, kind in _PARTS if part in package.names), "ZIP")


def is_sheet(kind: str) -> bool:
    """Whether files of this kind are opened as a sheet."""
    return kind.startswith(_SHEETS)


def tell_kind(kind: str, whole: Location, report: Report) -> None:
    hint = "save-list-as-xlsx" if is_sheet(kind) else "list-into-sheet"
    report.error("list-format", whole, hint, kind=kind)
