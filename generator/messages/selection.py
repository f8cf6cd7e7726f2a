"""Messages on the draw."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
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
}

HINTS: dict[str, Words] = {
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
    "section-wants": Words(
        "“{section}”要 {need} 题（可用 {count} 题）", "“{section}” needs {need} of {count}"
    ),
}
