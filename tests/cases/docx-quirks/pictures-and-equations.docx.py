"""Pictures and mathematics."""

from tests.cases.build_docx import equation, power, run


def build(docx):
    docx.p("初中数学教师试讲题", "Title")
    docx.runs(
        run("1. 请讲解：为什么")
        + equation(power("x", "2"), "=4")
        + run("有两个解，而实际问题里常常只取一个？")
    )
    docx.p("参考要点：")
    docx.p("（1）先让学生代入验证。")
    docx.p("（2）再举边长、人数这样的例子，说明负的解为什么舍去。")
    docx.p("2. 看下面的统计图，请提出一个可以让学生争论起来的问题。")
    docx.picture()
    docx.p("参考要点：")
    docx.p("（1）问题要有两种站得住的答案。")
    docx.p("（2）争论之后要能回到图上找证据。")
