"""Composer: the pieces of one paragraph, put together to inlines, with white space and breaks settled."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.markdown.characters import soft_break
from generator.model.content import Blank, LineBreak, Para, Span, Str

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Block, Image, Inline


class _Piece(NamedTuple):
    inline: Str | Blank | LineBreak
    roles: tuple[str, ...] = ()  # of the spans it stands in, outermost first


class Composer:
    """Takes text, blanks, breaks and pictures in reading order; gives blocks.

    White space beside a break, a picture or an edge of the paragraph is dropped, except in code. A picture
    ends the paragraph before it and begins another.
    """

    __slots__ = ("_blocks", "_pieces", "_soft")

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._pieces: list[_Piece] = []
        self._soft = False  # a soft break waits for what follows

    def text(self, text: str, roles: tuple[str, ...] = ()) -> None:
        if "\t" in text:
            text = text.replace("\t", " ")
        if self._soft or not self._pieces or isinstance(self._pieces[-1].inline, LineBreak):
            text = text.lstrip()
        if text:
            self._join(text, roles)
            self._pieces.append(_Piece(Str(text), roles))

    def code(self, text: str, roles: tuple[str, ...] = ()) -> None:
        text = text.replace("\t", " ")
        self._join(text, roles)
        self._pieces.append(_Piece(Str(text), (*roles, "code")))

    def blank(self, underscores: int, roles: tuple[str, ...] = ()) -> None:
        """Four underscores are 4 em, each further one an em more, up to 20."""
        self._join("", roles)
        self._pieces.append(_Piece(Blank(float(min(underscores, 20))), roles))

    def soft_break(self) -> None:
        self._trim()
        self._soft = bool(self._pieces)

    def hard_break(self) -> None:
        self._trim()
        if self._pieces:
            self._pieces.append(_Piece(LineBreak()))

    def image(self, image: Image) -> None:
        self.end_paragraph()
        self._blocks.append(image)

    def end_paragraph(self) -> None:
        self._trim()
        while self._pieces and isinstance(self._pieces[-1].inline, LineBreak):
            self._pieces.pop()
            self._trim()
        if self._pieces:
            self._blocks.append(Para(_nest(self._pieces, 0)))
            self._pieces = []

    def blocks(self) -> tuple[Block, ...]:
        self.end_paragraph()
        return tuple(self._blocks)

    def paragraphs(self) -> tuple[Para, ...]:
        """The blocks that hold words."""
        return tuple(block for block in self.blocks() if isinstance(block, Para))

    def _join(self, text: str, roles: tuple[str, ...]) -> None:
        """Settle the soft break, if one waits, now that it is known what follows."""
        if not self._soft:
            return
        self._soft = False
        before, outer = self._pieces[-1]
        if isinstance(before, LineBreak):
            return
        space = soft_break(before.text if isinstance(before, Str) else "", text)
        if space:
            common = 0
            while common < min(len(roles), len(outer)) and roles[common] == outer[common]:
                common += 1
            self._pieces.append(_Piece(Str(space), roles[:common]))

    def _trim(self) -> None:
        self._soft = False
        while self._pieces:
            inline, roles = self._pieces[-1]
            if not isinstance(inline, Str) or roles[-1:] == ("code",):
                return
            text = inline.text.rstrip()
            if text:
                self._pieces[-1] = _Piece(Str(text), roles)
                return
            self._pieces.pop()


def _nest(pieces: Iterable[_Piece], depth: int) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for role, group in groupby(pieces, key=lambda piece: "".join(piece.roles[depth : depth + 1])):
        if role:
            inlines.append(Span(role, _nest(group, depth + 1)))
            continue
        for kind, run in groupby((piece.inline for piece in group), key=type):
            if kind is Str:
                inlines.append(Str("".join(inline.text for inline in run if isinstance(inline, Str))))
            else:
                inlines.extend(run)
    return tuple(inlines)
