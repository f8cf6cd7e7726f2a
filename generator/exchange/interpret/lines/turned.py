"""Turned: lines whose number stands behind something that belongs elsewhere, and headings in boxes, made plain."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.words.titles import FRONT
from generator.exchange.line import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exchange.line import Line

_BRACKET = re.compile(
    r"[(\[]([ _]{0,24}|[ _]*(?:[a-h]{1,6}|[√×✓✗对错]|正确|错误|[a-h](?: ?(?:或|、|,|/|or) ?[a-h]){1,3})[ _]*)[)\]]"
    r" {0,4}(?=[0-9]{1,3} ?[.、](?![0-9]))"
)
_RULE = re.compile(r"_{2,24} {0,2}(?:([a-ht]|[√×✓✗]) {0,2}_{1,24})? {0,4}(?=\(?[0-9]{1,3} ?[.、)](?![0-9]))")
_OPTIONS = re.compile(r"\(a\)(?=.{0,400}?\(b\))|(?<=[ ?。)])a ?[.、](?=.{0,400}?[ ;。]b ?[.、])")
_STAR = re.compile(
    r"[★☆✦✪▲△※◆■►▶*] {0,2}(?=第[0-9一二三四五六七八九十]|[0-9]{1,3} ?[.、)](?![0-9])|\([0-9]{1,2}\))"
)
_BOXED = re.compile(r"\[([^\[\]|]{1,60})\|([^\[\]]{1,80})\]")
_FIGURES = re.compile(r"[0-9一二三四五六七八九十]+ ?(?:道|小)?[题分]|[0-9] ?(?:questions?|marks?|points?)")


def turned(lines: Iterable[Line]) -> Iterator[Line]:
    """（　　）1．… with its bracket at the end; ★1. without the star; ＿＿ as ____; 【…｜2题｜每题5分】 as …（2题，每题5分）."""
    lines = list(lines)
    begun = [flat(line.text[:6]).lstrip() for line in lines]
    told = [at for at, words in enumerate(begun) if words]
    optional = {
        at for n, at in enumerate(told) for below in told[n + 1 : n + 5] if begun[below].startswith("b:")
    }  # A: is an option where B: is near, and one of several letters in S: T: A: R:
    optional |= {at for before, at in pairwise(told) if _LETTER.match(begun[before])}
    for at_line, (line, words) in enumerate(zip(lines, begun, strict=True)):
        if words.startswith("a:") and at_line not in optional and not _B.search(flat(line.text[:2000])):
            at = flat(line.text).index("a")
            line = changed(line, [(at, at + 1, "答")])
        if line.role == "text" and "＿" in line.text and not flat(line.text).lstrip().startswith(_FORM):
            rules = [(f.start(), f.end(), "_" * max(4, 2 * len(f[0]))) for f in _WIDE.finditer(line.text)]
            line = changed(line, rules)
        if line.role != "text" or not line.text or line.text.lstrip()[:1] not in _FIRST:
            yield line
            continue
        yield _turned(line)


_LETTER = re.compile(r"[b-pr-z]:")
_B = re.compile(r"[ ;。]b[.:、]")
_FORM = tuple(FRONT)
_WIDE = re.compile("＿[＿_]*")
_POINTER = re.compile("[☞➡▶►👉💡📌📝🔹🔸]\ufe0f? ?")  # before a label
_FIRST = frozenset("（([【★☆✦✪▲△※◆■►▶☞➡👉💡📌📝🔹🔸*＊_")


def _turned(line: Line) -> Line:
    words = flat(line.text)
    start = len(words) - len(words.lstrip())
    bracket = _BRACKET.match(words, start)
    if bracket:
        options = _OPTIONS.search(words, bracket.end())
        end = len(words[: options.start()].rstrip()) if options else len(words.rstrip())
        said = line.text[bracket.start() : bracket.end()].strip()
        return changed(line, [(bracket.start(), bracket.end(), ""), (end, end, said)])
    rule = _RULE.match(words, start)
    if rule:
        end = len(words.rstrip())
        filled = [(end, end, f"（{rule[1].upper()}）")] if rule[1] else []
        return changed(line, [(rule.start(), rule.end(), ""), *filled])
    pointer = _POINTER.match(words, start)
    if pointer and label_at(words, pointer.end()) is not None:
        return changed(line, [(pointer.start(), pointer.end(), "")])
    star = _STAR.match(words, start)
    if star:
        return changed(line, [(star.start(), star.end(), "")])
    boxed = _BOXED.fullmatch(words.strip())
    if boxed and _FIGURES.search(boxed[2]):
        bars = [start + at for at, char in enumerate(words.strip()) if char == "|"]
        changes = [
            (start, start + 1, ""),
            (bars[0], bars[0] + 1, "（"),
            *((at, at + 1, "，") for at in bars[1:]),
        ]
        end = len(words.rstrip())
        return changed(line, [*changes, (end - 1, end, "）")])
    return line
