"""What a name or number at fault was probably meant to be. Used only when there is a fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Collection


SYNONYMS = {  # what people write in Chinese for our names
    "题库": "bank", "标题": "title", "语言": "language", "题目": "stem", "题干": "stem", "编号": "id", "类型": "type",
    "题型": "type", "类别": "category", "分类": "category", "标签": "tags", "考察": "competencies", "难度": "difficulty",
    "分值": "marks", "分数": "marks", "答案": "answer", "参考答案": "answer", "解析": "analysis", "选项": "options",
    "要点": "points", "得分点": "points", "高分要点": "highlights", "评分档": "levels", "追问": "follow_ups",
    "互斥": "enemies", "来源": "source", "考试时间": "duration", "总分": "total", "满分": "total", "注意事项": "instructions",
    "部分": "sections", "说明": "note", "题型说明": "note", "样式": "style", "副标题": "subtitle",
    "单选": "single_choice", "单选题": "single_choice", "单项选择题": "single_choice", "多选": "multiple_choice",
    "多选题": "multiple_choice", "多项选择题": "multiple_choice", "判断": "true_false", "判断题": "true_false",
    "填空": "fill_blank", "填空题": "fill_blank", "简答": "short_answer", "简答题": "short_answer", "问答题": "essay",
    "论述题": "essay", "情景题": "essay",
}  # fmt: skip


def nearest_name(name: str, known: Collection[str]) -> str:
    """The known name that `name` is most like; empty when none is near."""
    from difflib import get_close_matches

    folded = normalize("NFKC", name).strip().lower()[:100]
    candidates = {candidate.lower(): candidate for candidate in sorted(known)}
    folded = SYNONYMS.get(folded, folded)
    for name_like in (folded, folded.replace("-", "_").replace(" ", "_")):
        if name_like in candidates:
            return candidates[name_like]
    found = get_close_matches(folded, list(candidates), 1, 0.6)
    return candidates[found[0]] if found else ""


def mended_identifier(value: str) -> str:
    """An identifier as near to `value` as can be; empty when nothing of it would be left."""
    folded = normalize("NFKC", value).strip().lower()[:100]
    if not folded.isascii():
        return ""
    return re.sub(r"[^a-z0-9._-]+", "-", folded).strip("-._")


def plain_digits(value: str) -> str:
    """Full-width digits, points and signs as plain ones."""
    return normalize("NFKC", value).replace("。", ".").strip()
