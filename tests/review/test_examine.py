"""Each warning, what comes near it and is none, and the samples, which are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.bank import load
from generator.diagnostics import Report
from generator.messages import MESSAGES
from generator.review import examine
from tests.review.banks import ROUTINE, banks, codes, found, questions

ROOT = Path(__file__).parents[2]
SAMPLES = ("banks", "generator/starter/zh/banks", "generator/starter/en/banks")


@pytest.mark.parametrize("folder", SAMPLES)
def test_nothing_is_said_of_the_samples(folder: str) -> None:
    report = Report()
    read = load([(ROOT / folder, folder)], report)
    assert read
    assert [(d.code, str(d.location)) for d in examine(read)] == []


LONG = "先问清原因再按规定办理。" * 20
WARNED = {
    "answer-in-stem": (
        "type: fill_blank, stem: 退货期七日，超过退货期的____不再退货。, answer: [退货期]",
        "type: single_choice, stem: 先安抚情绪再核实，第一步是, options: [先安抚情绪, 上报领导], answer: A",
        "type: fill_blank, language: en, stem: A refund is due. The ____ takes days., answer: [Refund]",
    ),
    "answer-marked": (
        "type: fill_blank, stem: 火警电话是 **119**，也就是____。, answer: ['119']",
        "type: fill_blank, stem: 首都（ 南京 ）曾是____, answer: [[北京, 南京]]",
        "type: single_choice, stem: 限速是（ B ）, options: [20公里, 5公里], answer: B",
        "type: single_choice, stem: 限速是____, options: [20公里, _5公里_, 9公里], answer: B",
        "type: multiple_choice, stem: 选, options: ['*甲*', 乙, '**丙**'], answer: AC",
        "type: true_false, stem: 夜里也要巡查。（√）, answer: 对",
        "stem: 地球是平的（错）。, answer: 见题",
        "stem: 处理办法是*先断电再救人*。, answer: 先断电，再救人。",
    ),
    "marks-in-point": (
        "stem: 问, marks: 5, answer: [优秀（4-5分）：三步齐全]",
        "stem: 问, marks: 5, answer: [周密（2分），分工（3分）]",
        "stem: 问, answer: [{text: 周密（2分）, marks: 3}, {text: 快, marks: 1}]",
        "stem: 问, answer: [{text: 大类, marks: 3, points: [细 (2 marks), 快]}]",
    ),
    "stem-is-total": ("stem: 合计, marks: 30, answer: 答", "language: en, stem: 'Total: 50', answer: none"),
    "option-not-fixed": (
        "type: single_choice, stem: 选哪项, options: [甲好, 乙好, 以上都不对], answer: A",
        "type: single_choice, stem: Which, options: [One, Two, All of the above], answer: C",
    ),
    "letters-named": ("type: single_choice, stem: 选哪项, options: [甲好, 乙好, A和B都对], answer: A",),
    "same-beginning": (
        "type: single_choice, stem: 选, options: [客服应该听, 客服应该说, 客服应该走], answer: A",
    ),
    "marks-open": ("stem: 问, answer: [{text: 甲, marks: 2}, 乙]",),
    "level-below": ("stem: 问, marks: 8, answer: 答, levels: [{name: 好, marks: 5-7, text: 全}]",),
    "too-long-to-read": (
        f"stem: {LONG * 2}, minutes: 1, answer: 答",
        f"stem: {LONG * 2}, marks: 1, answer: 答",
    ),
    "too-long-to-answer": (f"stem: 问, minutes: 1, answer: {LONG}", f"stem: 问, marks: 1, answer: [{LONG}]"),
    "open-slot": (
        "stem: 赔XX元, answer: 答",
        "stem: 赔××元, answer: 答",
        "stem: 致某公司xxx先生, answer: 答",
        "stem: 问, answer: （待补）",
        "stem: 问, answer: TODO",
        "stem: 问, answer: '[插入图表]'",
        "stem: 你怎么看____, answer: 答",
        "stem: 问, answer: 应当____。",
    ),
    "unpaired-mark": (
        "stem: 他说：“走吧。, answer: 答",
        "stem: 问（一, answer: 答",
        "stem: 读《红楼梦，谈感受》》, answer: 答",
        "stem: '他说:\"走吧。', answer: 答",
        "stem: 甲”乙“丙, answer: 答",
        'stem: "“甲\\n\\n乙”", answer: 答',
        "language: en, stem: He said “go, answer: yes",
    ),
    "mixed-width": (
        "stem: '你好,世界', answer: 答",
        "stem: 你好（世界), answer: 答",
        "stem: '用微信,QQ联系。', answer: 答",
        "stem: ＡＢ公司, answer: 答",
        "stem: 你好。世界., answer: 答",
        "language: en, stem: Tell us，please, answer: yes",
    ),
    "double-space": ("stem: 你好  世界, answer: 答",),
    "trailing-space": (
        'stem: "你好 ", answer: 答',
        'stem: "你好 \\n世界", answer: 答',
        "stem: '你好　', answer: 答",
    ),
    "doubled-punctuation": (
        "stem: 你好。。, answer: 答",
        "stem: 你好，。, answer: 答",
        "stem: 你好。., answer: 答",
        "stem: '看预算,,谢谢', answer: 答",
        "language: en, stem: 'Well,, what now', answer: yes",
    ),
    "doubled-word": ("stem: 我的的书, answer: 答", "stem: Take the the book, answer: yes"),
    "leftover-markup": ("stem: 你好&nbsp;世界, answer: 答", "stem: 你好<br>世界, answer: 答"),
    "leftover-bytes": ("stem: 你好锟斤拷, answer: 答", "stem: 你好\ufffd, answer: 答"),
    "leftover-gloss": ("stem: 网(wǎng)络(luò), answer: 答",),
    "leftover-site": ("stem: 问, answer: 答。来自百度文库", "stem: 第PAGE页 共NUMPAGES页 问, answer: 答"),
    "address-in-stem": ("stem: 问 www.wenku.com/a, answer: 答",),
}


@pytest.mark.parametrize(("code", "line"), [(c, line) for c, lines in WARNED.items() for line in lines])
def test_warned_and_silenced(code: str, line: str, tmp_path: Path) -> None:
    assert codes(tmp_path, questions(line)) == [code]
    assert codes(tmp_path, questions(f"{line}, silence: [{code}]")) == []


@pytest.mark.parametrize(
    "line",
    [
        'language: en, stem: "Don\'t say ‘it’s the boys’ room’, it’s 5’ wide", answer: yes',
        "stem: 分三步：1）问；2）查；（3）办。, answer: 答",
        "stem: '区间 [0, 1) 与（0，1] 的并集', answer: 答",
        'stem: "“第一段。\\n\\n“第二段。”", answer: 答',
        'stem: 尺寸24"的屏幕, answer: 答',
        "stem: '下面的标点用得对吗：你好,世界。。', answer: 答",
        "stem: HTML 里 &nbsp; 与 <br> 有什么用, answer: 答",
        "stem: '程序 `a = [甲,乙];  b` 的输出', answer: 答",
        "stem: 'select 姓名,年龄 from 学生 的结果', answer: 答",
        "stem: 他的目的的确明确，为了了解情况，不了了之, answer: 答",
        "stem: 在（  ）内填写, answer: 答",
        "stem: 把下句补充完整：____不能等。, answer: 答",
        "stem: '打开 http://localhost:8080/你,好 与 https://api.example.com/x 比较', answer: 答",
        "type: fill_blank, stem: 共有三个组，每组____人。, answer: [三]",
        "type: true_false, stem: 答案是否为对, answer: 对",
        "type: single_choice, stem: 先安抚情绪和先上报领导哪个对, options: [先安抚情绪, 先上报领导], answer: A",
        "type: single_choice, stem: 选, options: [甲好, 乙好, {text: 以上都对, fixed: true}], answer: A",
        "type: single_choice, shuffle: false, stem: 选, options: [甲好, 乙好, 以上都对], answer: A",
        "type: single_choice, stem: 选, options: ['`list_a.sort()`', '`list_a.pop()`', '`list_a.add()`'], answer: A",
        "type: fill_blank, stem: 下列**不**属于水果的是____（只填一个）, answer: [土豆]",
        "type: true_false, stem: 在（ ）里打√或×，*夜里*也要巡查。, answer: 对",
        "type: single_choice, stem: 选, options: ['*甲*', '*乙*'], answer: A",
        "type: single_choice, stem: 变量 a_b_c 与 snake_case_ 中（ ）, options: [b, d], answer: A",
        "stem: 问, answer: [{text: 周密（2分）, marks: 2}, {text: 迟到扣2分, marks: 1}]",
        "stem: 合计的方法有哪些, answer: 答",
        "stem: 2×2 的表里写 XXL 和 √××√, answer: 答",
        "stem: 那个“重”字读（chóng）, answer: 答",
        "stem: 比例 男:女=3:2 如何得出, answer: 答",
        'stem: "第一行  \\n第二行", answer: 答',
        "stem: 问, answer: [{text: 甲, marks: 2}, {text: 乙, marks: 3}], levels: [{name: 好, marks: 4-5, text: 全}]",
    ],
)
def test_none_of_this_is_at_fault(line: str, tmp_path: Path) -> None:
    assert codes(tmp_path, questions(line)) == []


def test_a_missing_analysis(tmp_path: Path) -> None:
    with_one = "stem: 甲问, answer: 答, analysis: 析"
    without = "stem: 乙问, answer: 答"
    told = examine(banks(tmp_path, questions(with_one, with_one.replace("甲", "丙"), without)))
    assert [(d.code, d.values) for d in told] == [("missing-analysis", {"id": "x.2"})]
    many = [f"stem: 第{n}个, answer: 答" for n in "甲乙丙丁戊己"]
    told = examine(banks(tmp_path, questions(*many)))
    assert [(d.code, d.values) for d in told] == [("missing-analyses", {"count": 6, "all": 6})]
    silent = [f"{line}, silence: missing-analysis" for line in many]
    assert examine(banks(tmp_path, questions(*silent))) == []


def choices(count: int, options: str, *answers: str) -> str:
    return questions(
        *(
            f"type: single_choice, stem: 第{n}问, options: {options}, answer: {answers[n % len(answers)]}"
            for n in range(count)
        )
    )


def test_a_habit_of_the_whole_bank(tmp_path: Path) -> None:
    longest = "[短句, 这一个选项写得比别的都详细得多, 小句]"
    habits = ("longest-is-right", "absolute-is-wrong")

    def told(content: str) -> list[tuple[str, dict[str, object]]]:
        return [(d.code, d.values) for d in found(tmp_path, content) if d.code in habits]

    assert told(choices(12, longest, "B")) == [("longest-is-right", {"right": 12, "count": 12})]
    assert told(choices(12, longest, "A", "B", "C")) == []
    assert told(choices(6, longest, "B")) == []
    absolute = "[一律退货, 从不退货, 看情形定]"
    assert told(choices(8, absolute, "C")) == [("absolute-is-wrong", {"wrong": 16, "count": 16})]
    assert told(choices(8, absolute, "A", "C")) == []


def test_a_warning_stands_at_its_place(tmp_path: Path) -> None:
    text = "bank: x\nquestions:\n  - id: a\n    stem: |\n      第一行\n      第二行，，好\n    answer: 答\n"
    (warning,) = found(tmp_path, text)
    assert warning.location is not None
    assert warning.location[1:] == (6, 10)
    assert warning.values == {"found": "，，"}


def test_the_page_has_every_warning() -> None:
    """Each code that a check tells stands in the table, and nothing else does."""
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted({*WARNED, *HELD})
    assert set(listed) <= set(MESSAGES)


HELD = {
    "missing-analysis",
    "missing-analyses",
    "longest-is-right",
    "absolute-is-wrong",
    "near-duplicate",
    "open-remark",
    "stale-remark",
}


def test_nothing_is_looked_for_in_a_question_without_a_stem(tmp_path: Path) -> None:
    path = tmp_path / "gap.yaml"
    path.write_text(questions("stem: , answer: 答XX元", "stem: 火警是*119*。, answer: "), "utf-8")
    report = Report()
    read = load([(path, path.name)], report)
    assert [d.code for d in report.diagnostics] == ["empty-field", "empty-field"]
    told = [d for d in examine(read) if d.code not in ROUTINE]
    assert [(d.code, d.values["found"]) for d in told] == [("answer-marked", "*119*")]
