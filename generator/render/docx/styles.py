"""word/styles.xml: a paragraph style for every text role, a character style for every span role.

Everything a role looks like stands in its style, so that a user who changes the style changes all
of that role. A style says only how it differs from Normal: a new font in Normal reaches all that use it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.render.docx.formats import CODE_ROLE, UNDERLINE, bold, fonts, size, span_properties, splits
from generator.render.docx.measure import column_width
from generator.render.docx.names import (
    CONTENTS_ROLES,
    StyleNames,
    is_built_in,
    is_chinese,
    latin_language,
    latin_span_id,
    span_id,
    style_id,
)
from generator.render.docx.xml import HEAD, MAIN, eighths, escape, twips

if TYPE_CHECKING:
    from generator.model.document import CharStyle, Look, TextStyle

_JUSTIFY = {"justify": "both", "left": "left", "center": "center", "right": "right"}

ANSWER_ROLE = "answer_space"
OPTION_ROLE = "option"
GAP_ROLE = "gap"
TABLE_ROLES = ("table", "levels", "box", "score", "summary")  # their indent and spacing place a whole table
OPTION_COLUMNS = (4, 2, 1)
TABLE_STYLES = {"all": "TableGrid", "rows": "Rows"}
_ALL_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULE_COLOUR = "808080"  # to write over
CELL_MARGIN = 5.4  # points, left and right in a cell
_CELL_PADDING = 1.5  # above and below

# The defaults that Word expects to find beside Normal.
_SIDES = ("top", "left", "bottom", "right")
_NO_MARGINS = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in _SIDES)
_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    f"<w:tblCellMar>{_NO_MARGINS}</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def option_role(columns: int) -> str:
    return f"{OPTION_ROLE}{columns}"


def styles_part(look: Look) -> str:
    return f'{HEAD}<w:styles xmlns:w="{MAIN}">{_Styles(look).xml()}</w:styles>'


def normal(look: Look) -> tuple[str, float]:
    """Font family and size of Normal: those of most roles."""
    return Counter((text.font, text.size) for text in look.texts.values()).most_common(1)[0][0]


class _Styles:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.names = StyleNames(look)
        self.font, self.size = normal(look)

    def xml(self) -> str:
        look = self.look
        return "".join(
            (
                self._defaults(),
                self._normal(),
                _DEFAULTS,
                *(self._paragraph(role, style) for role, style in look.texts.items()),
                *(self._options(role) for role in look.texts if role == OPTION_ROLE),
                self._gap(),
                *(self._span(role, style) for role, style in look.spans.items()),
                self._blank(),
                self._table("TableGrid", "Table Grid", _ALL_EDGES),
                self._table("Rows", self.names.of("rows"), ("top", "bottom", "insideH")),
            )
        )

    def _defaults(self) -> str:
        language = self.look.language
        latin = escape(latin_language(language))
        han = escape(language if is_chinese(language) else "zh-CN")
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{self._face()}"
            f'<w:lang w:val="{latin}" w:eastAsia="{han}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        )

    def _face(self) -> str:
        return fonts(self.look.fonts[self.font]) + size(self.size)

    def _normal(self) -> str:
        # Punctuation at a line's ends is squeezed (settings.xml), so it does not hang in the margin.
        return (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            '<w:qFormat/><w:pPr><w:widowControl/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/>'
            '<w:topLinePunct/><w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/></w:pPr>'
            f"<w:rPr>{self._face()}</w:rPr></w:style>"
        )

    def _paragraph(self, role: str, style: TextStyle) -> str:
        look = self.look
        answer, code = role == ANSWER_ROLE, role == CODE_ROLE
        if role in TABLE_ROLES:
            style = style._replace(space_before=0, space_after=0, indent=0)
        pitch, rule = style.leading, "atLeast"  # not exact: a picture put into the line must show
        border = ""
        if answer:
            pitch, rule = look.rule_pitch, "exact"
            line = f'w:val="single" w:sz="{eighths(look.rule)}" w:space="0" w:color="{_RULE_COLOUR}"'
            border = f"<w:pBdr><w:bottom {line}/><w:between {line}/></w:pBdr>"
        before, after = twips(style.space_before), twips(style.space_after)
        spacing = f'w:line="{twips(pitch)}" w:lineRule="{rule}"'
        paragraph = "".join(
            (
                "<w:keepNext/>" if style.keep_with_next else "",
                "<w:keepLines/>" if style.keep_lines else "",
                border,
                self._entry_tabs(style) if role in CONTENTS_ROLES else "",
                "<w:suppressAutoHyphens/>" if code or style.align == "center" else "",
                f'<w:spacing w:before="{before}" w:after="{after}" {spacing}/>',
                _indent(style),
                "<w:contextualSpacing/>" if answer or code else "",
                f'<w:jc w:val="{_JUSTIFY[style.align]}"/>',
                f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
            )
        )
        run = "".join(
            (
                fonts(look.fonts[style.font]) if style.font != self.font else "",
                bold(True) if style.bold else "",
                "<w:noProof/>" if code else "",
                size(style.size) if style.size != self.size else "",
            )
        )
        return self._style(style_id(role), self.names.of(role), paragraph, run)

    def _entry_tabs(self, style: TextStyle) -> str:
        """For the text behind a label, and for the page at the end of a row of dots."""
        stop = f'<w:tab w:val="left" w:pos="{twips(style.indent + style.hang)}"/>' if style.hang else ""
        edge = twips(column_width(self.look.page))
        return f'<w:tabs>{stop}<w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'

    def _options(self, role: str) -> str:
        return "".join(
            self._style(
                style_id(option_role(columns)),
                self.names.of(option_role(columns)),
                "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops) + "</w:tabs>"
                if stops
                else "",
                "",
                based_on=style_id(role),
            )
            for columns in OPTION_COLUMNS
            for stops in [option_stops(self.look, self.look.texts[role], columns)]
        )

    def _gap(self) -> str:
        """The paragraph between tables; Word makes one table of two that touch."""
        spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return self._style(style_id(GAP_ROLE), self.names.of(GAP_ROLE), spacing, size(1))

    def _style(self, identity: str, name: str, paragraph: str, run: str, based_on: str = "Normal") -> str:
        custom = "" if is_built_in(name) else ' w:customStyle="1"'
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{escape(name)}"/>'
            f'<w:basedOn w:val="{based_on}"/><w:qFormat/>'
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{run}</w:rPr>" if run else "")
            + "</w:style>"
        )

    def _span(self, role: str, style: CharStyle) -> str:
        han = self._character(
            span_id(role), self.names.of_span(role), span_properties(self.look, role, style)
        )
        if not splits(style):
            return han
        latin = ("<w:i/><w:iCs/>" if style.italic else "") + ('<w:em w:val="none"/>' if style.dots else "")
        name = self.names.of_latin_span(role)
        return han + self._character(latin_span_id(role), name, latin, based_on=span_id(role))

    def _blank(self) -> str:
        return self._character(span_id("blank"), self.names.of_span("blank"), UNDERLINE)

    def _character(self, identity: str, name: str, run: str, based_on: str = "DefaultParagraphFont") -> str:
        custom = "" if is_built_in(name) else ' w:customStyle="1"'
        return (
            f'<w:style w:type="character"{custom} w:styleId="{identity}"><w:name w:val="{escape(name)}"/>'
            f'<w:basedOn w:val="{based_on}"/><w:qFormat/>'
            + (f"<w:rPr>{run}</w:rPr>" if run else "")
            + "</w:style>"
        )

    def _table(self, identity: str, name: str, edges: tuple[str, ...]) -> str:
        custom = "" if name == "Table Grid" else ' w:customStyle="1"'
        line = f'w:val="single" w:sz="{eighths(self.look.line)}" w:space="0" w:color="auto"'
        borders = "".join(f"<w:{edge} {line}/>" for edge in edges)
        margins = (_CELL_PADDING, CELL_MARGIN, _CELL_PADDING, CELL_MARGIN)
        padding = "".join(
            f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>'
            for side, points in zip(_SIDES, margins, strict=True)
        )
        return (
            f'<w:style w:type="table"{custom} w:styleId="{identity}"><w:name w:val="{escape(name)}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
            f"<w:tblCellMar>{padding}</w:tblCellMar></w:tblPr></w:style>"
        )


def option_stops(look: Look, style: TextStyle, columns: int) -> list[int]:
    """Tab stops of a row of options in twips, but for the first text, where the indent is the stop."""
    width = (column_width(look.page) - style.indent) / columns
    starts = [style.indent + width * column for column in range(1, columns)]
    return [twips(stop) for start in starts for stop in (start, start + style.hang)]


def _indent(style: TextStyle) -> str:
    left = f'<w:ind w:left="{twips(style.indent + style.hang)}"'
    if style.hang:
        return f'{left} w:hanging="{twips(style.hang)}"/>'
    if style.first_line:
        # In characters too: the indent follows the size when a user changes it.
        chars = round(style.first_line / style.size * 100)
        return f'{left} w:firstLineChars="{chars}" w:firstLine="{twips(style.first_line)}"/>'
    return f"{left}/>" if style.indent else ""
