"""Aiken, a plain text format for single-choice questions, in and out.

Which of these is a fruit?
A. Apple
B. Brick
ANSWER: A
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Report, SourceFile
from generator.exchange.documents.text import text_of
from generator.exchange.intake import LeftOut
from generator.exchange.line import Line
from generator.exchange.not_held import tell_lost, tell_not_held, tell_title, without_gaps
from generator.exchange.prose import prose
from generator.exchange.quiz.controls import clean
from generator.exchange.quiz.draft import Draft, intake
from generator.exchange.quiz.responses import truth_of
from generator.kinds.choice import letter
from generator.markdown import blocks, has_markup, plain

if TYPE_CHECKING:
    from pathlib import Path

    from generator.exchange.intake import Intake
    from generator.model.content import Text
    from generator.model.question import Bank, Question

_OPTION = re.compile(r"([A-ZＡ-Ｚ])[.)．、）](?:\s*)(.*)")
_ANSWER = re.compile(r"(?:ANSWER|答案|正确答案)\s*[:：]\s*(.*)", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-zＡ-Ｚ]")
_ALONE = re.compile(r"[A-Za-zＡ-Ｚ](?:\s*[,，、;；/&和]?\s*[A-Za-zＡ-Ｚ])*[.。]?")
_TYPES = ("single_choice", "true_false")
_HELD = frozenset(("type", "stem", "options", "answer", "language"))
_STATEMENT = {"zh": ("对", "错"), "en": ("True", "False")}


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank in an Aiken file; None, and an error, when it holds no question."""
    text = clean(text_of(data, name, report))
    file = SourceFile(name, lambda: text.split("\n"), hashlib.sha256(data).hexdigest())
    reader = _read(text, file)
    return intake(reader.drafts, reader.left, file, report)


def is_whole(text: str) -> bool:
    """Whether all of a text is questions, and each has an answer."""
    reader = _read(text, SourceFile("", []))
    return bool(reader.drafts) and not reader.left and not any(draft.doubts for draft in reader.drafts)


def _read(text: str, file: SourceFile) -> _Reader:
    reader = _Reader(file)
    for number, line in enumerate(text.split("\n"), 1):
        reader.line(number, line.strip())
    reader.end()
    return reader


class _Reader:
    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.left: list[LeftOut] = []
        self.drafts: list[Draft] = []
        self._clear()

    def _clear(self) -> None:
        self.lines: list[tuple[int, str]] = []
        self.stem: list[str] = []
        self.options: list[list[str]] = []  # the lines of each
        self.letters: list[str] = []
        self.parted = False  # by a blank line since the last line

    def line(self, number: int, line: str) -> None:
        if not line:
            self.parted = True
            return
        option, answer = _OPTION.match(line), _ANSWER.match(line)
        if not option and not answer and self.parted:
            self.end()
        self.lines.append((number, line))
        self.parted = False
        if not self.stem and (option or answer):
            self._leave("left-no-stem")
        elif answer:
            self._finish(answer[1])
        elif option:
            self.letters.append(_plain(option[1]))
            self.options.append([option[2]])
        elif self.options:
            self.options[-1].append(line)
        else:
            self.stem.append(line)

    def end(self) -> None:
        """What is open at the end, or where another question begins, has no answer."""
        if self.options:
            self._finish("")
        elif self.stem:
            self._leave("left-no-options")

    def _leave(self, why: str) -> None:
        words = "\n".join(line for _, line in self.lines)
        self.left.append(LeftOut(Location(self.file, self.lines[0][0]), words, why))
        self._clear()

    def _finish(self, answer: str) -> None:
        if len(self.options) < 2:
            self._leave("left-no-options")
            return
        draft = Draft(self.file, self.lines[0][0], self.lines[-1][0])
        draft.stem = "\n".join(map(_escaped, self.stem))
        draft.options = [_escaped(" ".join(option)) for option in self.options]
        if self.letters != [letter(index) for index in range(len(self.letters))]:
            draft.doubt("aiken-letters", found="".join(self.letters))
        self._answer(draft, answer)
        self.drafts.append(draft)
        self._clear()

    def _answer(self, draft: Draft, written: str) -> None:
        said = [_plain(found) for found in _LETTER.findall(written)] if _ALONE.fullmatch(written) else []
        draft.choices = sorted({self.letters.index(sign) for sign in said if sign in self.letters})
        draft.type = "single_choice"
        if not said or any(sign not in self.letters for sign in said):
            draft.choices = []
            draft.doubt("quiz-no-answer")
            draft.keep("answer", written)
        elif len(draft.choices) > 1:
            draft.type = "multiple_choice"
            draft.infer("aiken-several", found="".join(said))
        truths = [truth_of(option) for option in draft.options]
        if draft.choices and truths in ([True, False], [False, True]):
            draft.type, draft.truth = "true_false", truths[draft.choices[0]]
            draft.options, draft.choices = [], []
            draft.infer("aiken-truth")


