"""The Document: what both renderers get. It carries intent (roles, keeps, answer lines), no coordinates.

Document ─ body: parts, each a Fragment (blocks that belong to one question, note or heading and
can be measured once and used in many documents) behind an optional hanging label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.content import CodeBlock, Image, Inline


# How it looks: said by the style, once for all documents of a kind ------------------------------


class TextStyle(NamedTuple):
    """How a paragraph role is set. Lengths are points.

    The label of a paragraph, if any, stands in the `hang` points right of `indent`; the text stands at
    `indent + hang`. A label wider than `hang` pushes the first line to the right by what is missing.
    """

    font: str  # a family of Look.fonts
    size: float
    leading: float  # line pitch
    bold: bool = False
    align: str = "justify"  # justify, left, center, right
    space_before: float = 0.0
    space_after: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    first_line: float = 0.0  # extra indent of the first line of a paragraph without a label
    keep_with_next: bool = False
    keep_lines: bool = False  # never broken over pages
    outline: int | None = None  # heading level for navigation, from 1


class CharStyle(NamedTuple):
    """How a Span role differs from the paragraph it stands in. None leaves a property as it is."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool = False  # Latin letters only; Han has no italics
    dots: bool = False  # emphasis dots under Han characters
    whole: bool = False  # never broken over lines


class Font(NamedTuple):
    """A family of fonts.

    `faces` and `bold_faces` are names of faces the PDF embeds, first choice first, or paths of font files; a
    character goes to the first that has it. `latin*` are those for text whose language is not
    Chinese; empty means the same as the others. `docx` and `docx_latin` are the names Word is given.
    """

    faces: tuple[str, ...]
    bold_faces: tuple[str, ...]
    docx: str
    docx_latin: str
    latin: tuple[str, ...] = ()
    latin_bold: tuple[str, ...] = ()
    latin_italic: tuple[str, ...] = ()


class Page(NamedTuple):
    """Paper size, margins and columns, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    columns: int = 1
    gutter: float = 0.0  # between columns
    footer: float = 0.0  # from the paper's lower edge to the footer's baseline
    header: float = 0.0  # from the paper's upper edge to the header's baseline


class Look(NamedTuple):
    """Everything a renderer has to know about looks. One per kind of document and style.

    `digest` tells looks apart; whatever is measured under one look is good for all documents of it.
    """

    digest: str
    language: str  # BCP 47, of the fixed words
    page: Page
    fonts: Mapping[str, Font]
    texts: Mapping[str, TextStyle]  # by paragraph role
    spans: Mapping[str, CharStyle]  # by span role
    style_names: Mapping[str, str]  # role -> the name a Word user sees
    rule: float = 0.4  # answer lines: thickness
    rule_pitch: float = 28.0  # and distance
    line: float = 0.5  # rules of tables: thickness


# What it says -----------------------------------------------------------------------------------


class Ordinal(NamedTuple):
    """A place in a list: the `number`-th item, in a list whose mark is `mark` ("（1）", "①", "-", "A.")."""

    mark: str
    number: int


class Paragraph(NamedTuple):
    """A paragraph of a role. `label` hangs before it ("1.", "（1）").

    `level` is its depth in a list of lists: each level stands one `hang` of its role further in. With an
    `ordinal` the label is that of a list item, which a word processor may count for itself.
    """

    role: str
    inlines: tuple[Inline, ...]
    label: tuple[Inline, ...] = ()
    level: int = 0
    keep_with_next: bool = False
    language: str = ""  # empty: the look's
    ordinal: Ordinal | None = None


class Choices(NamedTuple):
    """Options of a question: four, two or one to a line, the most that fits all of them.

    `options` are (letter label, inlines) in printed order; `mark` is what the labels are made of ("A.").
    """

    options: tuple[tuple[str, tuple[Inline, ...]], ...]
    role: str = "option"
    language: str = ""
    mark: str = ""


class AnswerLines(NamedTuple):
    """Ruled lines to write on, from the text's left edge to the right margin."""

    count: int  # type: ignore[assignment]  # nobody asks a node for tuple.count
    role: str = "answer_space"


class Cell(NamedTuple):
    inlines: tuple[Inline, ...]
    role: str = "cell"
    align: str = ""  # left, center, right; empty: the role's
    language: str = ""
    span: int = 1  # columns, none of which is as wide as its content


class Under(NamedTuple):
    """The text that a block inside it begins at: that of paragraphs of a role at a level, as in an item of a list."""

    role: str
    level: int = 0


class Grid(NamedTuple):
    """A table.

    `widths` are shares of the available width, or points when `fixed`; 0 means as wide as its longest
    content, and the widest such columns give way where there is no room for all. `rules` is "all" (box and
    grid) or "rows" (hairlines across). The first `head` rows repeat when the table is broken; one of few rows
    is broken only when no page holds it, a row only when it is higher than half a column.
    The indent, space_before and space_after of the paragraph role `role`, where the look has it,
    place the table, but for its indent when it stands `under` a text.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    rules: str = "all"
    fixed: bool = False
    align: str = "left"  # of the whole table
    row_height: float = 0.0  # at least
    head: int = 0
    role: str = "table"
    under: Under | None = None


class CodeLines(NamedTuple):
    """A block of code; `role` says face, size, and indent where it does not stand `under` a text."""

    code: CodeBlock
    role: str = "code"
    under: Under | None = None


class Figure(NamedTuple):
    """A picture, at its natural size (from its resolution, 96 dpi if none) but never wider than the text."""

    image: Image
    role: str = "figure"
    under: Under | None = None


class Entry(NamedTuple):
    """A line of a list of contents. `target` is the index of the part of the document's body it leads to."""

    role: str
    label: tuple[Inline, ...]
    inlines: tuple[Inline, ...]
    target: int
    language: str = ""


class Contents(NamedTuple):
    """A list of contents, with or without the pages on which its targets begin.

    `role` is that of most entries. Its fragment has no digest, for it is one document's own.
    """

    entries: tuple[Entry, ...]
    page_numbers: bool
    role: str = "contents"


Piece: TypeAlias = "Paragraph | Choices | AnswerLines | Grid | CodeLines | Figure | Contents"


class Fragment(NamedTuple):
    """Blocks that are laid out once and used in many documents.

    `digest` is of the content and of everything it was composed with: equal digests, equal pieces; what has an
    empty one is never kept. A stem always stays with its options and its first two answer lines. `keep` asks
    that the fragment stays on one page: it begins a new one rather than be broken, unless a third of a column or
    more would be left empty by that.
    """

    digest: str
    pieces: tuple[Piece, ...]
    keep: bool = False


class Part(NamedTuple):
    """A fragment in its place: `label` is the label of its first paragraph (a question's number)."""

    fragment: Fragment
    label: tuple[Inline, ...] = ()
    keep_with_next: bool = False


class Document(NamedTuple):
    look: Look
    title: str  # document properties
    body: tuple[Part, ...]
    footer: tuple[Inline, ...] = ()
    header: tuple[Inline, ...] = ()


class Pagination(NamedTuple):
    """How a document came out on pages; what is set first, as PDF, tells it to what Word sets for itself.

    `starts` are the pages, from 1, on which the parts of the body begin. `loose` are the indices of parts
    that ask to be kept whole but that another program, whose lines come out a little longer, should not keep so.
    """

    pages: int
    starts: tuple[int, ...]
    loose: frozenset[int] = frozenset()
