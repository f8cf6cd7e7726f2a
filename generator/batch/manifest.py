"""manifest.json: what a run was made of, so that it can be made again to the byte. No time, no path."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import deflate

from generator import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.batch.order import Order
    from generator.batch.record import Record
    from generator.batch.round.plan import Plan


def manifest(order: Order, forms: list[dict[str, object]], forms_digest: str) -> bytes:
    files = [file for form in forms for file in form["files"]]  # type: ignore[attr-defined]
    content = {
        "command": "build",
        "layout": order.blueprint.id,
        "style": order.style.name,
        "language": order.style.language,
        "seed": order.seed,
        "variants": [variant for variant in order.variants if variant],
        "formats": list(order.formats),
        "versions": versions(),
        "inputs": [{"kind": kind, "id": name, "sha256": digest} for kind, name, digest in order.inputs],
        "counts": {
            "forms": len(forms),
            "papers": sum(file["role"] == "paper" for file in files),
            "keys": sum(file["role"] == "key" for file in files),
        },
        "forms_sha256": forms_digest,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def versions() -> dict[str, str]:
    """Of everything the bytes depend on."""
    from generator.render.pdf.fontfile import font_versions

    return {
        "exampaper": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "deflate": deflate.__version__,
        **font_versions(),
    }


def round_manifest(
    plan: Plan,
    fingerprint: str,
    basis: str,
    records: Iterable[Record],
    absent: Mapping[str, object],
    additions: int,
    files: Iterable[Record],
    forms_digest: str,
) -> bytes:
    """The manifest of a round; without the number of processes, and whatever the order of rows."""
    records = list(records)
    paths = {str(f["path"]): f["role"] for r in records for f in r["files"]}  # type: ignore[attr-defined]
    content = {
        "command": "batch",
        "round": fingerprint,
        "basis": basis,
        "layouts": [order.blueprint.id for order in plan.orders],
        "styles": [order.style.name for order in plan.orders],
        "forms": plan.mode,
        "variants": [list(variants) for variants in plan.variants] if plan.mode != "each" else [],
        "seeds": [order.seed for order in plan.orders],
        "formats": {"paper": list(plan.formats.paper), "key": list(plan.formats.key)},
        "versions": versions(),
        "inputs": [
            {"kind": kind, "id": name, "sha256": digest}
            for kind, name, digest in sorted({each for order in plan.orders for each in order.inputs})
        ],
        "counts": {
            "candidates": sum(record["candidate"] is not None for record in records),
            "spares": sum(record["candidate"] is None for record in records),
            "papers": sum(role == "paper" for role in paths.values()),
            "keys": sum(role == "key" for role in paths.values()),
        },
        "additions": additions,
        "missing": sorted(absent),
        "absent": {name: absent[name] for name in sorted(absent)},
        "files": sorted(files, key=lambda file: str(file["path"])),
        "forms_sha256": forms_digest,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
