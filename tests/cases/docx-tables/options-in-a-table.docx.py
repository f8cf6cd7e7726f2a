"""Options in a layout table."""


def build(docx):
    docx.header("第三届职工技能大赛理论题")
    docx.footer("第", "页/共", "页")
    docx.p("叉车工理论题")
    docx.p("一、单项选择题（共2题，每题2分，共4分）")
    docx.p("1. 下坡时，叉车应当（ ）。")
    docx.table([["A. 货物朝上坡方向，倒车下行", "B. 空挡滑行"], ["C. 加速通过", "D. 高举货叉"]])
    docx.p("答案：A")
    docx.p("2. 货物挡住视线时，应当（ ）。")
    docx.table([["A. 探头看", "B. 倒车行驶", "C. 凭感觉"]])
    docx.p("答案：B")
