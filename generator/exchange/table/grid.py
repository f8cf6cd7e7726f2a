"""A bank as a grid of cells: headers, and a row for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.table import lists, schemes
from generator.exchange.table.headers import MARKDOWN, NAMES, option_header
from generator.exchange.table.types import type_words
from generator.kinds.choice import letter
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.content import Text
    from generator.model.question import Bank, Question, Solution

ALWAYS = ("id", "type", "category", "stem", "answer", "analysis")
NUMBERS = ("difficulty", "minutes", "lines", "marks")
_TRUTHS = (("对", "错"), ("true", "false"))
_NO = ("否", "no")


class Grid(NamedTuple):
    """`fields` name the columns, "option:0" and on for options. Cells are texts; empty where nothing is said."""

    fields: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grid(bank: Bank, *, language: str) -> Grid:
    """A bank as cells, with a column for whatever any question has.

    Questions in another language than `language` say so.
    """
    column = 0 if bank.language.startswith("zh") else 1
    rows = [_cells(asked, language, column) for asked in bank.questions]
    used = {field for row in rows for field, cell in row.items() if cell}
    fields = tuple([field for field in ordered(used) if field in used or field in ALWAYS])
    texts = tuple([tuple([row.get(field, "") for field in fields]) for row in rows])
    headers = [
        f"{name}（{MARKDOWN}）" if field == "stem" else name
        for field, name in zip(fields, headers_of(fields, column), strict=True)
    ]
    return Grid(fields, tuple(headers), texts)


def ordered(used: Iterable[str]) -> list[str]:
    """All fields in the order of a sheet, with as many options as are used."""
    options = 1 + max((int(field[7:]) for field in used if field.startswith("option:")), default=-1)
    order: list[str] = []
    for field in NAMES:
        order += [f"option:{at}" for at in range(options)] if field == "option" else [field]
    return order


def headers_of(fields: Sequence[str], column: int) -> list[str]:
    return [
        option_header(int(field[7:]), column) if field.startswith("option:") else NAMES[field][column]
        for field in fields
    ]


def _cells(asked: Question, language: str, column: int) -> dict[str, str]:
    prompt, solution = asked.prompt, asked.solution
    cells = {
        "id": asked.id,
        "type": type_words(prompt.type, column),
        "language": prompt.language if prompt.language != language else "",
        "category": asked.category,
        "label": prompt.label,
        "stem": _text(prompt.stem),
        "fixed": "".join(letter(at) for at, option in enumerate(prompt.options) if option.fixed),
        "shuffle": "" if prompt.shuffle else _NO[column],
        "competencies": _names(prompt.competencies, column),
        "tags": _names(asked.tags, column),
        "answer": _answer(solution, column),
        "points": schemes.points_written(solution.points, column),
        "numbering": solution.point_numbering,
        "analysis": _text(solution.analysis),
        "highlights": _listed(solution.highlights),
        "levels": schemes.levels_written(solution.levels, column),
        "follow_ups": _listed(solution.follow_ups),
        "enemies": _names(asked.enemies, column),
        "source": asked.source,
        "note": _text(asked.note),
        "silence": _names(asked.silence, column),
        "marks": "" if asked.marks is None else written(asked.marks),
    }
    for field, number in (
        ("difficulty", asked.difficulty),
        ("minutes", asked.minutes),
        ("lines", prompt.lines),
    ):
        cells[field] = "" if number is None else str(number)
    for at, option in enumerate(prompt.options):
        cells[f"option:{at}"] = _text(option.text)
    return cells


def _text(text: Text | None) -> str:
    return "" if text is None else text.markdown.rstrip("\n")


def _names(names: Sequence[str], column: int) -> str:
    return lists.joined(names, "; " if column else "、")


def _listed(texts: Iterable[Text]) -> str:
    return lists.items_written([lists.Item(_text(text)) for text in texts]) if texts else ""


def _answer(solution: Solution, column: int) -> str:
    response = solution.response
    if response.choices:
        return "".join(map(letter, response.choices))
    if response.truth is not None:
        return _TRUTHS[column][not response.truth]
    if response.blanks:
        return lists.blanks_written([[_text(one) for one in accepted] for accepted in response.blanks])
    return _text(solution.text)
