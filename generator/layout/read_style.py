"""Style files to a Style: bases and adjustments merged, every key checked, words in the asked language."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.bank import read_format
from generator.diagnostics import Report
from generator.layout import look as looks
from generator.layout.bases import STYLES, based, in_language, is_words, named, shipped, tell_languages
from generator.layout.patterns import Pattern
from generator.layout.style import (
    AnswerSpace,
    BoxField,
    CompetencyStyle,
    ContentsStyle,
    Front,
    Heights,
    KeyStyle,
    Label,
    ListMarks,
    QuestionStyle,
    RosterStyle,
    SectionStyle,
    Style,
    Wording,
)
from generator.model.document import Look
from generator.numbering import SIGNS, counted, is_fixed
from generator.source import Fields, MappingNode, ScalarNode, SequenceNode, place, place_of, read, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.diagnostics import Location, SourceFile
    from generator.model.document import TextStyle
    from generator.source import Node

FIELDS = (
    "style", "format", "base", "page", "fonts", "front", "contents", "section", "question", "answer_space",
    "competencies", "key", "roster", "list", "row_height", "rules", "wording", "text", "span",
)  # fmt: skip
CANDIDATE = "candidate.…"  # any column of the candidates' file
RUNNING = ("title", "variant", "session", "page", "pages", CANDIDATE)  # fields of headers and footers
ROSTER = ("title", "room", "date", "session", "post", "count")  # of a room's list
SECTION = ("n", "title", "count", "marks", "total")  # of section headings
MOST_PER_MARK = 20  # answer lines


def read_style(node: Node | None, language: str, report: Report) -> Style | None:
    """The style that a layout's `style` names: a shipped one, a style file, or a mapping over one.

    Paths are relative to the file they are written in.
    """
    if node is None or (isinstance(node, ScalarNode) and node.is_null):
        root = shipped("classic", report)
    elif isinstance(node, ScalarNode):
        root = named(node, report)
    elif isinstance(node, MappingNode):
        root = based(node, report)
    else:
        report.error("not-a-style", node.location, "not-a-style")
        return None
    return None if root is None else _read(root, language, report)


def read_style_file(path: Path, name: str, language: str, report: Report) -> Style | None:
    """A style file itself, for `check`."""
    root = read(path, name, report)
    if root is None:
        return None
    own = _spoken(root, language) if "style" in root.entries else root  # a name may be given by language
    Fields(own, report, FIELDS).require("style")
    merged = based(root, report)
    return None if merged is None else _read(merged, language, report)


class _Reader:
    """Reads words and patterns out of a style that is merged and in one language."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def word(self, fields: Fields, name: str) -> str:
        return self.word_of(fields.node(name), fields.location(name))

    def word_of(self, node: Node | None, where: Location, label: bool = False) -> str:
        if node is None:
            return ""
        if isinstance(node, ScalarNode):
            if node.is_null or (node.value in ("false", "none") and not node.style):
                return ""
            return node.value
        hint = "label-form" if isinstance(node, SequenceNode) and label else "not-a-word"
        self.report.error("not-a-word", where, hint)
        return ""

    def words(self, fields: Fields, name: str, count: int) -> tuple[str, ...]:
        node = fields.node(name)
        found = [self.word_of(item, item.location) for item in getattr(node, "items", ())]
        if len(found) != count:
            self.report.error(
                "word-count", fields.location(name), "word-count", count=count, found=len(found)
            )
            return (*found, *[""] * count)[:count]
        return tuple(found)

    def listed(self, fields: Fields, name: str) -> tuple[str, ...]:
        """A list of words; a lone one counts as a list of one."""
        if isinstance(fields.node(name), MappingNode):
            self.report.error("not-a-list", fields.location(name), "not-a-list")
            return ()
        return tuple(self.word_of(item, item.location) for item in fields.sequence(name))

    def mark(self, fields: Fields, name: str) -> str:
        """What counts in front of something, as 一 or （1）; or nothing."""
        mark = self.word(fields, name)
        if mark and not counted(mark):
            where = fields.location(name)
            self.report.error("not-counting", where, "marks-that-count", mark=mark, signs=" ".join(SIGNS))
        return mark

    def marks(self, fields: Fields, name: str) -> tuple[str, ...]:
        """Marks of a list by level, which count or are signs alone."""
        marks = self.listed(fields, name)
        for mark, node in zip(marks, fields.sequence(name), strict=False):
            if not counted(mark) and not is_fixed(mark):
                self.report.error(
                    "not-counting", node.location, "marks-of-lists", mark=mark, signs=" ".join(SIGNS)
                )
        return marks

    def pattern(self, fields: Fields, name: str, known: Sequence[str], label: bool = False) -> Pattern:
        pattern = Pattern(self.word_of(fields.node(name), fields.location(name), label))
        node = fields.node(name)
        listed = " ".join("{" + k + "}" for k in known)
        for offset in pattern.broken:
            assert isinstance(node, ScalarNode)
            self.report.error("stray-brace", place(text_of(node), offset), "pattern-braces", fields=listed)
        for field in sorted(pattern.fields - set(known)):
            if CANDIDATE in known and re.fullmatch(r"candidate\.[^{}]+", field):
                continue
            assert isinstance(node, ScalarNode)
            where = place_of(text_of(node), "{" + field)
            self.report.error("unknown-pattern-field", where, "pattern-fields", field=field, fields=listed)
        return pattern

    def label(self, fields: Fields, name: str) -> Label:
        node = fields.node(name)
        if isinstance(node, MappingNode):
            inner = Fields(node, self.report, ("text", "position"))
            position = inner.choice("position", ("own_line", "run_in"), "run_in")
            return Label(self.pattern(inner, "text", ("n",), label=True), position == "own_line")
        return Label(self.pattern(fields, name, ("n",), label=True))


