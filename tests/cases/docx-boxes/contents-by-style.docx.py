"""A contents list without a field."""


def build(docx):
    docx.p("拍卖师资格面谈题", "Title")
    docx.p("目　录")
    docx.p("第一部分　主持\t1")
    docx.p("第二部分　鉴定\t2")
    docx.p("参考答案\t3")
    docx.p("第一部分　主持", "Heading 1")
    docx.p("1. 落槌之后，另一位买家说他刚才举了牌。怎么处理？")
    docx.p("2. 全场没有人应价，你有三十秒。说什么？")
    docx.p("第二部分　鉴定", "Heading 1")
    docx.p("3. 委托人要求在图录上写“宋代”，而专家意见只是“疑似”。写不写？")
    docx.p("参考答案", "Heading 1")
    docx.p("1. 以落槌为准；若录像表明举牌在前，按规则宣布重新开拍。")
    docx.p("2. 讲这件东西的一个人、一件事，再把底价说清楚，然后流拍，不拖。")
    docx.p("3. 不写。按专家意见写“疑似”，并注明依据。")
