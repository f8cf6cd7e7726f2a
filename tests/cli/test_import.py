"""`exampaper import`: documents into a new bank and into one that is there, with an account of each question."""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import docx
import pytest

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
    assert first.startswith("banks-frontdesk.001  set.txt:5-10  新增")
    assert second.startswith("banks-frontdesk.002  set.txt:12-14  新增")
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
    assert "--similar" in ran.err
    assert Path("bank.yaml").read_bytes() == before
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--similar", "--json")
    assert [q["id"] for q in json.loads(ran.out)["questions"]] == ["bank.001", "bank.003"]


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
    assert "什么也没有写" in ran.err
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
        ("old.yaml", b"bank: b\n", "format-unknown"),
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


def test_what_a_person_has_corrected_is_shown_before_it_goes(folder: Path, exampaper: Exampaper) -> None:
    exampaper("import", "set.txt", "-o", "bank.yaml")
    bank = Path("bank.yaml")
    corrected = bank.read_text("utf-8").replace("交行政保管。", "交行政部登记保管。")
    bank.write_text(corrected, "utf-8")
    ran = exampaper("import", "set.txt", "-o", "bank.yaml", "--strict", "--lang", "zh")
    assert (ran.status, bank.read_text("utf-8")) == (1, corrected)
    assert "answer：“登记、拍照、在群里问，当天无人认领的交行政部登记保管。” → “登记、" in ran.out
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
