"""A form with content controls."""

from tests.cases.build_docx import run


def build(docx):
    docx.p("社区医院导诊员面试题", "Title")
    docx.xml(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p>"
        + run("1.\u00a0一位老人拿着子女写的纸条来挂号，字迹看不清。你怎么帮他？")
        + "</w:p></w:sdtContent></w:sdt>"
    )
    docx.xml(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p>"
        + run("答案：\t请他说哪里不舒服，按症状先挂号；征得同意后给子女打电话核对。")
        + "</w:p></w:sdtContent></w:sdt>"
    )
    docx.runs(
        run("2.\u00a0患者把检查单")
        + '<w:bookmarkStart w:id="3" w:name="a"/>'
        + run("弄丢了，")
        + '<w:bookmarkEnd w:id="3"/>'
        + run("急着要走。你怎么办？")
    )
    docx.runs(
        run("答案：凭身份证在自助机上补打，或者到")
        + '<w:hyperlink w:anchor="a">'
        + run("医院网站")
        + "</w:hyperlink>"
        + run("下载。")
    )
