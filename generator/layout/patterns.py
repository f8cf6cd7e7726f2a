"""Patterns of a style: `{n}、{title}（共{count}题，每题{marks}分）`.

A pattern speaks only of what there is. It is a row of clauses between separators (，、；, wide or
double spaces); a clause whose fields have no value is left out with its separator, and brackets in which no
clause is left go too. So one pattern serves sections with marks and without. In a clause that has
other fields to show, a field without a value takes along the words behind it: `{n}.{label}：` is then `1.`.

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
    r"|(?P<separator>[，；、] *|[,;] |　+| {2,})"
    r"|(?P<literal>[^{}（(【〔\[）)】〕\]，；、　,; ]+|.)",
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
    """A pattern, parsed. `fields` are the names it mentions; an empty pattern is false."""

    __slots__ = ("clauses", "fields", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.clauses, self.fields = _parse(source)

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
        elif match["separator"]:
            clauses.append(Clause(separator, tuple(items)))
            stack[-1] = (opening, clauses, match["separator"], [])
        else:
            _add(items, match[0])
    while len(stack) > 1:  # brackets that never close are text
        opening, clauses, separator, items = stack.pop()
        clauses.append(Clause(separator, tuple(items)))
        stack[-1][3].append(Group(opening, _joined(clauses), ""))
    _, clauses, separator, items = stack[0]
    clauses.append(Clause(separator, tuple(items)))
    return _joined(clauses), frozenset(fields)


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
        elif joined[-1].items == (_NUMBER,) and separator == "、":  # which belongs to the number
            joined[-1] = Clause("", (_NUMBER, separator, *items))
        else:
            joined.append(Clause(separator, items))
    return tuple(joined)


_NUMBERS = frozenset({"count", "marks", "total", "duration", "low", "high"})


def _fill(clauses: tuple[Clause, ...], values: Mapping[str, Value], detail: str) -> list[Inline]:
    filled: list[Inline] = []
    for clause in clauses:
        parts = _fill_clause(clause, values, detail)
        if not parts:
            continue
        if filled and clause.separator:
            filled.append(Str(clause.separator))
        filled += parts
    return filled


def _fill_clause(clause: Clause, values: Mapping[str, Value], detail: str) -> list[Inline]:
    items = clause.items
    empty = [isinstance(item, Field) and values.get(item.name) in (None, "") for item in items]
    if any(empty):
        names = {item.name for item, e in zip(items, empty, strict=True) if e and isinstance(item, Field)}
        speaking = [
            k
            for k, item in enumerate(items)
            if not empty[k] and (isinstance(item, Field) or _is_number(item))
        ]
        if not speaking or names & _NUMBERS:
            return []
        items = _spoken(items, empty, speaking[-1])
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


_OWN_WORDS = re.compile(r".*[\s.．、:：·|/–—-]", re.DOTALL)  # up to the last mark that parts words


def _spoken(
    items: tuple[str | Field | Group, ...], empty: list[bool], last: int
) -> tuple[str | Field | Group, ...]:
    """The items without the fields that are empty and the words that belong to them; `last` is one that is not."""
    kept: list[str | Field | Group] = []
    after_empty = False
    for k, item in enumerate(items):
        if isinstance(item, Field):
            after_empty = empty[k]
        if empty[k]:
            continue
        if isinstance(item, str) and after_empty:
            item = _OWN_WORDS.sub("", item) if k < last else ""
        kept.append(item)
    return tuple(kept)


def _merged(inlines: list[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Str) and isinstance(last, Str):
            merged[-1] = Str(last.text + inline.text)
        elif not isinstance(inline, Str) or inline.text:
            merged.append(inline)
    return tuple(merged)
