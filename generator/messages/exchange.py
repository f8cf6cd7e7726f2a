"""Messages on banks in other formats, in and out."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "format-unknown": Words("不认识这种文件，读不了", "files of this kind cannot be read"),
    "format-concluded": Words(
        "按 {format} 格式读的，是从内容推断的", "read as {format}, concluded from what is in it"
    ),
    "file-is-lock": Words(
        "这是 Word 或 Excel 打开文档时留下的锁文件，不是文档",
        "this is what Word or Excel keeps while a document is open, and not the document",
    ),
    "out-not-yaml": Words(
        "题库是 .yaml 文件，不能叫“{name}”", "a bank is a .yaml file, and cannot be called “{name}”"
    ),
    "format-unwritten": Words("写不了这种文件", "files of this kind cannot be written"),
    "file-there": Words("已经有这个文件", "this file is there already"),
    "one-bank": Words("一次只能导出一个题库", "one bank at a time can be exported"),
    "no-template": Words("这种格式没有空表", "this format has no template"),
    "unknown-warning": Words("没有代码为“{found}”的警告", "no warning has the code “{found}”"),
    "unknown-enemy": Words(
        "“{id}”的互斥题“{enemy}”不在已读的题库里",
        "“{enemy}”, an enemy of “{id}”, is in none of the banks read",
    ),
    "update-unused": Words(
        "没有读到可以用来更新“{id}”的题", "no question was read that “{id}” could be updated by"
    ),
    "comments-not-exported": Words(
        "题库里的 {count} 行注释没有写出", "{count} line(s) of comments in the bank are not written"
    ),
    "remarks-not-exported": Words(
        "题库里的 {count} 行注释没有写出，其中 {remarks} 行待核",
        "{count} line(s) of comments in the bank are not written; {remarks} of them are still to be checked",
    ),
    "file-read-only": Words("这个文件是只读的，没有改动", "this file is read-only, and is left as it is"),
}

HINTS: dict[str, Words] = {
    "name-format": Words(
        "--from 写明格式：text 是普通文字，gift、aiken 是题库格式",
        "--from says which it is: text for plain text, gift or aiken for these formats",
    ),
    "update-unused": Words(
        "--update 后面写题库里的编号，与它相似或编号相同的题会写进去",
        "--update takes an id of the bank; a question that is alike or has this id is written there",
    ),
    "other-format": Words("这些题另用别的格式导出", "export these questions in another format"),
    "export-yaml": Words("只有 .yaml 能保留注释", "only .yaml keeps comments"),
    "file-read-only": Words("去掉只读属性，或写到另一个文件", "make it writable, or write another file"),
}
