from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]


def test_sound_files(house: Path, exampaper: Exampaper) -> None:
    assert exampaper("check", "bank.yaml", "layout.yaml") == (0, "Checked 2 files: no errors.\n", "")
    assert exampaper("check", ".", "--lang", "zh") == (0, "已检查 2 个文件，没有错误。\n", "")
    assert files(house) == ["bank.yaml", "layout.yaml"]  # it writes nothing
    result = json.loads(exampaper("check", "layout.yaml", "--json").out)
    assert result == {"ok": True, "files": ["layout.yaml"], "diagnostics": []}


def test_json_has_every_fault_with_its_place(house: Path, exampaper: Exampaper) -> None:
    (house / "bank.yaml").write_text(
        "bank: small\nquestions:\n  - {id: a, stem: b, answr: c}\n", encoding="utf-8"
    )
    ran = exampaper("check", ".", "--json", "--lang", "zh")
    result = json.loads(ran.out)
    assert (ran.status, result["ok"], result["files"]) == (1, False, ["bank.yaml", "layout.yaml"])
    assert result["diagnostics"] == [
        {
            "severity": "error",
            "code": "unknown-field",
            "message": "没有“answr”这个字段",
            "hint": "是不是想写“answer”？",
            "file": "bank.yaml",
            "line": 3,
            "column": 22,
        }
    ]


def test_a_bank_that_a_layout_names_too_is_told_once(house: Path, exampaper: Exampaper) -> None:
    (house / "layouts").mkdir()
    layout = (house / "layout.yaml").read_text("utf-8").replace("bank.yaml", "../bank.yaml")
    (house / "layout.yaml").unlink()
    for name in ("one", "two"):
        (house / "layouts" / f"{name}.yaml").write_text(layout, encoding="utf-8")
    with (house / "bank.yaml").open("a", encoding="utf-8") as bank:
        bank.write("  - {id: a1, stem: 甲, answer: 乙}\n")
    ran = exampaper("check", "layouts", "bank.yaml", house / "bank.yaml")
    assert ran.err.count("error[same-id]") == 1
    assert ran.err.startswith("bank.yaml:8:5: error[same-id]")
    assert ran.err.endswith("1 error.\n")


def test_files_are_told_apart_by_what_they_say_they_are(house: Path, exampaper: Exampaper) -> None:
    (house / "a.yaml").write_text('# 样式\n---\n"style": house\nqustion: {}\n', encoding="utf-8")
    (house / "b.yaml").write_text("\ufeff{layout: x, titel: y}\n", encoding="utf-8")
    (house / "c.yaml").write_text("title: x\nsections: []\n", encoding="utf-8")
    ran = exampaper("check", "a.yaml", "b.yaml", "c.yaml")
    hints = [line for line in ran.err.splitlines() if "did you mean" in line]
    assert hints == ["  hint: did you mean “question”?", "  hint: did you mean “title”?"]
    assert "c.yaml:1:1: error[missing-field]: the field “layout” is missing" in ran.err


