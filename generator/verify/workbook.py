"""The text of a workbook: every string in any of its parts."""

from __future__ import annotations

from generator.verify.archive import parts_of, xml


def read_workbook(data: bytes) -> str:
    """Unreadable: it is no workbook."""
    parts, beside = parts_of(data)
    said = [beside]
    for name in sorted(parts):
        if name.endswith((".xml", ".rels")):
            for element in xml(parts[name], name).iter():
                said += [text for text in (element.text, *element.attrib.values()) if text]
    return "\n".join(said)
