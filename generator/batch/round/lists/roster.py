"""The attendance sheet of a room: who is expected at which seat, and room to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch.round.lists.columns import column_widths
from generator.layout.content import say
from generator.layout.look import MM, SIZES
from generator.model.content import PageCount, PageNumber
from generator.model.document import Cell, Document, Fragment, Grid, Look, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.round.lists.prints import Seated
    from generator.layout.style import RosterStyle, Style
    from generator.model.document import Page, Piece

UNKNOWN = "□"  # a character that no face has
_PRINTED = ("seat", "number", "name", "post", "room", "session", "date", "remark")
_ROLES = ("title", "meta", "box", "table", "table_head", "table_cell", "footer")
_SIDE_MARGIN = 15 * MM  # at most: a sheet lies on a desk, and its columns want room
_SEAT, _NUMBER, _NAME, _POST, _SIGNATURE, _REMARK = range(6)  # columns
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

    def files(self, titles: Sequence[str], seated: Sequence[Seated], late: str = "") -> dict[str, bytes]:
        """A sheet by format; `late` says which addition it is of.

        Who has a name that no face can show is expected like the others: □ stands for it. In a DOCX it is as it is, for
        Word has other fonts.
        """
        from generator.render.pdf import MissingGlyphs

        document = roster(titles, seated, self._style, late)
        try:
            rendered = self._pdf.render(document)
        except MissingGlyphs as missing:
            blanks = dict.fromkeys(map(ord, missing.characters), UNKNOWN)
            shown = [
                row._replace(**{k: getattr(row, k).translate(blanks) for k in _PRINTED}) for row in seated
            ]
            rendered = self._pdf.render(roster(titles, shown, self._style, late))
        return {"pdf": rendered.data, "docx": self._docx.render(document, rendered.pagination)}


def roster(titles: Sequence[str], seated: Sequence[Seated], style: Style, late: str = "") -> Document:
    """The sheet of those of one room and session, in this order; `titles` are those of their papers.

    Several would make no heading, and stand under it. The heading of an addition, and each of its rows, says which it is.
    """
    words, separator = style.roster, style.wording.list_separator
    first = seated[0]
    expected = sum(bool(row.name) for row in seated)
    posts = dict.fromkeys(row.post for row in seated if row.name or row.post)
    values = {
        "title": titles[0] if len(titles) == 1 else "",
        "room": first.room,
        "date": first.date,
        "session": first.session,
        "post": separator.join(dict.fromkeys(row.post for row in seated if row.name and row.post)),
        "count": str(expected),
    }
    heading = words.title.text(values) or separator.join(titles)
    bare = heading
    if late:
        heading += f"（{late}）" if style.language.lower().startswith("zh") else f" ({late})"
    details = words.details.fill(values)
    papers = separator.join(titles) if not values["title"] and bare != separator.join(titles) else ""
    one_post = len(posts) == 1 and "post" in words.details.fields
    pieces: list[Piece] = [Paragraph("title", say(heading), keep_with_next=True)]
    if papers:
        pieces.append(Paragraph("meta", say(papers), keep_with_next=True))
    if details:
        pieces.append(Paragraph("meta", details, keep_with_next=True))
    table = _table(seated, one_post, style, late)
    body = [Part(Fragment("", (piece,))) for piece in pieces]
    # The last of the names stay with what is to be filled in under them.
    body += [
        Part(Fragment("", (table,)), keep_with_next=True),
        Part(Fragment("", (_closing(expected, style),))),
    ]
    return Document(
        look=roster_look(style),
        title=heading,
        body=tuple(body),
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
    left, right = (min(side, _SIDE_MARGIN) for side in (page.left, page.right))
    return page._replace(columns=1, gutter=0.0, left=left, right=right)


def _table(seated: Sequence[Seated], one_post: bool, style: Style, late: str) -> Grid:
    """Columns of which nobody has anything are left out, but for those that are to be filled in.

    `one_post` stands over the table, and not in each row.
    """
    words = style.roster
    rows = [
        (
            row.seat,
            row.number if row.name else "",
            row.name or row.number,
            "" if one_post else row.post,
            "",
            style.wording.list_separator.join(filter(None, (_stated(row, words, late), row.remark))),
        )
        for row in seated
    ]
    shown = [c for c in range(len(words.columns)) if c >= _SIGNATURE or any(row[c] for row in rows)]
    head = tuple(Cell(say(words.columns[c]), "table_head", "center") for c in shown)
    cells = [tuple(Cell(say(row[c]), "table_cell", _ALIGNS[c]) for c in shown) for row in rows]
    page = roster_look(style).page
    texts = {c: [row[c] for row in rows] for c in shown}
    size = style.paper_look.texts["table_cell"].size
    widths = column_widths(texts, words.columns, page.width - page.left - page.right, size)
    return Grid((head, *cells), widths, head=1, row_height=style.row_height.roster)


def _stated(row: Seated, words: RosterStyle, late: str) -> str:
    if row.fault:
        return words.missing
    return words.again if row.again else late if row.name else ""


def _closing(expected: int, style: Style) -> Grid:
    """How many are expected, and who came, to be filled in."""
    row: list[Cell] = []
    for n, word in enumerate(style.roster.closing):
        row += [Cell(say(word), "box"), Cell(say("" if n else str(expected)), "box")]
    widths = [width for share in _CLOSING_WIDTHS for width in (0.0, share)]
    return Grid((tuple(row),), tuple(widths), row_height=style.row_height.roster, role="box")
