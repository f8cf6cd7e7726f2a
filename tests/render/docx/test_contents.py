"""Lists of contents: a TOC field with cached entries, each a link to a bookmark at its target."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from openxml_audit import OpenXmlValidator

from generator.model.content import Blank, Span
from generator.model.document import Contents, Document, Entry, Fragment, Grid, Pagination, Part
from generator.render.docx import Renderer
from tests.finished import docx_fields
from tests.render.docx.opened import NS, Opened, W, attributes, style_of, text
from tests.render.sample_document import cells, classic_look, fragment, numbered, para, s, span

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Look

STARTS = (1, 1, 2, 2, 5)


def look_of(**outlines: int | None) -> Look:
    look = classic_look(document="key")
    texts = {role: style._replace(outline=outlines.get(role)) for role, style in look.texts.items()}
    return look._replace(texts=texts, digest=repr(outlines))


LOOK = look_of(section=1, question=2)


def listing(*entries: Entry, page_numbers: bool = True) -> Part:
    return Part(Fragment("", (Contents(entries, page_numbers),)))


SECTION = Entry("contents_section", (), s("一、情景应变题"), 2)
FIRST = Entry("contents", s("1."), (*s("顾客首次投诉后，"), span("strong", "你会怎么做？")), 3)
SECOND = Entry("contents", s("2."), s("最多允许转接几次？"), 4)


def document(contents: Part, look: Look = LOOK) -> Document:
    body = (
        Part(fragment(para("contents_heading", "目录")), keep_with_next=True),
        contents,
        Part(fragment(para("section", "一、情景应变题")), keep_with_next=True),
        numbered(1, fragment(para("question", "顾客首次投诉后，", span("strong", "你会怎么做？")))),
        numbered(2, fragment(para("question", "最多允许转接几次？"))),
    )
    return Document(look, "标题", body)


def made(contents: Part, look: Look = LOOK) -> Opened:
    return Opened(Renderer(look).render(document(contents, look), Pagination(5, STARTS)))


def bookmarks(package: Opened) -> dict[str, Any]:
    """The paragraph at which each bookmark stands."""
    starts, ends = (list(package.body.iter(f"{W}bookmark{kind}")) for kind in ("Start", "End"))
    ids = [start.get(f"{W}id") for start in starts]
    assert len(set(ids)) == len(ids)
    assert [end.get(f"{W}id") for end in ends] == ids
    return {start.get(f"{W}name"): start.getparent() for start in starts}


def test_entries_say_what_the_headings_say_with_their_pages() -> None:
    package = made(listing(SECTION, FIRST, SECOND))
    entries = package.paragraphs()[1:4]
    assert [style_of(p) for p in entries] == ["ContentsSection", "Contents", "Contents"]
    said = [text(p) for p in entries]
    assert said == ["一、情景应变题\t2", "1.\t顾客首次投诉后，你会怎么做？\t2", "2.\t最多允许转接几次？\t5"]
    # As Word itself would collect them.
    assert [line.rpartition("\t")[0] for line in said] == [text(p) for p in package.paragraphs()[4:]]


def test_every_entry_leads_to_its_heading() -> None:
    package = made(listing(SECTION, FIRST, SECOND))
    places = bookmarks(package)
    links = list(package.body.iter(f"{W}hyperlink"))
    names = [link.get(f"{W}anchor") for link in links]
    assert all(name.startswith("_Toc") for name in names)
    assert [text(places[name]) for name in names] == [text(link).rpartition("\t")[0] for link in links]
    codes = [code for code, _ in docx_fields(package.data)]
    assert codes == [r'TOC \o "1-2" \h \z \u', *(rf"PAGEREF {name} \h" for name in names)]


def test_the_field_spans_all_entries() -> None:
    package = made(listing(SECTION, FIRST, SECOND))
    depth = 0
    inside = []
    for paragraph in package.paragraphs():
        before = depth
        for char in paragraph.iter(f"{W}fldChar"):
            depth += {"begin": 1, "separate": 0, "end": -1}[char.get(f"{W}fldCharType")]
        inside.append(bool(before or depth) or any(paragraph.iter(f"{W}fldChar")))
    assert depth == 0
    assert inside == [False, True, True, True, False, False, False]
    (only,) = (p for p in made(listing(FIRST)).paragraphs() if p.find("w:hyperlink", NS) is not None)
    kinds = [char.get(f"{W}fldCharType") for char in only.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "begin", "separate", "end", "end"]


def test_without_page_numbers() -> None:
    package = made(listing(FIRST, SECOND, page_numbers=False))
    assert [code for code, _ in docx_fields(package.data)] == [r'TOC \o "2-2" \h \z \u \n']
    said = [text(p) for p in package.paragraphs()[1:3]]
    assert said == ["1.\t顾客首次投诉后，你会怎么做？", "2.\t最多允许转接几次？"]


def test_styles_are_word_s_own_so_that_an_update_keeps_the_look() -> None:
    for outlines, names in (
        ({"section": 1, "question": 2}, ("toc 1", "toc 2")),
        ({"section": 2, "question": 3}, ("toc 2", "toc 3")),
        ({"question": 1}, ("目录大题", "toc 1")),
    ):
        package = made(listing(FIRST), look_of(**outlines))
        found = [package.style(role) for role in ("ContentsSection", "Contents")]
        assert tuple(style.find("w:name", NS).get(f"{W}val") for style in found) == names
        for style, name in zip(found, names, strict=True):
            assert (style.get(f"{W}customStyle") is None) == name.startswith("toc")
            assert style.find("w:pPr/w:outlineLvl", NS) is None


def test_the_style_has_dots_to_the_right_edge() -> None:
    package = made(listing(FIRST))
    tabs = [attributes(tab) for tab in package.style("Contents").iter(f"{W}tab")]
    page = LOOK.page
    edge = str(round((page.width - page.left - page.right) * 20))
    hang = str(round(LOOK.texts["contents"].hang * 20))
    assert tabs == [{"val": "left", "pos": hang}, {"val": "right", "leader": "dot", "pos": edge}]


def test_headings_have_their_outline_level() -> None:
    package = made(listing(FIRST))
    for role, level in (("Section", "0"), ("Question", "1")):
        assert package.style(role).find("w:pPr/w:outlineLvl", NS).get(f"{W}val") == level
    assert package.style("ContentsHeading").find("w:pPr/w:outlineLvl", NS) is None


def test_a_label_wider_than_its_room_has_no_tab() -> None:
    package = made(listing(FIRST._replace(label=s("情景应变题第1题："))))
    assert text(package.paragraphs()[1]).startswith("情景应变题第1题：顾客")
    package = made(listing(FIRST._replace(label=s("第12题"))))
    assert text(package.paragraphs()[1]).startswith("第12题 顾客")


def test_what_character_styles_say_stands_in_the_runs_of_links() -> None:
    """LibreOffice puts its own character style for them: blanks would lose their line."""
    inlines = (*s("转接"), Blank(2.0), Span("strong", (*s("两次"), span("code", "n"))))
    package = made(listing(FIRST._replace(inlines=inlines)))
    (link,) = package.body.iter(f"{W}hyperlink")
    runs = [run for run in link.findall("w:r", NS) if run.find("w:rPr", NS) is not None]
    said = {run.find("w:rPr/w:rStyle", NS).get(f"{W}val"): run.find("w:rPr", NS) for run in runs}
    assert said["BlankChar"].find("w:u", NS).get(f"{W}val") == "single"
    assert said["StrongChar"].find("w:b", NS) is not None
    code = LOOK.fonts[LOOK.spans["code"].font or ""]
    assert attributes(said["CodeChar"].find("w:rFonts", NS))["ascii"] == code.docx_latin
    for style in ("StrongChar", "CodeChar", "BlankChar"):
        assert package.style(style) is not None


@pytest.mark.parametrize("target", [3, 4])
def test_two_entries_of_one_target_share_its_bookmark(target: int) -> None:
    places = bookmarks(made(listing(FIRST._replace(target=target), SECOND)))
    assert len(places) == len({target, 4})


def test_a_target_without_paragraphs_is_marked_before_it() -> None:
    whole = document(listing(FIRST))
    table = Part(fragment(Grid((cells("table_cell", "甲"),), (1,), role="none")))
    whole = whole._replace(body=(*whole.body[:3], table, *whole.body[4:]))
    package = Opened(Renderer(LOOK).render(whole, Pagination(5, STARTS)))
    start = next(package.body.iter(f"{W}bookmarkStart"))
    assert start.getnext().getnext().tag == f"{W}tbl"


def test_contents_are_one_document_s_own() -> None:
    """Neither entries nor bookmarks of one document are another's."""
    renderer = Renderer(LOOK)
    for first, second in ((FIRST, SECOND), (SECOND, FIRST)):
        for entry in (first, second):
            whole = document(listing(entry))
            data = renderer.render(whole, Pagination(5, STARTS))
            assert data == Renderer(LOOK).render(whole, Pagination(5, STARTS))
            assert len(bookmarks(Opened(data))) == 1
    bare = document(listing(FIRST))
    bare = bare._replace(body=bare.body[2:])
    assert not bookmarks(Opened(renderer.render(bare, Pagination(1, (1, 1, 1)))))


def test_word_is_not_asked_to_update_and_readers_read_it(tmp_path: Path) -> None:
    package = made(listing(SECTION, FIRST, SECOND))
    assert package.xml("word/settings.xml").find("w:updateFields", NS) is None
    assert package.body.find(".//w:sdt", NS) is None
    word = docx.Document(io.BytesIO(package.data))
    assert word.paragraphs[1].style.name == "toc 1"
    assert [link.text for link in word.paragraphs[2].hyperlinks] == ["1.\t顾客首次投诉后，你会怎么做？\t2"]
    path = tmp_path / "contents.docx"
    path.write_bytes(package.data)
    assert [str(error) for error in OpenXmlValidator(strict=True).validate(path).errors] == []
