"""Paragraphs (w:p): text, options in columns, answer lines and code."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import Str
from generator.numbering import numbered
from generator.render.docx.labels import behind, behind_all
from generator.render.docx.lists import Item, Kind, counts_options
from generator.render.docx.measure import column_width, ems, text_ems
from generator.render.docx.names import is_chinese, style_id
from generator.render.docx.runs import TAB, is_ambiguous
from generator.render.docx.styles import OPTION_COLUMNS, OPTION_ROLE, option_role
from generator.render.docx.xml import twips
from generator.render.place import block_left

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import AnswerLines, Choices, CodeLines, Look, Paragraph, TextStyle
    from generator.render.docx.labels import Behind
    from generator.render.docx.runs import Runs

_GAP_BETWEEN_OPTIONS = 1.0  # ems at least
_KEEP = "<w:keepNext/>"
LINES_KEPT_TOGETHER = 2
_GROWN = 20  # numbers that a list has stops for, should its user add to it
CODE_KEPT_WHOLE = 20  # lines
_KEPT = 4_000  # texts of questions, of some 500 bytes each
_FIRST = 512  # texts of first paragraphs, among them those that are one candidate's own


class Start(NamedTuple):
    """A paragraph up to its text."""

    head: str  # the properties up to those that differ
    indent: str  # w:ind, where it is not the style's
    label: str  # typed, with what stands between it and the text

    def typed(self, bookmark: str = "") -> bytes:
        return f"{self.head}{self.indent}</w:pPr>{bookmark}{self.label}".encode()

    def counted(self, number: int, bookmark: str = "") -> bytes:
        """With list `number` of the document for label and indent."""
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return f"{self.head}{numbering}</w:pPr>{bookmark}".encode()


class Listed(NamedTuple):
    """The start of an item of a list, where a document says which of its lists that is."""

    start: Start
    item: Item


class _Lettering(NamedTuple):
    """What the labels of options come to, whatever they stand before."""

    labels: tuple[str, ...]  # each with what stands between it and the text
    width: float  # of the widest, in points
    kind: Kind | None  # of the list that options one to a line are; None if Word cannot count them


class Paragraphs:
    """Paragraphs in one look. `keep` asks that the (last) paragraph stays with what follows.

    Texts are kept, for a question comes back with its options in another order.
    """

    def __init__(self, look: Look, runs: Runs) -> None:
        self._look = look
        self._runs = runs
        self._kept: dict[tuple[object, ...], Start] = {}
        self._kinds: dict[tuple[str, int, str, bool, int], Kind] = {}
        self.whole = lru_cache(_KEPT)(self._whole)
        self.rest = lru_cache(_FIRST)(self._rest)
        self._option = lru_cache(_KEPT)(self._make_option)
        self._lettering = lru_cache(_KEPT)(self._make_lettering)
        self._starts = {role: f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>' for role in look.texts}
        for columns in OPTION_COLUMNS:
            role = option_role(columns)
            self._starts[role] = f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>'

    def start(self, paragraph: Paragraph, label: tuple[Inline, ...], keep: bool) -> Start:
        """Kept, for the same labels stand in many documents."""
        key = (paragraph.role, paragraph.level, paragraph.language, label, keep)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._start(paragraph, label, keep)
        return found

    def _start(self, paragraph: Paragraph, label: tuple[Inline, ...], keep: bool) -> Start:
        style = self._look.texts[paragraph.role]
        shift = paragraph.level * style.hang
        indent = typed = ""
        if label:
            typed = self._runs.xml(label, style, paragraph.language)
            typed += behind(label, style, self._is_chinese(paragraph.language))
            if shift or (style.first_line and not style.hang):
                indent = _hanging(style, shift)
        elif style.hang:
            left = twips(style.indent + style.hang + shift)
            indent = f'<w:ind w:left="{left}" w:firstLine="{twips(style.first_line)}"/>'
        kept = _KEEP if keep and not style.keep_with_next else ""
        return Start(self._starts[paragraph.role] + kept, indent, typed)

    def kind(self, first: Paragraph, last: int) -> Kind:
        """Of the list that begins with a paragraph whose label is its number, and goes on to number `last`."""
        assert first.ordinal
        mark, chinese = first.ordinal.mark, self._is_chinese(first.language)
        key = first.role, first.level, mark, chinese, max(last, _GROWN)
        found = self._kinds.get(key)
        if found is None:
            style, wide = self._look.texts[first.role], chinese and is_ambiguous(mark)
            labels = [numbered(mark, number) for number in range(1, key[-1] + 1)]
            found = _kind(first.role, style, first.level, mark, wide, behind_all(labels, style, chinese))
            self._kinds[key] = found
        return found

    def _is_chinese(self, language: str) -> bool:
        return is_chinese(language or self._look.language)

    def _rest(self, paragraph: Paragraph) -> bytes:
        """The paragraph's text and its end."""
        style = self._look.texts[paragraph.role]
        return f"{self._runs.xml(paragraph.inlines, style, paragraph.language)}</w:p>".encode()

    def _whole(self, paragraph: Paragraph, keep: bool) -> bytes:
        """One that is no item of a list."""
        return self.start(paragraph, paragraph.label, keep).typed() + self._rest(paragraph)

    def choices(self, choices: Choices, place: int, keep: bool) -> list[bytes | Listed]:
        """Rows of options. One to a line, they are a list; `place` is theirs in the fragment."""
        if choices.role != OPTION_ROLE:
            raise ValueError(f"no arrangement of options for the role {choices.role!r}")
        count = len(choices.options)
        lettering = self._lettering(
            tuple([letter for letter, _ in choices.options]), choices.mark, choices.language
        )
        options = [self._option(inlines, choices.language) for _, inlines in choices.options]
        columns = self._columns(max((width for _, width in options), default=0.0), lettering.width)
        head = self._starts[option_role(columns)]
        kind = lettering.kind if columns == 1 else None
        rows: list[bytes | Listed] = []
        for first in range(0, count, columns):
            kept = _KEEP if keep or first + columns < count else ""
            start = Start(head + kept, "", lettering.labels[first])
            rows.append(Listed(start, Item(kind, first + 1, place)) if kind else start.typed())
            rows.append(options[first][0])
            for i in range(first + 1, min(first + columns, count)):
                rows += (f"{TAB}{lettering.labels[i]}".encode(), options[i][0])
            rows.append(b"</w:p>")
        return rows

    def _make_option(self, inlines: tuple[Inline, ...], language: str) -> tuple[bytes, float]:
        """An option's text, and its width in ems."""
        runs = self._runs.xml(inlines, self._look.texts[OPTION_ROLE], language)
        return runs.encode(), ems(inlines, self._is_chinese(language))

    def _make_lettering(self, letters: tuple[str, ...], mark: str, language: str) -> _Lettering:
        style, chinese = self._look.texts[OPTION_ROLE], self._is_chinese(language)
        after = [behind((Str(letter),), style, chinese) for letter in letters]
        labels = [self._runs.text(letter, style) + gap for letter, gap in zip(letters, after, strict=True)]
        width = max((text_ems(letter, chinese) * style.size for letter in letters), default=0.0)
        kind = None
        if counts_options(letters, mark):
            kind = _kind(option_role(1), style, 0, mark, False, behind_all(letters, style, chinese))
        return _Lettering(tuple(labels), width, kind)

    def _columns(self, longest: float, label: float) -> int:
        """In which options stand whose longest text takes so many ems, and whose widest label so many points."""
        style = self._look.texts[OPTION_ROLE]
        needed = max(style.hang, label) + (longest + _GAP_BETWEEN_OPTIONS) * style.size
        room = column_width(self._look.page) - style.indent
        return next((columns for columns in OPTION_COLUMNS if needed * columns <= room), 1)

    def answer_lines(self, lines: AnswerLines, keep_all: bool, keep: bool) -> str:
        """Empty paragraphs whose style draws the rules; all stay together, or the first two and the last two."""
        start = self._starts[lines.role]
        kept = f"{start}{_KEEP}</w:pPr></w:p>"
        loose = f"{start}</w:pPr></w:p>"
        if not lines.count:
            return ""
        inner = lines.count - 1  # all but the last
        apart = 0 if keep_all else max(0, inner - 2 * (LINES_KEPT_TOGETHER - 1))
        first = min(inner - apart, LINES_KEPT_TOGETHER - 1)
        return kept * first + loose * apart + kept * (inner - apart - first) + (kept if keep else loose)

    def code(self, code: CodeLines, keep_all: bool, keep: bool) -> str:
        style = self._look.texts[code.role]
        lines = code.code.lines
        together = keep_all or len(lines) <= CODE_KEPT_WHOLE
        start = self._starts[code.role]
        indent = block_indent(style, block_left(self._look, code, column_width(self._look.page)))
        return "".join(
            f"{start}{_KEEP if (keep if number == len(lines) else together) else ''}{indent}</w:pPr>"
            f"{self._runs.text(line, style)}</w:p>"
            for number, line in enumerate(lines, 1)
        )


