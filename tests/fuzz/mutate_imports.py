"""Mutants of documents in every format that is read, repeatable from a seed, and what importing must survive.

python -m tests.fuzz.mutate_imports 3000 [SEED] [FORMAT..]
"""

from __future__ import annotations

import faulthandler
import io
import random
import sys
import tempfile
import time
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.mutate_yaml import delete_span, flip_byte, recode, repeat_span, swap_lines, truncate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SLOWEST = 10.0  # seconds a mutant may take
MOST_MEMORY = 3 << 30  # bytes, where the system can hold a process to it
OFFICE = ("docx", "xlsx")
_MOST_ADDED, _MOST_LINES = 200_000, 5_000  # characters and lines a mutant is swollen by
_MOST_QUESTIONS = 12  # of a sample bank that is exported
_NEVER_OPEN = ("yaml-", "control-character", "not-utf8", "duplicate-key", "stray-text", "indentation")
_SYNTAX = {
    "gift": ["{", "}", "=", "~", "#", "####", "\\", "\\n", "::", "->", "%50%", "{#", "$CATEGORY: ", "//", "｛", "[html]"],
    "aiken": ["A. ", "Z) ", "ANSWER: B", "ANSWER:", "答案：", "\n\n", "Ａ．"],
    "moodle": [
        "<", ">", "&", "&nbsp;", "&#1;", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE q>", "<text>", "</text>",
        "<question type='cloze'>", "{1:SA:=", "}", "~", "[[1]]", "@@PLUGINFILE@@/", "fraction='1e999'", "&lt;table&gt;",
    ],
    "csv": [",", '"', '""', "\t", ";", "\n", "=cmd()", "题干,答案\n"],
    "xlsx": ["<c ", "</row>", '<c r="XFD1048576"><v>1</v></c>', "<v>", "</v>", "&amp;", 't="s"', "1e999", "-1"],
    "docx": ["<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tab/>", "<w:br/>", "&#x5;", "<m:oMath>"],
    "html": ["<p>", "<table>", "<td>", "</td>", "<li>", "<ol start='99999'>", "<pre>", "<!--", "&#x110000;", "<img src=x>"],
    "": ["1. ", "（1）", "A. ", "答案：", "一、", "（共5题，每题8分）", "|", "**", "```", "____", "$x$", "![](", "- ", "解析："],
}  # fmt: skip
_ANYWHERE = [*"\0\x0b\x85\u2028\u202e\u200b\ufeff\ufdd0\uffff\U0001f600\t\r", "9" * 400]


def insert_syntax(text: str, rng: random.Random, name: str) -> str:
    at = rng.randrange(len(text) + 1)
    sign = rng.choice([*_SYNTAX.get(name, []), *_SYNTAX[""], *_ANYWHERE])
    return text[:at] + sign + text[at + rng.choice((0, 0, 1)) :]


def nest(text: str, rng: random.Random, name: str) -> str:
    at, depth = rng.randrange(len(text) + 1), rng.choice((5, 40, 1000, 20_000))
    pairs = [
        ("(", ")"),
        ("[", "]"),
        ("- ", ""),
        ("*", "*"),
        ("{", "}"),
        ("<b>", "</b>"),
        ("<ul><li>", "</li></ul>"),
    ]
    opening, closing = rng.choice(
        [*pairs, ("<table><tr><td>", ""), ("<text>", "</text>"), ("`", ""), ("![", "](")]
    )
    return text[:at] + opening * depth + closing * depth + text[at:]


def swell(text: str, rng: random.Random, name: str) -> str:
    at = rng.randrange(len(text) + 1)
    sign = rng.choice([*_SYNTAX.get(name, []), *_SYNTAX[""], "字", " ", "\n", "\\", "__", "1.", "&lt;"])
    most = min(_MOST_ADDED // len(sign), _MOST_LINES if "\n" in sign else _MOST_ADDED)
    return text[:at] + sign * min(rng.choice((100, 5_000, 50_000)), most) + text[at:]


_ON_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_byte, delete_span, repeat_span, swap_lines, truncate, recode,
)  # fmt: skip
_ON_TEXT: tuple[Callable[[str, random.Random, str], str], ...] = (
    insert_syntax,
    insert_syntax,
    insert_syntax,
    nest,
    swell,
)


def mutate(data: bytes, rng: random.Random, name: str) -> bytes:
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        mutation = rng.choice((*_ON_BYTES, *_ON_TEXT))
        if mutation in _ON_BYTES:
            data = mutation(data, rng)  # type: ignore[call-arg,arg-type,assignment]
        else:
            text = mutation(data.decode("utf-8", "replace"), rng, name)  # type: ignore[call-arg,arg-type]
            data = text.encode("utf-8", "surrogatepass")  # type: ignore[union-attr]
    return data


