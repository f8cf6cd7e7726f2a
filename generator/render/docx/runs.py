"""Inlines to runs (w:r): which character style, which script, which language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from generator.model.content import Blank, LineBreak, PageCount, Span, Str
from generator.model.document import CharStyle
from generator.render.docx.formats import UNDERLINE, bold, fonts, size, splits
from generator.render.docx.names import is_chinese, latin_language, latin_span_id, span_id
from generator.render.docx.xml import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.content import Inline
    from generator.model.document import Look, TextStyle

_HAN = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGNS = "§°±·×÷\u2010-\u2bff"  # full width in Chinese text, narrow in other; Word asks the hint
_WIDE_SIGNS = "\u3000-\u3004\u3008-\u303f\ufe30-\ufe4f\uff00-\uffef"
_AMBIGUOUS = re.compile(f"[{_SIGNS}]")
_SPACES_AN_EM = 4  # a no-break space is a quarter em in Times New Roman and most Latin faces
_NO_SPACE = "\u200d"  # of no width; to LibreOffice, what begins with a space may hang past the end of a line
TAB = "<w:r><w:tab/></w:r>"
_PLAIN = CharStyle()
_T = TypeVar("_T")


def is_ambiguous(text: str) -> bool:
    """Whether some sign of it is full width in Chinese text and narrow in other."""
    return _AMBIGUOUS.search(text) is not None


class Runs:
    """Runs in one look. Run properties are made once for each combination of roles."""

    _heeded = True  # character styles are

    def __init__(self, look: Look) -> None:
        self._look = look
        self._chinese = is_chinese(look.language)
        self._properties: dict[tuple[tuple[str, ...], bool, str, bool, str], str] = {}

    def xml(self, inlines: Iterable[Inline], style: TextStyle, language: str = "", pages: int = 0) -> str:
        """Runs of `inlines` in a paragraph of `style`; `language` empty means the look's."""
        chinese = is_chinese(language) if language else self._chinese
        # Chinese text names no language: it is the documents' East Asian one, its Latin words English.
        told = "" if chinese or language in ("", self._look.language) else latin_language(language)
        return "".join(self._inlines(inlines, (), style.bold, chinese, told, pages))

    def text(self, text: str, style: TextStyle) -> str:
        """A run of literal text, such as a line of code, where no sign takes the width of a Han character."""
        return _text(text, self._run_properties((), style.bold, "", False, "")) if text else ""

    def _inlines(
        self,
        inlines: Iterable[Inline],
        roles: tuple[str, ...],
        heavy: bool,
        chinese: bool,
        told: str,
        pages: int,
    ) -> Iterator[str]:
        for inline in inlines:
            if isinstance(inline, Str):
                for script, text in self._scripts(inline.text, roles, chinese):
                    hint = chinese and is_ambiguous(text)
                    yield _text(text, self._run_properties(roles, heavy, script, hint, told))
            elif isinstance(inline, Span):
                yield from self._inlines(inline.children, (*roles, inline.role), heavy, chinese, told, pages)
            elif isinstance(inline, Blank):
                spaces = _NO_SPACE + "\u00a0" * max(1, round(inline.width * _SPACES_AN_EM))
                yield _text(spaces, self._run_properties((*roles, "blank"), heavy, "", False, ""))
            elif isinstance(inline, LineBreak):
                yield "<w:r><w:br/></w:r>"
            else:
                properties = self._run_properties(roles, heavy, "", False, "")
                count = isinstance(inline, PageCount)
                yield field("NUMPAGES" if count else "PAGE", str(pages) if count else "1", properties)

    def _scripts(self, text: str, roles: tuple[str, ...], chinese: bool) -> Iterable[tuple[str, str]]:
        """The text cut where Han meets Latin, if a span asks for that; else in one piece."""
        if not any(splits(self._look.spans[role]) for role in roles):
            return [("", text)] if text else []
        return [(match.lastgroup or "", match.group()) for match in _script_runs(chinese).finditer(text)]

    def _run_properties(self, roles: tuple[str, ...], heavy: bool, script: str, hint: bool, told: str) -> str:
        key = (roles, heavy, script, hint, told)
        found = self._properties.get(key)
        if found is None:
            found = self._properties[key] = self._make_properties(*key)
        return found

    def _make_properties(
        self, roles: tuple[str, ...], heavy: bool, script: str, hint: bool, told: str
    ) -> str:
        """The innermost span gives the style; what outer spans add to it stands in the run."""
        spans = [_PLAIN if role == "blank" else self._look.spans[role] for role in roles]
        own = spans[-1] if spans else _PLAIN
        outer = spans[:-1]
        style = ""
        if roles:
            style = span_id(roles[-1])
            if splits(own) and script == "latin":
                style = latin_span_id(roles[-1])
            elif splits(own) and script == "sign":  # neither dotted nor slanted
                style, outer, own = "", spans, _PLAIN
        if not self._heeded:
            outer, own = spans, _PLAIN
        font = own.font or _last(span.font for span in outer)
        points = own.size or _last(span.size for span in outer)
        weight = own.bold if own.bold is not None else _last(span.bold for span in outer)
        # Bold in a style toggles what the paragraph's style says, so in a bold paragraph the run says it.
        weight_here = weight is not None and (heavy or own.bold is None)
        slanted = script == "latin" and not own.italic and any(span.italic for span in outer)
        dotted = script == "han" and not own.dots and any(span.dots for span in outer)
        properties = "".join(
            (
                f'<w:rStyle w:val="{style}"/>' if style else "",
                _fonts(fonts(self._look.fonts[font]) if font and not own.font else "", hint),
                bold(bool(weight)) if weight_here else "",
                "<w:i/><w:iCs/>" if slanted else "",
                size(points) if points and not own.size else "",
                UNDERLINE if not self._heeded and roles[-1:] == ("blank",) else "",
                '<w:em w:val="underDot"/>' if dotted else "",
                f'<w:lang w:val="{escape(told)}"/>' if told else "",
            )
        )
        return f"<w:rPr>{properties}</w:rPr>" if properties else ""


class LinkRuns(Runs):
    """Runs of a link. There LibreOffice puts its own character style for ours, so what ours say stands in the run."""

    _heeded = False


@cache
def _script_runs(chinese: bool) -> re.Pattern[str]:
    """Runs of "han", of "sign" (full-width signs) and of "latin" (all else). Slow to compile, seldom used."""
    signs = _WIDE_SIGNS + (_SIGNS if chinese else "")
    return re.compile(f"(?P<han>[{_HAN}]+)|(?P<sign>[{signs}]+)|(?P<latin>[^{_HAN}{signs}]+)")


def _last(values: Iterable[_T | None]) -> _T | None:
    found = None
    for value in values:
        found = found if value is None else value
    return found


def _fonts(direct: str, hint: bool) -> str:
    if not hint:
        return direct
    return (
        direct.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
        if direct
        else '<w:rFonts w:hint="eastAsia"/>'
    )


def _text(text: str, properties: str) -> str:
    space = ' xml:space="preserve"' if text[0] == " " or text[-1] == " " or "  " in text else ""
    return f"<w:r>{properties}<w:t{space}>{escape(text)}</w:t></w:r>"


def field(code: str, cached: str, properties: str = "") -> str:
    return f"{field_begin(code, properties)}<w:r>{properties}<w:t>{cached}</w:t></w:r>{field_end(properties)}"


def field_begin(code: str, properties: str = "") -> str:
    """A field up to its cached value."""
    start = f"<w:r>{properties}"
    return (
        f'{start}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{start}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'{start}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
