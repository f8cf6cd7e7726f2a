"""Font files that the installation brings, for peers that want a path."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])


def chinese_truetype() -> str:
    """A TrueType font: reportlab takes no other."""
    return str(folder("justmytype_intl_cjk") / "fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
