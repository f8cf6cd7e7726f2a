"""Every message of the program, in Chinese and English, in one table.

A message says what is wrong in one sentence; a hint says how to mend it. Fields in braces are
filled from `Diagnostic.values`. Imported only when something has to be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


class Words(NamedTuple):
    zh: str
    en: str


MESSAGES: dict[str, Words] = {
    # source: reading a file, YAML
    "file-missing": Words("没有这个文件", "there is no such file"),
    "file-is-folder": Words("这是一个文件夹，不是文件", "this is a folder, not a file"),
    "file-not-regular": Words("这不是普通文件", "this is not a regular file"),
    "file-denied": Words("没有读取这个文件的权限", "no permission to read this file"),
    "file-unreadable": Words("读不了这个文件：{reason}", "this file cannot be read: {reason}"),
    "file-too-big": Words("文件超过 {limit} MiB", "the file is larger than {limit} MiB"),
    "file-empty": Words("文件里没有内容", "the file holds nothing"),
    "not-yaml": Words("这是 {kind} 文件，不是 YAML", "this file is {kind}, and not YAML"),
    "wrong-encoding": Words(
        "文件的编码是 {encoding}，不是 UTF-8", "the file is encoded in {encoding}, not in UTF-8"
    ),
    "not-utf8": Words("字节 {byte} 不是 UTF-8 文字", "byte {byte} is not UTF-8 text"),
    "control-character": Words(
        "这里有一个控制字符 {character}", "there is a control character here, {character}"
    ),
    "bidirectional-control": Words(
        "这里有一个改变文字方向的字符 {character}，看到的和写下的会不一样",
        "this character turns the direction of text, {character}: what is seen is not what is written",
    ),
    "invisible-character": Words(
        "这里有一个看不见的字符 {character}", "there is an invisible character here, {character}"
    ),
    "replacement-character": Words(
        "这里的“\ufffd”说明原来的字在转换编码时丢了",
        "“\ufffd” stands where a character was lost by a wrong conversion",
    ),
    "more-faults": Words("还有 {count} 处问题没有列出", "{count} more faults are not listed"),
    "too-deep": Words("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
    "too-many-values": Words(
        "文件里的内容太多（超过 {limit} 个值）", "the file holds too much (more than {limit} values)"
    ),
    "duplicate-key": Words(
        "字段“{name}”重复了，第 {first} 行已经写过",
        "the field “{name}” is written twice, first in line {first}",
    ),
    "key-not-text": Words("字段名必须是文字", "the name of a field must be text"),
    "alias": Words("这里不能用 YAML 别名（*{name}）", "YAML aliases are not allowed (*{name})"),
    "anchor": Words("这里不能用 YAML 锚点（&{name}）", "YAML anchors are not allowed (&{name})"),
    "tag": Words("这里不能用 YAML 标签（{name}）", "YAML tags are not allowed ({name})"),
    "several-documents": Words("一个文件里只能有一份 YAML 文档", "a file can hold only one YAML document"),
    "full-width-colon": Words(
        "字段“{field}”后面是全角冒号", "the colon after the field “{field}” is a full-width one"
    ),
    "full-width-comma": Words(
        "这里用全角逗号分隔，YAML 不认", "a full-width comma does not separate values in YAML"
    ),
    "full-width-bracket": Words("这里的全角括号 YAML 不认", "full-width brackets mean nothing in YAML"),
    "full-width-quote": Words(
        "中文引号括不住带冒号的文字", "curly quotes do not protect a text with a colon in it"
    ),
    "list-mark": Words("“{mark}”不是列表的记号", "“{mark}” does not mark an item of a list"),
    "no-space-after-colon": Words(
        "字段“{field}”的冒号后面少了空格", "a space is missing after the colon of “{field}”"
    ),
    "no-space-after-dash": Words("列表的“-”后面少了空格", "a space is missing after the “-” of a list item"),
    "second-colon": Words(
        "没有加引号的文字里又有一个冒号", "there is a second colon in a value without quotes"
    ),
    "text-after-quote": Words("后引号的后面还有文字", "there is text after the closing quote"),
    "special-start": Words(
        "没有加引号的文字不能以“{mark}”开头", "a value without quotes cannot begin with “{mark}”"
    ),
    "unclosed-quote": Words("这个引号没有对应的后引号", "this quote is never closed"),
    "unclosed-bracket": Words(
        "这个“{mark}”没有对应的“{closing}”", "this “{mark}” is never closed by “{closing}”"
    ),
    "unknown-escape": Words(
        "双引号里的“\\”后面不能是这个字符", "this character cannot follow a “\\” in double quotes"
    ),
    "tab-indentation": Words(
        "缩进里有制表符（Tab），共 {count} 行", "there is a tab in the indentation, in {count} line(s)"
    ),
    "indentation": Words(
        "缩进不对：这一行缩进了 {found} 个空格", "wrong indentation: this line is indented by {found} spaces"
    ),
    "stray-text": Words("这一行不属于任何字段", "this line belongs to no field"),
    "missing-colon": Words("“{field}”后面没有冒号", "there is no colon after “{field}”"),
    "yaml-colon": Words("这里不该有冒号", "there should be no colon here"),
    "yaml-no-colon": Words("这里少了冒号", "a colon is missing here"),
    "yaml-flow": Words("方括号或花括号里少了逗号或后括号", "a comma or a closing bracket is missing here"),
    "yaml-unclosed": Words("到文件末尾也没有结束", "this is not closed before the file ends"),
    "yaml-block": Words("这一行和上文接不上", "this line does not go with those above it"),
    "yaml-character": Words("这里不能用这个字符", "this character cannot stand here"),
    "yaml-syntax": Words("YAML 语法不对（{problem}）", "the YAML is broken here ({problem})"),
    "text-for-fields": Words(
        "这里要的是字段（名: 值），写的是文字", "fields (name: value) are expected here, found text"
    ),
    "list-for-fields": Words(
        "这里要的是字段（名: 值），写的是列表", "fields (name: value) are expected here, found a list"
    ),
    "nothing-for-fields": Words(
        "这里要的是字段（名: 值），什么都没写", "fields (name: value) are expected here, found nothing"
    ),
    "list-for-text": Words("这里要的是文字，写的是列表", "a text is expected here, found a list"),
    "fields-for-text": Words(
        "这里要的是文字，写的是字段（名: 值）", "a text is expected here, found fields (name: value)"
    ),
    "colon-in-text": Words(
        "这里要的是文字，其中的冒号让它成了字段", "a text is expected here, but its colon makes it a field"
    ),
    "unknown-field": Words("没有“{field}”这个字段", "there is no field “{field}”"),
    "missing-field": Words("少了字段“{field}”", "the field “{field}” is missing"),
    "empty-field": Words("字段“{field}”是空的", "the field “{field}” is empty"),
    "empty-item": Words("“{field}”里有一项是空的", "an item of “{field}” is empty"),
    "bad-identifier": Words("“{value}”不能作“{field}”", "“{value}” cannot be a value of “{field}”"),
    "bad-choice": Words("“{field}”不能是“{value}”", "“{field}” cannot be “{value}”"),
    "not-integer": Words(
        "“{field}”要的是整数，写的是“{value}”", "“{field}” must be a whole number, found “{value}”"
    ),
    "not-number": Words("“{field}”要的是数，写的是“{value}”", "“{field}” must be a number, found “{value}”"),
    "out-of-range": Words(
        "“{field}”应在 {low} 到 {high} 之间，写的是 {value}",
        "“{field}” must lie between {low} and {high}, found {value}",
    ),
    "not-truth": Words(
        "“{field}”要的是 true 或 false，写的是“{value}”", "“{field}” must be true or false, found “{value}”"
    ),
    "several-lines": Words("这里只能写一行", "this must be a single line"),
    # markdown
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
    # candidates
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
    # bank and kinds
    "unknown-format": Words("这个版本只认 format: 1", "this release knows only format: 1"),
    "empty-folder": Words("文件夹里没有 .yaml 文件", "there is no .yaml file in this folder"),
    "not-a-question": Words(
        "这里应是一道题（id、stem、answer ……）", "a question is expected here (id, stem, answer, …)"
    ),
    "bad-language": Words("“{found}”不是语言代码", "“{found}” is not a language tag"),
    "field-of-other-type": Words(
        "“{field}”是 {types} 的字段，这道题的题型是 {type}",
        "“{field}” is a field of {types}, and this question is of type {type}",
    ),
    "several-names": Words(
        "“{value}”会当作一个名字，不是几个", "“{value}” is read as one name, not as several"
    ),
    "missing-answer": Words("这道题没有答案", "this question has no answer"),
    "empty-point": Words("这一条要点是空的", "this point is empty"),
    "points-too-deep": Words("要点最多三层", "points can be nested three deep"),
    "marks-by-halves": Words("分值 {marks} 不是 0.5 的倍数", "{marks} marks are no multiple of 0.5"),
    "marks-not-positive": Words("分值必须大于 0", "marks must be more than 0"),
    "points-sum": Words(
        "这些要点合计 {total} 分，应是 {marks} 分",
        "these points add up to {total} marks instead of {marks}",
    ),
    "nothing-left": Words(
        "已写分值的要点合计 {total} 分，用完了全部 {marks} 分，另外 {count} 条要点分不到分",
        "the points with marks already add up to {total} of {marks}: nothing is left for {count} more",
    ),
    "bad-range": Words("“{found}”不是分数范围", "“{found}” is not a range of marks"),
    "level-above": Words(
        "“{name}”档到 {high} 分，超过了题目的 {marks} 分",
        "level “{name}” goes up to {high}, the question has {marks} marks",
    ),
    "level-order": Words(
        "“{name}”档与前面的“{above}”档重叠或次序颠倒",
        "level “{name}” overlaps “{above}” before it, or is out of order",
    ),
    "empty-option": Words("这个选项是空的", "this option is empty"),
    "option-count": Words(
        "选项有 {count} 个，应为 2 到 {most} 个", "there must be 2 to {most} options, found {count}"
    ),
    "same-option": Words("选项“{text}”出现了两次", "the option “{text}” is there twice"),
    "option-letters": Words("选项的字母不连续", "the letters of the options do not run on"),
    "wrong-letter": Words("答案里的“{letter}”不是选项", "“{letter}” in the answer is not an option"),
    "repeated-letter": Words("答案里有重复的字母", "a letter stands twice in the answer"),
    "one-letter": Words(
        "单选题只能有一个答案，写了 {count} 个", "a single_choice has one right option, found {count}"
    ),
    "not-a-truth": Words("判断题的答案不能是“{found}”", "“{found}” is no answer to a true_false"),
    "no-blank": Words("填空题的题干里没有空", "there is no blank in the stem of this fill_blank"),
    "blank-answer": Words("这个空没有答案", "this blank has no answer"),
    "blank-count": Words(
        "题干有 {blanks} 个空，答案有 {answers} 条",
        "the stem has {blanks} blank(s), the answer {answers} entry(ies)",
    ),
    "is-a-layout": Words("这是试卷结构，不是题库", "this is a layout, not a bank"),
    "is-a-bank": Words("这是题库，不是试卷结构", "this is a bank, not a layout"),
    "typed-letters": Words("选项前面已经写了字母", "the options begin with letters of their own"),
    "letters-named": Words(
        "“{id}”的选项会打乱，这里却按字母说选项",
        "the options of “{id}” are shuffled, but this text names them by letter",
    ),
    "same-id": Words("题目编号“{id}”重复，{where} 已经用过", "the id “{id}” is used already, at {where}"),
    "same-bank": Words(
        "题库编号“{id}”重复，{where} 已经用过", "the bank id “{id}” is used already, at {where}"
    ),
    "own-enemy": Words("题目“{id}”把自己列为互斥题", "“{id}” names itself as an enemy"),
    # review
    "missing-analysis": Words("题目“{id}”没有解析", "the question “{id}” has no analysis"),
    "missing-analyses": Words(
        "题库的 {all} 道题中有 {count} 道没有解析", "of the bank's {all} questions, {count} have no analysis"
    ),
    "marks-open": Words(
        "有 {given} 条要点写了分值，另外 {open} 条没有，题目也没写 marks：这几条分多少没有着落",
        "{given} point(s) have marks, {open} have none, and the question has no marks for them to share",
    ),
    "level-below": Words(
        "最高的“{name}”档只到 {high} 分，题目有 {marks} 分",
        "the best level, “{name}”, ends at {high}, the question has {marks} marks",
    ),
    "answer-in-stem": Words("题干里就有答案“{found}”", "the stem holds the answer, “{found}”"),
    "longest-is-right": Words(
        "有 {count} 道单选题的某个选项明显最长，其中 {right} 道的答案就是它",
        "in {count} single_choice questions one option is much the longest, and in {right} it is the right one",
    ),
    "absolute-is-wrong": Words(
        "有 {count} 个选项说得绝对（一律、从不……），其中 {wrong} 个是错的",
        "{count} options say “always”, “never” or the like, and {wrong} of them are wrong",
    ),
    "option-not-fixed": Words(
        "“{found}”说的是别的选项，打乱后可能排到它们前面",
        "“{found}” speaks of other options, and the shuffle may set it before them",
    ),
    "same-beginning": Words("每个选项都以“{found}”开头", "every option begins with “{found}”"),
    "too-long-to-read": Words(
        "读完题目约需 {needed} 分钟，这道题只有 {given} 分钟",
        "it takes about {needed} minutes to read this, and the question has {given}",
    ),
    "too-long-to-answer": Words(
        "写完参考答案约需 {needed} 分钟，这道题只有 {given} 分钟",
        "it takes about {needed} minutes to write this answer, and the question has {given}",
    ),
    "open-slot": Words("这里好像还没填：“{found}”", "this seems to be left open: “{found}”"),
    "unpaired-mark": Words("这个 {found} 在这一段里不成对", "this {found} has no partner in its paragraph"),
    "mixed-width": Words("“{found}”全角半角不对", "“{found}” is of the wrong width"),
    "double-space": Words("这里连着空了几格", "there are several spaces in a row here"),
    "trailing-space": Words("行末有空格", "the line ends with a space"),
    "doubled-punctuation": Words("标点“{found}”重了", "the marks “{found}” stand side by side"),
    "doubled-word": Words("“{found}”好像多打了一遍", "“{found}” seems to be typed twice"),
    "leftover-markup": Words("“{found}”是网页留下的记号", "“{found}” is left over from a web page"),
    "leftover-bytes": Words("“{found}”是编码读错留下的乱码", "“{found}” was read in a wrong encoding"),
    "leftover-gloss": Words(
        "“{found}”像是随文复制进来的注音", "“{found}” looks like a pronunciation that was copied along"
    ),
    "leftover-site": Words(
        "“{found}”是网站或页眉留下的，不是题目",
        "“{found}” belongs to a site or a page header, not to a question",
    ),
    "address-in-stem": Words("题干里有网址 {found}", "there is a web address in the stem: {found}"),
    "near-duplicate": Words(
        "题目“{id}”与“{other}”（{where}）有 {alike}% 相同",
        "the question “{id}” is {alike}% the same as “{other}” at {where}",
    ),
    # exchange: other formats in and out
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
    # exchange: GIFT, Aiken, Moodle XML
    "not-exported": Words(
        "{format} 里放不下“{field}”（{count} 题）",
        "{format} has no place for “{field}” ({count} question(s))",
    ),
    "type-not-exported": Words(
        "{format} 里放不下 {type} 题（{count} 题），没有写",
        "{format} cannot hold {type} ({count} question(s)), which are left out",
    ),
    "nothing-exported": Words("{format} 里一道题也放不下", "{format} can hold none of these questions"),
    "quiz-nothing": Words("文件里没有题目", "there are no questions in this file"),
    "quiz-xml-broken": Words("XML 到这里就读不下去了（{problem}）", "the XML is broken here ({problem})"),
    "quiz-xml-mended": Words(
        "有 {count} 处字符不合 XML 的规矩，已改正", "{count} character(s) that XML does not allow were mended"
    ),
    "quiz-doctype": Words(
        "文件里有 DOCTYPE，为安全起见不读", "the file has a DOCTYPE, and is not read for safety"
    ),
    "quiz-too-much": Words("文件里的内容太多", "the file holds too much"),
    "quiz-not-moodle": Words(
        "这是 XML，但不是 Moodle 的题库（<{found}>）", "this is XML, but no Moodle questions (<{found}>)"
    ),
    "quiz-ignored": Words(
        "题库里没有的设置，没有读：{names}", "settings that a bank does not have were not read: {names}"
    ),
    "quiz-category": Words(
        "“{path}”：类别是“{category}”，上级记作标签 {tags}",
        "“{path}”: the category is “{category}”, those above are tags: {tags}",
    ),
    "quiz-noted": Words(
        "有 {count} 项没有对应的字段，收进备注", "what has no field is kept in the note ({count})"
    ),
    "quiz-id": Words("“{found}”不能作编号，收进备注", "“{found}” cannot be an id, and is kept in the note"),
    "quiz-id-twice": Words("编号“{id}”前面已经用过", "the id “{id}” is used above already"),
    "quiz-no-answer": Words("没有正确答案", "there is no right answer"),
    "quiz-several-right": Words(
        "单选题有 {count} 个选项都得满分，当作多选题",
        "{count} options each get all marks; taken for multiple choice",
    ),
    "quiz-none-whole": Words(
        "没有选项得满分，取得分最高的（{best}%）", "no option gets all marks; the best is taken ({best}%)"
    ),
    "quiz-feedback-analysis": Words(
        "正确答案的反馈当作解析", "feedback on the right answer is taken for the analysis"
    ),
    "quiz-blank-added": Words("题干里没有空，加了一个", "the stem has no blank; one was added"),
    "quiz-gaps": Words("文中的空当作填空", "gaps in the text are taken for blanks"),
    "quiz-matching": Words(
        "连线题没有对应的题型，配对写成了要点", "there is no type for matching; the pairs are points"
    ),
    "quiz-ordering": Words(
        "排序题没有对应的题型，次序写成了要点", "there is no type for ordering; the items are points"
    ),
    "quiz-calculated": Words(
        "题里的数是 Moodle 临时算的", "the numbers are made by Moodle when the question is asked"
    ),
    "quiz-type-unknown": Words(
        "不认识题型“{found}”，当作问答题", "the type “{found}” is not known; taken for an essay"
    ),
    "quiz-formula": Words("公式写成了文字", "a formula is kept as text"),
    "quiz-picture-missing": Words("图片“{name}”不在文件里", "the picture “{name}” is not in the file"),
    "quiz-grader-info": Words("给评卷人的说明当作答案", "information for graders is taken for the answer"),
    "quiz-wide": Words("用了全角的｛｝＝～，当作半角", "full-width ｛｝＝～ are taken for plain ones"),
    "gift-run-on": Words(
        "与上一题之间没有空行，按花括号分开",
        "no blank line parts it from the question before; parted by the braces",
    ),
    "gift-parting-unsure": Words(
        "与上一题之间没有空行，从哪一行开始拿不准",
        "no blank line parts it from the question before; the line it begins at is a guess",
    ),
    "gift-braces-again": Words("题干里还有一对花括号：{found}", "the stem has braces again: {found}"),
    "aiken-letters": Words("选项的字母不连续：{found}", "the letters of the options do not run on: {found}"),
    "aiken-several": Words(
        "答案有几个字母（{found}），当作多选题",
        "several letters are right ({found}); taken for multiple choice",
    ),
    "aiken-truth": Words(
        "选项只有对和错，当作判断题", "the options are true and false; taken for a true-or-false question"
    ),
    # blueprint
    "not-a-section": Words(
        "这里应是一个部分（title、draw、from ……）", "a section is expected here (title, draw, from, …)"
    ),
    "bad-draw": Words("“{found}”不能作“题数x分值”", "“{found}” cannot be read as questions x marks"),
    "wrong-total": Words(
        "total 写的是 {declared} 分，各部分合计是 {total} 分（{sums}）",
        "total says {declared} marks, the sections add up to {total} ({sums})",
    ),
    "bad-difficulty": Words("难度应是 1 到 5，写的是“{found}”", "a difficulty is 1 to 5, found “{found}”"),
    "unknown-type": Words("没有“{found}”这种题型", "there is no question type “{found}”"),
    "file-name-document": Words("file_name 里没有 {{document}}", "file_name lacks {{document}}"),
    "few-categories": Words(
        "--sections 要 {sections} 个部分，题库只有 {categories} 个类别（{names}）",
        "--sections asks for {sections} sections, the bank has {categories} categories ({names})",
    ),
    "no-banks": Words("没有指定题库", "no bank is named"),
    "no-bank": Words("找不到题库“{found}”", "there is no bank “{found}”"),
    # selection
    "unknown-question": Words("题库里没有题目“{id}”", "no bank has the question “{id}”"),
    "unknown-value": Words(
        "“{section}”要的 {field}“{value}”，没有一道题有",
        "“{section}” asks for {field} “{value}”, which no question has",
    ),
    "pinned-twice": Words("题目“{id}”已在“{section}”里指定过", "“{id}” is pinned already, in “{section}”"),
    "pinned-and-excluded": Words("题目“{id}”既被指定又被排除", "“{id}” is both pinned and excluded"),
    "pinned-enemies": Words(
        "指定的“{id}”与“{enemy}”互斥", "“{id}” and “{enemy}” are both pinned and enemies"
    ),
    "too-many-pinned": Words(
        "“{section}”指定了 {pinned} 题，只抽 {count} 题",
        "“{section}” pins {pinned} questions and draws {count}",
    ),
    "section-short": Words(
        "“{section}”还需 {need} 题，能用的只有 {left} 题。筛选：{filters}。占用：{taken}",
        "“{section}” needs {need} more questions, only {left} can be used. Filter: {filters}. Taken: {taken}",
    ),
    "sections-rival": Words(
        "这几个部分共需 {need} 题，合在一起只有 {count} 题可用：{sections}",
        "these sections need {need} questions together and have {count} between them: {sections}",
    ),
    "enemies-block": Words(
        "题目够数，但避不开互斥题（共 {total} 对，如 {pairs}）：{sections}",
        "there are enough questions, but enemies cannot be kept apart ({total} pairs, such as {pairs}): {sections}",
    ),
    "enemies-cut": Words(
        "互斥题太多（共 {total} 对，如 {pairs}），没能在限定的步数内找到组卷办法：{sections}",
        "with so many enemies ({total} pairs, such as {pairs}) no paper was found within the bound of the search: "
        "{sections}",
    ),
    "scaled": Words(
        "“{id}”原为 {own} 分，已折算为 {marks} 分",
        "“{id}” has {own} marks of its own; they were scaled to {marks}",
    ),
    "shared": Words(
        "“{section}”的题不够各卷都不同：{variants} 中有 {count} 题不止用在一卷里",
        "“{section}” has too few questions for different forms: {count} stand in more than one of {variants}",
    ),
    "pinned-shared": Words("指定的 {count} 题各卷都有", "the {count} pinned questions stand in every form"),
    # layout: what is printed
    "points-without-marks": Words(
        "“{id}”的 {marks} 分不够分给每个得分点：有 {count} 个没有分值",
        "“{id}”: {marks} marks do not reach all its points: {count} of them print none",
    ),
    # layout: styles
    "not-a-style": Words(
        "这里应是样式名、样式文件或一组调整", "a style's name, a style file or a mapping is expected here"
    ),
    "unknown-style": Words("没有“{found}”这个样式", "there is no style “{found}”"),
    "no-style-file": Words("找不到样式文件“{found}”", "there is no style file “{found}”"),
    "base-circle": Words("样式的 base 绕成了圈：{files}", "the bases of this style go in a circle: {files}"),
    "too-many-bases": Words(
        "base 一层层超过了 {limit} 层", "bases stand on one another more than {limit} deep"
    ),
    "unknown-language": Words("没有“{language}”这种语言", "there is no language “{language}” here"),
    "stray-brace": Words("这个花括号不成对，或括着的不是字段", "this brace is not part of a field"),
    "not-counting": Words("“{mark}”不会计数", "“{mark}” does not count"),
    "bad-length": Words("“{found}”不是长度", "“{found}” is not a length"),
    "page-too-small": Words("版心太小，放不下内容", "the margins leave too little room for text"),
    "no-font-file": Words("找不到字体文件“{file}”", "there is no font file “{file}”"),
    "missing-role": Words("样式没有说明“{role}”怎么排", "the style does not say how “{role}” is set"),
    "unknown-pattern-field": Words("这里没有 {{{field}}} 这个字段", "there is no field {{{field}}} here"),
    "option-label": Words(
        "选项的编号“{found}”里没有字母 A", "the label of options, “{found}”, has no letter A"
    ),
    "not-a-word": Words("这里应是文字，或按语言给出的文字", "a text is expected here, or one per language"),
    "not-a-list": Words("这里应是列表，或按语言给出的列表", "a list is expected here, or one per language"),
    "word-count": Words(
        "这里应有 {count} 个词，写了 {found} 个", "{count} words are expected here, found {found}"
    ),
    # render
    "no-glyph": Words(
        "没有字体有“{character}”（U+{point}）这个字", "no font has the character “{character}” (U+{point})"
    ),
    "no-glyph-in": Words(
        "“{title}”里的“{character}”（U+{point}）没有字体能排",
        "no font has “{character}” (U+{point}), used in “{title}”",
    ),
    "bad-picture": Words("图片“{name}”不能用：{reason}", "the picture “{name}” cannot be used: {reason}"),
    "face-not-installed": Words(
        "字体“{name}”没有随程序装好",
        "the face “{name}” should have come with the installation and is missing",
    ),
    "face-missing": Words(
        "没有名叫“{name}”的字体，也没有这个字体文件", "there is no face and no font file “{name}”"
    ),
    "face-unreadable": Words("读不懂字体文件“{name}”", "“{name}” is not a font with outlines"),
    "face-restricted": Words(
        "字体“{name}”不许嵌入 PDF", "the font “{name}” does not allow to be embedded in a PDF"
    ),
    "face-axis": Words(
        "字体“{name}”没有这个轴，或者值超出范围",
        "the font “{name}” has no such axis, or the value is out of range",
    ),
    "picture-missing": Words("没有图片文件“{name}”", "there is no picture file “{name}”"),
    "picture-unreadable": Words(
        "图片“{name}”已损坏，或者不是 PNG、JPEG、GIF、BMP、WebP",
        "the picture “{name}” is damaged, or no PNG, JPEG, GIF, BMP or WebP",
    ),
    "picture-too-large": Words(
        "图片“{name}”超过 6400 万像素", "the picture “{name}” has more than 64 million pixels"
    ),
    # output
    "output-not-folder": Words("输出位置是一个文件，不是文件夹", "the output is a file, not a folder"),
    "output-dangling": Words(
        "这里是一个链接，它指向的位置不存在", "this is a link, or lies behind one, to what is not there"
    ),
    "output-not-ours": Words(
        "文件夹里有别的内容，不会覆盖", "the folder holds other things and is not overwritten"
    ),
    "output-denied": Words("不能读取输出文件夹：{reason}", "the output folder cannot be read: {reason}"),
    "output-failed": Words("写不了输出：{reason}", "the output could not be written: {reason}"),
    "file-name-shared": Words("几个文件都会叫“{name}”", "more than one file would be called “{name}”"),
    "output-mixed": Words(
        "写不了输出，原来的文件也没能全部放回（{reason}）；没放回的在 {kept} 里",
        "the output could not be written, nor all old files put back ({reason}); those are in {kept}",
    ),
    # rounds
    "no-layout-for-post": Words(
        "没有一份试卷结构是给“{post}”的（{count} 人，第 {lines} 行）",
        "no layout is for the post “{post}” (row {lines}; {count} in all)",
    ),
    "no-post": Words(
        "有 {count} 人没有写岗位（第 {lines} 行），而试卷按岗位发",
        "no post in row {lines} ({count} in all), by which papers are dealt out",
    ),
    "post-twice": Words(
        "不止一份试卷结构适用于“{post}”（{count} 人，第 {lines} 行）",
        "more than one layout is for the post “{post}” (row {lines}; {count} in all)",
    ),
    "no-session": Words(
        "有 {count} 人没有场次（第 {lines} 行），而 --forms session 按场次发卷",
        "no session in row {lines} ({count} in all), by which --forms session deals out papers",
    ),
    "session-gap": Words(
        "有 {count} 人没有写场次（第 {lines} 行），别人写了",
        "no session in row {lines} ({count} in all), where others have one",
    ),
    "unknown-form": Words(
        "卷别“{form}”不在 {forms} 之中（{count} 人，第 {lines} 行）",
        "the form “{form}” is none of {forms} (row {lines}; {count} in all)",
    ),
    "papers-share-name": Words(
        "第 {lines} 行的试卷都会叫“{name}”", "the papers of rows {lines} would all be called “{name}”"
    ),
    "row-unprintable": Words(
        "{id} 有印不出来的字“{characters}”（{points}），没有字体收它，不给这一行出卷",
        "{id} has “{characters}” ({points}), which no font has: no paper is made for it",
    ),
    "round-other": Words(
        "文件夹里有一轮没做完的卷子，与这次不同：{changes}",
        "the folder holds a round that is not finished, and this is another one: {changes}",
    ),
    "round-differs": Words(
        "文件夹里那一轮已经做完，与这次不同：{changes}",
        "the round in the folder is finished, and this is another one: {changes}",
    ),
    "round-adding": Words(
        "给这一轮补充候选人，上次没有做完", "candidates were being added to this round, which is not finished"
    ),
    "round-not-added": Words("要补充的这一轮自己还没有做完", "the round to add to is not finished itself"),
    "round-other-list": Words(
        "接着补充，名单与上次不同：{changes}",
        "going on with what was being added; the list is another one: {changes}",
    ),
    "round-unfinished": Words("这一轮上次没有做完", "this round was begun and is not finished"),
    "round-finished": Words("文件夹里已有一轮做完的卷子", "the folder holds a round that is finished"),
    "round-none": Words("文件夹里没有一轮做完的卷子可以补充", "there is no finished round here to add to"),
    "round-damaged": Words(
        "有 {count} 个文件缺失或被改动（{files}），而这一轮的记录不能照一份名单重做",
        "{count} files are lost or changed ({files}), and one list does not tell how to make this round again",
    ),
    "round-lost": Words(
        "有 {count} 个文件缺失或被改动（{files}），补人之前要先做全",
        "{count} files are lost or changed ({files}), and are to be made again before anybody is added",
    ),
    "list-edited": Words(
        "“{name}”在出卷之后改过，再写一次会丢掉改动",
        "“{name}” was changed since it was written; what was added to it would be lost",
    ),
    "is-a-list": Words("这是表格，不是试卷结构", "this is a table, not a layout"),
    "round-changed": Words(
        "与这一轮出卷时不同：{changes}", "not as it was when the round was made: {changes}"
    ),
    "row-changed": Words(
        "{id} 的试卷已经发出，名单里的这一行却变了（{changes}）",
        "{id} has a paper already, and the row has changed ({changes})",
    ),
    "row-not-printed": Words(
        "有 {count} 行的{headers}与出卷时不同（第 {lines} 行）；试卷上不印，清单里仍是原来的",
        "{headers} of row {lines} ({count} in all) has changed since; no paper shows it, and lists keep what it was",
    ),
    "new-session": Words(
        "这一轮里没有场次“{session}”（{count} 人，第 {lines} 行；有：{sessions}）",
        "the round has no session “{session}” (row {lines}; {count} in all); it has: {sessions}",
    ),
    "same-name": Words(
        "备用卷的名字“{name}”已有另一份试卷用了",
        "a spare paper would be named “{name}”, as another paper is",
    ),
    "same-layout": Words(
        "不止一份试卷结构的编号是“{id}”（不分大小写）",
        "more than one layout has the id “{id}”, be it in other case",
    ),
    "late-twin": Words(
        "考号“{id}”与已发卷的“{other}”只差全角半角、大小写、空格或看不见的字符",
        "“{id}” differs from “{other}”, who has a paper already, only by width, case, spaces or what cannot be seen",
    ),
    "late-seat": Words(
        "{id} 的座位“{seat}”（考场“{room}”）已经给了 {other}（座位“{other_seat}”，考场“{other_room}”）",
        "the seat “{seat}” (room “{room}”) of {id} is that of {other} already (“{other_seat}”, room “{other_room}”)",
    ),
    "late-room": Words(
        "考场“{written}”和这一轮已有的“{other}”当作两个考场",
        "the room “{written}” and “{other}” of the round are taken for two",
    ),
    "late-session": Words(
        "场次“{written}”和这一轮已有的“{other}”当作两个场次",
        "the session “{written}” and “{other}” of the round are taken for two",
    ),
    "late-date": Words(
        "日期“{written}”和这一轮已有的“{other}”当作两天",
        "the date “{written}” and “{other}” of the round are taken for two",
    ),
    "late-room-gap": Words(
        "要补的 {count} 人没有写考场（第 {lines} 行），这一轮的人都有",
        "no room in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-session-gap": Words(
        "要补的 {count} 人没有写场次（第 {lines} 行），这一轮的人都有",
        "no session in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-date-gap": Words(
        "要补的 {count} 人没有写日期（第 {lines} 行），这一轮的人都有",
        "no date in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-seat-gap": Words(
        "要补的 {count} 人没有写座位（第 {lines} 行），这一轮的人都有",
        "no seat in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-file": Words("已发的文件里有“{name}”", "a file that was issued is called “{name}”"),
    "round-running": Words("另一个程序正在写这个文件夹", "another run is writing this folder"),
    "round-stopped": Words(
        "写不了输出：{reason}；已经做完的都已写全",
        "the output cannot be written: {reason}; what is done is whole",
    ),
    "round-halted": Words("停下了：{why}；已经做完的都已写全", "stopped: {why}; what is done is whole"),
    "no-scheduler": Words(
        "{address} 上没有 Dask 调度器应答（等了 {seconds} 秒）",
        "no Dask scheduler answers at {address} (within {seconds} seconds)",
    ),
    "names-encoding": Words(
        "这个系统的文件名用 {encoding} 编码，写不出“{character}”",
        "this system names files in {encoding}, which has no “{character}”",
    ),
    "file-occupied": Words("这里已有另一个文件", "another file is here already"),
    "task-failed": Words("没有做成：{what}", "this failed: {what}"),
    "worker-died": Words("做这一份时，进程两次中断", "two workers died over this one"),
    # verify
    "report-inside": Words(
        "核验报告不能写在被核验的文件夹里，否则下次核验它就是多出的文件",
        "the report cannot be in the folder that is verified: there it would be a file too many",
    ),
    "report-denied": Words("写不了核验报告：{reason}", "the report cannot be written: {reason}"),
    "verify-missing": Words("没有这个文件", "there is no such file"),
    "verify-record": Words(
        "记录残缺，或内容不对：{field}", "the record is broken or says what it cannot: {field}"
    ),
    "verify-forms-digest": Words(
        "forms.jsonl 与 manifest.json 记下的摘要不符，写出后被改动过",
        "forms.jsonl has not the digest that manifest.json gives: it was changed after it was written",
    ),
    "verify-name-twice": Words("“{name}”出现了两次", "“{name}” is listed twice"),
    "verify-order": Words("“{name}”没有按名称顺序排列", "“{name}” is not in the order of names"),
    "verify-unfinished": Words("这一批还没有生成完", "the run has not ended"),
    "verify-no-folder": Words("没有这个文件夹", "there is no such folder"),
    "verify-no-run": Words(
        "这不是一轮考试的文件夹：没有 manifest.json，也没有 forms.jsonl",
        "this is not the folder of a run: it has no manifest.json and no forms.jsonl",
    ),
    "verify-key-astray": Words("{folder}/ 里有一份答案", "there is an answer key in {folder}/"),
    "verify-extra": Words("多出了一个文件", "this file is not of the run"),
    "verify-extra-folder": Words("多出了一个文件夹", "this folder is not of the run"),
    "verify-bytes": Words(
        "文件应有 {listed} 字节，实有 {found} 字节", "the file should have {listed} bytes and has {found}"
    ),
    "verify-digest": Words(
        "文件写出后被改动过（摘要不符）", "the file was changed after it was written: its digest differs"
    ),
    "verify-pages": Words(
        "应有 {listed} 页，实有 {found} 页", "there should be {listed} pages, and there are {found}"
    ),
    "verify-too-big": Words("文件大得不像一份试卷", "the file is larger than any paper"),
    "verify-part-twice": Words("文件里有两个同名的部件", "two parts of the file have the same name"),
    "verify-broken-archive": Words(
        "文件已损坏，打不开：{reason}", "the file is damaged and cannot be opened: {reason}"
    ),
    "verify-broken-part": Words("文件里的 {name} 已损坏", "{name} in the file is damaged"),
    "verify-no-part": Words("文件里缺少 {name}", "{name} is missing from the file"),
    "verify-foreign-part": Words("文件里多出了 {name}", "the file holds {name}, which no file of ours has"),
    "verify-foreign-element": Words(
        "文字里夹带了“{name}”", "the text holds “{name}”, which no text of ours has"
    ),
    "verify-hidden-text": Words("文件里有隐藏的文字", "the file has hidden text"),
    "verify-field-pages": Words(
        "页脚写着共 {found} 页，应为 {pages} 页", "the footer says {found} pages; there are {pages}"
    ),
    "verify-broken-pdf": Words(
        "文件已损坏，打不开：{reason}", "the file is damaged and cannot be opened: {reason}"
    ),
    "verify-outline": Words(
        "书签“{title}”指向的地方没有这段文字", "the bookmark “{title}” leads to where that does not stand"
    ),
    "verify-font": Words(
        "字体里藏有页面上没有的字：{characters}", "a font holds characters that no page shows: {characters}"
    ),
    "verify-page-number": Words(
        "第 {page} 页的页眉页脚不对：{said}", "the header or footer of page {page} is wrong: {said}"
    ),
    "verify-foreign-bytes": Words(
        "文件不是 exampaper 写出的样子，里面添了别的内容",
        "the file is not as exampaper writes it: something was added",
    ),
    "verify-stray-object": Words(
        "文件里有一个谁也用不到的对象（{number} 号）",
        "the file has an object that nothing uses (number {number})",
    ),
    "verify-foreign-object": Words("文件里夹带了 {name}", "the file holds {name}, which no file of ours has"),
    "verify-heading": Words(
        "“{section}”的标题与记录不符：{said}", "the heading of “{section}” is not as recorded: {said}"
    ),
    "verify-marks": Words(
        "“{section}”第 {number} 题应标 {marks} 分：{said}",
        "question {number} of “{section}” should say {marks} marks: {said}",
    ),
    "verify-total": Words(
        "总分记为 {total}，各部分相加是 {sum}", "the total is given as {total}; the sections add up to {sum}"
    ),
    "verify-total-said": Words(
        "卷首写的总分是 {said}，应是 {total}", "the front gives the total as {said}; it should be {total}"
    ),
    "verify-levels": Words(
        "答案中“{section}”第 {number} 题的评分档与该题的 {marks} 分不合",
        "in the key, the levels of question {number} of “{section}” do not fit its {marks} marks",
    ),
    "verify-summary": Words(
        "汇总表里“{section}”的题数、分值或小计不对", "the summary's figures for “{section}” are wrong"
    ),
    "verify-points": Words(
        "“{section}”第 {number} 题的得分点相加不是 {marks} 分",
        "the points of question {number} of “{section}” do not add up to {marks} marks",
    ),
    "verify-questions": Words(
        "题目和标题应有 {wanted} 题，读到 {found} 处",
        "there should be {wanted} questions; {found} questions and headings were found",
    ),
    "verify-picture": Words("有一张答案里没有的图片", "there is a picture that the key does not have"),
    "verify-repeated": Words(
        "重复的这一行不是表头：{said}", "what is repeated here is no head of a table: {said}"
    ),
    "verify-leak": Words("这里有答案中的话：“{phrase}”", "this says what only a key may say: “{phrase}”"),
    "verify-no-answer": Words(
        "“{section}”第 {number} 题在答案里没有答案",
        "the key has no answer to question {number} of “{section}”",
    ),
    "verify-key-has-more": Words(
        "答案里有这份试卷没有的题：{said}", "the key has a question that the paper has not: {said}"
    ),
    "verify-inserts": Words(
        "题目后括注的写法不一：{said}", "what stands in brackets behind questions differs in kind: {said}"
    ),
    "verify-other-question": Words(
        "“{id}”这道题与别的试卷上的不同：{said}", "the question “{id}” is not the one of other papers: {said}"
    ),
    "verify-form": Words(
        "“{name}”与“{other}”同属 {form} 卷，题目、总分或答案却不同",
        "“{name}” and “{other}” are of one form, {form}, but differ in questions, total or key",
    ),
    "verify-sections": Words(
        "“{name}”与“{other}”出自同一份试卷结构，各大题的题目、题数或分值却不同",
        "“{name}” and “{other}” are of one layout, but differ in titles, numbers or marks of sections",
    ),
    "verify-candidate": Words(
        "试卷上没有考生的{field}“{value}”", "the paper does not show the candidate's {field}, “{value}”"
    ),
    "verify-front": Words(
        "卷首的文字与其他试卷不同：{said}", "the words at the front are not those of other papers: {said}"
    ),
    "verify-manifest-digest": Words(
        "与末行自记的摘要不符，写出后被改动过",
        "it has not the digest in its last line: it was changed after it was written",
    ),
    "verify-declared": Words(
        "记的 {name} 是 {listed}，照 forms.jsonl 应是 {found}",
        "it gives {name} as {listed}; by forms.jsonl it should be {found}",
    ),
    "verify-not-missing": Words(
        "记作没有试卷的人却有试卷：{names}", "it gives these as without a paper, who have one: {names}"
    ),
    "verify-seat-twice": Words(
        "“{name}”与“{other}”在同一个座位：{seat}", "“{name}” and “{other}” have the same seat: {seat}"
    ),
    "verify-without-paper": Words(
        "有 {count} 人没有试卷（出卷时已知）：{names}",
        "{count} without a paper, as was known when the round was made: {names}",
    ),
    "verify-bound-page": Words(
        "第 {page} 页起不是这一批里任何一份完整的卷子",
        "what begins on page {page} is not a whole paper or key of this run",
    ),
    "verify-bound-unread": Words(
        "第 {page} 页起的卷子无从核对：单独的那一份缺失或打不开",
        "what begins on page {page} cannot be compared: the paper or key itself is missing or damaged",
    ),
    "verify-bound-even": Words("有卷子不是从单数页开始", "not every paper begins on an odd page"),
    "verify-bound-outline": Words(
        "书签与各份卷子开始的页不符", "the bookmarks do not lead to where the papers begin"
    ),
    "verify-bound-twice": Words("{name} 在 {other} 里已经有了", "{name} is in {other} already"),
    "verify-bound-rooms": Words(
        "混入了别的考场或场次的试卷：{rooms}", "papers of several rooms or sessions are in one file: {rooms}"
    ),
    "verify-bound-order": Words("试卷没有按座位排列", "the papers are not in the order of seats"),
    "verify-not-bound": Words("这份试卷不在交付印刷的文件里", "this paper is in no file for the printer"),
    "verify-key-not-bound": Words(
        "这份答案不在合订的答案文件里", "this key is in none of the files that keys are bound in"
    ),
    "verify-no-sheet": Words(
        "缺少考场“{room}”的签到表（{format}）", "the attendance sheet of room “{room}” as {format} is missing"
    ),
    "verify-misnamed": Words(
        "里面是“{value}”的，文件名却不是", "what is in it is of “{value}”, which its name does not say"
    ),
    "verify-sheet-alone": Words(
        "没有另一种格式的签到表 {other}", "there is no attendance sheet {other} beside it"
    ),
    "verify-sheet-twice": Words(
        "这份签到表与 {other} 是同一份", "this attendance sheet is the same as {other}"
    ),
    "verify-no-list": Words("这一批没有试卷清单（XLSX）", "the round has no list of papers (XLSX)"),
    "verify-not-seated": Words(
        "签到表上没有{room}的“{name}”", "the attendance sheets of room {room} do not have “{name}”"
    ),
    "verify-list": Words(
        "清单里“{name}”一行缺少或不符：{value}", "in the list, the row of “{name}” lacks: {value}"
    ),
    "verify-list-more": Words("清单里的“{name}”不在这一批里", "the list has “{name}”, who is not in the run"),
    "verify-formats-differ": Words(
        "与 {other} 的内容不同：“{one}”与“{two}”",
        "this does not say the same as {other}: “{one}” and “{two}”",
    ),
    "verify-not-in-key": Words("答案里没有这道题：{said}", "the key does not have this question: {said}"),
    "verify-key-differs": Words(
        "这道题与答案里的不同：{said}（试卷“{paper}”，答案“{key}”）",
        "this question is not as in the key: {said} (paper “{paper}”, key “{key}”)",
    ),
    # exchange: what documents say
    "import-no-questions": Words("没有认出题目", "no questions were found"),
    "import-no-stem": Words("没有题干", "there is no stem"),
    "import-no-answer": Words("没有答案", "there is no answer"),
    "import-answer-in-stem": Words(
        "没有认出答案，题干里可能有", "no answer was recognised; the stem may hold it"
    ),
    "import-head-inside": Words(
        "第 {line} 行像是另一题或大题的开头：{words}",
        "line {line} looks like the beginning of another question or section: {words}",
    ),
    "import-line-noted": Words(
        "第 {line} 行有编号，却当作说明略去：{words}",
        "line {line} has a number, and was left out as a note: {words}",
    ),
    "import-line-front": Words(
        "第 {line} 行像是题目，却在第一题之前略去：{words}",
        "line {line} looks like a question, and was left out before the first: {words}",
    ),
    "import-answer-unclear": Words("看不懂这个答案：{answer}", "this answer is not understood: {answer}"),
    "import-letter-unknown": Words(
        "答案 {letters} 里有没有的选项", "the answer {letters} names an option there is none of"
    ),
    "import-single-or-multiple": Words(
        "单选题的答案是 {letters}，按多选题收下",
        "the answer {letters} of a single choice made it a multiple choice",
    ),
    "import-no-options": Words("选择题没有选项", "a choice question without options"),
    "import-type": Words("按选项和答案定为 {type}", "taken for {type} by its options and its answer"),
    "import-type-unsupported": Words(
        "题库还没有这种题型（{type}），收为论述题", "no bank holds this type yet ({type}); kept as an essay"
    ),
    "import-type-doubtful": Words(
        "标题说是 {type}，答案却不是", "the heading says {type}, the answer does not"
    ),
    "import-blanks": Words("把空括号当作填空", "empty brackets are taken for blanks"),
    "import-blanks-unclear": Words("{blanks} 个空与答案对不上", "the answer does not fit {blanks} blanks"),
    "import-marks-shared": Words(
        "总分 {total}，每题按 {marks} 分", "a total of {total} shared out: {marks} each"
    ),
    "import-marks-blanks": Words("{blanks} 个空，共 {marks} 分", "{blanks} blanks make {marks} marks"),
    "import-noted": Words("“{word}”收进备注", "“{word}” is kept in the note"),
    "import-stem-long": Words(
        "题干比同一大题的其他题长得多，里面可能有答案",
        "the stem is much longer than others of its section; an answer may be in it",
    ),
    "import-runs-on": Words(
        "只有这道题的 {field} 不止一段，后面几段可能另有归属",
        "only this question has more than one paragraph of {field}; those behind the first may belong elsewhere",
    ),
    "import-label-unknown": Words(
        "“{word}”像是标签，但不认识", "“{word}” looks like a label, but is not known as one"
    ),
    "import-questions-left": Words(
        "有 {count} 行像是题目或答案，但没有收进任何题目",
        "{count} lines look like questions or answers, but are in no question",
    ),
    "import-label-own": Words(
        "“{word}”不是常见的标签，按它所在的位置理解",
        "“{word}” is no common label; it is understood by where it stands",
    ),
    "import-points": Words("答案的各行当作要点", "the lines of the answer are taken for points"),
    "import-prose-after-points": Words(
        "要点之后的文字归入最后一点", "what follows the points is kept with the last of them"
    ),
    "import-answer-unlabelled": Words("答案前面没有标签", "no label stands before the answer"),
    "import-unnumbered": Words("题目没有题号", "the question has no number"),
    "import-number": Words(
        "题号是 {number}，应为 {expected}", "the number is {number} where {expected} was due"
    ),
    "import-material": Words("材料放在每道题的题干前", "the material stands before each of its questions"),
    "import-same-id": Words(
        "文档里这个编号已经给了“{other}”，另编了号",
        "the document has given this id to “{other}” already; this question has another",
    ),
    "import-same-stem": Words(
        "题干与同时读入的“{other}”相同，请看是不是同一题",
        "the stem is that of “{other}”, read with it; see whether they are one question",
    ),
    "import-key-orphan": Words("答案 {number} 没有对应的题目", "there is no question for answer {number}"),
    "import-count-differs": Words(
        "“{title}”说有 {declared} 题，找到 {found} 题",
        "“{title}” declares {declared} questions; {found} were found",
    ),
    "import-total-differs": Words(
        "“{title}”说共 {declared} 分，各题合计 {found} 分",
        "“{title}” declares {declared} marks; its questions have {found}",
    ),
    # exchange: tables
    "table-no-headers": Words(
        "前几行里没有题目表的表头，至少要有“题干”和另一列",
        "there are no headers of questions in the first rows: a “stem” and one more are the least",
    ),
    "table-columns-noted": Words(
        "不认识的列收进备注：{columns}", "columns that are not known are kept in the notes: {columns}"
    ),
    "table-row-hidden": Words(
        "有 {count} 行是隐藏的或被筛选掉的（第 {lines} 行），也当作题目读了",
        "row {lines} ({count} in all) is hidden or filtered out, and read like the others",
    ),
    "table-sheet-not-read": Words(
        "工作表“{sheet}”没有题目的表头，没有读",
        "the sheet “{sheet}” has no headers of questions and is not read",
    ),
    "table-cell-unclear": Words(
        "“{column}”里的“{value}”用不上，收进备注",
        "“{value}” in the column “{column}” cannot be used, and is kept in the note",
    ),
    "table-type-is-category": Words(
        "“{found}”不是题型，当作分类", "“{found}” is no type, and taken for a category"
    ),
    "table-cell-too-long": Words(
        "“{id}”的“{column}”超过 {limit} 个字符，一格放不下",
        "“{column}” of “{id}” has more than {limit} characters, the most a cell can hold",
    ),
    "title-not-exported": Words("{format} 里放不下题库的标题", "{format} has no place for the bank's title"),
    # exchange: documents
    "package-damaged": Words(
        "文件打不开：它已损坏，或者不是 Word 文档",
        "this file cannot be opened: it is damaged, or no Word document",
    ),
    "package-locked": Words("文件有密码保护", "this file is protected by a password"),
    "package-too-big": Words("文件解开后超过 {limit} MiB", "unpacked, this file is larger than {limit} MiB"),
    "document-too-big": Words("文件超过 {limit} MiB", "the file is larger than {limit} MiB"),
    "document-too-long": Words(
        "文档里有 {count} 行和标签，最多读 {limit} 个",
        "the document has {count} lines and labels; at most {limit} are read",
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
    # rounds
    "no-layout-for-post": Words(
        "在一份试卷结构里写上 posts: [{post}]（现有：{posts}），或改正名单",
        "write posts: [{post}] in a layout (there are: {posts}), or mend the list",
    ),
    "like-post": Words(
        "是不是“{nearest}”？请改正名单；若是新岗位，写进一份试卷结构的 posts",
        "do you mean “{nearest}”? mend the list; if it is a new post, name it in the posts of a layout",
    ),
    "post-twice": Words(
        "一个岗位只写在一份试卷结构的 posts 里", "name each post in the posts of one layout only"
    ),
    "no-post-column": Words(
        "在名单里加一列“应聘岗位”（试卷结构里有：{posts}）",
        "add a column “post” to the list (layouts are for: {posts})",
    ),
    "no-session-column": Words("在名单里加一列“场次”", "add a column “session” to the list"),
    "fill-column": Words("在“{header}”一列里补上", "fill in the column “{header}”"),
    "unknown-form": Words("改正卷别，或调整 --forms", "mend the column, or --forms"),
    "row-unprintable": Words(
        "换一个写法，或在样式里给字体加上有这个字的字体文件",
        "write it otherwise, or add a font file that has it to the style's fonts",
    ),
    "round-other": Words(
        "换一个 --out；或改回原样，加 --resume 接着做",
        "choose another --out; or put that back as it was and go on with --resume",
    ),
    "round-differs": Words(
        "迟到的候选人用 --add 补充；别的改动请另开一轮（另一个 --out）",
        "late candidates come with --add; for other changes begin another round (another --out)",
    ),
    "round-adding": Words(
        "用 --add --resume 接着做；给原来的名单就是撤回这次补充",
        "go on with --add --resume; with the list as it was before, that takes the addition back",
    ),
    "round-not-added": Words("先不加 --add，用 --resume 做完", "end it with --resume first, without --add"),
    "go-on": Words("改好之后，加 --resume 接着做", "mend that, then go on with --resume"),
    "add-resume": Words("用 --add --resume 接着做", "go on with --add --resume"),
    "no-scheduler": Words(
        "先启动它（dask scheduler），或改正 --scheduler",
        "start it first (dask scheduler), or mend --scheduler",
    ),
    "names-encoding": Words(
        "改用 UTF-8 的语言环境，例如设 LC_ALL=C.UTF-8 或 PYTHONUTF8=1",
        "use a locale of UTF-8: set LC_ALL=C.UTF-8, or PYTHONUTF8=1",
    ),
    "round-unfinished": Words("加 --resume 接着做", "add --resume to go on"),
    "round-finished": Words("换一个 --out；不会覆盖", "choose another --out; it is not overwritten"),
    "round-none": Words(
        "先不加 --add 出一轮；或检查 --out", "make the round first, without --add; or mend --out"
    ),
    "round-damaged": Words(
        "从备份恢复；缺的若是某人的试卷，print/ 里那个考场的合订文件中也有",
        "restore it from a copy; somebody's paper is in the file of the room in print/, too",
    ),
    "round-lost": Words(
        "先用出卷时的名单和选项，不加 --add，加 --resume；再 --add",
        "first give the list and the options of the round with --resume, without --add; then --add",
    ),
    "list-edited": Words(
        "把它移到这个文件夹之外（备注留在那一份里），再来一次；会另写一份新的",
        "move it out of this folder, with your notes in it, and try again: a new one is written",
    ),
    "is-a-list": Words(
        "名单用 --candidates 给出；试卷结构是 .yaml 文件",
        "name a list with --candidates; a layout is a .yaml file",
    ),
    "round-changed": Words(
        "用出卷时的文件和版本，或另开一轮（另一个 --out）",
        "use the files and versions of the round, or begin another one (another --out)",
    ),
    "row-changed": Words(
        "改回原来的内容，或名单里只留要补的人；已发的试卷不会改，要改就另开一轮",
        "put the row back, or list only those who are added; what was issued stays, else begin another round",
    ),
    "new-session": Words("另开一轮（另一个 --out）", "begin another round (another --out)"),
    "same-name": Words(
        "改动考号、考场或场次的写法；两处若是同一考场，写成一样",
        "change a number, or the name of a room or session; a room is to be written in one way",
    ),
    "same-layout": Words("给每份试卷结构不同的 layout", "give each layout an id of its own"),
    "add-file-field": Words("在 file_name 里加上 {field}", "add {field} to file_name"),
    "keys-share-name": Words(
        "同名的是答案：改动试卷结构的 layout，或场次的写法",
        "they are keys: change the id of a layout, or a session's name",
    ),
    "late-gap": Words(
        "请补上；不补就算作另一个考场或场次，另有备用卷、合订文件和签到表",
        "fill it in; else it is another place, with spares, a print file and a sheet of its own",
    ),
    "session-as-issued": Words(
        "日期和场次照这一轮的写法写：“{other}”", "write date and session as in the round, “{other}”"
    ),
    "as-issued": Words("照这一轮的写法写成“{other}”", "write it as in the round, “{other}”"),
    "late-file": Words(
        "改动这一行里 file_name 用到的内容，或另开一轮（另一个 --out）",
        "change in this row what file_name is made of, or begin another round (another --out)",
    ),
    "round-running": Words("等它做完，或换一个 --out", "wait until it has ended, or choose another --out"),
    "round-resume": Words(
        "腾出空间或权限后，加 --resume 接着做",
        "make room or give the right to write, then go on with --resume",
    ),
    "file-occupied": Words(
        "把它移开，再用 --add 补上这一份", "move it away, then make this paper with --add"
    ),
    "task-failed": Words(
        "这是程序的缺陷，请报告；其余的不受影响",
        "this is a bug: please report it; the others are not concerned",
    ),
    "worker-died": Words("多半是内存不够；减少 --jobs 再试", "most likely memory ran out; try fewer --jobs"),
    # source
    "name-a-file": Words("请写一个 YAML 文件的路径", "give the path of a YAML file"),
    "check-path": Words("请检查路径和文件名", "check the path and the name"),
    "check-permission": Words(
        "请检查文件的权限，或是否被别的程序占用", "check its permissions, or whether another program holds it"
    ),
    "split-file": Words("请把它分成几个文件", "split it into several files"),
    "fill-file": Words(
        "第一行写“bank: 编号”、“layout: 编号”或“style: 编号”",
        "begin it with “bank: id”, “layout: id” or “style: id”",
    ),
    "save-as-utf8": Words(
        "用记事本等编辑器打开，“另存为”时编码选 UTF-8",
        "open it in an editor (Notepad will do) and save it again with the encoding UTF-8",
    ),
    "delete-character": Words(
        "删掉它；多半是从网页或别的文件里复制来的", "delete it; it often comes along when text is copied"
    ),
    "retype-character": Words("请对照原文补上这个字", "type the lost character again"),
    "flatten": Words("减少嵌套", "nest less deeply"),
    "delete-one": Words("留下一个，删掉另一个", "keep one and delete the other"),
    "quote-key": Words("给字段名加引号", "put the name in quotes"),
    "write-out-alias": Words(
        "把内容写出来；若“*”本是文字，给整个值加单引号",
        "write the content out; if the “*” is text, put the value in single quotes",
    ),
    "quote-ampersand": Words(
        "删掉它；若“&”本是文字，给整个值加单引号",
        "delete it; if the “&” is text, put the value in single quotes",
    ),
    "quote-exclamation": Words(
        "删掉它；若“!”本是文字，给整个值加单引号",
        "delete it; if the “!” is text, put the value in single quotes",
    ),
    "one-document": Words("删掉“---”，或分成几个文件", "delete the “---”, or split the file"),
    "write-this": Words("改成：{mended}", "write: {mended}"),
    "use-spaces": Words("用空格缩进，每层两个", "indent with spaces, two a level"),
    "indent-by": Words(
        "缩进 {expected} 个空格，和上下文对齐", "indent it by {expected} spaces, as its neighbours are"
    ),
    "indent-text": Words(
        "若它接着上面的文字，缩进 {expected} 个空格；若是字段，补上冒号",
        "indent it by {expected} spaces if it goes on with the text above; add a colon if it is a field",
    ),
    "escape-form": Words("用单引号，或把“\\”写成“\\\\”", "use single quotes, or write “\\” as “\\\\”"),
    "look-around": Words(
        "看看这一行和上一行的缩进、冒号和引号",
        "look at the indentation, colons and quotes of this line and the one above",
    ),
    "full-width-or-block": Words(
        "若是文字，改用全角冒号“：”，或用“|”把整段写成文本块；若是字段，让它和上面的字段对齐",
        "if it is text, write the whole text as a block behind “|”; if it is a field, align it with those above",
    ),
    "quote-it": Words("加上引号：{quoted}", "put it in quotes: {quoted}"),
    "text-form": Words(
        "只写文字，不要列表和字段；文字里有冒号时，加引号或写在“|”后面",
        "write plain text, no list and no fields; a text with colons goes in quotes or behind “|”",
    ),
    "fields-form": Words(
        "每行写一个字段，冒号后面留一个空格，如“id: q1”",
        "write one field a line, with a space after the colon: “id: q1”",
    ),
    "known-fields": Words("可用的字段：{known}", "the fields are: {known}"),
    "allowed-values": Words("可以是：{allowed}", "it can be: {allowed}"),
    "add-field": Words("补上“{field}: ……”", "add “{field}: ...”"),
    "fill-field": Words("写上内容，这个字段不能空着", "fill it in; this field is needed"),
    "fill-item": Words("写上内容，或删掉这一项", "fill it in, or delete the item"),
    "hash-is-comment": Words(
        "“#”起头的是注释；若是文字，请加引号", "“#” begins a comment; put the value in quotes if it is text"
    ),
    "identifier-form": Words(
        "只用小写字母、数字、“.”、“_”和“-”，以字母或数字开头",
        "use only lower-case letters, digits, “.”, “_” and “-”, and begin with a letter or digit",
    ),
    "digits-only": Words("只写数字，如 8", "write digits only, such as 8"),
    "within-range": Words("改成 {low} 到 {high} 之间的数", "write a number from {low} to {high}"),
    "truth-form": Words(
        "写 true 或 false（是、否、对、错也可以）", "write true or false (yes and no will do)"
    ),
    "one-line": Words("写成一行", "write it on one line"),
    "did-you-mean": Words("是不是想写“{nearest}”？", "did you mean “{nearest}”?"),
    # markdown
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
    # bank and kinds
    "unknown-format": Words("写 format: 1，或删去这一行", "write format: 1, or leave the line out"),
    "empty-folder": Words(
        "指定含有 .yaml 题库的文件夹，或一个题库文件", "name a folder with .yaml banks, or a bank file"
    ),
    "not-a-question": Words(
        "每道题是一组字段，第一行以“- id: ”开头",
        "each question is a group of fields that begins with “- id: ”",
    ),
    "bad-language": Words("例如 zh-CN、en、en-GB", "for example zh-CN, en, en-GB"),
    "field-of-other-type": Words(
        "写上合适的 type，或删去这个字段", "change the question's type, or delete the field"
    ),
    "several-names": Words(
        "若是几个，写成 {field}: {listed}", "if they are several, write {field}: {listed}"
    ),
    "missing-answer": Words("在 answer 里写 text 或 points", "write text or points under answer"),
    "empty-point": Words("写上要点，或删去这一条", "write the point, or delete it"),
    "points-too-deep": Words("把最里面的要点合并到上一层", "merge the innermost points into the level above"),
    "marks-by-halves": Words("分值以 0.5 为单位，如 2.5", "marks go by halves, as in 2.5"),
    "marks-not-positive": Words(
        "写一个大于 0 的数，或删去 marks", "write a number above 0, or leave marks out"
    ),
    "points-sum": Words(
        "改要点的 marks，使合计等于 {marks}", "change the points' marks so that they add up to {marks}"
    ),
    "nothing-left": Words(
        "给每条要点写分值，或减少已写的分值", "give every point its marks, or lower those given"
    ),
    "bad-range": Words("写成 7-8 或 7", "write 7-8 or 7"),
    "range-order": Words("低分在前，高分在后，如 7-8", "the lower mark comes first, as in 7-8"),
    "level-above": Words("最高一档到 {marks} 分为止", "let the best level end at {marks}"),
    "level-order": Words("从好到差排列，各档分数不重叠", "list the best first, and let no two share a mark"),
    "option-count": Words("补足选项，或删去多余的", "add or remove options"),
    "same-option": Words("改写其中一个", "change one of them"),
    "option-letters": Words("依次用 {expected}", "use {expected}, in order"),
    "wrong-letter": Words("选项是 {first} 到 {last}", "the options are {first} to {last}"),
    "repeated-letter": Words("每个字母只写一次", "write each letter once"),
    "one-letter": Words(
        "只留一个字母，或把 type 改为 multiple_choice", "keep one letter, or make it a multiple_choice"
    ),
    "not-a-truth": Words("写 true 或 false、对 或 错", "write true or false"),
    "no-blank": Words("用四个以上的下划线 ____ 写出空", "write each blank as four or more underscores: ____"),
    "blank-answer": Words(
        "写上这个空的答案，或可接受答案的列表", "write the text of the blank, or a list of accepted texts"
    ),
    "blank-count": Words(
        "每个空写一条；一个空的几种答案写成内层列表",
        "one entry for each blank; several accepted texts of a blank are a list in the list",
    ),
    "is-a-layout": Words(
        "直接写 exampaper build 加这个文件", "build it by itself: exampaper build and this file"
    ),
    "is-a-bank": Words(
        "在试卷结构的 banks 里写上它；exampaper build 也可以用 --bank 加 --sections 5x8,4x10",
        "name it in the banks of a layout; exampaper build also takes --bank with --sections 5x8,4x10",
    ),
    "plain-commas": Words("列表里的逗号要用半角“,”", "separate them with plain commas"),
    "typed-letters": Words(
        "去掉选项前的字母，字母由程序编排", "take them out: letters are set by the program"
    ),
    "letters-named": Words(
        "改用选项的内容来说，或给这道题写 shuffle: false",
        "speak of options by what they say, or write shuffle: false",
    ),
    "same-id": Words("给其中一题换一个编号", "give one of the two another id"),
    "same-bank": Words("给其中一个题库换一个编号", "give one of the two banks another id"),
    "close-document": Words(
        "去掉文件名开头的“~$”，才是文档", "the document is the file whose name is without “~$”"
    ),
    "export-instead": Words(
        "-o 写一个 .yaml 文件；要别的格式，再用 exampaper export",
        "give -o a .yaml file; exampaper export then writes other formats",
    ),
    "name-bank-yaml": Words("-o 写一个 .yaml 文件", "give -o a .yaml file"),
    "import-first": Words(
        "它若是试题，先把它读成题库：exampaper import {name} -o bank.yaml",
        "if it holds questions, read it into a bank first: exampaper import {name} -o bank.yaml",
    ),
    "formats-known": Words(
        "能读的有 {known}；格式与后缀不符时用 --from 指明",
        "known are {known}; --from names a format that the suffix does not",
    ),
    "is-yaml": Words(
        "题库本来就是 YAML，用 exampaper check 检查",
        "a bank is YAML already: look at it with exampaper check",
    ),
    "formats-written": Words(
        "能写的有 {known}；格式与后缀不符时用 --to 指明",
        "known are {known}; --to names a format that the suffix does not",
    ),
    "force-file": Words("换一个名字，或用 --force 覆盖", "choose another name, or replace it with --force"),
    "one-bank": Words("给出一个题库文件，而不是文件夹", "give the file of one bank, not a folder"),
    "no-template": Words("用 .xlsx 或 .csv", "take .xlsx or .csv"),
    "unknown-warning": Words(
        "写警告方括号里的代码，例如 letters-named",
        "give the code in the brackets of a warning, such as letters-named",
    ),
    "unknown-enemy": Words(
        "请核对编号；它若在另一个题库里，不必理会",
        "check the id; if it belongs to a bank that was not read, all is well",
    ),
    "own-enemy": Words("从 enemies 中删去它自己", "take it out of its own enemies"),
    # review
    "missing-analysis": Words("补写 analysis", "write its analysis"),
    "missing-analyses": Words(
        "补写 analysis；不需要解析的题写 silence: [missing-analysis]",
        "write their analysis; one that needs none can have silence: [missing-analysis]",
    ),
    "marks-open": Words(
        "给题目写上 marks，或给每条要点写分值", "give the question its marks, or every point its own"
    ),
    "level-below": Words("把最高一档写到 {marks} 分", "let the best level reach {marks}"),
    "answer-in-stem": Words("换一种问法，不要说出答案", "ask without saying the answer"),
    "longest-is-right": Words(
        "把错误选项写得一样细，或精简正确选项",
        "word the wrong options as fully, or the right ones more briefly",
    ),
    "absolute-is-wrong": Words(
        "让绝对的说法也有对的，或改用平常的语气", "let some of them be right, or word the wrong ones plainly"
    ),
    "option-not-fixed": Words(
        "写成 {{text: …, fixed: true}}，它就排在原处",
        "write {{text: …, fixed: true}}, and it keeps its place",
    ),
    "same-beginning": Words("把共同的开头移到题干末尾", "move what they share to the end of the stem"),
    "too-long-to-read": Words(
        "按每分钟 300 字计；没写 minutes 时一分算一分钟。精简题目，或加长时间",
        "at 200 words a minute, and a minute a mark if minutes are left out: shorten it, or give more time",
    ),
    "too-long-to-answer": Words(
        "按每分钟 25 字计，超过 6 倍才提醒；没写 minutes 时一分算一分钟。精简答案，或加长时间",
        "at 15 words a minute, told from six times the time on, and a minute a mark if minutes are left out",
    ),
    "open-slot": Words("填上，或写 silence: [open-slot]", "fill it in, or write silence: [open-slot]"),
    "unpaired-mark": Words("补上另一半，或删去它", "write its other half, or delete it"),
    "mixed-width": Words(
        "中文里用全角标点，字母和数字用半角，一对括号宽度相同",
        "full-width marks belong to Chinese; letters, digits and English marks are half-width",
    ),
    "double-space": Words("只留一个空格，或不留", "keep one of them, or none"),
    "trailing-space": Words("删去行末的空格", "delete it"),
    "doubled-punctuation": Words("只留该留的一个", "keep the one that is meant"),
    "doubled-word": Words("删去多余的", "delete one"),
    "leftover-markup": Words("换成它代表的字，或删去", "write the character it stands for, or delete it"),
    "leftover-bytes": Words("对照原文重新录入", "type it again from the original"),
    "leftover-gloss": Words("删去注音", "delete it"),
    "leftover-site": Words("删去它", "delete it"),
    "address-in-stem": Words(
        "若是转载时带来的，删去；出处写在 source 里",
        "delete it if it came along with a copy; where a question is from can stand in source",
    ),
    "near-duplicate": Words(
        "删去一题；两题都要的话，互相写进 enemies，就不会同卷",
        "delete one, or make them enemies, so that they are never in one paper",
    ),
    # candidates
    "name-a-list": Words("请写一个 CSV 或 XLSX 文件的路径", "give the path of a CSV or XLSX file"),
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
    "one-row-each": Words(
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
    # exchange: GIFT, Aiken, Moodle XML
    "quiz-xml-broken": Words(
        "从 Moodle 重新导出，或用文本编辑器改正这一行",
        "export it from Moodle again, or mend this line in a text editor",
    ),
    "quiz-doctype": Words("用文本编辑器删去这一行", "delete it with a text editor"),
    "quiz-too-much": Words("分成几个文件导出", "export it in several files"),
    "quiz-not-moodle": Words(
        "在 Moodle 里选“Moodle XML 格式”导出", "choose “Moodle XML format” when exporting from Moodle"
    ),
    # blueprint
    "not-a-section": Words("每个部分以“- title: ”开头", "each section begins with “- title: ”"),
    "bad-draw": Words(
        "例如 5x8（5 题，每题 8 分）、10x2.5，不计分时只写题数；题数 1 到 {most}，分值以 0.5 为单位",
        "as in 5x8 (5 questions of 8 marks), 10x2.5, or 10 without marks; 1 to {most} questions, marks by halves",
    ),
    "filter-form": Words("写成 from: {{category: {found}}}", "write from: {{category: {found}}}"),
    "wrong-total": Words(
        "改 total 或各部分的 draw，或删去 total", "change total or the draws, or leave total out"
    ),
    "bad-difficulty": Words("例如 difficulty: [2, 3]", "for example difficulty: [2, 3]"),
    "known-types": Words("题型有 {known}", "the types are {known}"),
    "file-name-document": Words(
        "加上 {{document}}，使试卷和答案的文件名不同",
        "add {{document}}, so that papers and keys have different names",
    ),
    "few-categories": Words(
        "减少部分，给题目写上 category，或用试卷结构文件",
        "ask for fewer sections, give the questions a category, or write a layout file",
    ),
    "beside-layout": Words(
        "路径从试卷结构文件所在的文件夹算起；请核对文件夹和文件名",
        "the path begins in the layout's own folder; check the folder and the name",
    ),
    "no-banks": Words("在试卷结构里写 banks，或用 --bank", "name them in the layout's banks, or with --bank"),
    # layout: what is printed
    "points-without-marks": Words(
        "减少或合并得分点，或提高这部分每题的分值",
        "use fewer points, or give the section more marks for each question",
    ),
    # layout: styles
    "not-a-style": Words("例如 style: classic", "for example style: classic"),
    "known-styles": Words(
        "自带的样式有 {known}；或给出样式文件的路径",
        "the styles that ship are {known}; or give the path of a style file",
    ),
    "no-style-file": Words(
        "路径从写着它的文件所在的文件夹算起；请核对文件夹和文件名",
        "the path begins in the folder of the file that names it; check the folder and the name",
    ),
    "base-circle": Words(
        "改掉其中一个文件的 base；自己的样式通常建在 classic 等自带样式上",
        "change the base in one of them; a style usually ends in one that ships, such as classic",
    ),
    "fewer-bases": Words("减到 {limit} 层以内", "keep to {limit} at most"),
    "one-base": Words(
        "base 只能是一个样式，如 base: labelled", "a style has one base, for example base: labelled"
    ),
    "known-languages": Words("只有 zh 和 en", "the languages are zh and en"),
    "pattern-braces": Words(
        "字段写成 {{n}} 这样，前后括号都要有；可用的字段：{fields}",
        "a field is written as {{n}}, with both braces; the fields are {fields}",
    ),
    "marks-that-count": Words(
        "写上会计数的字，如 （一）；可用 {signs}", "have one of {signs} in it, as in (A)"
    ),
    "marks-of-lists": Words(
        "写上会计数的字，如 （1）；可用 {signs}。不计数的只用符号，如 -、•、★",
        "have one of {signs} in it, as in (1); a mark that does not count is a sign alone: -, •, ★",
    ),
    "label-form": Words(
        "例如 {{text: 解析：, position: own_line}}", "for example {{text: Analysis, position: own_line}}"
    ),
    "bad-length": Words("例如 12（磅）、1.7em、24mm", "for example 12 (points), 1.7em, 24mm"),
    "page-too-small": Words(
        "减小页边距或栏数，或换大一号的纸", "lower the margins or columns, or take larger paper"
    ),
    "no-font-file": Words(
        "路径相对于样式文件所在的文件夹", "the path is relative to the style file's folder"
    ),
    "missing-role": Words("在 text 里写上它，或用 base 继承", "set it under text, or take it from a base"),
    "pattern-fields": Words("可用的字段：{fields}", "the fields are {fields}"),
    "option-label": Words(
        "例如 A.、（A）；答案里写的是字母", "for example A. or (A); answers name the letters"
    ),
    "not-a-word": Words("例如 {{zh: 解析：, en: Analysis:}}", "for example {{zh: 解析：, en: Analysis:}}"),
    "not-a-list": Words('例如 ["1.", （1）, ①]', 'for example ["1.", (1), "-"]'),
    "word-count": Words("依次写出每一个", "write each of them, in order"),
    # render
    "no-glyph": Words(
        "换一个写法（如 ☐ 换成 □），或在样式的 fonts 里给出含有它的字体文件",
        "write it another way (□ for ☐), or name a font file that has it under fonts in a style",
    ),
    "install-again": Words("重新安装 exampaper", "install exampaper again"),
    "other-font-file": Words("换一个完好、允许嵌入的字体文件", "use a sound font file that may be embedded"),
    "known-faces": Words(
        "自带的字体有 {known}；或给出字体文件的路径",
        "the faces that ship are {known}; or give the path of a font file",
    ),
    "bad-picture": Words("换成完好的 PNG 或 JPEG", "use a sound PNG or JPEG"),
    # output
    "new-folder": Words(
        "换一个还不存在的文件夹，或空文件夹", "name a folder that does not exist yet, or an empty one"
    ),
    "another-folder": Words(
        "换一个文件夹，或检查磁盘空间和权限", "choose another folder, or check space and permissions"
    ),
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
    # selection
    "list-questions": Words("核对题目编号", "check the ids of the questions"),
    "known-values": Words("题库里有：{known}", "the banks have: {known}"),
    "pinned-twice": Words("只在一个部分里指定", "pin it in one section only"),
    "pinned-and-excluded": Words("从 questions 或 exclude 中删去", "take it out of questions or of exclude"),
    "pinned-enemies": Words("只指定其中一题", "pin only one of the two"),
    "too-many-pinned": Words("增加 draw 的题数，或少指定几题", "draw more, or pin fewer"),
    "section-short": Words(
        "放宽 from，减少 draw 的题数，或往题库里补题", "widen from, draw fewer, or add questions to the bank"
    ),
    "sections-rival": Words(
        "让各部分的 from 不重叠，或减少题数", "let their filters overlap less, or draw fewer"
    ),
    "enemies-block": Words(
        "减少 draw 的题数，或补充没有互斥的题", "draw fewer, or add questions without enemies"
    ),
    # verify
    "report-elsewhere": Words(
        "给 --report 另一个能写的位置", "give --report another place, which can be written to"
    ),
    "verify-not-a-run": Words(
        "给出 build 或 batch 写出的文件夹", "give a folder that build or batch has written"
    ),
    "verify-restore": Words(
        "从原件恢复这个文件，或用同样的输入重新生成",
        "restore it from the original, or run again with the same input",
    ),
    "verify-resume": Words("用 --resume 把它做完，再来核验", "end it with --resume, then verify again"),
    "verify-again": Words("先找回缺失的文件，再来核验", "restore what is missing, then verify again"),
    "verify-mend-list": Words(
        "改好名单里的这些行，用 --add 补出，再来核验",
        "mend their rows, give the list again with --add, then verify",
    ),
    "verify-call-back": Words(
        "马上移走；已经送印或发出的，立即追回", "take it away at once, and call back what has gone to print"
    ),
    "verify-remove": Words("确认来历后移走", "find out where it comes from, and take it away"),
    "verify-do-not-use": Words(
        "不要使用这份文件：用同样的输入重新生成，再来核验",
        "do not use this file: run again with the same input, then verify",
    ),
    # exchange: tables
    "table-headers": Words(
        "第一行写表头，例如：题干,题型,答案；空表见 exampaper export --template",
        "write headers in the first row, such as: stem,type,answer; exampaper export --template gives an empty table",
    ),
    "table-cell-too-long": Words(
        "导出为 YAML 或 Markdown，或者缩短它", "export to YAML or Markdown, or shorten it"
    ),
    # exchange: documents
    "save-document-again": Words(
        "用 Word 或 WPS 打开它，另存为新的 .docx", "open it in Word or WPS and save it as a new .docx"
    ),
    "save-without-password": Words("去掉密码，再存一遍", "remove the password and save it again"),
    "split-document": Words("把文档分成几份，或删去大图片", "split the document, or remove large pictures"),
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


PHRASES: dict[str, Words] = {
    "name": Words("{name}", "{name}"),
    "filter-none": Words("未加筛选（共 {count} 题）", "none ({count} questions)"),
    "filter-step": Words("{field} {value} 剩 {count} 题", "{field} {value} leaves {count}"),
    "taken-nothing": Words("无", "none"),
    "taken-excluded": Words("exclude 去掉 {count} 题", "exclude takes {count}"),
    "taken-pinned": Words("“{section}”指定了 {count} 题", "“{section}” pins {count}"),
    "taken-enemies": Words(
        "{count} 题与指定的题互斥（{pairs}）", "{count} are enemies of pinned ones ({pairs})"
    ),
    "no-scheduler": Words(
        "{address} 上没有 Dask 调度器应答（等了 {seconds} 秒）",
        "no Dask scheduler answers at {address} (within {seconds} seconds)",
    ),
    "worker-blind": Words(
        "{host} 上的工作进程看不到 {path}，它要与这里是同一个文件夹",
        "the worker on {host} does not see {path}, which must be the same folder as here",
    ),
    "worker-versions": Words(
        "{host} 上的工作进程版本不同：{versions}", "the worker on {host} has other versions: {versions}"
    ),
    "new-layout": Words("多了试卷结构“{id}”", "layout “{id}” is new"),
    "gone-layout": Words("少了试卷结构“{id}”", "layout “{id}” is gone"),
    "changed-layout": Words("试卷结构“{id}”改了", "layout “{id}” has changed"),
    "new-bank": Words("多了题库“{id}”", "bank “{id}” is new"),
    "gone-bank": Words("少了题库“{id}”", "bank “{id}” is gone"),
    "changed-bank": Words("题库“{id}”改了", "bank “{id}” has changed"),
    "changed-banks": Words("各试卷结构所用的题库换了", "the layouts use other banks"),
    "new-style": Words("多了样式“{id}”", "style “{id}” is new"),
    "gone-style": Words("少了样式“{id}”", "style “{id}” is gone"),
    "changed-style": Words("样式“{id}”改了", "style “{id}” has changed"),
    "changed-order": Words("试卷结构的次序原为 {was}", "the layouts were given as {was}"),
    "changed-seed": Words("“{id}”的种子 {was} → {now}", "the seed of “{id}”: {was} → {now}"),
    "changed-forms": Words("--forms {was} → {now}", "--forms: {was} → {now}"),
    "changed-paper-format": Words("试卷格式 {was} → {now}", "format of papers: {was} → {now}"),
    "changed-key-format": Words("答案格式 {was} → {now}", "format of keys: {was} → {now}"),
    "changed-version": Words("{name} 的版本 {was} → {now}", "the version of {name}: {was} → {now}"),
    "new-row": Words("第 {line} 行 {id} 是新的", "row {line}, {id}, is new"),
    "gone-row": Words("没有 {id} 了", "{id} is gone"),
    "changed-row": Words("第 {line} 行 {id}（{columns}）", "row {line}, {id} ({columns})"),
    "new-spare": Words("多了“{id}”", "“{id}” is new"),
    "changed-column": Words("{header}: {was} → {now}", "{header}: {was} → {now}"),
    "changed-spare": Words("“{id}”（{columns}）", "“{id}” ({columns})"),
    "field-id": Words("考号", "number"),
    "field-name": Words("姓名", "name"),
    "field-post": Words("应聘岗位", "post"),
    "field-department": Words("部门", "department"),
    "field-room": Words("考场", "room"),
    "field-seat": Words("座位号", "seat"),
    "field-session": Words("场次", "session"),
    "field-date": Words("日期", "date"),
    "field-variant": Words("卷别", "form"),
    "more-changes": Words("另有 {count} 处", "{count} more"),
    "section-wants": Words(
        "“{section}”要 {need} 题（可用 {count} 题）", "“{section}” needs {need} of {count}"
    ),
    # exchange: GIFT, Aiken, Moodle XML
    "left-description": Words("说明，不是题目", "description, which asks nothing"),
    "left-random": Words("随机抽题的位置", "place of a question drawn at random"),
    "left-category-info": Words("类别的说明", "description of a category"),
    "left-unclosed": Words("花括号不成对", "braces that are not in pairs"),
    "left-no-options": Words("选项少于两个", "fewer than two options"),
    "left-no-stem": Words("前面没有题干", "no stem stands before it"),
    "left-file": Words("文中没有用到的文件", "file that no text uses"),
    # exchange: what documents say
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
    # exchange: documents
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


REASONS = {  # of what a system cannot do, by the name of its error
    "ENOENT": "没有这个文件或文件夹",
    "EACCES": "没有权限",
    "EPERM": "不允许这样做",
    "EEXIST": "这里已有同名的文件",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "ENAMETOOLONG": "名字太长",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额已用完",
    "EFBIG": "文件太大",
    "EROFS": "磁盘是只读的",
    "EBUSY": "文件正在使用",
    "EMFILE": "打开的文件太多",
    "EIO": "读写磁盘出错",
    "EINVAL": "系统不接受这个名字或操作",
}


def _fill(words: Words, language: str, values: dict[str, object]) -> str:
    template = words.zh if language == "zh" else words.en
    said = {name: _said(value, language) for name, value in values.items()}
    if language == "zh" and "reason" in said:
        said["reason"] = _reason(said["reason"])
    return template.format_map(said)


def _reason(said: object) -> object:
    """What the system says of a failure, in Chinese where it is one of the usual ones."""
    import errno
    import os

    words = {os.strerror(getattr(errno, name)): zh for name, zh in REASONS.items() if hasattr(errno, name)}
    return words.get(str(said), said)


def _said(value: object, language: str) -> object:
    """A value in `language`: phrases are filled, and several are listed."""
    if not isinstance(value, tuple):
        return value
    filled = [_fill(PHRASES[phrase.code], language, phrase.values) for phrase in value]
    return ("，" if language == "zh" else ", ").join(filled)


def message(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong, in `language` ("zh" or "en")."""
    return _fill(MESSAGES[diagnostic.code], language, diagnostic.values)


def phrase(code: str, language: str) -> str:
    """The words of an entry of PHRASES that has no fields."""
    return _fill(PHRASES[code], language, {})


def hint(diagnostic: Diagnostic, language: str) -> str:
    """How to mend it, in `language`; empty when the diagnostic names no hint."""
    if not diagnostic.hint:
        return ""
    return _fill(HINTS[diagnostic.hint], language, diagnostic.values)
