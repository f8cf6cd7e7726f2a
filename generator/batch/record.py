"""Lines of forms.jsonl: what a paper was drawn from, and its files with their digests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.batch.press import Printed
    from generator.model.paper import Paper

Record = dict[str, object]


def file_record(path: str, role: str, format_: str, printed: Printed) -> Record:
    """Of one of the files of what was printed; `role` is "paper" or "key"."""
    return {
        "path": path,
        "role": role,
        "format": format_,
        "pages": printed.pages,
        "bytes": len(printed.files[format_]),
        "sha256": printed.digests[format_],
    }


def paper_record(paper: Paper) -> Record:
    """The total and the sections with their questions' ids."""
    return {
        "total": None if paper.total is None else _number(written(paper.total)),
        "sections": [
            {
                "title": section.title,
                "count": len(section.items),
                "marks": None if section.marks is None else _number(written(section.marks)),
                "questions": [item.prompt.id for item in section.items],
            }
            for section in paper.sections
        ],
    }


def lines(records: Iterable[Record]) -> bytes:
    """forms.jsonl, sorted by name."""
    return b"".join(line(record) for record in sorted(records, key=lambda record: str(record["name"])))


def line(record: Record) -> bytes:
    """One of its lines."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n"


def _number(marks: str) -> int | float:
    return float(marks) if "." in marks else int(marks)
