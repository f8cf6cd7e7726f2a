"""Messages on looking after a bank."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
    "answer-marked": Words(
        "“{found}”把答案标了出来，考生看得见", "“{found}” shows candidates which answer is right"
    ),
    "marks-in-point": Words(
        "要点的文字里写着“{found}”，与这一点的分值不同，两个都会印出来",
        "the text of this point says “{found}”, which are not its marks; both are printed",
    ),
    "stem-is-total": Words(
        "题干只有“{found}”，像是表格的合计行", "the stem is but “{found}”, like the sums below a table"
    ),
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
    "open-remark": Words("还有待核的：{found}", "this is still to be checked: {found}"),
    "stale-remark": Words(
        "批注说“{found}”，这里却已经有了", "the remark says “{found}”, and it is there by now"
    ),
    "near-duplicate": Words(
        "题目“{id}”与“{other}”（{where}）有 {alike}% 相同",
        "the question “{id}” is {alike}% the same as “{other}” at {where}",
    ),
}

HINTS: dict[str, Words] = {
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
    "answer-marked": Words("去掉题干或选项里的这处标记", "take the mark out of the stem or the option"),
    "marks-in-point": Words(
        "把分值写在这一点的 marks 里，从文字中删去；几点写在一起的，分成几条",
        "write the marks as the point's marks and not in its text; several points in one are to be parted",
    ),
    "stem-is-total": Words("不是题目就删去", "delete it if it is no question"),
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
    "open-remark": Words("看过之后，删去这条批注", "look at it, then delete the remark"),
    "stale-remark": Words("删去这条批注，或用 --fix", "delete the remark, or let --fix do it"),
    "near-duplicate": Words(
        "删去一题；两题都要的话，互相写进 enemies，就不会同卷",
        "delete one, or make them enemies, so that they are never in one paper",
    ),
}
