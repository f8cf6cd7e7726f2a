"""Faults of shape: one kind of node stands where another is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import lines_of
from generator.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.diagnostics import Report


def tell_no_mapping(node: Node, report: Report, hint: str = "fields-form") -> None:
    if type(node) is ScalarNode and tell_misread_key(node, report):
        return
    if type(node) is SequenceNode:
        report.error("list-for-fields", node.location, hint)
    elif type(node) is ScalarNode and not node.is_null:
        report.error("text-for-fields", node.location, hint)
    else:
        report.error("nothing-for-fields", node.location, hint)


def tell_misread_key(node: ScalarNode, report: Report, known: Collection[str] | None = None) -> str:
    """Report a text that is a field but for its colon. Its name; empty when it is none of the known."""
    from generator.source.slips import misread_key

    misread = None if node.style else misread_key(node.value)
    if misread is None or (known is not None and misread[1] not in known):
        return ""
    code, field, mended = misread
    report.error(code, node.location, "write-this", field=field, mended=mended)
    return field


def tell_no_text(node: Node, report: Report) -> None:
    """`- 答案: 先安抚` is meant as text, and YAML reads a field: then the mend is a pair of quotes."""
    if type(node) is SequenceNode:
        report.error("list-for-text", node.location, "text-form")
        return
    assert type(node) is MappingNode
    typed = lines_of(node.file)[node.line - 1][node.column - 1 :].rstrip()
    if len(node.entries) == 1 and not typed.startswith("{"):
        quoted = "'" + typed.replace("'", "''") + "'"
        report.error("colon-in-text", node.location, "quote-it", quoted=quoted)
    else:
        report.error("fields-for-text", node.location, "text-form")
