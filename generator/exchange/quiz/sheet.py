"""What only the key may show and a platform has no field for, as one HTML text for those who mark."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.bank.solution import MOST_DEPTH, NUMBERINGS
from generator.exchange.quiz.controls import is_clean
from generator.exchange.quiz.seal import seal, unseal
from generator.exchange.quiz.tags import as_marks
from generator.exchange.quiz.to_html import to_html
from generator.exchange.yaml.tree import question
from generator.kinds import kind
from generator.model.content import Text
from generator.model.question import Level, Point, written

if TYPE_CHECKING:
    from collections.abc import Container

    from generator.diagnostics import Location
    from generator.model.question import Question

LABELS = {
    "answer": ("答案", "Answer"),
    "points": ("答题要点", "Points"),
    "blanks": ("各空答案", "Blanks"),
    "analysis": ("解析", "Analysis"),
    "highlights": ("高分要点", "Highlights"),
    "levels": ("评分档", "Levels"),
    "follow_ups": ("追问", "Follow-ups"),
    "note": ("备注", "Note"),
}
_MARKS = ("（{}分）", " ({})")


class Sheet(NamedTuple):
    """Texts are Markdown source. `blanks` are the accepted texts of each blank."""

    text: str = ""
    points: tuple[Point, ...] = ()
    numbering: str = ""
    blanks: tuple[tuple[str, ...], ...] = ()
    analysis: str = ""
    highlights: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    follow_ups: tuple[str, ...] = ()
    note: str = ""


def sheet_of(asked: Question, fields: Container[str]) -> str:
    """Those of `fields` that the question has, as HTML in its language; "" when it has none."""
    tree = question(asked, asked.prompt.language)
    kept: dict[str, Any] = {name: value for name, value in tree.items() if name in fields}
    if "answer" in kept and not kind(asked.prompt.type).prose and not asked.solution.response.blanks:
        del kept["answer"]
    if not kept:
        return ""
    if asked.solution.response.blanks and "answer" in kept:
        kept["answer"] = ["blanks", kept["answer"]]
    column = 0 if asked.prompt.language.startswith("zh") else 1
    source = json.dumps([column, kept], ensure_ascii=False, separators=(",", ":"))
    shown = _shown(source, asked.location)
    assert shown is not None
    return seal(shown, source)


def read_sheet(html: str, where: Location) -> Sheet | None:
    """The fields in HTML that `sheet_of` made and nobody has changed; None for any other."""
    source = unseal(html, lambda source: _shown(source, where))
    return None if source is None else _parsed(source, where)[1]


def _shown(source: str, where: Location) -> str | None:
    """The HTML of a sheet's source; None when it is none."""
    try:
        column, sheet = _parsed(source, where)
    except (ValueError, RecursionError):
        return None
    return "\n".join(_parts(sheet, column))


def _parsed(source: str, where: Location) -> tuple[int, Sheet]:
    column, fields = _list(json.loads(source), 2)
    if column not in (0, 1) or not isinstance(fields, dict):
        raise ValueError(source)
    fields = dict(fields)
    answer = fields.pop("answer", "")
    levels = tuple(_level(level, where) for level in _list(fields.pop("levels", [])))
    text, points, numbering, blanks = _answer(answer, where)
    sheet = Sheet(
        text, points, numbering, blanks, _text(fields.pop("analysis", "")), _texts(fields.pop("highlights", [])),
        levels, _texts(fields.pop("follow_ups", [])), _text(fields.pop("note", "")),
    )  # fmt: skip
    if fields:
        raise ValueError(source)
    return int(column), sheet


def _answer(said: object, where: Location) -> tuple[str, tuple[Point, ...], str, tuple[tuple[str, ...], ...]]:
    if isinstance(said, str):
        return said, (), "", ()
    if isinstance(said, list):
        if said[:1] == ["blanks"] and len(said) == 2 and isinstance(said[1], list):
            return "", (), "", tuple(_texts(blank) for blank in _list(said[1]))
        return "", _points(said, where, 1), "", ()
    if not isinstance(said, dict):
        raise ValueError(said)
    numbering = _text(said.get("numbering", ""))
    if numbering and numbering not in NUMBERINGS:
        raise ValueError(numbering)
    return _text(said.get("text", "")), _points(said.get("points", []), where, 1), numbering, ()


def _points(said: object, where: Location, depth: int) -> tuple[Point, ...]:
    if depth > MOST_DEPTH:
        raise ValueError(depth)
    points = []
    for item in _list(said):
        if isinstance(item, str):
            points.append(Point(Text(item, where)))
            continue
        if not isinstance(item, dict):
            raise ValueError(item)
        marks = _marks(item["marks"]) if "marks" in item else None
        inner = _points(item.get("points", []), where, depth + 1)
        points.append(Point(Text(_text(item.get("text")), where), marks, inner))
    return tuple(points)


def _level(said: object, where: Location) -> Level:
    if not isinstance(said, dict):
        raise ValueError(said)
    low, _, high = _text(said.get("marks")).partition("-")
    return Level(
        _text(said.get("name")), _marks(low), _marks(high or low), Text(_text(said.get("text")), where)
    )


def _marks(said: object) -> Fraction:
    if said == "0":
        return Fraction(0)
    marks = as_marks(_text(said))
    if marks is None:
        raise ValueError(said)
    return marks


def _list(said: object, length: int | None = None) -> list[Any]:
    if not isinstance(said, list) or length not in (None, len(said)):
        raise ValueError(said)
    return said


def _text(said: object) -> str:
    if not isinstance(said, str) or not is_clean(said):
        raise ValueError(said)
    return said


def _texts(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(map(_text, _list(said)))


# What is shown -----------------------------------------------------------------------------------


def _parts(sheet: Sheet, column: int) -> list[str]:
    parts = []
    for name, html in (
        ("answer", _prose(sheet.text)),
        ("points", _points_html(sheet.points, column)),
        ("blanks", _items([" / ".join(map(_line, accepted)) for accepted in sheet.blanks], "ol")),
        ("analysis", _prose(sheet.analysis)),
        ("highlights", _items([_line(text) for text in sheet.highlights])),
        ("levels", _items([_level_html(level, column) for level in sheet.levels])),
        ("follow_ups", _items([_line(text) for text in sheet.follow_ups])),
        ("note", _prose(sheet.note)),
    ):
        if html:
            parts.append(f"<h4>{LABELS[name][column]}</h4>\n{html}")
    return parts


def _items(items: list[str], tag: str = "ul") -> str:
    inside = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>\n{inside}\n</{tag}>" if items else ""


def _points_html(points: tuple[Point, ...], column: int) -> str:
    items = []
    for point in points:
        marks = "" if point.marks is None else _MARKS[column].format(written(point.marks))
        items.append(_line(point.text.markdown) + marks + _points_html(point.points, column))
    return _items(items, "ol")


def _level_html(level: Level, column: int) -> str:
    span = written(level.low) if level.low == level.high else f"{written(level.low)}-{written(level.high)}"
    return f"{_line(level.name)}{_MARKS[column].format(span)} {_line(level.text.markdown)}"


def _prose(source: str) -> str:
    return to_html(source) if source else ""


def _line(source: str) -> str:
    """A text without a paragraph of its own around it, where it is only one."""
    html = to_html(source)
    bare = html.removeprefix("<p>").removesuffix("</p>")
    return html if "<p>" in bare else bare
