"""Styles and runs: one named style a role, and runs that say no more than their style leaves open."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.content import Blank, LineBreak, Span, Str
from generator.model.document import CharStyle, TextStyle
from tests.render.docx.opened import NS, Opened, W, attributes, opened, text
from tests.render.sample_document import NAMES_ZH, classic_look, para, s, span


def runs(package: Opened) -> list[tuple[str, Any]]:
    """Text and properties (None if it has none) of the first paragraph's runs."""
    return [
        (r.findtext("w:t", "", NS), r.find("w:rPr", NS)) for r in package.paragraphs()[0].findall("w:r", NS)
    ]


def value(properties: Any, name: str) -> str | None:
    found = None if properties is None else properties.find(f"w:{name}", NS)
    return None if found is None else found.get(f"{W}val", "on")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_role_has_a_style_with_the_name_the_look_gives(language: str) -> None:
    look = classic_look(language)
    styles = opened(look=look).xml("word/styles.xml").findall("w:style", NS)
    names = [style.find("w:name", NS).get(f"{W}val") for style in styles]
    ids = [style.get(f"{W}styleId") for style in styles]
    assert len(ids) == len(set(ids))
    assert len({name.lower() for name in names}) == len(names)
    assert all(identity.isascii() and identity.isalnum() for identity in ids)
    own = {"页眉": "header", "页脚": "footer", "副标题": "Subtitle", "列表": "List"}
    own |= {"Header": "header", "Footer": "footer", "目录大题": "toc 2", "Contents Section": "toc 2"}
    for role in look.texts:
        assert own.get(look.style_names[role], look.style_names[role]) in names
    kinds = {name: style.get(f"{W}type") for name, style in zip(names, styles, strict=True)}
    for role in look.spans:
        name = look.style_names[role]
        if kinds[name] == "paragraph":  # a word for both, such as 代码
            name += " 字符" if language == "zh-CN" else " Char"
        assert kinds[name] == "character"