def mutate_package(data: bytes, rng: random.Random, name: str) -> bytes:
    """Mutate one part inside, or now and then the package itself."""
    if rng.random() < 0.15:
        return rng.choice(_ON_BYTES)(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    names = sorted(part for part in parts if part.endswith((".xml", ".rels")))
    weights = [8 if "document" in part or "sheet" in part or "Strings" in part else 1 for part in names]
    (part,) = rng.choices(names, weights)
    parts[part] = mutate(parts[part], rng, name)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name_, content in parts.items():
            package.writestr(name_, content)
    return written.getvalue()


def mutants(seeds: list[bytes], name: str, count: int, seed: int) -> Iterator[bytes]:
    """`count` mutants of documents of one format; the same ones for the same seed."""
    rng = random.Random(f"{name} {seed}")
    change = mutate_package if name in OFFICE else mutate
    for _ in range(count):
        yield change(rng.choice(seeds), rng, name)


@cache
def formats() -> tuple[str, ...]:
    from generator.exchange.formats import FORMATS

    return tuple(name for name, made in FORMATS.items() if made.reads)


def seeds(name: str) -> list[bytes]:
    """Documents to begin with: exports of the sample banks, and the cases that are in this format."""
    from generator.bank import read_bank
    from generator.diagnostics import Report
    from generator.exchange.formats import FORMATS, writer
    from tests.cases.corpus import cases

    suffixes = FORMATS[name].suffixes
    found = [case.document() for case in cases() if Path(case.file_name).suffix in suffixes]
    if FORMATS[name].writes:
        for path in sorted((ROOT / "banks").glob("*.yaml")):
            bank = read_bank(path, path.name, Report())
            assert bank is not None
            some = bank.questions[:: max(1, len(bank.questions) // _MOST_QUESTIONS)]
            data = writer(name)(bank._replace(questions=some), path.parent, Report())
            found.extend([data] if data.strip() else [])
    if name == "html":
        found.append(_PAGE.encode())
    assert found, name
    return found


_PAGE = """\
<html><head><title>题</title></head><body>
<h2>一、单选题（共2题，每题5分）</h2>
<ol><li>谁<b>对</b>？<br>A. 甲<br>B. 乙</li>
<li>哪个？<table><tr><td>A. 一<td>B. 二</table></li></ol>
<p>答案：1. A 2. B</p><pre>x = 1</pre>
<img src="a.png" alt="图"></body></html>"""


def survive(name: str, data: bytes, folder: Path) -> float:
    """Seconds it took to bring a mutant in and say all about it in both languages; what is raised is a bug."""
    from generator import messages
    from generator.diagnostics import InputFault, Report
    from generator.exchange.bring_in import Wish, bring_in
    from generator.exchange.formats import FORMATS

    file = folder / f"mutant{FORMATS[name].suffixes[0]}"
    file.write_bytes(data)
    begun = time.perf_counter()
    report = Report()
    told = report.diagnostics
    try:
        brought = bring_in(Wish([file], folder / "bank.yaml", name), report)
    except InputFault as fault:
        told = list(fault.diagnostics)
        assert told, "refused without a word"
    else:
        told = [*told, *brought.open]
        for origin, placed in brought.placed:
            assert 0 < origin.confidence <= 1
            assert origin.first.line <= origin.last.line
            told += [*origin.inferred, *origin.doubts]
            assert placed.action in ("added", "updated", "unchanged", "repeated", "alike", "taken")
        for left in brought.left_out:
            messages.phrase(left.why, "zh")
        broken = [fault for fault in brought.open if fault.code.startswith(_NEVER_OPEN)]
        assert not broken, broken[:3]
    for diagnostic in told:
        for language in ("zh", "en"):
            messages.message(diagnostic, language)
            messages.hint(diagnostic, language)
    return time.perf_counter() - begun


def _hold_memory() -> None:
    try:
        import resource
    except ImportError:  # there is no such limit on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    _hold_memory()
    slow = 0
    for name in arguments[2:] or formats():
        kept = Path(f"mutant-failed.{name}")
        slowest = 0.0
        with tempfile.TemporaryDirectory() as folder:
            for number, mutant in enumerate(mutants(seeds(name), name, count, seed)):
                kept.write_bytes(mutant)
                faulthandler.dump_traceback_later(6 * SLOWEST, exit=True)
                try:
                    took = survive(name, mutant, Path(folder))
                except BaseException:
                    print(f"mutant {number} of seed {seed} is kept in {kept}", file=sys.stderr)
                    raise
                if took > SLOWEST:
                    print(f"{name}: mutant {number} of seed {seed} took {took:.1f} s", file=sys.stderr)
                    kept.rename(f"mutant-slow-{number}.{name}")
                    slow += 1
                slowest = max(slowest, took)
        faulthandler.cancel_dump_traceback_later()
        kept.unlink(missing_ok=True)
        print(f"{name}: {count} mutants, the slowest {slowest:.2f} s")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
