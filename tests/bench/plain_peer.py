"""The peer: what a good programmer writes in an afternoon with python-docx and reportlab's platypus.

usage: plain_peer.py DATA.json FONT.ttf OUT_DIR
DATA holds the paper and the key as flat lists of paragraphs, so that nothing is read or composed here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

SIZES = {"title": 18, "section": 12, "note": 10.5, "meta": 10.5}


def _field(run, code):
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def write_docx(blocks, size, path):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    for block in blocks:
        if block["role"] == "table":
            rows = block["rows"]
            table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        elif block["role"] == "lines":
            for _ in range(block["count"]):
                document.add_paragraph("_" * 60)
        else:
            paragraph = document.add_paragraph()
            run = paragraph.add_run(block["text"])
            if block["role"] in SIZES:
                run.font.size = Pt(SIZES[block["role"]])
                run.bold = block["role"] in ("title", "section")
            if block["role"] in ("title", "meta"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer = section.footer.paragraphs[0]
    footer.add_run("第")
    _field(footer.add_run(), "PAGE")
    footer.add_run("页 共")
    _field(footer.add_run(), "NUMPAGES")
    footer.add_run("页")
    document.save(path)


def write_pdf(blocks, size, path):
    base = ParagraphStyle("base", fontName="text", fontSize=size, leading=size * 1.7, wordWrap="CJK")
    styles = {
        role: ParagraphStyle(role, parent=base, fontSize=points, leading=points * 1.6)
        for role, points in SIZES.items()
    }
    story = []
    for block in blocks:
        if block["role"] == "table":
            table = Table(block["rows"])
            table.setStyle(
                TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "text", 10)])
            )
            story.append(table)
        elif block["role"] == "lines":
            for _ in range(block["count"]):
                story += [Spacer(1, 27), HRFlowable(width="100%", thickness=0.4)]
        else:
            text = block["text"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            story.append(Paragraph(text, styles.get(block["role"], base)))

    def footer(canvas, document):
        canvas.setFont("text", 9)
        canvas.drawCentredString(A4[0] / 2, 12 * mm, f"第{document.page}页")

    template = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=24 * mm, rightMargin=24 * mm)
    template.build(story, onFirstPage=footer, onLaterPages=footer)


def main():
    data = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    out = Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    pdfmetrics.registerFont(TTFont("text", sys.argv[2]))
    for name, size in (("paper", 12), ("key", 10.5)):
        write_docx(data[name], size, out / f"{name}.docx")
        write_pdf(data[name], size, out / f"{name}.pdf")


if __name__ == "__main__":
    main()
