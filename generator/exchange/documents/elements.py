"""The elements of a page: which begin a paragraph, which are not shown, and how they make words look."""

from __future__ import annotations

import re

from generator.exchange.documents.cleaning import one_line
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
HEADINGS = {f"h{level}": level for level in range(1, 7)}
IMPLIED_ENDS = {
    "td": ("td", "th"), "th": ("td", "th"), "tr": ("td", "th", "tr"), "li": ("li",), "p": ("p",),
}  # fmt: skip
"""What a cell, row, item or paragraph ends by beginning."""
FURNITURE = frozenset(("nav", "aside", "footer"))
RAISED, LOWERED = 1 << 9, 1 << 10
_STYLES = {
    "sup": RAISED, "sub": LOWERED,
    "code": CODE, "kbd": CODE, "samp": CODE, "tt": CODE,
    "b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS, "u": UNDERLINE, "ins": UNDERLINE, "s": STRIKE,
    "del": STRIKE, "strike": STRIKE,
}  # fmt: skip
_LOOKS = (
    ("font-weight:bold", STRONG),
    ("font-weight:700", STRONG),
    ("text-decoration:underline", UNDERLINE),
    ("text-decoration:line-through", STRIKE),
)
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip


_LETTERS = re.compile(r"(?:^|;)color:([^;!]{1,40})")
_BEHIND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]{1,40})")
_FILE = re.compile(r"[\w.-]*\.\w{2,5}|IMG_?\d*|image\d*")  # what says nothing of a picture
_ELSEWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)


def flags_of(tag: str, look: str) -> int:
    """How an element makes its words look, by what it is and by its style."""
    flags = _STYLES.get(tag, 0)
    for words, flag in _LOOKS:
        if words in look:
            flags |= flag
    return flags


def picture_of(given: dict[str, str]) -> tuple[str, str, str]:
    """The caption of a picture, its source, and why it is not read; each may be empty."""
    caption = one_line(given.get("alt", "")).strip()
    caption = "" if _FILE.fullmatch(caption) else caption
    source = given.get("src", "")
    if source.startswith("data:") or not source:
        return caption, caption, "left-picture"
    return caption, source, "left-linked-picture" if _ELSEWHERE.match(source) else ""


def is_hidden(look: str, given: dict[str, str]) -> bool:
    return "display:none" in look or "visibility:hidden" in look or "hidden" in given


def colours_of(tag: str, look: str, given: dict[str, str], outer: Colours) -> Colours:
    """The colours of what an element holds, by its style and its attributes."""
    letters, behind = _LETTERS.search(look), _BEHIND.search(look)
    own = letters[1] if letters else given.get("color", "") if tag == "font" else ""
    under = behind[1] if behind else "yellow" if tag == "mark" else ""
    return Colours(colour(own) if own else outer.letters, colour(under) if under else outer.behind)
