"""What an author wrote, as pieces of a Document: blocks of Markdown into paragraphs, tables and the like."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.markdown import blocks
from generator.model.content import CodeBlock, Image, ListBlock, Para, Str, TableBlock
from generator.model.document import Cell, CodeLines, Figure, Fragment, Grid, Ordinal, Paragraph, Under
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diagnostics import Report
    from generator.layout.style import Style
    from generator.model.content import Block, Inline, Text
    from generator.model.document import Piece


_KEPT = 4_000  # pieces, of some 1 kB each
_pieces: dict[bytes, Piece] = {}  # by digest


def fragment(pieces: Iterable[Piece], keep: bool = False) -> Fragment:
    """Pieces as a fragment that renderers keep by the digest of what it says.

    Equal pieces are one, for a question comes back with its options in every order.
    """
    whole = [(hashlib.blake2b(repr(piece).encode(), digest_size=16).digest(), piece) for piece in pieces]
    if len(_pieces) >= _KEPT:
        _pieces.clear()
    shared = tuple([_pieces.setdefault(digest, piece) for digest, piece in whole])
    said = b"".join([b"keep" if keep else b"", *(digest for digest, _ in whole)])
    return Fragment(hashlib.blake2b(said, digest_size=16).hexdigest(), shared, keep)


def passing(pieces: Iterable[Piece], keep: bool = False) -> Fragment:
    """The same for one that renderers are not to keep."""
    return Fragment("", tuple(pieces), keep)


def say(text: str) -> tuple[Inline, ...]:
    """A word of ours as inlines."""
    return (Str(text),) if text else ()


def ordinal_label(ordinal: Ordinal | None) -> tuple[Inline, ...]:
    """What stands before an item of a list; nothing for a mark that is empty."""
    return say(numbered(ordinal.mark, ordinal.number)) if ordinal and ordinal.mark else ()


def headed(
    style: Style,
    role: str,
    head: Sequence[Inline],
    said: Sequence[Inline] = (),
    language: str = "",
) -> Paragraph:
    """A paragraph that begins with a word of ours, `head`, if there is one.

    Where first lines are indented, it is the paragraph's label, for such a paragraph begins at the margin.
    """
    look = style.key_look.texts.get(role)
    if head and look is not None and look.first_line and not look.hang:
        return Paragraph(role, tuple(said), tuple(head), language=language)
    return Paragraph(role, (*head, *said), language=language)


def text_pieces(
    text: Text,
    role: str,
    style: Style,
    report: Report,
    *,
    language: str = "",
    head: Sequence[Inline] = (),
    tail: Sequence[Inline] = (),
    ordinal: Ordinal | None = None,
    depth: int = 0,
    level: int = 0,
    more_role: str = "",
    list_role: str = "list",
) -> list[Piece]:
    """The pieces of `text`: its first paragraph in `role`, further ones in `more_role`, else in `role` too.

    Its paragraphs stand at `depth`; lists in it are set in `list_role`, from depth `level`. `head` is run in
    before the first paragraph, `tail` behind the last; the number of an `ordinal` hangs before the first.
    """
    parsed = blocks(text, report, text.location.file.folder)
    setter = _Setter(role, more_role or role, list_role, style, language, depth, level)
    return setter.pieces(parsed, tuple(head), tuple(tail), ordinal)


_ANSWERS = ("answer", "analysis")


class _Setter:
    def __init__(
        self,
        role: str,
        more_role: str,
        list_role: str,
        style: Style,
        language: str,
        depth: int,
        level: int,
    ) -> None:
        self.role = role
        self.more_role = more_role
        self.list_role = list_role
        self.style = style
        self.marks = style.lists
        self.language = language
        self.depth = depth
        self.level = level

    def pieces(
        self,
        parsed: Sequence[Block],
        head: tuple[Inline, ...],
        tail: tuple[Inline, ...],
        ordinal: Ordinal | None,
    ) -> list[Piece]:
        parsed = list(parsed)
        label = ordinal_label(ordinal)
        if (head or label) and not (parsed and isinstance(parsed[0], Para)):
            parsed.insert(0, Para(()))
        # What closes a text stands at its last paragraph, though a table, list or picture may follow.
        closing = max((k for k, block in enumerate(parsed) if isinstance(block, Para)), default=len(parsed))
        if tail and closing == len(parsed):
            parsed.append(Para(()))
        # Styles set answers elsewhere than stems; what stands in them begins where their text does.
        under = Under(self.role, self.depth) if ordinal or self.role in _ANSWERS else None
        pieces: list[Piece] = []
        for index, block in enumerate(parsed):
            if isinstance(block, Para):
                inlines = (*block.inlines, *tail) if index == closing else block.inlines
                role = self.more_role if index else self.role
                paragraph = headed(self.style, role, () if index else head, inlines, self.language)
                if label and index == 0:
                    paragraph = paragraph._replace(label=label, ordinal=ordinal)
                pieces.append(paragraph._replace(level=self.depth) if self.depth else paragraph)
            else:
                pieces += self.block(block, self.level, under)
        return pieces

    def block(
        self, block: ListBlock | CodeBlock | Image | TableBlock, level: int, under: Under | None
    ) -> list[Piece]:
        """A block `under` the text of an item, if it is in one; a list from depth `level`."""
        if isinstance(block, ListBlock):
            return self.list(block, level)
        if isinstance(block, CodeBlock):
            return [CodeLines(block, under=under)]
        if isinstance(block, Image):
            return [Figure(block, under=under)]
        return [table(block, self.language, under)]

    def list(self, block: ListBlock, level: int) -> list[Piece]:
        mark = self.marks.bullet(level) if block.start is None else self.marks.ordinal(level)
        pieces: list[Piece] = []
        for number, item in enumerate(block.items, start=1 if block.start is None else block.start):
            ordinal: Ordinal | None = Ordinal(mark, number)
            for inner in item or (Para(()),):
                if not isinstance(inner, Para):
                    if ordinal:
                        pieces.append(self._item((), level, ordinal))
                    pieces += self.block(inner, level + 1, Under(self.list_role, level))
                else:
                    pieces.append(self._item(inner.inlines, level, ordinal))
                ordinal = None
        return pieces

    def _item(self, inlines: tuple[Inline, ...], level: int, ordinal: Ordinal | None) -> Paragraph:
        label = ordinal_label(ordinal)
        return Paragraph(self.list_role, inlines, label, level, language=self.language, ordinal=ordinal)


def table(block: TableBlock, language: str, under: Under | None) -> Grid:
    """A table of a text, its columns as wide as what they hold."""
    rows = [("table_head", block.header)] if any(block.header) else []
    rows += [("table_cell", row) for row in block.rows]
    cells = tuple(
        tuple(Cell(cell, role, align, language) for cell, align in zip(row, block.align, strict=True))
        for role, row in rows
    )
    return Grid(cells, (0.0,) * len(block.align), head=len(rows) - len(block.rows), under=under)


def first_words(parsed: Sequence[Block]) -> tuple[Inline, ...]:
    """What tells a text in one line: its first paragraph, or the first words of its lists, tables and the like."""
    said = next((block.inlines for block in parsed if isinstance(block, Para) and block.inlines), ())
    return said or next(filter(None, map(_words, parsed)), ())


def _words(block: Block) -> tuple[Inline, ...]:
    if isinstance(block, Para):
        return block.inlines
    if isinstance(block, ListBlock):
        return next(filter(None, map(first_words, block.items)), ())
    if isinstance(block, TableBlock):
        return next(filter(None, (cell for row in (block.header, *block.rows) for cell in row)), ())
    if isinstance(block, CodeBlock):
        return say(next(filter(None, map(str.strip, block.lines)), ""))
    return say(block.alt)
