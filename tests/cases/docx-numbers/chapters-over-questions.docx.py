"""A list of several levels that Word counts: the upper level are sections, the lower their questions."""


def build(docx):
    docx.p("客房服务问答", "Title")
    rooms = (
        ("清扫", (("先扫哪里？", "从里到外。"), ("几点前做完？", "十四点。"))),
        ("布草", (("床单怎么换？", "一客一换。"),)),
    )
    for upper in (("decimal", "%1"), ("chineseCounting", "%1、")):
        counted = docx.numbering(upper, ("decimal", "%1.%2"))
        for title, asked in rooms if upper[0] == "decimal" else rooms[:1]:
            docx.p(title, number=(counted, 0))
            for stem, answer in asked:
                docx.p(stem, number=(counted, 1))
                docx.p("答：" + answer)
