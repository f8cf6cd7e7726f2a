"""Regular expressions of what the program reads in a text, in the part of the language Python and JavaScript share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.look import NAMED_SIZES
from generator.numbering import SIGNS
from generator.source.fields import _MOST_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FILLED = r"\S"
LINE = r"^\s*[^\n]*\s*$"
FILLED_LINE = r"^\s*\S[^\n]*\s*$"
IDENTIFIER = r"^\s*[a-z0-9][a-z0-9._-]*\s*$"
LANGUAGE = r"^\s*(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?\s*$"
NUMBER = r"^\s*[0-9]{1,12}(?:\.[0-9]{1,12})?\s*$"
HALVES = r"^\s*[0-9]{1,12}(?:\.(?:0{1,12}|50{0,11}))?\s*$"
POSITIVE_HALVES = r"^(?=[^.]*[1-9]|.*\.5)" + HALVES[1:]
BLANK = "____"
LENGTH = (
    r"^\s*(?:0*(?:2000(?:\.0+)?|1?[0-9]{1,3}(?:\.[0-9]+)?)|-0+(?:\.0+)?)"
    r"[^\S\n]*(?:em|mm|pt)?\s*$"
)
SIZE = rf"{LENGTH}|^\s*(?:{'|'.join(NAMED_SIZES)})\s*$"
# A mark that counts, or nothing. `none` and `false` are nothing.
_LETTERS_THAT_COUNT = "".join(sign for sign in SIGNS if sign.isascii() and sign.isalpha())
_SIGNS_THAT_COUNT = "".join(sign for sign in SIGNS if sign not in _LETTERS_THAT_COUNT)
COUNTING = rf"^$|^(?:none|false)$|[{_SIGNS_THAT_COUNT}]|(?:^|[^A-Za-z])[{_LETTERS_THAT_COUNT}](?![A-Za-z])"
STYLE_FILE = r"[^\/\s]\.ya?ml\s*$"

_SPACE = r"[^\S\n]*"
_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
_BETWEEN = r"(?:[^\S\n]|[,，、;；])*"
LETTER = rf"^\s*{_BETWEEN}{_LETTER}{_BETWEEN}\s*$"
LETTERS = rf"^\s*{_BETWEEN}{_LETTER}(?:{_BETWEEN}{_LETTER})*{_BETWEEN}\s*$"

_MARK = r"[0-9]{1,6}(?:\.(?:0{1,6}|50{0,5}))?"
RANGE = rf"^\s*{_MARK}(?:{_SPACE}(?:-|–|—|~|～|至|到){_SPACE}{_MARK})?{_SPACE}分?\s*$"
_MARKS_OF_DRAW = r"0*(?:[1-9][0-9]{0,2}(?:\.(?:0+|50*))?|0\.50*|1000(?:\.0+)?)"


def escaped(text: str) -> str:
    """`text` as a pattern of itself; `re.escape` escapes more than JavaScript lets it."""
    return "".join("\\" + c if c in r"^$\.*+?()[]{}|/" else c for c in text)


def any_of(words: Iterable[str]) -> str:
    """One of the words, in any case, with spaces around it."""
    said = ["".join(_either_case(c) for c in word) for word in sorted(words)]
    return rf"^\s*(?:{'|'.join(said)})\s*$"


def _either_case(character: str) -> str:
    lower, upper = character.lower(), character.upper()
    return f"[{upper}{lower}]" if character.isascii() and lower != upper else escaped(character)


def numerals(low: int, high: int) -> str:
    """The whole numbers from `low` to `high`, neither negative, without leading zeros."""
    parts = []
    for length in range(len(str(low)), len(str(high)) + 1):
        least = low if length == len(str(low)) else 10 ** (length - 1)
        most = min(high, 10**length - 1)
        parts.append(_numerals(str(least), str(most)))
    return f"(?:{'|'.join(parts)})"


def _numerals(low: str, high: str) -> str:
    """Digits from `low` to `high`, of one length."""
    rest = len(low) - 1
    if rest < 0:
        return ""
    if int(low) == 0 and set(high) == {"9"}:
        return _digits(rest + 1)
    if low[0] == high[0]:
        return low[0] + _numerals(low[1:], high[1:])
    parts = [low[0] + _numerals(low[1:], "9" * rest)]
    if int(high[0]) - int(low[0]) > 1:
        parts.append(f"[{int(low[0]) + 1}-{int(high[0]) - 1}]" + _digits(rest))
    parts.append(high[0] + _numerals("0" * rest, high[1:]))
    return f"(?:{'|'.join(parts)})"


def _digits(count: int) -> str:
    return "[0-9]" * count if count < 2 else f"[0-9]{{{count}}}"


def integer(low: int, high: int) -> str:
    """A whole number as a text, as `Fields.integer` reads it."""
    zero = "|-0+" if low == 0 else ""
    return rf"^\s*(?!\S{{{_MOST_DIGITS + 1}}})(?:\+?0*{numerals(low, high)}{zero})\s*$"


def up_to(most: int) -> str:
    """A number from 0 to `most`, as `Fields.number` reads it."""
    parts = rf"(?:{numerals(0, most - 1)}(?:\.[0-9]{{1,12}})?|{most}(?:\.0{{1,12}})?)"
    return rf"^\s*(?![0-9]{{13}})0*{parts}\s*$"


def draw(most_questions: int) -> str:
    """`5x8`, `10x2.5` or `10`."""
    count = rf"(?![0-9]{{7}})0*{numerals(1, most_questions)}"
    return rf"^\s*{count}(?:{_SPACE}[x×X*＊]{_SPACE}(?![0-9]{{7}}){_MARKS_OF_DRAW})?\s*$"


def draw_marks() -> str:
    """Marks of a draw that is a mapping."""
    return rf"^\s*(?![0-9]{{13}}|[0-9]*\.[0-9]{{13}}){_MARKS_OF_DRAW}\s*$"


def file_name(fields: Sequence[str], needed: str) -> str:
    """A name with known fields in braces, `needed` among them; or nothing at all."""
    known = "|".join(fields)
    return rf"^$|^(?=[\s\S]*\{{{needed}\}})(?:[^{{]|\{{(?:{known})\}}|\{{(?=[^}}]*$))*$"


def template(fields: Sequence[str], others: str = "") -> str:
    """A style's pattern whose fields are all known; `others` are more of them, as a regular expression."""
    known = "|".join([*map(escaped, fields), *([others] if others else [])])
    return rf"^(?:[^{{}}]|\{{(?:{known})(?::[^{{}}\/]*\/[^{{}}\/]*)?\}})*$"
