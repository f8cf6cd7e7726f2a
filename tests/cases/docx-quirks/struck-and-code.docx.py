"""Words struck through, an option among them; programs in a face of fixed width, a blank line inside."""


def _code(docx, text, face="Consolas"):
    for line in text.split("\n"):
        docx.runs(
            f'<w:r><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}"/></w:rPr>'
            f'<w:t xml:space="preserve">{line}</w:t></w:r>'
        )


def _struck(docx, text, before="", behind=""):
    docx.runs(
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
        f'<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{behind}</w:t></w:r>'
    )


def build(docx):
    docx.p("1. 下面的函数返回什么？")
    _code(docx, "def last(items):\n    if items:\n        return items[-1]\n\nprint(last([1, 2]))")
    docx.p("答案：2")
    docx.p("2. 夜班由谁锁门？")
    _struck(docx, "值班经理。", "答案：", "最后离开的人。")
    _struck(docx, "3. 旧制服交给谁？")
    docx.p("3. 门禁卡丢了，先做什么（　）")
    docx.p("A. 挂失")
    _struck(docx, "B. 配新卡")
    docx.p("C. 换锁")
    docx.p("答案：A")
