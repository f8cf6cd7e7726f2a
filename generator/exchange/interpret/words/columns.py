# ruff: noqa: E501, SIM905 - tables of words read best as words
"""The words at the heads of tables. Data, no code."""

from __future__ import annotations

COLUMNS: dict[str, frozenset[str]] = {
    "number": frozenset("题号 序号 编号 题目编号 号 no no. # number q item".split())
    | {"题 号", "question no.", "question number"},
    "stem": frozenset(
        "题目 题干 问题 试题 面试题 面试题目 面试问题 题目内容 试题内容 考题 question questions prompt stem".split()
    )
    | {"interview question"},
    "answer": frozenset("答案 参考答案 正确答案 标准答案 answer answers key".split()) | {"correct answer"},
}
"""Headers of the columns of tables that list questions or answers."""

SCORE_WORDS = frozenset("分数 得分 分值 评分 分 score scores rating marks points".split())
EVIDENCE_WORDS = frozenset(
    "表现 描述 标准 评分标准 说明 行为表现 行为描述 表现描述 评价标准 evidence description descriptor behaviour behavior "
    "performance criteria indicators".split()
)
"""Headers of the two columns of a table of levels: the marks, and what earns them."""

FORM_WORDS = frozenset(
    "得分 评卷人 阅卷人 复核人 总分 题号 合计 姓名 准考证号 考号 应聘岗位 部门 日期 座位号 身份证号 学号 班级 签名 应聘职位 评分人 核分人 联系电话 "
    "候选人 score name date marks candidate total signature marker examiner".split()
)
"""Words of the boxes in which names and marks are filled in."""

WRITTEN_ENDS = (
    *("记录", "得分", "评分", "打分", "签名", "签字", "签章", "备注", "评语", "意见", "评价"),
    *("note", "notes", "score", "scores", "comment", "comments", "rating", "signature"),
)
"""How the names of places end in which an interviewer writes."""

SUMMARY_WORDS = frozenset(
    "大题 部分 题型 模块 内容 题数 题量 数量 小题数 题目数量 每题分值 每小题分值 每题分 分值 小计 合计 总分 满分 占比 比例 得分 考察 考察内容 考察能力 "
    "section part type questions number count markseach marks subtotal total weight assesses time score topic".split()
)
"""Headers of the columns of tables that count the questions and marks of sections."""
