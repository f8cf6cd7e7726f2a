"""Messages on reading files and YAML."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
}

HINTS: dict[str, Words] = {
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
    "fill-option": Words(
        "写上内容；删掉这一项的话，后面各项的字母都会变，答案也要改",
        "fill it in; if you delete the item, all letters behind it change, and the answer has to follow",
    ),
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
}
