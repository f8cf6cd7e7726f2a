"""What the renderers make of a document that uses everything, and of each style, unpacked so that a change can be read.

Together with the outlines a difference names its stage: model and file, or the file alone.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pytest
from lxml import etree

from generator.layout.bases import names
from tests.building import built, the
from tests.finished import docx_parts, page_runs, pdf_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

GOLDEN = Path(__file__).parent
# Elements that are written on one line with all they hold.
SHORT = {"p", "tc", "tblPr", "tblGrid", "trPr", "sectPr", "docDefaults", "font", "compat"}


LAYOUTS = {
    "features": GOLDEN / "features" / "layout.yaml",
    **{name: GOLDEN / "shapes" / f"{name}-zh.yaml" for name in names() if name != "classic"},
}


@pytest.fixture(scope="module", params=LAYOUTS)
def run(request: pytest.FixtureRequest) -> Run:
    return Run(request.param, built(LAYOUTS[request.param], seed=1))


class Run(NamedTuple):
    name: str
    files: dict[str, bytes]


@pytest.mark.parametrize("role", ["papers", "keys"])
def test_docx(role: str, run: Run, expect: Callable[[Path, str], None]) -> None:
    parts = docx_parts(the(run.files, role, "docx"))
    text = "".join(
        f"== {name}\n" + "\n".join(readable(etree.fromstring(data))) + "\n"
        for name, data in parts.items()
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name
    )
    text += f"== parts\n{' '.join(parts)}\n"
    expect(GOLDEN / "files" / f"{run.name}.{role}.docx.txt", text)


def readable(element: Any, depth: int = 0) -> Iterator[str]:
    """XML without namespaces, an element a line; those of SHORT, and those with text, whole on theirs."""
    if element.tag.__class__ is not str:
        return
    name = etree.QName(element).localname
    styled = name == "style"
    if styled or name in SHORT or not len(element):
        yield "  " * depth + _line(element)
        return
    yield "  " * depth + _head(element)
    for child in element:
        yield from readable(child, depth + 1)


def _head(element: Any) -> str:
    values = "".join(f" {etree.QName(name).localname}={value}" for name, value in element.attrib.items())
    return etree.QName(element).localname + values


def _line(element: Any) -> str:
    inner = "".join(f"{'; ' if n else ''}{_line(child)}" for n, child in enumerate(element))
    text = f" “{element.text}”" if element.text and element.text.strip() else ""
    return _head(element) + text + (f" ({inner})" if inner else "")


@pytest.mark.parametrize("role", ["papers", "keys"])
def test_pdf(role: str, run: Run, expect: Callable[[Path, str], None]) -> None:
    data = the(run.files, role, "pdf")
    lines = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        lines.append(f"title: {pdf.docinfo.Title}, language: {pdf.Root.Lang}")
        with pdf.open_outline() as contents:
            lines += [f"outline: {title}" for title in _titles(contents.root)]
        for number, page in enumerate(pdf.pages, 1):
            width, height = (float(side) for side in page.mediabox[2:])
            lines.append(f"== page {number}: {width:g} x {height:g}")
            lines += _page(page)
    for name, glyphs in sorted(pdf_fonts(data).items(), key=lambda item: item[0].partition("+")[2]):
        # Without the tag before the name, which changes with any character.
        lines.append(f"== font {name.partition('+')[2]}: {glyphs.text}")
    expect(GOLDEN / "files" / f"{run.name}.{role}.pdf.txt", "\n".join(lines) + "\n")


def _titles(items: Iterable[pikepdf.OutlineItem], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield "  " * depth + item.title
        yield from _titles(item.children, depth + 1)


def _page(page: pikepdf.Page) -> Iterator[str]:
    """Text with the place where it begins, font and size; a line of text on one line, drawings counted."""
    now: tuple[float, float] | None = None
    line = ""
    for run in page_runs(page):
        mark = f"[{run.font.partition('+')[2].removesuffix('-Identity-H')} {run.size:g}]"
        if now == (run.x, run.y):
            line += run.text if line.rfind(mark) == line.rfind("[") else f" {mark}{run.text}"
            continue
        if now:
            yield line
        now = run.x, run.y
        line = f"{run.x:7.1f} {run.y:6.1f} {mark}{run.text}"
    yield line
    counts: dict[str, int] = {}
    for _, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("S", "f", "Do"):
            counts[str(operator)] = counts.get(str(operator), 0) + 1
    names = {"S": "strokes", "f": "fills", "Do": "pictures"}
    yield "drawn: " + ", ".join(f"{counts[name]} {names[name]}" for name in sorted(counts))
