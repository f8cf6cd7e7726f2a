"""Renderer: Document to PDF. Everything of a look and its fragments is measured once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import PageCount, PageNumber, Span, Str
from generator.model.document import Paragraph
from generator.render.pdf.cff import embed
from generator.render.pdf.faces import face
from generator.render.pdf.file import File, literal, real
from generator.render.pdf.fit import LEAST, fitted_look
from generator.render.pdf.flow import DEPTH, Flow, by_face
from generator.render.pdf.measure import labelled_piece, measure
from generator.render.pdf.measure.paragraph import label_place, set_label
from generator.render.pdf.navigation import Heading, add_outline, plain_text
from generator.render.pdf.pages import loose, paginate
from generator.render.pdf.pictures import embed_picture
from generator.render.pdf.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.content import Inline
    from generator.model.document import Document, Fragment, Look, Part, Piece
    from generator.render.pdf.pages import Placed

_KEPT = 20_000  # fragments, labels and page lines; a round of candidates makes some of its own for each


class MissingGlyphs(Exception):
    """Characters that no face of their family has."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__(" ".join(f"U+{ord(c):04X}" for c in sorted(characters)))
        self.characters = characters


class Rendered(NamedTuple):
    """`loose` are the indices of body parts that asked to be kept whole, and that Word should not: see `pages.loose`."""

    data: bytes
    pages: int
    loose: frozenset[int]


class _Label(NamedTuple):
    """A label, or a header or footer: its operators, and what they show.

    A label is placed by its fragment and pushes the first line; a page's line knows its place on the page.
    """

    text: bytes
    push: float
    codes: Mapping[str, frozenset[int]]


