"""Selection: banks, a blueprint and a seed to papers and their keys."""

from generator.selection.draw import Drawer, Form, draw

__all__ = ["Drawer", "Form", "draw"]
