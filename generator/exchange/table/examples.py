"""What the template shows: a question of each type, to be written over, and what each column means."""

from __future__ import annotations

from functools import lru_cache

EXAMPLES: tuple[tuple[dict[str, str], ...], tuple[dict[str, str], ...]] = (
    (
        {
            "type": "论述题", "category": "情景应变", "difficulty": "3", "minutes": "6", "marks": "8",
            "stem": "示例（请改写或删去）：顾客收到的杯子碎了一只，第二天就要送人。你会怎么处理？",
            "competencies": "情绪管理、问题解决",
            "answer": "先安抚，再核实，最后给方案。",
            "points": "1. 先道歉并复述顾客的问题（3分）\n2. 当场给出补发或退款两个方案（3分）\n3. 跟进（2分）\n"
            "   （1）一小时内回电\n   （2）次日复盘",
            "analysis": "看候选人能否先处理情绪再处理事情。",
            "highlights": "1. 先处理情绪\n2. 方案可选",
            "levels": "好（7-8分）：情绪、事实、方案三步齐全。\n中（4-6分）：只给方案。\n差（0-3分）：推卸责任。",
            "follow_ups": "如果顾客坚持三倍赔偿？",
            "source": "2026 春季校招", "tags": "电商、售后",
        },
        {
            "type": "简答题", "category": "业务知识", "difficulty": "2", "minutes": "4", "marks": "5",
            "stem": "示例（请改写或删去）：七天无理由退货有哪些例外？",
            "points": "1. 定作的商品\n2. 鲜活易腐的商品\n3. 拆封的音像制品和软件",
            "analysis": "答出三类即可。",
        },
        {
            "type": "单选题", "category": "业务知识", "difficulty": "1", "marks": "2",
            "stem": "示例（请改写或删去）：客诉升级后，第一联系人应在多久内回复？",
            "option:0": "10 分钟", "option:1": "30 分钟", "option:2": "2 小时", "option:3": "当天",
            "answer": "B", "analysis": "见服务规范第三条。",
        },
        {
            "type": "多选题", "category": "业务知识", "difficulty": "2", "marks": "4",
            "stem": "示例（请改写或删去）：哪些情形可以直接退款？",
            "option:0": "商品破损", "option:1": "发错货", "option:2": "超过保修期", "option:3": "以上都不对",
            "fixed": "D", "answer": "AB",
        },
        {
            "type": "判断题", "category": "业务知识", "difficulty": "1", "marks": "1",
            "stem": "示例（请改写或删去）：客户的身份证号可以写进工单备注。", "answer": "错",
        },
        {
            "type": "填空题", "category": "业务知识", "difficulty": "1", "marks": "2",
            "stem": "示例（请改写或删去）：首次响应时间不超过____分钟，解决率不低于____。",
            "answer": "30 | 三十\n90%",
        },
    ),
    (
        {
            "type": "essay", "category": "Service", "difficulty": "3", "minutes": "6", "marks": "8",
            "stem": "Example (write over it or delete it): A customer's cup arrived broken, and it is a gift for tomorrow. "
            "What do you do?",
            "competencies": "empathy; problem solving",
            "answer": "Calm down first, then check the facts, then offer a solution.",
            "points": "1. Apologises and says the problem in own words (3 marks)\n"
            "2. Offers a new cup or the money back (3 marks)\n3. Follows up (2 marks)\n"
            "   （1）calls back within an hour\n   （2）reviews the case the next day",
            "analysis": "Does the candidate see to the feelings before the facts?",
            "highlights": "1. Feelings first\n2. Offers a choice",
            "levels": "good (7-8 marks): feelings, facts and solution\n"
            "fair (4-6 marks): a solution only\npoor (0-3 marks): blames others",
            "follow_ups": "What if the customer asks for three times the price?",
            "source": "spring 2026", "tags": "retail; returns",
        },
        {
            "type": "short_answer", "category": "Knowledge", "difficulty": "2", "minutes": "4", "marks": "5",
            "stem": "Example (write over it or delete it): Which goods cannot be returned?",
            "points": "1. Goods made to order\n2. Goods that spoil\n3. Opened software",
            "analysis": "Three kinds are enough.",
        },
        {
            "type": "single_choice", "category": "Knowledge", "difficulty": "1", "marks": "2",
            "stem": "Example (write over it or delete it): How soon is a complaint answered?",
            "option:0": "10 minutes", "option:1": "30 minutes", "option:2": "2 hours", "option:3": "the same day",
            "answer": "B", "analysis": "See rule 3 of the handbook.",
        },
        {
            "type": "multiple_choice", "category": "Knowledge", "difficulty": "2", "marks": "4",
            "stem": "Example (write over it or delete it): When is the money given back at once?",
            "option:0": "The goods are broken", "option:1": "The wrong goods were sent", "option:2": "The warranty is over",
            "option:3": "None of these", "fixed": "D", "answer": "AB",
        },
        {
            "type": "true_false", "category": "Knowledge", "difficulty": "1", "marks": "1",
            "stem": "Example (write over it or delete it): A customer's passport number may stand in the ticket.",
            "answer": "false",
        },
        {
            "type": "fill_blank", "category": "Knowledge", "difficulty": "1", "marks": "2",
            "stem": "Example (write over it or delete it): We answer within ____ minutes and solve ____ of all cases.",
            "answer": "30 | thirty\n90%",
        },
    ),
)  # fmt: skip
"""In Chinese and in English: cells by field."""

