"""A bank as Moodle XML: what candidates may see in the question, the key in feedback, grader information and fractions."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.diagnostics import Report
from generator.exchange.moodle.embedded import cloze_of
from generator.exchange.not_held import tell_not_held, tell_title, without_gaps
from generator.exchange.quiz.categories import path_of as category_path
from generator.exchange.quiz.passages import html_of
from generator.exchange.quiz.pictures import address, path_of
from generator.exchange.quiz.sheet import sheet_of
from generator.exchange.quiz.tags import HELD, MORE, tags_of
from generator.kinds import kind
from generator.markdown import blocks, plain
from generator.markdown.images import load
from generator.model.content import Image
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.content import Text
    from generator.model.question import Bank, Question

_GRADING = frozenset(("answer", "highlights", "levels", "follow_ups", "note"))
_FILE = re.compile(r'src="(@@PLUGINFILE@@/[^"]+)"')
_NAME = 60  # characters of a question's name


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """The quiz, in UTF-8."""
    bank = without_gaps(bank, "Moodle XML", report)
    tell_not_held(bank, held, "Moodle XML", report)
    tell_title(bank, "Moodle XML", report)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    category = ""
    for asked in bank.questions:
        if asked.category != category:
            category = asked.category
            lines += _category(category)
        lines += _Question(asked, folder).lines()
    return "\n".join((*lines, "</quiz>", "")).encode()


def held(asked: Question) -> frozenset[str]:
    """The fields of a question that Moodle can hold."""
    return HELD | {"note"} if kind(asked.prompt.type).prose else HELD


def _category(name: str) -> Iterator[str]:
    yield from (
        '<question type="category">',
        f"<category><text>{escape(category_path(name))}</text></category>",
        "</question>",
    )


class _Question:
    def __init__(self, asked: Question, folder: Path) -> None:
        self.asked = asked
        self.folder = folder

    def lines(self) -> Iterator[str]:
        asked = self.asked
        name = asked.prompt.type
        body = getattr(self, f"_{name}", self._prose)
        platform, stem, answer = body()
        yield f'<question type="{platform}">'
        yield f"<name><text>{escape(_short(asked.prompt.stem))}</text></name>"
        yield self._text("questiontext", stem)
        yield self._text("generalfeedback", self._feedback())
        yield f"<defaultgrade>{written(asked.marks) if asked.marks is not None else 1}</defaultgrade>"
        yield f"<hidden>0</hidden>\n<idnumber>{escape(asked.id)}</idnumber>"
        yield from answer
        yield from self._tags()
        yield "</question>"

    def _feedback(self) -> str:
        """The analysis, and with it what only the grader information of other types has room for."""
        if not kind(self.asked.prompt.type).prose:
            more = sheet_of(self.asked, MORE)
            if more:
                return sheet_of(self.asked, MORE | {"analysis"})
        return _html(self.asked.solution.analysis)

    def _tags(self) -> Iterator[str]:
        elsewhere = {"shuffle"} if self.asked.marks == 1 else {"shuffle", "marks"}
        implied = "essay" if kind(self.asked.prompt.type).prose else self.asked.prompt.type
        tags = tags_of(self.asked, implied, elsewhere)
        if tags:
            yield "<tags>"
            yield from (f"<tag><text>{escape(tag)}</text></tag>" for tag in tags)
            yield "</tags>"

    # Of each type: what Moodle calls it, the HTML of its stem, and its elements for the answer.

    def _single_choice(self) -> tuple[str, str, list[str]]:
        return "multichoice", self._stem(), self._choice(100.0, 0.0, "true")

    def _multiple_choice(self) -> tuple[str, str, list[str]]:
        share = 100 / max(len(self.asked.solution.response.choices), 1)
        return "multichoice", self._stem(), self._choice(share, -share, "false")

    def _choice(self, right: float, wrong: float, single: str) -> list[str]:
        shuffled = str(self.asked.prompt.shuffle).lower()
        chosen = self.asked.solution.response.choices
        return [
            f"<single>{single}</single>\n<shuffleanswers>{shuffled}</shuffleanswers>\n<answernumbering>ABCD</answernumbering>",
            *(
                self._answer(right if index in chosen else wrong, _html(option.text))
                for index, option in enumerate(self.asked.prompt.options)
            ),
        ]

    def _answer(self, fraction: float, html: str) -> str:
        return f'<answer fraction="{fraction:.7g}" format="html"><text>{_cdata(html)}</text></answer>'

    def _true_false(self) -> tuple[str, str, list[str]]:
        truth = self.asked.solution.response.truth
        answers = [
            f'<answer fraction="{100 if truth is said else 0}" format="moodle_auto_format"><text>{word}</text></answer>'
            for said, word in ((True, "true"), (False, "false"))
        ]
        return "truefalse", self._stem(), answers

    def _fill_blank(self) -> tuple[str, str, list[str]]:
        blanks = [[text.markdown for text in accepted] for accepted in self.asked.solution.response.blanks]
        return "cloze", cloze_of(self.asked.prompt.stem.markdown, blanks), []

    def _prose(self) -> tuple[str, str, list[str]]:
        lines = self.asked.prompt.lines or 15
        return (
            "essay",
            self._stem(),
            [
                f"<responseformat>editor</responseformat>\n<responserequired>1</responserequired>\n"
                f"<responsefieldlines>{lines}</responsefieldlines>\n<attachments>0</attachments>",
                self._text("graderinfo", sheet_of(self.asked, _GRADING)),
            ],
        )

    def _stem(self) -> str:
        return _html(self.asked.prompt.stem)

    def _text(self, tag: str, html: str) -> str:
        files = "".join(self._file(path) for path in dict.fromkeys(map(path_of, _FILE.findall(html))))
        return f'<{tag} format="html"><text>{_cdata(html)}</text>{files}</{tag}>'

    def _file(self, path: str) -> str:
        image = load(address(path).partition("/")[2], "", self.folder)
        if not isinstance(image, Image):  # which was reported when the bank was read
            return ""
        folder, _, name = path.rpartition("/")
        where = f"/{folder}/" if folder else "/"
        content = base64.b64encode(Path(image.path).read_bytes()).decode("ascii")
        return (
            f'\n<file name="{_attribute(name)}" path="{_attribute(where)}" encoding="base64">{content}</file>'
        )


def _html(text: Text | None) -> str:
    return "" if text is None else html_of(text.markdown)


def _cdata(html: str) -> str:
    if not re.search("[<&]", html):
        return escape(html)
    return "<![CDATA[" + html.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _short(stem: Text) -> str:
    words = plain(blocks(stem, Report(), None))
    return words if len(words) <= _NAME else words[: _NAME - 1] + "…"
