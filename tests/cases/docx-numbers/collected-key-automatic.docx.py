"""A collected key whose numbers are automatic."""


def build(docx):
    docx.p("健康管理师面谈题", "Title")
    sections = docx.numbering(("chineseCountingThousand", "%1、"))
    questions = docx.numbering(("decimal", "%1."))
    docx.p("饮食指导（共2题，每题10分）", number=(sections, 0))
    docx.p("糖尿病人问：“月饼一点都不能吃吗？”你怎么答？", number=(questions, 0))
    docx.p("客户记了一周的饮食，你发现漏掉了所有的夜宵。怎么谈？", number=(questions, 0))
    docx.p("运动指导（共1题，每题20分）", number=(sections, 0))
    questions = docx.again(questions)
    docx.p("膝盖痛的人想靠爬楼减肥。你给他什么建议？", number=(questions, 0))

    docx.p("参考答案")
    sections = docx.again(sections)
    docx.p("饮食指导", number=(sections, 0))
    questions = docx.again(questions)
    docx.p("可以吃四分之一块，放在两餐之间，当天的主食减掉一口，吃完测一次。", number=(questions, 0))
    docx.p("不说“你漏了”，问“晚上十点以后饿不饿”，让他自己补上。", number=(questions, 0))
    docx.p("运动指导", number=(sections, 0))
    questions = docx.again(questions)
    docx.p("先换成平地快走或者游泳；下楼比上楼更伤膝盖，先把体重减下两公斤再谈爬楼。", number=(questions, 0))
