"""What the composers make of each layout: the outlines of paper and key. `pytest --regenerate` writes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.layout.bases import names
from tests.building import SAMPLES, documents, sample
from tests.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent
SHAPES = {
    f"{style}-{language}": GOLDEN / "shapes" / f"{style}-{language}.yaml"
    for style in names()
    for language in ("zh", "en")
}
LAYOUTS = {
    "features": GOLDEN / "features" / "layout.yaml",
    **{name: sample(name) for name in SAMPLES},
    **SHAPES,
}


@pytest.mark.parametrize("role", ["paper", "key"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_document(name: str, role: str, expect: Callable[[Path, str], None]) -> None:
    (pair,) = documents(LAYOUTS[name], seed=1)
    expect(GOLDEN / "documents" / f"{name}.{role}.txt", outline(getattr(pair, role)))


def test_no_outline_without_its_layout() -> None:
    expected = {f"{name}.{role}.txt" for name in LAYOUTS for role in ("paper", "key")}
    assert {path.name for path in (GOLDEN / "documents").iterdir()} == expected
