"""Layout: a Paper and a Style to a Document, for candidates and, apart from them, for the key."""

from generator.layout.candidate import PaperComposer
from generator.layout.key import KeyComposer
from generator.layout.read_style import read_style, read_style_file
from generator.layout.style import Style

__all__ = ["KeyComposer", "PaperComposer", "Style", "read_style", "read_style_file"]
