"""GIFT to an Intake."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.bounds import MOST_ANSWERS
from generator.exchange.documents.text import text_of
from generator.exchange.gift.answers import read_answers
from generator.exchange.gift.blocks import RUN_ON, UNSURE, blocks
from generator.exchange.gift.escapes import NEWLINE, one_line, show
from generator.exchange.gift.texts import Written, markdown, written
from generator.exchange.intake import LeftOut
from generator.exchange.quiz.categories import names_of
from generator.exchange.quiz.controls import clean
from generator.exchange.quiz.draft import Draft, intake
from generator.exchange.quiz.pictures import Pictures, named
from generator.exchange.quiz.responses import BLANK
from generator.exchange.quiz.sheet import read_sheet
from generator.exchange.quiz.tags import read_tags

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.gift.blocks import Block
    from generator.exchange.intake import Intake

_CATEGORY = re.compile(r"\$CATEGORY\s*[:：](.*)", re.DOTALL)
_TOKEN = re.compile(r"\[(id|tag):((?:\\[\]\\]|[^\]\\]|\\(?![\]\\]))+)\]")
_ESCAPED = re.compile(r"\\([\]\\])")
_OPEN, _BRACE = re.compile("{"), re.compile("[{}]")
_MADE = re.compile(r"//\s*question: \d+\s+name: ")


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank in a GIFT file; None, and an error, when it holds no question."""
    text = clean(text_of(data, name, report))
    file = SourceFile(name, lambda: text.split("\n"), hashlib.sha256(data).hexdigest())
    reader = _Reader(file, report)
    for block in blocks(text):
        reader.block(block)
    return reader.finished()


class _Reader:
    def __init__(self, file: SourceFile, report: Report) -> None:
        self.file = file
        self.report = report
        self.left: list[LeftOut] = []
        self.pictures = Pictures()
        self.drafts: list[Draft] = []
        self.category = ""
        self.parents: list[str] = []
        self.at = Location(file)

    def finished(self) -> Intake | None:
        return intake(self.drafts, self.left, self.file, self.report, self.pictures.held)

    def _leave(self, words: str, why: str) -> None:
        self.left.append(LeftOut(self.at, words, why))

    def block(self, block: Block) -> None:
        self.at = Location(self.file, block.first)
        for number, comment in block.comments:
            if not _TOKEN.search(comment) and not _MADE.match(comment) and comment.strip("/ -="):
                self.left.append(LeftOut(Location(self.file, number), comment.strip("/ "), "left-comment"))
        category = _CATEGORY.match(block.text)
        if category:
            self._category(one_line(category[1]).strip())
        elif block.text and not block.whole:
            self._leave(one_line(block.text), "left-unclosed")
        elif block.text:
            self._question(block)

    def _category(self, path: str) -> None:
        parts = names_of(path)
        self.category, self.parents = (parts[-1], parts[:-1]) if parts else ("", [])
        if self.parents:
            values = {"path": path, "category": self.category, "tags": ", ".join(self.parents)}
            self.report.note("quiz-category", self.at, **values)

    def _question(self, block: Block) -> None:
        draft = Draft(self.file, block.first, block.last)
        draft.category = self.category
        draft.tags = list(self.parents)
        name, text = _named(block.text)
        begin = text.find("{")
        if begin < 0:
            said = self._text(written(text, "moodle"), draft)
            self._leave(f"{name} {said}".strip(), "left-description")
            return
        end = text.find("}", begin)
        if block.wide:
            draft.infer("quiz-wide")
        if block.parting == RUN_ON:
            draft.infer("gift-run-on")
        elif block.parting == UNSURE:
            draft.doubt("gift-parting-unsure")
        if sum(map(text[begin:end].count, "=~")) > MOST_ANSWERS:
            self._leave(one_line(block.text), "left-too-many-answers")
            return
        behind = text[end + 1 :]
        again = _OPEN.search(text, begin + 1, end) or _BRACE.search(text, end + 1)
        if again:
            draft.doubt("gift-braces-again", found=one_line(text[again.start() :])[:60])
        stem = _joined(text[:begin], behind) if behind.strip() else text[:begin]
        asked = written(stem, "moodle")
        draft.stem = self._text(asked, draft)
        self._comments(block, draft)
        inside, _, general = text[begin + 1 : end].rpartition("####") if "####" in text[begin:end] else (
            text[begin + 1 : end], "", ""
        )  # fmt: skip
        self._feedback(written(general, asked.format), draft)
        read_answers(inside.strip(), asked.format, draft, lambda said: self._text(said, draft))
        draft.name(name)
        self.drafts.append(draft)

    def _comments(self, block: Block, draft: Draft) -> None:
        """Moodle writes ids and tags into comments."""
        found = [
            (kind, _ESCAPED.sub(r"\1", value).strip())
            for _, comment in block.comments
            for kind, value in _TOKEN.findall(comment)
        ]
        for kind, value in found:
            if kind == "id":
                draft.identify(value)
        read_tags(draft, [value for kind, value in found if kind == "tag"])

    def _feedback(self, general: Written, draft: Draft) -> None:
        html = show(general.text).replace(NEWLINE, "\n")
        sheet = read_sheet(html, draft.first) if general.format == "html" else None
        if sheet is None:
            draft.analysis = self._text(general, draft)
            return
        draft.answer, draft.points, draft.numbering = sheet.text, sheet.points, sheet.numbering
        draft.blanks = [list(accepted) for accepted in sheet.blanks]
        draft.analysis, draft.levels = sheet.analysis, sheet.levels
        draft.highlights, draft.follow_ups = list(sheet.highlights), list(sheet.follow_ups)

    def _text(self, said: Written, draft: Draft) -> str:
        text = markdown(said, self.pictures.add, self._leave)
        for name in named(text):
            if name not in self.pictures.held:
                draft.doubt("quiz-picture-missing", name=name)
        return text


def _named(text: str) -> tuple[str, str]:
    """The name between double colons, and what follows it."""
    wide = text.startswith("：：")
    sign = "：：" if wide else "::"
    if not text.startswith(sign):
        return "", text
    name, found, rest = text[2:].partition(sign)
    return (one_line(name).strip(), rest.strip()) if found else ("", text)


def _joined(before: str, behind: str) -> str:
    """A stem around its blank; beside Han or a closing mark a blank needs no space."""
    left, right = before.rstrip(" \n"), behind.lstrip(" \n")
    space = " " if left[-1:].isascii() and len(before) > len(left) else ""
    after = " " if right[0].isascii() and right[0] not in ".,;:?!)" and len(behind) > len(right) else ""
    return left + space + BLANK + after + right
