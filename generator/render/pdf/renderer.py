"""Renderer: Document to PDF. Everything of a look and its fragments is measured once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.document import Pagination
from generator.render.pdf.cff import embed
from generator.render.pdf.file import File, literal, real
from generator.render.pdf.fit import fitted_look
from generator.render.pdf.glyphs import glyphs, keep_glyphs
from generator.render.pdf.labels import Labels
from generator.render.pdf.measure import measure
from generator.render.pdf.measure.contents import numbered
from generator.render.pdf.navigation import Heading, Place, add_link, add_outline, plain_text, title
from generator.render.pdf.pages import loose, paginate, starts
from generator.render.pdf.pictures import embed_picture
from generator.render.pdf.shelf import Shelf
from generator.render.pdf.typesetter import Typesetter, face_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.model.document import Document, Fragment, Look
    from generator.render.pdf.flow import Flow
    from generator.render.pdf.labels import Label
    from generator.render.pdf.pages import Placed

_KEPT = 4_000  # fragments, of some 20 kB each


class MissingGlyphs(Exception):
    """Characters that no face of their family has."""

    def __init__(self, characters: frozenset[str]) -> None:
        super().__init__(" ".join(f"U+{ord(c):04X}" for c in sorted(characters)))
        self.characters = characters


class Rendered(NamedTuple):
    data: bytes
    pagination: Pagination
    sha256: str  # of the data


class _Area(NamedTuple):
    """What of a page is a link to a part. `box` is left, low, right, high, in points."""

    box: tuple[float, float, float, float]
    target: int


class Renderer:
    """Renders documents of one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        page = look.page
        self._height = page.height - page.top - page.bottom
        inner = page.width - page.left - page.right
        self._width = (inner - (page.columns - 1) * page.gutter) / page.columns
        self._shelf = Shelf(look)
        self._forget()

    def keep(self) -> None:
        """Keep for other processes what was set so far."""
        self._shelf.keep(self._flows, self._labels.kept)
        keep_glyphs(face_names(self.look))

    def _forget(self) -> None:
        self._setter = Typesetter(fitted_look(self.look, self._width, self._height))
        self._flows: dict[tuple[str, float | None], Flow] = {}
        self._labels = Labels(self._setter, self._width, self._shelf)

    def render(self, document: Document) -> Rendered:
        """MissingGlyphs: a character is in no face of its family."""
        labelled = [self._labels.hanging(part) for part in document.body]
        labels = [label for _, label in labelled]
        flows = [self._flow(fragment, label.push if label else None) for fragment, label in labelled]
        joined = [
            part.keep_with_next or flow.keeps_with_next
            for part, flow in zip(document.body, flows, strict=True)
        ]
        columns = paginate(flows, joined, self._height)
        begins = starts(columns, flows)
        per_page = self.look.page.columns
        first_pages = tuple(start.column // per_page + 1 for start in begins)
        flows = [numbered(self._setter, flow, first_pages) if flow.links else flow for flow in flows]
        pages = [columns[i : i + per_page] for i in range(0, len(columns), per_page)]
        lines = self._labels.page_lines(document, len(pages))
        self._check()
        paper = self.look.page
        file = File()
        root, info, tree, resources = (file.reserve() for _ in range(4))
        kids: list[int] = []
        links: list[tuple[int, _Area]] = []
        for page, page_lines in zip(pages, lines, strict=True):
            content = file.stream(self._content(page, flows, labels, page_lines))
            own = [(file.reserve(), area) for area in self._links(page, flows)]
            notes = b"/Annots[%b]" % b" ".join(b"%d 0 R" % number for number, _ in own) if own else b""
            kids.append(file.add(b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>" % (tree, content, notes)))
            links += own
        edge = paper.height - paper.top
        for number, area in links:
            start = begins[area.target]
            add_link(file, number, area.box, Place(kids[start.column // per_page], edge - start.y))
        measured: list[Flow | Label] = [*flows, *filter(None, labels), *(x for p in lines for x in p)]
        file.put(resources, self._resources(file, measured, flows))
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
        data = file.finish(root, info)
        return Rendered(data, Pagination(len(pages), first_pages, frozenset(apart)), file.sha256)

    def _headings(
        self, document: Document, flows: list[Flow], labels: list[Label | None],
        pages: list[list[list[Placed]]], kids: list[int],
    ) -> Iterator[Heading]:  # fmt: skip
        edge = self.look.page.height - self.look.page.top
        for page, kid in zip(pages, kids, strict=True):
            for (part, first, last), y in (placed for column in page for placed in column):
                flow = flows[part]
                for row, level, text in flow.headings:
                    if first <= row < last:
                        hangs = labels[part] is not None and row == flow.label_at[0]
                        label = plain_text(document.body[part].label) if hangs else ""
                        if shown := title(label, text):
                            yield Heading(level, shown, Place(kid, edge - y - flow.top(row, first)))

    def _links(self, columns: list[list[Placed]], flows: list[Flow]) -> Iterator[_Area]:
        """Where the links of a page are."""
        page = self.look.page
        for i, column in enumerate(columns):
            x = page.left + i * (self._width + page.gutter)
            for (part, first, last), y in column:
                flow = flows[part]
                top = page.height - page.top - y
                for link in flow.links:
                    begin, end = max(link.first, first), min(link.last, last)
                    if begin < end:
                        low = top - flow.top(end - 1, first) - flow.rows[end - 1].height
                        box = (x + link.left, low, x + link.right, top - flow.top(begin, first))
                        yield _Area(box, link.target)

    def _check(self) -> None:
        missing = self._setter.missing
        if missing:
            self._forget()  # what was measured without them is not to be kept
            raise MissingGlyphs(frozenset(missing))

    def _flow(self, fragment: Fragment, push: float | None) -> Flow:
        key = (fragment.digest, push)
        flow = self._flows.get(key)
        if flow is None:
            flow = self._shelf.flow(key) or measure(self._setter, fragment, self._width, self._height, push)
            if fragment.digest:  # else it is one document's own
                if len(self._flows) >= _KEPT:
                    self._flows.clear()
                self._flows[key] = flow
        return flow

    def _content(
        self, columns: list[list[Placed]], flows: list[Flow], labels: list[Label | None], lines: list[Label]
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

    def _resources(self, file: File, measured: Iterable[Flow | Label], flows: list[Flow]) -> bytes:
        """Fonts of exactly the characters shown, and the pictures."""
        codes: dict[str, list[Collection[int]]] = {}
        for item in measured:
            for name, shown in item.codes.items():
                codes.setdefault(name, []).append(shown)
        fonts = [
            b"/%b %d 0 R"
            % (self._setter.resource(name), embed(file, glyphs(name), frozenset().union(*codes[name])))
            for name in sorted(codes)
        ]
        pictures: dict[bytes, str] = {}
        for flow in flows:
            pictures.update(flow.pictures)
        images = [b"/%b %d 0 R" % (name, embed_picture(file, pictures[name])) for name in sorted(pictures)]
        return b"<</Font<<%b>>/XObject<<%b>>>>" % (b" ".join(fonts), b" ".join(images))