COLUMNS = (
    "id", "type", "category", "stem", "option:0", "option:1", "option:2", "option:3", "option:4", "option:5", "fixed",
    "answer", "points", "analysis", "highlights", "levels", "follow_ups", "competencies", "difficulty", "minutes", "marks",
    "tags", "source", "note",
)  # fmt: skip
"""Those of the template; any other of a bank may be added."""

MEANINGS: dict[str, tuple[str, str]] = {
    "id": ("小写字母、数字和 . _ - ；空着则自动编号。再次导入时按它更新原题。",
           "Small letters, digits and . _ - ; made up if empty. It finds the question again in a later import."),
    "type": ("论述题、简答题、单选题、多选题、判断题、填空题；空着则按选项和答案判断。",
             "essay, short_answer, single_choice, multiple_choice, true_false or fill_blank; told by the rest if empty."),
    "category": ("试卷各大题按它抽题。", "What the sections of a paper draw by."),
    "stem": ("必填。格内换行就是换段；填空处写四个以上下划线 ____。",
             "Required. A line break begins a paragraph; four or more underscores ____ are a blank."),
    "option": ("一格一个选项，不写字母；更多选项可加列“选项G”“选项H”。",
               "An option a cell, without its letter; add columns “option G”, “option H” for more."),
    "fixed": ("打乱选项时留在原处的选项，写字母，如 D（以上都不对）。",
              "Letters of options that keep their place when the others are shuffled: D (none of these)."),
    "answer": ("选择题写字母 B、ABD；判断题写 对、错；填空题一空一行，几种写法用 | 隔开；其余写参考答案。",
               "Letters (B, ABD); true or false; a line for each blank, other spellings behind |; else a model answer."),
    "points": ("一行一点，行首编号 1. ，下一层用（1）；分值写在末尾：（3分）。",
               "A point a line, numbered 1. and below that (1); marks at the end: (3 marks)."),
    "analysis": ("印在答案里，不印在试卷上。", "Printed in the key, never in the paper."),
    "highlights": ("一行一条。", "One a line."),
    "levels": ("一行一档：好（7-8分）：说明。", "One a line: good (7-8 marks): what it takes."),
    "follow_ups": ("面试官可以接着问的话，一行一个。", "What an interviewer may ask next, one a line."),
    "competencies": ("用顿号或分号隔开。", "Parted by semicolons."),
    "difficulty": ("1（易）到 5（难）。", "1 (easy) to 5 (hard)."),
    "minutes": ("建议的作答时间。", "Time to answer it in."),
    "marks": ("得分点的分值加起来应等于它。", "What the marks of the points add up to."),
    "tags": ("用顿号或分号隔开。", "Parted by semicolons."),
    "source": ("题目从哪里来。", "Where the question comes from."),
    "note": ("只给管理题库的人看，不会印出来。", "For those who keep the bank; never printed."),
}  # fmt: skip


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(_bare(example["stem"]) for examples in EXAMPLES for example in examples)


def _bare(stem: str) -> str:
    return "".join(stem.split())


def is_example(stem: str) -> bool:
    """Whether a stem is still that of an example of the template."""
    return len(stem) < 400 and _bare(stem) in _stems()
