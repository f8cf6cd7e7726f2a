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
