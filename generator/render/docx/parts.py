"""The parts of the package beside the text: settings, fonts, properties, relationships, content types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.docx.names import is_chinese, latin_language
from generator.render.docx.xml import HEAD, MAIN, RELATIONSHIPS, escape, twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.document import Look
    from generator.render.docx.pictures import Picture

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MICROSOFT = "http://schemas.microsoft.com/office/word"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The day of the ZIP's entries: a document made twice is the same, and nobody takes this for a real date.
_DATE = "1980-01-01T00:00:00Z"

HEADER, FOOTER = "header", "footer"
_LOOK_PARTS = ("settings", "styles", "fontTable")
_THEME = "theme/theme1.xml"


def settings_part(look: Look) -> str:
    chinese = is_chinese(look.language)
    latin = escape(latin_language(look.language))
    # As Chinese Word writes them: widths of half-width characters, spaces underlined at a line's end, and
    # no stretching of a line that ends in a line break.
    flags = (
        ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace")
        if chinese
        else ()
    )
    modern = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
    return "".join(
        (
            f'{HEAD}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>',
            "" if chinese else "<w:autoHyphenation/>",
            '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
            # The space between paragraphs is what is under one and over the next, not the larger of both.
            *(
                f"<w:{flag}/>"
                for flag in (*flags, "doNotExpandShiftReturn", "doNotUseHTMLParagraphAutoSpacing")
            ),
            "<w:useFELayout/>" if chinese else "",
            *(f'<w:compatSetting w:name="{n}" w:uri="{_MICROSOFT}" w:val="{value}"/>' for n, value in modern),
            f'</w:compat><w:themeFontLang w:val="{latin}" w:eastAsia="zh-CN"/>',
            '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
        )
    )


def font_table_part(look: Look) -> str:
    han = dict.fromkeys(font.docx for font in look.fonts.values())
    latin = dict.fromkeys(font.docx_latin for font in look.fonts.values())
    names = dict.fromkeys((*han, *latin))
    fonts = "".join(
        f'<w:font w:name="{escape(name)}"><w:charset w:val="{"86" if name in han else "00"}"/></w:font>'
        for name in names
        if name
    )
    return f'{HEAD}<w:fonts xmlns:w="{MAIN}">{fonts}</w:fonts>'


def section(look: Look, names: Iterable[str]) -> str:
    """w:sectPr; `names` says which of header and footer there are."""
    page = look.page
    landscape = ' w:orient="landscape"' if page.width > page.height else ""
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        # Word measures to the paragraph's edge, Page to the baseline.
        "header": page.header - look.texts[HEADER].leading * 0.75 if HEADER in look.texts else page.header,
        "footer": page.footer - look.texts[FOOTER].size * 0.25 if FOOTER in look.texts else page.footer,
        "gutter": 0.0,
    }
    columns = f' w:num="{page.columns}"' if page.columns > 1 else ""
    return "".join(
        (
            "<w:sectPr>",
            *(f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name in names),
            f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/><w:pgMar',
            *(f' w:{name}="{max(0, twips(points))}"' for name, points in margins.items()),
            f'/><w:cols{columns} w:space="{twips(page.gutter) or 720}"/></w:sectPr>',
        )
    )


def core_part(title: str, language: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:modified>'
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def app_part(pages: int) -> str:
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Pages>{pages}</Pages><Application>exampaper</Application></Properties>"
    )


def package_relationships() -> str:
    return _relationships(
        (
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        )
    )


def document_relationships(names: Iterable[str], media: Iterable[tuple[Picture, str]]) -> str:
    """`media` are pictures with the names of their parts, relative to word/."""
    return _relationships(
        (
            *((name, f"{RELATIONSHIPS}/{name}", f"{name}.xml") for name in (*_LOOK_PARTS, *names)),
            ("theme", f"{RELATIONSHIPS}/theme", _THEME),
            *((picture.relationship, f"{RELATIONSHIPS}/image", target) for picture, target in media),
        )
    )


def _relationships(targets: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def content_types(names: Iterable[str], pictures: Iterable[Picture]) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults.update((picture.extension, picture.content_type) for picture in pictures)
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in (*_LOOK_PARTS, *names)},
        f"/word/{_THEME}": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Default Extension="{e}" ContentType="{kind}"/>' for e, kind in defaults.items())
    listed += "".join(f'<Override PartName="{p}" ContentType="{kind}"/>' for p, kind in overrides.items())
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{listed}</Types>'
