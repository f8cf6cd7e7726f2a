"""Exactness: a DOCX and a PDF say what their Document says, in its order, and nothing is amiss in the files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from openxml_audit import OpenXmlValidator

from tests.building import ROOT, SAMPLES, built, documents, sample, the
from tests.finished import (
    docx_edge,
    docx_fields,
    docx_page_count,
    docx_paragraphs,
    docx_text,
    pdf_by_pdfium,
    pdf_by_pdfminer,
    pdf_fonts,
    pdf_pages,
    pdf_problems,
    squeezed,
    style_ids,
)
from tests.said import plain, said, without_edges

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document

FEATURES = ROOT / "tests" / "golden" / "features" / "layout.yaml"
SHAPES = ROOT / "tests" / "golden" / "shapes"
LAYOUTS = {
    "features": FEATURES,
    **{name: sample(name) for name in SAMPLES},
    **{name: SHAPES / f"{name}-zh.yaml" for name in ("collected", "handbook", "manual")},
}
NOTDEF = 0


class Twins(NamedTuple):
    """One Document and both files of it."""

    document: Document
    docx: bytes
    pdf: bytes


@pytest.fixture(scope="module")
def all_twins() -> dict[str, Twins]:
    found = {}
    for name, layout in LAYOUTS.items():
        files = built(layout)
        (pair,) = documents(layout)
        for role, document in (("papers", pair.paper), ("keys", pair.key)):
            found[f"{name} {role}"] = Twins(document, the(files, role, "docx"), the(files, role, "pdf"))
    return found


@pytest.fixture(params=[f"{name} {role}" for name in LAYOUTS for role in ("papers", "keys")])
def twins(request: pytest.FixtureRequest, all_twins: dict[str, Twins]) -> Twins:
    return all_twins[request.param]


def test_both_say_what_the_document_says(twins: Twins) -> None:
    wanted = squeezed(said(twins.document))
    assert squeezed(docx_text(twins.docx)) == wanted
    assert without_edges(twins.document, pdf_pages(twins.pdf)) == wanted


def test_words_stay_apart(twins: Twins) -> None:
    """White space as such: words of Latin letters have spaces between them, or a line's end."""
    several = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)+")
    docx = [paragraph.text for paragraph in docx_paragraphs(twins.docx)]
    pdf = " ".join(" ".join(pdf_by_pdfium(twins.pdf)).split())
    for line in said(twins.document).splitlines():
        for words in several.findall(line):
            assert any(words in text for text in docx)
            assert words in pdf


def test_readers_read_the_same(twins: Twins) -> None:
    pages = [squeezed(page) for page in pdf_pages(twins.pdf)]
    assert [squeezed(page) for page in pdf_by_pdfium(twins.pdf)] == pages
    assert [squeezed(page) for page in pdf_by_pdfminer(twins.pdf)] == pages


def test_a_font_holds_exactly_the_characters_shown(twins: Twins) -> None:
    fonts = pdf_fonts(twins.pdf)
    for name, glyphs in fonts.items():
        assert glyphs.embedded == glyphs.shown, name
        assert NOTDEF not in glyphs.shown
    every = "".join(glyphs.text for glyphs in fonts.values())
    assert set(squeezed(every)) == set(squeezed("".join(pdf_pages(twins.pdf))))


def test_validators_find_nothing(twins: Twins, tmp_path: Path) -> None:
    assert pdf_problems(twins.pdf) == []
    file = tmp_path / "twin.docx"
    file.write_bytes(twins.docx)
    assert [str(error) for error in OpenXmlValidator(strict=True).validate(file).errors] == []


def test_pages_are_numbered_and_counted_alike(twins: Twins) -> None:
    pages = [squeezed(page) for page in pdf_pages(twins.pdf)]
    count = len(pages)
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"第{number}页共{count}页")
    assert docx_page_count(twins.docx) == count
    edges = [field for field in docx_fields(twins.docx) if field[0].endswith(("PAGE", "PAGES"))]
    assert edges == [("PAGE", "1"), ("NUMPAGES", str(count))]
    for edge in ("header", "footer"):
        wanted = squeezed(plain(getattr(twins.document, edge), 1, count))
        assert squeezed(docx_edge(twins.docx, edge)) == wanted


def test_every_paragraph_of_the_docx_has_a_style_of_the_look(twins: Twins) -> None:
    known = style_ids(twins.document.look)
    for paragraph in docx_paragraphs(twins.docx):
        if paragraph.text.strip():
            assert any(paragraph.style.startswith(style) for style in known), paragraph
