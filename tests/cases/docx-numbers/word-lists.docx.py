"""Automatic numbers at three places; the text itself has none."""


def build(docx):
    sections = docx.numbering(("chineseCountingThousand", "%1、"))
    questions = docx.numbering(("decimal", "%1."))
    points = docx.numbering(("decimal", "（%1）"))

    docx.p("快递网点负责人面试题", "Title")
    docx.p("现场管理（共2题，每题10分，共20分）", number=(sections, 0))
    docx.p("凌晨到的一车件里有三箱生鲜破了，汤汁流到了别的包裹上。你怎么安排？", number=(questions, 0))
    docx.p("参考答案：")
    docx.p("把受污染的件单独分区，逐一拍照登记。", number=(points, 0))
    docx.p("生鲜先联系寄件人，问清是退回还是就地处理。", number=(points, 0))
    docx.p("当天给受影响的收件人打电话，不等他们来问。", number=(points, 0))
    docx.p("解析：主动打电话的网点，投诉少一半。")
    docx.p("两名派件员为一栋写字楼的归属吵到站里来。你怎么断？", number=(questions, 0))
    docx.p("参考答案：")
    points = docx.again(points)
    docx.p("先让件送出去，划分的事晚上再说。", number=(points, 0))
    docx.p("按近一个月的件量和路线重新划片，公布一次。", number=(points, 0))
    docx.p("解析：先保当天的派送，再谈公平。")

    docx.p("成本控制（共1题，每题20分，共20分）", number=(sections, 0))
    questions = docx.again(questions)
    docx.p("单票派费降了两毛，网点怎样不亏？", number=(questions, 0))
    docx.p("参考答案：")
    points = docx.again(points)
    docx.p("看投柜率，能投柜的不上门。", number=(points, 0))
    docx.p("把散件拼到固定的两个时段。", number=(points, 0))
    docx.p("增加上门取件，派件的车不空着回来。", number=(points, 0))
