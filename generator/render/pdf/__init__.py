"""PDF: Document to bytes, with every line, page and font made here."""

from generator.render.pdf.renderer import MissingGlyphs, Rendered, Renderer

__all__ = ["MissingGlyphs", "Rendered", "Renderer"]
