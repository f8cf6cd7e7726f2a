"""A bank printed as the key of a paper, in each of the styles, and imported from that, is the same bank."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from generator.batch.order import Wish, order_from_layout
from generator.diagnostics import Report
from generator.exchange.formats import reader
from generator.selection import draw
from tests.building import LAYOUTS, built, the
from tests.exchange.shapes import STYLES, differences, given_in, shown_in
from tests.properties import banks

if TYPE_CHECKING:
    from tests.properties.banks import MadeBank

# To shrink a bank takes many keys; what is not the same is short enough to see.
_PHASES = (Phase.explicit, Phase.generate)
SAMPLES = ("cs-supervisor", "trainee-interview", "se-written-test", "behavioural-interview")
TITLES = {
    "single_choice": "单项选择题",
    "multiple_choice": "多项选择题",
    "true_false": "判断题",
    "fill_blank": "填空题",
    "short_answer": "简答题",
    "essay": "论述题",
}


def _changed(layout: Path) -> list[str]:
    """What is not in an import as it is in the key that a layout makes."""
    report = Report()
    order = order_from_layout(str(layout), Wish(formats=("docx",)), report)
    assert order is not None, report.diagnostics
    (form,) = draw(order.blueprint, order.banks, seed=order.seed, variants=order.variants, report=report)
    data = the(built(layout, formats=("docx",)), "keys", "docx")
    intake = reader("docx")(data, "key.docx", Report())
    assert intake is not None
    style = order.style.name
    wanted = [
        shown_in(style, section, item, form.key.solutions[item.prompt.id])
        for section in form.paper.sections
        for item in section.items
    ]
    found = [given_in(style, question) for question in intake.bank.questions]
    lost = [] if len(wanted) == len(found) else [f"{len(wanted)} questions became {len(found)}"]
    return lost + [line for pair in zip(wanted, found, strict=False) for line in differences(style, *pair)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str, style: str, tmp_path: Path) -> None:
    source = yaml.load((LAYOUTS / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    source["style"] = style
    source["banks"] = [str((LAYOUTS / bank).resolve()) for bank in source["banks"]]
    layout = tmp_path / "layout.yaml"
    banks.dump(layout, source)
    assert _changed(layout) == []


@pytest.mark.parametrize("style", STYLES)
@settings(
    max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=_PHASES
)
@given(bank=banks.banks())
def test_any_bank(style: str, bank: MadeBank) -> None:
    with TemporaryDirectory() as folder:
        assert _changed(_plain(bank, style).write(Path(folder) / "made", 0)) == []


def _plain(bank: MadeBank, style: str) -> MadeBank:
    """The bank in a style, its sections named after their types, no text of it just the label 答."""
    sections = [{**section, "title": TITLES[section["from"]["type"]]} for section in bank.sections]
    # In English the second and the third level of a classic key are the same bullets.
    depth = 2 if (style, bank.more["language"]) == ("classic", "en") else 3
    questions = [
        made._replace(solutions=tuple(_told(solution, depth) for solution in made.solutions))
        for made in bank.questions
    ]
    return bank._replace(questions=questions, sections=sections, more={**bank.more, "style": style})


def _told(node: Any, depth: int) -> Any:
    if isinstance(node, dict):
        # Bullets below bullets differ in nothing but how far they are set in.
        kept = {name: value for name, value in node.items() if (name, value) != ("numbering", "-")}
        if depth == 0:
            kept.pop("points", None)
        return {
            name: _told(value, depth - (name == "points" or (name == "answer" and isinstance(value, list))))
            for name, value in kept.items()
        }
    if isinstance(node, list):
        return [_told(value, depth) for value in node]
    return node.replace("答", "应当", 1) if isinstance(node, str) else node
