"""Messages on documents to import: DOCX, HTML, Markdown and text."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "document-too-big": Words("文件超过 {limit} MiB", "the file is larger than {limit} MiB"),
    "document-too-long": Words(
        "文档里有 {count} 行和标签，最多读 {limit} 个",
        "the document has {count} lines and labels; at most {limit} are read",
    ),
    "document-too-much-text": Words(
        "文档有 {count} 个字符，最多读 {limit} 个",
        "the document has {count} characters; at most {limit} are read",
    ),
    "document-line-too-long": Words(
        "这一行有 {count} 个字符，最多读 {limit} 个",
        "this line has {count} characters; at most {limit} are read",
    ),
    "document-too-many": Words(
        "文档里有 {count} 道题，最多读 {limit} 道",
        "the document has {count} questions; at most {limit} are read",
    ),
    "document-too-deep": Words("文档里的内容嵌套得太深", "this document is nested too deep"),
    "document-format": Words(
        "这是 {kind} 文件，读不出题目", "this is a {kind} file, which questions cannot be read from"
    ),
    "document-not-text": Words("这不是文字文件", "this is no text file"),
    "document-encoding": Words(
        "文件没有写明编码，推断为 {encoding}",
        "the file does not state its encoding; it is taken for {encoding}",
    ),
    "document-bytes-lost": Words(
        "有 {count} 处字节不是 {encoding} 文字，以“\ufffd”代替",
        "{count} byte(s) are no {encoding} text; “\ufffd” stands for them",
    ),
    "document-equations": Words(
        "文档里有 {count} 个公式，写成了一行文字", "the document has {count} equation(s), written out as text"
    ),
    "document-symbols": Words(
        "有 {count} 个符号字体里的字符认不出，以“\ufffd”代替",
        "{count} character(s) of a symbol font are not known; “\ufffd” stands for them",
    ),
    "mended-encoding": Words(
        "{count} 行文字曾用错误的编码打开，已还原",
        "{count} line(s) had been read in a wrong encoding, and are restored",
    ),
    "mended-html": Words(
        "{count} 行里有没有还原的 HTML 标记，已还原", "{count} line(s) held leftovers of HTML, now read"
    ),
    "mended-invisible": Words(
        "去掉了 {count} 处看不见的字符", "invisible characters are removed in {count} place(s)"
    ),
    "mended-spaced": Words(
        "{count} 行里字与字之间的空格去掉了", "spaces between the letters of {count} line(s) are removed"
    ),
    "mended-misread": Words(
        "{count} 个认错的题号已改回数字", "{count} number(s) that a scanner misread are mended"
    ),
    "mended-glosses": Words("去掉了 {count} 个字后的拼音", "pinyin behind {count} character(s) is removed"),
    "mended-furniture": Words(
        "{count} 处网站或页面上的附加文字没有当作题目",
        "{count} notice(s) of a site or page are not taken for questions",
    ),
    "mended-joined": Words(
        "连在一行里的内容按题号和标签分成了几行（{count} 处）",
        "what stood on one line is parted at numbers and labels ({count})",
    ),
    "damage-cut": Words("文档到这里中断了", "the document breaks off here"),
    "damage-lost": Words(
        "有 {count} 处文字在转换编码时丢了", "text was lost by a wrong conversion in {count} place(s)"
    ),
    "damage-private": Words(
        "有 {count} 个字符只有原来的字体认得，以“\ufffd”代替",
        "{count} character(s) only a certain font knows; “\ufffd” stands for them",
    ),
    "opencc-missing": Words(
        "繁体转简体需要 OpenCC，还没有安装", "OpenCC, which simplifies characters, is not installed"
    ),
}

HINTS: dict[str, Words] = {
    "save-as-docx": Words(
        "用 Word 或 WPS 打开它，另存为 .docx；或把文字复制到 .txt 文件里",
        "open it in Word or WPS and save it as .docx, or copy its text into a .txt file",
    ),
    "check-encoding": Words(
        "看看文字对不对；不对就在编辑器里另存为 UTF-8",
        "look whether the text is right; if not, save it as UTF-8",
    ),
    "look-at-equations": Words("请对照原文检查公式", "compare the equations with the document"),
    "look-at-the-end": Words("请对照原文，把最后一题补全", "complete the last question from the original"),
    "install-traditional": Words(
        "运行 pip install 'exampaper[traditional]'", "run pip install 'exampaper[traditional]'"
    ),
}
