"""manifest.json: what a run was made of, so that it can be made again to the byte. No time, no path."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import deflate

from generator import __version__

if TYPE_CHECKING:
    from generator.batch.order import Order


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
        "versions": _versions(),
        "inputs": [{"kind": kind, "id": name, "sha256": digest} for kind, name, digest in order.inputs],
        "counts": {
            "forms": len(forms),
            "papers": sum(file["role"] == "paper" for file in files),
            "keys": sum(file["role"] == "key" for file in files),
        },
        "forms_sha256": forms_digest,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _versions() -> dict[str, str]:
    """Of everything the bytes depend on."""
    from generator.render.pdf.fontfile import font_versions

    return {
        "exampaper": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "deflate": deflate.__version__,
        **font_versions(),
    }
