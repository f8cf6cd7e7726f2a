"""What manifest.json says of a run, beside what its lines and files show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.verify.reading import cut
from generator.verify.record import MANIFEST, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from generator.diagnostics import Report
    from generator.verify.record import Manifest, Row

_MOST_NAMED = 12
_MOST_SAID = 60  # characters of a value


def is_round(rows: Sequence[Row]) -> bool:
    """Whether `batch` wrote it, which makes print files as well: each of its lines names a layout."""
    return any(row.layout for row in rows)


def check_manifest(rows: Sequence[Row], manifest: Manifest, report: Report) -> None:
    where = Location(SourceFile(MANIFEST, []))
    content = manifest.content
    if rows:
        declared = _of_round if is_round(rows) else _of_build
        for name, listed, found in (*_counts(rows, content["counts"]), *declared(rows, content)):
            if listed != found:
                said = {"listed": cut(str(listed), _MOST_SAID), "found": cut(str(found), _MOST_SAID)}
                report.error("verify-declared", where, "verify-restore", name=name, **said)
    missing = content.get("missing", ())
    if missing:
        names = ", ".join(missing[:_MOST_NAMED]) + ("…" if len(missing) > _MOST_NAMED else "")
        report.error("verify-without-paper", where, "verify-mend-list", count=len(missing), names=names)
    both = sorted({row.name for row in rows}.intersection(missing))
    if both:
        report.error("verify-not-missing", where, "verify-restore", names=", ".join(both[:_MOST_NAMED]))


_Said = tuple[str, object, object]  # a field, what it says, what it should say


def _counts(rows: Sequence[Row], counts: Mapping[str, int]) -> Iterator[_Said]:
    files = {file.path: file for row in rows for file in row.files}
    found = {
        "papers": sum(file.role == "paper" for file in files.values()),
        "keys": sum(file.role == "key" for file in files.values()),
    }
    if is_round(rows):
        found["candidates"] = sum(row.candidate is not None for row in rows)
        found["spares"] = len(rows) - found["candidates"]
    else:
        found["forms"] = len(rows)
    yield "counts", dict(sorted(counts.items())), dict(sorted(found.items()))


def _of_build(rows: Sequence[Row], content: Mapping[str, Any]) -> Iterator[_Said]:
    first = rows[0]
    yield "command", content.get("command"), "build"
    yield "layout", content.get("layout"), first.name.removesuffix(f"-{first.form}" if first.form else "")
    yield "variants", _sorted(content.get("variants")), sorted(row.form for row in rows if row.form)
    yield "formats", _sorted(content.get("formats")), _formats(rows, "paper")


def _of_round(rows: Sequence[Row], content: Mapping[str, Any]) -> Iterator[_Said]:
    yield "command", content.get("command"), "batch"
    layouts = content.get("layouts")
    layouts = [str(layout) for layout in layouts] if isinstance(layouts, list) else []
    yield "layouts", sorted(layouts), sorted({*layouts, *(row.layout for row in rows)})
    for name in ("styles", "seeds"):  # one a layout
        yield f"{name}: length", len(_sorted(content.get(name))), len(layouts)
    yield from _dealt(rows, layouts, content)
    formats = content.get("formats")
    for role in ROLES:
        listed = _sorted(formats.get(role)) if isinstance(formats, dict) else []
        found = _formats(rows, role)
        if not (content.get("additions") and listed and set(listed) <= set(found)):  # each may have its own
            yield f"formats: {role}", listed, found
    absent = content.get("absent")
    yield "missing", content.get("missing"), sorted(absent) if isinstance(absent, dict) else []


def _dealt(rows: Sequence[Row], layouts: Sequence[str], content: Mapping[str, Any]) -> Iterator[_Said]:
    """The forms of each layout, and how many there are."""
    forms, variants = content.get("forms"), content.get("variants")
    if all(row.own for row in rows):
        yield "forms", forms, "each"
        yield "variants", variants, []
        return
    listed = [_sorted(each) for each in variants] if isinstance(variants, list) else []
    yield "variants: length", len(listed), len(layouts)
    for layout, known in zip(layouts, listed, strict=False):
        yield "variants", known, sorted({*known, *(row.form for row in rows if row.layout == layout)})
        if forms != "session":
            yield "forms", forms, str(len(known))


def _formats(rows: Sequence[Row], role: str) -> list[str]:
    return sorted({file.format for row in rows for file in row.of(role)})


def _sorted(listed: object) -> list[str]:
    """What a field lists; nothing when it is no list."""
    return sorted(map(str, listed)) if isinstance(listed, list) else []
