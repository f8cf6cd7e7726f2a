"""Texts of a bank as HTML, and HTML as texts of a bank."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.exchange.line import Line
from generator.exchange.prose import prose
from generator.exchange.quiz.controls import clean, is_clean
from generator.exchange.quiz.from_html import to_markdown
from generator.exchange.quiz.pictures import named
from generator.exchange.quiz.seal import seal, unseal, without_seal
from generator.exchange.quiz.to_html import to_html
from generator.markdown import has_markup

if TYPE_CHECKING:
    from collections.abc import Callable


def html_of(source: str) -> str:
    """The HTML of a text, from which `markdown_of` gives just that text again."""
    if not has_markup(source) and source == " ".join(source.split()) and prose(Line(source, 1)) == source:
        return f"<p>{escape(source, quote=False)}</p>" if source else ""
    shown = to_html(source)
    return shown if _read(shown) == source and not any(named(source)) else seal(shown, source)


def markdown_of(html: str, embedded: Callable[[bytes], str], unread: Callable[[str, str], None]) -> str:
    """The text that HTML shows. `embedded` and `unread` are as in `to_markdown`."""
    source = unseal(html, to_html)
    if source is not None and is_clean(source):
        return source
    return clean(to_markdown(without_seal(html), embedded, unread))


def plain_markdown(text: str) -> str:
    """Plain text, its lines kept."""
    paragraphs = []
    for block in text.strip().split("\n\n"):
        lines = [prose(Line(clean(line).strip(), 1)) for line in block.split("\n")]
        paragraphs.append("\\\n".join(filter(None, lines)))
    return "\n\n".join(filter(None, paragraphs))


def _read(shown: str) -> str:
    return to_markdown(shown, lambda _: "", lambda _words, _why: None)
