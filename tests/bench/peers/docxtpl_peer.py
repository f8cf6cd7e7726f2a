"""docxtpl: DOCX from a template document with Jinja's tags in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.ready_data import flat

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document

STYLES = {  # role: built-in style, alignment
    "title": ("Title", True),
    "meta": ("Normal", True),
    "key_title": ("Normal", True),
    "section": ("Heading 1", False),
    "point": ("List Paragraph", False),
    "option": ("List Paragraph", False),
}


def _template(path: Path, size: float) -> None:
    """What a user would draw in Word: one paragraph for each role, behind conditions."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    say = document.add_paragraph
    say("{%p for b in blocks %}")
    say("{%p if b.role == 'lines' %}")
    say("{%p for _ in range(b.count) %}")
    say("_" * 60)
    say("{%p endfor %}")
    say("{%p elif b.role == 'table' %}")
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    for place, text in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, place).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    for role, (style, centred) in STYLES.items():
        say(f"{{%p elif b.role == '{role}' %}}")
        paragraph = say("{{ b.text }}", style=style)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    say("{%p else %}")
    say("{{ b.text }}")
    say("{%p endif %}")
    say("{%p endfor %}")
    section.footer.paragraphs[0].text = "{{ title }}"
    document.save(str(path))


class Docxtpl:
    formats = ("docx",)

    def __init__(self, folder: Path) -> None:
        self._templates = {role: folder / f"template-{role}.docx" for role in ("paper", "key")}
        for path in self._templates.values():
            _template(path, 12)

    def write(self, role: str, document: Document, stem: Path) -> None:
        from docxtpl import DocxTemplate

        template = DocxTemplate(self._templates[role])  # rendering uses a template up
        template.render({"title": document.title, "blocks": flat(document)}, autoescape=True)
        template.save(stem.with_suffix(".docx"))
