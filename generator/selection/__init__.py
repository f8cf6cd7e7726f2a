"""Selection: banks, a blueprint and a seed to papers and their keys."""

from generator.selection.draw import Form, draw

__all__ = ["Form", "draw"]
