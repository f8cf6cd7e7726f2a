"""Equations and pictures in a choice paper."""

from tests.cases.build_docx import equation, fraction, power, run


def build(docx):
    docx.p("初中数学教师笔试题", "Title")
    docx.p("一、选择题（每题5分）")
    docx.runs(run("1. 方程") + equation(power("x", "2"), "=9") + run("的解是（ ）。"))
    docx.p("A. 只有3")
    docx.p("B. 3和-3")
    docx.runs(run("C. ") + equation("x=", fraction("18", "2")))
    docx.p("答案：B")
    docx.picture(docx.p("2. 下图的阴影大约占几分之几？"))
    docx.p("A. 四分之一\tB. 二分之一\tC. 全部")
    docx.p("答案：C")
    docx.p("二、简答题（每题10分）")
    docx.runs(
        run("1. 学生把")
        + equation(power("(a+b)", "2"))
        + run("写成")
        + equation(power("a", "2"), "+", power("b", "2"))
        + run("，你用什么图形说服他？")
    )
    docx.p("答案：画一个大正方形，分成四块，请他指出少了哪两块。")
