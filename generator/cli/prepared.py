"""What a round is made of: layouts and list read, planned and checked, with every fault told before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.cli.build import FORMATS, formats_of
from generator.cli.named import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.batch.record import Record
    from generator.batch.round.folder.base import Base
    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.planning.identity import Identity
    from generator.candidates import CandidateList
    from generator.diagnostics import Report


class Asked(NamedTuple):
    """What the command line says of the round itself."""

    layouts: tuple[str, ...]
    candidates: str
    forms: str | None
    spares: int
    seed: int | None
    adding: bool
    formats: str | None
    out: str | None


class Prepared(NamedTuple):
    """A round that may be run: `base` is the finished one that is added to, `issued` its records by name."""

    identity: Identity
    folder: RoundFolder
    base: Base | None
    issued: dict[str, Record]

    @property
    def has_news(self) -> bool:
        """Whether there is somebody without a paper."""
        return self.base is None or any(e.name not in self.issued for e in self.identity.plan.entries)


def prepared(asked: Asked, zh: bool, report: Report) -> Prepared:
    """InputFault: what was given is at fault. OutputFault: the round that is added to is none, or damaged."""
    from generator.batch import names
    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.planning.identity import identity as identity_of
    from generator.batch.round.planning.issued import check_added
    from generator.batch.round.planning.late import check_against
    from generator.batch.round.planning.patterns import check_columns
    from generator.batch.round.planning.plan import plan as plan_of
    from generator.batch.round.planning.plan import tell_unused

    orders, found = _read(asked, zh, report)
    path = Path(asked.out) if asked.out else Path("output") / names.safe(orders[0].blueprint.id)
    folder = RoundFolder(path)
    base = folder.base() if asked.adding else None
    before = dict(base.manifest) if base is not None else {}
    seeds = before.get("seeds", [])
    if asked.seed is None and len(seeds) == len(orders):
        orders = [order._replace(seed=kept) for order, kept in zip(orders, seeds, strict=True)]
    mode = mode_of(asked.forms, zh) if asked.forms else str(before.get("forms", "1"))
    if before and before.get("layouts") != [order.blueprint.id for order in orders]:
        from generator.diagnostics import Phrase

        was, now = before.get("layouts", ()), [order.blueprint.id for order in orders]
        changes = (
            *(Phrase("gone-layout", {"id": name}) for name in was if name not in now),
            *(Phrase("new-layout", {"id": name}) for name in now if name not in was),
        ) or (Phrase("changed-order", {"was": ", ".join(was)}),)
        report.error("round-changed", found.location, "round-changed", changes=changes)
    report.check()
    wanted = _formats(asked.formats, before, zh)
    plan = plan_of(orders, found, mode, asked.spares, wanted, before.get("variants") or None, report)
    if base is None:
        tell_unused(plan, report)
    check_columns(orders, found, report)
    report.check()
    identity = identity_of(plan, found)
    issued = folder.issued() if asked.adding else {}
    check_added(identity, before, issued, report)
    check_against(plan, issued, found, report)
    report.check()
    return Prepared(identity, folder, base, issued)


def _read(asked: Asked, zh: bool, report: Report) -> tuple[list[Order], CandidateList]:
    from generator.batch.order import Wish, order_from_layout
    from generator.batch.round.planning.plan import tell_refusals
    from generator.candidates import read_candidates
    from generator.diagnostics import InputFault, Location, Report, SourceFile

    of_layouts = Report()
    for layout in asked.layouts:
        if Path(layout).suffix.lower() in LISTS:
            report.error("is-a-list", Location(SourceFile(layout, [])), "is-a-list")
    report.check()
    wish = Wish(seed=asked.seed)
    orders = [o for each in asked.layouts if (o := order_from_layout(each, wish, of_layouts)) is not None]
    mode = mode_of(asked.forms or "1", zh)

    def also(listed: CandidateList, faults: Report) -> None:
        if not of_layouts.failed:
            tell_refusals(orders, mode, listed, faults)

    found = read_candidates(Path(asked.candidates), asked.candidates, report, also)
    report.extend(of_layouts.diagnostics)
    report.check()
    if found is None or not orders:
        raise InputFault(report.diagnostics)
    return orders, found


def _formats(said: str | None, before: Mapping[str, Mapping[str, Sequence[str]]], zh: bool) -> Formats:
    """What was asked for, else what the round has that is added to, else the usual."""
    from generator.batch.press import Formats

    if said or not before.get("formats"):
        named = formats_of(said, zh) if said else ()
        return Formats(named or ("pdf",), named or FORMATS)
    return Formats(*(tuple(before["formats"][role]) for role in ("paper", "key")))


def mode_of(said: str, zh: bool) -> str:
    """ "1", "2" … "26", "session" or "each". UsageError: another word."""
    said = said.strip().lower()
    if said in ("session", "each") or (said.isascii() and said.isdigit() and 1 <= int(said) <= 26):
        return said if said in ("session", "each") else str(int(said))
    raise click.UsageError(
        f"--forms 不认识“{said}”；可用 1 到 26 的数、session、each。"
        if zh
        else f"--forms does not know “{said}”; there are numbers from 1 to 26, session and each."
    )
