"""From text to nodes, on libyaml's events: bounded, without recursion, every value as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator.diagnostics import Location
from generator.source.bounds import MAX_DEPTH, MAX_NODES, TooManyFaultsError
from generator.source.decode import REFUSED, tell_character
from generator.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from generator.diagnostics import Report, SourceFile
    from generator.source.bounds import BoundedReport

_NO_KEY = "?"

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
    get_event = loader.get_event
    scalar, map_start, map_end = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
    list_start, list_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
    root: Node | None = None
    parent: Node | None = None
    key: ScalarNode | None = None
    outer: list[tuple[Node | None, ScalarNode | None]] = []
    count = 0
    node: Node
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is scalar:
            begin, end = event.start_mark, event.end_mark
            line = begin.line + 1
            style = event.style or ""
            last = end.line
            node = ScalarNode(
                file, event.value, style, line, begin.column + 1, last + 1 if end.column else last
            )
            if style == '"':
                _check_escapes(node, report)
            elif last >= line and not style:
                folded.append(node)
        elif kind is map_end or kind is list_end:
            assert parent is not None
            node = parent
            parent, key = outer.pop()
        elif kind is map_start or kind is list_start:
            begin = event.start_mark
            at = (file, begin.line + 1, begin.column + 1)
            if len(outer) == MAX_DEPTH:
                report.error("too-deep", Location(*at), "flatten", limit=MAX_DEPTH)
                return None
            if event.anchor is not None or event.tag is not None:
                _tell_decoration(event, Location(*at), report)
            outer.append((parent, key))
            parent = MappingNode(*at) if kind is map_start else SequenceNode(*at)
            key = None
            continue
        elif kind is yaml.AliasEvent:
            begin = event.start_mark
            node = ScalarNode(file, "", "", begin.line + 1, begin.column + 1, begin.line + 1)
            report.error("alias", node.location, "write-out-alias", name=event.anchor)
        elif kind is yaml.DocumentStartEvent and root is not None:
            mark = event.start_mark
            report.error("several-documents", Location(file, mark.line + 1, mark.column + 1), "one-document")
            return root
        else:
            continue

        if kind is scalar and (event.anchor is not None or event.tag is not None):
            _tell_decoration(event, Location(file, line, begin.column + 1), report)
        count += 1
        if count > MAX_NODES:
            report.error("too-many-values", node.location, "split-file", limit=MAX_NODES)
            return None
        if type(parent) is MappingNode:
            if key is None:
                key = _key(node, report)
            else:
                name = key.value
                if name in parent.entries:
                    first = parent.keys[name].line
                    report.error("duplicate-key", key.location, "delete-one", name=name, first=first)
                elif key.style != _NO_KEY:
                    parent.entries[name] = node
                    parent.keys[name] = key
                key = None
        elif parent is None:
            root = node
        else:
            assert type(parent) is SequenceNode
            parent.items.append(node)
    return root


def _key(node: Node, report: Report) -> ScalarNode:
    """A field's name. One that is no text is reported, and what it names is left out."""
    if type(node) is ScalarNode:
        return node
    report.error("key-not-text", node.location, "quote-key")
    return ScalarNode(node.file, "", _NO_KEY, node.line, node.column, node.line)


def _tell_decoration(event: yaml.NodeEvent, where: Location, report: Report) -> None:
    if event.anchor is not None:
        report.error("anchor", where, "quote-ampersand", name=event.anchor)
    tag = getattr(event, "tag", None)
    if tag is not None:
        report.error("tag", where, "quote-exclamation", name=tag.replace("tag:yaml.org,2002:", "!!"))


def _check_escapes(node: ScalarNode, report: Report) -> None:
    """What the file may not hold it may not hold as an escape either."""
    found = REFUSED.search(node.value)
    if found:
        tell_character(found.group(), node.location, report)
        node.value = REFUSED.sub("\ufffd", node.value)