def test_every_style_rests_on_normal_which_says_what_chinese_setting_needs() -> None:
    package = opened()
    normal = package.style("Normal")
    properties = normal.find("w:pPr", NS)
    assert value(properties, "overflowPunct") == value(properties, "snapToGrid") == "0"
    for rule in ("kinsoku", "autoSpaceDE", "autoSpaceDN", "widowControl"):
        assert value(properties, rule) == "on"
    assert attributes(normal.find("w:rPr/w:rFonts", NS)) == {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "eastAsia": "宋体",
        "cs": "Times New Roman",
    }
    language = package.xml("word/styles.xml").find("w:docDefaults//w:lang", NS)
    assert attributes(language) == {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"}
    known = {style.get(f"{W}styleId") for style in package.xml("word/styles.xml").findall("w:style", NS)}
    for style in package.xml("word/styles.xml").findall("w:style", NS):
        based = style.find("w:basedOn", NS)
        assert style.get(f"{W}default") or based.get(f"{W}val") in known


def test_a_text_style_says_all_that_the_role_looks_like() -> None:
    look = classic_look()
    texts = dict(look.texts)
    texts["answer"] = TextStyle(
        "hei", 14, 24.5, bold=True, align="right", space_before=3, space_after=6.5, indent=10, first_line=28,
        keep_with_next=True, keep_lines=True, outline=3,
    )  # fmt: skip
    style = opened(look=look._replace(texts=texts)).style("Answer")
    paragraph, run = style.find("w:pPr", NS), style.find("w:rPr", NS)
    assert [value(paragraph, name) for name in ("keepNext", "keepLines", "jc", "outlineLvl")] == [
        "on", "on", "right", "2",
    ]  # fmt: skip
    spacing = {"before": "60", "after": "130", "line": "490", "lineRule": "atLeast"}
    assert attributes(paragraph.find("w:spacing", NS)) == spacing
    ind = {"left": "200", "firstLineChars": "200", "firstLine": "560"}
    assert attributes(paragraph.find("w:ind", NS)) == ind
    assert (value(run, "b"), value(run, "sz")) == ("on", "28")
    assert attributes(run.find("w:rFonts", NS))["eastAsia"] == "黑体"


def test_a_word_style_s_own_name_is_written_as_word_knows_it() -> None:
    look = classic_look()
    names = {**NAMES_ZH, "title": "标题", "answer": "解析"}
    package = opened(look=look._replace(style_names=names))
    assert package.style("Title").find("w:name", NS).get(f"{W}val") == "Title"
    assert package.style("Title").get(f"{W}customStyle") is None
    assert package.style("Answer").get(f"{W}customStyle") == "1"
    # Two roles of one name: Word would take them for one style.
    both = {package.style(role).find("w:name", NS).get(f"{W}val") for role in ("Answer", "Analysis")}
    assert both == {"解析", "解析 2"}


def test_signs_are_full_width_in_chinese_and_narrow_in_english() -> None:
    def hints(language: str, look_language: str) -> list[str | None]:
        package = opened(para("question", "“a”", language=language), look=classic_look(look_language))
        properties = runs(package)[0][1]
        fonts = None if properties is None else properties.find("w:rFonts", NS)
        return [None if fonts is None else fonts.get(f"{W}hint"), value(properties, "lang")]

    assert hints("", "zh-CN") == ["eastAsia", None]
    assert hints("en", "zh-CN") == [None, "en-US"]
    assert hints("", "en") == [None, None]
    assert hints("zh-CN", "en") == ["eastAsia", None]
    assert runs(opened(para("question", "只有汉字和ABC")))[0][1] is None


def test_emphasis_dots_han_and_slants_latin() -> None:
    package = opened(para("question", span("emphasis", "重点A1，“完”")))
    assert [(t, value(p, "rStyle")) for t, p in runs(package)] == [
        ("重点", "EmphasisChar"),
        ("A1", "EmphasisLatinChar"),
        ("，“", None),
        ("完", "EmphasisChar"),
        ("”", None),
    ]
    han, latin = package.style("EmphasisChar"), package.style("EmphasisLatinChar")
    assert value(han.find("w:rPr", NS), "em") == "underDot"
    assert value(han.find("w:rPr", NS), "i") is None
    assert (value(latin.find("w:rPr", NS), "i"), value(latin.find("w:rPr", NS), "em")) == ("on", "none")
    english = opened(para("question", span("emphasis", "don’t panic"), language="en"))
    assert [(t, value(p, "rStyle")) for t, p in runs(english)] == [("don’t panic", "EmphasisLatinChar")]


def test_nested_spans_add_up() -> None:
    nested = Span("strong", (Str("甲"), Span("emphasis", s("乙b")), Span("code", s("c"))))
    (a, pa), (b, pb), (latin, pl), (c, pc) = runs(opened(para("question", nested)))
    assert (a, b, latin, c) == ("甲", "乙", "b", "c")
    assert (value(pa, "rStyle"), value(pa, "b")) == ("StrongChar", None)
    assert (value(pb, "rStyle"), value(pb, "b")) == ("EmphasisChar", "on")
    assert (value(pl, "rStyle"), value(pl, "b")) == ("EmphasisLatinChar", "on")
    assert (value(pc, "rStyle"), value(pc, "b")) == ("CodeChar", "on")
    outer = Span("emphasis", (Span("strong", s("乙b")),))
    (_, han), (_, slanted) = runs(opened(para("question", outer)))
    assert (value(han, "rStyle"), value(han, "em"), value(han, "i")) == ("StrongChar", "underDot", None)
    assert (value(slanted, "em"), value(slanted, "i")) == (None, "on")


def test_bold_does_not_cancel_bold() -> None:
    """A style's bold toggles the paragraph style's in Word, so in a bold paragraph the run must say it."""
    (_, heading), (_, detail), (_, strong) = runs(
        opened(para("section", "一、题", span("section_detail", "（共5题）"), span("strong", "注意")))
    )
    assert value(heading, "b") is None
    assert (value(detail, "rStyle"), value(detail, "b")) == ("SectionDetailChar", "0")
    assert (value(strong, "rStyle"), value(strong, "b")) == ("StrongChar", "on")
    assert value(runs(opened(para("question", span("strong", "注意"))))[0][1], "b") is None


def test_a_span_s_size_and_face_reach_an_inner_span() -> None:
    look = classic_look()
    look = look._replace(spans={**look.spans, "label": CharStyle(font="hei", size=15)})
    package = opened(para("question", Span("label", (Span("marks", s("“2分”")),))), look=look)
    properties = runs(package)[0][1]
    assert (value(properties, "rStyle"), value(properties, "sz")) == ("MarksChar", "30")
    assert attributes(properties.find("w:rFonts", NS))["eastAsia"] == "黑体"
    assert attributes(properties.find("w:rFonts", NS))["hint"] == "eastAsia"


def test_blanks_breaks_and_spaces() -> None:
    package = opened(para("question", "是（", Blank(4), "）", LineBreak(), " x  y "))
    # The first sign takes no room: LibreOffice lets what begins with a space hang out of the line.
    assert text(package.paragraphs()[0]) == "是（\u200d" + "\u00a0" * 16 + "）\n x  y "
    blank = runs(package)[1]
    assert value(blank[1], "rStyle") == "BlankChar"
    assert value(package.style("BlankChar").find("w:rPr", NS), "u") == "single"
    spaced = [t for t in package.paragraphs()[0].iter(f"{W}t") if t.text == " x  y "]
    assert spaced[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
