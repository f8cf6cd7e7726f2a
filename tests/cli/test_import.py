"""`exampaper import`: documents into a new bank and into one that is there, with an account of each question."""

from __future__ import annotations

import json
import re
import sys
import zlib
from errno import EACCES
from os import strerror
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import docx
import pytest

from generator.exchange.interpret.words.labels import LABELS
from generator.exchange.words import field_words
from tests.cli.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_97 = bytes(64) + "WordDocument".encode("utf-16-le") + bytes(40)

SET = """\
前台招聘面试题

一、情景应变题（共2题，每题8分，总分16分）

1. 访客说和李总约了9:30，而李总的会要到10:00才结束。你怎么接待？
考察：沟通表达、时间管理
参考答案：
1. 请访客就座、倒水，说明李总的会还没有结束。
2. 向秘书核实结束的时间，再告诉访客。
解析：看候选人会不会主动核实。

2. 收到一件没有写明收件人的快递，你会怎么处理？
参考答案：登记、拍照、在群里问，当天无人认领的交行政保管。
解析：有没有留下记录。
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "set.txt").write_text(SET, encoding="utf-8")
    return tmp_path


def test_a_document_becomes_a_bank_that_passes_its_check(folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("import", "set.txt", "-o", "banks-frontdesk.yaml", "--lang", "zh")
    assert ran.status == 0, ran
    first, second, *rest = ran.out.splitlines()
    assert first.startswith("banks-frontdesk.001  set.txt:5-10  “访客说和李总约了9:30，而李总…”  新增")
    assert second.startswith("banks-frontdesk.002  set.txt:12-14  “收到一件没有写明收件人的快递，你…”  新增")
    assert "  考察点 答案 解析 分值  " in first
    assert any(line.startswith("2 道题：新增 2") for line in rest)
    assert exampaper("check", "banks-frontdesk.yaml").status == 0
    written = Path("banks-frontdesk.yaml").read_text("utf-8")
    assert "category: 情景应变题" in written
    assert "competencies: [沟通表达, 时间管理]" in written
    assert "marks: 8" in written
    assert files(folder) == ["banks-frontdesk.yaml", "set.txt"]


def test_importing_again_changes_nothing_and_keeps_comments(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    bank = Path("bank.yaml")
    bank.write_text(bank.read_text("utf-8").replace("    marks: 8\n", "    marks: 8  # 定了\n", 1), "utf-8")
    before = bank.read_bytes()
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--json")
    assert [question["action"] for question in json.loads(ran.out)["questions"]] == ["unchanged", "unchanged"]
    assert bank.read_bytes() == before


def test_a_changed_document_updates_its_questions(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    Path("set.txt").write_text(SET.replace("有没有留下记录", "看有没有记录"), "utf-8")
    asked = json.loads(exampaper("import", "set.txt", "-o", "bank.yaml", "--json").out)["questions"]
    assert [(q["id"], q["action"], q["changed"]) for q in asked] == [
        ("bank.001", "unchanged", []),
        ("bank.002", "updated", ["analysis"]),
    ]
    assert "看有没有记录" in Path("bank.yaml").read_text("utf-8")


def test_nearly_equal_questions_wait_for_a_person(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    before = Path("bank.yaml").read_bytes()
    Path("set.txt").write_text(SET.replace("你会怎么处理？", "你怎么处理？"), "utf-8")
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--lang", "zh")
    assert ran.status == 0
    assert "相似，未加  与 bank.002 有" in ran.out
    assert "题干：题库里是“收到一件没有写明收件人的快递，你会怎么处理？”，文件里是“收到一件" in ran.out
    assert "--similar" in ran.err and "--update" in ran.err
    assert Path("bank.yaml").read_bytes() == before
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--similar", "--json")
    assert [q["id"] for q in json.loads(ran.out)["questions"]] == ["bank.001", "bank.003"]
    Path("bank.yaml").write_bytes(before)
    Path("set.txt").write_text(Path("set.txt").read_text("utf-8").replace("交行政保管", "交前台"), "utf-8")
    asked = json.loads(exampaper("import", "set.txt", "-o", "bank.yaml", "--json").out)["questions"][1]
    assert [(d["field"], d["new"][-4:]) for d in asked["differs"]] == [
        ("stem", "么处理？"),
        ("answer", "交前台。"),
    ]
    assert (asked["overwritten"], asked["changed"]) == ([], [])
    ran = exampaper(
        "import", "set.txt", "-o", "bank.yaml", "--update", "bank.002", "--update", "bank.9", "--lang", "zh"
    )
    assert ran.status == 0
    assert "bank.002  set.txt:12-14  “收到一件没有写明收件人的快递，你…”  更新  题干 答案" in ran.out
    assert "警告[update-unused]: 没有读到可以用来更新“bank.9”的题" in ran.err
    written = Path("bank.yaml").read_text("utf-8")
    assert "交前台" in written and "bank.003" not in written


def test_what_is_missing_is_named_in_place(folder: Path, exampaper: Exampaper) -> None:
    Path("set.txt").write_text(
        SET.replace("参考答案：登记、拍照、在群里问，当天无人认领的交行政保管。\n", ""), "utf-8"
    )
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--lang", "zh")
    assert ran.status == 0
    written = Path("bank.yaml").read_text("utf-8")
    assert "# 待核：" in written.partition("bank.001")[2]
    assert "answer:\n" in written  # its place is there to be filled in
    check = exampaper("check", "bank.yaml")
    assert check.status == 1
    assert "error[empty-field]" in check.err


def test_strict_writes_nothing_when_something_is_uncertain(folder: Path, exampaper: Exampaper) -> None:
    assert exampaper("import", "set.txt", "-o", "bank.yaml", "--strict").status == 0
    Path("bank.yaml").unlink()
    Path("set.txt").write_text(SET.replace("共2题", "共3题"), "utf-8")
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--strict", "--lang", "zh")
    assert ran.status == 1
    assert "什么也没有写：bank.002" in ran.err
    assert files(folder) == ["set.txt"]


def test_pictures_lie_beside_the_bank_and_are_found(folder: Path, exampaper: Exampaper) -> None:
    Path("one.png").write_bytes(_png())
    document = docx.Document()
    document.add_paragraph("1. 下图是上周的来电记录，请指出最需要处理的一个时段。")
    document.add_picture("one.png")
    document.add_paragraph("答案：下午。")
    document.save("set.docx")
    ran = exampaper("import", "set.docx", "-o", "bank.yaml", "--json")
    (picture,) = json.loads(ran.out)["pictures"]
    assert Path(picture).read_bytes() == _png()
    assert f"]({picture})" in Path("bank.yaml").read_text("utf-8")
    assert exampaper("check", "bank.yaml").status == 0


def test_several_documents_make_one_bank(folder: Path, exampaper: Exampaper) -> None:
    Path("more.md").write_text("## 基本功\n\n1. 电话铃响几声以内接起？\n\n答案：三声。\n", "utf-8")
    ran = exampaper("import", "set.txt", "more.md", "-o", "bank.yaml", "--json")
    asked = json.loads(ran.out)["questions"]
    assert [(q["id"], q["file"]) for q in asked] == [
        ("bank.001", "set.txt"),
        ("bank.002", "set.txt"),
        ("bank.003", "more.md"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("none.txt", None, "file-missing"),
        ("empty.txt", b" \n", "file-empty"),
        ("set.pdf", b"%PDF-1.7\n", "document-format"),
        ("set.txt.zip", b"PK\x05\x06" + bytes(18), "document-format"),
        ("old.doc", OLE + bytes(120) + "Book Title".encode("utf-16-le") + WORD_97, "document-format"),
        ("old.xls", OLE + bytes(120) + "Workbook".encode("utf-16-le") + bytes(48), "list-format"),
        ("any.bin", b"\x01\x02", "format-unknown"),
        ("noise.txt", Random(1).randbytes(3000), "document-not-text"),
        ("~$set.docx", b"\x05Someone" + bytes(150), "file-is-lock"),
        ("old.yaml", b"bank: b\n", "missing-field"),
        ("paper.yaml", b"layout: l\nsections: []\n", "is-a-layout"),
        ("broken.docx", b"PK\x03\x04broken", "package-damaged"),
    ],
)
def test_what_cannot_be_read_writes_nothing(
    name: str, content: bytes | None, code: str, folder: Path, exampaper: Exampaper
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    before = files(folder)
    ran = exampaper("import", "set.txt", name, "-o", "bank.yaml")
    assert ran.status == 1
    assert f"error[{code}]" in ran.err, ran.err
    assert files(folder) == before


def test_a_file_is_told_by_what_it_is_and_not_by_words_in_it(folder: Path, exampaper: Exampaper) -> None:
    Path("old.doc").write_bytes(OLE + bytes(120) + "Book Title".encode("utf-16-le") + WORD_97)
    ran = exampaper("import", "old.doc", "-o", "bank.yaml")
    assert "Word 97-2003 (.doc)" in ran.err
    document = docx.Document()
    for line in SET.splitlines():
        document.add_paragraph(line)
    document.save("called.txt")
    ran = exampaper("import", "called.txt", "--from", "csv", "-o", "bank.yaml", "--json")
    assert len(json.loads(ran.out)["questions"]) == 2


@pytest.mark.parametrize(
    ("out", "said"),
    [("set.docx", "exampaper export"), ("my.xlsx", "exampaper export"), ("bank", "a .yaml file")],
)
def test_a_bank_goes_under_no_other_name(out: str, said: str, folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("import", "set.txt", "-o", out)
    assert ran.status == 1
    assert "error[out-not-yaml]" in ran.err
    assert said in ran.err
    assert files(folder) == ["set.txt"]


def test_documents_given_as_banks_are_called_what_they_are(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    exampaper("export", "bank.yaml", "-o", "bank.xlsx")
    for given in (("check", "bank.xlsx"), ("export", "bank.xlsx", "-o", "x.md"), ("check", "set.txt")):
        ran = exampaper(*given)
        assert ran.status == 1
        assert f"exampaper import {given[1]} -o" in ran.err
        assert "error[not-yaml]" in ran.err
        assert "UTF-8" not in ran.err
    Path("mine.txt").write_text("bank: mine\nquestions:\n  - {id: q, stem: 问：", "utf-8")
    assert "error[not-yaml]" not in exampaper("check", "mine.txt").err  # its faults are told


def test_gaps_are_filled_by_the_next_document_or_by_hand(folder: Path, exampaper: Exampaper) -> None:
    answer = "参考答案：登记、拍照、在群里问，当天无人认领的交行政保管。\n"
    Path("gap.txt").write_text(SET.replace(answer, ""), "utf-8")
    bank = Path("bank.yaml")
    exampaper("import", "gap.txt", "-o", "bank.yaml")
    gap = bank.read_text("utf-8")
    again = exampaper("import", "gap.txt", "-o", "bank.yaml", "--lang", "zh")
    assert (again.status, bank.read_text("utf-8")) == (0, gap)
    assert "1 处要由人填写" in again.err

    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--strict")
    assert ran.status == 0, ran
    assert "待核" not in bank.read_text("utf-8")
    assert exampaper("check", "bank.yaml").status == 0

    by_hand = gap.replace("    # 待核：没有答案\n    answer:\n", "    answer: 我写的。\n")
    bank.write_text(by_hand, "utf-8")
    ran = exampaper("import", "gap.txt", "-o", "bank.yaml", "--strict", "--json")
    assert ran.status == 0, ran
    assert bank.read_text("utf-8") == by_hand
    assert [(q["doubts"], q["confidence"]) for q in json.loads(ran.out)["questions"]][1] == ([], 1)


def test_a_gap_that_was_filled_by_hand_loses_its_remark(folder: Path, exampaper: Exampaper) -> None:
    answer = "参考答案：登记、拍照、在群里问，当天无人认领的交行政保管。\n"
    Path("gap.txt").write_text(SET.replace(answer, ""), "utf-8")
    bank = Path("bank.yaml")
    exampaper("import", "gap.txt", "-o", "bank.yaml", "--lang", "zh")
    gap = "    # 待核：没有答案\n    answer:\n"
    filled = bank.read_text("utf-8").replace(gap, gap.rstrip() + " 我写的。\n")
    assert "    # 待核：没有答案\n    answer: 我写的。\n" in filled
    bank.write_text(filled, "utf-8")
    ran = exampaper("check", "bank.yaml", "--lang", "zh")
    assert (ran.status, "警告[stale-remark]" in ran.err) == (0, True)
    exampaper("import", "gap.txt", "-o", "bank.yaml")
    settled = bank.read_text("utf-8")
    assert settled == filled.replace("    # 待核：没有答案\n", "")
    bank.write_text(filled, "utf-8")
    ran = exampaper("check", "bank.yaml", "--fix", "--lang", "zh")
    assert "删去“# 待核：没有答案”" in ran.out
    assert bank.read_text("utf-8") == settled


def test_a_remark_about_points_goes_when_the_points_are_written_anew(
    folder: Path, exampaper: Exampaper
) -> None:
    asked = "1. 谈谈你对细节的看法。\n答案：两者并不矛盾。\n评分要点：{points}\n"
    sheet = "编号,题目,得分点\nbank.001,谈谈你对细节的看法。,{points}\n"
    bank = Path("bank.yaml")
    Path("points.txt").write_text(asked.format(points="立意（5分），论证（10分）\n③语言（5分）"), "utf-8")
    exampaper("import", "points.txt", "-o", "bank.yaml", "--lang", "zh")
    by_hand = "  # 看过\n  # 待核：要点的文字里还有分值"
    remarked = bank.read_text("utf-8").replace("  # 待核：要点的文字里还有分值", by_hand)
    assert by_hand in remarked
    bank.write_text(remarked, "utf-8")
    exampaper("import", "points.txt", "-o", "bank.yaml", "--lang", "zh")
    assert bank.read_text("utf-8") == remarked
    Path("points.csv").write_text(sheet.format(points='"立意（5分）\n论证（10分）\n语言（5分）"'), "utf-8")
    exampaper("import", "points.csv", "-o", "bank.yaml", "--lang", "zh")
    assert "  # 看过\n  - id: bank.001" in bank.read_text("utf-8")
    assert "待核" not in bank.read_text("utf-8")


def test_the_account_has_words_for_fields_truths_and_types(folder: Path, exampaper: Exampaper) -> None:
    for answer in ("√", "×"):
        Path("truth.txt").write_text(
            f"一、判断题\n1.函是平行文，会议纪要也是。（ ）\n答案：{answer}\n", "utf-8"
        )
        ran = exampaper("import", "truth.txt", "-o", "bank.yaml", "--lang", "zh")
    assert "答案：“对” → “错”" in ran.out
    for label in LABELS:
        assert not field_words(label, "zh").isascii(), label


def test_a_sheet_of_ids_and_answers_fills_gaps(folder: Path, exampaper: Exampaper) -> None:
    answer = "参考答案：登记、拍照、在群里问，当天无人认领的交行政保管。\n"
    Path("gap.txt").write_text(SET.replace(answer, ""), "utf-8")
    exampaper("import", "gap.txt", "-o", "bank.yaml")
    Path("fill.csv").write_text("编号,题目,答案\nbank.002,,登记后在群里问。\n", "utf-8")
    ran = exampaper("import", "fill.csv", "-o", "bank.yaml", "--lang", "zh")
    assert ran.status == 0, ran
    assert "题库中有 1 题不在读入的文件里，没有改动：bank.001" in ran.out
    written = Path("bank.yaml").read_text("utf-8")
    assert "answer: 登记后在群里问。" in written
    assert "待核" not in written
    assert exampaper("check", "bank.yaml").status == 0


ONE = """\
# 甲组的题库
bank: one
title: 第一册
questions:
  - id: q.1
    stem: 下图说明了什么？ ![](img/a.png "图")
    answer: 高峰在下午。  # 老王说明年换掉
    enemies: [q.2]
  - id: q.2
    # 待核：看不懂这个答案：甲
    stem: 访客没有预约，怎么接待？
    answer: 登记，再核实。
  - id: q.3
    stem: 还没有答案的题
    # 待核：没有答案
    answer:
"""
TWO = """\
bank: two
title: 第二册
questions:
  - id: q.1
    # 乙组写的
    stem: 收到没有写明收件人的快递怎么办？
    answer: 登记，拍照。
    enemies: [q.2]
  - id: q.2
    stem: 会议室的投影仪突然不亮了怎么办？
    answer: 换备用的。
"""


def test_banks_are_merged_with_their_comments_and_pictures(folder: Path, exampaper: Exampaper) -> None:
    Path("a/img").mkdir(parents=True)
    Path("a/img/a.png").write_bytes(_png())
    Path("a/one.yaml").write_text(ONE, "utf-8")
    Path("two.yaml").write_text(TWO, "utf-8")
    ran = exampaper("import", "a/one.yaml", "two.yaml", "-o", "all.yaml", "--lang", "zh")
    assert ran.status == 0, ran
    assert "two.yaml:1:1: 另一份文档的标题: 第二册" in ran.out
    assert (
        "all.001  two.yaml:4-8  “收到没有写明收件人的快递怎么办？”  新增  题型 题干 答案 互斥题  70%"
        in ran.out
    )
    assert "待核: 这个编号已经给了“q.1”，另编了号" in ran.out
    assert "待核: 还有待核的：看不懂这个答案：甲" in ran.out
    written = Path("all.yaml").read_text("utf-8")
    assert written.startswith("# 甲组的题库\nbank: all\ntitle: 第一册\nquestions:\n  - id: q.1\n")
    assert "answer: 高峰在下午。  # 老王说明年换掉" in written
    assert "    # 待核：看不懂这个答案：甲\n    stem: 访客" in written
    assert "    # 乙组写的\n    stem: 收到" in written
    assert written.count("待核：没有答案") == 1
    assert written.count("enemies: [q.2]") == written.count("enemies: [all.002]") == 1
    assert "](all-pictures/" in written and len(list(Path("all-pictures").iterdir())) == 1
    for name in ("two.yaml", "all.yaml"):  # a bank of its own, and the one that is there
        ran = exampaper("import", "a/one.yaml", name, "-o", "all.yaml", "--lang", "zh")
        assert "新增 0，更新 0，未变 5" in ran.out
        assert Path("all.yaml").read_text("utf-8") == written

    Path("a/one.yaml").write_text(ONE.replace("answer:\n", "answer: 有了。\n"), "utf-8")
    exampaper("import", "a/one.yaml", "-o", "all.yaml")
    assert "    answer: 有了。\n" in Path("all.yaml").read_text("utf-8")
    assert "没有答案\n" not in Path("all.yaml").read_text("utf-8")


def test_a_bank_with_faults_is_not_merged(folder: Path, exampaper: Exampaper) -> None:
    Path("one.yaml").write_text(TWO.replace("answer: 换备用的。", "answers: 换"), "utf-8")
    ran = exampaper("import", "one.yaml", "-o", "all.yaml")
    assert (ran.status, files(folder)) == (1, ["one.yaml", "set.txt"])
    assert "one.yaml:11:5: error[unknown-field]" in ran.err


def test_another_question_of_the_same_id_is_not_written_over(folder: Path, exampaper: Exampaper) -> None:
    Path("one.csv").write_text("编号,题干,答案\nhr.1,请介绍一下你自己。,答\n", "utf-8")
    Path("two.csv").write_text("编号,题干,答案\nhr.1,顾客收到的杯子碎了怎么办？,先道歉\n", "utf-8")
    exampaper("import", "one.csv", "-o", "bank.yaml")
    before = Path("bank.yaml").read_bytes()
    ran = exampaper("import", "two.csv", "-o", "bank.yaml", "--lang", "zh")
    assert (ran.status, Path("bank.yaml").read_bytes()) == (0, before)
    assert "编号已用，未加" in ran.out
    assert "题干：题库里是“请介绍一下你自己。”，文件里是“顾客收到的杯子碎了怎么办？”" in ran.out
    assert "待核: 题库里编号“hr.1”的是另一道题，没有改动" in ran.out
    assert exampaper("import", "two.csv", "-o", "bank.yaml", "--strict").status == 1
    exampaper("import", "two.csv", "-o", "bank.yaml", "--update", "hr.1")
    assert "先道歉" in Path("bank.yaml").read_text("utf-8")


def test_questions_that_a_newer_document_lacks_are_named_and_kept(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    before = Path("bank.yaml").read_bytes()
    Path("set.txt").write_text(
        SET.partition("2. 收到")[0].replace("共2题", "共1题").replace("16分", "8分"), "utf-8"
    )
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--lang", "zh")
    assert "题库中有 1 题不在读入的文件里，没有改动：bank.002" in ran.out
    assert json.loads(exampaper("import", "set.txt", "-o", "bank.yaml", "--json").out)["absent"] == [
        "bank.002"
    ]
    assert Path("bank.yaml").read_bytes() == before
    Path("new.csv").write_text("题干,答案\n一道全新的题目怎么写？,答\n", "utf-8")
    assert "不在读入的文件里" not in exampaper("import", "new.csv", "-o", "bank.yaml", "--lang", "zh").out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such permissions")
def test_a_bank_keeps_its_permissions(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    bank = Path("bank.yaml")
    bank.chmod(0o640)
    Path("set.txt").write_text(SET.replace("有没有留下记录", "看有没有记录"), "utf-8")
    exampaper("import", "set.txt", "-o", "bank.yaml")
    assert "看有没有记录" in bank.read_text("utf-8")
    assert bank.stat().st_mode & 0o777 == 0o640


def test_a_bank_that_is_read_only_is_not_replaced(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    bank = Path("bank.yaml")
    before = bank.read_bytes()
    bank.chmod(0o444)
    Path("set.txt").write_text(SET.replace("有没有留下记录", "看有没有记录"), "utf-8")
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--lang", "zh")
    assert (ran.status, bank.read_bytes()) == (4, before)
    assert "bank.yaml: 错误[file-read-only]: 这个文件是只读的" in ran.err
    assert not bank.stat().st_mode & 0o222
    bank.chmod(0o644)


def test_a_file_that_may_not_be_read_is_named(
    folder: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "os.access", lambda *_: False
    )  # as the system would answer anybody but an administrator

    def denied(path: Path) -> bytes:
        raise PermissionError(EACCES, strerror(EACCES))

    monkeypatch.setattr(Path, "read_bytes", denied)
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--lang", "zh")
    assert ran.status == 1
    assert ran.err.startswith("set.txt: 错误[file-unreadable]: 读不了这个文件：没有权限")


def test_what_a_person_has_corrected_is_shown_before_it_goes(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    bank = Path("bank.yaml")
    corrected = bank.read_text("utf-8").replace("交行政保管。", "交行政部登记保管。")
    bank.write_text(corrected, "utf-8")
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--strict", "--lang", "zh")
    assert (ran.status, bank.read_text("utf-8")) == (1, corrected)
    assert "答案：“登记、拍照、在群里问，当天无人认领的交行政部登记保管。” → “登记、" in ran.out
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--json")
    (change,) = json.loads(ran.out)["questions"][1]["overwritten"]
    assert change["field"] == "answer"
    assert (change["old"][-10:], change["new"][-6:]) == ("的交行政部登记保管。", "交行政保管。")


def test_two_rows_with_one_stem_stay_two_questions(folder: Path, exampaper: Exampaper) -> None:
    Path("twins.csv").write_text("题干,答案\n你为什么离职？,甲\n你为什么离职？,乙\n", "utf-8")
    first = exampaper("import", "twins.csv", "-o", "bank.yaml", "--lang", "zh")
    assert "待核: 题干与同时读入的“bank.001”相同" in first.out
    before = Path("bank.yaml").read_bytes()
    again = exampaper("import", "twins.csv", "-o", "bank.yaml", "--json")
    assert [q["action"] for q in json.loads(again.out)["questions"]] == ["unchanged", "unchanged"]
    assert Path("bank.yaml").read_bytes() == before


def test_banks_with_chinese_names_have_ids_of_their_own(folder: Path, exampaper: Exampaper) -> None:
    names = ["面试题.yaml", "题库2026.yaml", "题库 2026.yaml", "Café-Fragen.yaml"]
    ids = [
        json.loads(exampaper("import", "set.txt", "-o", name, "--json").out)["questions"][0]["id"]
        for name in names
    ]
    assert len(set(ids)) == len(names)
    assert re.fullmatch(r"bank-[0-9a-f]{6}\.001", ids[0])
    assert re.fullmatch(r"2026-[0-9a-f]{6}\.001", ids[1])
    assert ids[3] == "cafe-fragen.001"
    assert exampaper("check", *names).status == 0


@pytest.mark.parametrize("name", ["desk.md", "desk.xlsx"])
def test_a_bank_keeps_its_id_through_what_holds_it(name: str, folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "desk.yaml")
    exampaper("export", "desk.yaml", "-o", name)
    ran = exampaper("import", name, "-o", "copy.yaml", "--json")
    assert json.loads(ran.out)["bank"] == "desk"
    assert Path("copy.yaml").read_bytes() == Path("desk.yaml").read_bytes()


def test_a_bank_with_faults_is_not_written_over(folder: Path, exampaper: Exampaper) -> None:
    Path("bank.yaml").write_text("bank: b\nquestions:\n  - {id: q, stem: 问}\n", "utf-8")
    before = Path("bank.yaml").read_bytes()
    ran = exampaper("import", "set.txt", "-o", "bank.yaml")
    assert ran.status == 1
    assert ran.err.startswith("bank.yaml:3")
    assert Path("bank.yaml").read_bytes() == before


def test_a_document_without_questions_writes_nothing(folder: Path, exampaper: Exampaper) -> None:
    Path("letter.txt").write_text("各位同事：\n\n下周一放假，请提前安排工作。\n", "utf-8")
    ran = exampaper("import", "letter.txt", "-o", "bank.yaml", "--lang", "zh")
    assert (ran.status, files(folder)) == (1, ["letter.txt", "set.txt"])
    assert "没有读出题目" in ran.err
    assert "错误[import-no-questions]" in ran.err
    assert "填写" not in ran.err


def test_traditional_characters_are_simplified_when_asked(folder: Path, exampaper: Exampaper) -> None:
    text = "一、情景題\n\n1. 顧客投訴產品質量問題，你如何處理？\n參考答案：先道歉，再核實。\n考察：溝通表達\n"
    Path("set.txt").write_text(text, "utf-8")
    assert exampaper("import", "set.txt", "-o", "bank.yaml", "--simplified").status == 0
    written = Path("bank.yaml").read_text("utf-8")
    assert "stem: 顾客投诉产品质量问题，你如何处理？" in written
    assert "answer: 先道歉，再核实。" in written
    assert "competencies: [沟通表达]" in written


def test_without_opencc_it_says_what_to_install(
    folder: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--simplified")
    assert ran.status == 1
    assert "pip install 'exampaper[traditional]'" in ran.err
    assert files(folder) == ["set.txt"]


def _png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    pixel = zlib.compress(b"\x00\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
