"""The schemas as the files of the package hold them; `pytest --regenerate tests/schemas` writes those anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from tests.schemas import bank, layout, style

if TYPE_CHECKING:
    from tests.schemas.shapes import Schema

FOLDER = Path(generator.__file__).resolve().parent / "schemas"


def schemas() -> dict[str, Schema]:
    return {"bank": bank.schema(), "layout": layout.schema(), "style": style.schema()}


def written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
