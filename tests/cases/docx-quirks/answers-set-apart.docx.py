from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor

RED = RGBColor(0xC0, 0x00, 0x00)


def build(docx):
    docx.p("保洁员测验")
    docx.p("一、选择题")
    docx.p("1. 擦玻璃应当用")
    docx.p("A. 报纸")
    docx.p("B. 刮水器").runs[0].font.color.rgb = RED
    docx.p("C. 钢丝球")
    docx.p("2. 哪种布不能混用？")
    docx.p("A. 擦马桶的布").runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW
    docx.p("B. 新布")
    docx.p("二、填空题")
    paragraph = docx.p("3. 消毒液应当兑水")
    paragraph.add_run("100").underline = True
    paragraph.add_run("倍。")
    docx.p("三、问答题")
    docx.p("4. 捡到客人的物品怎么办？")
    docx.p("登记，交前台，不私自联系客人。").runs[0].font.color.rgb = RED
