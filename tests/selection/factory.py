"""Banks and blueprints made of model types: a few words for each, so that a test shows only what it is about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Report, SourceFile
from generator.model.blueprint import Blueprint, Filter, SectionSpec
from generator.model.content import Text
from generator.model.question import Bank, Option, Prompt, Question, Solution
from generator.selection import Form, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FILE = SourceFile("bank.yaml", [])
HERE = Location(FILE, 1, 1)


def text(markdown: str) -> Text:
    return Text(markdown, HERE)


def question(
    name: str,
    category: str = "甲",
    *,
    enemies: Iterable[str] = (),
    marks: int | None = None,
    tags: Sequence[str] = (),
    difficulty: int | None = None,
    options: Sequence[Option] = (),
    solution: Solution | None = None,
) -> Question:
    return Question(
        prompt=Prompt(
            name, "single_choice" if options else "essay", "zh-CN", text(name), options=tuple(options)
        ),
        solution=solution or Solution(text=text("答")),
        location=HERE,
        bank="b",
        category=category,
        difficulty=difficulty,
        tags=tuple(tags),
        marks=None if marks is None else Fraction(marks),
        enemies=tuple(enemies),
    )


def questions(count: int, category: str = "甲", first: int = 0) -> list[Question]:
    return [question(f"q{k:05d}", category) for k in range(first, first + count)]


def bank(listed: Sequence[Question], name: str = "b") -> Bank:
    return Bank(name, name, "zh-CN", tuple(q._replace(bank=name) for q in listed), HERE, "")


def section(
    title: str,
    count: int,
    category: str | Sequence[str] = (),
    *,
    marks: int | None = 8,
    pinned: Sequence[str] = (),
    exclude: Sequence[str] = (),
    bank_order: bool = False,
    **wanted: tuple[str, ...] | tuple[int, ...],
) -> SectionSpec:
    categories = (category,) if isinstance(category, str) else tuple(category)
    return SectionSpec(
        title=title,
        count=count,
        marks=None if marks is None else Fraction(marks),
        filter=Filter(category=categories, **wanted),  # type: ignore[arg-type]
        location=HERE,
        pinned=tuple(pinned),
        pinned_at=(HERE,) * len(pinned),
        exclude=tuple(exclude),
        exclude_at=(HERE,) * len(exclude),
        bank_order=bank_order,
    )


def blueprint(*sections: SectionSpec) -> Blueprint:
    return Blueprint("layout", "卷", sections, HERE)


def drawn(
    asked: Blueprint, *banks: Bank, seed: int = 1, variants: Sequence[str] = ("",)
) -> tuple[list[Form], Report]:
    report = Report()
    return draw(asked, banks, seed=seed, variants=variants, report=report), report


def names(form: Form) -> list[list[str]]:
    """The ids of a form's questions, section by section, as printed."""
    return [[item.prompt.id for item in part.items] for part in form.paper.sections]
