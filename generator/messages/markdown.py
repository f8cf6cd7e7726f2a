"""Messages on texts in Markdown."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "math-unsupported": Words(
        "数学公式“{written}”还不能排印", "mathematics cannot be printed yet: “{written}”"
    ),
    "image-broken": Words(
        "“{written}”像是图片，但写法不对", "“{written}” looks like a picture but is not written as one"
    ),
    "image-not-here": Words("这里不能放图片", "a picture cannot stand here"),
    "image-not-relative": Words(
        "图片“{written}”要写相对路径，不能是绝对路径或网址",
        "the picture “{written}” must be a relative path, not an absolute one or an address",
    ),
    "image-outside": Words(
        "图片“{written}”不在题库的文件夹里", "the picture “{written}” is outside the bank's folder"
    ),
    "image-missing": Words("找不到图片“{written}”", "there is no picture “{written}”"),
    "image-not-a-file": Words("“{written}”不是文件", "“{written}” is not a file"),
    "image-too-large": Words(
        "图片“{written}”有 {size} MiB，最多 {limit} MiB",
        "the picture “{written}” has {size} MiB; {limit} MiB is the most",
    ),
    "image-format": Words("“{written}”不是 PNG 或 JPEG 图片", "“{written}” is not a PNG or JPEG picture"),
    "image-unreadable": Words(
        "读不了图片“{written}”：{reason}", "cannot read the picture “{written}”: {reason}"
    ),
    "block-in-line": Words(
        "这里只能写文字，不能有列表、表格或代码块",
        "only words can stand here, no list, table or block of code",
    ),
    "quote-mark": Words("引用（行首的“>”）会照原样印出来", "a quotation is printed as it is, with its “>”"),
    "list-too-deep": Words(
        "列表嵌套太深，最多 {limit} 层", "the list is nested too deep; {limit} levels are the most"
    ),
    "text-too-long": Words(
        "这段文字太长，最多 {limit} 个字符", "this text is too long; {limit} characters are the most"
    ),
    "table-cells": Words(
        "这一行有 {found} 格，表头只有 {expected} 格",
        "this row has {found} cells, the header only {expected}",
    ),
}

HINTS: dict[str, Words] = {
    "math-in-words": Words(
        "用文字写出来，或者做成图片；要印“$”本身就写“\\$”，程序代码请放在反引号里",
        "write it in words or use a picture; for the sign itself write \\$; put program code in backticks",
    ),
    "image-form": Words(
        "写作 ![说明](路径)；路径里有空格或括号时写作 ![说明](<路径>)；要印“!”和“[”本身就写“\\!”",
        "write ![words](path), or ![words](<path>) when the path has spaces or brackets; "
        "for the sign itself write \\!",
    ),
    "image-in-paragraph": Words(
        "把图片放到题干、答案或解析的段落里",
        "put the picture into a paragraph of a stem, an answer or an analysis",
    ),
    "image-beside-bank": Words(
        "把图片放进题库所在的文件夹，路径从这个文件夹写起，如 images/1.png",
        "put the picture into the bank's folder and write its path from there, like images/1.png",
    ),
    "image-name": Words(
        "路径从题库所在的文件夹算起；请核对文件名、扩展名和大小写",
        "the path begins in the bank's folder; check the name, its extension and its case",
    ),
    "image-smaller": Words("把图片缩小，或另存为 JPEG", "make the picture smaller, or save it as JPEG"),
    "image-convert": Words("另存为 PNG 或 JPEG", "save it as PNG or JPEG"),
    "words-only": Words(
        "改写成一段话；行首的“-”或“1.”要原样印出就写“\\-”“1\\.”",
        "write it as a paragraph; to print “-” or “1.” at the start of a line write “\\-” or “1\\.”",
    ),
    "quote-mark": Words(
        "去掉“>”，用引号或加粗来区分；程序代码放在三个反引号之间",
        "take the “>” away and use quotation marks or bold; put code between three backticks",
    ),
    "fewer-levels": Words("减少列表的层数", "use fewer levels"),
    "split-text": Words("分成几段写", "split it up"),
    "table-bars": Words(
        "删掉多余的格；格里的“|”写成“\\|”，在反引号里也一样",
        "delete what is too much; a “|” inside a cell is written “\\|”, in backticks too",
    ),
}
