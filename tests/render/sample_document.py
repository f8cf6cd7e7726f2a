"""Documents made by hand for the renderers' tests: a paper and its key as in print, an English paper.

`classic_look` has the measures of the `classic` style. The tests of both renderers share this file.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.model.content import (
    Blank,
    CodeBlock,
    Image,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Span,
    Str,
)
from generator.model.document import (
    AnswerLines,
    Cell,
    CharStyle,
    Choices,
    CodeLines,
    Document,
    Figure,
    Font,
    Fragment,
    Grid,
    Look,
    Page,
    Paragraph,
    Part,
    Piece,
    TextStyle,
)

MM = 72 / 25.4

FONTS = {
    "song": Font(
        faces=("Noto Serif SC",),
        bold_faces=("Noto Sans SC Bold",),
        docx="宋体",
        docx_latin="Times New Roman",
        latin=("Source Serif 4",),
        latin_bold=("Source Serif 4 Bold",),
        latin_italic=("Source Serif 4 Italic",),
    ),
    "hei": Font(
        faces=("Noto Sans SC",),
        bold_faces=("Noto Sans SC Bold",),
        docx="黑体",
        docx_latin="Arial",
    ),
    "kai": Font(
        faces=("Noto Serif SC",),
        bold_faces=("Noto Sans SC Bold",),
        docx="楷体",
        docx_latin="Times New Roman",
        latin=("Source Serif 4",),
        latin_italic=("Source Serif 4 Italic",),
    ),
    "mono": Font(
        faces=("Source Code Pro", "Noto Sans SC"),
        bold_faces=("Source Code Pro Bold", "Noto Sans SC Bold"),
        docx="等线",
        docx_latin="Consolas",
    ),
}

SPANS = {
    "strong": CharStyle(bold=True),
    "emphasis": CharStyle(italic=True, dots=True),
    "code": CharStyle(font="mono"),
    "label": CharStyle(font="hei", bold=True),
    "marks": CharStyle(whole=True),
    "section_detail": CharStyle(size=10.5, bold=False),
    "bracket": CharStyle(whole=True),
}

NAMES_ZH = {
    "title": "试卷标题",
    "subtitle": "副标题",
    "meta": "考试信息",
    "box": "考生信息",
    "instructions_heading": "注意事项标题",
    "instructions": "注意事项",
    "score": "计分表",
    "contents_heading": "目录标题",
    "contents_section": "目录大题",
    "contents": "目录",
    "section": "大题标题",
    "note": "题型说明",
    "question": "题干",
    "option": "选项",
    "answer_space": "作答横线",
    "answer_label": "答案标签",
    "answer": "参考答案",
    "point": "得分点",
    "subpoint": "得分点二级",
    "analysis": "解析",
    "competencies": "考察",
    "highlights": "高分要点",
    "levels_label": "评分档标签",
    "levels": "评分档表",
    "level": "评分档",
    "follow_up": "追问",
    "summary_head": "汇总表头",
    "summary": "汇总表",
    "list": "列表",
    "code": "代码",
    "figure": "图片",
    "table": "表格",
    "table_cell": "表格文字",
    "table_head": "表格表头",
    "footer": "页脚",
    "header": "页眉",
    "strong": "加粗",
    "emphasis": "着重",
    "label": "标签",
    "marks": "分值",
    "section_detail": "大题说明",
    "bracket": "括号",
}


def _texts(size: float, leading: float) -> dict[str, TextStyle]:
    hang = 1.7 * size
    point = 2.6 * 10.5
    song, hei = "song", "hei"
    key = {"size": 10.5, "leading": 17.3}
    return {
        "title": TextStyle(hei, 18, 27, bold=True, align="center", space_after=2, outline=1),
        "subtitle": TextStyle(hei, 12, 20, align="center", space_after=4),
        "meta": TextStyle(hei, 10.5, 18, align="center", space_after=4),
        "box": TextStyle(hei, 10.5, 15, align="center", space_after=6),
        "instructions_heading": TextStyle(
            hei, 10.5, 16, bold=True, align="left", space_before=4, keep_with_next=True
        ),
        "instructions": TextStyle(song, 10.5, 14, hang=1.45 * 10.5),
        "score": TextStyle(hei, 10.5, 15, align="center", space_before=6),
        "contents_heading": TextStyle(hei, 12, 18, bold=True, align="center", keep_with_next=True),
        "contents_section": TextStyle(hei, 10.5, 17.3, align="left", space_before=4, keep_with_next=True),
        "contents": TextStyle(song, 10.5, 17.3, align="left", hang=1.7 * 10.5),
        "section": TextStyle(
            hei,
            12,
            18,
            bold=True,
            align="left",
            space_before=15,
            space_after=4,
            keep_with_next=True,
            outline=2,
        ),
        "note": TextStyle(song, 10.5, 16, keep_with_next=True),
        "question": TextStyle(song, size, leading, space_before=4 if size < 12 else 12, hang=hang),
        "option": TextStyle(song, size, leading, align="left", indent=hang, hang=1.5 * size),
        "answer_space": TextStyle(song, size, leading, space_after=6, indent=hang),
        "answer_label": TextStyle(hei, 10.5, 15.5, bold=True, align="left", indent=hang, keep_with_next=True),
        "answer": TextStyle(song, **key, indent=hang),
        "point": TextStyle(song, **key, indent=hang, hang=point),
        "subpoint": TextStyle(song, **key, indent=hang + point, hang=1.4 * 10.5),
        "analysis": TextStyle(song, **key, indent=hang),
        "competencies": TextStyle(song, **key, indent=hang),
        "highlights": TextStyle(song, **key, indent=hang),
        "levels_label": TextStyle(hei, 10.5, 17.3, bold=True, align="left", indent=hang, keep_with_next=True),
        "levels": TextStyle(song, 9.5, 14, indent=hang, space_before=2, space_after=6),
        "level": TextStyle(song, 9.5, 14, align="left"),
        "follow_up": TextStyle(song, **key, indent=hang),
        "summary_head": TextStyle(hei, 9.5, 14, bold=True, align="left"),
        "summary": TextStyle(song, 10, 14, align="left", space_after=4),
        "list": TextStyle(song, size, leading, indent=hang, hang=1.5 * size),
        "code": TextStyle("mono", 9.5, 14, align="left", indent=hang),
        "figure": TextStyle(song, size, leading, align="center", indent=hang, space_before=4, space_after=4),
        "table": TextStyle(song, 10.5, 15, indent=hang, space_before=4, space_after=4),
        "table_cell": TextStyle(song, 10.5, 15, align="left"),
        "table_head": TextStyle(hei, 10.5, 15, align="left"),
        "footer": TextStyle(song, 9, 12, align="center"),
        "header": TextStyle(song, 9, 12, align="center"),
    }


def classic_look(language: str = "zh-CN", document: str = "paper") -> Look:
    """The classic measures; `document` is "paper" (12 pt) or "key" (10.5 pt)."""
    texts = _texts(12, 21) if document == "paper" else _texts(10.5, 17.3)
    names = NAMES_ZH if language.startswith("zh") else {k: k.replace("_", " ").title() for k in NAMES_ZH}
    return Look(
        digest=f"classic-{language}-{document}",
        language=language,
        page=Page(
            width=210 * MM,
            height=297 * MM,
            top=22 * MM,
            right=24 * MM,
            bottom=21 * MM,
            left=24 * MM,
            footer=12 * MM,
            header=12 * MM,
        ),
        fonts=FONTS,
        texts=texts,
        spans=SPANS,
        style_names=names,
    )


# Short hands -------------------------------------------------------------------------------------


def s(text: str) -> tuple[Inline, ...]:
    return (Str(text),)


def span(role: str, text: str) -> Span:
    return Span(role, s(text))


def fragment(*pieces: Piece, keep: bool = False) -> Fragment:
    return Fragment(hashlib.sha256(repr(pieces).encode()).hexdigest(), pieces, keep)


def para(role: str, *inlines: Inline | str, label: str = "", level: int = 0, language: str = "") -> Paragraph:
    content = tuple(Str(i) if isinstance(i, str) else i for i in inlines)
    return Paragraph(role, content, s(label) if label else (), level, language=language)


def cells(role: str, *texts: str, align: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    aligns = align or ("",) * len(texts)
    return tuple(Cell(s(t) if t else (), role, a) for t, a in zip(texts, aligns, strict=True))


def numbered(number: int, part: Fragment) -> Part:
    return Part(part, label=s(f"{number}."))


def picture(alt: str = "五个工作日的来电量柱形图") -> Image:
    path = Path(__file__).with_name("sample.png").resolve()
    return Image(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), alt)


# A paper -----------------------------------------------------------------------------------------

STEM_1 = (
    "顾客周六晚上来电：下午送到的一套茶具碎了两只杯子，第二天上午就要送人。系统显示同款现货在120公里外的仓库，"
    "最快次日18:00送达。作为当班主管，你会怎样处理？"
)
STEM_2 = (
    "一位老顾客在直播间连发三条差评，称“客服机器人转了五次都没有转到人工”。你查到的记录是：排队4分12秒后顾客自己挂断。"
    "请写出你的第一句回复，并说明接下来24小时内要做的事。"
)


def _front() -> list[Part]:
    box = ("姓名", "", "准考证号", "", "应聘岗位", "", "考场", "", "座位", "")
    widths = (0.0, 4.0, 0.0, 5.0, 0.0, 5.0, 0.0, 2.5, 0.0, 2.0)
    return [
        Part(fragment(para("title", "2026年客服主管招聘笔试试卷（A卷）"))),
        Part(fragment(para("meta", "考试时间：90分钟　　满分：125分"))),
        Part(fragment(Grid((cells("box", *box),), widths, row_height=12 * MM, role="box"))),
        Part(fragment(para("instructions_heading", "注意事项：")), keep_with_next=True),
        Part(
            fragment(
                para("instructions", "答题前请核对姓名、准考证号和卷别。", label="1."),
                para(
                    "instructions",
                    "用蓝色或黑色签字笔在题后横线上作答，字迹清楚；写在其他位置不计分。",
                    label="2.",
                ),
                para("instructions", "考试结束后，试卷由监考人员收回，不得带走或拍照。", label="3."),
            )
        ),
        Part(
            fragment(
                Grid(
                    (
                        cells("score", "题号", "一", "二", "三", "总分"),
                        cells("score", "满分", "40", "40", "45", "125"),
                        cells("score", "得分", "", "", "", ""),
                        cells("score", "评卷人", "", "", "", ""),
                    ),
                    (48.0,) * 5,
                    fixed=True,
                    align="center",
                    row_height=19.5,
                    role="score",
                )
            )
        ),
    ]


def _section(title: str, detail: str, note: str = "") -> list[Part]:
    parts = [Part(fragment(para("section", title, span("section_detail", detail))), keep_with_next=True)]
    if note:
        line = para("note", span("label", "题型说明："), note)
        parts.append(Part(fragment(line), keep_with_next=True))
    return parts


def _question(stem: str, marks: str, *pieces: Piece) -> Fragment:
    return fragment(para("question", stem, span("marks", f"（{marks}分）")), *pieces, keep=True)


def sample_paper() -> Document:
    choices_short = Choices(
        tuple((f"{x}.", s(t)) for x, t in zip("ABCD", ("一次", "两次", "三次", "四次"), strict=True))
    )
    choices_medium = Choices(
        tuple(
            (f"{x}.", s(t))
            for x, t in zip(
                "ABCD",
                ("先登记再转接", "立即转给值班经理处理", "请顾客稍后再打", "按《客服手册》第3章办"),
                strict=True,
            )
        )
    )
    long = (
        "以顾客原话记录诉求，并在当天内由同一位同事回复处理进度，直至顾客确认问题已经解决",
        "只记录订单号",
        "以上都对",
        "以上都不对",
    )
    choices_long = Choices(tuple((f"{x}.", s(t)) for x, t in zip("ABCD", long, strict=True)))
    table = Grid(
        (
            cells("table_head", "日期", "来电量", "接通率", "备注"),
            cells("table_cell", "6月1日", "1,204", "96.5%", "大促首日"),
            cells("table_cell", "6月2日", "988", "97.1%", ""),
        ),
        (2, 1, 1, 3),
        head=1,
    )
    return Document(
        look=classic_look(),
        title="2026年客服主管招聘笔试试卷（A卷）",
        body=(
            *_front(),
            *_section(
                "一、情景应变题",
                "（共5题，每题8分，总分40分）",
                "结合日常服务场景作答，写出你的做法与理由，不必求全，但求可行。",
            ),
            numbered(1, _question(STEM_1, "8", AnswerLines(10))),
            numbered(2, _question(STEM_2, "8", AnswerLines(10))),
            *_section("二、选择与填空题", "（共5题，每题2分，总分10分）"),
            numbered(1, _question("顾客首次投诉后，最多允许转接几次？", "2", choices_short)),
            numbered(2, _question("下列做法中，正确的是哪一项？", "2", choices_medium)),
            numbered(3, _question("关于“首问负责制”，下列说法正确的是：", "2", choices_long)),
            numbered(
                4,
                fragment(
                    para(
                        "question",
                        "处理投诉的两步是（",
                        Blank(4),
                        "）和（",
                        Blank(6),
                        "），二者",
                        span("emphasis", "缺一不可 A1"),
                        "。",
                        span("marks", "（2分）"),
                    ),
                    keep=True,
                ),
            ),
            numbered(
                5,
                fragment(
                    para(
                        "question",
                        "阅读下面的",
                        span("code", "retry()"),
                        "和资料，回答问题。",
                        span("marks", "（2分）"),
                    ),
                    CodeLines(
                        CodeBlock(
                            (
                                "def retry(n: int) -> int:",
                                "    # 重试次数",
                                "    return n * 2 if n < 3 else 6",
                            )
                        )
                    ),
                    table,
                    Figure(picture()),
                    para(
                        "question",
                        span("strong", "要求"),
                        "：说明哪一天最忙，并给出",
                        span("strong", "两条"),
                        "理由。",
                    ),
                    para("list", "写明依据；", label="•"),
                    para("list", "不超过100字。", label="•"),
                    para("list", "可引用表中数据", LineBreak(), "也可引用图中数据。", label="◦", level=1),
                    AnswerLines(6),
                ),
            ),
        ),
        footer=(Str("客服主管招聘笔试　A卷　第"), PageNumber(), Str("页　共"), PageCount(), Str("页")),
    )


# Its key -----------------------------------------------------------------------------------------


def _key_question(stem: str, points: list[tuple[str, str]], analysis: str) -> Fragment:
    return fragment(
        para("question", stem, span("marks", "（8分）")),
        para("answer_label", "参考答案："),
        *(
            para("point", text, span("marks", f"（{marks}分）"), label=f"（{i}）")
            for i, (text, marks) in enumerate(points, 1)
        ),
        para("analysis", span("label", "解析："), analysis),
    )


def _levels() -> Grid:
    align = ("center", "left", "left")
    return Grid(
        (
            cells("level", "好", "7～8分", "情绪、事实、方案三步齐全，方案有备选，时间点明确。", align=align),
            cells("level", "中", "4～6分", "有方案但只有一个，或没有确认期限。", align=align),
            cells("level", "差", "0～3分", "只解释规则，或承诺无法兑现的结果。", align=align),
        ),
        (9, 11, 80),
        rules="rows",
        row_height=18,
        role="levels",
    )


def key_questions() -> tuple[Fragment, Fragment]:
    """The two questions of the reference key."""
    first = _key_question(
        STEM_1,
        [
            ("先回应情绪，再问时间：承认破损给对方造成的不便，确认“明天几点之前必须拿到”。", "2"),
            (
                "给出可选方案而不是一个答案：门店调货、同城自提、先送等值礼盒后补杯子，各说清到手时间与费用由谁承担。",
                "3",
            ),
            ("当场定下一个方案并留下经办人与回电时间，当晚20:30前短信确认。", "2"),
            ("事后把破损照片、承运商、包装批次写进工单，推动仓库改用双层蜂窝纸。", "1"),
        ],
        "本题看候选人能否把“安抚—方案—闭环”走完。只道歉不给时间点，或一口咬定“系统最快18:00”，说明仍以系统而不以顾客为中心；"
        "直接承诺当晚送达而不核实库存，则缺规则意识。",
    )
    more: tuple[Piece, ...] = (
        para("competencies", span("label", "考察："), "情绪管理、问题解决、规则意识"),
        para(
            "highlights",
            span("label", "高分要点："),
            "①问清真正的期限；②至少两个可执行的方案；③承诺有人、有时间、有凭据。",
        ),
        para("levels_label", "评分档："),
        _levels(),
        para("follow_up", span("label", "追问："), "如果顾客坚持“今晚必须送到”，你会怎么说？"),
    )
    second = _key_question(
        STEM_2,
        [
            (
                "第一句不争辩记录：“让您等了四分多钟还没接通人工，这个体验确实不好，我是当班主管，接下来由我一直跟到底。”",
                "3",
            ),
            ("1小时内私信回访，问清原来要办的事并办完，再谈补偿。", "2"),
            ("24小时内复听会话、统计同一时段转人工的失败率，给出是话术、排班还是系统的结论。", "3"),
        ],
        "先接住情绪，再接住事情，最后接住原因。拿挂断记录反驳顾客的，不得第一项分。",
    )
    return fragment(*first.pieces, *more), second


def sample_key(rounds: int = 1) -> Document:
    """The reference key; `rounds` repeats its questions, three make a page."""
    align = ("left", "center", "center", "center", "left")
    first, second = key_questions()
    questions = [numbered(i + 1, (first, second)[i % 2]) for i in range(2 * rounds)]
    summary = Grid(
        (
            cells("summary_head", "题型", "题数", "每题分值", "小计", "考察要点", align=align),
            cells("summary", "一、情景应变题", "5", "8", "40", "情绪管理、问题解决、规则意识", align=align),
            cells("summary", "二、团队管理题", "4", "10", "40", "辅导、排班、绩效沟通", align=align),
            cells(
                "summary", "三、综合论述题", "3", "15", "45", "数据分析、流程设计、跨部门协作", align=align
            ),
        ),
        (26, 10, 12, 10, 42),
        rules="rows",
        head=1,
        row_height=20,
        role="summary",
    )
    return Document(
        look=classic_look(document="key"),
        title="2026年客服主管招聘笔试试卷（A卷）参考答案及评分标准",
        body=(
            Part(fragment(para("title", "2026年客服主管招聘笔试试卷（A卷）"))),
            Part(fragment(para("subtitle", "参考答案及评分标准"))),
            Part(fragment(summary)),
            *_section("一、情景应变题", "（共5题，每题8分，总分40分）"),
            *questions,
        ),
        footer=(Str("内部资料　严禁外传　　第"), PageNumber(), Str("页　共"), PageCount(), Str("页")),
    )


# An English paper --------------------------------------------------------------------------------


def sample_english() -> Document:
    options = ("O(1)", "O(log n)", "O(n)", "O(n²)")
    choices = Choices(tuple((f"{x}.", s(t)) for x, t in zip("ABCD", options, strict=True)))
    box = Grid(
        (cells("box", "Name", "", "Number", "", "Position", ""),),
        (0, 3, 0, 2, 0, 3),
        row_height=12 * MM,
        role="box",
    )
    codes = Grid(
        (
            cells("table_head", "Status", "Meaning"),
            cells("table_cell", "200", "OK, with a body"),
            cells("table_cell", "304", "Not modified"),
        ),
        (0, 1),
        head=1,
    )
    marks = span("marks", "(10 marks)")
    first = fragment(
        para(
            "question",
            "Your team’s service answers 2,000 requests a second and keeps “hot” entries in a hash table. "
            "Explain what happens to the latency when the table is resized under load, and describe ",
            span("emphasis", "two"),
            " ways to keep it below 5 ms. ",
            marks,
        ),
        AnswerLines(8),
        keep=True,
    )
    second = fragment(
        para("question", "What is the amortised cost of appending to a dynamic array? ", marks),
        choices,
        keep=True,
    )
    third = fragment(
        para(
            "question",
            "The request header ",
            span("code", "If-None-Match"),
            " carries an ",
            Blank(6),
            ", and the server may answer ",
            Blank(4),
            ". ",
            span("strong", "Explain why."),
            " ",
            marks,
        ),
        CodeLines(CodeBlock(("GET /report HTTP/1.1", 'If-None-Match: "v42"'))),
        codes,
        Figure(picture("Calls on five working days")),
        para("question", "中文题干混排：请解释“缓存”。", language="zh-CN"),
        AnswerLines(4),
    )
    rules = fragment(
        para(
            "instructions", "Write in the space after each question; “scrap” pages aren’t marked.", label="1."
        ),
        para("instructions", "Calculators, phones and notes are not allowed.", label="2."),
    )
    return Document(
        look=classic_look("en"),
        title="Backend Engineer: Written Test",
        body=(
            Part(fragment(para("title", "Backend Engineer: Written Test"))),
            Part(fragment(para("meta", "Time: 60 minutes    Total: 50 marks"))),
            Part(fragment(box)),
            Part(fragment(para("instructions_heading", "Instructions")), keep_with_next=True),
            Part(rules),
            *_section("Section 1. Fundamentals", " (3 questions, 10 marks each)"),
            numbered(1, first),
            numbered(2, second),
            numbered(3, third),
        ),
        footer=(Str("Backend Engineer    Page "), PageNumber(), Str(" of "), PageCount()),
    )
