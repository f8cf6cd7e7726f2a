"""The formats banks come in and go out in. A new one is its module, its tests, and its line here."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from generator.diagnostics import Location, SourceFile
from generator.office.foreign import EXCEL, WORD, kind_of_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.exchange.intake import Intake
    from generator.model.question import Bank


class Reader(Protocol):
    def __call__(self, data: bytes, name: str, report: Report) -> Intake | None:
        """The bank in a document that messages call `name`; None when it is none, with the fault in `report`."""


class Writer(Protocol):
    def __call__(self, bank: Bank, folder: Path, report: Report) -> bytes:
        """The document. What the format cannot hold is a warning; pictures are read from `folder`, the bank's."""


class Format(NamedTuple):
    """`reads` and `writes` name a module of this room, which has a function `read` or `write`.

    What the modules under `documents` read is prose, which is still to be interpreted.
    """

    suffixes: tuple[str, ...]
    reads: str = ""
    writes: str = ""
    only_read: tuple[str, ...] = ()  # suffixes of files that are like these, and other than what is written


FORMATS = {
    "yaml": Format((".yaml", ".yml"), "yaml.imported", "yaml.exported"),
    "docx": Format((".docx", ".docm"), "documents.docx"),
    "text": Format((".txt", ".text"), "documents.text"),
    "markdown": Format((".md", ".markdown"), "markdown", "markdown"),
    "html": Format((".html", ".htm"), "documents.html"),
    "xlsx": Format((".xlsx",), "table.xlsx", "table.xlsx", (".xlsm",)),
    "csv": Format((".csv",), "table.csv", "table.csv", (".tsv",)),
    "gift": Format((".gift",), "gift", "gift"),
    "aiken": Format((".aiken",), "aiken", "aiken"),
    "moodle": Format((".xml",), "moodle", "moodle"),
}

_SAID = {"gift": "GIFT", "aiken": "Aiken"}
_PACKAGES = {WORD: "docx", EXCEL: "xlsx"}
_CALLED = {  # suffixes of files that cannot be read, unless they are only called so, which they often are
    "text": (".doc", ".dot", ".wps", ".rtf", ".odt", ".pdf", ".pages", ".mht"),
    "csv": (".xls", ".et", ".ods"),
}


def format_of(name: str, data: bytes, wanted: str = "", report: Report | None = None) -> str:
    """The name of the format of a document: what its bytes are, else `wanted`, else by its suffix; "" when unknown.

    What was concluded of a text, and not said by its name, is a warning.
    """
    kind = kind_of_file(data)
    suffix = re.sub(r"^.*(?=\.)", "", name).lower()
    called = next((reads for reads, suffixes in _CALLED.items() if suffix in suffixes), "")
    if kind in _PACKAGES:
        return _PACKAGES[kind]
    if wanted:
        return wanted
    if called and kind == "HTML":
        return "html"
    if suffix in FORMATS["text"].suffixes and not kind:
        from generator.exchange.plain_quizzes import quiz_of

        quiz = quiz_of(data)
        if quiz and report is not None:
            report.warning(
                "format-concluded", Location(SourceFile(name, [])), "name-format", format=_SAID[quiz]
            )
        return quiz or "text"
    # These readers look at the bytes: they say what a file is that they cannot read, and how to save it.
    return by_suffix(suffix) or called or ("text" if kind else "")


def by_suffix(suffix: str) -> str:
    """The name of the format that files with this suffix are read in; "" for none."""
    return next(
        (name for name, made in FORMATS.items() if suffix.lower() in (*made.suffixes, *made.only_read)), ""
    )


def written_as(suffix: str) -> str:
    """The name of the format that files with this suffix are written in; "" for none."""
    return next(
        (name for name, made in FORMATS.items() if made.writes and suffix.lower() in made.suffixes), ""
    )


def reader(name: str) -> Reader:
    from generator.exchange.bounds import bounded

    module = import_module(f"generator.exchange.{FORMATS[name].reads}")
    if FORMATS[name].reads.startswith("documents."):
        from generator.exchange.manuscripts import reading

        return bounded(reading(module.read))
    return bounded(cast("Reader", module.read))


def writer(name: str) -> Writer:
    return cast("Writer", import_module(f"generator.exchange.{FORMATS[name].writes}").write)
