"""Pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.pdf.file import real
from generator.render.pdf.flow import Cut, Row
from generator.render.pdf.pictures import read_picture
from generator.render.place import block_left

if TYPE_CHECKING:
    from generator.model.document import Figure, Look


def figure_rows(
    look: Look, figure: Figure, width: float, height: float, pictures: dict[bytes, str]
) -> list[Row]:
    """One row, in the picture's natural size unless it is wider than the text or higher than the page."""
    style = look.texts[figure.role]
    left = block_left(look, figure, width)
    picture = read_picture(figure.image.path)
    scale = min(1.0, (width - left) / picture.width, height / picture.height)
    w, h = picture.width * scale, picture.height * scale
    x = left + {"center": (width - left - w) / 2, "right": width - left - w}.get(style.align, 0.0)
    name = b"I" + figure.image.digest[:16].encode()
    pictures[name] = figure.image.path
    drawing = b"q %b 0 0 %b %b %b cm /%b Do Q\n" % (real(w), real(h), real(x), real(-h), name)
    return [Row(h, drawing=drawing, cut=Cut.FREE)]
