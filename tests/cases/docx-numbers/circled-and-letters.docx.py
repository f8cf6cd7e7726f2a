"""Lists in letters and circles."""


def build(docx):
    questions = docx.numbering(("decimal", "%1、"))
    letters = docx.numbering(("upperLetter", "%1."))
    circles = docx.numbering(("decimalEnclosedCircleChinese", "%1"))

    docx.p("化妆品柜台顾问上岗测试")
    docx.p("一、单选题（共2题，每题5分）")
    docx.p("给顾客试用粉底，应当先试在哪里？", number=(questions, 0))
    for text in ("手背", "下颌线", "额头"):
        docx.p(text, number=(letters, 0))
    docx.p("答案：B")
    docx.p("顾客说上次用了过敏，第一句话应当是（ ）。", number=(questions, 0))
    letters = docx.again(letters)
    for text in ("“不可能，我们的产品很温和。”", "“现在还难受吗？”", "“您有小票吗？”"):
        docx.p(text, number=(letters, 0))
    docx.p("答案：B")
    docx.p("二、情景题（共1题，每题20分）")
    docx.p("母女俩一起来，妈妈嫌贵，女儿很想要。你怎么说？", number=(questions, 0))
    docx.p("答题要点：")
    for text in (
        "先夸女儿的眼光，也认同妈妈的会过日子。",
        "拿小样给女儿，让她用一周再决定。",
        "不替任何一方说话，更不激将。",
    ):
        docx.p(text, number=(circles, 0))
    docx.p("解析：买单的人和使用的人不同，两个人都要照顾。")
