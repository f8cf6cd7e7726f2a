"""Patterns of a style: `{n}、{title}（共{count}题，每题{marks}分）`.

A pattern speaks only of what there is. It is a row of clauses between separators: ，、； with or without a
space, a colon behind a field, a dash between spaces, wide or double spaces. A clause whose fields have no value
is left out, of the separators beside it the one that parts more stays, and brackets in which no clause is left go
too. So one pattern serves sections with marks and without. In a clause that has other fields to show, a field
without a value takes along its own words: `{n}.{label}：` is then `1.`, and `共{count}题每题{marks}分` `共2题`.

`{count:question/questions}` chooses a word by number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.model.content import Span, Str

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.content import Inline

Value: TypeAlias = "str | Inline | None"

_TOKEN = re.compile(
    r"\{(?P<field>[^{}:]*)(?::(?P<one>[^{}/]*)/(?P<many>[^{}/]*))?\}"
    r"|(?P<open>[（(【〔\[])|(?P<close>[）)】〕\]])"
    r"|(?P<separator>[，；、] *|[,;](?!\d) *| [-–—|·/] |　+| {2,})"
    r"|(?P<colon>：|:(?![/\d]) *)"
    r"|(?P<literal>[^{}（(【〔\[）)】〕\]，；、　,;：: ]+|.)",
    re.DOTALL,
)
_CLOSING = {"（": "）", "(": ")", "【": "】", "〔": "〕", "[": "]"}


class Field(NamedTuple):
    name: str
    one: str | None = None  # the word for one, and for several
    many: str | None = None


_NUMBER = Field("n")


class Clause(NamedTuple):
    separator: str  # before it
    items: tuple[str | Field | Group, ...]


class Group(NamedTuple):
    """A bracketed part with clauses of its own."""

    opening: str
    clauses: tuple[Clause, ...]
    closing: str


class Pattern:
    """A pattern, parsed. `fields` are the names it mentions, `broken` where braces stand that are part of none.

    An empty pattern is false.
    """

    __slots__ = ("broken", "clauses", "fields", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.clauses, self.fields = _parse(source)
        self.broken = _broken(source)

    def __bool__(self) -> bool:
        return bool(self.source)

    def fill(self, values: Mapping[str, Value], detail: str = "") -> tuple[Inline, ...]:
        """The inlines it makes of `values`; brackets around a count or marks become a Span of `detail`."""
        return _merged(_fill(self.clauses, values, detail))

    def text(self, values: Mapping[str, Value]) -> str:
        """The same without spans, as one string."""
        return "".join(i.text for i in self.fill(values) if isinstance(i, Str))


def _parse(source: str) -> tuple[tuple[Clause, ...], frozenset[str]]:
    fields: set[str] = set()
    # A stack of open groups: (opening bracket, clauses, separator of the current clause, its items)
    stack: list[tuple[str, list[Clause], str, list[str | Field | Group]]] = [("", [], "", [])]
    for match in _TOKEN.finditer(source):
        opening, clauses, separator, items = stack[-1]
        if match["field"] is not None:
            fields.add(match["field"])
            items.append(Field(match["field"], match["one"], match["many"]))
        elif match["open"] and _CLOSING[match["open"]] in source[match.end() :]:
            stack.append((match["open"], [], "", []))
        elif match["close"] and _CLOSING.get(opening) == match["close"]:
            stack.pop()
            clauses.append(Clause(separator, tuple(items)))
            inner = _joined(clauses)
            empty = len(inner) == 1 and not inner[0].items
            stack[-1][3].append(opening + match["close"] if empty else Group(opening, inner, match["close"]))
        elif match["separator"] or (match["colon"] and _has_field(items)):
            clauses.append(Clause(separator, tuple(items)))
            stack[-1] = (opening, clauses, match[0], [])
        else:
            _add(items, match[0])
    while len(stack) > 1:  # brackets that never close are text
        opening, clauses, separator, items = stack.pop()
        clauses.append(Clause(separator, tuple(items)))
        stack[-1][3].append(Group(opening, _joined(clauses), ""))
    _, clauses, separator, items = stack[0]
    clauses.append(Clause(separator, tuple(items)))
    return _joined(clauses), frozenset(fields)


def _broken(source: str) -> tuple[int, ...]:
    """Where a brace stands alone, or begins what is no field."""
    broken: list[int] = []
    for match in _TOKEN.finditer(source):
        closes = match["literal"] == "}" and bool(broken) and source[broken[-1]] == "{"
        if match["literal"] in ("{", "}") and not closes:
            broken.append(match.start())
    return tuple(broken)


def _has_field(items: list[str | Field | Group]) -> bool:
    return any(not isinstance(item, str) for item in items)


def _add(items: list[str | Field | Group], words: str) -> None:
    if items and isinstance(items[-1], str):
        words = items.pop() + words  # type: ignore[operator]
    items.append(words)


def _joined(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Clauses that each say something: a separator beside nothing joins its neighbour, as in `{n}、`."""
    joined: list[Clause] = []
    for separator, items in clauses:
        if not joined:
            joined.append(Clause("", items))
        elif not joined[-1].items:
            joined[-1] = Clause("", (separator, *items))
        elif not items:
            joined[-1] = Clause(joined[-1].separator, (*joined[-1].items, separator))
        elif separator[0] in _OF_NUMBERS and _tells_number(joined[-1]):
            joined[-1] = Clause(joined[-1].separator, (*joined[-1].items, separator, *items))
        else:
            joined.append(Clause(separator, items))
    return tuple(joined)


