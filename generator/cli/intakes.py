"""What `exampaper import` did, line by line: each question, what was left out, and what a person must do."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import as_json, shown
from generator.cli.writing import write_whole
from generator.messages import message, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic
    from generator.exchange.bring_in import Brought, Wish
    from generator.exchange.intake import LeftOut, Origin
    from generator.exchange.merge import Placed
    from generator.exchange.yaml import Tree

WORDS = {
    "added": ("新增", "added"),
    "updated": ("更新", "updated"),
    "unchanged": ("未变", "unchanged"),
    "repeated": ("重复，未加", "repeated, not added"),
    "alike": ("相似，未加", "alike, not added"),
    "of": ("与 {other} 相同", "the same as {other}"),
    "near": ("与 {other} 有 {alike:.0f}% 相同", "{alike:.0f}% the same as {other}"),
    "inferred": ("推断", "inferred"),
    "doubt": ("待核", "to check"),
    "left-out": ("没有收入题库的文字：", "Not in the bank:"),
    "sure": ("{percent}%", "{percent}%"),
    "change": ("{field}：“{old}” → “{new}”", "{field}: “{old}” → “{new}”"),
    "overwritten": (
        "题库中原有的文字有 {count} 题被改，见上面的“旧” → “新”",
        "what the bank said was changed in these questions: {count}; see “old” → “new” above",
    ),
    "summary": (
        "{count} 道题：新增 {added}，更新 {updated}，未变 {unchanged}，未加 {kept}；把握：{sure} 道确定，{likely} 道大致，"
        "{unsure} 道存疑",
        "Questions: {count}; {added} added, {updated} updated, {unchanged} unchanged, {kept} not added; "
        "{sure} certain, {likely} likely, {unsure} doubtful",
    ),
    "written": ("已写入 {out}（题库编号 {bank}）", "Written to {out} (the bank {bank})"),
    "nothing": ("没有读出题目，什么也没有写。", "No questions were found; nothing was written."),
    "strict": ("有拿不准的地方，什么也没有写。", "Something is uncertain; nothing was written."),
    "open": ("{count} 处要由人填写，已在题库中注明：", "To be filled in, named in the bank ({count}):"),
    "open-strict": ("{count} 处要由人填写：", "To be filled in ({count}):"),
    "similar": (
        "没有加的相似题，看过确实不同的话，用 --similar 加入",
        "questions that are alike were not added; --similar adds them",
    ),
    "next": ("下一步：", "Next:"),
}
LIKELY = 0.9  # confidence from which on a question is likely as it should be
UNSURE = 0.6
_LONGEST, _BEFORE = 40, 10  # characters of a text that is shown, and of them before what differs


def take_in(console: Console, wish: Wish, strict: bool) -> None:
    """Read, tell, write. Exit 1: nothing was found, or `strict` and something is uncertain."""
    from generator.diagnostics import Report
    from generator.exchange.bring_in import bring_in

    report = Report()
    brought = bring_in(wish, report)
    column = 0 if console.language == "zh" else 1
    console.diagnostics(report.diagnostics)
    uncertain = _uncertain(brought)
    refused = not brought.placed or (strict and uncertain)
    if not refused:
        write_whole(wish.out.parent, {**brought.pictures, wish.out.name: brought.text.encode()})
    _tell(console, brought, column, written=not refused)
    console.json(_json(console, wish, brought, report.diagnostics, written=not refused))
    if refused:
        console.say(WORDS["strict" if brought.placed else "nothing"][column])
        raise click.exceptions.Exit(1)
    console.result(WORDS["written"][column].format(out=wish.out, bank=brought.bank))
    console.result(f"{WORDS['next'][column]} {shlex.join(['exampaper', 'check', str(wish.out)])}")


def _uncertain(brought: Brought) -> bool:
    return bool(brought.open) or any(
        origin.confidence < 1 or origin.doubts or placed.action == "alike" or placed.overwrites
        for origin, placed in brought.placed
    )


def _tell(console: Console, brought: Brought, column: int, *, written: bool) -> None:
    for origin, placed in brought.placed:
        console.result(_question(origin, placed, column))
        for change in placed.changes:
            if change.old:
                old, new = told_apart(_said(change.old), _said(change.new))
                console.result(f"    {WORDS['change'][column].format(field=change.field, old=old, new=new)}")
        for kind, said in (("inferred", origin.inferred), ("doubt", origin.doubts)):
            for diagnostic in said:
                console.result(f"    {WORDS[kind][column]}: {message(diagnostic, console.language)}")
    left_out = [left for intake in brought.intakes for left in intake.left_out]
    if left_out:
        console.result(WORDS["left-out"][column])
        for left in left_out:
            console.result(f"  {left.location}: {phrase(left.why, console.language)}: {_short(left.text)}")
    if not brought.placed:
        return
    console.result(_summary(brought, column))
    if overwritten := sum(placed.overwrites for _, placed in brought.placed):
        console.say(WORDS["overwritten"][column].format(count=overwritten))
    if any(placed.action == "alike" for _, placed in brought.placed):
        console.say(WORDS["similar"][column])
    if brought.open:
        console.say(WORDS["open" if written else "open-strict"][column].format(count=len(brought.open)))
        for diagnostic in brought.open:
            console.say(shown(diagnostic, console.language))


def _question(origin: Origin, placed: Placed, column: int) -> str:
    """`cs.001  interview.docx:12-18  added  stem answer points  95%`."""
    last = f"-{origin.last.line}" if origin.last.line > origin.first.line else ""
    where = f"{origin.first.file.name}:{origin.first.line}{last}"
    said = [placed.id or "-", where, WORDS[placed.action][column]]
    if placed.action in ("alike", "repeated"):
        word = "of" if placed.action == "repeated" else "near"
        said.append(WORDS[word][column].format(other=placed.other, alike=placed.alike))
    said += [
        " ".join([change.field for change in placed.changes] or origin.recognised),
        f"{origin.confidence:.0%}",
    ]
    return "  ".join(part for part in said if part)


def _said(value: Tree | None) -> str:
    """The texts of a value in one line."""
    if isinstance(value, dict):
        return "；".join(map(_said, value.values()))
    if isinstance(value, list):
        return "；".join(map(_said, value))
    return " ".join((value or "").split())


def told_apart(old: str, new: str) -> tuple[str, str]:
    """Two texts shortened so that where they begin to differ is seen."""
    same = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = same - _BEFORE if same > _LONGEST - _BEFORE else 0
    return _from(old, start), _from(new, start)


def _from(text: str, start: int) -> str:
    part = text[start : start + _LONGEST]
    return f"{'…' if start else ''}{part}{'…' if start + _LONGEST < len(text) else ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _summary(brought: Brought, column: int) -> str:
    actions = [placed.action for _, placed in brought.placed]
    sure = [origin.confidence for origin, _ in brought.placed]
    return WORDS["summary"][column].format(
        count=len(actions),
        added=actions.count("added"),
        updated=actions.count("updated"),
        unchanged=actions.count("unchanged"),
        kept=actions.count("alike") + actions.count("repeated"),
        sure=sum(c >= LIKELY for c in sure),
        likely=sum(UNSURE <= c < LIKELY for c in sure),
        unsure=sum(c < UNSURE for c in sure),
    )


def _json(
    console: Console, wish: Wish, brought: Brought, mended: Sequence[Diagnostic], *, written: bool
) -> dict[str, Any]:
    def told(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
        return [as_json(diagnostic, console.language) for diagnostic in diagnostics]

    return {
        "ok": written,
        "out": str(wish.out) if written else None,
        "bank": brought.bank if written else None,
        "pictures": sorted(brought.pictures) if written else [],
        "questions": [
            {
                "id": placed.id or None,
                "file": origin.first.file.name,
                "first": origin.first.line,
                "last": origin.last.line,
                "action": placed.action,
                "changed": [change.field for change in placed.changes],
                "overwritten": [
                    {"field": change.field, "old": _said(change.old), "new": _said(change.new)}
                    for change in placed.changes
                    if change.old
                ],
                "like": placed.other or None,
                "recognised": list(origin.recognised),
                "inferred": told(origin.inferred),
                "doubts": told(origin.doubts),
                "confidence": origin.confidence,
            }
            for origin, placed in brought.placed
        ],
        "left_out": [
            _left_out(left, console.language) for intake in brought.intakes for left in intake.left_out
        ],
        "open": told(brought.open),
        "diagnostics": told(mended),
    }


def _left_out(left: LeftOut, language: str) -> dict[str, Any]:
    return {
        "file": left.location.file.name,
        "line": left.location.line or None,
        "text": left.text,
        "why": phrase(left.why, language),
    }
