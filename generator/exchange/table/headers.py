"""Which column is what: headers over questions, in Chinese or English, as people write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.table.cleaning import one_line
from generator.kinds.choice import MAX_OPTIONS, letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.office.table import Row

WITHIN = 10  # rows from the top
MOST = 200  # columns that are read

NAMES: dict[str, tuple[str, str]] = {
    "id": ("编号", "id"),
    "type": ("题型", "type"),
    "category": ("分类", "category"),
    "stem": ("题干", "stem"),
    "option": ("选项{letter}", "option {letter}"),
    "fixed": ("不打乱的选项", "fixed options"),
    "shuffle": ("打乱选项", "shuffle"),
    "answer": ("答案", "answer"),
    "points": ("得分点", "points"),
    "numbering": ("得分点编号", "point numbering"),
    "analysis": ("解析", "analysis"),
    "highlights": ("高分要点", "highlights"),
    "levels": ("评分档", "levels"),
    "follow_ups": ("追问", "follow-ups"),
    "competencies": ("考察点", "competencies"),
    "difficulty": ("难度", "difficulty"),
    "minutes": ("时间（分钟）", "minutes"),
    "marks": ("分值", "marks"),
    "lines": ("作答行数", "lines"),
    "tags": ("标签", "tags"),
    "label": ("题前词", "label"),
    "source": ("来源", "source"),
    "enemies": ("互斥题", "enemies"),
    "language": ("语言", "language"),
    "note": ("备注", "note"),
    "silence": ("不提示的警告", "silence"),
}
"""Each column in the order of a sheet, as we write its header in Chinese and English."""

MARKDOWN = "Markdown"  # in the header of the stems: all texts of the table are Markdown

_MORE = {  # beyond our own and the labels of documents; without spaces and signs
    "id": "编号 题目编号 试题编号 题目id 试题id id questionid 序号 题号 题目序号 试题序号 no number qno questionno questionnumber"
    " itemno",
    "type": "类型 题目类型 试题类型 题型 questiontype kind",
    "language": "语言 lang",
    "category": "分类 类别 类目 章节 章 节 单元 模块 科目 知识点 题库分类 所属分类 所属章节 所属知识点 一级分类 category"
    " chapter topic subject module",
    "stem": "题干 题目 试题 问题 试题题干 试题内容 题目内容 题目名称 试题名称 题目描述 标题 内容 stem question"
    " questiontext text title interviewquestion testquestion examquestion quizquestion samplequestion mainquestion"
    " behaviouralquestion behavioralquestion technicalquestion screeningquestion questions interviewquestions"
    " 面试题 面试题目 面试问题 笔试题 笔试题目 考题 考题内容 问题内容 问题描述 提问",
    "options": "选项 备选项 备选答案 试题选项 题目选项 选项内容 options choices answeroptions",
    "fixed": "固定选项 fixed",
    "shuffle": "选项乱序 选项打乱 shuffleoptions",
    "lines": "答题行数 answerlines",
    "competencies": "考察 考查 考点 能力点 测评要素 能力维度",
    "minutes": "时间 用时 时长 答题时间 建议用时 time",
    "answer": "答案 正确答案 参考答案 标准答案 试题答案 正确选项 答案内容 correct correctanswer correctoption key solution"
    " modelanswer expectedanswer sampleanswer suggestedanswer idealanswer goodanswer whatgoodlookslike whattolookfor",
    "points": "要点 得分点 答题要点 答案要点 评分要点 采分点 keypoints",
    "numbering": "要点编号",
    "analysis": "解析 试题解析 答案解析 答案说明 题目解析 详解 说明 讲解 题目讲解 试题讲解 答案讲解 讲评 解题思路"
    " explanation feedback rationale",
    "enemies": "互斥题目 exclusive",
    "marks": "建议分数 建议分值 参考分数 参考分值 单题分数 单题分值 每题分数 每题分值 默认分数 默认分值",
    "note": "备注 注 remark remarks notes comment comments",
    "tags": "标签 关键词 岗位 label labels tag",
    "silence": "silenced",
}
_KINDS = {  # labels of documents, as columns
    "umbrella": "answer",
    "scheme": "points",
    "remark": "",
}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_SIGNS = re.compile(r"[\s\W_]+")
_OPTION = re.compile(
    r"(?:选项|备选项?|备选答案|答案选项|选择|option|choice|answer)?"
    r"([a-z]|[0-9]{1,2}|[一二三四五六七八九十]|[甲乙丙丁戊己庚辛]|[①-⑩])(?:选项|项|option)?"
)
_PLACED = re.compile(
    r"(?:选项|备选项?|选择|option|choice) ?[(\[](\w{1,2})[)\]]"
)  # 选项(A), where brackets say which
_COUNTS = ("一二三四五六七八九十", "甲乙丙丁戊己庚辛", "①②③④⑤⑥⑦⑧⑨⑩", "abcdefghijklmnopqrstuvwxyz")
_COUNTING = re.compile("[#№]")
_RUNNING = frozenset(
    ["序号", "题号", "题目序号", "试题序号", "no", "number", "qno", "questionno", "questionnumber", "itemno"]
)
_LEVEL = frozenset(["level", "questionlevel", "级别", "等级", "层级", "程度"])


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    known = {_plain(name): field for field, names in NAMES.items() for name in names if field != "option"}
    more = {word: field for field, words in _MORE.items() for word in words.split()}
    return {**more, **known}


def _plain(header: str) -> str:
    low = _COUNTING.sub(" no ", flat(header[:100]))
    return _SIGNS.sub("", _BRACKETS.sub("", low)) or _SIGNS.sub("", low)


@lru_cache(maxsize=4096)
def field_of(header: str) -> str:
    """The field a header names ("option:0" for the first of lettered options); empty for none."""
    placed = _PLACED.fullmatch(flat(header[:100]).strip(" *"))
    name = f"option{placed[1]}" if placed else _plain(header)
    if not name or len(name) > 30:
        return ""
    if name in _fields():
        return _fields()[name]
    found = _OPTION.fullmatch(name)
    if found and (name != found[1] or (found[1].isascii() and found[1].isalpha())):
        index = _place(found[1])
        return f"option:{index}" if 0 <= index < MAX_OPTIONS else ""
    kind = kind_of(_BRACKETS.sub("", flat(header)).strip(" :"))
    return _KINDS.get(kind, kind)


def _place(sign: str) -> int:
    """Which option a sign names: 0 for a, 1, 一, 甲 and ①."""
    return int(sign) - 1 if sign.isdecimal() else max(signs.find(sign) for signs in _COUNTS)


def option_header(index: int, column: int) -> str:
    """The header over the options at place `index`; `column` is 0 for Chinese and 1 for English."""
    return NAMES["option"][column].format(letter=letter(index))


def is_running_header(header: str) -> bool:
    """Whether a column of this header may as well be mere counting."""
    return _plain(header) in _RUNNING


def is_level_header(header: str) -> bool:
    """Whether a column of this header may be the difficulty, or the level of a post."""
    return _plain(header) in _LEVEL


class Columns(NamedTuple):
    """The row of headers: its line, what is written over each column, and the field each is, empty for others.

    `markdown` tells that the texts are Markdown, and not just what they show.
    """

    line: int
    headers: tuple[str, ...]
    fields: tuple[str, ...]
    markdown: bool


def most_known(rows: Iterable[Sequence[str]]) -> int:
    """The number of known headers in that of the first rows which has the most."""
    return max((_known(cells) for _, cells in zip(range(WITHIN), filter(any, rows), strict=False)), default=0)


def _known(cells: Sequence[str]) -> int:
    return len({field for cell in cells[:MOST] if (field := field_of(cell))})


def columns_of(rows: Sequence[Row]) -> tuple[Columns, int] | None:
    """The columns of a sheet, and how many rows come before the first question; None where there are no headers.

    Headers are the row that has stems and something else, and the most of them.
    """
    best, at = 0, -1
    for index, row in enumerate(rows[:WITHIN]):
        known = _known(row.cells)
        if known > best and known > 1 and any(map(_is_stem, row.cells[:MOST])):
            best, at = known, index
    if at < 0:
        return None
    headers = tuple([" ".join(one_line(cell).split()) for cell in rows[at].cells[:MOST]])
    fields = _once(tuple(map(field_of, headers)), headers, rows[at + 1 :])
    stem = headers[fields.index("stem")]
    return Columns(rows[at].line, headers, fields, MARKDOWN.casefold() in flat(stem)), at + 1


def _is_stem(header: str) -> bool:
    return field_of(header) == "stem"


def are_headers(cells: Sequence[str]) -> bool:
    """Whether a row below the headers has others, as where tables stand one below another."""
    said = [cell for cell in cells[:MOST] if cell.strip()]
    return len(said) > 1 and all(map(field_of, said)) and any(map(_is_stem, said))


def _once(fields: tuple[str, ...], headers: tuple[str, ...], rows: Sequence[Row]) -> tuple[str, ...]:
    """Each field once: where two columns mean the same, our own word for it goes before the first of them.

    Of columns of stems the one goes before that says most: beside 问题, 题目 may be no more than a title.
    """
    stems = [at for at, field in enumerate(fields) if field == "stem"]
    if len(stems) > 1 and not any(_plain(headers[at]) in map(_plain, NAMES["stem"]) for at in stems):
        said = {at: sum(len(row.cells[at]) for row in rows if at < len(row.cells)) for at in stems}
        most = max(stems, key=lambda at: said[at])
        fields = tuple([field if field != "stem" or at == most else "" for at, field in enumerate(fields)])
    chosen: dict[str, int] = {}
    for at, field in enumerate(fields):
        if not field:
            continue
        ours = field in NAMES and _plain(headers[at]) in map(_plain, NAMES[field])
        if field not in chosen or (ours and _plain(headers[chosen[field]]) not in map(_plain, NAMES[field])):
            chosen[field] = at
    return tuple([field if chosen.get(field) == at else "" for at, field in enumerate(fields)])
