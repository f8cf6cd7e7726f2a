"""The account of an import for people: a line a question and what is to be said of it, what was left out, the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.console import shown
from generator.exchange.words import field_words, told, value_words
from generator.messages import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.cli.console import Console
    from generator.exchange.bring_in import Brought
    from generator.exchange.intake import Origin
    from generator.exchange.matching import Entry
    from generator.exchange.merge import Placed
    from generator.exchange.yaml import Tree

WORDS = {
    "added": ("新增", "added"),
    "updated": ("更新", "updated"),
    "unchanged": ("未变", "unchanged"),
    "repeated": ("重复，未加", "repeated, not added"),
    "alike": ("相似，未加", "alike, not added"),
    "taken": ("编号已用，未加", "id in use, not added"),
    "of": ("与 {other} 相同", "the same as {other}"),
    "near": ("与 {other} 有 {alike:.0f}% 相同", "{alike:.0f}% the same as {other}"),
    "inferred": ("推断", "inferred"),
    "doubt": ("待核", "to check"),
    "left-out": ("没有收入题库的文字：", "Not in the bank:"),
    "change": ("{field}：“{old}” → “{new}”", "{field}: “{old}” → “{new}”"),
    "differs": (
        "{field}：题库里是“{old}”，文件里是“{new}”",
        "{field}: “{old}” in the bank, “{new}” in the file",
    ),
    "absent": (
        "题库中有 {count} 题不在读入的文件里，没有改动：{ids}",
        "questions of the bank that none of the files has, left as they are ({count}): {ids}",
    ),
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
    "strict": (
        "有拿不准的地方，什么也没有写：{which}",
        "Something is uncertain; nothing was written: {which}",
    ),
    "open": ("{count} 处要由人填写，已在题库中注明：", "To be filled in, named in the bank ({count}):"),
    "open-strict": ("{count} 处要由人填写：", "To be filled in ({count}):"),
    "waiting": (
        "有 {count} 题没有加：看过确实不同的话，用 --similar 作为新题加入；是同一道题的话，用 --update 编号 更新题库里的那道",
        "questions that were not added: {count}; if they are others, --similar adds them; if not, --update ID writes "
        "one into the bank's question ID",
    ),
    "next": ("下一步：", "Next:"),
}
LIKELY = 0.9  # confidence from which on a question is likely as it should be
UNSURE = 0.6
_BESIDE = ("marks", "fixed", "numbering")  # fields that say something of the others beside them
_WORDS = 16  # characters of a stem by which its question is found
_MOST = 10  # ids that are listed
_LONGEST, _BEFORE = 40, 10  # characters of a text that is shown, and of them before what differs


def some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")


def tell(console: Console, brought: Brought, column: int, *, written: bool) -> None:
    for (origin, placed), entry in zip(brought.placed, brought.incoming, strict=True):
        console.result(_question(origin, placed, entry, console.language))
        for line in _differences(placed, console.language):
            console.result(f"    {line}")
        for kind, said in (("inferred", origin.inferred), ("doubt", origin.doubts)):
            for diagnostic in said:
                console.result(f"    {WORDS[kind][column]}: {told(diagnostic, console.language)}")
    if brought.left_out:
        console.result(WORDS["left-out"][column])
        for left in brought.left_out:
            console.result(f"  {left.location}: {phrase(left.why, console.language)}: {_short(left.text)}")
    if not brought.placed:
        return
    console.result(_summary(brought, column))
    if brought.absent:
        console.result(WORDS["absent"][column].format(count=len(brought.absent), ids=some(brought.absent)))
    if overwritten := sum(placed.overwrites for _, placed in brought.placed):
        console.say(WORDS["overwritten"][column].format(count=overwritten))
    if waiting := sum(placed.waits for _, placed in brought.placed):
        console.say(WORDS["waiting"][column].format(count=waiting))
    if brought.open:
        console.say(WORDS["open" if written else "open-strict"][column].format(count=len(brought.open)))
        for diagnostic in brought.open:
            console.say(shown(diagnostic, console.language))


def _question(origin: Origin, placed: Placed, entry: Entry, language: str) -> str:
    """`cs.001  interview.docx:12-18  “顾客收到的杯子碎了…”  added  stem answer points  95%`."""
    column = 0 if language == "zh" else 1
    last = f"-{origin.last.line}" if origin.last.line > origin.first.line else ""
    stem = in_a_line(entry.get("stem"))
    said = [
        placed.id or "-",
        f"{origin.first.file.name}:{origin.first.line}{last}",
        f"“{stem[:_WORDS]}{'…' if len(stem) > _WORDS else ''}”" if stem else "",
        WORDS[placed.action][column],
    ]
    if placed.action == "alike":
        said.append(WORDS["near"][column].format(other=placed.other, alike=placed.alike))
    elif placed.action == "repeated":
        said.append(WORDS["of"][column].format(other=placed.other))
    fields = (
        origin.recognised
        if placed.waits
        else [change.field for change in placed.changes] or origin.recognised
    )
    said += [" ".join(field_words(field, language) for field in fields), f"{origin.confidence:.0%}"]
    return "  ".join(part for part in said if part)


def _differences(placed: Placed, language: str) -> Iterator[str]:
    """What an update has overwritten; of a question that waits all in which it and the bank's differ."""
    column = 0 if language == "zh" else 1
    for change in placed.changes:
        if change.old or placed.waits:
            old, new = told_apart(
                *(
                    in_a_line(value_words(change.field, value, language), language)
                    for value in (change.old, change.new)
                )
            )
            words = WORDS["differs" if placed.waits else "change"][column]
            yield words.format(field=field_words(change.field, language), old=old, new=new)


def in_a_line(value: Tree | None, language: str = "") -> str:
    """The texts of a value in one line, marks and the like in brackets behind them."""
    if isinstance(value, dict):
        words = "；".join(in_a_line(said, language) for name, said in value.items() if name not in _BESIDE)
        more = "，".join(
            field_words(name, language) if said == "true" else in_a_line(said)
            for name, said in value.items()
            if name in _BESIDE
        )
        return f"{words}（{more}）" if more else words
    if isinstance(value, list):
        return "；".join(in_a_line(said, language) for said in value)
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
        kept=sum(actions.count(action) for action in ("alike", "taken", "repeated")),
        sure=sum(c >= LIKELY for c in sure),
        likely=sum(UNSURE <= c < LIKELY for c in sure),
        unsure=sum(c < UNSURE for c in sure),
    )
