"""Furniture among the paragraphs."""


def build(docx):
    docx.p("（完整版）收银主管面试题　WORD下载　可编辑")
    docx.p("收银主管面试题", "Title")
    docx.p("1. 收银员多找了顾客一百元，顾客已经走了。你怎么处理？")
    docx.p("参考答案：先看监控，有会员信息的打电话；追不回的按差错规定处理，不让收银员当场掏钱。")
    docx.p("更多资料请访问 www.example.com 下载")
    docx.p("1 / 2")
    docx.p("2. 系统断网，五条通道排满了人。你怎么办？")
    docx.p("参考答案：启用离线收银，只收现金和扫码截图登记；派人在队尾说明。")
    docx.p("更多资料请访问 www.example.com 下载")
    docx.p("2 / 2")
