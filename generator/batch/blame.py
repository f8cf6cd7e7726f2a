"""What only shows when a page is set (a character no font has, a broken picture), told where it was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from generator.batch.texts import question_texts
from generator.source import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.diagnostics import Report
    from generator.model.content import Block, Image, Text
    from generator.model.question import Bank


def blame_characters(characters: Iterable[str], texts: Iterable[Text], title: str, report: Report) -> None:
    """Report each character that no font has, at the first place where it was written."""
    wanted = sorted(characters)
    for text in texts:
        for character in [c for c in wanted if c in text.markdown]:
            wanted.remove(character)
            values = {"character": character, "point": f"{ord(character):04X}"}
            report.error("no-glyph", place_of(text, character), "no-glyph", **values)
    for character in wanted:
        values = {"character": character, "point": f"{ord(character):04X}", "title": title}
        report.error("no-glyph-in", None, "no-glyph", **values)


def blame_picture(path: str, reason: str, texts: Iterable[Text], report: Report) -> None:
    """Report a picture that cannot be used, where it is first shown."""
    name = Path(path).name
    where = next((place_of(text, name) for text in texts if name in text.markdown), None)
    report.error(reason, where, "bad-picture", name=name)


def check_banks(banks: Iterable[Bank], faces: Sequence[str], report: Report) -> None:
    """Report what no paper could show: characters in none of `faces` (a warning: a style may bring a font that has
    them), and pictures that cannot be used.
    """
    from generator.render.pdf.faces import face

    fonts = [face(name) for name in faces]
    known = {"\n", "\t"}
    for bank in banks:
        for question in bank.questions:
            for text in question_texts(question):
                for character in sorted(set(text.markdown) - known):
                    known.add(character)
                    # Invisible characters were told when the bank was read.
                    if category(character) != "Cf" and not any(font.glyph(character) for font in fonts):
                        values = {"character": character, "point": f"{ord(character):04X}"}
                        report.warning("no-glyph", place_of(text, character), "no-glyph", **values)
                if "![" in text.markdown:
                    _check_pictures(text, report)


def _check_pictures(text: Text, report: Report) -> None:
    from generator.diagnostics import Report as Unheard
    from generator.markdown import blocks
    from generator.render.pdf.pictures import PictureError, read_picture

    # What is wrong with the text itself was reported when the bank was read.
    for image in _images(blocks(text, Unheard(), text.location.file.folder)):
        try:
            read_picture(image.path)
        except PictureError as bad:
            blame_picture(bad.path, bad.reason, [text], report)


def _images(blocks: Iterable[Block]) -> Iterator[Image]:
    from generator.model.content import Image, ListBlock

    for block in blocks:
        if isinstance(block, Image):
            yield block
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _images(item)
