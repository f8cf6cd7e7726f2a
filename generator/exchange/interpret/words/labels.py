# ruff: noqa: E501, SIM905 - tables of words read best as words
"""The words of labels: 答案, 解析, follow-up. Data, no code.

Here and in the files beside it all are in half width and small letters, as `flat` makes them.
"""

from __future__ import annotations

LABELS: dict[str, str] = {
    "answer": "答案 参考答案 标准答案 正确答案 参考答案要点 示例答案 示范答案 样例答案 试题答案 本题答案 推荐答案 建议答案 "
    "优秀答案 满分答案 好的回答 优秀回答 优秀作答 较好的回答 答 解答 参考解答 回答 参考回答 示范回答 回答示例 回答示范 参考作答 示范作答 作答示范 作答示例 "
    "参考作答示例 作答参考 答题示范 答题示例 答题参考 参考范文 范文 范例 参考话术 话术参考 答案示范 高分示例 高分示范 高分答案 示例回答 标准话术 "
    "应答要领 作答要领 答题要领 参考译文 参考代码 "
    "answer|answers|sample answer|model answer|suggested answer|reference answer|example answer|"
    "correct answer|key|ans|a|solution|sample response|model response|good answer|suggested response|what a good answer includes|"
    "what a good answer looks like|expected answer|ideal answer|best answer|great answer|expected response|ideal response|"
    "preferred answer|example of a good answer",
    "approach": "思路 参考思路 参考答题思路 参考作答思路 答题思路 答题思路及要点 作答思路 回答思路 应答思路 解题思路 参考解析",
    "points": "答题要点 答案要点 得分点 得分要点 评分要点 采分点 踩分点 给分点 参考要点 要点 回答要点 作答要点 核心要点 "
    "参考答案与评分要点 评分点 赋分点 关键要点 关键点 "
    "key points|marking points|scoring points|points|answer points|what to look for|look for|listen for|"
    "main points|expected points|expected answer points|what we're looking for|what we’re looking for|"
    "what we are looking for|we're looking for|we’re looking for|what we look for|what to listen for|things to look for|"
    "should mention|should cover",
    "umbrella": "答案与解析 答案及解析 答案和解析 答案解析 参考答案与解析 参考答案及解析 参考答案解析 答案及详解 "
    "参考答案及详解 答案与分析 答案及分析 答案与点评 参考答案与点评 参考答案及点评 答案详解 "
    "answer and explanation|answer and analysis|answers and explanations|answers and analysis|"
    "answer & explanation|answer & analysis|answer with explanation",
    "scheme": "评分标准 评分细则 给分标准 计分标准 评分规则 评分办法 评分参考 评分参考标准 评价标准 评分指引 评分说明 参考评分标准 赋分标准 评分 打分 打分标准 打分参考 "
    "mark scheme|marking scheme|marking guide|marking|marking criteria|scoring guide|scoring|scoring criteria|grading",
    "levels": "评分档 评分档次 评分等级 等级标准 评分等第 评分量表 评价等级 档次划分 评分档位 评价量表 "
    "rubric|bands|mark bands|score bands|levels|scoring rubric|rating scale|rating guide|score levels|rating|ratings",
    "analysis": "解析 试题解析 题目解析 考题解析 本题解析 深度解析 详细解析 思路解析 答题解析 详解 分析 试题分析 题目分析 "
    "点评 专家点评 名师点评 考官点评 点拨 名师解析 评析 评点 思路点拨 思路分析 解题分析 命题意图 命题思路 出题意图 出题思路 考题分析 "
    "考官视角 设题意图 题目意图 考察意图 测评意图 面试官视角 改正 更正 订正 错因 错误原因 官方解读 官方解析 试题解读 题目解读 答案解读 "
    "explanation|analysis|rationale|comment|comments|commentary|reasoning|why|why it matters|why this matters|why ask|"
    "why we ask|notes for the interviewer|notes for interviewer|notes for interviewers|interviewer notes",
    "competencies": "考察 考查 考察点 考查点 考察要点 考查要点 考察能力 考查能力 考察维度 考查维度 考察内容 考查内容 考察方向 考查方向 "
    "测评要素 测评维度 测评要点 测评能力 测评点 考点 能力维度 能力项 能力要求 考核点 考核要点 考核维度 考核能力 考核内容 评价维度 胜任力 "
    "考察重点 考查重点 考察素质 考查素质 考察目标 测评指标 测试要素 本题考察 本题考查 主要考察 主要考查 考察能力点 胜任素质 知识点 "
    "考察知识点 考查知识点 考察目的 考查目的 面试维度 评价要素 素质维度 对应能力 对应素质 "
    "competency|competencies|competencies assessed|competency assessed|assesses|skills|skills assessed|"
    "skill|skill tested|skills tested|tests|measures|focus|area|areas assessed|dimension|dimensions",
    "highlights": "高分要点 高分关键 高分要诀 高分亮点 高分点 高分技巧 高分秘诀 高分提示 加分项 加分点 加分要点 亮点 答题亮点 得分亮点 "
    "答案亮点 高分要点在于 高分关键在于 优秀表现 高分答案特征 高分特征 "
    "highlight|highlights|bonus|bonus points|strong answers|a strong answer|strong answer|what makes a great answer|"
    "green flags|great answers|extra credit|standout answers|what sets a strong answer apart",
    "follow_ups": "追问 可能的追问 可追问 追问问题 追问方向 追问参考 参考追问 追问建议 建议追问 追问题 追问清单 后续追问 跟进问题 "
    "延伸问题 延伸追问 进一步追问 深入追问 补充追问 面试官追问 考官追问 拓展提问 延伸提问 "
    "follow-up|follow-ups|follow up|follow ups|follow-up question|follow-up questions|follow up question|"
    "follow up questions|probe|probes|probing questions|probing question",
    "difficulty": "难度 难度系数 难易度 难易程度 难度等级 难度级别 题目难度 试题难度 difficulty|difficulty level",
    "minutes": "时间 用时 建议时长 建议用时 答题时间 作答时间 时长 限时 参考时间 参考用时 建议时间 答题时长 作答时长 思考时间 预计用时 答题用时 参考时长 答题限时 建议答题时间 准备时间 "
    "time|time limit|suggested time|time allowed|duration|estimated time",
    "marks": "分值 分数 本题分值 题目分值 满分 本题满分 marks|mark|score|total marks|max score|maximum marks",
    "source": "来源 出处 依据 法律依据 政策依据 文件依据 出题依据 命题依据 教材依据 题目来源 试题来源 真题来源 source|origin",
    "tags": "标签 关键词 关键字 tags|tag|keywords|keyword",
    "type": "题型 题目类型 试题类型 question type|type",
    "category": "类别 分类 题目分类 题目类别 所属类别 试题分类 题类 所属模块 模块 category|section|topic",
    "id": "编号 题目编号 题目id 试题编号 题号 题目id号 id|question id|ref",
    "stem": "题目 题干 问题 试题 问 真题 面试题 面试题目 面试问题 考题 原题 题目内容 试题内容 题干内容 q|question|prompt|item|task",
    "options": "选项 备选项 备选答案 options|choices",
    "remark": "常见误区 易错点 扣分项 扣分点 失分点 减分项 减分点 常见错误 低分表现 避坑 避坑指南 注意事项 答题误区 误区 备注 答题技巧 "
    "温馨提示 提示 拓展 知识拓展 知识链接 相关知识 法规依据 参考依据 参考资料 适用岗位 适用对象 适用层级 更新时间 更新日期 出题人 "
    "您的答案 你的答案 我的答案 考生答案 考生作答 本题得分 得分 "
    "命题人 审题人 审核人 录入人 考官提示 评委提示 口诀 记忆口诀 延伸阅读 拓展阅读 参考文献 教材页码 适用部门 适用范围 "
    "差的回答 较差的回答 不好的回答 低分回答 错误示范 反面示例 错误回答 正确率 全站正确率 易错项 面试官提示 话术禁忌 低分要点 常见问题 扣分要点 红线 "
    "bad answer|bad answers|poor answer|poor answers|what to avoid|red flags|red flag|warning signs|pitfalls|common mistakes|common pitfalls|weak answers|a weak answer|weak answer|"
    "your answer|your response|points earned|notes|remarks|tip|tips|references|reference|hint|hints|author|last updated|watch out for|strong signals|weak signals|positive indicators|negative indicators|"
    "good signs|bad signs|learning objective|feedback",
}
"""Words of each label: by spaces in Chinese, by bars in English. "umbrella" stands over answer and analysis together,
"scheme" over points, levels or prose, "remark" over what the bank has no field for; an "approach" is an analysis where
an answer stands besides it, else the answer."""

