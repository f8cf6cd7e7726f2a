"""A question in many orders of its options: each comes out right, and only some are kept."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer
from generator.layout.questions import ORDERS
from generator.model.document import Choices
from tests.layout.conftest import Section, composed, form
from tests.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.layout import Style
    from generator.model.document import Document, Fragment
    from generator.model.paper import AnswerKey
    from generator.model.question import Bank

BANK = """\
- id: choice
  type: single_choice
  stem: 哪一种水果是红的？
  options: [苹果, 香蕉, 葡萄, 西瓜]
  answer: A
  analysis: 见过的人都知道。
"""


def _in_order(key: AnswerKey, order: tuple[int, ...]) -> AnswerKey:
    (section,) = key.paper.sections
    (item,) = section.items
    paper = key.paper._replace(sections=(section._replace(items=(item._replace(order=order),)),))
    return key._replace(paper=paper)


def _question(document: Document) -> Fragment:
    (found,) = (p.fragment for p in document.body if any(isinstance(x, Choices) for x in p.fragment.pieces))
    return found


@pytest.mark.parametrize("placement", ["after_question", "at_end"])
def test_a_question_comes_out_the_same_in_whatever_orders_it_came_before(
    bank: Callable[[str], Bank], style: Callable[..., Style], placement: str
) -> None:
    looks = style(f"key: {{placement: {placement}}}")
    key = form(bank(BANK), [Section("选择题", "choice", "2")])
    papers, keys = PaperComposer(looks, Report()), KeyComposer(looks, Report())
    kept: dict[tuple[int, ...], tuple[str, str]] = {}
    orders = list(permutations(range(4)))
    for order in orders + orders[::-1]:
        ordered = _in_order(key, order)
        made = papers.compose(ordered.paper), keys.compose(ordered)
        assert tuple(map(outline, made)) == tuple(map(outline, composed(ordered, looks)))
        digests = _question(made[0]).digest, _question(made[1]).digest
        assert kept.setdefault(order, digests) == digests
    for side in zip(*kept.values(), strict=True):
        assert len(set(side) - {""}) == ORDERS  # of which renderers keep what they set
        assert side.count("") == len(orders) - ORDERS