def _read(root: MappingNode, language: str, report: Report) -> Style:
    content = _content(root)
    tell_languages(root, report)
    whole, root = root, _spoken(root, language)
    fields = Fields(root, report, FIELDS)
    read_format(fields, report)
    reader = _Reader(report)
    page = fields.inner("page", looks.PAGE_FIELDS)
    key_fields = fields.inner("key", (*KeyStyle._fields, "text"))
    fonts = looks.read_fonts(fields.node("fonts"), report)
    texts = looks.read_texts(fields.node("text"), {}, fonts, report)
    for role in looks.TEXT_ROLES:
        if role not in texts:
            report.error("missing-role", fields.location("text"), "missing-role", role=role)
    spans = looks.read_spans(fields.node("span"), fonts, report)
    key_texts = looks.read_texts(key_fields.node("text"), texts, fonts, report)
    geometry = looks.read_page(page, fields.location("page"), report)
    rules = fields.inner("rules", ("answer", "table"))
    answer_rule = looks.bounded_length(rules, "answer", report, 1, 0.4, (0, 4))
    table_rule = looks.bounded_length(rules, "table", report, 1, 0.5, (0, 4))
    column = 0 if _is_chinese(language) else 1
    name = fields.text("style")

    question = _question(fields, reader)

    def look(roles: dict[str, TextStyle]) -> Look:
        stem, more = roles.get("question"), roles.get("question_more")
        if stem and more and question.label_position == "own_line" and "n" in question.label.fields:
            # The label has the space above a question; its stem follows as its paragraphs do one another.
            space = min(stem.space_before, more.space_before)
            roles = {**roles, "question": stem._replace(space_before=space)}
        style_names = {
            role: pair[column] for role, pair in looks.STYLE_NAMES.items() if role in roles or role in spans
        }
        pitch = roles["answer_space"].leading if "answer_space" in roles else 28.0
        parts = (language, geometry, fonts, roles, spans, style_names, answer_rule, pitch, table_rule)
        digest = hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()
        return Look(digest, *parts)

    style = Style(
        name="" if name is None else name.markdown.strip(),
        digest="",
        language=language,
        header=reader.pattern(page, "header", RUNNING),
        footer=reader.pattern(page, "footer", RUNNING),
        front=_front(fields, reader),
        section=_section(fields, reader),
        contents=_contents(fields, reader),
        question=question,
        answer_space=_answer_space(fields, report),
        competencies=_competencies(fields, reader),
        key=_key(key_fields, reader),
        roster=_roster(fields, reader),
        lists=_lists(fields, reader),
        row_height=_heights(fields, report),
        wording=_wording(fields, reader, _other_wording(whole, language)),
        paper_look=look({role: text for role, text in texts.items() if role not in looks.KEY_ROLES}),
        key_look=look(key_texts),
        files=tuple(dict.fromkeys(_files(whole))),
    )
    return style._replace(digest=hashlib.sha256(content.encode()).hexdigest())


def _spoken(root: MappingNode, language: str) -> MappingNode:
    """The style in one language. No part is given by language: in `page: {zh: }` an unknown field is told."""
    spoken = in_language(root, "zh" if _is_chinese(language) else "en")
    for key, node in root.entries.items():
        if key not in ("style", "format") and isinstance(node, MappingNode) and is_words(node):
            spoken.entries[key] = node
    return spoken


