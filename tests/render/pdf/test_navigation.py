"""The outline: what a viewer's side bar shows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.model.content import Str
from generator.model.document import Document, Paragraph, Part
from generator.render.pdf import Renderer
from generator.render.pdf.navigation import title
from tests.render.sample_document import classic_look, fragment, s

if TYPE_CHECKING:
    from collections.abc import Sequence

BASE = classic_look()
LOOK = BASE._replace(
    texts={
        **BASE.texts,
        **{f"level{n}": BASE.texts["section"]._replace(outline=n, hang=20.0) for n in (1, 2, 3)},
    }
)


def outline(*parts: Part) -> list[object]:
    """Titles, each followed by a list of those under it if there are any."""

    def nested(items: Sequence[pikepdf.OutlineItem]) -> list[object]:
        found: list[object] = []
        for item in items:
            found.append(item.title)
            if item.children:
                found.append(nested(item.children))
        return found

    data = Renderer(LOOK).render(Document(LOOK, "t", parts)).data
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as opened:
        return nested(opened.root)


def heading(level: int, text: str = "", label: str = "") -> Part:
    return Part(fragment(Paragraph(f"level{level}", s(text) if text else ())), s(label) if label else ())


def test_headings_nest_by_level_whatever_the_first_one_is() -> None:
    found = outline(*(heading(int(n), f"{n}{i}") for i, n in enumerate("2331233")))
    assert found == ["20", ["31", "32"], "13", ["24", ["35", "36"]]]
    assert outline(heading(3, "a"), heading(2, "b"), heading(3, "c")) == ["a", "b", ["c"]]


def test_a_label_is_a_title_too_and_nothing_is_none() -> None:
    assert outline(heading(2, label="第1题"), heading(2), heading(2, "甲", "第2题")) == ["第1题", "第2题甲"]
    own = Part(fragment(Paragraph("level2", (), (Str("3."),)), Paragraph("level3", s("乙"), s("（1）"))))
    assert outline(own) == ["3.", ["（1）乙"]]
    assert outline(heading(2, "丙", "很长的标签" * 20)) == [("很长的标签" * 20)[:39] + "…"]


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("1.", "顾客周六来电", "1. 顾客周六来电"),
        ("一、", "选择题", "一、选择题"),
        ("", "长" * 40, "长" * 40),
        ("", "长" * 41, "长" * 39 + "…"),
        ("12.", "长" * 41, "12. " + "长" * 37 + "…"),
        ("", "长" * 37 + "，长，长，长", "长" * 37 + "，长…"),
        ("", "a" * 80, "a" * 80),
        ("", "a" * 81, "a" * 79 + "…"),
        ("", "Explain what happens to the latency when the table is resized under load, and how it is",
         "Explain what happens to the latency when the table is resized under load, and…"),
        ("", "Explain what happens to latency when a hash table is resized under heavy load, and how",
         "Explain what happens to latency when a hash table is resized under heavy load…"),
    ],
)  # fmt: skip
def test_a_title_is_cut_at_a_word_or_a_character(label: str, text: str, expected: str) -> None:
    assert title(label, text) == expected