class Renderer:
    """Renders documents of one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        page = look.page
        self._height = page.height - page.top - page.bottom
        inner = page.width - page.left - page.right
        self._width = (inner - (page.columns - 1) * page.gutter) / page.columns
        self._forget()

    def _forget(self) -> None:
        self._setter = Typesetter(fitted_look(self.look, self._width, self._height))
        self._flows: dict[tuple[str, float | None], Flow] = {}
        self._labels: dict[tuple[str, str, str, int, int], _Label] = {}

    def render(self, document: Document) -> Rendered:
        """MissingGlyphs: a character is in no face of its family."""
        labelled = [self._labelled(part) for part in document.body]
        labels = [label for _, label in labelled]
        flows = [self._flow(fragment, label.push if label else None) for fragment, label in labelled]
        joined = [
            part.keep_with_next or flow.keeps_with_next
            for part, flow in zip(document.body, flows, strict=True)
        ]
        columns = paginate(flows, joined, self._height)
        per_page = self.look.page.columns
        pages = [columns[i : i + per_page] for i in range(0, len(columns), per_page)]
        lines = [self._page_lines(document, number, len(pages)) for number in range(1, len(pages) + 1)]
        self._check()
        file = File()
        root, info, tree, resources = (file.reserve() for _ in range(4))
        kids: list[int] = []
        for page, page_lines in zip(pages, lines, strict=True):
            content = file.stream(self._content(page, flows, labels, page_lines))
            kids.append(file.add(b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (tree, content)))
        measured: list[Flow | _Label] = [*flows, *filter(None, labels), *(x for p in lines for x in p)]
        file.put(resources, self._resources(file, measured, flows))
        paper = self.look.page
        file.put(
            tree,
            b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 %b %b]/Resources %d 0 R>>"
            % (
                len(kids), b" ".join(b"%d 0 R" % kid for kid in kids), real(paper.width), real(paper.height),
                resources,
            ),
        )  # fmt: skip
        headings = list(self._headings(document, flows, labels, pages, kids))
        file.put(
            root,
            b"<</Type/Catalog/Pages %d 0 R%b/Lang%b/ViewerPreferences<</DisplayDocTitle true>>>>"
            % (
                tree, b"/Outlines %d 0 R" % add_outline(file, headings) if headings else b"",
                literal(self.look.language),
            ),
        )  # fmt: skip
        file.put(info, b"<</Title%b/Producer(exampaper)>>" % literal(document.title))
        apart = loose(columns, flows, self._height)
        apart = {i for i in apart if document.body[i].fragment.keep}
        return Rendered(file.finish(root, info), len(pages), frozenset(apart))

    def _headings(
        self, document: Document, flows: list[Flow], labels: list[_Label | None],
        pages: list[list[list[Placed]]], kids: list[int],
    ) -> Iterator[Heading]:  # fmt: skip
        edge = self.look.page.height - self.look.page.top
        for page, kid in zip(pages, kids, strict=True):
            for (part, first, last), y in (placed for column in page for placed in column):
                flow = flows[part]
                for row, level, title in flow.headings:
                    if first <= row < last:
                        hangs = labels[part] is not None and row == flow.label_at[0]
                        label = plain_text(document.body[part].label) if hangs else ""
                        yield Heading(level, label + title, kid, edge - y - flow.top(row, first))

    def _check(self) -> None:
        missing = self._setter.missing
        if missing:
            self._forget()  # what was measured without them is not to be kept
            raise MissingGlyphs(frozenset(missing))

    def _flow(self, fragment: Fragment, push: float | None) -> Flow:
        key = (fragment.digest, push)
        flow = self._flows.get(key)
        if flow is None:
            if len(self._flows) >= _KEPT:
                self._flows.clear()
            flow = measure(self._setter, fragment, self._width, self._height, push)
            self._flows[key] = flow
        return flow

    def _labelled(self, part: Part) -> tuple[Fragment, _Label | None]:
        """A fragment and the label that hangs at it. One as long as its line goes into the paragraph instead."""
        piece = labelled_piece(part.fragment)
        if not part.label or piece is None:
            return part.fragment, None
        style = self._setter.look.texts[piece.role]
        level = piece.level if isinstance(piece, Paragraph) else 0
        x, _ = label_place(style, level, self._width)
        label = self._label(part, piece)
        if label.push <= self._width - x - style.hang - LEAST * style.size:
            return part.fragment, label
        pieces = [
            p._replace(label=part.label) if p is piece and isinstance(p, Paragraph) else p
            for p in part.fragment.pieces
        ]
        if not isinstance(piece, Paragraph):
            pieces.insert(0, Paragraph(piece.role, part.label, keep_with_next=True))
        digest = f"{part.fragment.digest} {part.label!r}"
        return part.fragment._replace(digest=digest, pieces=tuple(pieces)), None

    def _label(self, part: Part, piece: Piece) -> _Label:
        language = piece.language if isinstance(piece, Paragraph) else ""
        key = (repr(part.label), piece.role, language, 0, 0)
        label = self._labels.get(key)
        if label is None:
            self._setter.shown.clear()
            line, push = set_label(self._setter, part.label, self._setter.look.texts[piece.role], language)
            label = self._keep(key, _Label(line.text, push, by_face(self._setter.shown)))
        return label

    def _page_lines(self, document: Document, page: int, pages: int) -> list[_Label]:
        """Header and footer of a page."""
        sheet = self.look.page
        lines = []
        for role, inlines, y in (
            ("header", document.header, sheet.height - sheet.header),
            ("footer", document.footer, sheet.footer),
        ):
            if not inlines:
                continue
            key = (repr(inlines), role, "", page, pages)
            made = self._labels.get(key)
            if made is None:
                self._setter.shown.clear()
                style = self._setter.look.texts[role]
                y = min(max(y, DEPTH * style.size), sheet.height - style.size)
                width = sheet.width - sheet.left - sheet.right
                set_lines = self._setter.lines(_numbered(inlines, page, pages), style, "", width)
                # One that is too long for a line goes on under it in a header, and grows upwards in a footer.
                top = y if role == "header" else y + (len(set_lines) - 1) * style.leading
                text = b"".join(
                    b"BT %b %b Td %b ET\n"
                    % (real(sheet.left + line.x), real(top - i * style.leading), line.text)
                    for i, line in enumerate(set_lines)
                )
                made = self._keep(key, _Label(text, 0.0, by_face(self._setter.shown)))
            lines.append(made)
        return lines

    def _keep(self, key: tuple[str, str, str, int, int], label: _Label) -> _Label:
        if len(self._labels) >= _KEPT:
            self._labels.clear()
        self._labels[key] = label
        return label

    def _content(
        self, columns: list[list[Placed]], flows: list[Flow], labels: list[_Label | None], lines: list[_Label]
    ) -> bytes:
        page = self.look.page
        out: list[bytes] = []
        for i, column in enumerate(columns):
            x = real(page.left + i * (self._width + page.gutter))
            for (part, first, last), y in column:
                flow, label = flows[part], labels[part]
                out.append(b"q 1 0 0 1 %b %b cm\n" % (x, real(page.height - page.top - y)))
                if label is not None and first <= flow.label_at[0] < last:
                    row, left, down = flow.label_at
                    down += flow.top(row, first)
                    out.append(b"BT %b %b Td %b ET\n" % (real(left), real(-down), label.text))
                out += (flow.slice(first, last), b"Q\n")
        out += [line.text for line in lines]
        return b"".join(out)

    def _resources(self, file: File, measured: Iterable[Flow | _Label], flows: list[Flow]) -> bytes:
        """Fonts of exactly the characters shown, and the pictures."""
        codes: dict[str, list[frozenset[int]]] = {}
        for item in measured:
            for name, shown in item.codes.items():
                codes.setdefault(name, []).append(shown)
        fonts = [
            b"/%b %d 0 R"
            % (self._setter.resource(name), embed(file, face(name), sorted(frozenset().union(*codes[name]))))
            for name in sorted(codes)
        ]
        pictures: dict[bytes, str] = {}
        for flow in flows:
            pictures.update(flow.pictures)
        images = [b"/%b %d 0 R" % (name, embed_picture(file, pictures[name])) for name in sorted(pictures)]
        return b"<</Font<<%b>>/XObject<<%b>>>>" % (b" ".join(fonts), b" ".join(images))


def _numbered(inlines: Iterable[Inline], page: int, pages: int) -> tuple[Inline, ...]:
    """With the numbers of a page in their places."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, PageNumber):
            result.append(Str(str(page)))
        elif isinstance(inline, PageCount):
            result.append(Str(str(pages)))
        elif isinstance(inline, Span):
            result.append(Span(inline.role, _numbered(inline.children, page, pages)))
        else:
            result.append(inline)
    return tuple(result)
