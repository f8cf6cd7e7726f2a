"""From text to nodes, on libyaml's events: bounded, without recursion, every value as typed."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator.diagnostics import Location
from generator.source.bounds import MAX_DEPTH, MAX_EVENTS, TooManyFaultsError
from generator.source.decode import REFUSED, tell_character
from generator.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from generator.diagnostics import Report, SourceFile
    from generator.source.bounds import BoundedReport

_NO_NAME = "\0"  # stands in no file

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # only its events are used


class Failure(NamedTuple):
    """Where and why the parser gave up.

    `line` is the one to blame: where a value begins that was never finished, else where the
    parser stood. `reached` is where it stood.
    """

    line: int
    column: int
    reached: int
    problem: str

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.column


class Parsed(NamedTuple):
    """`root` is None when there is nothing, or nothing usable; `failure` is of the syntax.

    `folded` are the plain values that go over several lines.
    """

    root: Node | None
    failure: Failure | None
    folded: list[ScalarNode]


def parse(text: str, file: SourceFile, report: BoundedReport) -> Parsed:
    """Read a document; whatever may not be in it is reported."""
    loader: Any = _Loader(text)
    folded: list[ScalarNode] = []
    try:
        return Parsed(_compose(loader, file, report, folded), None, folded)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, _failure(error), folded)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an escape past U+10FFFF, pure Python only
        return Parsed(None, Failure(1, 1, 1, str(error)), folded)
    except TooManyFaultsError:
        return Parsed(None, None, [])
    finally:
        loader.dispose()


def _failure(error: yaml.MarkedYAMLError) -> Failure:
    stood = error.problem_mark or error.context_mark
    if stood is None:
        return Failure(1, 1, 1, error.problem or "")
    blamed = stood
    if error.context_mark is not None and (error.context or "").startswith("while scanning"):
        blamed = error.context_mark
    return Failure(blamed.line + 1, blamed.column + 1, stood.line + 1, error.problem or "")


def _compose(loader: Any, file: SourceFile, report: Report, folded: list[ScalarNode]) -> Node | None:
    """The root of the first document; None when there is none or it goes past a bound.

    One flat loop, since this is where the time goes: every call and attribute saved here counts
    half a million times in a large bank.
    """
    scalar, map_start, map_end = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
    list_start, list_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
    root: Node | None = None
    parent: Node | None = None
    name: str | None = None  # the key that waits for its value
    place = (0, 0)  # of that key
    key_next = False
    outer: list[tuple[Node | None, str | None, tuple[int, int]]] = []
    node: Node
    for event in islice(iter(loader.get_event, None), MAX_EVENTS):
        kind = type(event)
        if kind is scalar:
            begin = event.start_mark
            line = begin.line + 1
            column = begin.column + 1
            value = event.value
            style = event.style
            if style == '"':
                value = _check_escapes(value, Location(file, line, column), report)
            if event.anchor is not None or event.tag is not None:
                _tell_decoration(event, Location(file, line, column), report)
            if key_next:
                name = value
                place = (line, column)
                key_next = False
                continue
            end = event.end_mark
            if end.line < line:
                node = ScalarNode(file, value, style or "", line, column, line)
            else:  # a block ends at the beginning of the line behind it
                node = ScalarNode(file, value, style or "", line, column, end.line + (end.column > 0))
                if not style:
                    folded.append(node)
        elif kind is map_end or kind is list_end:
            assert parent is not None
            node = parent
            parent, name, place = outer.pop()
            key_next = False
        elif kind is map_start or kind is list_start:
            begin = event.start_mark
            at = (file, begin.line + 1, begin.column + 1)
            if len(outer) == MAX_DEPTH:
                report.error("too-deep", Location(*at), "flatten", limit=MAX_DEPTH)
                return None
            if event.anchor is not None or event.tag is not None:
                _tell_decoration(event, Location(*at), report)
            if key_next:
                report.error("key-not-text", Location(*at), "quote-key")
            outer.append((parent, name, place))
            key_next = kind is map_start
            parent = MappingNode(*at) if key_next else SequenceNode(*at)
            name = None
            continue
        elif kind is yaml.AliasEvent:
            begin = event.start_mark
            node = ScalarNode(file, "", "", begin.line + 1, begin.column + 1, begin.line + 1)
            report.error("alias", node.location, "write-out-alias", name=event.anchor)
        elif kind is yaml.DocumentStartEvent and root is not None:
            begin = event.start_mark
            where = Location(file, begin.line + 1, begin.column + 1)
            report.error("several-documents", where, "one-document")
            return root
        else:
            continue

        if type(parent) is MappingNode:
            if name is None:  # no text where a key should be: told, and left out with its value
                name = _NO_NAME
                key_next = False
                continue
            if name in parent.entries:
                first = parent.places[name][0]
                report.error("duplicate-key", Location(file, *place), "delete-one", name=name, first=first)
            elif name is not _NO_NAME:
                parent.entries[name] = node
                parent.places[name] = place
            name = None
            key_next = True
        elif parent is None:
            root = node
        else:
            assert type(parent) is SequenceNode
            parent.items.append(node)
    if outer:
        report.error("too-many-values", Location(file), "split-file", limit=MAX_EVENTS)
    return root


def _tell_decoration(event: yaml.NodeEvent, where: Location, report: Report) -> None:
    if event.anchor is not None:
        report.error("anchor", where, "quote-ampersand", name=event.anchor)
    tag = getattr(event, "tag", None)
    if tag is not None:
        report.error("tag", where, "quote-exclamation", name=tag.replace("tag:yaml.org,2002:", "!!"))


def _check_escapes(value: str, where: Location, report: Report) -> str:
    """What the file may not hold it may not hold as an escape either."""
    found = re.search(REFUSED, value)
    if not found:
        return value
    tell_character(found.group(), where, report)
    return re.sub(REFUSED, "\ufffd", value)
