"""One paper and its key, or one of each per variant: from what was read to the files of a run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.manifest import manifest
from generator.batch.output import FORMS, MANIFEST
from generator.batch.press import Formats, Press
from generator.batch.record import file_record, lines, paper_record
from generator.selection import draw

if TYPE_CHECKING:
    from generator.batch.order import Order
    from generator.batch.record import Record
    from generator.diagnostics import Report


class Result(NamedTuple):
    """What was built: every file with its path in the output folder, and the lines of forms.jsonl."""

    files: list[tuple[str, bytes]]
    forms: list[Record]


def build(order: Order, report: Report) -> Result | None:
    """Draw, compose and render everything in memory; None when the report has errors. Writes nothing."""
    stems = _stems(order, report)
    forms = draw(order.blueprint, order.banks, seed=order.seed, variants=order.variants, report=report)
    if report.failed:
        return None
    press = Press(order, report, Formats(order.formats, order.formats))
    files: list[tuple[str, bytes]] = []
    records: list[Record] = []
    for form in forms:
        listed = []
        for role, printed in (("paper", press.paper(form.paper)), ("key", press.key(form.key))):
            if printed is None:
                continue
            for format_, data in printed.files.items():
                path = f"{role}s/{stems[form.variant, role]}.{format_}"
                files.append((path, data))
                listed.append(file_record(path, role, format_, printed))
        name = names.form_name(order.blueprint.id, form.variant)
        drawn = paper_record(form.paper)
        records.append({"name": name, "form": form.variant, "candidate": None, **drawn, "files": listed})
    if report.failed:
        return None
    press.keep()
    records.sort(key=lambda record: str(record["name"]))
    listing = lines(records)
    files.append((FORMS, listing))
    files.append((MANIFEST, manifest(order, records, hashlib.sha256(listing).hexdigest())))
    return Result(files, records)


def _stems(order: Order, report: Report) -> dict[tuple[str, str], str]:
    """The name of each file without suffix, by variant and role. No two are the same on any system."""
    pattern = order.file_name.markdown if order.file_name else names.OF_FORM
    stems: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for variant in order.variants:
        for role in ("paper", "key"):
            values = {"layout": order.blueprint.id, "variant": variant}
            stem = names.stem(pattern, values, role, order.style.language)
            if names.alike(stem) in taken and not report.failed:
                where = order.file_name.location if order.file_name else order.blueprint.location
                report.error("file-name-shared", where, "file-name-shared", name=stem)
            taken.add(names.alike(stem))
            stems[variant, role] = stem
    return stems