NO_STEM_WORDS = frozenset(
    "扣分项 扣分点 失分点 减分项 减分点 低分表现 低分要点 扣分要点 面试官提示 易错点 答题误区 话术禁忌 本题得分 得分".split()
) | frozenset(
    "red flags|red flag|warning signs|weak answers|weak answer|a weak answer|bad answer|bad answers|poor answer|"
    "poor answers|what to avoid|pitfalls|common pitfalls|common mistakes".split("|")
)
"""Remarks that are for who marks, and never words of a stem."""

RESULTS = frozenset("得分 本题得分 正确率 全站正确率".split()) | {"points earned", "score"}
"""Labels of a figure somebody got in a test that was taken."""

TAKEN = frozenset("您的答案 你的答案 我的答案 考生答案 考生作答".split()) | {"your answer", "your response"}
"""Labels of what somebody answered in a test that was taken: no answer of the bank, and the score below is no mark."""

PLAIN_WORDS = frozenset(
    "答 思路 分析 点评 考点 要点 亮点 时间 用时 时长 限时 分数 满分 标签 类别 分类 模块 编号 问题 题目 问 解答 回答 试题 范例 范文 题型 "
    "难度 分值 来源 出处 依据 选项 考察 考查 评析 详解 追问 误区 备注 提示 拓展 注意事项 考题 关键点 温馨提示 知识点 题干 真题 原题 题号 "
    "红线 避坑 评点 标签 关键词 评分 打分 rating ratings "
    "a q key ans id ref type time why area focus skill skills tests measures points answer answers question solution "
    "prompt item task score marks mark source origin tag tags notes tip tips hint hints reference references comment "
    "comments section topic category levels scoring grading bands marking duration highlight highlights bonus probe probes levels "
    "口诀 feedback 得分 本题得分 "
    "options choices remarks author commentary analysis reasoning look for listen for".split()
) | {"look for", "listen for", "follow up", "follow ups"}
"""Everyday words: a label only before a colon, in brackets, or (some) alone in bold or as a heading."""

