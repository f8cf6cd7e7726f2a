"""Runs in this process: from a layout file to its Documents, and to the bytes of its finished files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.build import build
from generator.batch.order import Wish, order_from_layout
from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer
from generator.selection import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.order import Order
    from generator.model.document import Document

ROOT = Path(__file__).parents[1]
LAYOUTS = ROOT / "layouts"
SAMPLES = ("cs-interview", "cs-specialist", "cs-supervisor")
BOTH = ("docx", "pdf")


class Pair(NamedTuple):
    """The two Documents of a form."""

    paper: Document
    key: Document


def sample(name: str) -> Path:
    return LAYOUTS / f"{name}.yaml"


def built(
    layout: Path,
    *,
    seed: int | None = None,
    variants: Sequence[str] = ("",),
    formats: tuple[str, ...] = BOTH,
) -> dict[str, bytes]:
    """Every file of a run by its path in the output folder. The run must succeed."""
    report = Report()
    result = build(_order(layout, seed, variants, formats, report), report)
    assert result is not None, report.diagnostics
    return dict(result.files)


def documents(layout: Path, *, seed: int | None = None, variants: Sequence[str] = ("",)) -> list[Pair]:
    """Paper and key of each form, as the renderers get them."""
    report = Report()
    order = _order(layout, seed, variants, BOTH, report)
    forms = draw(order.blueprint, order.banks, seed=order.seed, variants=order.variants, report=report)
    papers, keys = PaperComposer(order.style, report), KeyComposer(order.style, report)
    pairs = [Pair(papers.compose(form.paper), keys.compose(form.key)) for form in forms]
    report.check()
    return pairs


def _order(
    layout: Path, seed: int | None, variants: Sequence[str], formats: tuple[str, ...], report: Report
) -> Order:
    order = order_from_layout(str(layout), Wish(seed=seed, variants=tuple(variants), formats=formats), report)
    report.check()
    assert order is not None
    return order


def side(files: dict[str, bytes], role: str) -> dict[str, bytes]:
    """The files of one side: "papers" or "keys"."""
    return {path: data for path, data in files.items() if path.startswith(f"{role}/")}


def the(files: dict[str, bytes], role: str, suffix: str) -> bytes:
    """The only file of a side in one format."""
    (data,) = (d for path, d in side(files, role).items() if path.endswith(f".{suffix}"))
    return data
