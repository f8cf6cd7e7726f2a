"""Pictures: read once, packed once, drawn inline at their natural size."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.render.docx.measure import column_width
from generator.render.docx.names import is_chinese, style_id
from generator.render.docx.package import Entry, stored
from generator.render.docx.paragraphs import block_indent
from generator.render.docx.xml import DRAWING, emus, escape
from generator.render.place import block_left

if TYPE_CHECKING:
    from generator.model.content import Image
    from generator.model.document import Figure, Look

_PNG = b"\x89PNG"
_ORIENTATION = 0x112  # EXIF tag
_PICTURE = f"{DRAWING}/picture"


class Picture(NamedTuple):
    """A picture file, ready to be put into a package under any name."""

    digest: str
    extension: str
    content_type: str
    entry: Entry
    width: float  # points
    height: float

    @property
    def relationship(self) -> str:
        """Its relationship id: by content, so that a fragment's XML is the same in every document."""
        return f"rId{self.digest[:16]}"


class Pictures:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._read: dict[str, Picture] = {}

    def picture(self, image: Image) -> Picture:
        found = self._read.get(image.digest)
        if found is None:
            found = self._read[image.digest] = _read(image)
        return found

    def drawing(self, figure: Figure, keep: bool) -> tuple[str, str]:
        """The paragraph before and after the drawing's id, which is the document's to give."""
        image = figure.image
        picture = self.picture(image)
        style = self._look.texts[figure.role]
        width = column_width(self._look.page)
        left = block_left(self._look, figure, width)
        room = width - left
        # Nor taller than the page: Word would cut it off.
        page = self._look.page
        tall = page.height - page.top - page.bottom - style.space_before - style.space_after - style.leading
        scale = min(1.0, room / picture.width, tall / picture.height)
        extent = f'cx="{emus(picture.width * scale)}" cy="{emus(picture.height * scale)}"'
        kept = "<w:keepNext/>" if keep and not style.keep_with_next else ""
        name = "图片" if is_chinese(self._look.language) else "Picture"
        indent = block_indent(style, left)
        before = (
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(figure.role)}"/>{kept}{indent}</w:pPr><w:r><w:drawing>'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr id="'
        )
        after = (
            f'" name="{name}" descr="{escape(image.alt)}"/><wp:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture.relationship}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )
        return before, after


def _read(image: Image) -> Picture:
    # The PDF's reader: a picture is as large in Word as in print, and a broken one is the same fault.
    from generator.render.pdf.pictures import read_picture

    size = read_picture(image.path)
    blob = _upright(Path(image.path).read_bytes())
    extension = "png" if blob.startswith(_PNG) else "jpeg"
    return Picture(image.digest, extension, f"image/{extension}", stored("", blob), size.width, size.height)


def _upright(blob: bytes) -> bytes:
    """The picture turned as its camera says, which Word would not heed."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    with Pillow.open(BytesIO(blob)) as picture:
        if picture.getexif().get(_ORIENTATION, 1) == 1:
            return blob
        out = BytesIO()
        ImageOps.exif_transpose(picture).save(out, picture.format, quality=95)
        return out.getvalue()
