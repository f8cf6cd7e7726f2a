"""Document to DOCX: WordprocessingML written by hand, with named styles that people can edit."""

from __future__ import annotations

from generator.render.docx.renderer import Renderer

__all__ = ["Renderer"]
