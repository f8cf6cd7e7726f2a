"""Messages on what of a document is in no bank."""

from __future__ import annotations

from generator.messages.words import Words

PHRASES: dict[str, Words] = {
    "left-description": Words("说明，不是题目", "description, which asks nothing"),
    "left-random": Words("随机抽题的位置", "place of a question drawn at random"),
    "left-category-info": Words("类别的说明", "description of a category"),
    "left-unclosed": Words("花括号不成对", "braces that are not in pairs"),
    "left-no-options": Words("选项少于两个", "fewer than two options"),
    "left-no-stem": Words("前面没有题干", "no stem stands before it"),
    "left-file": Words("文中没有用到的文件", "file that no text uses"),
    "left-key": Words("没有题目与之对应的答案", "part of a key that belongs to no question"),
    "left-key-heading": Words("答案部分的标题", "heading of a key"),
    "left-orphan": Words("没有题目与之对应的答案", "answer to a question there is none of"),
    "left-contents": Words("目录", "list of contents"),
    "left-front": Words("题目之前的文字", "what stands before the questions"),
    "left-title": Words("另一份文档的标题", "title of another document"),
    "left-note": Words("大题的说明，题库里没有这一项", "note on a section, for which a bank has no field"),
    "left-heading": Words("没有用作类别的标题", "heading that became no category"),
    "left-box": Words("填写姓名、得分的表格", "box for names or marks"),
    "left-summary": Words("各大题题数和分值的汇总表", "table of the sections' questions and marks"),
    "left-page-furniture": Words("页眉或页脚", "page header or footer"),
    "left-table-heads": Words(
        "表头，不在常见的表头之列", "headers of a table that are none of the usual ones"
    ),
    "left-ending": Words("结尾的话", "closing words"),
    "left-table-title": Words("表头之上的文字", "what stands above the headers"),
    "left-table-heading": Words("表中的小标题", "heading inside the table"),
    "left-table-row": Words("没有题干的行", "row without a stem"),
    "left-table-example": Words("空表里的示例，还没有改写", "example of the template, not written over yet"),
    "left-table-hidden": Words("隐藏的工作表", "hidden sheet"),
    "left-table-picture": Words("工作表里的图片", "picture in a sheet"),
    "left-header": Words("页眉或页脚", "page header or footer"),
    "left-comment": Words("批注", "comment"),
    "left-front-matter": Words("文件开头的设置", "settings at the file's beginning"),
    "left-hidden": Words("隐藏的文字", "hidden text"),
    "left-link": Words("链接的地址", "address of a link"),
    "left-deleted": Words("修订时删去的文字", "text deleted in a revision"),
    "left-gloss": Words("注音", "gloss over characters"),
    "left-equation": Words("旧式公式，只有图片", "equation of an old kind, only a picture"),
    "left-object": Words("嵌入的对象", "embedded object"),
    "left-embedded": Words("嵌入的另一份文档", "another document, embedded"),
    "left-drawing": Words("图表或图形", "chart or drawing"),
    "left-picture": Words("题库放不了这种格式的图片", "picture of a format no bank can hold"),
    "left-large-picture": Words("图片太大", "picture too large"),
    "left-linked-picture": Words("图片不在文件里，只有链接", "picture that is not in the file, only linked"),
    "left-furniture": Words("网页的导航或页脚", "navigation or footer of a web page"),
    "left-notice": Words("网站的提示", "notice of a site"),
    "left-conditions": Words("下载或版权说明", "conditions of download or copyright"),
    "left-page-number": Words("页码", "page number"),
}
