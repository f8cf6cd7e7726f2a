"""Several texts in one sentence: ①…；②…。 Stops are those of the language the texts are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.content import say
from generator.model.content import Span, Str
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.style import Style
    from generator.model.content import Inline

STOPS = "。；;. "
_FINAL = ("？", "！", "?", "!", "…", "⋯")  # what no other stop follows


class Sentences:
    """Joins texts of one language: `language` is empty for the document's own."""

    def __init__(self, style: Style, language: str) -> None:
        chinese = _is_chinese(language or style.language)
        wording = style.wording
        self.words = wording.words if chinese == _is_chinese(style.language) else wording.foreign
        self.space = "" if chinese else " "  # between sentences, and the things of one
        self._colon = "：" if chinese else ": "
        self._brackets = ("（", "）") if chinese else (" (", ")")

    def enumerator(self, number: int) -> str:
        """Before each of several things in one sentence: ①"""
        return numbered(self.words["enumerator"], number)

    def enumerated(self, texts: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """Texts in one sentence: ①…；②…；③…。 A single one goes without its number."""
        parts: list[Inline] = []
        for number, said in enumerate(texts, start=1):
            if len(texts) > 1:
                parts.append(Str(self.enumerator(number)))
            last = number == len(texts)
            parts += self.closed(said, self.words["full_stop" if last else "semicolon"])
        return tuple(parts)

    def closed(
        self, said: tuple[Inline, ...], closing: str, marks: tuple[Inline, ...] = ()
    ) -> tuple[Inline, ...]:
        """A clause, its marks, and `closing` instead of whatever stop the author put there."""
        said = _bare(said, STOPS)
        if _ending(said) in _FINAL:
            closing = closing[len(closing.rstrip()) :]
        return (*said, *marks, *say(closing))

    def leading(self, said: tuple[Inline, ...], marks: tuple[Inline, ...] = ()) -> tuple[Inline, ...]:
        """A clause and its marks, with a colon, since what belongs to it follows."""
        if _ending(said) in _FINAL or not said:
            return (*said, *marks, *say(self.space))
        return (*_bare(said, f"{STOPS}，,、：:"), *marks, Str(self._colon))

    def bracketed(self, said: tuple[Inline, ...], inner: Sequence[Inline]) -> tuple[Inline, ...]:
        """A clause, and behind it in brackets what belongs to it."""
        opening, closing = self._brackets
        return (*_bare(said, f"{STOPS}，,、：:"), Str(opening), *inner, Str(closing))


def _is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


def _bare(said: tuple[Inline, ...], stops: str) -> tuple[Inline, ...]:
    """Inlines without the `stops` at their end."""
    if not said:
        return said
    *front, end = said
    if isinstance(end, Str):
        end = Str(end.text.rstrip(stops))
    elif isinstance(end, Span) and end.role != "code":
        end = Span(end.role, _bare(end.children, stops))
    return (*front, end)


def _ending(said: tuple[Inline, ...]) -> str:
    """The last character; empty where there is none."""
    end = said[-1] if said else None
    if isinstance(end, Span) and end.role != "code":
        return _ending(end.children)
    return end.text[-1:] if isinstance(end, Str) else ""
