"""The formats banks come in and go out in. A new one is its module, its tests, and its line here."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

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


FORMATS = {
    "yaml": Format((".yaml", ".yml"), "", "yaml.exported"),
    "docx": Format((".docx", ".docm"), "documents.docx"),
    "text": Format((".txt", ".text"), "documents.text"),
    "markdown": Format((".md", ".markdown"), "markdown", "markdown"),
    "html": Format((".html", ".htm"), "documents.html"),
    "xlsx": Format((".xlsx", ".xlsm"), "table.xlsx", "table.xlsx"),
    "csv": Format((".csv", ".tsv"), "table.csv", "table.csv"),
    "gift": Format((".gift",), "gift", "gift"),
    "aiken": Format((".aiken",), "aiken", "aiken"),
    "moodle": Format((".xml",), "moodle", "moodle"),
}

_AIKEN = re.compile(rb"^ANSWER:[ \t]*[A-Z][ \t]*\r?$", re.MULTILINE)
_GIFT = re.compile(
    rb"^(::[^\r\n]*::|\$CATEGORY:)|(?<!\\)\{[^{}\r\n]{0,500}(?<![\\=])[=~][^{}]{0,5000}(?<!\\)\}",
    re.MULTILINE,
)
_SAMPLE = 1 << 20  # bytes of a text that are looked at


def format_of(name: str, data: bytes) -> str:
    """The name of the format of a document, by its suffix, and for a text by what it holds; "" when unknown."""
    suffix = re.sub(r"^.*(?=\.)", "", name).lower()
    if suffix in FORMATS["text"].suffixes:
        if _GIFT.search(data, 0, _SAMPLE):
            return "gift"
        if _AIKEN.search(data, 0, _SAMPLE):
            return "aiken"
    return by_suffix(suffix)


def by_suffix(suffix: str) -> str:
    return next((name for name, made in FORMATS.items() if suffix.lower() in made.suffixes), "")


def reader(name: str) -> Reader:
    module = import_module(f"generator.exchange.{FORMATS[name].reads}")
    if FORMATS[name].reads.startswith("documents."):
        from generator.exchange.manuscripts import reading

        return reading(module.read)
    return cast("Reader", module.read)


def writer(name: str) -> Writer:
    return cast("Writer", import_module(f"generator.exchange.{FORMATS[name].writes}").write)
