"""PDF syntax: what is written is what qpdf reads back."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.pdf.file import File, StreamedFile, literal, real


def document(*bodies: bytes, title: str = "") -> bytes:
    """A PDF of one empty page and further objects."""
    file = File()
    pages = file.reserve()
    page = file.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 10 10]/Resources<<>>>>" % pages)
    file.put(pages, b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page)
    extra = [file.stream(body) for body in bodies]
    references = b" ".join(b"%d 0 R" % number for number in extra)
    root = file.add(b"<</Type/Catalog/Pages %d 0 R/Extra[%b]>>" % (pages, references))
    return file.finish(root, file.add(b"<</Title%b>>" % literal(title)))


def opened(data: bytes) -> pikepdf.Pdf:
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.check_pdf_syntax() == []
    return pdf


@given(st.lists(st.binary(), max_size=3))
def test_streams_come_back(bodies: list[bytes]) -> None:
    with opened(document(*bodies)) as pdf:
        assert [stream.read_bytes() for stream in pdf.Root.Extra] == bodies


@given(st.text())
def test_text_comes_back(title: str) -> None:
    with opened(document(title=title)) as pdf:
        assert str(pdf.docinfo.Title) == title


@given(st.binary(max_size=40))
def test_bytes_come_back(data: bytes) -> None:
    assert bytes(pikepdf.Object.parse(literal(data))) == data


@given(st.floats(min_value=-20000, max_value=20000))
def test_numbers_are_near_and_short(value: float) -> None:
    text = real(value)
    assert abs(float(text) - value) <= 0.0005000001
    assert b"e" not in text
    assert text == b"0" or not text.strip(b"-").startswith(b"0")


def test_shortest_numbers() -> None:
    assert [real(v) for v in (0, -0.0001, 0.5, -0.5, 12, 100.0, 3.14159)] == [
        b"0", b"0", b".5", b"-.5", b"12", b"100", b"3.142",
    ]  # fmt: skip


def test_equal_files_have_equal_ids_and_others_not() -> None:
    one, same, other = document(b"a"), document(b"a"), document(b"b")
    assert one == same
    with opened(one) as first, opened(other) as second:
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


def test_an_object_without_body_is_a_bug() -> None:
    file = File()
    file.reserve()
    with pytest.raises(ValueError, match="object 1"):
        file.finish(1, 1)


def test_a_file_written_while_it_is_made_is_the_same() -> None:
    pieces: list[bytes] = []
    streamed, whole = StreamedFile(pieces.append), File()
    for file in (whole, streamed):
        file.add(b"<</Type/Catalog>>")
        file.stream(b"q Q")
        file.put(file.reserve(), b"<<>>")
    data = whole.finish(1, 3)
    streamed.finish(1, 3)
    assert b"".join(pieces) == data
    streamed.reserve()
    with pytest.raises(ValueError, match="object 4"):
        streamed.finish(1, 3)
