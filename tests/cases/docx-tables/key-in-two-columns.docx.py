"""A key laid out in a table of two columns, an entry in each cell."""


def build(docx):
    docx.p("一、单选题（每题2分）")
    for number, stem in enumerate(
        ("牛奶的冷藏温度是多少？", "面包的保质期从哪天算？", "临期商品怎么标？", "生熟刀板怎么分？"), 1
    ):
        docx.p(f"{number}. {stem}")
        docx.p("A. 照店规\tB. 照国标\tC. 看经验")
    docx.p("参考答案")
    docx.table([["1. B", "2. A"], ["3. A", "4. B"]])
