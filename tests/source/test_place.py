from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import lines_of
from generator.source import ScalarNode, place, place_of, text_of

if TYPE_CHECKING:
    from tests.source.test_read import Reader


@pytest.mark.parametrize(
    "typed",
    [
        "stem: 甲乙 丙$丁\n",
        "stem: '甲乙 丙$丁'\n",
        'stem: "甲乙 丙$丁"\n',
        'stem: "\\t甲乙 丙$丁"\n',
        "stem: '它''s 丙$丁'\n",
        "stem: |\n  甲乙\n\n    丙$丁\n",
        "stem: |2-\n\n   甲乙 丙$丁\n",
        "stem: >\n  甲乙\n  丙$丁\n",
        "stem: 甲乙\n  丙$丁\n",
        'stem: "甲乙\n\n  丙$丁"\n',
        "{a: b, stem: 甲 丙$丁, c: $}\n",
    ],
)
def test_a_character_is_found_where_it_was_typed(reading: Reader, typed: str) -> None:
    root, report = reading(typed)
    assert root is not None and not report.diagnostics
    stem = root.entries["stem"]
    assert isinstance(stem, ScalarNode)
    text = text_of(stem)
    for where in (place_of(text, "$"), place(text, text.markdown.index("$"))):
        line = lines_of(where.file)[where.line - 1]
        assert line[where.column - 1 :].startswith("$丁")
    assert place_of(text, "没有") == text.location


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("甲乙丙 a$：-#'\"", max_size=8), min_size=1, max_size=5), st.data())
def test_every_character_of_a_literal_block(reading: Reader, lines: list[str], data: st.DataObject) -> None:
    lines = ["起" + line.rstrip() for line in lines]
    root, _ = reading("a: 1\nstem: |\n" + "".join(f"  {line}\n" for line in lines) + "b: 2\n")
    assert root is not None
    text = text_of(root.entries["stem"])  # type: ignore[arg-type]
    row = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[row]) - 1))
    where = place(text, sum(len(line) + 1 for line in lines[:row]) + column)
    assert (where.line, where.column) == (row + 3, column + 3)
