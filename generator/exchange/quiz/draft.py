"""Draft: a question of a learning platform on its way into a bank, and the account of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, Report
from generator.exchange.intake import Intake, LeftOut, Origin
from generator.kinds.choice import MAX_OPTIONS
from generator.markdown import blocks, plain
from generator.markdown.characters import has_chinese
from generator.model.content import Text
from generator.model.question import Bank, Option, Prompt, Question, Response, Solution

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from generator.diagnostics import SourceFile
    from generator.model.question import Level, Point

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]*")
_FORMULA = re.compile(r"\\\\[(\[]|\\?\$\\?\$|\\\$[^\s\d$]")
_BARE = re.compile(r"[\W_]+")
NOTES = {
    "column": ("{of}：{said}", "{of}: {said}"),
    "comment": ("“{of}”的批注：{said}", "Comment on “{of}”: {said}"),
    "name": ("题目名：{said}", "Name: {said}"),
    "id": ("原编号：{said}", "Id: {said}"),
    "feedback": ("“{of}”的反馈：{said}", "Feedback on “{of}”: {said}"),
    "wrong": ("答错的反馈：{said}", "Feedback on wrong answers: {said}"),
    "right": ("答对的反馈：{said}", "Feedback on right answers: {said}"),
    "partial": ("部分答对的反馈：{said}", "Feedback on partly right answers: {said}"),
    "general": ("总反馈：{said}", "General feedback: {said}"),
    "weight": ("“{of}”得 {said}%", "“{of}” gets {said}%"),
    "tolerance": ("“{of}”允许误差 ±{said}", "“{of}” may be off by {said}"),
    "unit": ("单位：{said}", "Unit: {said}"),
    "hint": ("提示：{said}", "Hint: {said}"),
    "options": ("第 {of} 空的选项：{said}", "Choices of blank {of}: {said}"),
    "distractor": ("多余的选项：{said}", "Choice that goes nowhere: {said}"),
    "answer": ("答案：{said}", "Answer: {said}"),
    "template": ("答题模板：{said}", "Response template: {said}"),
    "hidden": ("题目已隐藏", "This question is hidden"),
    "marks": ("分值：{said}", "Marks: {said}"),
}


class Draft:
    """Fields of a question as Markdown source. Lists are empty and texts "" where nothing is given."""

    def __init__(self, file: SourceFile, first: int, last: int) -> None:
        self.first, self.last = Location(file, first), Location(file, max(first, last))
        self.id = self.type = self.stem = self.category = self.label = self.language = ""
        self.analysis = self.answer = self.numbering = self.source = ""
        self.options: list[str] = []
        self.fixed: set[int] = set()
        self.choices: list[int] = []
        self.shuffle = True
        self.truth: bool | None = None
        self.blanks: list[list[str]] = []
        self.points: tuple[Point, ...] = ()
        self.levels: tuple[Level, ...] = ()
        self.highlights: list[str] = []
        self.follow_ups: list[str] = []
        self.competencies: list[str] = []
        self.tags: list[str] = []
        self.enemies: list[str] = []
        self.silence: list[str] = []
        self.difficulty: int | None = None
        self.minutes: int | None = None
        self.lines: int | None = None
        self.marks: Fraction | None = None
        self.note = ""  # as a bank had it
        self.notes: list[
            tuple[str, str, str]
        ] = []  # what has no place: an entry of NOTES, what it is of, what it says
        self.unsaid: tuple[str, ...] = ()
        self.type_said = False  # and not only concluded
        self.inferred: list[Diagnostic] = []
        self.doubts: list[Diagnostic] = []

    def infer(self, code: str, hint: str = "", **values: object) -> None:
        self.inferred.append(Diagnostic("note", code, self.first, values, hint))

    def doubt(self, code: str, hint: str = "", **values: object) -> None:
        self.doubts.append(Diagnostic("warning", code, self.first, values, hint))

    def keep(self, kind: str, said: str, of: str = "") -> None:
        """What has no place in a bank goes into the note."""
        if said.strip() or kind == "hidden":
            self.notes.append((kind, " ".join(of.split()), said.strip()))

    def name(self, written: str) -> None:
        """The question's name: its id if it is one like `cs.refund.late`; else kept, unless it only repeats the stem.

        `q1` is no id: other files have one too, and questions with one id are one question.
        """
        name = written.strip()
        if not self.id and "." in name and IDENTIFIER.fullmatch(name):
            self.id = name
        elif name != self.id and not self._begins_with(_BARE.sub("", name)):
            self.keep("name", name)

    def _begins_with(self, bare: str) -> bool:
        """Whether the stem begins with these letters and digits, as it is written or as it is shown."""
        if _BARE.sub("", self.stem).startswith(bare):
            return True
        shown = plain(blocks(self.text(self.stem[:4000]), Report(), None))
        return _BARE.sub("", shown).startswith(bare)

    def identify(self, written: str) -> None:
        """An id of a field of its own."""
        if IDENTIFIER.fullmatch(written.strip()):
            self.id = written.strip()
        elif written.strip():
            self.keep("id", written)
            self.infer("quiz-id", found=written.strip())

    def text(self, markdown: str) -> Text:
        return Text(markdown, self.first)

    def finish(self, bank: str, language: str) -> tuple[Question, Origin]:
        self._check_letters()
        column = 0 if language.startswith("zh") else 1
        said = [NOTES[kind][column].format(of=of, said=words) for kind, of, words in self.notes]
        note = "\n\n".join(filter(None, (self.note, *dict.fromkeys(said))))
        if said:
            self.infer("quiz-noted", count=len(said))
        if any(_FORMULA.search(text) for text in (self.stem, self.analysis, self.answer, *self.options)):
            self.doubt("quiz-formula")
        prompt = Prompt(
            self.id, self.type, self.language or language, self.text(self.stem), self.label, self._options(),
            self.shuffle, self.lines, tuple(self.competencies),
        )  # fmt: skip
        question = Question(
            prompt, self._solution(), self.first, bank, self.category, self.difficulty, self.minutes,
            tuple(dict.fromkeys(self.tags)), self.marks, tuple(self.enemies), self.source,
            self.text(note) if note else None, tuple(self.silence),
        )  # fmt: skip
        return question, self._origin()

    def _check_letters(self) -> None:
        """Right options that have no letter, of so many, are said in words."""
        if any(index >= MAX_OPTIONS for index in self.choices):
            for index in self.choices:
                self.keep("answer", self.options[index])
            self.choices = []
            self.doubt("quiz-no-answer")

    def _options(self) -> tuple[Option, ...]:
        return tuple(Option(self.text(text), index in self.fixed) for index, text in enumerate(self.options))

    def _solution(self) -> Solution:
        blanks = tuple(tuple(map(self.text, accepted)) for accepted in self.blanks)
        return Solution(
            Response(tuple(sorted(self.choices)), self.truth, blanks),
            self.text(self.answer) if self.answer else None,
            self.points,
            self.numbering,
            self.text(self.analysis) if self.analysis.strip() else None,
            tuple(map(self.text, self.highlights)),
            self.levels,
            tuple(map(self.text, self.follow_ups)),
            self.marks,
        )

    def _origin(self) -> Origin:
        fields = (
            "id", "category", "stem", "options", "competencies", "difficulty", "minutes", "tags", "marks",
            "analysis", "highlights", "levels", "follow_ups", "source",
        )  # fmt: skip
        recognised = [name for name in fields if getattr(self, name)]
        if self.type_said:
            recognised.insert(recognised.index("stem") if "stem" in recognised else 0, "type")
        if self.choices or self.truth is not None or self.blanks or self.answer or self.points:
            recognised.insert(recognised.index("stem") + 1 if "stem" in recognised else 0, "answer")
        unsure = sum(said.code != "quiz-noted" for said in self.inferred)  # what is kept as it was is certain
        confidence = round(max(0.1, 1.0 - 0.1 * unsure - 0.3 * len(self.doubts)), 2)
        return Origin(
            self.id,
            self.first,
            self.last,
            tuple(recognised),
            tuple(self.inferred),
            tuple(self.doubts),
            confidence,
            self.unsaid,
        )


def intake(
    drafts: Sequence[Draft],
    left_out: Sequence[LeftOut],
    file: SourceFile,
    report: Report,
    pictures: dict[str, bytes] | None = None,
    title: str = "",
    bank: str = "",
    language: str = "",
) -> Intake | None:
    """The bank of these drafts; None, and an error, when a file holds no question at all.

    `bank` is its id; its `language` is concluded from the texts when it is empty.
    """
    if not drafts:
        report.error("quiz-nothing", Location(file))
        return None
    language = language or _language(drafts)
    given: set[str] = set()
    for draft in drafts:
        if draft.id in given and draft.id:
            draft.doubt("quiz-id-twice", id=draft.id)
            draft.keep("id", draft.id)
            draft.id = ""
        given.add(draft.id)
    finished = [draft.finish(bank, language) for draft in drafts]
    questions = tuple(question for question, _ in finished)
    made = Bank(bank, title, language, questions, Location(file), file.digest)
    return Intake(made, tuple(origin for _, origin in finished), tuple(left_out), pictures or {})


def _language(drafts: Sequence[Draft]) -> str:
    """What the drafts say; else Chinese, if any text of the first ones is."""
    said = {draft.language for draft in drafts}
    if len(said) == 1 and "" not in said:
        return said.pop()
    texts = (text for draft in drafts[:200] for text in (draft.stem[:2000], *draft.options[:10]))
    return "zh-CN" if any(map(has_chinese, texts)) or "" not in said else "en"
