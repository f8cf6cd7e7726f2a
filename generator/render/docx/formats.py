"""Run properties that styles and runs share, each in the schema's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.docx.xml import escape, half_points

if TYPE_CHECKING:
    from generator.model.document import CharStyle, Font, Look

CODE_ROLE = "code"
UNDERLINE = '<w:u w:val="single"/>'


def fonts(font: Font) -> str:
    latin, han = escape(font.docx_latin), escape(font.docx)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{han}" w:cs="{latin}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def bold(on: bool) -> str:
    return "<w:b/><w:bCs/>" if on else '<w:b w:val="0"/><w:bCs w:val="0"/>'


def splits(style: CharStyle) -> bool:
    """Whether the span looks different in Han and in Latin letters, and so needs two styles."""
    return style.italic or style.dots


def span_properties(look: Look, role: str, style: CharStyle) -> str:
    """Run properties of a span in Han text, in the schema's order."""
    return "".join(
        (
            fonts(look.fonts[style.font]) if style.font else "",
            "" if style.bold is None else bold(style.bold),
            "<w:noProof/>" if role == CODE_ROLE else "",
            size(style.size) if style.size else "",
            '<w:em w:val="underDot"/>' if style.dots else "",
        )
    )
