"""Messages on layouts: what a paper consists of."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
}

HINTS: dict[str, Words] = {
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
}
