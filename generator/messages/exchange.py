"""Messages on banks in other formats, in and out."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "format-unknown": Words("不认识这种文件，读不了", "files of this kind cannot be read"),
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
}
