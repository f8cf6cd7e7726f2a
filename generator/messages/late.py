"""Messages on candidates added to a round that is finished."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "round-adding": Words(
        "给这一轮补充候选人，上次没有做完", "candidates were being added to this round, which is not finished"
    ),
    "round-not-added": Words("要补充的这一轮自己还没有做完", "the round to add to is not finished itself"),
    "round-other-list": Words(
        "接着补充，名单与上次不同：{changes}",
        "going on with what was being added; the list is another one: {changes}",
    ),
    "round-none": Words("文件夹里没有一轮做完的卷子可以补充", "there is no finished round here to add to"),
    "round-lost": Words(
        "有 {count} 个文件缺失或被改动（{files}），补人之前要先做全",
        "{count} files are lost or changed ({files}), and are to be made again before anybody is added",
    ),
    "row-changed": Words(
        "{id} 的试卷已经发出，名单里的这一行却变了（{changes}）",
        "{id} has a paper already, and the row has changed ({changes})",
    ),
    "row-not-printed": Words(
        "有 {count} 行的{headers}与出卷时不同（第 {lines} 行）；试卷上不印，清单里仍是原来的",
        "{headers} of row {lines} ({count} in all) has changed since; no paper shows it, and lists keep what it was",
    ),
    "new-session": Words(
        "这一轮里没有场次“{session}”（{count} 人，第 {lines} 行；有：{sessions}）",
        "the round has no session “{session}” (row {lines}; {count} in all); it has: {sessions}",
    ),
    "late-twin": Words(
        "考号“{id}”与已发卷的“{other}”只差全角半角、大小写、空格或看不见的字符",
        "“{id}” differs from “{other}”, who has a paper already, only by width, case, spaces or what cannot be seen",
    ),
    "late-seat": Words(
        "{id} 的座位“{seat}”（考场“{room}”）已经给了 {other}（座位“{other_seat}”，考场“{other_room}”）",
        "the seat “{seat}” (room “{room}”) of {id} is that of {other} already (“{other_seat}”, room “{other_room}”)",
    ),
    "late-room": Words(
        "考场“{written}”和这一轮已有的“{other}”当作两个考场",
        "the room “{written}” and “{other}” of the round are taken for two",
    ),
    "late-session": Words(
        "场次“{written}”和这一轮已有的“{other}”当作两个场次",
        "the session “{written}” and “{other}” of the round are taken for two",
    ),
    "late-date": Words(
        "日期“{written}”和这一轮已有的“{other}”当作两天",
        "the date “{written}” and “{other}” of the round are taken for two",
    ),
    "late-person": Words(
        "{id}（{name}）与已有试卷的 {other}（{other_name}）是同一个身份证号，会有两份试卷",
        "{id} ({name}) and {other} ({other_name}), who has a paper already, have one identity number, and two papers",
    ),
    "late-phone": Words(
        "{id} 与已有试卷的 {other} 同名（{name}），电话也一样，会有两份试卷",
        "{id} and {other}, who has a paper already, have one name ({name}) and one telephone number, and two papers",
    ),
    "late-new-room": Words(
        "这一轮没有考场“{written}”（{count} 人，第 {lines} 行；有：{known}）",
        "the round has no room “{written}” (row {lines}; {count} in all); it has: {known}",
    ),
    "late-new-session": Words(
        "这一轮没有场次“{written}”（{count} 人，第 {lines} 行；有：{known}）",
        "the round has no session “{written}” (row {lines}; {count} in all); it has: {known}",
    ),
    "late-new-date": Words(
        "这一轮没有日期“{written}”（{count} 人，第 {lines} 行；有：{known}）",
        "the round has no date “{written}” (row {lines}; {count} in all); it has: {known}",
    ),
    "late-room-gap": Words(
        "要补的 {count} 人没有写考场（第 {lines} 行），这一轮的人都有",
        "no room in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-session-gap": Words(
        "要补的 {count} 人没有写场次（第 {lines} 行），这一轮的人都有",
        "no session in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-date-gap": Words(
        "要补的 {count} 人没有写日期（第 {lines} 行），这一轮的人都有",
        "no date in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-seat-gap": Words(
        "要补的 {count} 人没有写座位（第 {lines} 行），这一轮的人都有",
        "no seat in row {lines} ({count} in all), where everybody in the round has one",
    ),
    "late-file": Words("已发的文件里有“{name}”", "a file that was issued is called “{name}”"),
}

HINTS: dict[str, Words] = {
    "round-adding": Words(
        "用 --add --resume 接着做；给原来的名单就是撤回这次补充",
        "go on with --add --resume; with the list as it was before, that takes the addition back",
    ),
    "round-not-added": Words("先不加 --add，用 --resume 做完", "end it with --resume first, without --add"),
    "add-resume": Words("用 --add --resume 接着做", "go on with --add --resume"),
    "round-none": Words(
        "先不加 --add 出一轮；或检查 --out", "make the round first, without --add; or mend --out"
    ),
    "round-lost": Words(
        "先用出卷时的名单和选项，不加 --add，加 --resume；再 --add",
        "first give the list and the options of the round with --resume, without --add; then --add",
    ),
    "row-changed": Words(
        "改回原来的内容，或名单里只留要补的人；已发的试卷不会改，要改就另开一轮",
        "put the row back, or list only those who are added; what was issued stays, else begin another round",
    ),
    "new-session": Words("另开一轮（另一个 --out）", "begin another round (another --out)"),
    "late-gap": Words(
        "请补上；不补就算作另一个考场或场次，另有备用卷、合订文件和签到表",
        "fill it in; else it is another place, with spares, a print file and a sheet of its own",
    ),
    "late-new": Words(
        "请核对是不是写错了；若确是新的，不必理会，会另有合订文件和签到表",
        "check whether it is a slip; if it is new, all is well: it has a print file and a sheet of its own",
    ),
    "session-as-issued": Words(
        "日期和场次照这一轮的写法写：“{other}”", "write date and session as in the round, “{other}”"
    ),
    "as-issued": Words("照这一轮的写法写成“{other}”", "write it as in the round, “{other}”"),
    "late-file": Words(
        "改动这一行里 file_name 用到的内容，或另开一轮（另一个 --out）",
        "change in this row what file_name is made of, or begin another round (another --out)",
    ),
}
