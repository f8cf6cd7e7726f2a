"""Typst: PDFs from a template of its own, its compiler kept between documents, so that it keeps what it has set."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.fonts import folder as package_folder
from tests.bench.ready_data import flat_fragment, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.document import Document

TEMPLATE = Path(__file__).with_name("documents.typ")
PACKAGES = (
    "pylopdf_fonts_zh_cn",
    "fontpkg_source_serif_4",
)  # static faces: of a variable one it takes the thinnest


class Typst:
    """`documents` are all that will be asked for: what belongs to the bank's questions goes into a file."""

    formats = ("pdf",)

    def __init__(self, folder: Path, documents: Iterable[Document]) -> None:
        import typst

        bank = {
            part.fragment.digest: flat_fragment(part.fragment, "")
            for document in documents
            for part in document.body
            if part.fragment.digest
        }
        (folder / "bank.json").write_text(json.dumps(bank, ensure_ascii=False), "utf-8")
        shutil.copy(TEMPLATE, folder / TEMPLATE.name)
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(package_folder(package)) for package in PACKAGES],
        )
        self._compiler = typst.Compiler(str(folder / TEMPLATE.name), root=str(folder), font_paths=fonts)

    def write(self, role: str, document: Document, stem: Path) -> None:
        parts = [
            {"fragment": part.fragment.digest, "label": text_of(part.label)}
            if part.fragment.digest
            else {"own": flat_fragment(part.fragment, text_of(part.label)), "label": ""}
            for part in document.body
        ]
        data = self._compiler.compile(
            format="pdf",
            sys_inputs={"title": document.title, "parts": json.dumps(parts)},
            pdf_tags=False,  # ours have none either
        )
        stem.with_suffix(".pdf").write_bytes(data)
