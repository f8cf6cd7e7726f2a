"""The cases: their documents as bytes, the banks expected of them, and the way through the importer."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests.cases.build_docx import Docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Report
    from generator.exchange.intake import Intake
    from generator.exchange.line import Manuscript

FOLDER = Path(__file__).parent
EXPECTED = ".expected.yaml"
SCRIPT = ".docx.py"


class Case(NamedTuple):
    """A document and what should come of it. `expected` is a bank's fields as strings, lists and mappings."""

    name: str
    path: Path
    expected: dict[str, Any]

    def document(self) -> bytes:
        """The bytes of the document; a script `build(docx)` makes them anew."""
        if not self.path.name.endswith(SCRIPT):
            return self.path.read_bytes()
        docx = Docx()
        runpy.run_path(str(self.path))["build"](docx)
        return docx.bytes()

    @property
    def exact(self) -> bool:
        """Whether nothing at all may be amiss."""
        return self.expected.get("exact") == "true"

    @property
    def file_name(self) -> str:
        """What the document is called; its suffix says what it is."""
        return self.path.name.removesuffix(".py")


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """All cases of a folder, by name."""
    for expected in sorted(folder.rglob("*" + EXPECTED)):
        stem = expected.name.removesuffix(EXPECTED)
        (path,) = (p for p in expected.parent.glob(stem + ".*") if p != expected)
        content = yaml.load(expected.read_text("utf-8"), yaml.BaseLoader)
        yield Case(f"{path.parent.name}/{path.name.removesuffix('.py')}", path, content)


def lines(case: Case, report: Report) -> Manuscript | None:
    """The document's lines, its damage mended; None when it is refused."""
    from generator.exchange import damage, documents

    manuscript = documents.read(case.document(), case.file_name, report)
    return None if manuscript is None else damage.mend(manuscript, report)


def imported(case: Case, report: Report) -> Intake | None:
    """What the importer makes of the document; None when it refuses it."""
    manuscript = lines(case, report)
    return None if manuscript is None else understood(manuscript, report)


def understood(manuscript: Manuscript, report: Report) -> Intake:
    """What the lines mean. With `lines` the only place that calls the importer."""
    from generator.exchange.interpret import interpret

    return interpret(manuscript, report)
