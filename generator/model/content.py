"""What an author writes, once read: text with its place, blocks and inlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from generator.diagnostics import Location


class Text(NamedTuple):
    """Markdown source as it stands in a file, not parsed yet.

    `location` is where the value begins; `end_line` is its last line, so that a fault inside the text can be
    searched for and shown in its own line.
    """

    markdown: str
    location: Location
    end_line: int = 0

    def __bool__(self) -> bool:
        return bool(self.markdown.strip())


# Inlines ---------------------------------------------------------------------------------------


class Str(NamedTuple):
    """A run of characters. Never holds a line break, a tab or a control character."""

    text: str


class Span(NamedTuple):
    """Inlines in one character role: "strong", "emphasis", "code", "label", "marks", …

    What a role looks like, and whether it may break over lines, is the style's to say.
    """

    role: str
    children: tuple[Inline, ...]


class Blank(NamedTuple):
    """A blank to fill in, drawn as a rule. `width` is in ems and never depends on the answer."""

    width: float


class LineBreak(NamedTuple):
    """A forced line break inside a paragraph."""


class PageNumber(NamedTuple):
    """The number of the page it stands on; only in headers and footers."""


class PageCount(NamedTuple):
    """How many pages the document has; only in headers and footers."""


Inline: TypeAlias = "Str | Span | Blank | LineBreak | PageNumber | PageCount"


# Blocks ----------------------------------------------------------------------------------------


class Para(NamedTuple):
    inlines: tuple[Inline, ...]


class ListBlock(NamedTuple):
    """A list; `start` is None for bullets. Each item is a tuple of blocks."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


class CodeBlock(NamedTuple):
    """Fenced code: lines as typed, tabs expanded, set in a fixed-width face."""

    lines: tuple[str, ...]


class Image(NamedTuple):
    """A picture file inside the bank's folder. `path` is absolute; `digest` is of its bytes."""

    path: str
    digest: str
    alt: str


class TableBlock(NamedTuple):
    """A table in a text. `align` has "left", "center" or "right" for each column."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    align: tuple[str, ...]


Block: TypeAlias = "Para | ListBlock | CodeBlock | Image | TableBlock"