def _kind(role: str, style: TextStyle, level: int, mark: str, wide: bool, after: Behind) -> Kind:
    """Of lists whose paragraphs, of `role`, are set in `style`."""
    shift = level * style.hang
    left = twips(style.indent + shift)
    stops = "".join(f'<w:tab w:val="left" w:pos="{left + stop}"/>' for stop in after.stops)
    place = (f"<w:tabs>{stops}</w:tabs>" if stops else "") + _hanging(style, shift)
    return Kind(role, level, mark, wide, after.suffix, after.spaced, place)


def block_indent(style: TextStyle, left: float) -> str:
    """w:ind of a block all of whose lines begin at `left`, where the style says otherwise."""
    if style.hang or style.first_line:
        return f'<w:ind w:left="{twips(left)}" w:firstLineChars="0" w:firstLine="0"/>'
    return f'<w:ind w:left="{twips(left)}"/>' if left != style.indent else ""


def _hanging(style: TextStyle, shift: float) -> str:
    """w:ind of a paragraph with a label."""
    left = f'<w:ind w:left="{twips(style.indent + style.hang + shift)}"'
    if style.hang:
        return f'{left} w:hanging="{twips(style.hang)}"/>'
    return f'{left} w:firstLineChars="0" w:firstLine="0"/>'
