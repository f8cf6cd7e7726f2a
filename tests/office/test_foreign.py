"""What a file is called, by its bytes alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.office.foreign import kind_of_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _zip(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le").ljust(64, b"\0")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("一、情景题".encode(), ""),
        (b"%PDF-1.7", "PDF"),
        (OLE + _entry("Workbook"), "Excel 97-2003 (.xls)"),
        (OLE + _entry("Book"), "Excel 5.0/95 (.xls)"),
        (
            OLE + "Book Title, Workbook of the year".encode("utf-16-le") + _entry("WordDocument"),
            "Word 97-2003 (.doc)",
        ),
        (_zip(**{"word/document.xml": b""}), "Word (.docx)"),
        (_zip(**{"xl/workbook.xml": b"", "[Content_Types].xml": b""}), "Excel (.xlsx)"),
        (_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument (.odt)"),
        (_zip(**{"notes.txt": b""}), "ZIP"),
        (_zip(**{"[Content_Types].xml": b""}), ""),  # damaged, and its reader says so
        (b"PK\x03\x04cut off", ""),
    ],
)
def test_a_file_is_called_what_it_is(data: bytes, kind: str) -> None:
    assert kind_of_file(data) == kind
