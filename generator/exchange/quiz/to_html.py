"""Markdown of a bank as HTML, for platforms that show nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.exchange.quiz.pictures import address
from generator.markdown.characters import soft_break

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

_CLOSED = {
    "paragraph_close",
    "list_item_close",
    "bullet_list_close",
    "ordered_list_close",
    "table_close",
    "tr_close",
}


def to_html(source: str, blank: Callable[[str], str] = str) -> str:
    """`blank` gives what stands for a blank, a run of underscores. Pictures get the addresses Moodle has for files."""
    from generator.markdown.parser import parse

    written: list[str] = []
    for token in parse(source):
        if token.type == "inline":
            written.extend(_inline(token.children or [], blank))
        elif token.type == "fence":
            written.append(f"<pre><code>{escape(token.content, quote=False)}</code></pre>\n")
        elif token.tag and not token.hidden:
            written.append(_tag(token))
    return "".join(written).strip()


def _tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>" + ("\n" if token.type in _CLOSED else "")
    given = "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())
    return f"<{token.tag}{given}>"


def _inline(tokens: Sequence[Token], blank: Callable[[str], str]) -> Iterator[str]:
    for index, token in enumerate(tokens):
        if token.type == "softbreak":
            yield soft_break(_words(tokens[:index][-1:]), _words(tokens[index + 1 : index + 2]))
        elif token.type == "hardbreak":
            yield "<br>"
        elif token.type == "code_inline":
            yield f"<code>{escape(token.content, quote=False)}</code>"
        elif token.type == "image":
            caption = "".join(child.content for child in token.children or ())
            yield f'<img src="{escape(address(str(token.attrs["src"])))}" alt="{escape(caption)}">'
        elif token.type == "blank":
            yield blank(token.content)
        elif token.type in ("strong_open", "em_open", "strong_close", "em_close"):
            yield f"<{'/' * (token.nesting < 0)}{token.tag}>"
        elif token.type == "link_open":
            yield f'<a href="{escape(str(token.attrs["href"]))}">'
        elif token.type == "link_close":
            yield "</a>"
        else:
            yield escape(token.content, quote=False)


def _words(tokens: Sequence[Token]) -> str:
    return tokens[0].content if tokens else ""
