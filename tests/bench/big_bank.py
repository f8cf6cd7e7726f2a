"""Writes a bank of many questions in the shape of the contract's example, every text its own."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = [
    "顾客",
    "订单",
    "退款",
    "物流",
    "投诉",
    "回访",
    "客服",
    "主管",
    "班组",
    "质检",
    "话术",
    "系统",
    "工单",
    "时限",
    "方案",
    "补偿",
    "核实",
    "承诺",
    "记录",
    "情绪",
    "升级",
    "权限",
    "复盘",
    "流程",
    "数据",
    "接通率",
    "满意度",
    "夜班",
    "新人",
    "培训",
    "绩效",
    "沟通",
    "协作",
    "仓库",
    "门店",
    "活动",
    "优惠券",
    "直播",
    "平台",
    "规则",
]


def write_bank(path: Path, questions: int, seed: int = 1) -> None:
    chosen = random.Random(seed)

    def text(words: int) -> str:
        return "，".join("".join(chosen.sample(_WORDS, 3)) for _ in range(words)) + "。"

    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("bank: big\ntitle: 大题库\nlanguage: zh-CN\nquestions:\n")
        for number in range(questions):
            out.write(
                f"  - id: big.q{number}\n    type: essay\n    category: 类别{number % 4}\n    label: 情景题\n"
                f"    stem: |\n      {text(5)}\n      {text(4)}你会怎么处理？\n"
                f"    competencies: [情绪管理, 问题解决]\n    difficulty: {number % 5 + 1}\n    minutes: 6\n"
                f"    tags: [电商, 售后]\n    marks: 8\n    answer:\n      text: {text(3)}\n      points:\n"
                f"        - {text(3)}\n        - {{text: {text(2)}, marks: 3}}\n        - text: 措施：\n"
                f"          points: [{text(1)}, {text(1)}]\n"
                f"    analysis: {text(4)}\n    highlights: [{text(1)}, {text(1)}]\n    levels:\n"
                f"      - {{name: 好, marks: 7-8, text: {text(2)}}}\n      - {{name: 中, marks: 4-6, text: {text(2)}}}\n"
                f"    follow_ups: [{text(2)}]\n    source: 2026 春季校招\n"
            )
