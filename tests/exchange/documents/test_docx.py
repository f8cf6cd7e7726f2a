"""DOCX to lines: what a reader of the document sees, and nothing lost of what they do not."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from generator.diagnostics import Report, lines_of
from generator.exchange.documents.docx import read
from generator.exchange.formats import reader as read_document
from tests.exchange.documents.building import PNG, docx, field, item, p, r

if TYPE_CHECKING:
    from generator.exchange.line import Line, Manuscript

BOX = "<w:txbxContent>{}</w:txbxContent>"


def opened(data: bytes) -> Manuscript:
    report = Report()
    manuscript = read(data, "a.docx", report)
    assert manuscript is not None, report.diagnostics
    return manuscript


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return opened(docx(body, parts=parts)).lines


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def marks(line: Line) -> list[tuple[str, str]]:
    return [(mark.kind, line.text[mark.start : mark.end]) for mark in line.marks]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels: str, overrides: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def test_paragraphs_runs_and_marks() -> None:
    body = (
        p("1. 下列", r("不", "<w:b/>"), r("正", '<w:b w:val="0"/>'), r("确", '<w:em w:val="dot"/>'), "的是")
        + p()
    )
    first, second = lines(body)
    assert (first.text, first.number, marks(first)) == (
        "1. 下列不正确的是",
        1,
        [("strong", "不"), ("emphasis", "确")],
    )
    assert (second.role, second.number) == ("blank", 2)


def test_bold_of_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="character" w:styleId="L"><w:basedOn w:val="L"/></w:style>'
    )
    (line,) = lines(p(r("答案：", '<w:rStyle w:val="C"/>'), r("B", '<w:rStyle w:val="L"/>')), styles=styles)
    assert marks(line) == [("strong", "答案：")]


def test_soft_returns_part_lines_and_keep_their_marks() -> None:
    body = p("<w:r><w:t>A. 甲</w:t><w:br/><w:t>B. </w:t></w:r>", r("乙", "<w:b/>"))
    first, second = lines(body)
    assert (first.text, second.text, second.number) == ("A. 甲", "B. 乙", 1)
    assert marks(second) == [("strong", "乙")]


def test_colours_of_words_are_marked_and_black_and_grey_are_not() -> None:
    run = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"
    (line,) = lines(
        "<w:p>"
        + run.format('<w:color w:val="FF0000"/>', "红")
        + run.format('<w:color w:val="1F1F1F"/><w:shd w:fill="D9D9D9"/>', "黑")
        + run.format('<w:highlight w:val="yellow"/>', "黄底")
        + "</w:p>"
    )
    assert [(mark.kind, mark.value, line.text[mark.start : mark.end]) for mark in line.marks] == [
        ("colour", "ff0000", "红"),
        ("highlight", "ffff00", "黄底"),
    ]


def test_underlined_spaces_are_blanks_and_underlined_words_are_not() -> None:
    under = '<w:u w:val="single"/>'
    body = p("填", r("      ", under), r("  ", under), "和", r(" 北京 ", under), r(" ", under))
    (line,) = lines(body)
    assert line.text == "填____和 北京  "
    assert marks(line) == [("blank", "____"), ("underline", "北京")]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1. ", "2. "]),
        ("decimal", "%1、", ["1、", "2、"]),
        ("decimal", "第%1题", ["第1题 ", "第2题 "]),
        ("chineseCountingThousand", "%1、", ["一、", "二、"]),
        ("japaneseCounting", "（%1）", ["（一）", "（二）"]),
        ("ideographTraditional", "%1.", ["甲. ", "乙. "]),
        ("decimalEnclosedCircleChinese", "%1", ["① ", "② "]),
        ("upperLetter", "%1．", ["A．", "B．"]),
        ("lowerRoman", "(%1)", ["(i) ", "(ii) "]),
        ("decimalFullWidth", "%1．", ["１．", "２．"]),
        ("bullet", "\uf0b7", ["• ", "• "]),
        ("none", "", ["", ""]),
    ],
)
def test_list_numbers_are_restored(form: str, text: str, expected: list[str]) -> None:
    found = lines(item("甲", 1) + item("乙", 1), numbering=numbering(level(0, form, text)))
    assert [line.text for line in found] == [
        label + word for label, word in zip(expected, "甲乙", strict=True)
    ]
    assert [line.automatic for line in found] == list(map(len, expected))


def test_levels_restart_and_lists_go_on() -> None:
    levels = numbering(
        level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
    )
    legal = levels.replace('w:ilvl="1">', 'w:ilvl="1"><w:isLgl/>')
    body = "".join(
        [
            item("a", 1),
            item("b", 1, 1),
            item("c", 1, 1),
            item("d", 1, 2),
            item("e", 1),
            item("f", 1, 1),
            item("g", 2),
        ]
    )
    found = lines(body, numbering=legal)
    assert [line.text for line in found] == ["一、a", "1.1 b", "1.2 c", "a) d", "二、e", "2.1 f", "三、g"]
    assert [line.indent for line in found] == [1, 2, 2, 3, 1, 2, 1]


def test_overrides_begin_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    made = numbering(level(0, "decimal", "%1."), overrides=override)
    assert texts(item("a", 1) + item("b", 2) + item("c", 2) + item("d", 1), numbering=made) == [
        "1. a",
        "3. b",
        "4. c",
        "5. d",
    ]


def test_styles_number_and_head() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        p("题", properties='<w:pStyle w:val="Q"/>')
        + p(
            "文",
            properties='<w:pStyle w:val="Q"/><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>',
        )
        + p("目", properties='<w:pStyle w:val="10"/>')
    )
    found = lines(
        body, styles=styles, numbering=numbering(level(0, "decimal", "%1.", '<w:pStyle w:val="Q"/>'))
    )
    assert [(line.text, line.heading, line.role) for line in found] == [
        ("1. 题", 1, "text"),
        ("文", 0, "text"),
        ("目", 0, "contents"),
    ]


def test_fields_show_their_results() -> None:
    body = p("共", field("NUMPAGES", "3"), "页", field(" eq \\o\\ac(○,5)"), field(" EQ \\f(1,a+b)"))
    assert texts(body) == ["共3页⑤1/(a+b)"]


def test_contents_go_on_until_their_field_ends() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = p(begin, "1. 甲", field("PAGEREF a", "2")) + p("2. 乙")
    found = lines(entries + p(end) + p("1. 甲"))
    assert [(line.text, line.role) for line in found] == [
        ("1. 甲2", "contents"),
        ("2. 乙", "contents"),
        ("", "blank"),
        ("1. 甲", "text"),
    ]
    assert {line.role for line in lines(entries + p("正文"))} == {"text"}, (
        "a field without an end says nothing"
    )


def test_boxes_are_read_once_and_notes_where_they_are_cited() -> None:
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(BOX.format(p("框里")))
    body = p("前", shape, '<w:r><w:footnoteReference w:id="2"/></w:r>', "后") + p("尾")
    found = lines(body, footnotes=f'<w:footnote w:id="2">{p("脚注")}</w:footnote>')
    assert [line.text for line in found] == ["前后[1]", "框里", "[1] 脚注", "尾"]
    assert [line.number for line in found] == [1, 2, 3, 4]


def test_revisions_wrappers_and_what_is_hidden() -> None:
    body = (
        p(
            "<w:ins>" + r("新") + "</w:ins>",
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            "<w:hyperlink>" + r("链") + "</w:hyperlink>",
            "<w:sdt><w:sdtContent>" + r("控") + "</w:sdtContent></w:sdt>",
            r("暗", "<w:vanish/>"),
            "<w:r><w:ruby><w:rt><w:r><w:t>yín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>银</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            field("EQ \\* jc2 \\o\\ad(\\s\\up 9(háng),行)"),
            '<w:r><w:commentReference w:id="7"/></w:r>',
        )
        + f"<w:sdt><w:sdtContent>{p('块')}</w:sdtContent></w:sdt>"
    )
    manuscript = opened(
        docx(body, parts={"comments": f'<w:comment w:id="7">{p("批")}</w:comment>', "ftr": p("第1页")})
    )
    assert [line.text for line in manuscript.lines] == ["新链控银行", "块"]
    assert manuscript.unread == (
        (1, "旧", "left-deleted"),
        (1, "暗", "left-hidden"),
        (1, "yín", "left-gloss"),
        (1, "háng", "left-gloss"),
        (1, "批", "left-comment"),
        (0, "第1页", "left-header"),
    )


def test_symbols_and_scripts() -> None:
    sym = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/><w:tab/></w:r>'
    raised = '<w:vertAlign w:val="superscript"/>'
    body = p(
        sym, "x", r("2", raised), "y", r("n+1", raised), "H", r("2", '<w:vertAlign w:val="subscript"/>'), "O"
    )
    assert texts(body) == ["√-\tx²yⁿ⁺¹H₂O"]


def test_equations_are_text_and_told() -> None:
    fraction = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:sSup>"
    root = "<m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad>"
    report = Report()
    manuscript = read(docx(p("求", f"<m:oMath>{fraction}{power}{root}</m:oMath>")), "a.docx", report)
    assert manuscript is not None
    (line,) = manuscript.lines
    assert line.text == "求(a+b)/2x^n√y"
    assert marks(line) == [("math", "(a+b)/2x^n√y")]
    assert [(d.severity, d.code, d.location and d.location.line) for d in report.diagnostics] == [
        ("note", "document-equations", 1)
    ]


def test_pictures_keep_their_bytes() -> None:
    picture = "<w:r><w:drawing><a:blip r:embed='{}'/></w:drawing></w:r>"
    old = "<w:r><w:pict><v:imagedata r:id='image2'/></w:pict></w:r>"
    linked = "<w:r><w:drawing><a:blip r:link='away'/></w:drawing></w:r>"
    body = p("见图", picture.format("image1"), picture.format("nothing"), old, linked)
    manuscript = opened(docx(body, media={"image1.jpeg": PNG, "image2.wmf": b"\xd7\xcd"}))
    (line,) = manuscript.lines
    assert line.text == "见图\ufffc〔image2.wmf〕"
    assert [(mark.kind, mark.value) for mark in line.marks] == [("image", "image1.png")]
    assert manuscript.pictures == {"image1.png": PNG, "image2.wmf": b"\xd7\xcd"}
    assert manuscript.unread == (
        (1, "image2.wmf", "left-picture"),
        (1, "https://example.org/a.png", "left-linked-picture"),
    )


def test_tables_are_rows_of_cells() -> None:
    def cell(inside: str, look: str = "") -> str:
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"

    body = (
        "<w:tbl><w:tr>"
        + cell(p("题目"), '<w:vMerge w:val="restart"/>')
        + cell(p("答") + p("案"), '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>"
        + cell(p(), "<w:vMerge/>")
        + cell(f"<w:tbl><w:tr>{cell(p('内'))}</w:tr></w:tbl>" + p())
        + "</w:tr></w:tbl>"
        + p("后")
    )
    table, after = lines(body)
    assert (table.role, table.number, after.number) == ("table", 1, 7)
    shown = [[[line.text or line.role for line in cell] for cell in row] for row in table.rows]
    assert shown == [[["题目"], ["答", "案"], []], [[], ["table", "blank"]]]
    assert table.rows[1][1][0].rows[0][0][0].text == "内"


def test_quotes_are_the_paragraphs_texts() -> None:
    manuscript = opened(docx(p("一") + p() + p("三")))
    assert lines_of(manuscript.file) == ["一", "", "三"]


def test_strict_documents_are_read() -> None:
    data = docx(p("甲"))
    parts = {name: ZipFile(io.BytesIO(data)).read(name) for name in ZipFile(io.BytesIO(data)).namelist()}
    strict = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [line.text for line in opened(packed({**parts, "word/document.xml": strict})).lines] == ["甲"]


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_nesting_has_an_end() -> None:
    depth = 5000
    deep = "<w:sdt><w:sdtContent>" * depth + p("底") + "</w:sdtContent></w:sdt>" * depth
    report = Report()
    assert read(docx(deep), "a.docx", report) is None
    assert [d.code for d in report.diagnostics] == ["document-too-deep"]


def test_mutated_documents_never_raise() -> None:
    """Bytes of the parts changed at random: a fault with a code, or lines."""
    random = Random(6)
    data = docx(
        item("甲", 1)
        + p(field("TOC", "x"), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
        + f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>",
        parts={"numbering": numbering(level(0, "decimal", "%1.")), "styles": "<w:style w:styleId='a'/>"},
        media={"image1.png": PNG},
    )
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(400):
        name = random.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(random.randint(1, 4)):
            at = random.randrange(len(content))
            content[at : at + random.randint(0, 3)] = random.choice(
                (b"", b"<", b"9", b"\xff", b'"', b"-1", b"&x;")
            )
        report = Report()
        manuscript = read(packed({**parts, name: bytes(content)}), "a.docx", report)
        assert manuscript is not None or [d.severity for d in report.diagnostics] == ["error"]
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(random.randint(1, 6)):
            broken[random.randrange(4, len(broken))] = random.randrange(256)
        report = Report()
        manuscript = read(bytes(broken), "a.docx", report)
        assert manuscript is not None or [d.severity for d in report.diagnostics] == ["error"]


def test_tables_in_tables_are_read_however_deep() -> None:
    body = p("最里")
    for depth in range(250):
        body = f"<w:tbl><w:tr><w:tc>{p(f'第{depth}层')}{body}</w:tc></w:tr></w:tbl>"
    assert read_document("docx")(docx(body), "deep.docx", Report()) is not None
    lines, depth = opened(docx(body)).lines, 0
    while len(lines) < 200:
        (table,) = (line for line in lines if line.rows)
        lines = tuple(line for row in table.rows for cell in row for line in cell)
        depth += 1
    assert depth == 20
    assert [line.text for line in lines] == [*(f"第{left}层" for left in range(230, -1, -1)), "最里"]
