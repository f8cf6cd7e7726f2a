"""What tells a round from others, in parts, so that what changed can be told."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.manifest import settings
from generator.candidates import CALLED, masked
from generator.candidates.identity import masked_in
from generator.diagnostics import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from generator.batch.round.planning.plan import Plan
    from generator.batch.round.planning.tasks import Entry
    from generator.candidates import CandidateList

    Row = Mapping[str, str]

MOST_TOLD = 6  # changes in one message
NOTHING = "-"  # said of a field that is empty
INPUTS = {  # what is said of one that is new, gone or changed
    "layout": ("new-layout", "gone-layout", "changed-layout"),
    "bank": ("new-bank", "gone-bank", "changed-bank"),
    "style": ("new-style", "gone-style", "changed-style"),
}
FORMATS = {"paper": "changed-paper-format", "key": "changed-key-format"}


class Identity(NamedTuple):
    """`settings` are all that the files depend on but the candidates. The order of rows counts for nothing."""

    round: str  # a digest of it all
    settings: Mapping[str, Any]
    plan: Plan
    candidates: CandidateList


def identity(plan: Plan, candidates: CandidateList) -> Identity:
    settings_ = settings(plan)
    digest = hashlib.sha256(settings_["basis"].encode())
    for entry in sorted(plan.entries, key=lambda entry: entry.name):
        digest.update(row_line(entry))
    return Identity(digest.hexdigest(), settings_, plan, candidates)


def row_line(entry: Entry) -> bytes:
    """What a paper and its key depend on beside the settings, as a line of JSON."""
    content = {
        "name": entry.name,
        "tasks": [entry.paper, entry.key],
        "spare": entry.row is None,
        "row": entry.known,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def changed_settings(was: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Phrase, ...]:
    """What differs between the settings of two rounds; () if nothing does."""
    if was.get("basis") == now["basis"]:
        return ()
    return cut(_settings(was, now)) or (Phrase("changed-banks", {}),)


def _settings(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Phrase]:
    before, after = (
        {(i["kind"], i["id"]): i["sha256"] for i in side.get("inputs", ())} for side in (was, now)
    )
    kinds = list(INPUTS)
    for kind, name in sorted({*before, *after}, key=lambda key: (kinds.index(key[0]), key[1])):
        if before.get((kind, name)) != after.get((kind, name)):
            new, gone, changed = INPUTS[kind]
            code = new if (kind, name) not in before else changed if (kind, name) in after else gone
            yield Phrase(code, {"id": name})
    layouts, order = now["layouts"], was.get("layouts", [])
    if sorted(order) == sorted(layouts) and order != layouts:
        yield Phrase("changed-order", {"was": ", ".join(order)})
    seeds = dict(zip(order, was.get("seeds", ()), strict=False))
    for layout, seed in zip(layouts, now["seeds"], strict=True):
        if layout in seeds and seeds[layout] != seed:
            yield Phrase("changed-seed", {"id": layout, "was": seeds[layout], "now": seed})
    if was.get("forms") != now["forms"]:
        yield Phrase("changed-forms", {"was": was.get("forms", NOTHING), "now": now["forms"]})
    for role, formats in now["formats"].items():
        said = was.get("formats", {}).get(role, ())
        if list(said) != list(formats):
            yield Phrase(FORMATS[role], {"was": ",".join(said), "now": ",".join(formats)})
    versions = was.get("versions", {})
    for name in sorted({*versions, *now["versions"]}):
        pair = {"was": versions.get(name, NOTHING), "now": now["versions"].get(name, NOTHING)}
        if pair["was"] != pair["now"]:
            yield Phrase("changed-version", {"name": name, **pair})


def changed_rows(was: Mapping[str, Row], is_: Identity, gone: bool) -> tuple[Phrase, ...]:
    """How the list differs from one of which the rows are known by name. With `gone`, who is missing counts, too."""
    lines = {row.id: row.location.line for row in is_.candidates.rows}
    headers = headers_of(is_.candidates)
    found = []
    for entry in is_.plan.entries:
        line, name = lines.get(entry.name, 0), masked(entry.name)
        if entry.name not in was:
            found.append(
                (line, name, Phrase("new-row" if entry.row else "new-spare", {"line": line, "id": name}))
            )
        elif was[entry.name] != entry.known:
            values = {"line": line, "id": name, "columns": columns(was[entry.name], entry.known, headers)}
            found.append((line, name, Phrase("changed-row" if entry.row else "changed-spare", values)))
    names = {entry.name for entry in is_.plan.entries}
    left = sorted(masked(name) for name in was if name not in names) if gone else []
    found += [(0, name, Phrase("gone-row", {"id": name})) for name in left]
    return cut(phrase for *_, phrase in sorted(found, key=lambda each: each[:2]))


def cut(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    listed = tuple(phrases)
    more = len(listed) - MOST_TOLD
    return listed if more <= 0 else (*listed[:MOST_TOLD], Phrase("more-changes", {"count": more}))


def headers_of(candidates: CandidateList) -> dict[str, str]:
    """What the list calls the fields."""
    return {field: header for header, field in candidates.columns if field}


def columns(was: Row, now: Row, headers: Mapping[str, str]) -> tuple[Phrase, ...]:
    """Each column of a row that has changed, with what stood there and what stands there, identity numbers masked."""
    changed = [field for field in {**was, **now} if was.get(field) != now.get(field)]
    return tuple(
        Phrase(
            "changed-column",
            {
                "header": headers.get(field) or ((Phrase(CALLED[field], {}),) if field in CALLED else field),
                "was": masked_in(was.get(field, NOTHING)),
                "now": masked_in(now.get(field, NOTHING)),
            },
        )
        for field in changed
    )
