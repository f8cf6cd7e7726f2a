"""Mutants of YAML files, repeatable from a seed, and what reading must survive with each of them.

python tests/fuzz/mutate_yaml.py 2000 [SEED] [FILE..]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOWEST = 5.0  # seconds a mutant may take

SAMPLE = """\
bank: customer-service
title: 客户服务岗位题库
language: zh-CN
questions:
  - id: cs.refund.damaged
    type: essay
    category: 情景应变
    stem: |
      顾客收到的杯子碎了一只，第二天就要送人。
      你会怎么处理？
    competencies: [情绪管理, 问题解决]   # 考察
    difficulty: 3
    marks: 8
    answer:
      text: "先安抚，再核实，\\"最后\\"给方案。"
      points:
        - 先道歉并复述顾客的问题。
        - {text: 当场给出补发或退款两个方案。, marks: 3}
        - text: 措施：
          points: [一小时内回电, '次日''复盘']
    analysis: >-
      看候选人能否先处理情绪，
      再处理事情。
    levels:
      - {name: 好, marks: 7-8, text: 情绪、事实、方案三步齐全。}
  - id: cs.pairs
    type: matching
    stem: 配对
    answer: {甲: 乙, 丙: 丁}
"""

_SYNTAX = [
    *":-，：；“”‘’【】［］｛｝－—#|>'\"[]{},&*!%@`?~\\",
    "\t", "\n", "\r", "  ", ": ", "- ", "---\n", "...\n", "&a ", "*a", "!!str ", "<<: *a", "\\x00", "\\u202e",
    "\0", "\x07", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\uffff", "\U0001f600", "%TAG ! x\n", "? ",
]  # fmt: skip


def _at(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def flip_byte(data: bytes, rng: random.Random) -> bytes:
    at = _at(data, rng)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def insert_syntax(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    at = rng.randrange(len(text) + 1)
    return (text[:at] + rng.choice(_SYNTAX) + text[at:]).encode("utf-8", "surrogatepass")


def replace_character(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    at = rng.randrange(len(text) + 1)
    return (text[:at] + rng.choice(_SYNTAX) + text[at + 1 :]).encode("utf-8", "surrogatepass")


def widen_colons(data: bytes, rng: random.Random) -> bytes:
    parts = data.decode("utf-8", "replace").split(": ")
    return "".join(part + rng.choice((": ", ": ", "：", ":")) for part in parts).encode()


def delete_span(data: bytes, rng: random.Random) -> bytes:
    at = _at(data, rng)
    return data[:at] + data[at + rng.choice((1, 2, 7, 40)) :]


def repeat_span(data: bytes, rng: random.Random) -> bytes:
    at = _at(data, rng)
    return data[:at] + data[at : at + rng.randrange(1, 60)] * rng.choice((2, 3, 50)) + data[at:]


def swap_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def indent_line(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    stripped = lines[at].lstrip(b" ") if rng.random() < 0.5 else lines[at]
    lines[at] = rng.choice((b" ", b"   ", b"\t", b"")) + stripped
    return b"\n".join(lines)


def truncate(data: bytes, rng: random.Random) -> bytes:
    return data[: _at(data, rng)]


def nest(data: bytes, rng: random.Random) -> bytes:
    at, depth = _at(data, rng), rng.choice((5, 33, 1000, 30_000))
    opening, closing = rng.choice(((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"? ", b""), (b"[{", b"")))
    return data[:at] + opening * depth + closing * depth + data[at:]


def swell(data: bytes, rng: random.Random) -> bytes:
    at = _at(data, rng)
    what = rng.choice(
        ("字", "a: ", "'", '"', " ", "\n", "- a\n", "[],", "# ", "：", "&a *a ", "\t", "\u200b")
    )
    return data[:at] + (what * rng.choice((100, 5_000, 100_000))).encode() + data[at:]


def recode(data: bytes, rng: random.Random) -> bytes:
    codec = rng.choice(("gb18030", "utf-16", "utf-16-le", "utf-32", "big5", "utf-8-sig"))
    return data.decode("utf-8", "ignore").encode(codec, "ignore")


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_byte,
    insert_syntax,
    insert_syntax,
    replace_character,
    widen_colons,
    delete_span,
    repeat_span,
    swap_lines,
    indent_line,
    truncate,
    nest,
    swell,
    recode,
)


def mutants(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` mutants of a file, each by one to four mutations; the same ones for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        mutant = data
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            mutant = rng.choice(MUTATIONS)(mutant, rng)
        yield mutant


def survive(path: Path, data: bytes) -> float:
    """Seconds it took to read a mutant and tell its faults in both languages; what is raised is a bug."""
    from generator import messages, source
    from generator.diagnostics import Report, lines_of

    path.write_bytes(data)
    begun = time.perf_counter()
    report = Report()
    root = source.read(path, path.name, report)
    assert root is not None or report.failed, "nothing to read and nothing said"
    if root is not None:
        source.Fields(root, report, ("bank", "title", "language", "questions")).sequence("questions")
    assert len(report.diagnostics) < 2_000
    for fault in report.diagnostics:
        assert fault.location is not None
        assert 0 <= fault.location.line <= max(1, len(lines_of(fault.location.file)))
        for language in ("zh", "en"):
            messages.message(fault, language)
            messages.hint(fault, language)
    return time.perf_counter() - begun


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    seeds = [Path(name).read_bytes() for name in arguments[2:]] or [SAMPLE.encode()]
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutant.yaml"
        for data in seeds:
            for number, mutant in enumerate(mutants(data, count // len(seeds), seed)):
                try:
                    took = survive(path, mutant)
                except BaseException:
                    Path("mutant-failed.yaml").write_bytes(mutant)
                    print(f"mutant {number} of seed {seed} is kept in mutant-failed.yaml", file=sys.stderr)
                    raise
                if took > SLOWEST:
                    print(f"mutant {number} of seed {seed} took {took:.1f} s", file=sys.stderr)
                slowest = max(slowest, took)
    print(f"{count} mutants, the slowest {slowest:.2f} s")
    return int(slowest > SLOWEST)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(main(sys.argv[1:]))
