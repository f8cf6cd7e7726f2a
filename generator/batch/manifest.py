"""manifest.json: what a run was made of, so that it can be made again to the byte. No time, no path."""

from __future__ import annotations

import hashlib
import json
import sys
from typing import TYPE_CHECKING, Any

import deflate

from generator import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.batch.order import Order
    from generator.batch.record import Record
    from generator.batch.round.planning.plan import Plan


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
    return _sealed(content)


def versions() -> dict[str, str]:
    """Of everything the bytes depend on."""
    from generator.render.pdf.fontfile import font_versions

    return {
        "exampaper": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "deflate": deflate.__version__,
        **font_versions(),
    }


def round_versions() -> dict[str, str]:
    """Of everything the bytes of a round depend on: it has a workbook for the office, too."""
    from xlsxwriter import __version__ as xlsxwriter

    return {**versions(), "xlsxwriter": xlsxwriter}


def settings(plan: Plan) -> dict[str, Any]:
    """All that the files of a round depend on but the candidates; `basis` is a digest of it."""
    content: dict[str, Any] = {
        "layouts": [order.blueprint.id for order in plan.orders],
        "styles": [order.style.name for order in plan.orders],
        "forms": plan.mode,
        "seeds": [order.seed for order in plan.orders],
        "formats": {"paper": list(plan.formats.paper), "key": list(plan.formats.key)},
        "versions": round_versions(),
    }
    inputs = [[list(each) for each in order.inputs] for order in plan.orders]
    basis = hashlib.sha256(json.dumps([content, inputs], sort_keys=True).encode()).hexdigest()
    used = sorted({each for order in plan.orders for each in order.inputs})
    listed = [{"kind": kind, "id": name, "sha256": digest} for kind, name, digest in used]
    return {"basis": basis, **content, "inputs": listed}


def round_manifest(
    plan: Plan,
    fingerprint: str,
    settings: Mapping[str, Any],
    counts: Mapping[str, int],
    absent: Mapping[str, object],
    additions: int,
    files: Iterable[Record],
    forms_digest: str,
) -> bytes:
    """The manifest of a round; without the number of processes, and whatever the order of rows."""
    content = {
        "command": "batch",
        "round": fingerprint,
        **settings,
        "variants": [list(variants) for variants in plan.variants] if plan.mode != "each" else [],
        "counts": dict(counts),
        "additions": additions,
        "missing": sorted(absent),
        "absent": {name: absent[name] for name in sorted(absent)},
        "files": sorted(files, key=lambda file: str(file["path"])),
        "forms_sha256": forms_digest,
    }
    return _sealed(content)


def _sealed(content: dict[str, object]) -> bytes:
    """The file, closed by the digest of all before it, so that damage to any field is seen."""
    head = json.dumps(content, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{head},\n  "sha256": "{hashlib.sha256(head.encode()).hexdigest()}"\n}}\n'.encode()


def is_sealed(data: bytes) -> bool:
    """Whether these are the bytes of a manifest as a run wrote it."""
    head, _, seal = data.rpartition(b',\n  "sha256": "')
    return seal == f'{hashlib.sha256(head).hexdigest()}"\n}}\n'.encode()
