"""Parts: what the id or the name of a paragraph style says a paragraph is: the styles of our own papers, and those of code."""

from __future__ import annotations

import re

_PARTS = {  # part: ids and names of styles, small and without spaces
    "section": "section sectionheading 大题标题",
    "key": "keyheading answersheading 答案部分标题",
    "key section": "keysection answerssectionheading 答案大题标题",
    "note": "note sectionnote 题型说明",
    "question": "question questionlabel questionheading 题干 题目标签 题目标题",
    "more": "questionmore questioncontinued 题干续段",
    "option": "option option1 option2 option4 选项",
    "label": "answerlabel answerlabelfirst answerfirstlabel 答案标签 答案首行标签",
    "answer": "answer answerfirst answermore answerfirstparagraph answercontinued 参考答案 参考答案首段 参考答案续段",
    "point": "point answerpoint 得分点",
    "subpoint": "subpoint answersubpoint 得分点二级",
    "analysis": "analysis analysismore analysiscontinued 解析 解析续段",
    "competencies": "competencies 考察",
    "highlights": "highlights 高分要点",
    "levels": "levelslabel 评分档标签",
    "follow-up": "followup follow-up 追问",
}
_BY_STYLE = {style: part for part, styles in _PARTS.items() for style in styles.split()}
_COLUMNS = re.compile(r"[(（].{1,12}[)）]$")
_CODE = re.compile(
    r"(?:source|program)?(?:code|listing)(?:block|char|text)?|html(?:preformatted|code)(?:char)?|verbatim(?:char)?"
    r"|preformattedtext|(?:源|程序|行内)?代码(?:块|字符|段|char)?|html预设格式(?:字符)?|html代码"
)


def part_of(style: str) -> str:
    """The part that a paragraph of a style with this id or name is; "" for none."""
    return _BY_STYLE.get(_COLUMNS.sub("", _plain(style)), "")


def is_code(style: str) -> bool:
    """Whether a style with this id or name is that of program text."""
    return _CODE.fullmatch(_plain(style)) is not None


def _plain(style: str) -> str:
    return "".join(style.lower().split())
