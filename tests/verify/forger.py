"""Damages a finished round, and mends its records so that nothing but the content tells."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import Report
from generator.render import docx, pdf
from generator.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.document import Document


class Forger:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self) -> set[str]:
        """The codes of all faults that are found."""
        report = Report()
        verify(self.folder, report)
        return {d.code for d in report.diagnostics}

    def told(self) -> list[tuple[str, str]]:
        """The code of each fault and the name of its file."""
        report = Report()
        verify(self.folder, report)
        return [(d.code, str(d.location).rpartition("/")[2]) for d in report.diagnostics]

    # Records

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "forms.jsonl").read_text("utf-8").splitlines()]

    def write_rows(self, rows: list[dict[str, Any]], mended: bool = True) -> None:
        data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
        (self.folder / "forms.jsonl").write_bytes(data)
        if mended:
            self.write_manifest(forms_sha256=hashlib.sha256(data).hexdigest())

    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        return found

    def write_manifest(self, **changes: Any) -> None:
        """With the digest that closes it."""
        content = self.manifest() | changes
        del content["sha256"]
        head = json.dumps(content, ensure_ascii=False, indent=2).removesuffix("\n}")
        digest = hashlib.sha256(head.encode()).hexdigest()
        (self.folder / "manifest.json").write_text(f'{head},\n  "sha256": "{digest}"\n}}\n', "utf-8")

    def mend(self) -> None:
        """Sizes and digests of all files as they now are, and those of the records."""
        rows = self.rows()
        for row in rows:
            for file in row["files"]:
                if (path := self.folder / file["path"]).exists():
                    self._measure(file, path)
        self.write_rows(rows)
        more = self.manifest().get("files")
        if more is not None:
            for file in more:
                self._measure(file, self.folder / file["path"])
            self.write_manifest(files=more)

    def _measure(self, file: dict[str, Any], path: Path) -> None:
        data = path.read_bytes()
        file.update(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())

    # Files

    def path(self, name: str, role: str, format_: str) -> Path:
        row = next(row for row in self.rows() if row["name"] == name)
        return self.folder / next(
            f["path"] for f in row["files"] if (f["role"], f["format"]) == (role, format_)
        )

    def swap(self, one: Path, two: Path) -> None:
        first, second = one.read_bytes(), two.read_bytes()
        one.write_bytes(second)
        two.write_bytes(first)
        self.mend()

    def print(self, name: str, role: str, document: Document) -> None:
        """Another document in place of a paper or key, set by our own renderers, with everything else mended."""
        rendered = pdf.Renderer(document.look).render(document)
        files = {
            "pdf": rendered.data,
            "docx": docx.Renderer(document.look).render(document, rendered.pagination),
        }
        for format_, data in files.items():
            self.path(name, role, format_).write_bytes(data)
        rows = self.rows()
        for row in rows:
            for file in row["files"]:
                if row["name"] == name and file["role"] == role:
                    file["pages"] = rendered.pagination.pages
        self.write_rows(rows)
        self.mend()

    def edit_part(self, file: Path, part: str, change: Callable[[str], str]) -> None:
        """A part of a DOCX, or a new one, written as before: other parts stay what they were."""
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        before = parts.get(part, b"").decode()
        after = change(before)
        assert after != before
        parts[part] = after.encode()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    def edit_list(self, change: Callable[[str], str]) -> None:
        """The words of the rows of the list of papers."""
        (file,) = self.folder.glob("*.xlsx")
        with zipfile.ZipFile(file) as archive:
            shared = "xl/sharedStrings.xml"
            inline = b"<t" not in archive.read(shared) if shared in archive.namelist() else True
        self.edit_part(file, "xl/worksheets/sheet1.xml" if inline else shared, change)

    def edit_pdf(self, file: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
        with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
            change(pdf)
            pdf.save(file)

    def edit_objects(self, file: Path, change: Callable[[list[bytes]], None]) -> None:
        """The objects of a PDF changed and written as our writer does; a body may be added at the end."""
        from generator.verify.objects import _TAIL, _bodies

        data = file.read_bytes()
        found, strange = _bodies(data)
        assert strange is None
        bodies = [found[number] for number in sorted(found)]
        change(bodies)
        out, table = data[:15], b"0000000000 65535 f\r\n"
        for number, body in enumerate(bodies, 1):
            table += b"%010d 00000 n\r\n" % len(out)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        tail = _TAIL.search(data)
        assert tail is not None
        trailer = tail[2].replace(b"/Size %d" % (len(found) + 1), b"/Size %d" % (len(bodies) + 1))
        file.write_bytes(
            out
            + b"xref\n0 %d\n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n"
            % (len(bodies) + 1, table, trailer, len(out))
        )