_OF_NUMBERS = "、：:"  # they belong to the number they stand behind: 一、 第1题：


def _tells_number(clause: Clause) -> bool:
    """Its only field is the number."""
    return [item for item in clause.items if not isinstance(item, str)] == [_NUMBER]


_NUMBERS = frozenset({"count", "marks", "total", "duration", "low", "high"})
_STRENGTH = "、，,；;：:"  # of separators, weakest first; dashes and spaces part more


def _strength(separator: str) -> int:
    mark = separator[:1]
    return _STRENGTH.find(mark) if mark in _STRENGTH else len(_STRENGTH)


def _fill(clauses: tuple[Clause, ...], values: Mapping[str, Value], detail: str) -> list[Inline]:
    filled: list[Inline] = []
    between = ""
    for clause in clauses:
        between = max(clause.separator, between, key=_strength)
        parts = _fill_clause(clause, values, detail)
        if not parts:
            continue
        if filled and between:
            filled.append(Str(between))
        filled += parts
        between = ""
    return filled


def _fill_clause(clause: Clause, values: Mapping[str, Value], detail: str) -> list[Inline]:
    items = clause.items
    empty = [isinstance(item, Field) and values.get(item.name) in (None, "") for item in items]
    if any(empty):
        quantities = all(_is_quantity(item) for item, e in zip(items, empty, strict=True) if e)
        if not any(
            isinstance(item, Field)
            or _is_number(item)
            or (quantities and isinstance(item, Group) and _fill(item.clauses, values, detail))
            for item, e in zip(items, empty, strict=True)
            if not e
        ):
            return []
        items = _spoken(items, empty)
    parts: list[Inline] = []
    for item in items:
        if isinstance(item, str):
            parts.append(Str(item))
        elif isinstance(item, Field):
            value = values[item.name]
            assert value is not None
            if item.one is not None:
                value = item.one if value == "1" else item.many or ""
            parts.append(Str(value) if isinstance(value, str) else value)
        else:
            inner = _fill(item.clauses, values, detail)
            if inner:
                whole = [Str(item.opening), *inner, Str(item.closing)]
                speaks = any(
                    isinstance(i, Field) and i.name in _NUMBERS for c in item.clauses for i in c.items
                )
                parts += [Span(detail, _merged(whole))] if detail and speaks else whole
    return parts


def _is_number(item: str | Field | Group) -> bool:
    """A number in brackets: （1）."""
    return isinstance(item, Group) and item.clauses == (Clause("", (_NUMBER,)),)


# The words behind a field are its own up to the last mark that parts them from those of the next; behind a
# number also up to the first, in front of a number from there on.
_PARTS = r"[\s.．、:：·|/–—-]|(?=[每共总各满])"
_OWN_WORDS = re.compile(rf".*(?:{_PARTS})", re.DOTALL)
_UNIT = re.compile(r"[.．、)）]*(?:(?![\s:：·|/–—-]|[每共总各满]).)*")
_MARK = re.compile(r"[\s:：·|/–—-]+")
_UNIT_APART = re.compile(r" [^\W\d]+(?= )")  # 5 questions worth 8 marks


def _spoken(items: tuple[str | Field | Group, ...], empty: list[bool]) -> tuple[str | Field | Group, ...]:
    """The items without the fields that are empty and the words that belong to them."""
    kept: list[str | Field | Group] = []
    for k, item in enumerate(items):
        if empty[k]:
            continue
        if isinstance(item, str):
            item = _left(item, items, empty, k)
        if item:
            kept.append(item)
    return tuple(kept)


def _left(words: str, items: tuple[str | Field | Group, ...], empty: list[bool], k: int) -> str:
    """What stays of the words at `k` when some of the fields around them are empty."""
    before, after = items[:k], items[k + 1 :]
    lost_before = bool(before) and empty[k - 1]
    lost_after = bool(after) and empty[k + 1] and _is_quantity(after[0])
    speaks_after = any(
        not e and not isinstance(item, str) for item, e in zip(after, empty[k + 1 :], strict=True)
    )
    if lost_before:
        if not speaks_after or lost_after:
            return ""
        own = _OWN_WORDS.match(words)
        whole = "" if _is_quantity(before[-1]) else words
        return words[own.end() :] if own else whole
    if not lost_after:
        return words
    if not before:
        return ""
    unit = _UNIT.match(words)
    assert unit is not None
    apart = None if unit[0] or not _is_quantity(before[-1]) else _UNIT_APART.match(words)
    left = apart[0] if apart else unit[0]
    mark = _MARK.match(words, len(left)) if speaks_after else None  # what parts still does where more follows
    return left + (mark[0] if mark else "")


def _is_quantity(item: str | Field | Group) -> bool:
    return isinstance(item, Field) and item.name in _NUMBERS


def _merged(inlines: list[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Str) and isinstance(last, Str):
            merged[-1] = Str(last.text + inline.text)
        elif not isinstance(inline, Str) or inline.text:
            merged.append(inline)
    return tuple(merged)
