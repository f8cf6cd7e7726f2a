"""Messages on verifying what was written."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "report-inside": Words(
        "核验报告不能写在被核验的文件夹里，否则下次核验它就是多出的文件",
        "the report cannot be in the folder that is verified: there it would be a file too many",
    ),
    "report-denied": Words("写不了核验报告：{reason}", "the report cannot be written: {reason}"),
    "verify-missing": Words("没有这个文件", "there is no such file"),
    "verify-no-manifest": Words(
        "这一批的总记录没有了，交付印刷的文件无从核对",
        "the record of the run is gone, so that nobody can tell what was made for the printer",
    ),
    "verify-no-forms": Words(
        "各份试卷的记录没有了，试卷和答案无从核对",
        "the record of the papers is gone, so that papers and keys cannot be verified",
    ),
    "verify-record": Words(
        "记录残缺，或内容不对：{field}", "the record is broken or says what it cannot: {field}"
    ),
    "verify-forms-digest": Words(
        "forms.jsonl 与 manifest.json 记下的摘要不符，写出后被改动过",
        "forms.jsonl has not the digest that manifest.json gives: it was changed after it was written",
    ),
    "verify-name-twice": Words("“{name}”出现了两次", "“{name}” is listed twice"),
    "verify-order": Words("“{name}”没有按名称顺序排列", "“{name}” is not in the order of names"),
    "verify-unfinished": Words("这一批还没有生成完", "the run has not ended"),
    "verify-no-folder": Words("没有这个文件夹", "there is no such folder"),
    "verify-no-run": Words(
        "这不是一轮考试的文件夹：没有 manifest.json，也没有 forms.jsonl",
        "this is not the folder of a run: it has no manifest.json and no forms.jsonl",
    ),
    "verify-key-astray": Words("{folder}/ 里有一份答案", "there is an answer key in {folder}/"),
    "verify-extra": Words("多出了一个文件", "this file is not of the run"),
    "verify-extra-folder": Words("多出了一个文件夹", "this folder is not of the run"),
    "verify-another": Words("里面是另一份文件：{other}", "what is in it is another file: {other}"),
    "verify-bytes": Words(
        "文件应有 {listed} 字节，实有 {found} 字节", "the file should have {listed} bytes and has {found}"
    ),
    "verify-digest": Words(
        "文件写出后被改动过（摘要不符）", "the file was changed after it was written: its digest differs"
    ),
    "verify-pages": Words(
        "应有 {listed} 页，实有 {found} 页", "there should be {listed} pages, and there are {found}"
    ),
    "verify-too-big": Words("文件大得不像一份试卷", "the file is larger than any paper"),
    "verify-part-twice": Words("文件里有两个同名的部件", "two parts of the file have the same name"),
    "verify-broken-archive": Words(
        "文件已损坏，打不开：{reason}", "the file is damaged and cannot be opened: {reason}"
    ),
    "verify-broken-part": Words("文件里的 {name} 已损坏", "{name} in the file is damaged"),
    "verify-no-part": Words("文件里缺少 {name}", "{name} is missing from the file"),
    "verify-foreign-part": Words("文件里多出了 {name}", "the file holds {name}, which no file of ours has"),
    "verify-foreign-element": Words(
        "文字里夹带了“{name}”", "the text holds “{name}”, which no text of ours has"
    ),
    "verify-hidden-text": Words("文件里有隐藏的文字", "the file has hidden text"),
    "verify-field-pages": Words(
        "页脚写着共 {found} 页，应为 {pages} 页", "the footer says {found} pages; there are {pages}"
    ),
    "verify-broken-pdf": Words(
        "文件已损坏，打不开：{reason}", "the file is damaged and cannot be opened: {reason}"
    ),
    "verify-outline": Words(
        "书签“{title}”指向的地方没有这段文字", "the bookmark “{title}” leads to where that does not stand"
    ),
    "verify-font": Words(
        "字体里藏有页面上没有的字：{characters}", "a font holds characters that no page shows: {characters}"
    ),
    "verify-page-number": Words(
        "第 {page} 页的页眉页脚不对：{said}", "the header or footer of page {page} is wrong: {said}"
    ),
    "verify-foreign-bytes": Words(
        "文件不是 exampaper 写出的样子，里面添了别的内容",
        "the file is not as exampaper writes it: something was added",
    ),
    "verify-stray-object": Words(
        "文件里有一个谁也用不到的对象（{number} 号）",
        "the file has an object that nothing uses (number {number})",
    ),
    "verify-foreign-object": Words("文件里夹带了 {name}", "the file holds {name}, which no file of ours has"),
    "verify-heading": Words(
        "“{section}”的标题与记录不符：{said}", "the heading of “{section}” is not as recorded: {said}"
    ),
    "verify-marks": Words(
        "“{section}”第 {number} 题应标 {marks} 分：{said}",
        "question {number} of “{section}” should say {marks} marks: {said}",
    ),
    "verify-total": Words(
        "总分记为 {total}，各部分相加是 {sum}", "the total is given as {total}; the sections add up to {sum}"
    ),
    "verify-total-said": Words(
        "卷首写的总分是 {said}，应是 {total}", "the front gives the total as {said}; it should be {total}"
    ),
    "verify-levels": Words(
        "答案中“{section}”第 {number} 题的评分档与该题的 {marks} 分不合",
        "in the key, the levels of question {number} of “{section}” do not fit its {marks} marks",
    ),
    "verify-summary": Words(
        "汇总表里“{section}”的题数、分值或小计不对", "the summary's figures for “{section}” are wrong"
    ),
    "verify-points": Words(
        "“{section}”第 {number} 题的得分点相加不是 {marks} 分",
        "the points of question {number} of “{section}” do not add up to {marks} marks",
    ),
    "verify-questions": Words(
        "题目和标题应有 {wanted} 题，读到 {found} 处",
        "there should be {wanted} questions; {found} questions and headings were found",
    ),
    "verify-picture": Words("有一张答案里没有的图片", "there is a picture that the key does not have"),
    "verify-repeated": Words(
        "重复的这一行不是表头：{said}", "what is repeated here is no head of a table: {said}"
    ),
    "verify-leak": Words("这里有答案中的话：“{phrase}”", "this says what only a key may say: “{phrase}”"),
    "verify-answered": Words(
        "这道题连同答案一起印出：{said}", "this question is printed with its answer: {said}"
    ),
    "verify-no-answer": Words(
        "“{section}”第 {number} 题在答案里没有答案",
        "the key has no answer to question {number} of “{section}”",
    ),
    "verify-key-has-more": Words(
        "答案里有这份试卷没有的题：{said}", "the key has a question that the paper has not: {said}"
    ),
    "verify-inserts": Words(
        "题目后括注的写法不一：{said}", "what stands in brackets behind questions differs in kind: {said}"
    ),
    "verify-other-question": Words(
        "“{id}”在“{name}”与“{other}”的试卷上不是同一道题：{said}",
        "“{id}” is not the same question in the papers of “{name}” and “{other}”: {said}",
    ),
    "verify-form": Words(
        "“{name}”与“{other}”同属 {form} 卷，题目、总分或答案却不同",
        "“{name}” and “{other}” are of one form, {form}, but differ in questions, total or key",
    ),
    "verify-sections": Words(
        "“{name}”与“{other}”出自同一份试卷结构，各大题的题目、题数或分值却不同",
        "“{name}” and “{other}” are of one layout, but differ in titles, numbers or marks of sections",
    ),
    "verify-candidate": Words(
        "试卷上没有考生的{field}“{value}”", "the paper does not show the candidate's {field}, “{value}”"
    ),
    "verify-front": Words(
        "卷首的文字与其他试卷不同：{said}", "the words at the front are not those of other papers: {said}"
    ),
    "verify-manifest-digest": Words(
        "与末行自记的摘要不符，写出后被改动过",
        "it has not the digest in its last line: it was changed after it was written",
    ),
    "verify-declared": Words(
        "记的 {name} 是 {listed}，照 forms.jsonl 应是 {found}",
        "it gives {name} as {listed}; by forms.jsonl it should be {found}",
    ),
    "verify-not-missing": Words(
        "记作没有试卷的人却有试卷：{names}", "it gives these as without a paper, who have one: {names}"
    ),
    "verify-seat-twice": Words(
        "“{name}”与“{other}”在同一个座位：{seat}", "“{name}” and “{other}” have the same seat: {seat}"
    ),
    "verify-without-paper": Words(
        "有 {count} 人没有试卷（出卷时已知）：{names}",
        "{count} without a paper, as was known when the round was made: {names}",
    ),
    "verify-bound-page": Words(
        "第 {page} 页起不是这一批里任何一份完整的卷子",
        "what begins on page {page} is not a whole paper or key of this run",
    ),
    "verify-bound-unread": Words(
        "第 {page} 页起的卷子无从核对：单独的那一份缺失、打不开或被改动过",
        "what begins on page {page} cannot be compared: the paper or key itself is missing, damaged or changed",
    ),
    "verify-bound-even": Words("有卷子不是从单数页开始", "not every paper begins on an odd page"),
    "verify-bound-outline": Words(
        "书签与各份卷子开始的页不符", "the bookmarks do not lead to where the papers begin"
    ),
    "verify-bound-twice": Words("{name} 在 {other} 里已经有了", "{name} is in {other} already"),
    "verify-bound-rooms": Words(
        "混入了别的考场或场次的试卷：{rooms}", "papers of several rooms or sessions are in one file: {rooms}"
    ),
    "verify-bound-order": Words("试卷没有按座位排列", "the papers are not in the order of seats"),
    "verify-not-bound": Words("这份试卷不在交付印刷的文件里", "this paper is in no file for the printer"),
    "verify-key-not-bound": Words(
        "这份答案不在合订的答案文件里", "this key is in none of the files that keys are bound in"
    ),
    "verify-no-sheet": Words(
        "缺少考场“{room}”的签到表（{format}）", "the attendance sheet of room “{room}” as {format} is missing"
    ),
    "verify-misnamed": Words(
        "里面是“{value}”的，文件名却不是", "what is in it is of “{value}”, which its name does not say"
    ),
    "verify-sheet-alone": Words(
        "没有另一种格式的签到表 {other}", "there is no attendance sheet {other} beside it"
    ),
    "verify-sheet-twice": Words(
        "这份签到表与 {other} 是同一份", "this attendance sheet is the same as {other}"
    ),
    "verify-no-list": Words("这一批没有试卷清单（XLSX）", "the round has no list of papers (XLSX)"),
    "verify-not-seated": Words(
        "签到表上没有{room}的“{name}”", "the attendance sheets of room {room} do not have “{name}”"
    ),
    "verify-list": Words(
        "清单里“{name}”一行缺少或不符：{value}", "in the list, the row of “{name}” lacks: {value}"
    ),
    "verify-list-more": Words("清单里的“{name}”不在这一批里", "the list has “{name}”, who is not in the run"),
    "verify-formats-differ": Words(
        "与 {other} 的内容不同：“{one}”与“{two}”",
        "this does not say the same as {other}: “{one}” and “{two}”",
    ),
    "verify-not-in-key": Words("答案里没有这道题：{said}", "the key does not have this question: {said}"),
    "verify-key-differs": Words(
        "这道题与答案里的不同：{said}（试卷“{paper}”，答案“{key}”）",
        "this question is not as in the key: {said} (paper “{paper}”, key “{key}”)",
    ),
}

HINTS: dict[str, Words] = {
    "report-elsewhere": Words(
        "给 --report 另一个能写的位置", "give --report another place, which can be written to"
    ),
    "verify-not-a-run": Words(
        "给出 build 或 batch 写出的文件夹", "give a folder that build or batch has written"
    ),
    "verify-restore": Words(
        "从原件恢复这个文件，或用同样的输入重新生成",
        "restore it from the original, or run again with the same input",
    ),
    "verify-run-anew": Words(
        "从备份恢复它；没有备份的，用同样的输入在另一个文件夹里再做一遍，核验通过后改用那一批（逐字节相同）",
        "restore it from a backup; without one, run again with the same input in another folder, which makes the same "
        "files to the byte, verify that and use it",
    ),
    "verify-resume": Words("用 --resume 把它做完，再来核验", "end it with --resume, then verify again"),
    "verify-add-resume": Words(
        "用 --add --resume 把它做完，再来核验", "end it with --add --resume, then verify again"
    ),
    "verify-build-again": Words("再生成一次，再来核验", "build it again, then verify again"),
    "verify-restore-round": Words(
        "从备份恢复；或用出卷时的名单和选项加 --resume 重做（若说已经做完，就出到另一个文件夹），再来核验",
        "restore it from a copy; or make it again with --resume and the round's list and options (in another folder, if "
        "that says it is finished), then verify",
    ),
    "verify-do-not-use-round": Words(
        "不要使用这份文件：用出卷时的名单和选项加 --resume 重做（若说已经做完，就出到另一个文件夹），再来核验",
        "do not use this file: make it again with --resume and the round's list and options (in another folder, if that "
        "says it is finished), then verify",
    ),
    "verify-do-not-use-added": Words(
        "不要使用这份文件：从备份恢复；若是某人的试卷，print/ 里那个考场的合订文件中也有",
        "do not use this file: restore it from a copy; somebody's paper is in the file of the room in print/, too",
    ),
    "verify-again": Words(
        "先找回单独的那一份，再来核验", "restore the paper or key itself, then verify again"
    ),
    "verify-mend-list": Words(
        "改好名单里的这些行，用 --add 补出，再来核验",
        "mend their rows, give the list again with --add, then verify",
    ),
    "verify-call-back": Words(
        "马上移走；已经送印或发出的，立即追回", "take it away at once, and call back what has gone to print"
    ),
    "verify-remove": Words("确认来历后移走", "find out where it comes from, and take it away"),
    "verify-do-not-use": Words(
        "不要使用这份文件：用同样的输入重新生成，再来核验",
        "do not use this file: run again with the same input, then verify",
    ),
}