@pytest.mark.parametrize(
    "layout",
    [
        "style: classic\ntitle: x\nlayout: x\nsections: [{title: y, draw: 1}]\n",
        "style: classic\nsections: [{title: y, draw: 1}]\ntitle: x\n",
        "# x\n{style: classic, sections: [{title: y, draw: 1}], layout: x}\n",
        '{\n  "style": "classic",\n  "sections": [],\n  "layout": "x"\n}\n',
    ],
)
def test_a_layout_that_begins_with_its_style_is_a_layout(
    layout: str, house: Path, exampaper: Exampaper
) -> None:
    (house / "l.yaml").write_text(layout, encoding="utf-8")
    said = [exampaper(command, "l.yaml", "--json").out for command in ("check", "build")]
    codes = [[(d["code"], d["message"]) for d in json.loads(out)["diagnostics"]] for out in said]
    assert codes[0] == codes[1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\0\0\0\0",
        b"5",
        b"null",
        b"---\n...\n",
        b"bank: x\nquestions: 5\n",
        b"bank: [x]\nquestions: {a: b}\n",
        b"bank: x\nquestions: [[], {}, ~, '']\n",
        b"layout: {a: b}\nsections: 5\nstyle: 5\nbanks: {a: b}\ntotal: [1]\n",
        b"layout: x\ntitle: y\nbanks: [[a], '', bank.yaml]\nsections: [{draw: 1, from: [a], questions: {a: b}}]\n",
        b"layout: x\ntitle: y\nbanks: ["
        + b"a" * 5000
        + b".yaml]\nstyle: "
        + b"s" * 5000
        + b".yaml\nsections: [{title: z, draw: 1}]\n",
        b"style: x\npage: 5\nfonts: {song: 5, a: {faces: {b: c}, docx: [d]}}\nspan: {code: 7}\n",
        b"style: x\npage: {margins: 5, columns: 99}\nfront: {candidate_box: {a: b}}\nkey: {text: 5}\n",
        b"style: x\nbase: {a: b}\n",
        b"bank: x\nquestions: [{id: a, stem: b, marks: "
        + b"9" * 5000
        + b", answer: [{text: a, marks: 1e9}]}]\n",
        b"bank: x\nquestions: " + b"[" * 30000 + b"]" * 30000,
        b"bank: x\nquestions: " + b"{a: " * 30000 + b"}" * 30000,
        b"bank: x\nquestions: [{id: a, stem: " + b"*" * 20000 + b", answer: " + b"[" * 20000 + b"}]\n",
        bytes(range(256)),
    ],
)
def test_never_a_traceback(content: bytes, house: Path, exampaper: Exampaper) -> None:
    (house / "x.yaml").write_bytes(content)
    ran = exampaper("check", "x.yaml")
    assert ran.status == 1
    assert "error[" in ran.err
    assert "internal error" not in ran.err
    built = exampaper("build", "x.yaml", "--out", "out")
    assert built.status == 1
    assert "error[" in built.err
    assert not (house / "out").exists()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("none.yaml", "file-missing"),
        ("empty", "empty-folder"),
        ("bank.yaml/x", "file-"),
        ("长" * 300, "file-unreadable"),
    ]
    + (
        []
        if sys.platform == "win32"
        else [
            ("/dev/null", "file-not-regular"),
            ("pipe", "file-not-regular"),
            ("/dev/zero", "file-not-regular"),
        ]
    ),
)
def test_what_is_no_file(path: str, code: str, house: Path, exampaper: Exampaper) -> None:
    (house / "empty").mkdir()
    if path == "pipe":
        os.mkfifo(house / path)
    ran = exampaper("check", path)
    assert ran.status == 1
    assert f"{path}: error[{code}" in ran.err
    for arguments in (("build", path), ("build", "--bank", path, "--sections", "1x1")):
        ran = exampaper(*arguments)
        assert ran.status == 1
        assert ran.err.startswith(f"{path}: error[")
    (house / "layout.yaml").write_text(
        f"layout: x\ntitle: y\nbanks: ['{path}']\nsections: [{{title: z, draw: 1}}]\n", encoding="utf-8"
    )
    ran = exampaper("check", "layout.yaml")
    assert ran.status == 1
    assert "internal error" not in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_a_picture_behind_a_link_that_leads_out(house: Path, exampaper: Exampaper) -> None:
    (house / "banks").mkdir()
    (house / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (house / "banks" / "curve.png").symlink_to("../secret.png")
    content = "bank: x\nquestions:\n  - {id: a, stem: 甲, answer: 'ok ![图](curve.png)'}\n"
    (house / "banks" / "x.yaml").write_text(content, encoding="utf-8")
    ran = exampaper("check", "banks")
    assert ran.status == 1
    assert "error[image-outside]: the picture “curve.png” is outside the bank's folder" in ran.err


CARELESS = """\
bank: careless
questions:
  # 抄来的题，，
  - {id: c1, stem: '包裹破了,怎么办？', answer: 先安抚。。, analysis: 他说：“好。}
  - {id: c2, stem: 赔偿XX元，你怎么看？, answer: '先查,再说', analysis: 的的确确。}
"""


def test_warnings_do_not_fail_and_many_are_counted(house: Path, exampaper: Exampaper) -> None:
    (house / "c.yaml").write_text(CARELESS, encoding="utf-8")
    ran = exampaper("check", "c.yaml")
    assert (ran.status, ran.out) == (0, "Checked 1 file: no errors.\n")
    assert "c.yaml:4:25: warning[mixed-width]: “,” is of the wrong width" in ran.err
    assert ran.err.endswith(
        "5 warnings: mixed-width 2, doubled-punctuation 1, open-slot 1, unpaired-mark 1.\n"
    )
    ran = exampaper("check", "c.yaml", "--lang", "zh")
    assert ran.err.endswith(
        "共 5 处警告：mixed-width 2，doubled-punctuation 1，open-slot 1，unpaired-mark 1。\n"
    )
    assert (house / "c.yaml").read_text("utf-8") == CARELESS
    assert exampaper("build", "--bank", "c.yaml", "--sections", "1x8").err.count("warning[") == 0


def test_fix_mends_what_is_certain_and_tells_it(house: Path, exampaper: Exampaper) -> None:
    (house / "c.yaml").write_text(CARELESS, encoding="utf-8")
    before = files(house)
    ran = exampaper("check", ".", "--fix")
    assert ran.status == 0
    assert ran.out == (
        "c.yaml:4: “包裹破了,怎么办？” is now “包裹破了，怎么办？”\n"
        "c.yaml:4: “先安抚。。” is now “先安抚。”\n"
        "c.yaml:5: “先查,再说” is now “先查，再说”\n"
        "Checked 3 files: no errors.\n"
    )
    assert [line.split(":")[2] for line in ran.err.splitlines() if "warning[" in line] == ["60", "22"]
    sound = CARELESS.replace("破了,", "破了，").replace("安抚。。", "安抚。").replace("先查,", "先查，")
    assert (house / "c.yaml").read_text("utf-8") == sound
    assert files(house) == before
    again = json.loads(exampaper("check", ".", "--fix", "--json").out)
    assert (again["ok"], again["fixed"]) == (True, [])


def test_fix_as_json(house: Path, exampaper: Exampaper) -> None:
    (house / "c.yaml").write_text(CARELESS, encoding="utf-8")
    result = json.loads(exampaper("check", "c.yaml", "--fix", "--json").out)
    assert result["fixed"][1] == {
        "file": "c.yaml",
        "line": 4,
        "column": 44,
        "before": "先安抚。。",
        "after": "先安抚。",
    }
    assert [d["code"] for d in result["diagnostics"]] == ["unpaired-mark", "open-slot"]


def test_fix_touches_nothing_where_there_is_an_error(house: Path, exampaper: Exampaper) -> None:
    wrong = CARELESS + "  - {id: c1, stem: '问,题', answer: 答}\n"
    (house / "c.yaml").write_text(wrong, encoding="utf-8")
    ran = exampaper("check", "c.yaml", "--fix")
    assert (ran.status, ran.out) == (1, "")
    assert "error[same-id]" in ran.err
    assert (house / "c.yaml").read_text("utf-8") == wrong


def test_a_bank_with_gaps_is_looked_at_and_mended_all_the_same(house: Path, exampaper: Exampaper) -> None:
    gaps = """\
bank: gaps
questions:
  - id: g.1
    stem: 火警电话是*119*吧,对吗？
    # 待核：没有答案
    answer:
  - id: g.2
    # 待核：没有题干
    stem: 补上了
    answer: 答
"""
    (house / "c.yaml").write_text(gaps, encoding="utf-8")
    told = json.loads(exampaper("check", "c.yaml", "--json").out)["diagnostics"]
    assert [(d["line"], d["code"]) for d in told if d["code"] != "missing-analysis"] == [
        (4, "answer-marked"),
        (4, "mixed-width"),
        (6, "empty-field"),
        (8, "stale-remark"),
    ]
    ran = exampaper("check", "c.yaml", "--fix", "--lang", "zh")
    assert ran.status == 1
    assert ran.out.splitlines()[-1] == "c.yaml:8：删去“# 待核：没有题干”"
    mended = gaps.replace("吧,", "吧，").replace("    # 待核：没有题干\n", "")
    assert (house / "c.yaml").read_text("utf-8") == mended


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_list_of_candidates_is_checked_with_its_layout(
    name: str, house: Path, exampaper: Callable[..., Ran]
) -> None:
    if name.endswith(".csv"):
        (house / name).write_text("考号,姓名,座位\n1,张伟,3\n1,李芳,3\n", encoding="gb18030")
    else:
        import openpyxl

        book = openpyxl.Workbook()
        for row in (("2026年笔试名单",), ("考号", "姓名"), ("1", "张伟")):
            book.active.append(row)
        book.save(house / name)
    ran = exampaper("check", name)
    assert ran.status == 1
    assert "error[is-candidates]" in ran.err
    assert f"--candidates {name} --dry-run" in ran.err
    (house / "questions.csv").write_text("题干,答案\n杯子碎了？,先安抚\n", encoding="utf-8")
    assert "is-candidates" not in exampaper("check", "questions.csv").err
