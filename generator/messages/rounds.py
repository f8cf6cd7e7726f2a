"""Messages on hiring rounds."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "no-layout-for-post": Words(
        "没有一份试卷结构是给“{post}”的（{count} 人，第 {lines} 行）",
        "no layout is for the post “{post}” (row {lines}; {count} in all)",
    ),
    "post-in-doubt": Words(
        "“{header}”一列的“{post}”可能是写错了的“{nearest}”，也可能是另一个岗位（{count} 人，第 {lines} 行）",
        "“{post}” in the column “{header}” may be a slip for “{nearest}”, or another post (row {lines}; {count} in all)",
    ),
    "no-post": Words(
        "有 {count} 人没有写岗位（第 {lines} 行），而试卷按岗位发",
        "no post in row {lines} ({count} in all), by which papers are dealt out",
    ),
    "post-twice": Words(
        "不止一份试卷结构适用于“{post}”（{count} 人，第 {lines} 行）",
        "more than one layout is for the post “{post}” (row {lines}; {count} in all)",
    ),
    "no-session": Words(
        "有 {count} 人没有场次（第 {lines} 行），而 --forms session 按场次发卷",
        "no session in row {lines} ({count} in all), by which --forms session deals out papers",
    ),
    "session-gap": Words(
        "有 {count} 人没有写场次（第 {lines} 行），别人写了",
        "no session in row {lines} ({count} in all), where others have one",
    ),
    "unknown-form": Words(
        "卷别“{form}”不在 {forms} 之中（{count} 人，第 {lines} 行）",
        "the form “{form}” is none of {forms} (row {lines}; {count} in all)",
    ),
    "papers-share-name": Words(
        "第 {lines} 行的试卷都会叫“{name}”", "the papers of rows {lines} would all be called “{name}”"
    ),
    "row-unprintable": Words(
        "{id} 的“{columns}”里有印不出来的字“{characters}”（{points}），没有字体收它，不给这一行出卷",
        "{id} has “{characters}” ({points}) in the column “{columns}”, which no font has: no paper is made for it",
    ),
    "layout-unused": Words("名单里没有人用试卷结构“{id}”", "nobody in the list needs the layout “{id}”"),
    "is-candidates": Words("这是候选人名单", "this is a list of candidates"),
    "round-other": Words(
        "文件夹里有一轮没做完的卷子，与这次不同：{changes}",
        "the folder holds a round that is not finished, and this is another one: {changes}",
    ),
    "round-differs": Words(
        "文件夹里那一轮已经做完，与这次不同：{changes}",
        "the round in the folder is finished, and this is another one: {changes}",
    ),
    "round-no-manifest": Words(
        "文件夹里有一轮卷子，但它的 manifest.json 不见了，或读不出来",
        "the folder holds a round, but its manifest.json is gone or cannot be read",
    ),
    "round-unfinished": Words("这一轮上次没有做完", "this round was begun and is not finished"),
    "round-finished": Words("文件夹里已有一轮做完的卷子", "the folder holds a round that is finished"),
    "round-damaged": Words(
        "有 {count} 个文件缺失或被改动（{files}），而这一轮的记录不能照一份名单重做",
        "{count} files are lost or changed ({files}), and one list does not tell how to make this round again",
    ),
    "list-edited": Words(
        "“{name}”在出卷之后改过，再写一次会丢掉改动",
        "“{name}” was changed since it was written; what was added to it would be lost",
    ),
    "is-a-list": Words("这是表格，不是试卷结构", "this is a table, not a layout"),
    "round-changed": Words(
        "与这一轮出卷时不同：{changes}", "not as it was when the round was made: {changes}"
    ),
    "same-name": Words(
        "备用卷的名字“{name}”已有另一份试卷用了",
        "a spare paper would be named “{name}”, as another paper is",
    ),
    "same-layout": Words(
        "不止一份试卷结构的编号是“{id}”（不分大小写）",
        "more than one layout has the id “{id}”, be it in other case",
    ),
    "round-running": Words("另一个程序正在写这个文件夹", "another run is writing this folder"),
    "round-stopped": Words(
        "写不了输出：{reason}；已经做完的都已写全",
        "the output cannot be written: {reason}; what is done is whole",
    ),
    "round-halted": Words("停下了：{why}；已经做完的都已写全", "stopped: {why}; what is done is whole"),
    "no-scheduler": Words(
        "{address} 上没有 Dask 调度器应答（等了 {seconds} 秒）",
        "no Dask scheduler answers at {address} (within {seconds} seconds)",
    ),
    "names-encoding": Words(
        "这个系统的文件名用 {encoding} 编码，写不出“{character}”",
        "this system names files in {encoding}, which has no “{character}”",
    ),
    "file-occupied": Words("这里已有另一个文件", "another file is here already"),
    "task-failed": Words("没有做成：{what}", "this failed: {what}"),
    "worker-died": Words("做这一份时，进程两次中断", "two workers died over this one"),
}

HINTS: dict[str, Words] = {
    "no-layout-for-post": Words(
        "在一份试卷结构里写上 posts: [{post}]（现有：{posts}），或改正名单",
        "write posts: [{post}] in a layout (there are: {posts}), or mend the list",
    ),
    "like-post": Words(
        "是不是“{nearest}”？请改正名单；若是新岗位，写进一份试卷结构的 posts",
        "do you mean “{nearest}”? mend the list; if it is a new post, name it in the posts of a layout",
    ),
    "post-in-doubt": Words(
        "若是“{nearest}”，请改正名单；若是另一个岗位，写进一份试卷结构的 posts，例如 {layout} 的 posts: [{posts}]",
        "if it is “{nearest}”, mend the list; if not, name it in the posts of a layout: posts: [{posts}] in {layout}",
    ),
    "post-twice": Words(
        "一个岗位只写在一份试卷结构的 posts 里", "name each post in the posts of one layout only"
    ),
    "no-post-column": Words(
        "在名单里加一列“应聘岗位”（试卷结构里有：{posts}）",
        "add a column “post” to the list (layouts are for: {posts})",
    ),
    "no-session-column": Words("在名单里加一列“场次”", "add a column “session” to the list"),
    "fill-column": Words("在“{header}”一列里补上", "fill in the column “{header}”"),
    "unknown-form": Words("改正卷别，或调整 --forms", "mend the column, or --forms"),
    "row-unprintable": Words(
        "换一个写法，或在样式里给字体加上有这个字的字体文件",
        "write it otherwise, or add a font file that has it to the style's fonts",
    ),
    "round-other": Words(
        "换一个 --out；或改回原样，加 --resume 接着做",
        "choose another --out; or put that back as it was and go on with --resume",
    ),
    "round-differs": Words(
        "迟到的候选人用 --add 补充；别的改动请另开一轮（另一个 --out）",
        "late candidates come with --add; for other changes begin another round (another --out)",
    ),
    "go-on": Words("改好之后，加 --resume 接着做", "mend that, then go on with --resume"),
    "no-scheduler": Words(
        "先启动它（dask scheduler），或改正 --scheduler",
        "start it first (dask scheduler), or mend --scheduler",
    ),
    "names-encoding": Words(
        "改用 UTF-8 的语言环境，例如设 LC_ALL=C.UTF-8 或 PYTHONUTF8=1",
        "use a locale of UTF-8: set LC_ALL=C.UTF-8, or PYTHONUTF8=1",
    ),
    "round-no-manifest": Words(
        "从备份恢复；没有备份，也没有补过人，就用出卷时的名单和选项出到另一个文件夹（每个字节都相同），"
        "把那里的 manifest.json 拷过来，再用 verify 核验",
        "restore it from a copy; if there is none and nobody was added, make the round again in another folder, with its "
        "list and options (the bytes are the same), copy the manifest.json from there, and verify",
    ),
    "round-unfinished": Words("加 --resume 接着做", "add --resume to go on"),
    "round-finished": Words("换一个 --out；不会覆盖", "choose another --out; it is not overwritten"),
    "round-damaged": Words(
        "从备份恢复；缺的若是某人的试卷，print/ 里那个考场的合订文件中也有",
        "restore it from a copy; somebody's paper is in the file of the room in print/, too",
    ),
    "list-edited": Words(
        "把它移到这个文件夹之外（备注留在那一份里），再来一次；会另写一份新的",
        "move it out of this folder, with your notes in it, and try again: a new one is written",
    ),
    "layout-unused": Words(
        "若不是有意的，请核对它的 posts（{posts}）和名单里的岗位",
        "if that is not meant, compare its posts ({posts}) with those of the list",
    ),
    "dry-run": Words(
        "连同试卷结构一起核对，什么也不写：exampaper batch LAYOUT --candidates {name} --dry-run",
        "check it with its layout, and write nothing: exampaper batch LAYOUT --candidates {name} --dry-run",
    ),
    "is-a-list": Words(
        "名单用 --candidates 给出；试卷结构是 .yaml 文件",
        "name a list with --candidates; a layout is a .yaml file",
    ),
    "round-changed": Words(
        "用出卷时的文件和版本，或另开一轮（另一个 --out）",
        "use the files and versions of the round, or begin another one (another --out)",
    ),
    "same-name": Words(
        "改动考号、考场或场次的写法；两处若是同一考场，写成一样",
        "change a number, or the name of a room or session; a room is to be written in one way",
    ),
    "same-layout": Words("给每份试卷结构不同的 layout", "give each layout an id of its own"),
    "add-file-field": Words("在 file_name 里加上 {field}", "add {field} to file_name"),
    "keys-share-name": Words(
        "同名的是答案：改动试卷结构的 layout，或场次的写法",
        "they are keys: change the id of a layout, or a session's name",
    ),
    "round-running": Words("等它做完，或换一个 --out", "wait until it has ended, or choose another --out"),
    "round-resume": Words(
        "腾出空间或权限后，加 --resume 接着做",
        "make room or give the right to write, then go on with --resume",
    ),
    "file-occupied": Words(
        "把它移开，再用 --add 补上这一份", "move it away, then make this paper with --add"
    ),
    "task-failed": Words(
        "这是程序的缺陷，请报告；其余的不受影响",
        "this is a bug: please report it; the others are not concerned",
    ),
    "worker-died": Words("多半是内存不够；减少 --jobs 再试", "most likely memory ran out; try fewer --jobs"),
}

PHRASES: dict[str, Words] = {
    "no-scheduler": Words(
        "{address} 上没有 Dask 调度器应答（等了 {seconds} 秒）",
        "no Dask scheduler answers at {address} (within {seconds} seconds)",
    ),
    "worker-blind": Words(
        "{host} 上的工作进程看不到 {path}，它要与这里是同一个文件夹",
        "the worker on {host} does not see {path}, which must be the same folder as here",
    ),
    "worker-versions": Words(
        "{host} 上的工作进程版本不同：{versions}", "the worker on {host} has other versions: {versions}"
    ),
    "new-layout": Words("多了试卷结构“{id}”", "layout “{id}” is new"),
    "gone-layout": Words("少了试卷结构“{id}”", "layout “{id}” is gone"),
    "changed-layout": Words("试卷结构“{id}”改了", "layout “{id}” has changed"),
    "new-bank": Words("多了题库“{id}”", "bank “{id}” is new"),
    "gone-bank": Words("少了题库“{id}”", "bank “{id}” is gone"),
    "changed-bank": Words("题库“{id}”改了", "bank “{id}” has changed"),
    "changed-banks": Words("各试卷结构所用的题库换了", "the layouts use other banks"),
    "new-style": Words("多了样式“{id}”", "style “{id}” is new"),
    "gone-style": Words("少了样式“{id}”", "style “{id}” is gone"),
    "changed-style": Words("样式“{id}”改了", "style “{id}” has changed"),
    "changed-order": Words("试卷结构的次序原为 {was}", "the layouts were given as {was}"),
    "changed-seed": Words("“{id}”的种子 {was} → {now}", "the seed of “{id}”: {was} → {now}"),
    "changed-forms": Words("--forms {was} → {now}", "--forms: {was} → {now}"),
    "changed-paper-format": Words("试卷格式 {was} → {now}", "format of papers: {was} → {now}"),
    "changed-key-format": Words("答案格式 {was} → {now}", "format of keys: {was} → {now}"),
    "changed-version": Words("{name} 的版本 {was} → {now}", "the version of {name}: {was} → {now}"),
    "new-row": Words("第 {line} 行 {id} 是新的", "row {line}, {id}, is new"),
    "gone-row": Words("没有 {id} 了", "{id} is gone"),
    "changed-row": Words("第 {line} 行 {id}（{columns}）", "row {line}, {id} ({columns})"),
    "new-spare": Words("多了“{id}”", "“{id}” is new"),
    "changed-column": Words("{header}: {was} → {now}", "{header}: {was} → {now}"),
    "changed-spare": Words("“{id}”（{columns}）", "“{id}” ({columns})"),
    "more-changes": Words("另有 {count} 处", "{count} more"),
}
