"""What is looked at of a question: each of its texts with its role, and with what is no prose blanked out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic
from generator.source import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Text
    from generator.model.question import Point, Question

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for a class of a regular expression."""

HIDDEN = "\ufffc"  # stands for each character that is no prose: no letter, no mark, no space

_code = re.compile(
    r"""^[ >]*(?P<fence>```|~~~).*?(?:^[ >]*(?P=fence)|\Z)   # a fenced block
    |(?<!`)(?P<ticks>`{1,8}+)(?!`).{1,4000}?(?<!`)(?P=ticks)(?!`)  # code in a line
    |\$\$[^$]+\$\$|\$(?![\s\d$])[^$\n]+?(?<!\s)\$(?![0-9A-Za-z_{])  # mathematics
    |!\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)|(?<=\])\([^)\s]{0,300}\)             # a picture; where a link leads
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_address = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[^\s，。；：、！？（）“”‘’《》【】]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
_may_hide = re.compile(r"[`~$!\]]|://|www\.|@").search

# Who asks about marks, markup or spelling writes them wrongly on purpose.
_about_writing = re.compile(
    r"标点|全角|半角|病句|错别字|错字|逗号|句号|引号|括号|空格|转义|实体|乱码|字符编码|HTML|XML|Markdown|punctuation|misspel|grammar",
    re.IGNORECASE,
).search


class Passage(NamedTuple):
    """One text. `words` has code, mathematics and pictures blanked out, `bare` addresses too; offsets stay."""

    role: str
    text: Text
    words: str
    bare: str


class Subject:
    """A question as it is reviewed. `words` are those of all its passages, to see at once what is in none of them.

    `about_writing`: it asks about punctuation, spelling or markup, so that its own is not to be judged.
    """

    __slots__ = ("about_writing", "passages", "question", "words")

    def __init__(self, question: Question) -> None:
        self.question = question
        self.passages = tuple(_passage(role, text) for role, text in texts(question) if text)
        self.words = "\n\n".join([passage.words for passage in self.passages])
        self.about_writing = bool(_about_writing(question.prompt.stem.markdown))


def texts(question: Question) -> Iterator[tuple[str, Text]]:
    """Every text of a question that is printed at length, with its role."""
    yield "stem", question.prompt.stem
    for option in question.prompt.options:
        yield "option", option.text
    solution = question.solution
    for accepted in solution.response.blanks:
        for text in accepted:
            yield "blank", text
    if solution.text:
        yield "answer", solution.text
    yield from _points(solution.points)
    if solution.analysis:
        yield "analysis", solution.analysis
    for text in solution.highlights:
        yield "highlight", text
    for level in solution.levels:
        yield "level", level.text
    for text in solution.follow_ups:
        yield "follow_up", text


def _points(points: tuple[Point, ...]) -> Iterator[tuple[str, Text]]:
    for point in points:
        yield "point", point.text
        yield from _points(point.points)


def _passage(role: str, text: Text) -> Passage:
    words, bare = blanked(text.markdown)
    return Passage(role, text, words, bare)


def blanked(markdown: str) -> tuple[str, str]:
    """A text without its code, mathematics and pictures, and without addresses as well; of the same length."""
    if not _may_hide(markdown):
        return markdown, markdown
    words = _code.sub(_hide, markdown)
    return words, _address.sub(_hide, words)


def _hide(found: re.Match[str]) -> str:
    return "".join("\n" if c == "\n" else HIDDEN for c in found[0])


def mentions(text: str, words: Iterable[str]) -> bool:
    """Whether any of `words` is in the text: by far the fastest look at texts in which mostly none is."""
    return any(word in text for word in words)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text and where each begins: they are parted by blank lines."""
    if "\n" not in text:
        yield 0, text
        return
    begin = 0
    for gap in re.finditer(r"\n[ \t]*\n\s*|\Z", text):
        if text[begin : gap.start()].strip():
            yield begin, text[begin : gap.start()]
        begin = gap.end()


def warning(code: str, passage: Passage, start: int, end: int) -> Diagnostic:
    """The warning `code` at a part of a passage, which its words quote as `found`."""
    found = " ".join(passage.text.markdown[start:end].split()) or "␣"
    shown = found if len(found) <= 24 else found[:23] + "…"
    return Diagnostic("warning", code, place(passage.text, start), {"found": shown}, code)
