"""A multi-level list linked to heading styles, as Word's own template has it."""


def build(docx):
    outline = docx.numbering(("chineseCounting", "第%1部分"), ("decimal", "%2."), ("decimal", "(%3)"))
    docx.number_style("Heading 1", outline, 0)
    docx.number_style("Heading 2", outline, 1)
    docx.number_style("List Number", outline, 2)

    docx.p("养老院院长面试题", "Title")
    docx.p("照护管理", "Heading 1")
    docx.p("一位老人半夜总按铃，护理员觉得他是故意的。你怎么看、怎么做？", "Heading 2")
    docx.p("参考答案：")
    docx.p("先查身体：疼痛、尿急、药物都会让人睡不着。", "List Number")
    docx.p("再查心里：他是不是怕黑、怕一个人。", "List Number")
    docx.p("安排睡前陪坐十分钟，一周后看按铃的次数。", "List Number")
    docx.p("家属在房间里装了摄像头，同屋的老人不同意。怎么办？", "Heading 2")
    docx.p("参考答案：")
    docx.p("说明隐私的规定，请家属先关掉。", "List Number")
    docx.p("换成只对着床位的跌倒报警垫。", "List Number")
    docx.p("安全运营", "Heading 1")
    docx.p("入住率只有六成，有人建议收治失能程度更重的老人。你同意吗？", "Heading 2")
    docx.p("参考答案：")
    docx.p("先算护理员够不够，不够就是拿安全换收入。", "List Number")
    docx.p("可以先开一个护理单元试三个月。", "List Number")
