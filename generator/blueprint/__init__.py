"""Blueprints: what a paper asks of the banks, from a layout file or from `--sections`."""

from generator.blueprint.read import FILE_FIELDS, LayoutFile, read_layout
from generator.blueprint.sections import blueprint_from_sections

__all__ = ["FILE_FIELDS", "LayoutFile", "blueprint_from_sections", "read_layout"]
