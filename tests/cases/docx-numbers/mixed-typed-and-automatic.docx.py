"""Typed 1. and 2., an automatic list for the rest."""


def build(docx):
    bullets = docx.numbering(("bullet", "\uf06c"))
    docx.p("宠物医院前台面试题", "Title")
    docx.p("1. 主人抱着抽搐的狗冲进来，前面还有四位在等。你怎么做？")
    docx.p("参考答案：")
    docx.p("先叫医生，人命与狗命一样不等排队。", number=(bullets, 0))
    docx.p("向等候的人说明，多数人会理解。", number=(bullets, 0))
    docx.p("2. 结账时主人说费用比电话里报的高了一倍。你怎么解释？")
    docx.p("参考答案：")
    docx.p("逐项对照单子，说明哪几项是检查后加的。", number=(bullets, 0))
    docx.p("确实没有事先告知的，请示院长减免。", number=(bullets, 0))
    later = docx.numbering(("decimal", "%1."))
    docx.p("3. 主人要求给健康的猫做去爪手术。你怎么答？")
    docx.p("参考答案：")
    docx.p("说明这是截掉指骨，不是剪指甲。", number=(later, 0))
    docx.p("教他剪指甲和放抓板。", number=(later, 0))
