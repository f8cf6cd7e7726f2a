"""A card for each question, with two labels and their contents to a row."""


def build(docx):
    docx.p("档案员题库", "Title")
    for stem, answer in (
        ("归档前先做什么？\nA. 核对目录\nB. 装订", "A"),
        ("借阅要登记什么？\nA. 天气\nB. 姓名和期限", "B"),
    ):
        docx.table(
            [
                ["题号", "", "题型", "单选题"],
                ["难度", "易", "命题人", "周"],
                ["题干", stem, "", ""],
                ["标准答案", answer, "", ""],
                ["答案依据", "档案管理办法", "", ""],
            ]
        )
        docx.p("")
