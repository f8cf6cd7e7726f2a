"""Inlines to set lines, under one look: the fonts and styles behind every measure."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.model.content import Blank, LineBreak, PageCount, PageNumber, Span, Str
from generator.model.document import CharStyle
from generator.render.pdf.flow import Shown, by_face
from generator.render.pdf.items import Run, make_items
from generator.render.pdf.lines import Line, break_lines, natural_width
from generator.render.pdf.recent import Recent
from generator.render.pdf.setter import Setter
from generator.render.pdf.show import decorations, fitted, show, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from generator.model.content import Inline
    from generator.model.document import Look, TextStyle
    from generator.render.pdf.items import Items

_T = TypeVar("_T")
_PLAIN = CharStyle()
_NO_WIDTH = 1e9
_KEPT = 700  # texts, rows and options that come back in other fragments; a fragment keeps what is set of it


class SetLine(NamedTuple):
    """A line ready to be placed: `text` goes between BT and ET, `drawing` is drawn from the same origin."""

    x: float  # from the left edge of its box
    width: float
    text: bytes
    drawing: bytes


class _Voice(NamedTuple):
    """How a run is set; those of one `whole` stay together, but for 0."""

    font: str
    size: float
    bold: bool
    italic: bool = False
    dots: bool = False
    whole: int = 0


class Typesetter:
    """Sets text under one look. What is shown is noted in `shown`, what no face has in `missing`."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.missing: set[str] = set()
        self.shown = Shown()
        self._resources = {name: b"F%d" % i for i, name in enumerate(face_names(look))}
        self._kept: Recent[tuple[object, ...], tuple[Any, Mapping[str, tuple[int, ...]]]] = Recent(_KEPT)
        self._setters: dict[tuple[str, float, bool, bool, bool], Setter] = {}

    def scaled(self, scale: float) -> Typesetter:
        """One that sets all text larger or smaller, and notes with this one what it shows."""
        texts = {
            role: style._replace(size=style.size * scale, leading=style.leading * scale)
            for role, style in self.look.texts.items()
        }
        spans = {
            role: style._replace(size=style.size * scale) if style.size else style
            for role, style in self.look.spans.items()
        }
        other = Typesetter(self.look._replace(texts=texts, spans=spans))
        other.missing, other.shown = self.missing, self.shown
        return other

    def resource(self, name: str) -> bytes:
        """The name a face has in the resources of every page, without its slash."""
        return self._resources[name]

    def lines(
        self, inlines: Sequence[Inline], style: TextStyle, language: str, measure: float,
        align: str = "", push: float = 0.0,
    ) -> list[SetLine]:  # fmt: skip
        """Lines in a box `measure` wide; the first begins `push` points further to the right.

        Kept, for options and stems come back in other orders and fragments.
        """
        return self.kept(
            ("lines", inlines, style, language, measure, align, push),
            lambda: self._set(
                inlines, style, language or self.look.language, measure, align or style.align, push
            ),
        )

    def kept(self, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """What `make` made under this key, now or before. What it shows is noted each time."""
        try:
            result, codes = self._kept[key]
        except KeyError:
            outer, self.shown = self.shown, Shown()
            try:
                result, codes = self._kept.keep(key, (make(), by_face(self.shown)))
            finally:
                self.shown = outer
        self.shown.join(codes)
        return result  # type: ignore[no-any-return]

    def _set(
        self, inlines: Sequence[Inline], style: TextStyle, language: str, measure: float, align: str,
        push: float,
    ) -> list[SetLine]:  # fmt: skip
        result: list[SetLine] = []
        for runs in self.segments(inlines, style, language):
            items = self._items(runs, style.size, measure - max(push, 0.0), language, "")
            lines = break_lines(items, measure, measure - push, align == "justify")
            if (
                not language.startswith("zh")
                and align == "justify"
                and _loose(items, lines, measure - push, measure)
            ):
                hyphenated = self._items(runs, style.size, measure - max(push, 0.0), language, language)
                if hyphenated.hyphens:
                    items = hyphenated
                    lines = break_lines(items, measure, measure - push, True)
            for line in lines:
                room = measure - push
                x = push
                if align == "center":
                    x += (room - line.width) / 2
                elif align == "right":
                    x += room - line.width
                result.append(self._line(items, line, x))
                push = 0.0
            if not lines:
                result.append(SetLine(push, 0.0, b"", b""))
                push = 0.0
        return result

    def one_line(self, inlines: Sequence[Inline], style: TextStyle, language: str) -> SetLine:
        """All on one line, as long as it gets. Kept, for the same labels stand in every list."""
        return self.kept(("line", inlines, style, language), lambda: self._one_line(inlines, style, language))

    def _one_line(self, inlines: Sequence[Inline], style: TextStyle, language: str) -> SetLine:
        runs = [
            run
            for segment in self.segments(inlines, style, language or self.look.language)
            for run in segment
        ]
        items = self._items(runs, style.size, _NO_WIDTH, "", "")
        if not len(items):
            return SetLine(0.0, 0.0, b"", b"")
        return self._line(items, Line(0, len(items), natural_width(items, 0, len(items))), 0.0)

    def _line(self, items: Items, line: Line, x: float) -> SetLine:
        sorts = fitted(items, line)
        self.shown.note(shown(items, line, sorts))
        return SetLine(x, line.width, show(items, line, sorts), decorations(items, line))

    def width(self, inlines: Sequence[Inline], style: TextStyle, language: str) -> float:
        """Of the longest line when nothing is broken. Kept like lines."""
        return self.kept(("width", inlines, style, language), lambda: self._width(inlines, style, language))

    def _width(self, inlines: Sequence[Inline], style: TextStyle, language: str) -> float:
        longest = 0.0
        for runs in self.segments(inlines, style, language or self.look.language):
            items = self._items(runs, style.size, _NO_WIDTH, "", "")
            if len(items):
                longest = max(longest, natural_width(items, 0, len(items)))
        return longest

    def setter(self, font: str, size: float, bold: bool, italic: bool, chinese: bool) -> Setter:
        key = (font, size, bold, italic, chinese)
        setter = self._setters.get(key)
        if setter is None:
            family = self.look.fonts[font]
            own = family.bold_faces or family.faces if bold else family.faces
            latin = family.latin_bold or family.latin if bold else family.latin
            if italic and family.latin_italic:
                latin = family.latin_italic
            if not chinese:
                own = words = (*latin, *own)
            else:
                words = (*latin, *own) if italic else own
            self._setters[key] = setter = Setter(
                own, words, latin, self._resources, size, chinese, self.missing
            )
        return setter

    def segments(self, inlines: Sequence[Inline], style: TextStyle, language: str) -> list[list[Run]]:
        """The runs of each stretch between forced line breaks."""
        result: list[list[Run]] = [[]]
        plain = _Voice(style.font, style.size, style.bold)
        self._speak(inlines, plain, language.startswith("zh"), count(1), result)
        return result

    def _speak(
        self, inlines: Sequence[Inline], voice: _Voice, chinese: bool, wholes: Iterator[int],
        result: list[list[Run]],
    ) -> None:  # fmt: skip
        """Add the runs of inlines; `wholes` numbers those that stay together."""
        font, size, bold, italic, dots, whole = voice
        for inline in inlines:
            if isinstance(inline, Str):
                setter = self.setter(font, size, bold, italic, chinese)
                result[-1].append(Run(setter, inline.text, whole, dots))
            elif isinstance(inline, Span):
                style = self.look.spans.get(inline.role, _PLAIN)
                inner = _Voice(
                    style.font or font,
                    style.size or size,
                    bold if style.bold is None else style.bold,
                    italic or style.italic,
                    dots or style.dots,
                    next(wholes) if style.whole and not whole else whole,
                )
                self._speak(inline.children, inner, chinese, wholes, result)
            elif isinstance(inline, Blank):
                setter = self.setter(font, size, bold, italic, chinese)
                result[-1].append(Run(setter, "", whole, blank=inline.width * size))
            elif isinstance(inline, LineBreak):
                result.append([])
            elif isinstance(inline, PageNumber | PageCount):
                raise ValueError("page numbers stand in headers and footers only")

    def _items(
        self, runs: Sequence[Run], size: float, measure: float, language: str, hyphenate: str
    ) -> Items:
        return make_items([r for r in runs if r.text or r.blank], size, measure, hyphenate)


def _loose(items: Items, lines: list[Line], first_measure: float, measure: float) -> bool:
    """Whether a line but the last is ragged or widened by more than half of what is allowed."""
    for i, line in enumerate(lines[:-1]):
        if line.width < (measure if i else first_measure) - 0.01 or line.stretch > items.size / 8:
            return True
    return False


def face_names(look: Look) -> list[str]:
    """Every face a look may use, in an order that depends on nothing but the look."""
    names: list[str] = []
    for family in sorted(look.fonts):
        font = look.fonts[family]
        for group in (font.faces, font.bold_faces, font.latin, font.latin_bold, font.latin_italic):
            names += [name for name in group if name not in names]
    return names