def _is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


def _files(node: Node) -> Iterator[SourceFile]:
    if node.file.folder != STYLES:
        yield node.file
    inner = node.entries.values() if isinstance(node, MappingNode) else getattr(node, "items", ())
    for entry in inner:
        yield from _files(entry)


def _content(node: Node) -> str:
    """All that a merged style says, the same for the same content wherever it was written."""
    if isinstance(node, MappingNode):
        return "{" + ",".join(f"{key}:{_content(node.entries[key])}" for key in sorted(node.entries)) + "}"
    if isinstance(node, ScalarNode):
        return repr(node.value)
    return "[" + ",".join(_content(item) for item in node.items) + "]"


def _front(style: Fields, reader: _Reader) -> Front:
    fields = style.inner("front", Front._fields)
    box = []
    said = fields.node("candidate_box")
    none = isinstance(said, ScalarNode) and said.value in ("false", "none") and not said.style
    for node in () if none else fields.sequence("candidate_box"):
        entry = Fields(node, reader.report, BoxField._fields)
        if not isinstance(node, MappingNode):
            continue
        entry.require("label")
        width = entry.number("width")
        share = 3.0 if width is None else float(width)
        box.append(BoxField(reader.word(entry, "label"), entry.string("field"), share))
    return Front(
        title=reader.pattern(fields, "title", ("title", "variant")),
        duration=reader.pattern(fields, "duration", ("duration", "total")),
        candidate_box=tuple(box),
        instructions=reader.word(fields, "instructions"),
        score_table=fields.boolean("score_table", True),
        score_width=looks.bounded_length(fields, "score_width", reader.report, 1, 54, (20, 400)),
    )


def _section(style: Fields, reader: _Reader) -> SectionStyle:
    fields = style.inner("section", SectionStyle._fields)
    return SectionStyle(
        numbering=reader.mark(fields, "numbering"),
        heading=reader.pattern(fields, "heading", SECTION),
        note_label=reader.word(fields, "note_label"),
    )


def _contents(style: Fields, reader: _Reader) -> ContentsStyle:
    fields = style.inner("contents", ContentsStyle._fields)
    return ContentsStyle(
        list=_one(fields, "list", ("none", "questions", "sections", "all"), "all", reader.report),
        documents=_one(fields, "documents", ("key", "paper", "both"), "both", reader.report),
        heading=reader.word(fields, "heading"),
        page_numbers=fields.boolean("page_numbers", True),
    )


def _one(fields: Fields, name: str, allowed: tuple[str, ...], all_of_them: str, report: Report) -> str:
    """A choice among `allowed`, the first if left out. A list is most likely meant as all of them."""
    node = fields.node(name)
    if isinstance(node, SequenceNode):
        report.error("list-for-text", node.location, "did-you-mean", nearest=all_of_them)
        return allowed[0]
    return fields.choice(name, allowed, allowed[0])


def _question(style: Fields, reader: _Reader) -> QuestionStyle:
    known = (
        "label", "label_position", "numbering", "marks", "marks_pattern", "keep", "option_label", "choice_bracket",
    )  # fmt: skip
    fields = style.inner("question", known)
    option_label = reader.word(fields, "option_label")
    if "A" not in option_label:  # answers name the letters
        where = fields.location("option_label")
        reader.report.error("option-label", where, "option-label", found=option_label)
    return QuestionStyle(
        label=reader.pattern(fields, "label", ("n", "label")),
        label_position=fields.choice("label_position", ("run_in", "own_line", "heading"), "run_in"),
        runs_on=fields.choice("numbering", ("restart", "through"), "restart") == "through",
        marks=fields.choice("marks", ("end", "none"), "end"),
        marks_pattern=reader.pattern(fields, "marks_pattern", ("marks",)),
        keep=fields.boolean("keep", True),
        option_label=option_label,
        choice_bracket=reader.word(fields, "choice_bracket"),
    )


def _answer_space(style: Fields, report: Report) -> dict[str, AnswerSpace]:
    from generator import kinds

    fields = style.inner("answer_space", kinds.NAMES)
    spaces = {}
    for name in kinds.NAMES:
        node = fields.mapping(name)
        if node is None:
            continue
        entry = Fields(node, report, AnswerSpace._fields)
        per_mark = entry.number("per_mark")
        if per_mark is not None and per_mark > MOST_PER_MARK:
            values = {"field": "per_mark", "value": entry.string("per_mark"), "low": 0, "high": MOST_PER_MARK}
            report.error("out-of-range", entry.location("per_mark"), "within-range", **values)
            per_mark = None
        least = entry.integer("least", 0, 100)
        without = entry.integer("without_marks", 0, 100)
        spaces[name] = AnswerSpace(
            1.25 if per_mark is None else float(per_mark),
            2 if least is None else least,
            6 if without is None else without,
        )
    return spaces


