"""Messages on GIFT, Aiken and Moodle XML."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "not-exported": Words(
        "{format} 里放不下“{field}”（{count} 题）",
        "{format} has no place for “{field}” ({count} question(s))",
    ),
    "text-not-exported": Words(
        "有 {count} 题的文字会被 {format} 当成别的，没有写",
        "the texts of {count} question(s) would be read as something else in {format}; these are left out",
    ),
    "type-not-exported": Words(
        "{format} 里放不下{type}（{count} 题），没有写",
        "{format} cannot hold {type} ({count} question(s)), which are left out",
    ),
    "gap-not-exported": Words(
        "有 {count} 题还缺题干或答案，{format} 里放不下，没有写",
        "{count} question(s) still lack a stem or an answer, which {format} cannot do without, and are left out",
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
    "gift-braces-again": Words(
        "还有花括号，没有用作答案：{found}", "there are braces again, not read as answers: {found}"
    ),
    "aiken-letters": Words("选项的字母不连续：{found}", "the letters of the options do not run on: {found}"),
    "aiken-several": Words(
        "答案有几个字母（{found}），当作多选题",
        "several letters are right ({found}); taken for multiple choice",
    ),
    "aiken-truth": Words(
        "选项只有对和错，当作判断题", "the options are true and false; taken for a true-or-false question"
    ),
}

HINTS: dict[str, Words] = {
    "quiz-xml-broken": Words(
        "从 Moodle 重新导出，或用文本编辑器改正这一行",
        "export it from Moodle again, or mend this line in a text editor",
    ),
    "quiz-doctype": Words("用文本编辑器删去这一行", "delete it with a text editor"),
    "quiz-too-much": Words("分成几个文件导出", "export it in several files"),
    "quiz-not-moodle": Words(
        "在 Moodle 里选“Moodle XML 格式”导出", "choose “Moodle XML format” when exporting from Moodle"
    ),
}
