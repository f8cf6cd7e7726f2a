"""Mending: what is certain, where it stands, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.review import mend
from generator.review.passages import texts
from tests.review.banks import banks

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.question import Bank


def mended(folder: Path, content: str | bytes) -> bytes:
    """The file after mending, which finds nothing to mend in it again and reads without faults."""
    data = content if isinstance(content, bytes) else content.encode()
    (bank,) = banks(folder, data)
    found = mend(bank)
    after = data if found is None else found.content
    assert found is None or after != data
    (bank,) = banks(folder, after)
    assert mend(bank) is None
    return after


def bank_of(stem: str) -> str:
    return f"# 注释 ，，\nbank: x  # 你,好\ntitle: 题,库，，\nquestions:\n  - id: a\n    stem: {stem}\n    answer: 答\n"


@pytest.mark.parametrize(
    ("stem", "after"),
    [
        ("你好,世界", "你好，世界"),
        ("你好?世界;是", "你好？世界；是"),
        ("'你好,世界'  # 你好,世界", "'你好，世界'  # 你好,世界"),
        ('"你好,世界"', '"你好，世界"'),
        ("ＡＢＣ１２３", "ABC123"),
        ("你好。。是，，的、、", "你好。是，的、"),
        ("你好。.", "你好。"),
        ("甲&nbsp;乙&amp;nbsp;丙&amp;丁", "甲 乙 丙&丁"),
        ("'&nbsp;&nbsp;甲&nbsp;'", "'甲'"),
        ("你\u200b好\u2060呀", "你好呀"),
        ("'你好　'", "'你好'"),
        ("你好（世界)", "你好（世界）"),
        ("见 (abc）def", "见 (abc)def"),
        ("见(第一章）", "见（第一章）"),
        (
            "|\n      第一行 \n      第二行,好\n      |  a,甲 | 乙,丙  |",
            "|\n      第一行\n      第二行，好\n      |  a,甲 | 乙，丙  |",
        ),
        (">\n      第一行,好\n      第二行，，好", ">\n      第一行，好\n      第二行，好"),
        ("第一行,好\n      第二行，，好", "第一行，好\n      第二行，好"),
        ("'它''s,好,好'", "'它''s,好,好'"),  # which character is which is not certain
        (r'"甲\\乙,好"', r'"甲\\乙,好"'),
        ("用 `你,好` 与 ```甲，，乙```", "用 `你,好` 与 ```甲，，乙```"),
        (
            "|\n      ```\n      你,好，，\n      ```\n      你,好",
            "|\n      ```\n      你,好，，\n      ```\n      你，好",
        ),
        ("见 https://a.cn/你,好 和 a,b，c", "见 https://a.cn/你,好 和 a,b，c"),
        ("见[这,里](路,径，，.png)", "见[这,里](路,径，，.png)"),
        ("标点用对了吗：你,好", "标点用对了吗：你,好"),
        ("say “a”,“b” now", "say “a”,“b” now"),
        ("等等。。。", "等等。。。"),
        ("１. 甲", "１. 甲"),  # would be a list
        ("'＃ 甲'", "'＃ 甲'"),
        ("'&nbsp;'", "'&nbsp;'"),  # nothing would be left
        ("ｎｕｌｌ", "ｎｕｌｌ"),
        ("甲&nbsp;# 乙", "甲&nbsp;# 乙"),  # would be a comment
        ("甲:&nbsp;乙", "甲:&nbsp;乙"),  # would be a field
    ],
)
def test_what_is_mended(stem: str, after: str, tmp_path: Path) -> None:
    assert mended(tmp_path, bank_of(stem)).decode() == bank_of(after)


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    content = ("\ufeff" + bank_of("|\n      第一行 \n      第二行,好")).replace("\n", "\r\n")
    expected = content.replace("第一行 ", "第一行").replace("行,好", "行，好")
    assert mended(tmp_path, content) == expected.encode()


def test_one_mend_that_would_harm_does_not_keep_the_others(tmp_path: Path) -> None:
    content = """\
