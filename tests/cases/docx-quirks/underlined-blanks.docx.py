"""Blanks in three ways."""


def build(docx):
    docx.p("急救员考核题")
    docx.p("一、填空题（每空2分）")
    docx.p("1. 成人胸外按压的深度是_        _厘米，频率是每分钟_          _次。")
    docx.p("2. 按压与人工呼吸的比例是______。")
    docx.p("3. 怀疑颈椎受伤时，搬动伤者至少要_      _人。")
    docx.p("参考答案：")
    docx.p("1. 5到6；100到120")
    docx.p("2. 30比2")
    docx.p("3. 三")
