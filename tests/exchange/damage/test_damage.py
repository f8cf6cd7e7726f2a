"""Damage is mended where that is certain, told, and never made."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.load import load
from generator.diagnostics import Report
from generator.exchange.damage import mend
from generator.exchange.damage.cut import breaks_off
from generator.exchange.damage.encodings import right
from generator.exchange.documents import text as text_file
from generator.exchange.documents.text import from_text
from generator.exchange.line import Line, Manuscript, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.question import Point

BANKS = Path(__file__).parents[3] / "banks"


def mended(text: str) -> tuple[list[str], Manuscript, list[tuple[str, int]]]:
    """The lines that still hold words, the document, and what was told with its lines."""
    report = Report()
    manuscript = mend(from_text(text, "a.txt"), report)
    told = [(d.code, d.location.line if d.location else 0) for d in report.diagnostics]
    return [line.text for line in manuscript.lines if line.role != "blank"], manuscript, told


@cache
def sound() -> tuple[str, ...]:
    """Every text of the sample banks, a line each."""
    texts: list[str] = []
    for bank in load([(BANKS, "banks")], Report()):
        for question in bank.questions:
            solution = question.solution
            parts = [question.prompt.stem, *(option.text for option in question.prompt.options)]
            parts += [part for part in (solution.text, solution.analysis) if part]
            parts += [*solution.highlights, *solution.follow_ups, *(level.text for level in solution.levels)]
            texts += [line for part in parts for line in part.markdown.split("\n")]
            texts += [line for point in solution.points for line in _lines(point)]
    assert len(texts) > 1000
    return tuple(text.strip() for text in texts if text.strip())


def _lines(point: Point) -> Iterator[str]:
    yield from point.text.markdown.split("\n")
    for inner in point.points:
        yield from _lines(inner)


def test_sound_text_is_never_touched() -> None:
    """Each text alone, and all together, numbered and labelled as a document is."""
    texts = sound()
    for text in texts:
        found = mended(text)[0]
        assert found == [text]
    forms = ("{}", "1. {}", "（1）{}", "答案：{}", "【解析】{}", "　　{}", "A. {}")
    document = [forms[at % len(forms)].format(text) for at, text in enumerate(texts)]
    found, manuscript, told = mended("\n".join(document))
    assert found == document
    assert [code for code, _ in told if code != "damage-cut"] == []
    assert manuscript.unread == ()


PARTS = [
    "甲",
    "答案：",
    "。",
    "1.",
    "（",
    "）",
    "<p>",
    "&amp;nbsp;",
    " ",
    "\u200b",
    "\uf0b7",
    "(ā)",
    "第1页共2页",
    "下载",
    "\n",
]


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mend(from_text(text, "a"), Report())
    twice = mend(once, Report())
    assert [line.text for line in twice.lines] == [line.text for line in once.lines]
    assert [line.number for line in once.lines] == sorted(line.number for line in once.lines)


# Encodings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("请说明你接下来怎么办。".encode().decode("latin-1"), "请说明你接下来怎么办。"),
        ("请说明".encode("gbk").decode("latin-1"), "请说明"),
        ("你们的客户的要求".encode().decode("gb18030"), "你们的客户的要求"),
        ("café".encode().decode("cp1252"), None),  # two characters are too little to be certain
        ("Müller’s naïve façade", None),
        ("鄭愁予：達達的馬蹄", None),
        ("饕餮魑魅魍魉貔貅", None),
        ("αβγδεζηθ", None),
    ],
)
def test_wrongly_read_text(wrong: str, meant: str | None) -> None:
    assert mended(wrong)[0] == [meant or wrong]


def test_a_lost_byte_shifts_what_follows() -> None:
    shifted = "客户投诉怎么处理才好".encode("gb18030")[1:].decode("gb18030", "replace")
    assert mended(f"1. {shifted}。")[0] == ["1. \ufffd户投诉怎么处理才\ufffd。"]
    found, _, told = mended("甲锟斤拷乙")
    assert found == ["甲锟斤拷乙"]
    assert told == [("damage-lost", 1)]


def test_a_byte_lost_in_the_middle() -> None:
    data = "1. 打电话给出版社，请他们派人来店里看看。".encode("gb18030")
    for lost in (9, 10):
        manuscript = text_file.read(data[:lost] + data[lost + 1 :], "a.txt", Report())
        assert manuscript is not None
        (line,) = manuscript.lines
        assert line.text.startswith("1. 打电话")
        assert line.text.endswith("版社，请他们派人来店里看看。")
        assert line.text.count("\ufffd") == 1
    shifted = "客户投诉怎么" + "处理才好也说说".encode("gb18030")[1:-1].decode("gb18030")
    assert right(shifted) == "客户投诉怎么\ufffd理才好也说\ufffd"


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=30))
def test_rare_characters_are_not_taken_for_damage(text: str) -> None:
    """What is changed is changed to something that would have looked just so."""
    new = right(text)
    if new != text:
        assert len(new) < len(text) or new[0] == "\ufffd"


# Leftovers of the web --------------------------------------------------------------------------


def test_entities_and_tags() -> None:
    found, _, told = mended(
        "&amp;nbsp;甲&lt;br&gt;乙 &#8220;引&#8221;\n<p>丙</p><font color=red>丁</font>\nR&D;a &copyx;"
    )
    assert found == [" 甲", "乙 “引”", "丙", "丁", "R&D;a &copyx;"]
    assert told == [("mended-html", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "在HTML里，<br>标签有什么用？",
        "写出 &lt; 的转义",
        "若 a<b 且 c>d，则",
        "List<String> 与 `<p>`",
        "AT&T 与 R&D",
    ],
)
def test_who_speaks_of_tags_means_them(text: str) -> None:
    assert mended(text)[0] == [text]


def test_a_document_escaped_throughout_is_mended_throughout() -> None:
    found = mended("甲&ldquo;乙&rdquo;\n网页里的 &lt;b&gt; 是什么？\n写出 &lt; 的转义")[0]
    assert found == ["甲“乙”", "网页里的 <b> 是什么？", "写出 &lt; 的转义"]


def test_glosses() -> None:
    found, _, told = mended("網(wǎng)絡(luò)安全\n銀(yín)行(a)\n选项(A)好，按(1)办")
    assert found == ["網絡安全", "銀行", "选项(A)好，按(1)办"]
    assert told == [("mended-glosses", 1)]
    for text in (
        "给“银行”注音：银(yín)行",
        "选(a)还是(e)",
        "银行（yínháng）、网络（wǎngluò）、安全（ānquán）、服务（fúwù）",
    ):
        assert mended(text)[0] == [text]


def test_invisible_characters() -> None:
    found, _, told = mended("\ufeffa\u200bb\u00a0c\u00ad\n\uf0b7 丁\n\uf0fc 对\n👨\u200d👩")
    assert found == ["ab c", "• 丁", "√ 对", "👨\u200d👩"]
    assert told[0] == ("mended-invisible", 1)


# Furniture -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("第PAGE页共NUMPAGES页", "left-page-number"),
        ("第 3 页 共 10 页", "left-page-number"),
        ("第 PAGE \\* MERGEFORMAT 1 页，共 NUMPAGES 9 页", "left-page-number"),
        ("- 3 -", "left-page-number"),
        ("Page 3 of 10", "left-page-number"),
        ("更多面试题请访问 www.example.com", "left-notice"),
        ("本文来自百度文库，仅供参考", "left-notice"),
        ("文档仅供参考，不当之处，请联系改正。", "left-notice"),
        ("如有侵权，请联系网站删除", "left-notice"),
        ("下载", "left-notice"),
        ("收藏 分享 举报 128", "left-notice"),
        ("上一篇：客服面试题（一）", "left-notice"),
        ("您的位置：首页 > 题库 > 客服", "left-notice"),
        ("https://www.example.com/a.html", "left-notice"),
        ("还剩12页未读，继续阅读", "left-notice"),
        ("精品文档，欢迎下载！", "left-notice"),
        ("（完整版）客服面试题　WORD下载　可编辑", "left-notice"),
    ],
)
def test_furniture_is_kept_apart(text: str, why: str) -> None:
    found, manuscript, told = mended(f"1. 甲\n{text}\n答案：乙")
    assert found == ["1. 甲", "答案：乙"]
    assert manuscript.unread == ((2, text, why),)
    assert ("mended-furniture", 2) in told


@pytest.mark.parametrize(
    "text",
    [
        "1. 更多优惠请访问官网，这样答复顾客合适吗？",
        "顾客要求下载电子发票，你怎么指导？",
        "（1）告知顾客版权归公司所有。",
        "2. 文档下载失败时怎么处理？",
        "A. 分享",
        "本试卷共10页，满分100分。",
        "答案：见第3页",
        "3-5",
        "位置：前台",
        "阅读下面的材料，回答问题。",
        "下载速度慢，先检查什么？",
        "更多的人选择沉默，为什么？",
    ],
)
def test_questions_are_no_furniture(text: str) -> None:
    assert mended(text)[0] == [text]


def test_page_numbers_inside_lines() -> None:
    found, manuscript, _ = mended("请说明理由。第 3 页 共 10 页 二、管理题")
    assert found == ["请说明理由。二、管理题"]
    assert manuscript.unread == ((1, "第 3 页 共 10 页", "left-page-number"),)


def test_page_numbers_as_fractions() -> None:
    found, manuscript, _ = mended("1. 甲\n1 / 2\n答案：\n1/2\n乙\n2 / 2\n丙")
    assert found == ["1. 甲", "1 / 2", "答案：", "1/2", "乙", "2 / 2", "丙"]
    found, manuscript, _ = mended("1. 甲\n1 / 2\n乙\n2 / 2\n答案：\n3/4")
    assert found == ["1. 甲", "乙", "答案：", "3/4"]
    assert [words for _, words, _ in manuscript.unread] == ["1 / 2", "2 / 2"]


def test_headers_are_what_stands_beside_page_numbers() -> None:
    text = "\n".join(f"客服部内部资料\n第{page}页 共3页\n{page}. 题\n答案：" for page in (1, 2, 3))
    found, manuscript, _ = mended(text)
    assert found == ["1. 题", "答案：", "2. 题", "答案：", "3. 题", "答案："]
    assert [words for _, words, why in manuscript.unread if why == "left-header"] == ["客服部内部资料"] * 3


def test_lists_of_conditions() -> None:
    conditions = [
        "版权声明",
        "1、本站所有资源均由网友上传，版权归原作者所有；",
        "2、下载的文档如有侵权，请联系本站客服删除；",
        "3、未经权益所有人同意，不得将文件用于商业用途；",
        "4、本平台仅提供信息存储空间，不对文档内容负责；",
    ]
    found, manuscript, _ = mended(
        "\n".join([*conditions, "", "1、顾客上传的资料丢了怎么办？", "2、文档如何归档？"])
    )
    assert found == ["1、顾客上传的资料丢了怎么办？", "2、文档如何归档？"]
    assert [words for _, words, _ in manuscript.unread] == conditions
    duties = "\n".join(
        ["1、平台客服的职责是什么？", "2、用户下载的文档打不开怎么办？", "3、如何答复上传失败的用户？"]
    )
    assert mended(duties)[0] == duties.split("\n")


def test_all_on_one_line() -> None:
    text = (
        "客服面试题一、情景题（共2题，每题8分）1.顾客要求退货，你怎么办？答案：先道歉。再核实。解析：看态度。2.顾客骂人（很凶）怎么办？"
        "A.走B.听C.骂答案：B 解析：占2.5倍。二、管理题（共1题）1、说说2024年的目标。参考答案：（1）降本；（2）增效。"
    )
    found, manuscript, told = mended(text)
    assert found == [
        "客服面试题",
        "一、情景题（共2题，每题8分）",
        "1.顾客要求退货，你怎么办？",
        "答案：先道歉。再核实。",
        "解析：看态度。",
        "2.顾客骂人（很凶）怎么办？",
        "A.走B.听C.骂答案：B",
        "解析：占2.5倍。",
        "二、管理题（共1题）",
        "1、说说2024年的目标。",
        "参考答案：",
        "（1）降本；",
        "（2）增效。",
    ]
    assert {line.number for line in manuscript.lines} == {1}
    assert told == [("mended-joined", 1)]


def test_a_short_document_on_one_line_is_parted_too() -> None:
    found, _, told = mended("库管题 1.怎么盘点？答：两人一组。 2.账实不符怎么办？答：复盘。")
    assert found == ["库管题", "1.怎么盘点？", "答：两人一组。", "2.账实不符怎么办？", "答：复盘。"]
    assert told == [("mended-joined", 1)]


def test_marks_go_with_their_words() -> None:
    text = "1.顾客要求退货，而商品已经拆封，你作为主管怎么办？答案：先道歉再核实。2.顾客在店里大声骂人，你怎么办？"
    text += "答案：请到一边坐下。"
    at = text.index("请到")
    manuscript = from_text(text, "a")
    line = manuscript.lines[0]._replace(marks=(Mark(0, 2, "strong"), Mark(at, at + 2, "strong")))
    parted = mend(manuscript._replace(lines=(line,)), Report()).lines
    assert [[part.text[m.start : m.end] for m in part.marks] for part in parted] == [["1."], [], [], ["请到"]]


def test_a_line_of_a_table_is_mended_too() -> None:
    cell = (Line("a\u200bb", 1), Line("&nbsp;", 2))
    manuscript = from_text("", "a")._replace(lines=(Line("", 1, role="table", rows=((cell,),)),))
    (table,) = mend(manuscript, Report()).lines
    assert [(line.text, line.role) for line in table.rows[0][0]] == [("ab", "text"), ("", "blank")]


@pytest.mark.parametrize("text", ["先道歉，", "例如（一", "5.", "“您好", "B.", "第3题", "包括：《"])
def test_broken_off(text: str) -> None:
    assert breaks_off(text)
    assert mended(f"1. 题\n{text}")[2] == [("damage-cut", 2)]


@pytest.mark.parametrize(
    "text", ["答案：B", "C. 三", "1) 甲", "（1）先道歉。", "请说明（8分）", "“您好”", "5.5", "a) b", ""]
)
def test_not_broken_off(text: str) -> None:
    assert not breaks_off(text)


@pytest.mark.parametrize(
    "part",
    [
        "1.题答案：乙",
        "第1页共2页",
        "&amp;",
        "<p>",
        "(ā)",
        "【答案】",
        "一、（",
        "（1）",
        "锛鐨",
        "ä½",
        "A.B.",
        " ",
        "第",
        "更多",
        "\u200b",
        "1",
    ],
)
def test_long_lines_take_linear_time(part: str) -> None:
    def taken(size: int) -> float:
        started = time.process_time()
        mended(part * (size // len(part)))
        return time.process_time() - started

    taken(1000)
    assert taken(100_000) < 1.5


@pytest.mark.parametrize("behind", ["", "！", "地敲门", "的声音"])
def test_one_character_again_and_again_is_no_damage(behind: str) -> None:
    changed = [
        char for char in map(chr, range(0x4E00, 0x9FA6, 29)) if right(char * 7 + behind) != char * 7 + behind
    ]
    assert changed == []
    found, _, told = mended("1. 门响了几声？\n答案：\n咚咚咚咚咚咚咚地敲门")
    assert (found[-1], told) == ("咚咚咚咚咚咚咚地敲门", [])


def test_several_questions_may_have_one_and_the_same_answer() -> None:
    text = "1. 甲？\n答案：\n\n参加公司岗前培训\n来源：公司培训手册\n"
    found, manuscript, _ = mended("".join(text.replace("1", str(n)) for n in (1, 2, 3)))
    assert found == [line for n in (1, 2, 3) for line in text.replace("1", str(n)).split("\n") if line]
    assert manuscript.unread == ()


def test_a_number_that_is_due_is_kept_in_letters_set_apart() -> None:
    lines, _, _ = mended(
        "1 . 作 业 用 的 安 全 带\n2 . 1 0 k V 设 备 的 距 离\n3 . 接 地 线\n1 . 1 1 0 k V 线 路\n7 . 5 米 以 上 才 算"
    )
    assert lines == ["1.作业用的安全带", "2. 10kV设备的距离", "3.接地线", "1. 110kV线路", "7.5米以上才算"]


@pytest.mark.parametrize("notice", ["点击展开全文", "展开全文", "点此查看更多"])
def test_a_word_to_press_is_none_of_the_answer(notice: str) -> None:
    found, manuscript, _ = mended(f"1. 甲？\n答案：我性格比较耐心。\n{notice}\n2. 乙？\n答案：先保持冷静。")
    assert notice not in found
    assert [words for _, words, _ in manuscript.unread] == [notice]
