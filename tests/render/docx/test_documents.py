"""Whole documents: valid, openable, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from openxml_audit import OpenXmlValidator

from generator.model.content import PageCount, PageNumber, Str
from generator.model.document import Choices, Fragment, Grid, Part
from generator.render.docx import Renderer
from generator.render.docx.package import Unpacked, archive
from tests.render.docx.opened import NS, Opened, W, attributes, document, opened, pages, style_of, text
from tests.render.sample_document import (
    MM,
    cells,
    classic_look,
    fragment,
    key_questions,
    numbered,
    para,
    s,
    sample_english,
    sample_key,
    sample_paper,
)

if TYPE_CHECKING:
    from generator.model.document import Document

ROOT = Path(__file__).parents[3]
SAMPLES = {"paper": sample_paper, "key": sample_key, "english": sample_english}


@pytest.fixture(params=sorted(SAMPLES), scope="module")
def sample(request: pytest.FixtureRequest) -> Document:
    return SAMPLES[request.param]()


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator(strict=True)


def test_a_strict_validator_finds_nothing(
    sample: Document, validator: OpenXmlValidator, tmp_path: Path
) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(Renderer(sample.look).render(sample, pages(3)))
    result = validator.validate(path)
    assert [str(error) for error in result.errors] == []


def test_a_validator_would_have_found_something(validator: OpenXmlValidator, tmp_path: Path) -> None:
    whole = Renderer(classic_look()).parts(sample_key(), pages(1))
    broken = [
        Unpacked(part.name, part.data.replace(b"<w:pPr>", b"<w:pPr><w:jc/>")).entry()
        if isinstance(part, Unpacked)
        else part
        for part in whole
    ]
    path = tmp_path / "broken.docx"
    path.write_bytes(archive(broken))
    assert validator.validate(path).errors


def test_python_docx_reads_what_stands_in_it() -> None:
    sample = sample_paper()
    word = docx.Document(io.BytesIO(Renderer(sample.look).render(sample, pages(3))))
    lines = [paragraph.text for paragraph in word.paragraphs]
    assert lines[0] == "2026年客服主管招聘笔试试卷（A卷）"
    assert word.paragraphs[0].style.name == "试卷标题"
    assert any(line.startswith("1.\t顾客周六晚上来电") and line.endswith("（8分）") for line in lines)
    assert "A.\t一次\tB.\t两次\tC.\t三次\tD.\t四次" in lines
    assert [cell.text for cell in word.tables[1].rows[0].cells] == ["题号", "一", "二", "三", "总分"]
    assert len(word.inline_shapes) == 1
    properties = word.core_properties
    assert (properties.title, properties.author, properties.language) == (sample.title, "", "zh-CN")
    assert properties.last_modified_by == properties.comments == ""


def test_the_package_is_as_word_writes_it() -> None:
    package = Opened(Renderer(classic_look()).render(sample_paper(), pages(7)))
    assert package.names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert package.names[-2:] == ["docProps/core.xml", "docProps/app.xml"]
    assert b"<Pages>7</Pages>" in package.parts["docProps/app.xml"]
    everything = b"".join(package.parts.values())
    for stale in (
        b"rsid",
        b"2013",
        b"python-docx",
        b"thumbnail",
        b"asciiTheme",
        b"themeColor",
        b"stylesWithEffects",
    ):
        assert stale not in everything
    # Every relationship leads to a part, and every part is reached.
    for owner, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        targets = [folder + relationship.get("Target") for relationship in package.xml(owner)]
        assert len(targets) == len(set(targets))
        assert set(targets) <= set(package.names)


def test_settings_are_those_of_a_modern_word() -> None:
    chinese = opened(look=classic_look()).xml("word/settings.xml")
    english = opened(look=classic_look("en")).xml("word/settings.xml")
    assert chinese.find("w:autoHyphenation", NS) is None
    assert english.find("w:autoHyphenation", NS) is not None
    for settings in (chinese, english):
        assert settings.find("w:characterSpacingControl", NS).get(f"{W}val") == "compressPunctuation"
        modes = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings.findall(".//w:compatSetting", NS)}
        assert modes["compatibilityMode"] == "15"


def test_the_page_is_the_look_s() -> None:
    page = classic_look().page._replace(columns=2, gutter=20 * MM, width=420 * MM)
    section = opened(para("question", "题"), look=classic_look()._replace(page=page)).body.find(
        "w:sectPr", NS
    )
    assert attributes(section.find("w:pgSz", NS)) == {"w": "23811", "h": "16838", "orient": "landscape"}
    margins = attributes(section.find("w:pgMar", NS))
    assert (margins["left"], margins["top"], margins["bottom"]) == ("1361", "1247", "1191")
    assert attributes(section.find("w:cols", NS)) == {"num": "2", "space": "1134"}


def test_a_footer_counts_pages_and_shows_the_cached_number() -> None:
    footer = (Str("第"), PageNumber(), Str("页　共"), PageCount(), Str("页"))
    footed = document(para("question", "题"), footer=footer)
    package = Opened(Renderer(classic_look()).render(footed, pages(12)))
    paragraph = package.xml("word/footer.xml")[0]
    assert style_of(paragraph) == "Footer"
    assert text(paragraph) == "第1页　共12页"
    codes = [code.text.strip() for code in paragraph.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    kinds = [char.get(f"{W}fldCharType") for char in paragraph.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2
    assert "word/header.xml" not in package.names
    assert "word/footer.xml" not in opened(para("question", "题")).names


def test_same_input_same_bytes_whatever_was_rendered_before() -> None:
    sample = sample_key()
    fresh = Renderer(sample.look).render(sample, pages(3))
    used = Renderer(sample.look)
    first, second = key_questions()
    used.render(document(numbered(9, second), Part(first), look=sample.look), pages(1))
    assert used.render(sample, pages(3)) == fresh
    assert used.render(sample, pages(4)) != fresh


def test_options_in_other_orders_and_languages_are_what_they_would_be_alone() -> None:
    used, texts = Renderer(classic_look()), ("退款", "“换货”…", "道歉并且" * 9)
    for order, language, keep, mark in product(permutations(texts), ("", "en"), (True, False), ("A.", "")):
        options = tuple((f"{letter}.", s(text)) for letter, text in zip("ABC", order, strict=True))
        pieces = para("question", order[0], language=language), Choices(options, language=language, mark=mark)
        grid = Grid(tuple((cells("box", text)[0]._replace(language=language),) for text in order), (1.0,))
        body = Part(Fragment("", (*pieces, para("question", order[1]), grid)), keep_with_next=keep)
        whole = document(body)
        assert used.render(whole, pages(1)) == Renderer(classic_look()).render(whole, pages(1))


def test_hash_seed_directory_and_imports(tmp_path: Path) -> None:
    """The bytes depend on neither; and rendering text needs none of the heavy libraries."""
    program = (
        "import hashlib, sys; from generator.render.docx import Renderer; heavy = "
        "{'docx', 'lxml', 'zipfile', 'PIL', 'reportlab'} & set(sys.modules); assert not heavy, heavy; "
        "from tests.render.sample_document import sample_paper as sample; "
        "from generator.model.document import Pagination; d = sample(); "
        "print(hashlib.sha256(Renderer(d.look).render(d, Pagination(3, ()))).hexdigest())"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    run = subprocess.run(
        [sys.executable, "-c", program], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    sample = sample_paper()
    assert run.stdout.strip() == hashlib.sha256(Renderer(sample.look).render(sample, pages(3))).hexdigest()


def test_a_fragment_without_digest_is_never_taken_for_another() -> None:
    renderer = Renderer(classic_look())
    for name in ("王芳", "李雷"):
        box = fragment(Grid((cells("box", "姓名", name),), (0, 1), role="box"))._replace(digest="")
        package = Opened(renderer.render(document(Part(box)), pages(1)))
        assert name in package.parts["word/document.xml"].decode()


def test_two_tables_never_touch_and_the_text_ends_with_a_paragraph() -> None:
    grid = Grid((cells("table_cell", "甲", "乙"),), (1, 1))
    bare = Grid((cells("table_cell", "甲", "乙"),), (1, 1), role="none")
    body = opened(fragment(grid, bare), grid, bare).body
    tags = [child.tag for child in body]
    assert tags.count(f"{W}tbl") == 4
    assert (f"{W}tbl", f"{W}tbl") not in list(pairwise(tags))
    assert tags[-2:] == [f"{W}p", f"{W}sectPr"]
