"""Style files laid over one another, and what the result says in one language."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.layout.look import SIZES
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
    return based(root, report)


def named(node: ScalarNode, report: Report, trail: tuple[Path, ...] = ()) -> MappingNode | None:
    """The style that `node` names; `trail` are the style files that led to it."""
    said = node.value.strip()
    if said in names():
        return shipped(said, report)
    path = (node.file.folder or Path()) / said
    if path.suffix in (".yaml", ".yml"):
        if not os.path.lexists(path):
            report.error("no-style-file", node.location, "no-style-file", found=said)
            return None
        real = Path(os.path.realpath(path))
        if real in trail:
            circle = " → ".join(file.name for file in (*trail[trail.index(real) :], real))
            report.error("base-circle", node.location, "base-circle", files=circle)
            return None
        if len(trail) == MOST_BASES:
            report.error("too-many-bases", node.location, "fewer-bases", limit=MOST_BASES)
            return None
        short = os.path.normpath(path)
        same = Path(os.path.realpath(short)) == real
        root = read(path, short if same else str(path), report)
        return None if root is None else based(root, report, (*trail, real))
    nearest = nearest_name(said, names())
    hint = "did-you-mean" if nearest else "known-styles"
    values = {"found": said, "nearest": nearest, "known": ", ".join(names())}
    report.error("unknown-style", node.location, hint, **values)
    return None


def based(root: MappingNode, report: Report, trail: tuple[Path, ...] = ()) -> MappingNode | None:
    """`root` laid over the style its `base` names."""
    base = root.entries.get("base")
    if isinstance(base, ScalarNode):
        over = named(base, report, trail)
    else:
        over = shipped("classic", report)
        if base is not None:  # what else is wrong is told on `classic`
            report.error("not-a-style", base.location, "one-base")
    return None if over is None else _laid(root, over, report)


def _laid(style: MappingNode, base: MappingNode, report: Report) -> MappingNode:
    """`style` laid on `base`. A part of it that is no mapping is reported and left out."""
    parts = MappingNode(style.file, style.line, style.column)
    for key, node in style.entries.items():
        parts.keys[key] = style.keys[key]
        if key == "contents" and isinstance(node, ScalarNode) and not node.is_null:
            # `contents: none` is short for `list: none`; nothing and false are none, too.
            nothing = node.value.strip().lower() in ("", "false")
            where = (node.line, node.column, node.end_line)
            listed = ScalarNode(node.file, "none", "", *where) if nothing else node
            node = _with_entries(style, {"list": listed}, {})
        if not isinstance(base.entries.get(key), MappingNode) or isinstance(node, MappingNode):
            parts.entries[key] = node
        elif not (isinstance(node, ScalarNode) and node.is_null):
            _tell_no_part(key, node, report)
    return _merged(base, parts)


# The key that a word is likely meant for where it stands in place of a whole part.
_MEANT = {
    "page": dict.fromkeys(SIZES, "size"),
    "question": {
        **dict.fromkeys(("run_in", "own_line", "heading"), "label_position"),
        **dict.fromkeys(("restart", "through"), "numbering"),
    },
    "competencies": dict.fromkeys(("none", "stem", "block"), "key"),
    "key": dict.fromkeys(("after_question", "after_section", "at_end"), "placement"),
}


def _tell_no_part(part: str, node: Node, report: Report) -> None:
    """Report what stands where the fields of a part should."""
    said = node.value.strip() if isinstance(node, ScalarNode) else ""
    meant = _MEANT.get(part, {}).get(said)
    if meant is None:
        Fields(node, report, ())
    else:
        mended = f"{part}: {{{meant}: {said}}}"
        report.error("text-for-fields", node.location, "write-this", mended=mended)


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


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")  # as others write one


def is_words(node: MappingNode) -> bool:
    """A value given per language, {zh: …, en: …}, and no part of a style."""
    return (
        not LANGUAGES.isdisjoint(node.entries)
        and all(key in LANGUAGES or _LANGUAGE.fullmatch(key) for key in node.entries)
        and not any(isinstance(value, MappingNode) for value in node.entries.values())
    )


def tell_languages(root: MappingNode, report: Report) -> None:
    """Report values of a style that are given for languages it cannot be in."""
    for part in root.entries.values():
        if isinstance(part, MappingNode) and not is_words(part):
            _tell_languages(part, report)


def _tell_languages(node: Node, report: Report) -> None:
    if isinstance(node, SequenceNode):
        for item in node.items:
            _tell_languages(item, report)
    elif isinstance(node, MappingNode):
        words = is_words(node)
        for key, value in node.entries.items():
            if not words:
                _tell_languages(value, report)
            elif key not in LANGUAGES:
                said = node.keys[key]
                report.error("unknown-language", said.location, "known-languages", language=key)


def in_language(node: MappingNode, language: str) -> MappingNode:
    """The style with each value in one language, "zh" or "en"; in the other where it has only that."""
    made = _spoken(node, language)
    assert isinstance(made, MappingNode)
    return made


def _spoken(node: Node, language: str) -> Node:
    if isinstance(node, MappingNode):
        if is_words(node):
            return node.entries.get(language) or next(
                node.entries[key] for key in node.entries if key in LANGUAGES
            )
        entries = {key: _spoken(value, language) for key, value in node.entries.items()}
        return _with_entries(node, entries, node.keys)
    if isinstance(node, SequenceNode):
        made = SequenceNode(node.file, node.line, node.column)
        made.items = [_spoken(item, language) for item in node.items]
        return made
    return node
