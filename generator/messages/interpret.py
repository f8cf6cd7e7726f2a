"""Messages on the questions that were found in a document."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
    "import-material-left": Words(
        "题干说到的材料可能是第 {line} 行起略去的：{words}",
        "the material this speaks of may be what was left out from line {line} on: {words}",
    ),
    "import-answer-unclear": Words("看不懂这个答案：{answer}", "this answer is not understood: {answer}"),
    "import-answers-differ": Words(
        "有两个不同的答案：{one}，{other}", "there are two answers that differ: {one} and {other}"
    ),
    "import-key-several": Words(
        "几个大题的题号相同，答案却只有一套，可能是别的大题的",
        "several sections have these numbers and the key has them once: its answer may be another section's",
    ),
    "import-key-unaligned": Words(
        "这一大题的答案与题号对不上：多出第 {number} 题的答案",
        "the key does not fit the numbers of this section: it has an answer {number} besides",
    ),
    "import-truth-lettered": Words(
        "判断题的答案是 {letter}，按 A 为对、B 为错",
        "the truth is given as {letter}; A is taken for true, B for false",
    ),
    "import-option-missing": Words(
        "没有选项 {letters}；答案按选项自己的字母",
        "there is no option {letters}; the answer goes by the letters given",
    ),
    "import-answer-shown": Words(
        "答案取自题里标出的文字（括号、下划线、加粗或颜色）：{words}",
        "the answer is what the question sets apart (in brackets, underlined, bold or coloured): {words}",
    ),
    "import-words-marked": Words(
        "没有答案，题干里标出的文字可能是答案：{words}",
        "there is no answer; words set apart in the stem may be it: {words}",
    ),
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
        "这个编号已经给了“{other}”，另编了号",
        "“{other}” has this id already; this question has another",
    ),
    "import-id-taken": Words(
        "题库里编号“{other}”的是另一道题，没有改动",
        "“{other}” is quite another question in the bank, and stays as it was",
    ),
    "import-same-stem": Words(
        "题干与同时读入的“{other}”相同，请看是不是同一题",
        "the stem is that of “{other}”, read with it; see whether they are one question",
    ),
    "import-bank-id": Words(
        "文件里的题库编号“{found}”不合规，没有采用",
        "the bank's id in the file, “{found}”, cannot be one; it is not taken",
    ),
    "import-language": Words(
        "文件里的语言“{found}”不是语言代码，没有采用",
        "the language in the file, “{found}”, is no code of a language; it is not taken",
    ),
    "import-answer-unfit": Words(
        "这个答案不是{type}的答案，没有写入：{answer}", "no answer to a {type}, and not taken: {answer}"
    ),
    "import-type-kept": Words(
        "没有改成{type}：文件里没有答案，题库里的是{kept}的答案",
        "not made a {type}: the file has no answer, and the bank's is one to a {kept}",
    ),
    "import-options-changed": Words(
        "选项改了，而文件里没有答案，请看答案还是不是 {answer}",
        "the options have changed, and the file has no answer; see whether it is still {answer}",
    ),
    "import-key-orphan": Words("答案 {number} 没有对应的题目", "there is no question for answer {number}"),
    "import-count-differs": Words(
        "“{title}”说有 {declared} 题，找到 {found} 题",
        "“{title}” declares {declared} questions; {found} were found",
    ),
    "import-formula": Words(
        "公式收为文字，请改写：{words}", "a formula is kept as text; write it in words: {words}"
    ),
    "import-struck": Words(
        "划去的选项仍然保留：{words}", "an option struck through is kept, for its letter: {words}"
    ),
    "import-marks-inside": Words("要点的文字里还有分值：{words}", "the words of a point hold marks: {words}"),
    "import-points-differ": Words(
        "题目 {declared} 分，各要点合计 {found} 分",
        "the question has {declared} marks; its points have {found}",
    ),
    "import-total-differs": Words(
        "“{title}”说共 {declared} 分，各题合计 {found} 分",
        "“{title}” declares {declared} marks; its questions have {found}",
    ),
}

HINTS: dict[str, Words] = {
    "import-first": Words(
        "它若是试题，先把它读成题库：exampaper import {name} -o bank.yaml",
        "if it holds questions, read it into a bank first: exampaper import {name} -o bank.yaml",
    ),
}
