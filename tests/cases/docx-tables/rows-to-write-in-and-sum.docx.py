"""Forms with rows for the interviewer, and a list of questions with the sum of its marks."""


def build(docx):
    docx.p("护士长竞聘评分表", "Title")
    asked = (
        ("第1题", "怎样安排夜班人手？", "（1）看病人数；\n（2）看资历。"),
        ("第2题", "病人投诉护士态度，怎么办？", "（1）听完；\n（2）道歉。"),
    )
    docx.p("一、现场处置")
    for number, stem, points in asked:
        docx.table([[number, stem], ["答题要点", points], ["考官记录", ""], ["得　分", ""]])
        docx.p("")
    docx.p("二、基本技能")
    docx.table(
        [
            ["序号", "题目", "参考答案", "分值"],
            ["1", "怎样换灯管？", "先断电。", "10"],
            ["2", "怎样接线？", "按色标。", "20"],
            ["合计", "", "", "30"],
        ]
    )
