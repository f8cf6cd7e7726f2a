"""The elements of a page: which begin a paragraph, which are not shown, and how they make words look."""

from __future__ import annotations

import re

from generator.exchange.documents.colours import Colours, colour
from generator.exchange.documents.writer import CODE, EMPHASIS, STRIKE, STRONG, UNDERLINE

SKIPPED = frozenset((
    "script", "style", "head", "noscript", "template", "svg", "select", "textarea", "object", "iframe",
    "title", "annotation",
))  # fmt: skip
NO_WORDS = frozenset(("script", "style", "head", "title", "object", "iframe"))
"""Of what is skipped, what nobody wrote to be read."""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2",
    "h3", "h4", "h5", "h6",
))  # fmt: skip
FURNITURE = frozenset(("nav", "aside", "footer"))
STYLES = {
    "code": CODE, "kbd": CODE, "samp": CODE, "tt": CODE,
    "b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS, "u": UNDERLINE, "ins": UNDERLINE, "s": STRIKE,
    "del": STRIKE, "strike": STRIKE,
}  # fmt: skip
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip


_LETTERS = re.compile(r"(?:^|;)color:([^;!]{1,40})")
_BEHIND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]{1,40})")


def is_hidden(look: str, given: dict[str, str]) -> bool:
    return "display:none" in look or "visibility:hidden" in look or "hidden" in given


def colours_of(tag: str, look: str, given: dict[str, str], outer: Colours) -> Colours:
    """The colours of what an element holds, by its style and its attributes."""
    letters, behind = _LETTERS.search(look), _BEHIND.search(look)
    own = letters[1] if letters else given.get("color", "") if tag == "font" else ""
    under = behind[1] if behind else "yellow" if tag == "mark" else ""
    return Colours(colour(own) if own else outer.letters, colour(under) if under else outer.behind)
