"""From the files a user names to the order of what is to be built; every fault goes to the report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.bank import load, yaml_files
from generator.blueprint import blueprint_from_sections, read_layout
from generator.diagnostics import Location, SourceFile
from generator.layout import read_style
from generator.source import nearest_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.blueprint import LayoutFile
    from generator.diagnostics import Report
    from generator.layout import Style
    from generator.model.blueprint import Blueprint
    from generator.model.content import Text
    from generator.model.question import Bank

DEFAULT_LANGUAGE = "zh-CN"


class Wish(NamedTuple):
    """What a user asks for beside the layout. `banks`, `title` and `seed` take the place of the layout's own."""

    banks: tuple[str, ...] = ()
    title: str = ""
    seed: int | None = None
    variants: tuple[str, ...] = ("",)  # ("",) for a single paper
    formats: tuple[str, ...] = ("docx", "pdf")


class Order(NamedTuple):
    """What is to be built, all of it read and checked."""

    blueprint: Blueprint
    banks: Sequence[Bank]
    style: Style
    seed: int
    variants: tuple[str, ...]
    formats: tuple[str, ...]
    file_name: Text | None
    posts: tuple[str, ...]  # whom the layout is for; empty: everybody
    masks_identity: bool
    title_at: Location  # the title itself, or the layout that has it
    style_at: Location | None  # where the style is named; None: nowhere
    inputs: tuple[tuple[str, str, str], ...]  # kind, id, sha256 of each file read


def order_from_layout(layout: str, wish: Wish, report: Report) -> Order | None:
    """The order of a layout file; None when there is no layout or no style to go on with."""
    path = Path(layout)
    read = read_layout(path, layout, report)
    if read is None:
        return None
    named = [(Path(bank), bank) for bank in wish.banks] or banks_of(read, report)
    if not wish.banks and not read.banks:
        report.error("no-banks", read.blueprint.location, "no-banks")
    loaded = load(named, report)
    style = read_style(read.style, read.blueprint.language or _language(loaded), report)
    if style is None:
        return None
    order = _order(read.blueprint, loaded, style, wish, ("layout", read.blueprint.id, read.digest))
    return order._replace(
        file_name=read.file_name,
        posts=read.posts,
        masks_identity=read.masks_identity,
        style_at=read.style.location if read.style else None,
    )


def banks_of(read: LayoutFile, report: Report) -> list[tuple[Path, str]]:
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


def order_from_sections(sections: str, wish: Wish, report: Report) -> Order | None:
    """The order of `--bank` with `--sections`, in the style `classic`."""
    loaded = load([(Path(bank), bank) for bank in wish.banks], report)
    if report.failed or not loaded:
        return None
    blueprint = blueprint_from_sections(sections, loaded, wish.title, report)
    style = read_style(None, _language(loaded), report)
    return None if blueprint is None or style is None else _order(blueprint, loaded, style, wish)


def _order(
    blueprint: Blueprint,
    banks: Sequence[Bank],
    style: Style,
    wish: Wish,
    *inputs: tuple[str, str, str],
) -> Order:
    return Order(
        blueprint._replace(language=style.language, title=wish.title or blueprint.title),
        banks,
        style,
        blueprint.seed if wish.seed is None else wish.seed,
        wish.variants,
        wish.formats,
        None,
        (),
        True,
        Location(SourceFile("--title", [wish.title]), 1, 1) if wish.title else blueprint.location,
        None,
        (
            *inputs,
            *sorted(("bank", bank.id, bank.digest) for bank in banks),
            ("style", style.name, style.digest),
        ),
    )


def _language(banks: Sequence[Bank]) -> str:
    return banks[0].language if banks else DEFAULT_LANGUAGE
