"""`check` tells what only shows when a page is set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = Path(__file__).parents[1] / "render" / "sample.png"


def bank(folder: Path, stem: str, answer: str = "好") -> Path:
    path = folder / "b.yaml"
    path.write_text(
        f"bank: b\nquestions:\n  - id: a\n    category: c\n    stem: |\n      {stem}\n    answer: {answer}\n",
        encoding="utf-8",
    )
    return path


def test_a_character_no_font_has_is_a_warning_at_its_first_place(
    tmp_path: Path, exampaper: Callable[..., Any]
) -> None:
    ran = exampaper("check", bank(tmp_path, "请勾选☐，再勾选☐。", "选🦄"), "--lang", "zh")
    assert ran.status == 0
    told = [line for line in ran.err.splitlines() if "no-glyph" in line]
    assert [line.rpartition("b.yaml:")[2].partition(":")[0] for line in told] == ["6", "7"]
    assert "“☐”（U+2610）" in told[0]
    assert "“🦄”（U+1F984）" in told[1]


def test_a_broken_picture_is_an_error_before_anything_is_built(
    tmp_path: Path, exampaper: Callable[..., Any]
) -> None:
    data = SOUND.read_bytes()
    (tmp_path / "x.png").write_bytes(data)
    path = bank(tmp_path, "看图。\n\n      - 甲\n\n        ![图](x.png)")
    assert exampaper("check", path).status == 0
    (tmp_path / "x.png").write_bytes(data[: len(data) // 2])
    ran = exampaper("check", path)
    assert ran.status == 1
    assert "b.yaml:10:" in ran.err
    assert "picture-unreadable" in ran.err


def test_the_sample_bank_can_be_printed(exampaper: Callable[..., Any]) -> None:
    samples = Path(__file__).parents[2] / "banks"
    ran = exampaper("check", samples)
    assert (ran.status, ran.err) == (0, "")


BANK = """\
bank: b
questions:
  - id: a
    label: 甲
    category: c
    competencies: [共情]
    stem: 问
    answer: 答
    levels:
      - {name: 优, marks: 4-5, text: 好}
      - {name: 差, marks: 0-3, text: 坏}
"""
LAYOUT = """\
layout: l
title: 卷
subtitle: 副
banks: [b.yaml]
sections: [{title: 部分, label: 类, draw: 1x5}]
style: {base: classic, question: {label: "{n}.{label}"}, competencies: {paper: stem}, key: {title: 答案}}
"""


def told(ran: Any) -> list[str]:
    """`FILE:LINE:COLUMN code` of each error."""
    heads = [line.split(": error[") for line in ran.err.splitlines() if ": error[" in line]
    return [f"{where} {rest.partition(']')[0]}" for where, rest in heads]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: 卷", "title: 卷🦄", "l.yaml:2:9"),
        ("subtitle: 副", 'subtitle: "\\t🦄副"', "l.yaml:3:14"),
        ("部分", "部🦄分", "l.yaml:5:21"),
        ("title: 答案", "title: 🦄", "l.yaml:6:100"),
        ("label: 甲", "label: 🦄", "b.yaml:4:12"),
        ("共情", "共🦄情", "b.yaml:6:21"),
    ],
)
def test_every_character_has_a_place(
    old: str,
    new: str,
    where: str,
    tmp_path: Path,
    exampaper: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in (("b.yaml", BANK), ("l.yaml", LAYOUT)):
        Path(name).write_text(content.replace(old, new), encoding="utf-8")
    ran = exampaper("build", "l.yaml", "--out", "out")
    assert ran.status == 1
    assert {line.partition(" ")[0] for line in told(ran)} == {where}, ran.err
    assert not Path("out").exists()
    if where.startswith("b.yaml"):
        assert f"{where}: warning[no-glyph]" in exampaper("check", "b.yaml").err


def test_a_title_of_the_command_line_is_its_own_place(tmp_path: Path, exampaper: Callable[..., Any]) -> None:
    path = bank(tmp_path, "问")
    ran = exampaper("build", "--bank", path, "--sections", "1", "--title", "卷🦄", "--out", tmp_path / "out")
    assert told(ran) == ["--title:1:2 no-glyph"]


def test_one_run_tells_every_character_and_picture_of_paper_and_key(
    tmp_path: Path, exampaper: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(
        "bank: b\nquestions:\n"
        "  - {id: a, category: c, stem: '问🦄', answer: '答🐄'}\n"
        "  - {id: b, category: c, stem: '问🦆', answer: '答🦄🦢', analysis: '![图](b/%E5%9B%BE.png)'}\n"
        "  - {id: c, category: c, stem: '看 ![图](a/图.png)', answer: '又见 ![图](a/图.png)'}\n",
        encoding="utf-8",
    )
    Path("l.yaml").write_text(
        "layout: l\ntitle: 卷\nbanks: [b.yaml]\nsections: [{title: S, draw: 3x5, order: bank}]\n",
        encoding="utf-8",
    )
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "图.png").write_bytes(SOUND.read_bytes()[:200] + folder.encode())
    ran = exampaper("build", "l.yaml", "--out", "out")
    assert ran.status == 1
    assert told(ran) == [
        "b.yaml:3:34 no-glyph",
        "b.yaml:3:48 no-glyph",
        "b.yaml:4:34 no-glyph",
        "b.yaml:4:49 no-glyph",
        "b.yaml:4:69 picture-unreadable",
        "b.yaml:5:40 picture-unreadable",
    ]


def test_faces_are_opened_and_told_where_the_style_names_them(
    tmp_path: Path, exampaper: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bank(tmp_path, "问")
    Path("bad.ttf").write_bytes(b"garbage")
    Path("s.yaml").write_text(
        "style: s\nbase: classic\nfonts:\n"
        "  song: {faces: [Noto Serif SC, bad.ttf], docx: 宋体}\n"
        "  hei: {faces: [Noto Sans SC], bold: [Nto Sans SC], latin: [Arial], docx: 黑体}\n",
        encoding="utf-8",
    )
    Path("l.yaml").write_text(
        "layout: l\ntitle: 卷\nbanks: [b.yaml]\nsections: [{title: 部分🦄, draw: 1x5}]\nstyle: s.yaml\n",
        encoding="utf-8",
    )
    places = ["s.yaml:4:33 face-unreadable", "s.yaml:5:39 face-missing", "s.yaml:5:61 face-missing"]
    ran = exampaper("check", "s.yaml")
    assert ran.status == 1
    assert told(ran) == places
    assert "did you mean “Noto Sans SC”?" in ran.err
    assert "the faces that ship are Noto Serif SC" in ran.err
    ran = exampaper("build", "l.yaml", "--out", "out")
    assert told(ran) == places
