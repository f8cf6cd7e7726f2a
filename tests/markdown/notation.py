"""A small notation for blocks and faults, so that a test shows both at a glance."""

from __future__ import annotations

from generator.diagnostics import Location, Report, SourceFile
from generator.messages import hint, message
from generator.model.content import (
    Blank,
    Block,
    CodeBlock,
    Image,
    Inline,
    LineBreak,
    ListBlock,
    Para,
    Span,
    Str,
    TableBlock,
    Text,
)


def text(markdown: str) -> Text:
    """A text as a block scalar of a file: `stem: |` in line 1, the text indented by two below."""
    lines = ["stem: |", *("  " + line for line in markdown.split("\n"))]
    return Text(markdown, Location(SourceFile("bank.yaml", lines), 1, 7), len(lines))


def line(inlines: tuple[Inline, ...]) -> str:
    """`strong{x}` is a span, `[4]` a blank, `/` a line break, `|` parts what stands in two Str."""
    shown = []
    for inline, before in zip(inlines, (None, *inlines), strict=False):
        match inline:
            case Str(words):
                shown.append("|" + words if isinstance(before, Str) else words)
            case Span(role, children):
                shown.append(f"{role}{{{line(children)}}}")
            case Blank(width):
                shown.append(f"[{width:g}]")
            case LineBreak():
                shown.append("/")
    return "".join(shown)


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """A paragraph is its line, a list [start, item, ..], code and tables are tuples of lines."""
    shown: list[object] = []
    for block in blocks:
        match block:
            case Para(inlines):
                shown.append(line(inlines))
            case ListBlock(items, start):
                shown.append([start, *(outline(item) for item in items)])
            case CodeBlock(lines):
                shown.append(("code", *lines))
            case Image(_, _, alt):
                shown.append(f"<{alt}>")
            case TableBlock(header, rows, align):
                shown.append((" ".join(align), *(" # ".join(map(line, row)) for row in (header, *rows))))
    return shown


def faults(report: Report) -> list[str]:
    """`code line:column` of each, having seen that its words exist in both languages."""
    for diagnostic in report.diagnostics:
        for language in ("zh", "en"):
            assert message(diagnostic, language)
            assert bool(hint(diagnostic, language)) == bool(diagnostic.hint)
    return [f"{d.code} {d.location.line}:{d.location.column}" for d in report.diagnostics if d.location]
