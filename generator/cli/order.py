"""From what a user names on the command line to what is to be built; every fault goes to the report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.bank import load, yaml_files
from generator.batch.build import Order
from generator.blueprint import blueprint_from_sections, read_layout
from generator.layout import read_style
from generator.source import nearest_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.blueprint import LayoutFile
    from generator.diagnostics import Report
    from generator.model.question import Bank

DEFAULT_LANGUAGE = "zh-CN"


def order_from_layout(
    layout: str,
    banks: Sequence[str],
    title: str | None,
    seed: int | None,
    variants: tuple[str, ...],
    formats: tuple[str, ...],
    report: Report,
) -> Order | None:
    """The order of a layout file; `banks`, `title` and `seed` take the place of the layout's own."""
    path = Path(layout)
    read = read_layout(path, layout, report)
    if read is None:
        return None
    blueprint = read.blueprint
    if title:
        blueprint = blueprint._replace(title=title)
    named = [(Path(bank), bank) for bank in banks] or _existing(read, report)
    if not banks and not read.banks:
        report.error("no-banks", blueprint.location, "no-banks")
    loaded = load(named, report)
    language = blueprint.language or _language(loaded)
    style = read_style(read.style, language, report)
    if style is None:
        return None
    inputs = [("layout", blueprint.id, read.digest), *_inputs(loaded), ("style", style.name, style.digest)]
    return Order(
        blueprint._replace(language=language),
        loaded,
        style,
        blueprint.seed if seed is None else seed,
        variants,
        formats,
        read.file_name,
        tuple(inputs),
    )


def _existing(read: LayoutFile, report: Report) -> list[tuple[Path, str]]:
    """The banks of a layout; one that is not there is reported where the layout names it."""
    found = []
    for bank in read.banks:
        if os.path.lexists(bank.path):
            found.append((bank.path, bank.name))
            continue
        siblings = [path.name for path in yaml_files(bank.path.parent) or ()]
        nearest = nearest_name(bank.path.name, siblings)
        hint = "did-you-mean" if nearest else "beside-layout"
        report.error("no-bank", bank.location, hint, found=bank.said, nearest=nearest)
    return found


def order_from_sections(
    sections: str,
    banks: Sequence[str],
    title: str | None,
    seed: int | None,
    variants: tuple[str, ...],
    formats: tuple[str, ...],
    report: Report,
) -> Order | None:
    """The order of `--bank` with `--sections`, in the style `classic`."""
    loaded = load([(Path(bank), bank) for bank in banks], report)
    if report.failed or not loaded:
        return None
    language = _language(loaded)
    blueprint = blueprint_from_sections(sections, loaded, title or "", report)
    style = read_style(None, language, report)
    if blueprint is None or style is None:
        return None
    inputs = [*_inputs(loaded), ("style", style.name, style.digest)]
    return Order(
        blueprint._replace(language=language),
        loaded,
        style,
        blueprint.seed if seed is None else seed,
        variants,
        formats,
        "",
        tuple(inputs),
    )


def _language(banks: Sequence[Bank]) -> str:
    return banks[0].language if banks else DEFAULT_LANGUAGE


def _inputs(banks: Sequence[Bank]) -> list[tuple[str, str, str]]:
    return sorted(("bank", bank.id, bank.digest) for bank in banks)
