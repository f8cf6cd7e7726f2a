"""Messages on banks and the kinds of questions."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
}

HINTS: dict[str, Words] = {
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
    "formats-known": Words(
        "能读的有 {known}；格式与后缀不符时用 --from 指明",
        "known are {known}; --from names a format that the suffix does not",
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
}