def _competencies(style: Fields, reader: _Reader) -> CompetencyStyle:
    fields = style.inner("competencies", CompetencyStyle._fields)
    return CompetencyStyle(
        paper=fields.choice("paper", ("none", "stem"), "none"),
        key=fields.choice("key", ("none", "stem", "block"), "block"),
        pattern=reader.pattern(fields, "pattern", ("list",)),
        label=reader.label(fields, "label"),
    )


def _key(fields: Fields, reader: _Reader) -> KeyStyle:
    numbering = reader.marks(fields, "point_numbering")
    return KeyStyle(
        title=reader.word(fields, "title"),
        title_without_marks=reader.word(fields, "title_without_marks"),
        summary=fields.boolean("summary", True),
        footer=reader.pattern(fields, "footer", RUNNING),
        placement=fields.choice("placement", ("after_question", "after_section", "at_end"), "after_question"),
        heading=reader.word(fields, "heading"),
        section_heading=reader.pattern(fields, "section_heading", SECTION),
        stems=fields.choice("stems", ("full", "none"), "full"),
        number=reader.pattern(fields, "number", ("n",)),
        block_label=reader.pattern(fields, "block_label", ("n",)),
        answer_label=reader.label(fields, "answer_label"),
        response_label=reader.label(fields, "response_label"),
        points_label=reader.label(fields, "points_label"),
        point_numbering=numbering or ("",),
        nested_points=fields.choice("nested_points", ("list", "run_in"), "list"),
        point_scores=fields.choice("point_scores", ("end", "none"), "end") == "end",
        analysis_label=reader.label(fields, "analysis_label"),
        highlights=fields.choice("highlights", ("list", "inline", "sentence"), "inline"),
        highlights_label=reader.label(fields, "highlights_label"),
        levels_label=reader.label(fields, "levels_label"),
        level_mark=reader.pattern(fields, "level_mark", ("marks",)),
        level_marks=reader.pattern(fields, "level_marks", ("low", "high")),
        follow_ups_label=reader.label(fields, "follow_ups_label"),
    )


def _roster(style: Fields, reader: _Reader) -> RosterStyle:
    fields = style.inner("roster", RosterStyle._fields)
    return RosterStyle(
        title=reader.pattern(fields, "title", ROSTER),
        details=reader.pattern(fields, "details", ROSTER),
        columns=reader.words(fields, "columns", 6),
        spare=reader.word(fields, "spare"),
        missing=reader.word(fields, "missing"),
        again=reader.word(fields, "again"),
        closing=reader.words(fields, "closing", 4),
        footer=reader.pattern(fields, "footer", (*ROSTER, "page", "pages")),
    )


def _heights(style: Fields, report: Report) -> Heights:
    fields = style.inner("row_height", Heights._fields)
    return Heights(*(looks.bounded_length(fields, name, report, 1, 18, (0, 200)) for name in Heights._fields))


def _lists(style: Fields, reader: _Reader) -> ListMarks:
    fields = style.inner("list", ListMarks._fields)
    return ListMarks(reader.marks(fields, "ordered") or ("1.",), reader.listed(fields, "bullets") or ("•",))


_JOINING = ("or", "semicolon", "full_stop", "enumerator")
_WORDING = ("score_table", "summary", "summary_total", "list_separator", "true", "false", *_JOINING)


def _other_wording(root: MappingNode, language: str) -> Fields:
    """`wording` in the language that the style is not read in; faults in it are told when it is."""
    node = root.entries.get("wording")
    if not isinstance(node, MappingNode):
        node = MappingNode(root.file, root.line, root.column)
    return Fields(in_language(node, "en" if _is_chinese(language) else "zh"), Report(), _WORDING)


def _wording(style: Fields, reader: _Reader, other: Fields) -> Wording:
    fields = style.inner("wording", _WORDING)
    words = {word: reader.word(fields, word) for word in ("true", "false", *_JOINING)}
    joining = _Reader(Report())
    return Wording(
        score_table=reader.words(fields, "score_table", 5),
        summary=reader.words(fields, "summary", 5),
        summary_total=reader.word(fields, "summary_total"),
        list_separator=reader.word(fields, "list_separator"),
        words=words,
        foreign={**words, **{word: joining.word(other, word) for word in _JOINING}},
    )
