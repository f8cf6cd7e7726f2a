"""Messages on tables of questions."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
    "table-column-hidden": Words(
        "隐藏的列也读了：{columns}", "columns that are hidden are read like the others: {columns}"
    ),
    "table-column-twice": Words(
        "“{column}”与“{other}”是同一项，用了“{other}”，“{column}”收进备注",
        "“{column}” means the same as “{other}”, which is used; “{column}” is kept in the note",
    ),
    "table-sheet-not-read": Words(
        "工作表“{sheet}”没有题目的表头，没有读（{rows} 行：{words}）",
        "the sheet “{sheet}” has no headers of questions and is not read ({rows} rows: {words})",
    ),
    "table-struck": Words(
        "{cells} 里有划去的文字，仍照收：“{value}”",
        "there is a line through text in {cells}, which is kept all the same: “{value}”",
    ),
    "table-comment": Words(
        "{cell} 的批注收进备注：“{value}”", "the comment on {cell} is kept in the note: “{value}”"
    ),
    "table-difficulty-share": Words(
        "难度系数 {share} 看作答对的比例，记为难度 {level}",
        "{share} is taken for the share that answer it rightly, which makes the difficulty {level}",
    ),
    "table-levels": Words(
        "“{column}”里写的是分档，收为评分档", "what “{column}” holds are levels, and taken for these"
    ),
    "table-points-parted": Words(
        "一行里的 {count} 个得分点按分值分开", "{count} points in a line are parted by their marks"
    ),
    "table-points-sum": Words(
        "一行里的得分点按分值分开，合计 {found} 分，本题却是 {marks} 分",
        "points in a line are parted by their marks: they add up to {found}, the question has {marks}",
    ),
    "table-marks-inside": Words(
        "得分点里还有没有读出的分值：“{point}”",
        "there are marks inside a point that were not read: “{point}”",
    ),
    "table-type-doubtful": Words(
        "题型写的是“{found}”，答案却不止一个，按多选题收下",
        "the type is “{found}”, but several options are right; kept as a multiple choice",
    ),
    "table-types-differ": Words(
        "题型写的是“{found}”，题干里写的却不是", "the type is “{found}”, but the stem names another"
    ),
    "table-option-gap": Words(
        "选项 {letters} 是空的：补上它，或删去它并改好答案的字母",
        "the option {letters} is empty: fill it in, or delete it and change the letters of the answer",
    ),
    "table-emptied": Words(
        "表里的“{field}”是空的，题库里的仍留着",
        "“{field}” is empty in the table, and stays as it was in the bank",
    ),
    "table-option-letters": Words(
        "选项前写的字母与所在的列不一致或不连续",
        "the letters before the options do not go with their columns, or do not run on",
    ),
    "table-options-in-stem": Words("选项是从题干里分出来的", "the options were parted from the stem"),
    "table-answer-two-ways": Words(
        "答案“{answer}”既可以是字母，也是另一个选项的文字",
        "the answer “{answer}” may be a letter, and is the text of another option, too",
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
    "title-not-exported": Words(
        "{format} 里放不下题库的编号和标题", "{format} has no place for the bank's id and title"
    ),
}

HINTS: dict[str, Words] = {
    "table-headers": Words(
        "第一行写表头，例如：题干,题型,答案；空表见 exampaper export --template",
        "write headers in the first row, such as: stem,type,answer; exampaper export --template gives an empty table",
    ),
    "table-cell-too-long": Words(
        "导出为 YAML 或 Markdown，或者缩短它", "export to YAML or Markdown, or shorten it"
    ),
}
