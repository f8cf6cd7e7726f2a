"""Messages on writing files."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "output-not-folder": Words("输出位置是一个文件，不是文件夹", "the output is a file, not a folder"),
    "output-dangling": Words(
        "这里是一个链接，它指向的位置不存在", "this is a link, or lies behind one, to what is not there"
    ),
    "output-not-ours": Words(
        "文件夹里有别的内容，不会覆盖", "the folder holds other things and is not overwritten"
    ),
    "output-of-round": Words(
        "文件夹里是一轮考试的卷子（batch），build 不会写进去",
        "the folder holds a round of papers (batch): no build goes there",
    ),
    "output-of-build": Words(
        "文件夹里是 build 写的试卷，不会覆盖", "the folder holds what `build` wrote, and is not overwritten"
    ),
    "output-denied": Words("不能读取输出文件夹：{reason}", "the output folder cannot be read: {reason}"),
    "output-failed": Words("写不了输出：{reason}", "the output could not be written: {reason}"),
    "file-name-shared": Words("几个文件都会叫“{name}”", "more than one file would be called “{name}”"),
    "output-mixed": Words(
        "写不了输出，原来的文件也没能全部放回（{reason}）；没放回的在 {kept} 里",
        "the output could not be written, nor all old files put back ({reason}); those are in {kept}",
    ),
}

HINTS: dict[str, Words] = {
    "new-folder": Words(
        "换一个还不存在的文件夹，或空文件夹", "name a folder that does not exist yet, or an empty one"
    ),
    "another-folder": Words(
        "换一个文件夹，或检查磁盘空间和权限", "choose another folder, or check space and permissions"
    ),
    "other-out": Words("换一个 --out", "choose another --out"),
    "force-or-other": Words("换一个 --out，或加 --force", "choose another --out, or add --force"),
    "other-folder": Words(
        "换一个 --out，或检查磁盘空间和权限", "choose another --out, or check space and permissions"
    ),
    "file-name-shared": Words(
        "在 file_name 里写上 {{variant}} 和 {{document}}，别的字写短些",
        "have {{variant}} and {{document}} in file_name, and few words beside them",
    ),
    "build-again": Words(
        "关闭正打开着这些文件的程序，再生成一次",
        "close the programs that hold these files, and build again",
    ),
}
