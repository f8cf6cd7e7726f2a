"""A list of contents as Word's own: a TOC field, its entries cached, linked to bookmarks at their targets.

The styles of entries are Word's `toc N`, in which an update of the field sets them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.document import Contents, Paragraph
from generator.render.docx.labels import behind
from generator.render.docx.names import is_chinese, style_id
from generator.render.docx.runs import TAB, field, field_begin, field_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Document, Entry, Look, Pagination, Part
    from generator.render.docx.runs import Runs


def bookmarks(document: Document) -> dict[int, str]:
    """Names of the bookmarks that lists of contents lead to, by index of the body's part."""
    targets = {
        entry.target
        for part in document.body
        if not part.fragment.digest
        for piece in part.fragment.pieces
        if isinstance(piece, Contents)
        for entry in piece.entries
    }
    return {target: f"_Toc{target + 1:08d}" for target in sorted(targets)}


def contents(
    piece: Contents, document: Document, pagination: Pagination, names: dict[int, str], runs: Runs
) -> str:
    """The paragraphs of the list; `names` are those of the bookmarks."""
    look = document.look
    last = len(piece.entries) - 1
    return "".join(
        "".join(
            (
                f'<w:p><w:pPr><w:pStyle w:val="{style_id(entry.role)}"/></w:pPr>',
                "" if number else field_begin(_instruction(piece, document.body, look)),
                f'<w:hyperlink w:anchor="{names[entry.target]}" w:history="1">',
                _entry(entry, look, runs),
                _page(names[entry.target], pagination.starts[entry.target]) if piece.page_numbers else "",
                "</w:hyperlink>",
                field_end() if number == last else "",
                "</w:p>",
            )
        )
        for number, entry in enumerate(piece.entries)
    )


def _instruction(piece: Contents, body: Sequence[Part], look: Look) -> str:
    """What has Word make the same list: all paragraphs of the outline levels of those listed."""
    levels = {level for entry in piece.entries if (level := _level(body[entry.target], look))} or {1}
    numbers = "" if piece.page_numbers else r" \n"
    return rf'TOC \o "{min(levels)}-{max(levels)}" \h \z \u{numbers}'


def _level(part: Part, look: Look) -> int | None:
    """The outline level of the part's heading."""
    levels = (look.texts[p.role].outline for p in part.fragment.pieces if isinstance(p, Paragraph))
    return next(filter(None, levels), None)


def _entry(entry: Entry, look: Look, runs: Runs) -> str:
    style = look.texts[entry.role]
    label = runs.xml(entry.label, style, entry.language)
    label += behind(entry.label, style, is_chinese(entry.language or look.language))
    return label + runs.xml(entry.inlines, style, entry.language)


def _page(bookmark: str, page: int) -> str:
    return TAB + field(rf"PAGEREF {bookmark} \h", str(page))
