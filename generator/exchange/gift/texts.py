"""Texts in GIFT: plain, HTML or Markdown, as a word in brackets says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.gift.escapes import NEWLINE, show
from generator.exchange.line import Line
from generator.exchange.prose import prose
from generator.exchange.quiz.controls import clean
from generator.exchange.quiz.passages import markdown_of, plain_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = ("moodle", "html", "markdown", "plain")
_FORMAT = re.compile(rf"\[({'|'.join(FORMATS)})\]")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|u|sub|sup|ul|ol|li|table|tbody|thead|tr|td|th|img|a|pre|code|h[1-6]|font|blockquote|hr)\b"
    r"[^<>]*>|&(?:[a-z]{2,8}|#\d{1,6});",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A text without the word for its format."""

    text: str
    format: str


def written(text: str, inherited: str) -> Written:
    bare = text.strip()
    found = _FORMAT.match(bare)
    return Written(bare[found.end() :], found[1]) if found else Written(bare, inherited)


def markdown(said: Written, embedded: Callable[[bytes], str], unread: Callable[[str, str], None]) -> str:
    """The Markdown of a text; the lines of one without markup run on, but where `\\n` was written."""
    text = show(said.text)
    if said.format == "markdown":
        return clean(text.replace(NEWLINE, "\n")).strip()
    if said.format == "plain":
        return plain_markdown(text.replace(NEWLINE, "\n"))
    if said.format == "html":
        return markdown_of(text.replace(NEWLINE, "\n"), embedded, unread)
    if _MARKUP.search(text):
        return markdown_of(text.replace(NEWLINE, "<br>"), embedded, unread)
    return "\n\n".join(filter(None, map(_paragraph, re.split(rf"\n\s*\n|{NEWLINE}{{2,}}", text))))


def _paragraph(text: str) -> str:
    lines = (
        "\n".join(_line(line) for line in part.split("\n") if line.strip()) for part in text.split(NEWLINE)
    )
    return "\\\n".join(filter(None, lines))


def _line(line: str) -> str:
    return prose(Line(line.strip(), 1))
