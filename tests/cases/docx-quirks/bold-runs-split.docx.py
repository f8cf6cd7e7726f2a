"""Runs split anywhere."""

from tests.cases.build_docx import run

BOLD = "<w:b/>"


def build(docx):
    docx.p("健身房前台面试题", "Title")
    docx.runs(
        run("1", BOLD)
        + run(". ", BOLD)
        + run("会员卡过", BOLD)
        + run("期三天，会员坚持", BOLD)
        + run("说没有人提醒他。怎么办？", BOLD)
    )
    docx.runs(
        run("参考", BOLD)
        + run("答案", BOLD)
        + run("：", BOLD)
        + run("今天照常进，补办在一周内；同时查")
        + run("提醒短信", BOLD)
        + run("有没有发出去。")
    )
    docx.runs(run("解", BOLD) + run("析：", BOLD) + run("先给方便，再查系统。"))
    docx.runs(
        run("2. ", BOLD)
        + run("更衣柜里的手表不见了，会员要求")
        + run("搜查", BOLD)
        + run("保洁员的包。你怎么答？")
    )
    docx.runs(run("参考答案：", BOLD) + run("不能搜。陪会员报警，调公共区域的监控，请民警处理。"))
    docx.runs(run("解析：", BOLD) + run("谁都没有搜包的权利。"))
