"""What a user sees: diagnostics with the line quoted, results as text or JSON."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    import click

    from generator.diagnostics import Diagnostic

_SEVERITIES = {
    "zh": {"error": "错误", "warning": "警告", "note": "说明"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}
_HINT = {"zh": "提示", "en": "hint"}
MANY = 3  # of a kind, from which on they may be counted
MOST_QUOTED = 120  # columns of a quoted line


def prepare_streams() -> None:
    """Consoles in other code pages: what they cannot show becomes an escape, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def flush() -> None:
    """Write out what was printed. OSError: that cannot be."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except BrokenPipeError:
                _mute(stream)


def silence() -> None:
    """Give up what cannot be printed, that the interpreter may end without a word."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _mute(stream)


def _mute(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print(text: str, stream: TextIO) -> None:
    try:
        print(text, file=stream)
    except BrokenPipeError:  # who reads us has heard enough, and the run goes on
        _mute(stream)


class Console:
    """Messages go to standard error, results to standard output. OSError: they cannot be written."""

    def __init__(self, language: str, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json

    def say(self, text: str) -> None:
        _print(text, sys.stderr)

    def result(self, text: str) -> None:
        if not self.as_json:
            _print(text, sys.stdout)

    def json(self, content: dict[str, Any]) -> None:
        """The machine-readable result; printed only with --json."""
        if self.as_json:
            import json

            encoding = getattr(sys.stdout, "encoding", None) or ""  # a closed stream has none
            plain = encoding.lower().replace("-", "") != "utf8"
            _print(json.dumps(content, ensure_ascii=plain), sys.stdout)

    def diagnostics(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self.say(shown(diagnostic, self.language))

    def in_short(self, diagnostics: Iterable[Diagnostic], codes: Container[str]) -> None:
        """The same, but of many that have one of some codes only the first, in one line that says how many there are."""
        listed = list(diagnostics)
        counts = Counter(d.code for d in listed if d.code in codes)
        for diagnostic in listed:
            count = counts.get(diagnostic.code, 1)
            if 0 < count < MANY:
                self.diagnostics([diagnostic])
            elif count:
                counts[diagnostic.code] = 0
                head, _, _ = shown(diagnostic, self.language).partition("\n")
                zh = self.language == "zh"
                self.say(
                    f"{head}（同样的还有 {count - 1} 处）"
                    if zh
                    else f"{head} ({count - 1} more of this kind)"
                )

    def faults(self, diagnostics: Iterable[Diagnostic]) -> None:
        """What ended a run: told on standard error and, with --json, on standard output."""
        found = in_order(diagnostics)
        self.diagnostics(found)
        self.json({"ok": False, "diagnostics": [as_json(d, self.language) for d in found]})
        errors = sum(d.severity == "error" for d in found)
        mixed = any(d.code in ("output-mixed", "round-stopped", "round-halted") for d in found)
        if self.language == "zh":
            self.say(f"共 {errors} 处错误{'' if mixed else '，没有写出任何文件'}。")
        else:
            self.say(f"{errors} error{'s' if errors != 1 else ''}{'' if mixed else '; nothing was written'}.")

    def unwritten(self, error: OSError) -> None:
        """Standard output could not be written; so may be what tells of it."""
        reason = error.strerror or type(error).__name__
        if self.language == "zh":
            self.say(f"写不了标准输出：{reason}。")
        else:
            self.say(f"standard output cannot be written: {reason}.")

    def usage(self, error: click.ClickException) -> None:
        from generator.cli.usage import told

        context = getattr(error, "ctx", None)
        if context is not None:
            self.say(context.get_usage())
        word = "用法错误" if self.language == "zh" else "usage error"
        what = told(error, self.language)
        self.say(f"{word}: {what}")
        self.json({"ok": False, "usage": what})

    def bug(self, error: Exception) -> None:
        what = f"{type(error).__name__}: {error}"
        if self.language == "zh":
            self.say(
                f"exampaper 内部错误（{what}）。这是程序的缺陷，请连同输入文件一起报告；"
                "EXAMPAPER_DEBUG=1 显示细节。"
            )
        else:
            self.say(
                f"exampaper internal error ({what}). This is a bug: please report it with the input files; "
                "EXAMPAPER_DEBUG=1 shows details."
            )
        self.json({"ok": False, "internal": what})


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, in the order in which files are first spoken of, and by place in each."""
    listed = list(diagnostics)
    files: dict[str, int] = {}
    for diagnostic in listed:
        if diagnostic.location:
            files.setdefault(diagnostic.location.file.name, len(files))

    def place(diagnostic: Diagnostic) -> tuple[int, int, int]:
        where = diagnostic.location
        return (files[where.file.name], where.line, where.column) if where else (len(files), 0, 0)

    return sorted(listed, key=place)


def shown(diagnostic: Diagnostic, language: str) -> str:
    """`FILE:LINE:COLUMN: error[code]: what is wrong`, the line quoted, and how to mend it."""
    from generator.messages import hint, message

    severity = _SEVERITIES[language][diagnostic.severity]
    head = f"{severity}[{diagnostic.code}]: {message(diagnostic, language)}"
    lines = [f"{diagnostic.location}: {head}" if diagnostic.location else head]
    if diagnostic.location and diagnostic.location.quote.strip():
        lines += _quoted(diagnostic)
    mend = hint(diagnostic, language)
    if mend:
        lines.append(f"  {_HINT[language]}: {mend}")
    return "\n".join(lines)


def _quoted(diagnostic: Diagnostic) -> list[str]:
    """The line, and a mark under the column; wide characters take two places in a terminal."""
    import unicodedata

    assert diagnostic.location is not None
    line = diagnostic.location.quote
    column = max(diagnostic.location.column - 1, 0)
    start = max(0, column - MOST_QUOTED // 2) if len(line) > MOST_QUOTED else 0
    part = line[start : start + MOST_QUOTED]
    # What cannot be printed is shown as a dot, so that a quote never changes the terminal.
    clean = "".join(c if c.isprintable() else ("\t" if c == "\t" else "·") for c in part).replace(
        "\t", "    "
    )
    before = "".join(c if c.isprintable() else "·" for c in line[start:column].replace("\t", "    "))
    width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)
    return [f"  | {clean}", f"  | {' ' * width}^"]


def as_json(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    from generator.messages import hint, message

    where = diagnostic.location
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": message(diagnostic, language),
        "hint": hint(diagnostic, language) or None,
        "file": where.file.name if where else None,
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
    }
