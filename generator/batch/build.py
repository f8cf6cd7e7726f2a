"""One paper and its key, or one of each per variant: from what was read to the files of a run."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.manifest import manifest
from generator.batch.output import FORMS, MANIFEST
from generator.batch.press import Press
from generator.model.question import written
from generator.selection import draw

if TYPE_CHECKING:
    from generator.batch.order import Order
    from generator.diagnostics import Report
    from generator.model.paper import Paper
    from generator.selection import Form


class Result(NamedTuple):
    """What was built: every file with its path in the output folder, and the lines of forms.jsonl."""

    files: list[tuple[str, bytes]]
    forms: list[dict[str, object]]


def build(order: Order, report: Report) -> Result | None:
    """Draw, compose and render everything in memory; None when the report has errors. Writes nothing."""
    stems = _stems(order, report)
    forms = draw(order.blueprint, order.banks, seed=order.seed, variants=order.variants, report=report)
    if report.failed:
        return None
    press = Press(order, report)
    files: list[tuple[str, bytes]] = []
    lines: list[dict[str, object]] = []
    for form in forms:
        listed = []
        for role, printed in (("paper", press.paper(form.paper)), ("key", press.key(form.key))):
            if printed is None:
                continue
            for format_, data in printed.files.items():
                path = f"{role}s/{stems[form.variant, role]}.{format_}"
                files.append((path, data))
                listed.append(
                    {
                        "path": path,
                        "role": role,
                        "format": format_,
                        "pages": printed.pages,
                        "bytes": len(data),
                        "sha256": hashlib.sha256(data).hexdigest(),
                    }
                )
        lines.append(_line(form, order.blueprint.id, listed))
    if report.failed:
        return None
    lines.sort(key=lambda line: str(line["name"]))
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(", ", ": ")) + "\n" for line in lines)
    forms_data = text.encode()
    files.append((FORMS, forms_data))
    files.append((MANIFEST, manifest(order, lines, hashlib.sha256(forms_data).hexdigest())))
    return Result(files, lines)


def _stems(order: Order, report: Report) -> dict[tuple[str, str], str]:
    """The name of each file without suffix, by variant and role. No two are the same on any system."""
    pattern = order.file_name.markdown if order.file_name else ""
    stems: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for variant in order.variants:
        for role in ("paper", "key"):
            stem = names.stem(pattern, order.blueprint.id, variant, role, order.style.language)
            if stem.casefold() in taken and not report.failed:
                where = order.file_name.location if order.file_name else order.blueprint.location
                report.error("file-name-shared", where, "file-name-shared", name=stem)
            taken.add(stem.casefold())
            stems[variant, role] = stem
    return stems


def _line(form: Form, layout: str, files: list[dict[str, object]]) -> dict[str, object]:
    return {
        "name": names.form_name(layout, form.variant),
        "form": form.variant,
        "candidate": None,
        "total": _number(form.paper),
        "sections": [
            {
                "title": section.title,
                "count": len(section.items),
                "marks": None if section.marks is None else _json_number(written(section.marks)),
                "questions": [item.prompt.id for item in section.items],
            }
            for section in form.paper.sections
        ],
        "files": files,
    }


def _number(paper: Paper) -> object:
    return None if paper.total is None else _json_number(written(paper.total))


def _json_number(marks: str) -> int | float:
    return float(marks) if "." in marks else int(marks)
