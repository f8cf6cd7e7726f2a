"""Paragraphs (w:p): text, options in columns, answer lines and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.docx.measure import column_width, ems, text_ems
from generator.render.docx.names import is_chinese, style_id
from generator.render.docx.styles import OPTION_COLUMNS, OPTION_ROLE, option_role
from generator.render.docx.xml import twips

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import AnswerLines, Choices, CodeLines, Look, Paragraph
    from generator.render.docx.runs import Runs

_GAP_BETWEEN_OPTIONS = 1.0  # ems at least
_TAB = "<w:r><w:tab/></w:r>"
_KEEP = "<w:keepNext/>"
LINES_KEPT_TOGETHER = 2
CODE_KEPT_WHOLE = 20  # lines


class Paragraphs:
    """Paragraphs in one look. `keep` asks that the (last) paragraph stays with what follows."""

    def __init__(self, look: Look, runs: Runs) -> None:
        self._look = look
        self._runs = runs
        self._starts = {role: f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>' for role in look.texts}
        for columns in OPTION_COLUMNS:
            role = option_role(columns)
            self._starts[role] = f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>'

    def opening(self, paragraph: Paragraph, label: tuple[Inline, ...], keep: bool) -> str:
        """A text paragraph up to its text: properties and label."""
        style = self._look.texts[paragraph.role]
        language = paragraph.language
        shift = paragraph.level * style.hang
        left = twips(style.indent + style.hang + shift)
        indent = head = ""
        if label:
            chinese = is_chinese(language or self._look.language)
            # A label wider than its room is followed by the text at once: a tab would leap to the next stop.
            fits = ems(label, chinese) * style.size <= style.hang
            head = self._runs.xml(label, style, language) + (_TAB if fits else "")
            if shift:
                indent = f'<w:ind w:left="{left}" w:hanging="{twips(style.hang)}"/>'
            elif style.first_line and not style.hang:
                indent = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
        elif style.hang:
            indent = f'<w:ind w:left="{left}" w:firstLine="{twips(style.first_line)}"/>'
        elif shift:
            indent = f'<w:ind w:left="{left}"/>'
        kept = _KEEP if keep and not style.keep_with_next else ""
        return f"{self._starts[paragraph.role]}{kept}{indent}</w:pPr>{head}"

    def rest(self, paragraph: Paragraph) -> str:
        """The paragraph's text and its end."""
        style = self._look.texts[paragraph.role]
        return self._runs.xml(paragraph.inlines, style, paragraph.language) + "</w:p>"

    def choices(self, choices: Choices, keep: bool) -> str:
        style = self._look.texts[choices.role]
        columns = self._columns(choices)
        start = self._starts[option_role(columns)]
        chinese = is_chinese(choices.language or self._look.language)
        rows = []
        for first in range(0, len(choices.options), columns):
            cells = [
                self._runs.text(letter, style)
                + (_TAB if text_ems(letter, chinese) * style.size <= style.hang else "")
                + self._runs.xml(inlines, style, choices.language)
                for letter, inlines in choices.options[first : first + columns]
            ]
            kept = _KEEP if keep or first + columns < len(choices.options) else ""
            rows.append(f"{start}{kept}</w:pPr>{_TAB.join(cells)}</w:p>")
        return "".join(rows)

    def _columns(self, choices: Choices) -> int:
        if choices.role != OPTION_ROLE:
            raise ValueError(f"no arrangement of options for the role {choices.role!r}")
        style = self._look.texts[choices.role]
        chinese = is_chinese(choices.language or self._look.language)
        longest = max((ems(inlines, chinese) for _, inlines in choices.options), default=0.0)
        label = max((text_ems(letter, chinese) * style.size for letter, _ in choices.options), default=0.0)
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
        return "".join(
            f"{start}{_KEEP if (keep if number == len(lines) else together) else ''}</w:pPr>"
            f"{self._runs.text(line, style)}</w:p>"
            for number, line in enumerate(lines, 1)
        )
