"""Messages on workbooks, delimited text and the packages of office files."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "list-format": Words("这个文件是 {kind}，不是 CSV 或 XLSX", "this file is {kind}, not CSV or XLSX"),
    "list-too-big": Words("表格超过 {limit} 格", "the list has more than {limit} cells"),
    "list-encoding": Words("文件不是 UTF-8 或 GB18030 文字", "the file is no text in UTF-8 or GB18030"),
    "list-not-text": Words(
        "字节 {byte} 不合文件的编码，这里的字已损坏",
        "byte {byte} does not belong to the file's encoding: a character is damaged here",
    ),
    "csv-quote": Words(
        "这一行的引号没有成对，后面的行无法读",
        "the quotes of this line do not pair up: what follows cannot be read",
    ),
    "cell-too-long": Words(
        "从这一行起，有一格超过 {limit} 个字符",
        "a cell that begins in this line has more than {limit} characters",
    ),
    "workbook-encrypted": Words("这个工作簿加了密码", "this workbook is locked with a password"),
    "workbook-damaged": Words("这个工作簿已损坏，读不了", "this workbook is damaged and cannot be read"),
    "workbook-too-big": Words(
        "这个工作簿展开后超过 {limit} MiB", "this workbook unpacks to more than {limit} MiB"
    ),
    "cell-far-off": Words(
        "工作表“{sheet}”的内容一直到 {cell}，太大了",
        "the sheet “{sheet}” goes as far as {cell}, which is too large",
    ),
    "package-damaged": Words(
        "文件打不开：它已损坏，或者不是 Word 文档",
        "this file cannot be opened: it is damaged, or no Word document",
    ),
    "package-locked": Words("文件有密码保护", "this file is protected by a password"),
    "package-too-big": Words("文件解开后超过 {limit} MiB", "unpacked, this file is larger than {limit} MiB"),
}

HINTS: dict[str, Words] = {
    "split-list": Words("请把它分成几个文件", "split it into several files"),
    "save-list-as-xlsx": Words(
        "用 Excel 或 WPS 打开，“另存为” .xlsx",
        "open it in Excel or another office program and save it as .xlsx",
    ),
    "list-into-sheet": Words(
        "把内容放进 Excel 的一张表，存成 .xlsx",
        "put it into a sheet of Excel and save it as .xlsx",
    ),
    "save-list-as-utf8": Words(
        "在 Excel 里“另存为”“CSV UTF-8”，或存成 .xlsx", "save it from Excel as “CSV UTF-8”, or as .xlsx"
    ),
    "save-list-as-csv": Words("把那一页另存为 CSV", "save that sheet as CSV"),
    "save-workbook-again": Words(
        "用 Excel 或 WPS 打开，再存一次", "open it in Excel or another office program and save it again"
    ),
    "remove-password": Words(
        "在 Excel 的“文件—信息—保护工作簿”里去掉密码，再存一次",
        "take the password off in Excel (File, Info, Protect Workbook) and save it again",
    ),
    "csv-quote": Words(
        '补上后引号；文字里的引号写成两个：""', 'close the quotes; a quote inside them is written twice: ""'
    ),
    "delete-far-cell": Words(
        "删去远处单元格里的内容，再存一次", "delete what is in the cells far off, and save it again"
    ),
    "save-document-again": Words(
        "用 Word 或 WPS 打开它，另存为新的 .docx", "open it in Word or WPS and save it as a new .docx"
    ),
    "save-without-password": Words("去掉密码，再存一遍", "remove the password and save it again"),
    "split-document": Words("把文档分成几份，或删去大图片", "split the document, or remove large pictures"),
}
