"""DOCX, of Word, WPS, LibreOffice and others, as lines."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.documents.cleaning import one_line
from generator.exchange.line import Manuscript
from generator.office.foreign import is_zip
from generator.office.package import Package, PackageFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from generator.diagnostics import Report
    from generator.exchange.documents.docx.runs import Runs
    from generator.office.package import Relation

_MAX_HEADERS = 200


def read(data: bytes, name: str, report: Report) -> Manuscript | None:
    """The lines of a DOCX file; None when it cannot be read, and why in `report`.

    What is only called so is read as what it is, if it can be.
    """
    if not is_zip(data):
        from generator.exchange import documents

        return documents.read(data, name, report)
    from generator.source.garbage import uncollected

    whole = Location(SourceFile(name, []))
    try:
        with uncollected():
            return _read(Package(data), data, name, report)
    except PackageFault as fault:
        report.error(fault.code, whole, fault.hint, **fault.values)
    except RecursionError:
        report.error("document-too-deep", whole, "save-document-again")
    return None


def _read(package: Package, data: bytes, name: str, report: Report) -> Manuscript:
    from generator.exchange.documents.docx.body import Body
    from generator.exchange.documents.docx.names import W
    from generator.exchange.documents.docx.numbering import Numbering
    from generator.exchange.documents.docx.pictures import Pictures
    from generator.exchange.documents.docx.runs import Runs
    from generator.exchange.documents.docx.styles import Styles

    main = _main_part(package)
    relations = package.relations(main)
    root = package.tree(main)
    content = None if root is None else root.find(W + "body")
    if content is None:
        raise PackageFault("package-damaged", "save-document-again")
    parts = _Parts(package, relations)
    styles = Styles(parts.tree("styles"))
    pictures = Pictures(package, relations)
    links = {key: r.target for key, r in relations.items() if r.kind == "hyperlink" and r.external}
    runs = Runs(styles, pictures, dict(_comments(parts.tree("comments"))), links)
    notes = {
        (kind, note.get(W + "id", "")): note
        for kind in ("footnote", "endnote")
        if (tree := parts.tree(kind + "s")) is not None
        for note in tree.findall(W + kind)
    }
    body = Body(styles, Numbering(parts.tree("numbering")), runs, notes)
    lines = body.document(content)
    file = SourceFile(name, body.texts, hashlib.sha256(data).hexdigest())
    _tell(runs, file, report)
    unread = (*runs.unread, *_headers(package, relations))
    return Manuscript(lines, file, pictures.taken, unread)


def _main_part(package: Package) -> str:
    for relation in package.relations("").values():
        if relation.kind == "officeDocument" and not relation.external:
            return relation.target
    return "word/document.xml"


class _Parts:
    """The parts that the main one refers to, by kind of relation."""

    def __init__(self, package: Package, relations: Mapping[str, Relation]) -> None:
        self._package = package
        self._targets: dict[str, str] = {}
        for relation in relations.values():
            if not relation.external:
                self._targets.setdefault(relation.kind, relation.target)

    def tree(self, kind: str) -> Element | None:
        target = self._targets.get(kind)
        return None if target is None else self._package.tree(target)


def _comments(root: Element | None) -> Iterator[tuple[str, str]]:
    from generator.exchange.documents.docx.names import W

    for comment in root.iter(W + "comment") if root is not None else ():
        yield comment.get(W + "id", ""), _words(comment)


def _headers(package: Package, relations: Mapping[str, Relation]) -> Iterator[tuple[int, str, str]]:
    """The text of page headers and footers, each once."""
    from generator.exchange.documents.docx.names import W

    targets = {
        r.target: None for r in relations.values() if r.kind in ("header", "footer") and not r.external
    }
    said: set[str] = set()
    for target in list(targets)[:_MAX_HEADERS]:
        root = package.tree(target)
        for paragraph in root.iter(W + "p") if root is not None else ():
            text = _words(paragraph)
            if text and text not in said:
                said.add(text)
                yield 0, text, "left-header"


def _words(element: Element) -> str:
    from generator.exchange.documents.docx.names import W

    return one_line("".join(text.text or "" for text in element.iter(W + "t"))).strip()


def _tell(runs: Runs, file: SourceFile, report: Report) -> None:
    for code, hint, numbers in (
        ("document-equations", "look-at-equations", runs.equations),
        ("document-symbols", "retype-character", runs.unknown),
    ):
        if numbers:
            report.note(code, Location(file, numbers[0]), hint, count=len(numbers))
