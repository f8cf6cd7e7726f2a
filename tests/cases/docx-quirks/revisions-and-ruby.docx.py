"""Revision marks and readings."""

from tests.cases.build_docx import deleted, inserted, ruby, run


def build(docx):
    docx.p("古籍修复员面试题", "Title")
    docx.runs(run("1. 一册虫蛀的旧书，读者") + deleted("很想") + inserted("急着") + run("要影印。你答应吗？"))
    docx.runs(run("参考答案：先除虫、加固，再用无光扫描") + deleted("，收费另算") + run("；不用复印机压平。"))
    docx.runs(run("2. 请说出“筒子页”和“蝴蝶装”的区别，并解释“") + ruby("帙", "zhì") + run("”字的意思。"))
    docx.runs(run("参考答案：筒子页版心向外，蝴蝶装版心向内；") + ruby("帙", "zhì") + run("是包书的布套。"))
    docx.runs(run("3. 补纸的颜色应当比原纸") + inserted("深还是浅？") + run("为什么？"))
    docx.runs(run("参考答案：略浅。日后会变深，而且要让后人看得出哪里补过。"))
