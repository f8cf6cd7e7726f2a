"""Which characters count as Chinese, and what a line break beside them is worth."""

from __future__ import annotations

import re

# Scripts written without spaces between words, and the punctuation only they use. Hangul is not among them.
_HAN = (
    "\u2e80-\u2fff\u3001-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffe6"
    "\U00020000-\U0003ffff"
)
_SHARED = "“”‘’…—·"  # punctuation that Chinese shares with other languages

_is_han = re.compile(f"[{_HAN}]").match
is_chinese = re.compile(f"[{_HAN}{_SHARED}]").match
has_chinese = re.compile(f"[{_HAN}]").search

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_WHITE_LINES = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(source: str) -> str:
    """The source with newlines for all line ends, spaces alone in blank lines, and only printable characters.

    What cannot be printed becomes U+FFFD. Offsets stay as they are, except after a CR LF.
    """
    source = _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", source))
    return _WHITE_LINES.sub(lambda white: " " * len(white[0]), source)


def soft_break(left: str, right: str) -> str:
    """What a line break between two texts prints: nothing beside Chinese, else a space.

    One Chinese side is enough, because the gap between Han and Latin letters is made by setting. Shared
    punctuation takes the side of the character behind it.
    """
    before, after = left.rstrip(_SHARED)[-1:], right.lstrip(_SHARED)[:1]
    return "" if _is_han(before) or _is_han(after) else " "
