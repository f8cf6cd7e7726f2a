"""Moodle XML to an Intake: categories, and what every question has."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.bounds import MOST_ANSWERS
from generator.exchange.documents.decode import decode, decode_stated
from generator.exchange.documents.text import text_of
from generator.exchange.intake import LeftOut
from generator.exchange.moodle.answers import read_answers
from generator.exchange.moodle.texts import Texts
from generator.exchange.moodle.tree import Fault, parse
from generator.exchange.quiz.categories import names_of
from generator.exchange.quiz.draft import Draft, intake
from generator.exchange.quiz.sheet import read_sheet
from generator.exchange.quiz.tags import as_marks, read_tags

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.diagnostics import Report
    from generator.exchange.intake import Intake
    from generator.exchange.quiz.sheet import Sheet

_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_IGNORED = frozenset((
    "penalty", "shownumcorrect", "answernumbering", "usecase", "responseformat", "responserequired",
    "responsefieldlines", "attachments", "attachmentsrequired", "showstandardinstruction", "synchronize",
    "unitgradingtype", "unitpenalty", "showunits", "unitsleft", "layouttype", "gradingtype", "showgrading",
    "filetypeslist", "maxbytes", "minwordlimit", "maxwordlimit", "length", "selecttype", "selectcount",
    "correctanswernumbering", "dataset_definitions", "numberingstyle", "clearwrong",
))  # fmt: skip
_BOILERPLATE = re.compile(
    r"your answer is (?:correct|partially correct|incorrect)\.?"
    r"|[你您]的(?:答案|回答)(?:是)?(?:正确|错误|部分正确|不正确)的?[。！]?"
    r"|回答(?:正确|错误|部分正确)[。！]?|部分正确。?",
    re.IGNORECASE,
)
_FEEDBACKS = {"correctfeedback": "right", "partiallycorrectfeedback": "partial", "incorrectfeedback": "wrong"}


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank in a quiz; None, and an error with its line, when there is none."""
    text = _decoded(data, name, report)
    file = SourceFile(name, lambda: text.split("\n"), hashlib.sha256(data).hexdigest())
    tree = parse(text)
    if isinstance(tree, Fault):
        hint = "" if tree.code == "document-too-deep" else tree.code
        report.error(tree.code, Location(file, tree.line), hint, problem=tree.problem)
        return None
    if tree.root.tag != "quiz":
        report.error("quiz-not-moodle", Location(file, 1), "quiz-not-moodle", found=tree.root.tag[:60])
        return None
    if tree.mended:
        report.warning("quiz-xml-mended", Location(file), count=tree.mended)
    reader = _Reader(file, report)
    for element, (first, last) in zip(tree.root.findall("question"), tree.spans, strict=True):
        reader.question(element, first, last)
    return reader.finished()


def _decoded(data: bytes, name: str, report: Report) -> str:
    """The text, in the encoding it states if that can be."""
    stated = _ENCODING.match(data[:200])
    if stated:
        text = decode_stated(data, stated[1].decode("ascii"))
        if text is not None:
            return re.sub("\r\n?", "\n", text)
    return text_of(data, name, report) if decode(data[:4]).text else ""


