# ruff: noqa: E501, SIM905 - tables of words read best as words
"""The words of titles, headings and notes, and what says the type of questions. Data, no code."""

from __future__ import annotations

TYPES: tuple[tuple[str, str], ...] = (
    ("不定项选择", "multiple_choice"), ("多项选择", "multiple_choice"), ("多选", "multiple_choice"), ("不定项", "multiple_choice"),
    ("单项选择", "single_choice"), ("单选", "single_choice"), ("选择题", "choice"), ("判断题", "true_false"), ("判断对错", "true_false"), ("判断正误", "true_false"), ("是非题", "true_false"),
    ("对错题", "true_false"), ("填空题", "fill_blank"), ("简答题", "short_answer"), ("名词解释", "short_answer"), ("问答题", "essay"),
    ("配对题", "matching"), ("连线题", "matching"), ("匹配题", "matching"), ("排序题", "ordering"), ("编程题", "coding"),
    ("multiple choice (single", "single_choice"), ("multiple-answer", "multiple_choice"), ("multiple answer", "multiple_choice"),
    ("multiple response", "multiple_choice"), ("select all", "multiple_choice"), ("multiple choice", "choice"),
    ("multiple-choice", "choice"), ("single choice", "single_choice"), ("single-choice", "single_choice"),
    ("true/false", "true_false"), ("write t or f", "true_false"), ("circle t or f", "true_false"), ("mark t or f", "true_false"), ("true or false", "true_false"), ("true-false", "true_false"), ("fill in", "fill_blank"),
    ("fill-in", "fill_blank"), ("short answer", "short_answer"), ("short-answer", "short_answer"), ("matching", "matching"),
    ("ordering", "ordering"), ("sequencing", "ordering"), ("coding", "coding"), ("programming", "coding"),
)  # fmt: skip
"""Words in a section's title or a label that say a type; "choice" leaves open whether one letter or several."""

FRONT = (
    "姓名 准考证 考号 应聘岗位 应聘职位 报考 得分 评卷人 阅卷人 考试时间 考试时长 答题时间 满分 总分 密封线 注意事项 考生须知 答题须知 "
    "考试说明 答题说明 本试卷 本卷 试卷 试题 题库 name: candidate duration time allowed total marks instructions full marks"
).split()
"""What stands before the first question of a paper and is none of it."""

NOTE_LABELS = (
    "题型说明",
    "说明",
    "答题要求",
    "作答要求",
    "答题说明",
    "作答说明",
    "要求",
    "注意",
    "注",
    "提示",
    "指导语",
    "引导语",
    "导语",
    "开场白",
    "note",
    "notes",
    "instructions",
    "directions",
)
NOTE_TITLES = (
    "说明",
    "须知",
    "事项",
    "要求",
    "规则",
    "纪律",
    "流程",
    "Instructions",
    "instructions",
    "Notes",
    "notes",
    "Rules",
    "rules",
)
"""How a heading ends that has notes under it, and no questions."""

MATERIAL = (
    "材料",
    "案例",
    "背景",
    "阅读",
    "情境",
    "资料",
    "场景",
    "根据以下",
    "case",
    "passage",
    "scenario",
    "background",
    "read the",
)
"""Words at the head of what several questions of a section go by."""

CASES = ("案例", "情景", "情境", "场景", "case", "scenario")
"""Words with a number that name a question, or what several questions go by."""

UNITS = "部分 章 节 篇 单元 大题 板块 模块 编 类 卷 讲 专题 环节 维度 阶段 轮".split()
TITLE_ENDS = (
    "题",
    "类",
    "部分",
    "模块",
    "篇",
    "章",
    "questions",
    "question",
    "题目",
    "能力",
    "素养",
    "知识",
    "试题",
    "面试",
    "问题",
    "技能",
    "管理",
)
"""How a heading over questions likes to end."""