ALONE = frozenset(
    "解析 分析 点评 答案 参考答案 追问 考点 亮点 要点 答 思路 详解 analysis answer answers highlights".split()
)
"""Words that are a label even bare, when they have a line for themselves."""

IN_LINE = (
    *"参考答案及评分标准 参考答案及解析 答案与解析 答案及解析 参考答案 标准答案 正确答案 答案 参考解析 答案解析 试题解析 解析 难度 难度系数".split(),
    *"考点 考察点 考查点 考察要点 考查要点 考察 考查 测评要素 高分要点 分值 追问 点评 答题要点 答案要点 得分点 评分标准 评分要点 评分档".split(),
    *"参考思路 答题思路 您的答案 你的答案 我的答案 考生答案 本题得分 得分".split(),
    *(
        "your answer",
        "score",
        "points earned",
        "correct answer",
        "answer",
        "explanation",
        "difficulty",
        "follow-up",
    ),
)
"""Words that are a label before a colon in the middle of a line, too."""

ANSWERS = frozenset(("answer", "points", "umbrella", "scheme", "analysis", "approach"))
"""Labels that answer a question."""

LEAD_ANSWERS = frozenset(("answer", "umbrella", "points", "approach"))
"""Those that stand right behind its stem."""

BARE_LABELS = frozenset("题 题目 题干 问题 试题 真题 面试题 考题 原题 question q prompt item".split())
"""Words before a stem that say nothing about it."""
