"""Messages on styles, and what is printed."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "points-without-marks": Words(
        "“{id}”的 {marks} 分不够分给每个得分点：有 {count} 个没有分值",
        "“{id}”: {marks} marks do not reach all its points: {count} of them print none",
    ),
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
    "unknown-column": Words(
        "页眉或页脚里有 {{candidate.{column}}}，名单里没有这一列",
        "a header or footer asks for {{candidate.{column}}}, a column that the list does not have",
    ),
    "column-not-listed": Words(
        "页眉或页脚里有 {{candidate.{column}}}，名单里没有这一列，那里什么也不印",
        "a header or footer asks for {{candidate.{column}}}, which the list does not have: nothing is printed there",
    ),
    "column-of-field": Words(
        "页眉或页脚里的 {{candidate.{column}}} 多半印不出来",
        "{{candidate.{column}}} in a header or footer most likely prints nothing",
    ),
    "option-label": Words(
        "选项的编号“{found}”里没有字母 A", "the label of options, “{found}”, has no letter A"
    ),
    "not-a-word": Words("这里应是文字，或按语言给出的文字", "a text is expected here, or one per language"),
    "not-a-list": Words("这里应是列表，或按语言给出的列表", "a list is expected here, or one per language"),
    "word-count": Words(
        "这里应有 {count} 个词，写了 {found} 个", "{count} words are expected here, found {found}"
    ),
}

HINTS: dict[str, Words] = {
    "like-column": Words("是不是 {{candidate.{nearest}}}？", "do you mean {{candidate.{nearest}}}?"),
    "known-columns": Words("有这些：{known}", "there are: {known}"),
    "column-not-listed": Words("若不要，请改样式", "if that is not meant, mend the style, or the list"),
    "points-without-marks": Words(
        "减少或合并得分点，或提高这部分每题的分值",
        "use fewer points, or give the section more marks for each question",
    ),
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
}
