"""What the program finds in a file, and how much of that a schema can know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bank import load
from generator.blueprint import read_layout
from generator.diagnostics import Report
from generator.layout import read_style, read_style_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

# Faults that a schema finds.
KNOWN = frozenset({
    "bad-choice", "bad-difficulty", "bad-draw", "bad-identifier", "bad-language", "bad-length", "blank-answer",
    "colon-in-text", "empty-field", "empty-item", "empty-option", "empty-point", "field-of-other-type",
    "fields-for-text", "file-name-document", "is-a-bank", "is-a-layout", "list-for-fields", "list-for-text",
    "marks-by-halves", "marks-not-positive", "missing-answer", "missing-field", "nothing-for-fields", "not-a-list",
    "not-a-question", "not-a-section", "not-a-style", "not-a-truth", "not-a-word", "not-integer", "not-number",
    "not-truth", "option-count", "option-label", "option-letters", "out-of-range", "points-too-deep",
    "several-lines", "stray-brace", "text-for-fields", "unknown-field", "unknown-format", "unknown-language",
    "unknown-pattern-field", "unknown-style", "unknown-type", "word-count",
})  # fmt: skip
# Faults of which it finds some: a letter that is none, a range that is none, a stem without `____`.
PARTLY = frozenset({"bad-range", "no-blank", "not-counting", "one-letter", "repeated-letter", "wrong-letter"})
# Faults that it cannot see: sums, references, files, what texts hold.
UNSEEN = frozenset({
    "base-circle", "blank-count", "block-in-line", "enemies-block", "face-missing", "image-missing",
    "image-not-here", "image-not-relative", "image-outside", "level-above", "level-order", "math-unsupported", "missing-role",
    "no-bank", "no-banks", "no-font-file", "no-glyph", "no-style-file", "nothing-left", "own-enemy",
    "page-too-small", "pinned-and-excluded", "pinned-enemies", "pinned-twice", "points-sum", "same-bank",
    "same-id", "same-option", "section-short", "sections-rival", "too-deep", "too-many-bases", "too-many-pinned", "typed-letters",
    "unknown-question", "unknown-value", "wrong-total",
})  # fmt: skip
# Faults of YAML itself, which an editor finds without a schema.
SYNTAX = frozenset({
    "alias", "anchor", "bidirectional-control", "control-character", "duplicate-key", "file-empty",
    "full-width-bracket", "full-width-colon", "full-width-comma", "full-width-quote", "indentation", "key-not-text",
    "list-mark", "missing-colon", "no-space-after-colon", "no-space-after-dash", "second-colon",
    "several-documents", "special-start", "stray-text", "tab-indentation", "tag", "text-after-quote",
    "not-yaml", "unclosed-bracket", "unclosed-quote", "unknown-escape", "wrong-encoding",
})  # fmt: skip
# Lengths may be in ems of a size that the base says, so their bounds are known of plain numbers alone.
_LENGTHS = frozenset(
    {"size", "leading", "answer", "table", "score_width", "box", "score", "summary", "levels", "roster"}
)
LANGUAGES = ("zh-CN", "en")


def read(kind: str, path: Path) -> list[Diagnostic]:
    """The errors the program finds in a bank, layout or style by itself, in every language."""
    report = Report()
    name = path.name
    if kind == "bank":
        load([(path, name)], report)
    elif kind == "layout":
        layout = read_layout(path, name, report)
        for language in LANGUAGES if layout is not None else ():
            read_style(layout.style, language, report)
    else:
        for language in LANGUAGES:
            read_style_file(path, name, language, report)
    return [found for found in report.diagnostics if found.severity == "error"]


def seen(fault: Diagnostic) -> bool:
    """Whether a schema must find it."""
    return fault.code in KNOWN and not seen_partly(fault)


def seen_partly(fault: Diagnostic) -> bool:
    """Whether a schema may find it."""
    field = fault.values.get("field")
    if fault.code == "out-of-range":
        return field in _LENGTHS
    if fault.code == "missing-field":  # a family of fonts that the base may have
        return field in ("faces", "docx")
    return fault.code in PARTLY or (fault.code == "bad-choice" and field == "font")
