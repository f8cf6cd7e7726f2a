"""Renderer: Document to the bytes of a DOCX."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.render.docx import parts
from generator.render.docx.body import Body
from generator.render.docx.fragments import Composer
from generator.render.docx.lists import NUMBERING
from generator.render.docx.names import style_id
from generator.render.docx.package import Unpacked, archive, deflated
from generator.render.docx.styles import normal, styles_part
from generator.render.docx.theme import theme_part
from generator.render.docx.xml import DRAWING, HEAD, MAIN, RELATIONSHIPS

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import Document, Look, Pagination, Part
    from generator.render.docx.fragments import Composed
    from generator.render.docx.package import Entry

_HEAD = (
    f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture"><w:body>'
).encode()

_KEPT = 4_000  # fragments, of some 5 kB each
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "word/_rels/document.xml.rels"


class Renderer:
    """Renders documents of one look. Fragments are composed once and kept by their digest."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._composer = Composer(look)
        self._composed: dict[tuple[str, bool, bool], Composed] = {}
        self._frames: dict[tuple[str, ...], _Frame] = {}
        self._looks = (
            _packed("word/theme/theme1.xml", theme_part(look.fonts[normal(look)[0]])),
            _packed("word/settings.xml", parts.settings_part(look)),
            _packed("word/styles.xml", styles_part(look)),
            _packed("word/fontTable.xml", parts.font_table_part(look)),
        )

    def render(self, document: Document, pagination: Pagination) -> bytes:
        """The DOCX of `document`; `pagination` is what its fields show until Word counts for itself.

        Raises ValueError for a character that XML cannot hold.
        """
        made = self.parts(document, pagination)
        return archive(part.entry() if isinstance(part, Unpacked) else part for part in made)

    def parts(self, document: Document, pagination: Pagination) -> list[Unpacked | Entry]:
        """The package's parts in Word's order, those made for this document not packed yet."""
        edges = {name: inlines for name in ("header", "footer") if (inlines := getattr(document, name))}
        body = Body(document, pagination, self._composer)
        for place, part in enumerate(document.body):
            whole = part.fragment.keep and place not in pagination.loose
            body.add(place, part.label, self._fragment(part, whole))
        frame = self._frame((*edges, *((NUMBERING,) if body.lists else ())))
        types, relationships = frame.types, frame.relationships
        media: list[Entry] = []
        if pictures := body.pictures.values():
            targets = [(p, f"media/image{n}.{p.extension}") for n, p in enumerate(pictures, 1)]
            types = _packed(_TYPES, parts.content_types(frame.names, pictures))
            relationships = _packed(_RELATIONSHIPS, parts.document_relationships(frame.names, targets))
            media = [p.entry._replace(name=f"word/{target}".encode("ascii")) for p, target in targets]
        text = b"".join((_HEAD, body.xml(), frame.section, b"</w:body></w:document>"))
        return [
            types,
            frame.package,
            Unpacked("word/document.xml", text),
            relationships,
            *(
                _packed(f"word/{name}.xml", self._edge(name, inlines, pagination.pages))
                for name, inlines in edges.items()
            ),
            *((Unpacked(f"word/{NUMBERING}.xml", body.lists.part().encode()),) if body.lists else ()),
            *media,
            *self._looks,
            _packed("docProps/core.xml", parts.core_part(document.title, self._look.language)),
            _packed("docProps/app.xml", parts.app_part(pagination.pages)),
        ]

    def _frame(self, names: tuple[str, ...]) -> _Frame:
        found = self._frames.get(names)
        if found is None:
            found = self._frames[names] = _Frame(self._look, names)
        return found

    def _fragment(self, part: Part, whole: bool) -> Composed:
        fragment = part.fragment
        if not fragment.digest:  # one candidate's own
            return self._composer.compose(fragment, part.keep_with_next, whole)
        key = (fragment.digest, part.keep_with_next, whole)
        found = self._composed.get(key)
        if found is None:
            if len(self._composed) >= _KEPT:
                self._composed.clear()
            found = self._composed[key] = self._composer.compose(fragment, part.keep_with_next, whole)
        return found

    def _edge(self, name: str, inlines: tuple[Inline, ...], pages: int) -> str:
        """A header or footer; its part's name is its role and its root's name but for a letter."""
        root = {"header": "hdr", "footer": "ftr"}[name]
        runs = self._composer.runs.xml(inlines, self._look.texts[name], pages=pages)
        return (
            f'{HEAD}<w:{root} xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/></w:pPr>'
            f"{runs}</w:p></w:{root}>"
        )


class _Frame:
    """What documents with the same parts share, if they have no pictures; `names` are those not all have."""

    __slots__ = ("names", "package", "relationships", "section", "types")

    def __init__(self, look: Look, names: tuple[str, ...]) -> None:
        self.names = names
        self.types = _packed(_TYPES, parts.content_types(names, ()))
        self.package = _packed("_rels/.rels", parts.package_relationships())
        self.relationships = _packed(_RELATIONSHIPS, parts.document_relationships(names, ()))
        self.section = parts.section(look, [name for name in names if name != NUMBERING]).encode()


@lru_cache(maxsize=256)
def _packed(name: str, xml: str) -> Entry:
    """A small part, which is likely to be in other documents, too."""
    return deflated(name, xml.encode())
