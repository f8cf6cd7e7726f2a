"""Style files laid over one another, and what the result says in one language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.source import Fields, MappingNode, ScalarNode, SequenceNode, nearest_name, read

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.source import Node

STYLES = Path(__file__).parent / "styles"
MOST_BASES = 8
LANGUAGES = frozenset({"zh", "en"})


def names() -> list[str]:
    """The styles that ship."""
    return sorted(path.stem for path in STYLES.glob("*.yaml"))


def shipped(name: str, report: Report) -> MappingNode | None:
    root = read(STYLES / f"{name}.yaml", f"{name}.yaml", report)
    if root is None or "base" not in root.entries:
        return root
    return based(root, report, 0)


def named(node: ScalarNode, report: Report, depth: int) -> MappingNode | None:
    said = node.value.strip()
    if said in names():
        return shipped(said, report)
    path = (node.file.folder or Path()) / said
    if path.suffix in (".yaml", ".yml"):
        if not os.path.lexists(path):
            report.error("no-style-file", node.location, "no-style-file", found=said)
            return None
        root = read(path, str(path), report)
        return None if root is None else based(root, report, depth + 1)
    nearest = nearest_name(said, names())
    hint = "did-you-mean" if nearest else "known-styles"
    values = {"found": said, "nearest": nearest, "known": ", ".join(names())}
    report.error("unknown-style", node.location, hint, **values)
    return None


def based(root: MappingNode, report: Report, depth: int) -> MappingNode | None:
    """`root` laid over the style its `base` names."""
    base = root.entries.get("base")
    if base is None:
        over = shipped("classic", report)
    elif not isinstance(base, ScalarNode):
        report.error("not-a-style", base.location, "not-a-style")
        return None
    elif depth >= MOST_BASES:
        report.error("base-circle", base.location, "base-circle")
        return None
    else:
        over = named(base, report, depth)
    return None if over is None else _laid(root, over, report)


def _laid(style: MappingNode, base: MappingNode, report: Report) -> MappingNode:
    """`style` laid on `base`. A part of it that is no mapping is reported and left out."""
    parts = MappingNode(style.file, style.line, style.column)
    for key, node in style.entries.items():
        parts.keys[key] = style.keys[key]
        if key == "contents" and isinstance(node, ScalarNode) and not node.is_null:
            node = _with_entries(style, {"list": node}, {})  # `contents: none` is short for `list: none`
        if not isinstance(base.entries.get(key), MappingNode) or isinstance(node, MappingNode):
            parts.entries[key] = node
        elif not (isinstance(node, ScalarNode) and node.is_null):
            Fields(node, report, ())
    return _merged(base, parts)


def said_in(node: Node) -> str:
    return node.value.strip() if isinstance(node, ScalarNode) else ""


def _merged(base: MappingNode, over: MappingNode) -> MappingNode:
    """`over` laid on `base`, mapping by mapping; lists and words are replaced whole."""
    entries = dict(base.entries)
    for key, node in over.entries.items():
        below = entries.get(key)
        if not isinstance(below, MappingNode) or is_words(below):
            entries[key] = node
        elif isinstance(node, MappingNode) and not is_words(node):
            entries[key] = _merged(below, node)
        elif "text" in below.entries and not (isinstance(node, ScalarNode) and node.is_null):
            # A label given as words alone stands where the base's label stood.
            entries[key] = _with_entries(below, {**below.entries, "text": node}, below.keys)
        else:
            entries[key] = node
    return _with_entries(over, entries, {**base.keys, **over.keys})


def _with_entries(node: MappingNode, entries: dict[str, Node], keys: dict[str, ScalarNode]) -> MappingNode:
    made = MappingNode(node.file, node.line, node.column)
    made.entries = entries
    made.keys = keys
    return made


def is_words(node: MappingNode) -> bool:
    """A value given per language, {zh: …, en: …}, and no part of a style."""
    return (
        bool(node.entries)
        and set(node.entries) <= LANGUAGES
        and not any(isinstance(value, MappingNode) for value in node.entries.values())
    )


def in_language(node: MappingNode, language: str) -> MappingNode:
    """The style with each value in one language, "zh" or "en"; in the other where it has only that."""
    made = _spoken(node, language)
    assert isinstance(made, MappingNode)
    return made


def _spoken(node: Node, language: str) -> Node:
    if isinstance(node, MappingNode):
        if is_words(node):
            return node.entries.get(language) or next(iter(node.entries.values()))
        entries = {key: _spoken(value, language) for key, value in node.entries.items()}
        return _with_entries(node, entries, node.keys)
    if isinstance(node, SequenceNode):
        made = SequenceNode(node.file, node.line, node.column)
        made.items = [_spoken(item, language) for item in node.items]
        return made
    return node
