"""Texts of a question in Moodle XML: in one of four formats, with their files beside them."""

from __future__ import annotations

import base64
import binascii
import posixpath
from typing import TYPE_CHECKING

from generator.exchange.quiz.controls import clean
from generator.exchange.quiz.passages import markdown_of, plain_markdown
from generator.exchange.quiz.pictures import Pictures, named, path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from generator.exchange.quiz.draft import Draft
    from generator.exchange.quiz.sheet import Sheet
    from generator.model.content import Text
    from generator.model.question import Point


class Texts:
    """`draft` is the question whose texts are read; `leave` is told what of them cannot be kept, and why."""

    def __init__(self, leave: Callable[[str, str], None]) -> None:
        self.pictures = Pictures()
        self.draft: Draft | None = None
        self._leave = leave

    def markdown(self, element: Element | None) -> str:
        """The text of an element that has one, its pictures taken in."""
        return self.of_element(element, self.html(element))

    def of_element(self, element: Element | None, written: str) -> str:
        """What is `written` as the text of an element, in its format and with its files."""
        if element is None:
            return ""
        match (element.get("format") or "html").strip():
            case "markdown":
                text = clean(written).strip()
            case "plain_text":
                text = plain_markdown(written)
            case "moodle_auto_format":
                text = self.of_html(written.replace("\n", "<br>\n"))
            case _:
                text = self.of_html(written)
        return self._settled(text, self._files(element))

    def settled(self, markdown: str, element: Element | None) -> str:
        """Markdown with the pictures of an element."""
        return markdown if element is None else self._settled(markdown, self._files(element))

    def of_html(self, html: str) -> str:
        """The Markdown of HTML that stands without files."""
        return markdown_of(html, self.pictures.add, self._leave) if html.strip() else ""

    def html(self, element: Element | None) -> str:
        """The text of an element as it is written; old files have it in the element itself."""
        if element is None:
            return ""
        inner = element.find("text")
        return (
            "".join((element if inner is None else inner).itertext()) if len(element) else element.text or ""
        )

    def plain(self, element: Element | None) -> str:
        return " ".join(self.markdown(element).split())

    def loose(self, encoded: str) -> str:
        """The name of a picture that stands in an element of its own."""
        data = _decoded(encoded)
        return self.pictures.add(data) if data else ""

    def settle_sheet(self, sheet: Sheet, element: Element | None) -> Sheet:
        files = self._files(element) if element is not None else {}
        used: set[str] = set()

        def of(markdown: str) -> str:
            used.update(map(path_of, named(markdown)))
            return self._renamed(markdown, files)

        def settled(text: Text) -> Text:
            return text._replace(markdown=of(text.markdown))

        def point(given: Point) -> Point:
            return given._replace(text=settled(given.text), points=tuple(map(point, given.points)))

        made = sheet._replace(
            text=of(sheet.text),
            points=tuple(map(point, sheet.points)),
            analysis=of(sheet.analysis),
            note=of(sheet.note),
        )
        self._leave_unused(files, used)
        return made

    def _files(self, element: Element) -> dict[str, bytes]:
        files = {}
        for file in element.iterfind("file"):
            path = path_of(posixpath.join("/", file.get("path") or "/", file.get("name") or "").lstrip("/"))
            data = _decoded(file.text or "") if file.get("encoding") == "base64" else b""
            if path and data:
                files[path] = data
        return files

    def _settled(self, markdown: str, files: dict[str, bytes]) -> str:
        text = self._renamed(markdown, files)
        self._leave_unused(files, set(map(path_of, named(markdown))))
        return text

    def _leave_unused(self, files: dict[str, bytes], used: set[str]) -> None:
        for name in sorted(files.keys() - used):
            self._leave(name, "left-file")

    def _renamed(self, markdown: str, files: dict[str, bytes]) -> str:
        """A text with its pictures by the names they get here."""
        if "](" not in markdown:
            return markdown
        text, missing = self.pictures.settle(markdown, files)
        for name in missing:
            if name in files:
                self._leave(name, "left-picture")
            elif self.draft is not None:
                self.draft.doubt("quiz-picture-missing", name=name)
        return text


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=False)
    except (binascii.Error, ValueError):
        return b""
