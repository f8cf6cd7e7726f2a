"""The attendance sheet of a room: who is expected at which seat, and room to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.content import ems, say
from generator.layout.look import MM, SIZES
from generator.model.content import PageCount, PageNumber
from generator.model.document import Cell, Document, Fragment, Grid, Look, Paragraph, Part
from generator.render.place import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.round.printing import Seated
    from generator.layout.style import Style
    from generator.model.document import Page, Piece

UNKNOWN = "□"  # a character that no face has
_PRINTED = ("seat", "number", "name", "post", "room", "session", "date")
_ROLES = ("title", "meta", "box", "table", "table_head", "table_cell", "footer")
_MOST = (5.0, 11.0, 12.0, 9.0)  # ems of seat, number, name and post
_KNOWN = 4  # columns; the others are to be filled in
_WHOLE = (0, 1)  # of them: seat and number, which are not broken
_SIDE = 16.0  # points beside what stands in a cell, and for what is wider than reckoned
_LEAST = 1 / 3  # of the width: signature and remarks together
_SIGNATURE = 0.62  # of that
_ALIGNS = ("center", "center", "center", "left", "left", "left")
_CLOSING_WIDTHS = (1.0, 1.0, 1.0, 3.0)


class RosterPress:
    """Sets the sheets of a round in one style."""

    def __init__(self, style: Style) -> None:
        from generator.render.docx import Renderer as DocxRenderer
        from generator.render.pdf import Renderer

        self._style = style
        look = roster_look(style)
        self._pdf, self._docx = Renderer(look), DocxRenderer(look)

    def files(self, title: str, seated: Sequence[Seated]) -> dict[str, bytes]:
        """A sheet by format. Who has a name that no face can show is expected like the others: □ stands for it.

        In a DOCX it is as it is, for Word has other fonts.
        """
        from generator.render.pdf import MissingGlyphs

        document = roster(title, seated, self._style)
        try:
            rendered = self._pdf.render(document)
        except MissingGlyphs as missing:
            blanks = dict.fromkeys(map(ord, missing.characters), UNKNOWN)
            shown = [
                row._replace(**{k: getattr(row, k).translate(blanks) for k in _PRINTED}) for row in seated
            ]
            rendered = self._pdf.render(roster(title, shown, self._style))
        return {"pdf": rendered.data, "docx": self._docx.render(document, rendered.pagination)}


def roster(title: str, seated: Sequence[Seated], style: Style) -> Document:
    """The sheet of those of one room and session, in this order; `title` is that of their paper."""
    first = seated[0]
    expected = sum(bool(row.name) for row in seated)
    values = {
        "title": title,
        "room": first.room,
        "date": first.date,
        "session": first.session,
        "count": str(expected),
    }
    words = style.roster
    heading = words.title.text(values)
    details = words.details.fill(values)
    pieces: list[Piece] = [Paragraph("title", say(heading), keep_with_next=True)]
    if details:
        pieces.append(Paragraph("meta", details, keep_with_next=True))
    pieces += [_table(seated, style), _closing(expected, style)]
    return Document(
        look=roster_look(style),
        title=heading,
        body=tuple(Part(Fragment("", (piece,))) for piece in pieces),
        footer=words.footer.fill({**values, "page": PageNumber(), "pages": PageCount()}),
    )


def roster_look(style: Style) -> Look:
    """The look of a style's papers in one column, on paper that lies on a desk: A4 at most."""
    look = style.paper_look
    texts = {role: look.texts[role] for role in _ROLES if role in look.texts}
    texts["table"] = texts["table"]._replace(indent=0.0)
    return look._replace(digest=f"{look.digest} roster", page=_sheet(look.page), texts=texts)


def _sheet(page: Page) -> Page:
    width, height = (round(side * MM, 3) for side in SIZES["A4"])
    if min(page.width, page.height) > width or max(page.width, page.height) > height:
        page = page._replace(width=width, height=height)
    return page._replace(columns=1, gutter=0.0)


def _table(seated: Sequence[Seated], style: Style) -> Grid:
    """Columns of which nobody has anything are left out, but for those that are to be filled in."""
    words = style.roster
    rows = [
        (row.seat, row.number if row.name else "", row.name or words.spare, row.post, "", "")
        for row in seated
    ]
    shown = [c for c in range(len(words.columns)) if c >= _KNOWN or any(row[c] for row in rows)]
    head = tuple(Cell(say(words.columns[c]), "table_head", "center") for c in shown)
    cells = [tuple(Cell(say(row[c]), "table_cell", _ALIGNS[c]) for c in shown) for row in rows]
    widths = _widths([words.columns, *rows], [c for c in shown if c < _KNOWN], style)
    return Grid((head, *cells), widths, head=1, row_height=style.row_height.roster)


def _widths(rows: Sequence[Sequence[str]], known: Sequence[int], style: Style) -> tuple[float, ...]:
    """In points: columns are as wide as what stands in them, up to a bound; the rest is to write in."""
    page = _sheet(style.paper_look.page)
    room = page.width - page.left - page.right
    size = style.paper_look.texts["table_cell"].size
    widths = [min(max(ems(say(row[c])) for row in rows), _MOST[c]) * size + _SIDE for c in known]
    whole = sum(c in _WHOLE for c in known)
    widths[whole:] = squeezed(widths[whole:], room * (1 - _LEAST) - sum(widths[:whole]))
    rest = room - sum(widths)
    return (*widths, rest * _SIGNATURE, rest * (1 - _SIGNATURE))


def _closing(expected: int, style: Style) -> Grid:
    """How many are expected, and who came, to be filled in."""
    row: list[Cell] = []
    for n, word in enumerate(style.roster.closing):
        row += [Cell(say(word), "box"), Cell(say("" if n else str(expected)), "box")]
    widths = [width for share in _CLOSING_WIDTHS for width in (0.0, share)]
    return Grid((tuple(row),), tuple(widths), row_height=style.row_height.roster, role="box")