def _plain(sign: str) -> str:
    return chr(ord(sign) - 0xFEE0) if sign > "\xff" else sign.upper()


def _escaped(line: str) -> str:
    return prose(Line(line, 1))


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """The text, in UTF-8: a line for each stem and option. What would not be read back is not written."""
    bank = without_gaps(bank, "Aiken", report)
    where = Location(bank.location.file)
    of_a_type = [asked for asked in bank.questions if asked.prompt.type in _TYPES]
    written = {asked.id: lines for asked in of_a_type if (lines := _held(asked, folder))}
    others = Counter(asked.prompt.type for asked in bank.questions if asked.prompt.type not in _TYPES)
    for name, count in others.items():
        report.warning("type-not-exported", where, type=name, count=count, format="Aiken")
    if len(written) < len(of_a_type):
        count = len(of_a_type) - len(written)
        report.warning("text-not-exported", where, "other-format", count=count, format="Aiken")
    if not written:
        report.error("nothing-exported", where, format="Aiken")
    kept = bank._replace(questions=tuple(asked for asked in of_a_type if asked.id in written))
    tell_not_held(kept, lambda _: _HELD, "Aiken", report)
    tell_title(bank, "Aiken", report)
    tell_lost(bank, ("markup" for asked in kept.questions if _has_markup(asked)), "Aiken", report)
    return "\n".join(line for lines in written.values() for line in lines).encode()


def _held(asked: Question, folder: Path) -> list[str]:
    """The lines of a question; none if they would be read as anything else: a stem like `A. …` as an option."""
    lines = _lines(asked, folder)
    reader = _read("\n".join(lines), SourceFile("", []))
    if len(reader.drafts) != 1 or reader.left:
        return []
    (draft,) = reader.drafts
    stem, *options = map(_escaped, (lines[0], *(line[3:] for line in lines[1:-1])))
    choices, truth, _ = asked.solution.response
    same = (draft.type, draft.stem, draft.truth) == (asked.prompt.type, stem, truth)
    if truth is None:
        same = same and (draft.options, draft.choices) == (options, list(choices))
    return lines if same else []


def _has_markup(asked: Question) -> bool:
    texts = (asked.prompt.stem, *(option.text for option in asked.prompt.options))
    return any(has_markup(text.markdown) or "\n" in text.markdown.strip() for text in texts)


def _lines(asked: Question, folder: Path) -> list[str]:
    response = asked.solution.response
    if response.truth is None:
        options = [_words(option.text, folder) for option in asked.prompt.options]
        right = letter(response.choices[0])
    else:
        options = list(_STATEMENT["zh" if asked.prompt.language.startswith("zh") else "en"])
        right = "A" if response.truth else "B"
    lettered = [f"{letter(index)}. {option}" for index, option in enumerate(options)]
    return [_words(asked.prompt.stem, folder), *lettered, f"ANSWER: {right}\n"]


def _words(text: Text, folder: Path) -> str:
    return plain(blocks(text, Report(), folder))
