"""Question types: one file each. A new one is its file, its test, and its name in NAMES."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.kinds.base import Kind

NAMES = ("essay", "short_answer", "single_choice", "multiple_choice", "true_false", "fill_blank")
DEFAULT = "essay"


@cache
def kind(name: str) -> Kind:
    """The type called `name`, one of NAMES. Its file is imported when it is first asked for."""
    found: Kind = import_module(f"generator.kinds.{name}").KIND
    return found