bank: x
questions:
  - {id: a, type: single_choice, stem: '选,一个。。', options: ['甲,乙', 甲，乙, 丙。。], answer: A}
  - {id: b, type: single_choice, stem: 选, options: [Ａ．甲, Ｂ．乙], answer: A}
  - {id: c, type: fill_blank, stem: '填,____。。', answer: [[Ａ, A]]}
  - {id: d, stem: '说,。', answer: ｎｕｌｌ, analysis: '好,好', silence: mixed-width}
"""
    after = (
        content.replace("选,一个。。", "选，一个。")
        .replace("丙。。", "丙。")
        .replace("填,____。。", "填,____。")
    )
    assert mended(tmp_path, content).decode() == after


def test_changes_tell_place_before_and_after(tmp_path: Path) -> None:
    line = "这里是,很长的一行文字，一直写到后面去给大家看，然后再来，，一次"
    (bank,) = banks(tmp_path, bank_of(f"|\n      第一行\n      {line}"))
    found = mend(bank)
    assert found is not None
    assert [(c.location[1:], c.before, c.after) for c in found.changes] == [
        ((8, 10), "这里是,很长的一行文字，一直", "这里是，很长的一行文字，一直"),
        ((8, 35), "去给大家看，然后再来，，一次", "去给大家看，然后再来，一次"),
    ]
    (tmp_path / "a.yaml").write_text("bank: x\nquestions: []\n", encoding="utf-8")
    assert mend(bank) is None  # it was written anew
    (tmp_path / "a.yaml").unlink()
    assert mend(bank) is None


PIECES = st.lists(
    st.sampled_from(
        (
            *("你好", "世界", "，", "。", "（", "：", "；；", "Ａ１", "　", "\u200b"),
            *(",", ".", " ", "  ", ")", ":", "#", "-", "|", "&", '"', "'", "\n", "\n\n"),
            *("abc", "1.", "**", "____", "&nbsp;", "&amp;", "`", "```\n", "https://a.cn/甲,乙"),
        )
    ),
    min_size=1,
    max_size=14,
).map("".join)


def written(text: str, form: str) -> str | None:
    """A value in one of YAML's forms; None where that cannot be had so plainly."""
    if form == "|":
        return (
            None
            if text.startswith((" ", "\n"))
            else "|-\n" + "".join(f"      {line}\n" for line in text.split("\n"))
        )
    if "\n" in text or "\\" in text or text.strip() != text:
        return None
    if form == "'":
        return "'" + text.replace("'", "''") + "'"
    if form == '"':
        return '"' + text.replace('"', '\\"') + '"'
    return text if text[0] in "你世a" and not {":", "#", " "} & set(text) else None


def said(bank: Bank) -> list[str]:
    return [text.markdown for question in bank.questions for _, text in texts(question)]


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(st.lists(st.tuples(PIECES, st.sampled_from("|'\"p")), min_size=1, max_size=4))
def test_only_texts_change_and_only_once(tmp_path: Path, values: list[tuple[str, str]]) -> None:
    forms = [form for text, form_ in values if text.strip() and (form := written(text, form_))]
    content = "bank: x # ，，\nquestions:\n" + "".join(
        f"  - id: q{n}  # 你,好。。\n    stem: 第{n}题\n    analysis: {form}\n    answer: 答\n"
        for n, form in enumerate(forms)
    )
    if not forms:
        return
    try:
        (bank,) = banks(tmp_path, content)
    except AssertionError:  # no sound bank
        return
    found = mend(bank)
    if found is None:
        return
    after = found.content.decode()
    (again,) = banks(tmp_path, found.content)
    assert mend(again) is None
    assert after.count("\n") == content.count("\n")
    assert [q.id for q in again.questions] == [q.id for q in bank.questions]
    changed = [(old, new) for old, new in zip(said(bank), said(again), strict=True) if old != new]
    assert changed
    for old, new in changed:
        assert code(old) == code(new)
    for line, new_line in zip(content.split("\n"), after.split("\n"), strict=True):
        if line != new_line:
            assert "# 你,好。。" not in line
            assert line.startswith(("    analysis: ", "      "))


def code(text: str) -> list[str]:
    return text.split("`")[1::2] if text.count("`") == 2 else []
