"""Packages of strangers: within bounds, or refused with a code."""

from __future__ import annotations

import io
import warnings
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from generator.office import package as room
from generator.office.package import Package, PackageFault, resolved
from generator.office.xml import parse


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for name, content in parts:
                archive.writestr(name, content)
    return written.getvalue()


def refused(data: bytes, name: str = "a.xml") -> str:
    with pytest.raises(PackageFault) as caught:
        Package(data).tree(name)
    return caught.value.code


def test_parts_trees_and_relations() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/image" Target="../media/1.png"/>'
        b'<Relationship Id="b" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    package = Package(
        packed([("word/d.xml", b"<a/>"), ("word/_rels/d.xml.rels", relations), ("media/1.png", b"1")])
    )
    assert package.part("media/1.png") == b"1"
    assert package.part("no") is None
    assert package.tree("no") is None
    found = package.relations("word/d.xml")
    assert (found["a"].kind, found["a"].target, found["a"].external) == ("image", "media/1.png", False)
    assert found["b"].external
    assert package.relations("media/1.png") == {}


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
        b"<a>",
        b"",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b"<a>&x;</a>",
    ],
)
def test_what_is_no_plain_xml_is_refused(content: bytes) -> None:
    assert parse(content) is None
    assert refused(packed([("a.xml", content)])) == "package-damaged"


def test_sizes_are_counted_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed([("a.xml", b"<a>" + b" " * 5000 + b"</a>")])
    for false in (b"\x10\x00\x00\x00", b"\xff\xff\xff\x00"):  # what the file says of itself need not be true
        at = data.rindex(b"PK\x01\x02") + 24
        said = data[:at] + false + data[at + 4 :]
        monkeypatch.setattr(room, "MAX_XML", 4000)
        with pytest.raises(PackageFault):
            Package(said).tree("a.xml")
    assert refused(data) == "package-too-big"
    monkeypatch.setattr(room, "MAX_MEDIA", 100)
    with pytest.raises(PackageFault):
        Package(data).part("a.xml")


def test_names_twice_passwords_and_no_zip() -> None:
    assert refused(packed([("a.xml", b"<a/>"), ("a.xml", b"<b/>")])) == "package-damaged"
    assert refused(packed([("a.xml", b"<a/>"), ("/a.xml", b"<b/>")])) == "package-damaged"
    assert refused(b"PK\x03\x04 nothing") == "package-damaged"
    data = bytearray(packed([("a.xml", b"<a/>")]))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "package-locked"


def test_a_part_twice_does_no_harm_to_the_others() -> None:
    package = Package(packed([("a.xml", b"<a/>"), ("b.png", b"1"), ("b.png", b"2")]))
    assert package.tree("a.xml") is not None
    with pytest.raises(PackageFault):
        package.part("b.png")


def test_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.office.xml.MAX_ELEMENTS", 10)
    assert parse(b"<a>" + b"<b/>" * 20 + b"</a>") is None


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("media/1.png", "word/media/1.png"),
        ("/media/1.png", "media/1.png"),
        ("../../../etc/passwd", "../../etc/passwd"),
    ],
)
def test_targets_are_names_in_the_package(target: str, name: str) -> None:
    assert resolved("word/document.xml", target) == name
