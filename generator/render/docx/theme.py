"""word/theme/theme1.xml: the smallest that Word takes. No style refers to it; the palette is the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.docx.xml import DRAWING, HEAD, escape

if TYPE_CHECKING:
    from generator.model.document import Font

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "404040",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(font: Font) -> str:
    """The theme, with `font` for headings and text."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in _COLOURS.items())
    latin, han = escape(font.docx_latin), escape(font.docx)
    faces = f'<a:latin typeface="{latin}"/><a:ea typeface="{han}"/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}/main" name="exampaper"><a:themeElements>'
        f'<a:clrScheme name="exampaper">{colours}</a:clrScheme><a:fontScheme name="exampaper">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="exampaper"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
