"""Messages on candidates' lists."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "sheet-not-read": Words(
        "只读了工作表“{read}”，“{sheet}”也像名单，没有读",
        "only the sheet “{read}” is read, and “{sheet}” looks like a list too",
    ),
    "no-headers": Words("前几行里没有表头", "there are no headers in the first rows"),
    "sheet-hidden": Words("隐藏的工作表没有读：{sheets}", "hidden sheets are not read: {sheets}"),
    "headers-in-one": Words(
        "这一行像是表头，但没有分成一格一格", "this row looks like headers, but is not separated into cells"
    ),
    "row-hidden": Words(
        "有 {count} 行是隐藏的或被筛选掉的（第 {lines} 行），也当作考生读了",
        "row {lines} ({count} in all) is hidden or filtered out, and read like the others",
    ),
    "title-row": Words(
        "第 {line} 行在表头之上，当作说明", "row {line} is above the headers and taken as a note"
    ),
    "missing-column": Words("表头里没有“{called}”", "no column is headed “{called}”"),
    "too-many-columns": Words("表头超过 {limit} 列", "there are more than {limit} headers"),
    "header-like": Words(
        "不认识表头“{written}”，当作另外的一列",
        "the header “{written}” is not known and taken as a further column",
    ),
    "field-twice": Words("“{first}”和“{second}”是同一项", "“{first}” and “{second}” mean the same"),
    "header-twice": Words("有两列都叫“{header}”", "two columns are headed “{header}”"),
    "column-unnamed": Words(
        "第 {column} 列有内容而没有表头，没有读", "column {column} has no header and is not read"
    ),
    "no-candidates": Words("表头下面没有考生", "there are no candidates below the headers"),
    "too-many-cells": Words(
        "这一行有 {found} 格，表头只有 {expected} 格",
        "this row has {found} cells, the headers only {expected}",
    ),
    "row-without-candidate": Words("第 {line} 行不是考生", "row {line} is not that of a candidate"),
    "missing-cell": Words("“{known}”这一行的{cell}是空的", "{cell} is empty in the row of “{known}”"),
    "formula-text": Words(
        "{cell}里的“{value}”会被 Excel 当作公式",
        "“{value}” in {cell} would be computed by Excel as a formula",
    ),
    "number-rounded": Words(
        "{cell}里的长数字被 Excel 改动了：{value}", "Excel has spoiled the long number in {cell}: {value}"
    ),
    "taken-for-date": Words(
        "{cell}被 Excel 当成了日期或时间：{value}", "Excel has made a date or time of {cell}: {value}"
    ),
    "date-as-number": Words(
        "{cell}里的“{value}”像是 Excel 里没有日期格式的日期或时间",
        "“{value}” in {cell} looks like a date or time of Excel that has lost its format",
    ),
    "cell-of-lines": Words("{cell}里换了行", "there is a line break in {cell}"),
    "cell-error": Words("{cell}是 Excel 的错误值", "{cell} holds an error of Excel"),
    "formula-unsaved": Words(
        "{cell}的公式没有存下结果", "the formula in {cell} was saved without its result"
    ),
    "id-character": Words(
        "考号里的“{character}”不能用在文件名里", "“{character}” in the number cannot be in the name of a file"
    ),
    "id-reserved": Words("考号“{id}”不能作文件名", "the number “{id}” cannot be the name of a file"),
    "id-space": Words("考号“{id}”里有空格", "there is a space in the number “{id}”"),
    "identity-check": Words(
        "身份证号 {id} 的校验位不对", "the check digit of the identity number {id} is wrong"
    ),
    "name-lost": Words(
        "姓名“{name}”里的问号多半是转换编码时丢了的字",
        "the question mark in the name “{name}” most likely stands for a lost character",
    ),
    "odd-space": Words("姓名“{name}”里有空格", "there is an unusual space in the name “{name}”"),
    "name-too-long": Words(
        "考号和姓名共 {size} 字节，作文件名太长，最多 {limit} 字节",
        "number and name take {size} bytes, too many for the name of a file; {limit} are the most",
    ),
    "same-candidate": Words(
        "考号“{id}”重复，第 {above} 行已有", "the number “{id}” is in row {above} already"
    ),
    "twin-ids": Words(
        "考号“{id}”与第 {above} 行的“{other}”只差全角半角、大小写、空格或看不见的字符",
        "“{id}” differs from “{other}” in row {above} only by width, case, spaces or what cannot be seen",
    ),
    "same-file": Words(
        "“{id}-{name}”与第 {above} 行的考生分不开（身份证号遮去了生日）",
        "“{id}-{name}” cannot be told from the candidate in row {above} (identity numbers are shown masked)",
    ),
    "same-seat": Words(
        "考场“{room}”的座位“{seat}”，第 {above} 行已有人坐",
        "seat “{seat}” in room “{room}” is taken already, in row {above}",
    ),
    "same-person": Words(
        "{id}（{name}）与第 {above} 行的 {other}（{other_name}）是同一个身份证号，会有两份试卷",
        "{id} ({name}) and {other} ({other_name}) of row {above} have one identity number, and two papers",
    ),
    "same-phone": Words(
        "{id} 与第 {above} 行的 {other} 同名（{name}），电话也一样，会有两份试卷",
        "{id} and {other} of row {above} have one name ({name}) and one telephone number, and two papers",
    ),
    "seats-without-room": Words(
        "有 {count} 个座位不止一人坐（第 {lines} 行），名单里没有考场一列；另外的列：{others}",
        "{count} seats are taken twice (row {lines}), and the list has no column for rooms; further columns: {others}",
    ),
    "seat-spelling": Words(
        "座位“{seat}”（考场“{room}”）和第 {above} 行的“{other_seat}”（考场“{other_room}”）像是同一个座位",
        "seat “{seat}” (room “{room}”) seems to be “{other_seat}” (room “{other_room}”) of row {above}",
    ),
    "room-spelling": Words(
        "考场“{written}”和第 {above} 行的“{other}”当作两个考场",
        "the room “{written}” and “{other}” of row {above} are taken for two",
    ),
    "session-spelling": Words(
        "场次“{written}”和第 {above} 行的“{other}”当作两个场次",
        "the session “{written}” and “{other}” of row {above} are taken for two",
    ),
    "date-spelling": Words(
        "日期“{written}”和第 {above} 行的“{other}”当作两天",
        "the date “{written}” and “{other}” of row {above} are taken for two",
    ),
    "room-small": Words(
        "考场“{text}”只有 {count} 人（第 {lines} 行），别的多有 {usual} 人",
        "only {count} in the room “{text}” (row {lines}), where others have {usual}",
    ),
    "session-small": Words(
        "场次“{text}”只有 {count} 人（第 {lines} 行），别的多有 {usual} 人",
        "only {count} in the session “{text}” (row {lines}), where others have {usual}",
    ),
    "date-small": Words(
        "日期“{text}”只有 {count} 人（第 {lines} 行），别的多有 {usual} 人",
        "only {count} on “{text}” (row {lines}), where other days have {usual}",
    ),
    "room-gap": Words(
        "有 {count} 人没有写考场（第 {lines} 行），别人写了",
        "no room in row {lines} ({count} in all), where others have one",
    ),
    "seat-gap": Words(
        "有 {count} 人没有写座位（第 {lines} 行），同一考场的别人写了",
        "no seat in row {lines} ({count} in all), where others of the room have one",
    ),
    "date-gap": Words(
        "有 {count} 人没有写日期（第 {lines} 行），别人写了",
        "no date in row {lines} ({count} in all), where others have one",
    ),
}

HINTS: dict[str, Words] = {
    "name-a-list": Words("请写一个 CSV 或 XLSX 文件的路径", "give the path of a CSV or XLSX file"),
    "one-sheet": Words(
        "若也要用，把几页合成一页；若不用，删去或隐藏它",
        "put all candidates on one sheet, or delete or hide the other",
    ),
    "headers-first": Words(
        "第一行写表头，例如：考号,姓名,应聘岗位,考场,座位号",
        "write headers in the first row, for example: id,name,post,room,seat",
    ),
    "separate-cells": Words(
        "用英文逗号、分号或制表符分开各格，或存成 .xlsx",
        "separate the cells by commas, semicolons or tabs, or save it as .xlsx",
    ),
    "show-rows": Words("不要的行请删去", "delete rows that are not meant"),
    "write-date": Words(
        "在 Excel 里把这一列设成日期格式，或写成 2026-11-22、09:30 这样的文字",
        "format the column as a date in Excel, or type it as text like 2026-11-22, 09:30",
    ),
    "add-column": Words("给这一列写上表头“{called}”", "write “{called}” over the column"),
    "delete-columns": Words("只留下名单用得着的列", "keep only the columns that the list needs"),
    "rename-header": Words("把“{written}”改成“{header}”？", "do you mean “{header}” by “{written}”?"),
    "rename-column": Words("给不用的那一列换一个表头", "give the column that is not meant another header"),
    "rename-one": Words("给其中一列换一个表头", "give one of the two another header"),
    "name-column": Words("给它写上表头，或删去这一列", "write a header over it, or delete the column"),
    "add-candidates": Words("每位考生写一行", "write a row for each candidate"),
    "quote-cell": Words(
        "文字里有逗号时，给这一格加引号", "put a cell in quotes when there is a separator in its text"
    ),
    "delete-row": Words("补上考号和姓名，或删去这一行", "fill in number and name, or delete the row"),
    "fill-cell": Words(
        "请补上；这一行若不是考生，请删去", "fill it in, or delete the row if it is no candidate's"
    ),
    "one-line-cell": Words("删去换行，写成一行", "delete the line break"),
    "no-formula": Words(
        "删去开头的符号，或改用别的写法", "delete the sign at its beginning, or write it another way"
    ),
    "text-column": Words(
        "在 Excel 里先把这一列的格式设为“文本”，再重新输入",
        "format the column as text in Excel first, then type the value again",
    ),
    "mend-formula": Words("改正公式，或直接写上内容", "mend the formula, or type its value"),
    "save-in-excel": Words(
        "用 Excel 或 WPS 打开，等它算好，再存一次，或直接写上内容",
        "open it in Excel, save it again with its results, or type the value",
    ),
    "change-id": Words("换一个考号，例如用“-”代替", "change the number; a “-” will do instead"),
    "delete-space": Words("删去空格", "delete the space"),
    "check-identity": Words("请核对，多半是输错了一位", "check it: a digit is probably mistyped"),
    "retype-name": Words(
        "补上原来的字，存成“CSV UTF-8”或 .xlsx", "type the character again and save as “CSV UTF-8” or .xlsx"
    ),
    "plain-space": Words(
        "汉字之间不必加空格对齐；会照原样印出", "delete it if it is there to align; it is printed as it is"
    ),
    "shorten-name": Words("请写短些", "shorten it"),
    "one-id-each": Words(
        "每人一个考号；重复的行请删去", "give each candidate a number; delete rows that repeat"
    ),
    "one-phone": Words(
        "若是同一个人，请只留一行；若是两个人，或确要两份，不必理会",
        "keep one row if it is one person; if they are two, or both papers are meant, all is well",
    ),
    "one-person": Words(
        "若是重复报名，请只留一行；若是两个人，请核对身份证号；若确要两份，不必理会",
        "keep one row if it is one person twice, mend a number if they are two; if both papers are meant, all is well",
    ),
    "add-room": Words(
        "加一列“考场”，或把指考场的那一列的表头改成“考场”",
        "add a column “room”, or give this header to the column that says it",
    ),
    "tell-apart": Words("改用准考证号等别的编号作考号", "use numbers of another kind as id"),
    "other-seat": Words("给其中一人换一个座位", "give one of the two another seat"),
    "one-spelling": Words(
        "若是同一个，请写成一样；若不是，不必理会", "if they are one, write them alike; if not, all is well"
    ),
    "place-small": Words(
        "请核对是不是写错了；若没有错，不必理会", "check whether it is a slip; if not, all is well"
    ),
    "one-spelling-or-seat": Words(
        "考场、场次、日期请前后写成一样，每人一个座位",
        "write each room, session and date in one way, and give each candidate a seat",
    ),
    "fill-gap": Words("请补上；若本来没有，不必理会", "fill it in; if there is none, all is well"),
}

PHRASES: dict[str, Words] = {
    "field-id": Words("考号", "number"),
    "field-name": Words("姓名", "name"),
    "field-post": Words("应聘岗位", "post"),
    "field-department": Words("部门", "department"),
    "field-room": Words("考场", "room"),
    "field-seat": Words("座位号", "seat"),
    "field-session": Words("场次", "session"),
    "field-date": Words("日期", "date"),
    "field-variant": Words("卷别", "form"),
}
