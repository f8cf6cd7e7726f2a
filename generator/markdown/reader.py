"""Tokens of the parser to the model's blocks; every fault of a text is found here, with its place."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from generator.markdown.characters import has_chinese
from generator.markdown.composer import Composer
from generator.markdown.images import load
from generator.markdown.parser import parse
from generator.model.content import CodeBlock, Image, ListBlock, Para, TableBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from markdown_it.token import Token

    from generator.diagnostics import Location, Report
    from generator.model.content import Block, Inline, Text

MAX_DEPTH = 5  # of lists; the parser drops what is nested deeper than ten, so this must stay below
MAX_FAULTS = 20  # told of one text
_BLOCKS = ("bullet_list_open", "ordered_list_open", "table_open", "fence")
_SPANS = {"strong": "strong", "em": "emphasis"}
_OnImage: TypeAlias = "Callable[[Composer, Token, Token], None]"  # with the inline token and the image token
_FAULTS = {"math": ("math-unsupported", "math-in-words"), "broken_image": ("image-broken", "image-form")}
_BAR = re.compile(r"(?<!\\)\|")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85]")
_WHITE_LINES = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(r"^(?:mailto:|https?://)|/$")


class Reader:
    """Reads one text."""

    def __init__(self, text: Text, report: Report) -> None:
        self._text = text
        self._report = report
        self._faults = 0
        source = _clean(text.markdown)
        self._lines = source.split("\n")
        self._tokens = parse(source)

    def blocks(self, folder: Path | None) -> tuple[Block, ...]:
        """The text as blocks; pictures come from `folder`."""

        image = self._no_image if folder is None else partial(self._load, folder)
        return tuple(self._blocks(iter(self._tokens), image, 0))

    def paragraphs(self) -> Iterator[tuple[Inline, ...]]:
        """The inlines of its paragraphs; anything else is a fault."""
        for token in self._tokens:
            if token.level == 0 and token.type in _BLOCKS:
                self._tell("block-in-line", "words-only", token, 0)
            elif token.type == "inline" and token.level == 1:
                yield self._line(token)

    def _blocks(self, tokens: Iterator[Token], image: _OnImage, depth: int) -> Iterator[Block]:
        """Blocks up to the end of the container that `tokens` stands in."""
        for token in tokens:
            if token.type == "inline":
                yield from self._compose(token, image).blocks()
            elif token.type == "fence":
                lines = token.content.removesuffix("\n").split("\n")
                yield CodeBlock(tuple(line.expandtabs(4).rstrip() for line in lines))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                if depth == MAX_DEPTH:
                    self._tell("list-too-deep", "fewer-levels", token, 0, limit=MAX_DEPTH)
                yield self._list(token, tokens, image, depth + 1)
            elif token.type == "table_open":
                yield self._table(tokens)
            elif token.type == "list_item_close":
                return

    def _list(self, opening: Token, tokens: Iterator[Token], image: _OnImage, depth: int) -> ListBlock:
        items: list[tuple[Block, ...]] = []
        for token in tokens:
            if token.type != "list_item_open":
                break
            items.append(tuple(self._blocks(tokens, image, depth)) or (Para(()),))
        start = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
        return ListBlock(tuple(items), start)

    def _table(self, tokens: Iterator[Token]) -> TableBlock:
        rows: list[list[tuple[Inline, ...]]] = []
        align: list[str] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                self._check_cells(token, len(align))
                rows.append([])
            elif token.type == "th_open":
                align.append(str(token.attrs.get("style", "text-align:left")).removeprefix("text-align:"))
            elif token.type == "inline":
                rows[-1].append(self._line(token))
        return TableBlock(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(align))

    def _check_cells(self, row: Token, expected: int) -> None:
        """The parser drops cells that the header has no column for; here that is a fault."""
        cells = _BAR.split(self._lines[(row.map or [0])[0]].strip())
        found = len(cells) - (not cells[0]) - (not cells[-1])
        if 0 < expected < found:
            self._tell("table-cells", "table-bars", row, 0, found=found, expected=expected)

    def _line(self, paragraph: Token) -> tuple[Inline, ...]:
        """A paragraph where no picture can stand."""
        return next((para.inlines for para in self._compose(paragraph, self._no_image).paragraphs()), ())

    def _compose(self, paragraph: Token, image: _OnImage) -> Composer:
        composer = Composer()
        roles: tuple[str, ...] = ()
        opened: list[bool] = []
        link, shown = "", ""
        for token in paragraph.children or ():
            kind = token.type
            if kind == "text":
                composer.text(token.content, roles)
            elif kind == "softbreak":
                composer.soft_break()
            elif kind == "hardbreak":
                composer.hard_break()
            elif kind == "blank":
                composer.blank(len(token.content), roles)
            elif kind == "code_inline":
                composer.code(token.content, roles)
            elif kind == "image":
                image(composer, paragraph, token)
            elif kind == "link_open":
                link, shown = _clean(str(token.attrs["href"])).replace("\n", " "), ""
            elif kind == "link_close":
                if link and _ADDRESS.sub("", link) != _ADDRESS.sub("", shown):
                    composer.text(f"（{link}）" if has_chinese(shown) else f" ({link})", roles)
            elif token.tag in _SPANS:
                role = _SPANS[token.tag]
                if token.nesting > 0:
                    opened.append(role not in roles)  # bold in bold is bold
                    roles += (role,) * opened[-1]
                elif opened.pop():
                    roles = roles[:-1]
            else:
                code, hint = _FAULTS[kind]
                self._tell(code, hint, paragraph, token.meta["at"], written=_short(token.content))
            shown += token.content
        return composer

    def _load(self, folder: Path, composer: Composer, paragraph: Token, token: Token) -> None:
        """Put the picture into `composer`, or report why not."""
        written = str(token.attrs["src"])
        image = load(written, _plain(token), folder)
        if isinstance(image, Image):
            composer.image(image)
            return
        at = token.meta["at"]
        self._tell(image.code, image.hint, paragraph, at, written=_short(written), **image.values)

    def _no_image(self, composer: Composer, paragraph: Token, token: Token) -> None:
        self._tell("image-not-here", "image-in-paragraph", paragraph, token.meta["at"])

    def _tell(self, code: str, hint: str, token: Token, at: int, **values: object) -> None:
        if self._faults < MAX_FAULTS:
            self._faults += 1
            self._report.error(code, self._place(token, at), hint=hint, **values)

    def _place(self, token: Token, at: int) -> Location:
        """Where offset `at` of a block token's content stands in the file."""
        from generator.source import place

        line = (token.map or [0])[0] + token.content.count("\n", 0, at)
        start, written = sum(len(above) + 1 for above in self._lines[:line]), self._lines[line]
        begin = token.content.rfind("\n", 0, at) + 1
        # The parser has cut off indents, list marks and the other cells of a row.
        kept = token.content[begin:].split("\n", 1)[0]
        if kept and kept in written:
            column = written.index(kept) + at - begin
        else:
            column = len(written) - len(written.lstrip())
        return place(self._text, min(start + column, len(self._text.markdown)))


def _clean(source: str) -> str:
    """The source with newlines for all line ends, spaces alone in blank lines, and no control characters.

    A control character becomes U+FFFD; the source has reported it. Offsets stay, except after a CR LF.
    """
    source = _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\n", source))
    return _WHITE_LINES.sub(lambda white: " " * len(white[0]), source)


def _plain(image: Token) -> str:
    """The words for a picture, without markup."""
    return " ".join("".join(child.content or " " for child in image.children or ()).split())


def _short(written: str) -> str:
    written = " ".join(_clean(written).split())
    return written if len(written) <= 40 else written[:39] + "…"
