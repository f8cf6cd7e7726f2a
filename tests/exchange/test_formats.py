"""What a text is told to be by all that stands in it."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.exchange.formats import format_of

CODE = """\
一、编程题

1. 下面的代码输出什么？为什么？
struct P {int x=1;};
答案：输出 1，因为成员有默认值。
解析：考察初始化。

2. 解释 Java 的 HashMap 打印结果 {a=1, b=2} 的含义。
答案：键值对的字符串形式。

3. C++ 里怎样写空的构造函数？
答案：
::Shop::Shop() {
}
"""
ONE_AIKEN = """\
甲是什么？
A. 一
B. 二
ANSWER: A

谈谈售后流程。
答案：先听后说。
"""
GIFT = """\
// 客服
1. 火警电话是多少？ {=119 ~110 ~120}

天是蓝的。{T}

这一段只是说明。

谈谈售后。{}
"""
NAMED = "::q1:: 谈谈售后，\n答案：写在反馈里。 {####先听后说}\n\n说明一\n\n说明二\n"
AIKEN = "甲是什么？\nA. 一\nB. 二\nANSWER: A\n\n乙是什么？\nA) 一\nB) 二\nANSWER: B\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (CODE, "text"),
        ("解释 {a=1, b=2} 的含义。", "text"),
        ("1. 集合 {=x} 是什么？\n答案：错的写法。", "text"),
        (ONE_AIKEN, "text"),
        ("1. 甲？\nA. 一\nB. 二\nANSWER: A\n", "text"),
        (GIFT, "gift"),
        (NAMED, "gift"),
        ("$CATEGORY: 甲\n\n乙？{}\n", "gift"),
        (GIFT.translate(str.maketrans("{}=~", "｛｝＝～")), "gift"),
        (AIKEN, "aiken"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_is_a_quiz_only_if_all_of_it_is(text: str, wanted: str, encoding: str) -> None:
    report = Report()
    data = text.encode(encoding)
    assert format_of("x.txt", data, "", report) == wanted
    told = [d.values for d in report.diagnostics if d.code == "format-concluded"]
    assert told == ([] if wanted == "text" else [{"format": {"gift": "GIFT", "aiken": "Aiken"}[wanted]}])


@pytest.mark.parametrize(("name", "wanted"), [("x.gift", ""), ("x.txt", "text"), ("x.txt", "gift")])
def test_what_is_said_is_not_concluded(name: str, wanted: str) -> None:
    report = Report()
    assert format_of(name, GIFT.encode(), wanted, report) == (wanted or "gift")
    assert not report.diagnostics
