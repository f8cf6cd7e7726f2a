"""What only shows when a page is set (a character no font has, a broken picture), told where it was written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from generator.batch.texts import question_texts
from generator.diagnostics import Location, lines_of
from generator.source import nearest_name, place, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.diagnostics import Report, SourceFile
    from generator.model.content import Block, Image, Text
    from generator.model.document import Font
    from generator.model.question import Bank
    from generator.render.pdf.fontfile import FaceError
    from generator.render.pdf.pictures import PictureError

_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>]*)")


class StyleAt(NamedTuple):
    """Where a style is named, if it is, and the files that it is written in."""

    named: Location | None
    files: tuple[SourceFile, ...]

    def place(self, written: str) -> Location | None:
        """Where the style says it; where it is named, when it does so nowhere."""
        for near in (self.named, *(Location(file, 1, 1) for file in self.files)):
            found = None if near is None else _nearest(near, written)
            if found is not None and written in found.quote:
                return found
        return self.named


def blame_characters(
    characters: Iterable[str], texts: Iterable[Text], title: str, style: StyleAt, report: Report
) -> None:
    """Report each character that no font has, at the first place where it was written; else at the style's."""
    wanted = sorted(characters)
    for text in texts:
        for character in [c for c in wanted if c in text.markdown]:
            wanted.remove(character)
            report.error("no-glyph", _written_at(text, character), "no-glyph", **_named(character))
    for character in wanted:
        report.error("no-glyph-in", style.place(character), "no-glyph", **_named(character), title=title)


def blame_pictures(texts: Iterable[Text], report: Report, found: PictureError | None = None) -> None:
    """Report each picture that cannot be used, where it is first shown; `found` is what the renderer met."""
    from generator.render.pdf.pictures import PictureError, read_picture

    reasons: dict[str, str] = {}
    for text in texts:
        for image in _images(text):
            if image.path in reasons:
                continue
            reasons[image.path] = found.reason if found is not None and found.path == image.path else ""
            try:
                read_picture(image.path)
            except PictureError as bad:
                reasons[image.path] = bad.reason
            if reasons[image.path]:
                name = Path(image.path).name
                report.error(reasons[image.path], _shown_at(text, name), "bad-picture", name=name)


def blame_faces(
    fonts: Iterable[Font], style: StyleAt, report: Report, found: FaceError | None = None
) -> None:
    """Report each face that cannot be used, where `style` names it; `found` is what the renderer met."""
    from generator.render.pdf.faces import INSTALLED, FaceError, face

    reasons: dict[str, str] = {}
    for font in fonts:
        for name in (*font.faces, *font.bold_faces, *font.latin, *font.latin_bold, *font.latin_italic):
            try:
                face(name)
            except FaceError as bad:
                reasons.setdefault(name, bad.reason)
    if found is not None and not reasons:
        reasons[found.name] = found.reason  # its damage shows only where it is used
    for name, reason in reasons.items():
        said = Path(name).name
        nearest = nearest_name(said, INSTALLED)
        if reason == "face-missing":
            hint = "no-font-file" if Path(said).suffix else "did-you-mean" if nearest else "known-faces"
        else:
            hint = "install-again" if reason == "face-not-installed" else "other-font-file"
        report.error(reason, style.place(said), hint, name=said, nearest=nearest, known=", ".join(INSTALLED))


def check_banks(banks: Iterable[Bank], faces: Sequence[str], report: Report) -> None:
    """Report what no paper could show: characters in none of `faces` (a warning: a style may bring a font that has
    them), and pictures that cannot be used.
    """
    from generator.render.pdf.faces import FaceError, face

    try:
        fonts = [face(name) for name in faces]
    except FaceError as bad:
        blame_faces((), StyleAt(None, ()), report, bad)
        return
    known = {"\n", "\t"}
    texts = [text for bank in banks for question in bank.questions for text in question_texts(question)]
    for text in texts:
        for character in sorted(set(text.markdown) - known):
            known.add(character)
            # Invisible characters were told when the bank was read.
            if category(character) != "Cf" and not any(font.glyph(character) for font in fonts):
                report.warning("no-glyph", _written_at(text, character), "no-glyph", **_named(character))
    blame_pictures(texts, report)


def _named(character: str) -> dict[str, str]:
    return {"character": character, "point": f"{ord(character):04X}"}


def _written_at(text: Text, character: str) -> Location:
    """Where a character of `text` was typed, also for a text that is known only by a place near it."""
    where = place_of(text, character)
    return where if where.quote.startswith(character, where.column - 1) else _nearest(where, character)


def _nearest(where: Location, written: str) -> Location:
    """The place in the file nearest to `where` that has `written`; `where` when there is none."""
    lines = lines_of(where.file)
    found = [number for number, line in enumerate(lines, start=1) if written in line]
    if not found:
        return where
    line = min(found, key=lambda number: abs(number - where.line))
    return Location(where.file, line, lines[line - 1].index(written) + 1)


def _shown_at(text: Text, name: str) -> Location:
    """Where `text` shows the picture of that file name."""
    from urllib.parse import unquote

    for match in _PICTURE.finditer(text.markdown):
        if re.search(rf"(^|[/\\]){re.escape(name)}(\s|$)", unquote(match[1])):
            return place(text, match.start(1))
    return place_of(text, "![")


def _images(text: Text) -> Iterator[Image]:
    if "![" not in text.markdown:
        return
    from generator.diagnostics import Report as Unheard
    from generator.markdown import blocks

    # What is wrong with the text itself was reported when it was read.
    yield from _images_in(blocks(text, Unheard(), text.location.file.folder))


def _images_in(blocks: Iterable[Block]) -> Iterator[Image]:
    from generator.model.content import Image, ListBlock

    for block in blocks:
        if isinstance(block, Image):
            yield block
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _images_in(item)
