"""A sheet for the scorers behind the last question, with its name above and a note below, and the words to be read out."""


def build(docx):
    docx.p("**社区工作者面试题本**")
    docx.p("指导语：你好，欢迎参加面试。本次面试共2题，时间8分钟。")
    docx.p("第一题：居民为停车位争吵，你怎么劝？（50分）")
    docx.p("参考要点：")
    docx.p("（1）先请双方坐下；")
    docx.p("（2）再一起看划线图。")
    docx.p("第二题：怎样让年轻人来参加活动？（50分）")
    docx.p("参考要点：")
    docx.p("（1）问他们什么时候有空；")
    docx.p("（2）请他们出主意。")
    docx.p("**面试评分表**")
    docx.table([["测评要素", "分值", "得分"], ["沟通", "50", ""], ["组织", "50", ""], ["合计", "100", ""]])
    docx.p("注：成绩保留两位小数。")
