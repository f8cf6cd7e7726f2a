"""What questions with lettered options share: their options, the letters of the answer, shuffling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.kinds.base import Kind, Reading
from generator.model.content import Str
from generator.model.question import Option, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Report
    from generator.model.content import Inline, Text
    from generator.model.question import Prompt, Solution
    from generator.source import Fields, MappingNode, Node


class Choice(Kind):
    fields = ("options", "shuffle")
    space = "bracket"

    def read(self, fields: Fields, stem: Text, report: Report) -> Reading:
        options = read_options(fields, report)
        choices = read_letters(fields, options, report)
        return Reading(options, fields.boolean("shuffle", True), Response(choices=choices))

    def response(
        self, prompt: Prompt, order: tuple[int, ...], solution: Solution, words: Mapping[str, str]
    ) -> tuple[Inline, ...]:
        chosen = solution.response.choices
        return (Str("".join(letter(place) for place, index in enumerate(order) if index in chosen)),)


def letter(index: int) -> str:
    """The letter of the option printed at place `index`, from 0."""
    return chr(ord("A") + index)


MAX_OPTIONS = 26


def read_options(fields: Fields, report: Report) -> tuple[Option, ...]:
    """`options`, as a list or as a mapping of letters; none when it cannot be told which letter is which."""
    from generator.source import Fields as FieldsOf
    from generator.source import MappingNode, ScalarNode, text_of

    if not fields.require("options"):
        return ()
    node = fields.node("options")
    if isinstance(node, MappingNode):
        entries = _lettered(node, report)
        if not entries:
            return ()
    else:
        entries = list(fields.sequence("options"))
    options = []
    for entry in entries:
        if isinstance(entry, ScalarNode):
            options.append(Option(text_of(entry)))
            if not entry.value.strip():
                report.error("empty-option", entry.location, "fill-option")
            continue
        option = FieldsOf(entry, report, ("text", "fixed"))
        if option.require("text"):
            text = option.text("text")
            if text is not None:
                options.append(Option(text, option.boolean("fixed", False)))
    if not 2 <= len(entries) <= MAX_OPTIONS:
        lone = len(options) == 1 and "，" in options[0].text.markdown
        hint = "plain-commas" if lone else "option-count"
        report.error("option-count", fields.location("options"), hint, count=len(entries), most=MAX_OPTIONS)
    _check_typed_letters(options, report)
    seen: dict[str, Text] = {}
    for option_ in options:
        text = option_.text
        if text and seen.setdefault(text.markdown.strip(), text) is not text:
            report.error("same-option", text.location, "same-option", text=text.markdown.strip())
    return tuple(options) if len(options) == len(entries) else ()


_TYPED = re.compile(r"\s*([A-Z])\s*[.．、)）:：]")


def _check_typed_letters(options: list[Option], report: Report) -> None:
    """Letters come from the style, and follow the shuffle; those typed before every option would not."""
    typed = [_TYPED.match(option.text.markdown) for option in options]
    letters = [match[1] for match in typed if match]
    if len(options) > 1 and letters == [letter(i) for i in range(len(options))]:
        report.error("typed-letters", options[0].text.location, "typed-letters")


def _lettered(node: MappingNode, report: Report) -> list[Node]:
    """The options of `{A: .., B: ..}` in the order of their letters; none when the letters do not run on."""
    expected = [letter(i) for i in range(min(len(node.entries), MAX_OPTIONS))]
    if sorted(node.entries) != expected:
        report.error("option-letters", node.location, "option-letters", expected=", ".join(expected))
        return []
    return [node.entries[name] for name in sorted(node.entries)]


def read_letters(fields: Fields, options: tuple[Option, ...], report: Report) -> tuple[int, ...]:
    """The letters of `answer` ("B", "ABD", "A、B", [A, B]) as indices into the options, ascending.

    Without options there is nothing to hold them against, and their own faults were reported.
    """
    if not fields.require("answer"):
        return ()
    letters: list[str] = []
    for word in fields.strings("answer"):
        said = [c for c in normalize("NFKC", word).upper() if not c.isspace() and c not in ",、;"]
        letters += said or [word]  # nothing but separators is no option either
    known = [letter(i) for i in range(len(options))]
    where = fields.location("answer")
    for wrong in dict.fromkeys(c for c in letters if c not in known):
        if known:
            report.error("wrong-letter", where, "wrong-letter", letter=wrong, first="A", last=known[-1])
    if len(set(letters)) != len(letters):
        report.error("repeated-letter", where, "repeated-letter")
    return tuple(sorted({known.index(c) for c in letters if c in known}))


_NAMED = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z](?:\s*[、，,和与及]\s*[A-Z])*\s*(?:选?项|两项|三项|都|均|错|对|正确|不对|不选|太|[，,]?应选)"
    r"|(?:选项?|应选|不选|答案[是为：:]?|排除)\s*[A-Z](?![A-Za-z])"
    r"|(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s?\s+[A-Z]\b)"
)


def names_letters(text: Text) -> bool:
    """Whether a text speaks of options by their letters, which after a shuffle are other ones."""
    return _NAMED.search(text.markdown) is not None