class _Reader:
    def __init__(self, file: SourceFile, report: Report) -> None:
        self.file = file
        self.report = report
        self.left: list[LeftOut] = []
        self.texts = Texts(self._leave)
        self.drafts: list[Draft] = []
        self.category = ""
        self.parents: list[str] = []
        self.ignored: Counter[str] = Counter()
        self.at = Location(file)

    def _leave(self, words: str, why: str) -> None:
        self.left.append(LeftOut(self.at, words, why))

    def finished(self) -> Intake | None:
        if self.ignored:
            listed = ", ".join(f"{name} ({count})" for name, count in sorted(self.ignored.items()))
            self.report.note("quiz-ignored", Location(self.file), names=listed)
        return intake(self.drafts, self.left, self.file, self.report, self.texts.pictures.held)

    def question(self, element: Element, first: int, last: int) -> None:
        self.at = Location(self.file, first)
        kind = (element.get("type") or "").strip().lower()
        if kind == "category":
            self._category(element)
        elif kind in ("description", "random", "randomsamatch"):
            words = self.texts.plain(element.find("questiontext")) or self.texts.plain(element.find("name"))
            self._leave(words, "left-description" if kind == "description" else "left-random")
        elif len(element) > MOST_ANSWERS:
            self._leave(self.texts.plain(element.find("questiontext")), "left-too-many-answers")
        else:
            self.drafts.append(self._draft(element, kind, first, last))

    def _category(self, element: Element) -> None:
        path = (element.findtext("category/text") or element.findtext("category") or "").strip()
        parts = names_of(path)
        self.category, self.parents = (parts[-1], parts[:-1]) if parts else ("", [])
        if self.parents:
            values = {"path": path, "category": self.category, "tags": ", ".join(self.parents)}
            self.report.note("quiz-category", self.at, **values)
        info = self.texts.plain(element.find("info"))
        if info:
            self._leave(info, "left-category-info")

    def _draft(self, element: Element, kind: str, first: int, last: int) -> Draft:
        draft = Draft(self.file, first, last)
        draft.category = self.category
        draft.tags = list(self.parents)
        self.texts.draft = draft
        read_tags(
            draft, filter(None, (tag.text.strip() for tag in element.iterfind("tags/tag/text") if tag.text))
        )
        if kind != "cloze":
            draft.stem = self.texts.markdown(element.find("questiontext"))
            self._old_picture(element, draft)
        self._feedback(element, draft)
        draft.identify(element.findtext("idnumber") or "")
        read_answers(element, kind, draft, self.texts)
        draft.name(" ".join((element.findtext("name/text") or "").split()))
        self._marks(element, draft)
        if (element.findtext("hidden") or "").strip() == "1":
            draft.keep("hidden", "")
        for hint in element.iterfind("hint"):
            draft.keep("hint", self.texts.markdown(hint))
        self.ignored.update(child.tag for child in element if child.tag in _IGNORED)
        return draft

    def _old_picture(self, element: Element, draft: Draft) -> None:
        """Before Moodle 2 a question had one picture, in fields of its own."""
        name = self.texts.loose(element.findtext("image_base64") or "")
        if name:
            draft.stem = "\n\n".join(filter(None, (draft.stem, f"![]({name})")))

    def _feedback(self, element: Element, draft: Draft) -> None:
        general = element.find("generalfeedback")
        sheet = read_sheet(self.texts.html(general), draft.first)
        if sheet is None:
            draft.analysis = self.texts.markdown(general)
        else:
            self._sheet(sheet, general, draft)
        sheet = read_sheet(self.texts.html(element.find("graderinfo")), draft.first)
        if sheet is not None:
            self._sheet(sheet, element.find("graderinfo"), draft)
        elif element.find("graderinfo") is not None:
            draft.answer = self.texts.markdown(element.find("graderinfo"))
            if draft.answer:
                draft.infer("quiz-grader-info")
        for tag, kind in _FEEDBACKS.items():
            said = self.texts.markdown(element.find(tag))
            if not _BOILERPLATE.fullmatch(said):
                draft.keep(kind, said)

    def _sheet(self, sheet: Sheet, element: Element | None, draft: Draft) -> None:
        settled = self.texts.settle_sheet(sheet, element)
        draft.answer = settled.text or draft.answer
        draft.points = settled.points or draft.points
        draft.numbering = settled.numbering or draft.numbering
        draft.blanks = [list(accepted) for accepted in settled.blanks] or draft.blanks
        draft.analysis = settled.analysis or draft.analysis
        draft.highlights = list(settled.highlights) or draft.highlights
        draft.levels = settled.levels or draft.levels
        draft.follow_ups = list(settled.follow_ups) or draft.follow_ups
        draft.note = settled.note or draft.note

    def _marks(self, element: Element, draft: Draft) -> None:
        """The marks; one mark is what Moodle gives to every question, and says nothing."""
        written = (element.findtext("defaultgrade") or "").strip()
        if draft.marks is not None or not written:
            return
        marks = as_marks(written)
        if marks is None:
            draft.keep("marks", written) if written.strip("0.") else None
        elif marks != 1:
            draft.marks = marks
