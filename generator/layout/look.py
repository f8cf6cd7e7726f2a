"""The looks of a style: paper sizes, lengths, fonts and roles, read into what the renderers get."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.document import CharStyle, Font, Page, TextStyle
from generator.source import Fields, MappingNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Location, Report
    from generator.source import Node

MM = 72 / 25.4

SIZES = {  # millimetres, upright; B4 and B5 are the JIS sizes that Chinese printers mean
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B4": (257, 364),
    "B5": (182, 257),
    "8K": (260, 368),
    "16K": (184, 260),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}

# Roles that documents are made of; a style sets each of them, and no other.
TEXT_ROLES = (
    "title", "subtitle", "meta", "box", "instructions_heading", "instructions", "score", "contents_heading",
    "contents_section", "contents", "section", "note", "question_label", "question_heading", "question",
    "question_more", "option", "answer_space", "list", "code", "figure", "table", "table_head", "table_cell",
    "key_title", "key_heading", "key_section", "answer_label", "answer_label_first", "answer", "answer_first",
    "answer_more", "point", "subpoint", "analysis", "analysis_more", "competencies", "highlights", "levels_label",
    "levels", "level", "follow_up", "summary", "summary_head", "header", "footer",
)  # fmt: skip
# Roles of the key alone: a paper's Word file does not even list them.
KEY_ROLES = frozenset({
    "key_title", "key_heading", "key_section", "answer_label", "answer_label_first", "answer", "answer_first",
    "answer_more", "point", "subpoint", "analysis", "analysis_more", "competencies", "highlights", "levels_label",
    "levels", "level", "follow_up", "summary", "summary_head",
})  # fmt: skip
# Roles that are as another one in what a style does not say of them: paragraphs after a first one, the first line
# of an answer that stands apart from its question; of a list only how large its text is.
FIRSTS = {
    "question_more": "question", "answer_more": "answer", "analysis_more": "analysis", "list": "question",
    "answer_first": "answer", "answer_label_first": "answer_label",
}  # fmt: skip
_OWN = {"list": frozenset(TextStyle._fields) - {"size", "leading"}}
_OWN_OF_MORE = frozenset({"space_before", "keep_with_next", "outline"})
_OWN_OF_FIRST = frozenset({"space_before"})
SPAN_ROLES = ("strong", "emphasis", "code", "number", "label", "marks", "bracket", "section_detail")

_TEXT_FIELDS = (
    "font", "size", "leading", "bold", "align", "before", "after", "indent", "hang", "first_line", "keep",
    "keep_lines", "outline",
)  # fmt: skip
NAMED_SIZES = {  # of text, in points, as Chinese printers name them
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(em|mm|pt)?")


def _length(fields: Fields, name: str, report: Report, size: float, default: float) -> float:
    """A length in points: a number of points, or with its unit: 1.7em, 12mm."""
    if not fields.has(name):
        return default
    said = fields.string(name)
    match = _LENGTH.fullmatch(said)
    if match is None or not 0 <= float(match[1]) <= 2000:
        report.error("bad-length", fields.location(name), "bad-length", found=said)
        return default
    return round(float(match[1]) * {"em": size, "mm": MM, "pt": 1.0, None: 1.0}[match[2]], 3)


SIZES_OF_TEXT = (2, 200)  # points that can be printed
MOST_LEADING = 400.0


def bounded_length(
    fields: Fields, name: str, report: Report, size: float, default: float, bounds: tuple[float, float]
) -> float:
    """A length between bounds, in points: text that nobody could read is a slip."""
    length = _length(fields, name, report, size, default)
    low, high = bounds
    if not fields.has(name) or low <= length <= high:
        return length
    values = {"field": name, "value": fields.string(name), "low": f"{low:g}", "high": f"{high:g}"}
    report.error("out-of-range", fields.location(name), "within-range", **values)
    return default


def _size(fields: Fields, report: Report, default: float) -> float:
    """A size of text in points; a number, a length, or a name: 五号."""
    named = NAMED_SIZES.get(fields.string("size"))
    return bounded_length(fields, "size", report, default, default, SIZES_OF_TEXT) if named is None else named


PAGE_FIELDS = ("size", "landscape", "margins", "columns", "gutter", "header", "footer")


def read_page(fields: Fields, location: Location, report: Report) -> Page:
    """`page`, written at `location`; sizes and margins in millimetres."""
    size = fields.choice("size", tuple(SIZES), "A4")
    width, height = SIZES[size]
    if fields.boolean("landscape", False):
        width, height = height, width
    margins = {"top": 22.0, "right": 24.0, "bottom": 21.0, "left": 24.0}
    if isinstance(fields.node("margins"), ScalarNode):  # the same on all sides
        number = fields.number("margins")
        margins = dict.fromkeys(margins, margins["left"] if number is None else float(number))
    else:
        inner = fields.inner("margins", tuple(margins))
        for side in margins:
            number = inner.number(side)
            if number is not None:
                margins[side] = float(number)
    columns = fields.integer("columns", 1, 4) or 1
    number = fields.number("gutter")
    gutter = float(number) if number is not None else 10.0
    text = (width - margins["left"] - margins["right"] - gutter * (columns - 1)) / columns
    if text < 40 or height - margins["top"] - margins["bottom"] < 60:
        report.error("page-too-small", location, "page-too-small")
    return Page(
        width=round(width * MM, 3),
        height=round(height * MM, 3),
        top=round(margins["top"] * MM, 3),
        right=round(margins["right"] * MM, 3),
        bottom=round(margins["bottom"] * MM, 3),
        left=round(margins["left"] * MM, 3),
        columns=columns,
        gutter=round(gutter * MM, 3),
        footer=round(margins["bottom"] * MM * 0.6, 3),
        header=round(margins["top"] * MM * 0.6, 3),
    )


def read_fonts(node: Node | None, report: Report) -> dict[str, Font]:
    """`fonts`: families by name. A face with a suffix is a font file, relative to the file that names it."""
    fonts: dict[str, Font] = {}
    if not isinstance(node, MappingNode):
        return fonts
    known = ("faces", "bold", "latin", "latin_bold", "latin_italic", "docx", "docx_latin")
    for name, entry in node.entries.items():
        fields = Fields(entry, report, known)
        for required in ("faces", "docx"):
            fields.require(required)
        named = {k: _faces(fields, k, report) for k in known[:5]}
        docx = fields.string("docx")
        fonts[name] = Font(
            faces=named["faces"],
            bold_faces=named["bold"] or named["faces"],
            docx=docx,
            docx_latin=fields.string("docx_latin") or docx,
            latin=named["latin"],
            latin_bold=named["latin_bold"],
            latin_italic=named["latin_italic"],
        )
    return fonts


def _faces(fields: Fields, name: str, report: Report) -> tuple[str, ...]:
    faces = []
    for said in fields.strings(name):
        file = said.partition("#")[0].partition("?")[0]
        if Path(file).suffix.lower() not in (".ttf", ".otf", ".ttc", ".otc"):
            faces.append(said)
            continue
        path = (fields.location(name).file.folder or Path()) / file
        if _is_file(path):
            faces.append(str(path.resolve()) + said[len(file) :])
        else:
            report.error("no-font-file", fields.location(name), "no-font-file", file=said)
    return tuple(faces)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def read_texts(
    node: Node | None, base: dict[str, TextStyle], fonts: dict[str, Font], report: Report
) -> dict[str, TextStyle]:
    """`text` or `key.text`: how each role is set; what is left out stays as in `base`."""
    texts = dict(base)
    if node is None:
        return texts
    roles = Fields(node, report, TEXT_ROLES)
    for role in TEXT_ROLES:
        entry = roles.node(role)
        first = texts.get(FIRSTS.get(role, ""))
        old = base.get(role) if first is None else _following(role, first, base)
        if entry is None:
            if old is not None:
                texts[role] = old
            continue
        fields = Fields(entry, report, _TEXT_FIELDS)
        old = old or TextStyle("song", 12, 21)
        size = _size(fields, report, old.size)
        fitted = _scaled(old, size)

        def length(name: str, default: float, fields: Fields = fields, size: float = size) -> float:
            return _length(fields, name, report, size, default)

        texts[role] = TextStyle(
            font=fields.choice("font", tuple(fonts), old.font),
            size=size,
            leading=bounded_length(fields, "leading", report, size, fitted.leading, (size / 2, MOST_LEADING)),
            bold=fields.boolean("bold", old.bold),
            align=fields.choice("align", ("justify", "left", "center", "right"), old.align),
            space_before=length("before", old.space_before),
            space_after=length("after", old.space_after),
            indent=length("indent", fitted.indent),
            hang=length("hang", fitted.hang),
            first_line=length("first_line", fitted.first_line),
            keep_with_next=fields.boolean("keep", old.keep_with_next),
            keep_lines=fields.boolean("keep_lines", old.keep_lines),
            outline=fields.integer("outline", 1, 9) if fields.has("outline") else old.outline,
        )
    return texts


def _scaled(text: TextStyle, size: float) -> TextStyle:
    """The same in another size. Leading and indents were said in ems of the role: they shrink and grow with it."""
    scale = size / text.size
    lengths = {
        name: round(getattr(text, name) * scale, 3) for name in ("leading", "indent", "hang", "first_line")
    }
    return text._replace(size=size, **lengths)


def _following(role: str, first: TextStyle, base: Mapping[str, TextStyle]) -> TextStyle | None:
    """How a role is set that follows `first`: as it is in `base`, but for what `first` has otherwise than there."""
    was, old = base.get(FIRSTS[role]), base.get(role)
    own = _OWN.get(role, _OWN_OF_FIRST if role.endswith("_first") else _OWN_OF_MORE)
    if was is None or old is None:
        plain = TextStyle(first.font, first.size, first.leading)
        return first._replace(**{name: getattr(plain, name) for name in own})
    was = was if was.size == first.size else _scaled(was, first.size)._replace(size=was.size)
    changed = {k: v for k, v in first._asdict().items() if v != getattr(was, k) and k not in own}
    return _scaled(old, changed.get("size", old.size))._replace(**changed)


def read_spans(node: Node | None, fonts: dict[str, Font], report: Report) -> dict[str, CharStyle]:
    """`span`: what a run of characters looks like in a paragraph."""
    spans = {role: CharStyle() for role in SPAN_ROLES}
    if node is None:
        return spans
    roles = Fields(node, report, SPAN_ROLES)
    for role in SPAN_ROLES:
        entry = roles.node(role)
        if entry is None:
            continue
        fields = Fields(entry, report, ("font", "size", "bold", "italic", "dots", "whole"))
        spans[role] = CharStyle(
            font=fields.choice("font", tuple(fonts), "") or None,
            size=_size(fields, report, 12) if fields.has("size") else None,
            bold=fields.boolean("bold", False) if fields.has("bold") else None,
            italic=fields.boolean("italic", False),
            dots=fields.boolean("dots", False),
            whole=fields.boolean("whole", False),
        )
    return spans


STYLE_NAMES = {  # what a Word user sees: Chinese, English
    "title": ("试卷标题", "Paper Title"),
    "subtitle": ("试卷副标题", "Paper Subtitle"),
    "meta": ("考试信息", "Paper Details"),
    "box": ("考生信息", "Candidate Box"),
    "instructions_heading": ("注意事项标题", "Instructions Heading"),
    "instructions": ("注意事项", "Instructions"),
    "score": ("计分表", "Score Table"),
    "contents_heading": ("目录标题", "Contents Heading"),
    "contents_section": ("目录大题", "Contents Section"),
    "contents": ("目录题目", "Contents Question"),
    "section": ("大题标题", "Section Heading"),
    "note": ("题型说明", "Section Note"),
    "question_label": ("题目标签", "Question Label"),
    "question_heading": ("题目标题", "Question Heading"),
    "question": ("题干", "Question"),
    "question_more": ("题干续段", "Question Continued"),
    "option": ("选项", "Option"),
    "answer_space": ("作答横线", "Answer Line"),
    "list": ("列表", "Text List"),
    "code": ("代码", "Code"),
    "figure": ("图片", "Picture"),
    "table": ("表格", "Text Table"),
    "table_head": ("表格表头", "Table Head"),
    "table_cell": ("表格文字", "Table Text"),
    "key_title": ("答案标题", "Key Title"),
    "key_heading": ("答案部分标题", "Answers Heading"),
    "key_section": ("答案大题标题", "Answers Section Heading"),
    "answer_label": ("答案标签", "Answer Label"),
    "answer_label_first": ("答案首行标签", "Answer First Label"),
    "answer": ("参考答案", "Answer"),
    "answer_first": ("参考答案首段", "Answer First Paragraph"),
    "answer_more": ("参考答案续段", "Answer Continued"),
    "point": ("得分点", "Answer Point"),
    "subpoint": ("得分点二级", "Answer Subpoint"),
    "analysis": ("解析", "Analysis"),
    "analysis_more": ("解析续段", "Analysis Continued"),
    "competencies": ("考察", "Competencies"),
    "highlights": ("高分要点", "Highlights"),
    "levels_label": ("评分档标签", "Levels Label"),
    "levels": ("评分档表", "Levels Table"),
    "level": ("评分档", "Level"),
    "follow_up": ("追问", "Follow-up"),
    "summary": ("汇总表", "Summary"),
    "summary_head": ("汇总表头", "Summary Head"),
    "header": ("试卷页眉", "Paper Header"),
    "footer": ("试卷页脚", "Paper Footer"),
    "strong": ("着重文字", "Strong Text"),
    "emphasis": ("着重号", "Emphasized Text"),
    "number": ("题号文字", "Number Text"),
    "label": ("标签文字", "Label Text"),
    "marks": ("分值", "Marks"),
    "bracket": ("作答括号", "Answer Bracket"),
    "section_detail": ("大题分值", "Section Detail"),
}
