"""Renderer: Document to the bytes of a DOCX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.docx import parts
from generator.render.docx.fragments import Composer, DrawingId
from generator.render.docx.names import style_id
from generator.render.docx.package import archive, deflated
from generator.render.docx.styles import styles_part
from generator.render.docx.xml import DRAWING, HEAD, MAIN, RELATIONSHIPS

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import Document, Look, Part
    from generator.render.docx.fragments import Composed
    from generator.render.docx.package import Entry
    from generator.render.docx.pictures import Picture

_ROOT = (
    f'<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture">'
)


class Renderer:
    """Renders documents of one look. Fragments are composed once and kept by their digest."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._composer = Composer(look)
        self._composed: dict[tuple[str, bool], Composed] = {}
        self._framed: dict[tuple[str, ...], _Frame] = {}
        self._styles = [
            _entry("word/settings.xml", parts.settings_part(look)),
            _entry("word/styles.xml", styles_part(look)),
            _entry("word/fontTable.xml", parts.font_table_part(look)),
        ]
        self._package_relationships = _entry("_rels/.rels", parts.package_relationships())

    def render(self, document: Document, pages: int) -> bytes:
        """The DOCX of `document`; `pages` is the number of pages its fields show until Word counts them.

        Raises ValueError for characters that XML cannot hold.
        """
        return archive(self.entries(document, pages))

    def entries(self, document: Document, pages: int) -> list[Entry]:
        """The package's parts in Word's order."""
        edges = [(name, inlines) for name, inlines in (("header", document.header), ("footer", document.footer)) if inlines]
        ...


