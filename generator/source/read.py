"""Reading one file: from its path to a mapping and every fault on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location, Report, SourceFile
from generator.source.bounds import BoundedReport, hand_over
from generator.source.decode import load
from generator.source.garbage import uncollected
from generator.source.nodes import MappingNode, ScalarNode
from generator.source.parse import parse
from generator.source.shapes import tell_no_mapping

if TYPE_CHECKING:
    from pathlib import Path

    from generator.source.nodes import Node


def read(path: Path, name: str, report: Report) -> MappingNode | None:
    """The mapping a YAML file holds; None when there is no usable one.

    `name` is what the user calls the file. Where the syntax is broken by a slip that can be
    told for certain, it is reported and the tree is that of the mended text, so that the other
    faults of the file can be found too.
    """
    found = Report()
    loaded = load(path, name, found)
    root = None
    if loaded is not None:
        text, file = loaded
        root = _root(_tree(text, file, found), file, found)
    if found.failed:
        from generator.source.foreign import kind_of_document

        kind = kind_of_document(path)
        if kind:
            report.error("not-yaml", Location(SourceFile(name, [])), "import-first", kind=kind, name=name)
            return None
    hand_over(found.diagnostics, Location(SourceFile(name, [])), report)
    return root


def _tree(text: str, file: SourceFile, report: Report) -> Node | None:
    faults = BoundedReport()
    with uncollected():
        parsed = parse(text, file, faults)
        if parsed.failure is not None or parsed.folded:
            from generator.source.repair import needs_repair, repair

            if needs_repair(parsed):
                parsed = repair(text, file, parsed, faults)
    report.extend(faults.diagnostics)
    return parsed.root


def _root(node: Node | None, file: SourceFile, report: Report) -> MappingNode | None:
    if type(node) is MappingNode:
        return node
    if node is not None and not (type(node) is ScalarNode and node.is_null):
        tell_no_mapping(node, report, "fill-file")
    elif not report.failed:
        report.error("file-empty", Location(file), "fill-file")
    return None
