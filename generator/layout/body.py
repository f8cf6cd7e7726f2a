"""The body of a document as it is put together: sections, questions, and the list of contents that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.layout.content import first_words, fragment, say
from generator.layout.sections import foreign, heading, note_pieces, question_label, question_number
from generator.markdown import blocks
from generator.model.content import Span
from generator.model.document import Contents, Entry, Fragment, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.style import Style
    from generator.model.content import Inline
    from generator.model.paper import PaperItem, PaperSection
    from generator.model.question import Prompt


STEMS = ("question", "question_heading")  # roles of a stem's first paragraph


class Said:
    """What documents of one style say alike of their sections and questions, composed once and kept."""

    def __init__(self, style: Style, report: Report) -> None:
        self.style = style
        self.report = report
        self._sections: dict[tuple[object, ...], tuple[tuple[Inline, ...], tuple[Part, ...]]] = {}
        self._labels: dict[tuple[str, str], tuple[Inline, ...]] = {}
        self._stems: dict[str, tuple[Inline, ...]] = {}

    def section(self, section: PaperSection, place: int) -> tuple[tuple[Inline, ...], tuple[Part, ...]]:
        """The heading of a section, and the parts of its heading and note."""
        key = (place, section.title, section.note, section.marks, len(section.items))
        found = self._sections.get(key)
        if found is None:
            said = heading(self.style.section.heading, section, place, self.style)
            parts = [heading_part("section", said)] if said else []
            # Without a heading a note would hang between questions, and nothing say for which it stands.
            note = note_pieces(section, self.style, self.report) if said else []
            if note:
                parts.append(Part(fragment(note), keep_with_next=True))
            found = self._sections[key] = said, tuple(parts)
        return found

    def label(self, section: PaperSection, item: PaperItem) -> tuple[Inline, ...]:
        """The label of a question."""
        key = (question_number(self.style, item), item.prompt.label or section.label)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = question_label(self.style, section, item)
        return found

    def stem(self, prompt: Prompt) -> tuple[Inline, ...]:
        """What a list of contents says of a question: the author's words alone."""
        found = self._stems.get(prompt.id)
        if found is None:
            # What is wrong with the text is reported where it is set.
            parsed = blocks(prompt.stem, Report(), prompt.stem.location.file.folder)
            found = self._stems[prompt.id] = first_words(parsed)
        return found


def heading_part(role: str, said: tuple[Inline, ...]) -> Part:
    """A heading, which stays with what follows."""
    return Part(fragment([Paragraph(role, said, keep_with_next=True)]), keep_with_next=True)


class Body:
    """Parts one after another; `document` ("paper" or "key") decides whether they are listed in front."""

    def __init__(self, said: Said, document: str) -> None:
        self._said = said
        self.style = style = said.style
        wanted = style.contents.list if style.contents.documents in (document, "both") else "none"
        self._lists_sections = wanted in ("sections", "all")
        self._lists_questions = wanted in ("questions", "all")
        self._entries: list[Entry] = []
        self.parts: list[Part] = []

    def heading(self, role: str, said: tuple[Inline, ...], listed: bool = False) -> None:
        """A heading of one document alone; nothing when it says nothing."""
        if said:
            self._add(said if listed else (), [heading_part(role, said)])

    def _add(self, listed: tuple[Inline, ...], parts: Sequence[Part]) -> None:
        if listed and self._lists_sections:
            self._entries.append(Entry("contents_section", (), listed, len(self.parts)))
        self.parts += parts

    def section(self, section: PaperSection, place: int) -> None:
        """Heading and note of a section."""
        self._add(*self._said.section(section, place))

    def question(self, section: PaperSection, item: PaperItem, question: Fragment) -> None:
        """A question behind its label, which the style puts before the stem or on a line of its own."""
        label = named = self._said.label(section, item)
        first = question.pieces[0] if question.pieces else None
        opens = isinstance(first, Paragraph) and first.role in STEMS
        language = foreign(item.prompt.language, self.style)
        target = len(self.parts)
        if label and self.style.question.label_position == "own_line":
            self._line(Paragraph("question_label", label, keep_with_next=True))
            label = ()
            named = self.style.key.number.fill({"n": question_number(self.style, item)})
            target += opens
        elif label and not opens:  # a list, a table or code: its number has a line of its own
            role = STEMS[self.style.question.label_position == "heading"]
            self._line(Paragraph(role, (), keep_with_next=True, language=language), label)
            label = ()
        if self._lists_questions:
            said = self._said.stem(item.prompt)
            self._entries.append(Entry("contents", _unstyled(named), said, target, language))
        self.parts.append(Part(question, label))

    def _line(self, paragraph: Paragraph, label: tuple[Inline, ...] = ()) -> None:
        """A line over what it belongs to."""
        self.parts.append(Part(fragment([paragraph]), label, keep_with_next=True))

    def after(self, front: Sequence[Part]) -> tuple[Part, ...]:
        """The whole body: the front, the list of contents if there is one, and the parts."""
        contents: list[Part] = []
        style = self.style.contents
        if self._entries:
            if style.heading:
                title = Paragraph("contents_heading", say(style.heading), keep_with_next=True)
                contents.append(Part(fragment([title]), keep_with_next=True))
            shift = len(front) + len(contents) + 1
            entries = tuple(entry._replace(target=entry.target + shift) for entry in self._entries)
            contents.append(Part(Fragment("", (Contents(entries, style.page_numbers),))))
        return (*front, *contents, *self.parts)


def _unstyled(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """A label without the looks it has before its question."""
    return tuple(
        x for inline in inlines for x in (inline.children if isinstance(inline, Span) else (inline,))
    )
