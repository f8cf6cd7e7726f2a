"""Typed reading of a mapping: each field gets its type where it is asked for, and faults are collected."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.diagnostics import Location, lines_of
from generator.model.content import Text
from generator.source.mend import mended_identifier, nearest_name, plain_digits
from generator.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from generator.source.shapes import tell_misread_key, tell_no_mapping, tell_no_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.diagnostics import Report

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]*")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_MOST_DIGITS = 20  # of an integer that is converted; a longer one is out of every range
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?")
_LONG_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_TRUTHS = {
    "true": True,
    "yes": True,
    "是": True,
    "对": True,
    "false": False,
    "no": False,
    "否": False,
    "错": False,
}


class Fields:
    """The fields of a mapping, by name.

    A value of the wrong shape or type is reported and reads as if it were left out, and so does a
    field that is empty or null. Asking twice reports twice.
    """

    __slots__ = ("_entries", "_meant", "_node", "_report")

    def __init__(self, node: Node, report: Report, known: Collection[str]) -> None:
        self._node = node
        self._report = report
        self._entries: dict[str, Node] = {}
        self._meant: set[str] = set()  # known fields that were told to be written wrongly
        if type(node) is not MappingNode:
            tell_no_mapping(node, report)
            return
        self._entries = node.entries
        for name in node.entries:
            if name not in known:
                self._tell_unknown(node.keys[name], known)

    def has(self, name: str) -> bool:
        """Whether the field is written, be it empty."""
        return name in self._entries

    def given(self, name: str) -> bool:
        """Whether the field is written, and not as nothing."""
        node = self._entries.get(name)
        return node is not None and not (type(node) is ScalarNode and node.is_null)

    def node(self, name: str) -> Node | None:
        return self._entries.get(name)

    def location(self, name: str) -> Location:
        """The place of the value, or of the whole mapping when the field is left out."""
        node = self._entries.get(name) or self._node
        return Location(node.file, node.line, node.column)

    def require(self, name: str) -> bool:
        """Report a field that is left out or empty. One that is written wrongly was told already."""
        node = self._entries.get(name)
        if node is None:
            if name not in self._meant:
                self._report.error("missing-field", self._node.location, "add-field", field=name)
            return False
        if type(node) is ScalarNode:
            filled = bool(node.value.strip()) and not node.is_null
        elif type(node) is SequenceNode:
            filled = bool(node.items)
        else:
            assert type(node) is MappingNode
            filled = bool(node.entries)
        if not filled:
            typed = lines_of(node.file)[node.line - 1][node.column - 1 :].lstrip()
            hint = "hash-is-comment" if typed.startswith("#") else "fill-field"
            self._report.error("empty-field", node.location, hint, field=name)
        return filled

    def inner(self, name: str, known: Collection[str]) -> Fields:
        """The fields of a nested mapping; none when it is left out."""
        node = self.mapping(name)
        if node is None:
            where = self.location(name)
            node = MappingNode(where.file, where.line, where.column)
        return Fields(node, self._report, known)

    # Shapes ------------------------------------------------------------------------------------

    def _scalar(self, name: str) -> ScalarNode | None:
        node = self._entries.get(name)
        return None if node is None else scalar(node, self._report)

    def sequence(self, name: str) -> tuple[Node, ...]:
        """The items of a list; a lone value counts as a list of one."""
        node = self._entries.get(name)
        if node is None:
            return ()
        if type(node) is SequenceNode:
            return tuple(node.items)
        if type(node) is ScalarNode and node.is_null:
            return ()
        return (node,)

    def mapping(self, name: str) -> MappingNode | None:
        node = self._entries.get(name)
        if node is None or type(node) is MappingNode:
            return node
        if not (type(node) is ScalarNode and node.is_null):
            tell_no_mapping(node, self._report)
        return None

    # Text --------------------------------------------------------------------------------------

    def text(self, name: str) -> Text | None:
        node = self._scalar(name)
        if node is None or not node.value:
            return None
        return Text(node.value, Location(node.file, node.line, node.column), node.end_line)

    def texts(self, name: str) -> tuple[Text, ...]:
        """One text or a list of them."""
        return tuple(
            [
                Text(node.value, Location(node.file, node.line, node.column), node.end_line)
                for node in self._scalars(name)
            ]
        )

    def string(self, name: str, default: str = "") -> str:
        """A text of one line, without spaces around it."""
        node = self._scalar(name)
        return default if node is None else _one_line(node, self._report)

    def strings(self, name: str) -> tuple[str, ...]:
        """One string or a list of them."""
        return tuple([_one_line(node, self._report) for node in self._scalars(name)])

    def _scalars(self, name: str) -> list[ScalarNode]:
        scalars = []
        for item in self.sequence(name):
            node = scalar(item, self._report)
            if node is not None and node.value.strip():
                scalars.append(node)
            elif type(item) is ScalarNode:
                self._report.error("empty-item", item.location, "fill-item", field=name)
        return scalars

    def identifier(self, name: str) -> str:
        """Lower-case letters, digits, `.`, `_` and `-`; empty when left out or at fault."""
        node = self._scalar(name)
        if node is None:
            return ""
        value = node.value.strip()
        if _IDENTIFIER.fullmatch(value):
            return value
        nearest = mended_identifier(value)
        hint = "did-you-mean" if nearest else "identifier-form"
        self._report.error("bad-identifier", node.location, hint, field=name, value=value, nearest=nearest)
        return ""

    def choice(self, name: str, allowed: Collection[str], default: str) -> str:
        node = self._scalar(name)
        if node is None:
            return default
        value = node.value.strip()
        if value in allowed:
            return value
        nearest = nearest_name(value, allowed)
        self._report.error(
            "bad-choice",
            node.location,
            "did-you-mean" if nearest else "allowed-values",
            field=name,
            value=value,
            nearest=nearest,
            allowed=", ".join(sorted(allowed)),
        )
        return default

    # Numbers and truths ------------------------------------------------------------------------

    def integer(self, name: str, low: int, high: int) -> int | None:
        node = self._scalar(name)
        if node is None:
            return None
        value = node.value.strip()
        if not _INTEGER.fullmatch(value):
            if _INTEGER.fullmatch(plain_digits(value)):
                self._tell_type("not-integer", name, node, True)
            else:
                values = {"field": name, "value": _short(value), "low": low, "high": high}
                self._report.error("not-integer", node.location, "within-range", **values)
            return None
        if len(value) <= _MOST_DIGITS and low <= int(value) <= high:
            return int(value)
        values = {"field": name, "value": _short(value), "low": low, "high": high}
        self._report.error("out-of-range", node.location, "within-range", **values)
        return None

    def number(self, name: str) -> Fraction | None:
        """A number in decimal notation, not negative, exact."""
        node = self._scalar(name)
        if node is None:
            return None
        value = node.value.strip()
        if _NUMBER.fullmatch(value):
            return _fraction(value)
        if _LONG_NUMBER.fullmatch(value):
            values = {"field": name, "value": _short(value), "low": 0, "high": 10**12 - 1}
            self._report.error("out-of-range", node.location, "within-range", **values)
            return None
        self._tell_type("not-number", name, node, bool(_NUMBER.fullmatch(plain_digits(value))))
        return None

    def boolean(self, name: str, default: bool) -> bool:
        node = self._scalar(name)
        if node is None:
            return default
        value = _TRUTHS.get(node.value.strip().lower())
        if value is None:
            self._report.error("not-truth", node.location, "truth-form", field=name, value=_short(node.value))
            return default
        return value

    # Faults ------------------------------------------------------------------------------------

    def _tell_type(self, code: str, name: str, node: ScalarNode, full_width: bool) -> None:
        """Report a number that is none; digits typed full-width only need to be typed again."""
        self._report.error(
            code,
            node.location,
            "did-you-mean" if full_width else "digits-only",
            field=name,
            value=_short(node.value),
            nearest=plain_digits(node.value.strip()) if full_width else "",
        )

    def _tell_unknown(self, key: ScalarNode, known: Collection[str]) -> None:
        misread = tell_misread_key(key, self._report, known)
        if misread:
            self._meant.add(misread)
            return
        nearest = nearest_name(key.value, known)
        self._meant.add(nearest)
        self._report.error(
            "unknown-field",
            key.location,
            "did-you-mean" if nearest else "known-fields",
            field=_short(key.value),
            nearest=nearest,
            known=", ".join(sorted(known)),
        )


def scalar(node: Node, report: Report) -> ScalarNode | None:
    """A node where text is expected: None when it is left out, or of another shape, which is reported."""
    if type(node) is ScalarNode:
        return None if node.is_null else node
    tell_no_text(node, report)
    return None


def _one_line(node: ScalarNode, report: Report) -> str:
    value = node.value.strip()
    if "\n" in value:
        report.error("several-lines", node.location, "one-line")
        return " ".join(value.split())
    return value


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


@lru_cache(maxsize=256)
def _fraction(value: str) -> Fraction:
    return Fraction(value)
