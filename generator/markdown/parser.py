"""The Markdown subset as a markdown-it parser: which rules hold, and the few that are ours.

Imports markdown_it; imported only for a text that holds markup.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import image as _library_image
from markdown_it.rules_inline.state_inline import Delimiter

from generator.markdown.characters import is_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BLOCK_RULES = ("table", "fence", "list")
_INLINE_RULES = ("newline", "escape", "backticks", "emphasis", "link", "image")
_UNDERSCORES = re.compile("_+")
# A closing dollar follows no white space and precedes no word, so that $HOME and $PATH are not mathematics.
_MATH = re.compile(r"\$\$[^$`]+\$\$|\$(?![\s\d$])(?:[^$\\`]|\\.)+(?<!\s)\$(?![0-9A-Za-z_{])", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)")


class _Parser(MarkdownIt):
    """Destinations are paths of files as often as addresses: they stay as written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("zero", {"maxNesting": 20})
    parser.enable([*_BLOCK_RULES, *_INLINE_RULES])
    parser.inline.ruler.before("text", "blank", _blank)
    parser.inline.ruler.before("emphasis", "math", _math)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("image", _image)
    return parser


def parse(source: str) -> Sequence[Token]:
    """Block tokens of markdown-it, and of our own "blank", "math" and "broken_image" inside their inlines.

    `meta["at"]` of a picture or of mathematics is its offset in the source of its inline token.
    """
    return _parser().parse(source)


def _push(state: StateInline, kind: str, content: str) -> None:
    token = state.push(kind, "", 0)
    token.meta["at"] = state.pos
    token.content = content


def _blank(state: StateInline, silent: bool) -> bool:
    """Four or more underscores are a blank; fewer are text, so that snake_case stays what it is."""
    run = _UNDERSCORES.match(state.src, state.pos, state.posMax)
    if not run:
        return False
    if not silent:
        if len(run[0]) >= 4:
            _push(state, "blank", run[0])
        else:
            state.pending += run[0]
    state.pos = run.end()
    return True


def _math(state: StateInline, silent: bool) -> bool:
    found = _MATH.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        _push(state, "math", found[0])
    state.pos = found.end()
    return True


def _image(state: StateInline, silent: bool) -> bool:
    """The library's rule; what looks like a picture to an author and is none to the library is told apart."""
    start = state.pos
    if _library_image(state, silent):
        if not silent:
            state.tokens[-1].meta["at"] = start
        return True
    broken = _IMAGE.match(state.src, start, state.posMax)
    if not broken:
        return False
    if not silent:
        _push(state, "broken_image", broken[0])
    state.pos = broken.end()
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's delimiter runs of `*`, made to work where no spaces stand between words.

    Chinese punctuation counts as a letter, and a Chinese neighbour lets other punctuation stand inside, as in
    达到**100%**的. Stars between digits are signs of multiplication.
    """
    start = end = state.pos
    if silent or state.src[start] != "*":
        return False
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    times = before in "0123456789" and after in "0123456789"
    opens = not times and _flanks(after, before)
    closes = not times and _flanks(before, after)
    for _ in range(start, end):
        token = state.push("text", "", 0)
        token.content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), end - start, len(state.tokens) - 1, end=-1, open=opens, close=closes)
        )
    state.pos = end
    return True


def _flanks(inner: str, outer: str) -> bool:
    """Whether a delimiter run between `inner` (to be emphasised) and `outer` can hold to `inner`."""
    if isWhiteSpace(ord(inner)):
        return False
    return not _is_punctuation(inner) or (
        isWhiteSpace(ord(outer)) or _is_punctuation(outer) or is_chinese(outer)
    )


def _is_punctuation(char: str) -> bool:
    return not is_chinese(char) and (isMdAsciiPunct(ord(char)) or isPunctChar(char))
