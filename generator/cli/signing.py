"""The page that is signed when a run has been verified: what there is, what was checked, who had which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report as Faults
from generator.layout import read_style
from generator.layout.content import say
from generator.model.document import Cell, Document, Fragment, Grid, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.layout import Style
    from generator.model.document import Look, Piece
    from generator.verify import Verdict

_ROLES = ("title", "meta", "section", "box", "table", "table_head", "table_cell", "footer")
_MOST_NAMED = 12  # of those without a paper
_MOST_FAULTS = 6
_MOST_FORMS = 4  # counted apart in the row of a room
_WORDS = {
    "zh": {
        "title": "核验报告",
        "papers": "试卷",
        "papers_said": "{papers} 份，共 {pages} 页",
        "keys": "答案",
        "keys_said": "{keys} 份",
        "candidates": "考生",
        "candidates_said": "{candidates} 人",
        "spares_said": "，备用卷 {spares} 份",
        "missing": "没有试卷",
        "missing_said": "{count} 人：{names}",
        "questions": "不同的试题组合",
        "questions_said": "{distinct} 种",
        "separator": "、",
        "more": "等",
        "checks": "核验结果",
        "present": "一份不缺，一份不多，与记录逐字节相同",
        "matches": "每份试卷与答案逐题、逐分相符",
        "clean": "试卷中没有任何答案",
        "named": "每份试卷印有本人的姓名和号码",
        "yes": "是",
        "no": "否",
        "unsure": "未能核验",
        "faults": "共发现 {count} 处问题，例如：",
        "who": "何人用何卷",
        "columns": ("考场", "卷别", "份数"),
        "forms": "{forms} 种卷别",
        "only": "同一份",
        "own": "每人一卷",
        "several": "{rooms} 个考场",
        "record": "记录的摘要（manifest.json 的 SHA-256）",
        "signed": ("核验人签字", "日期"),
    },
    "en": {
        "title": "Verification Report",
        "papers": "Papers",
        "papers_said": "{papers}, with {pages} pages",
        "keys": "Answer keys",
        "keys_said": "{keys}",
        "candidates": "Candidates",
        "candidates_said": "{candidates}",
        "spares_said": "; {spares} spare papers",
        "missing": "Without a paper",
        "missing_said": "{count}: {names}",
        "questions": "Different sets of questions",
        "questions_said": "{distinct}",
        "separator": ", ",
        "more": " and others",
        "checks": "Result",
        "present": "All files are there, none is extra, each is as recorded to the byte",
        "matches": "Each paper matches its key, question by question and mark by mark",
        "clean": "No paper holds any answer",
        "named": "Each paper shows its candidate’s name and number",
        "yes": "yes",
        "no": "NO",
        "unsure": "not verified",
        "faults": "Faults found: {count}, such as:",
        "who": "Who had which form",
        "columns": ("Room", "Form", "Papers"),
        "forms": "{forms} forms",
        "only": "the same",
        "own": "each their own",
        "several": "{rooms} rooms",
        "record": "Digest of the record (SHA-256 of manifest.json)",
        "signed": ("Verified by", "Date"),
    },
}
# What each line of the result says is not so when one of these was found.
_MATCHING = frozenset(
    ("verify-heading", "verify-marks", "verify-total", "verify-summary", "verify-points",
     "verify-questions", "verify-key-has-more", "verify-inserts", "verify-other-question", "verify-form",
     "verify-formats-differ", "verify-not-in-key", "verify-key-differs",
     "verify-outline", "verify-no-answer", "verify-page-number", "verify-front", "verify-picture")
)  # fmt: skip
_LEAKING = frozenset(
    ("verify-leak", "verify-font", "verify-hidden-text", "verify-foreign-part", "verify-foreign-element",
     "verify-foreign-bytes", "verify-foreign-object", "verify-stray-object")
)  # fmt: skip
# What differs may be an answer, and may be none.
_SUSPECT = frozenset(
    ("verify-picture", "verify-key-differs", "verify-formats-differ", "verify-not-in-key", "verify-questions",
     "verify-front", "verify-outline")
)  # fmt: skip


def page(verdict: Verdict, report: Report, language: str) -> bytes:
    """One page, as PDF, in the language of the papers; in `language` when there are none."""
    from generator.render.pdf import Renderer

    if verdict.titles:
        language = "zh" if any(ord(c) > 0x2E7F for title in verdict.titles for c in title) else "en"
    style = read_style(None, "zh-CN" if language == "zh" else "en", Faults())
    assert style is not None
    for most in range(24, -1, -1):
        rendered = Renderer(_look(style)).render(_document(verdict, report, style, language, most))
        if rendered.pagination.pages == 1:
            break
    return rendered.data


def _look(style: Style) -> Look:
    look = style.paper_look
    texts = {role: look.texts[role] for role in _ROLES if role in look.texts}
    texts["table"] = texts["table"]._replace(indent=0.0)
    return look._replace(digest=f"{look.digest} signing", texts=texts)


def _document(verdict: Verdict, report: Report, style: Style, language: str, most: int) -> Document:
    """`most` is how many rows the table of rooms may have."""
    words: dict[str, str] = _WORDS[language]  # type: ignore[assignment]
    pieces: list[Piece] = [Paragraph("title", say(words["title"]))]
    pieces += [Paragraph("meta", say(title)) for title in _titles(verdict.titles)]
    pieces.append(_table(_counts(verdict, words)))
    pieces.append(Paragraph("section", say(words["checks"])))
    pieces.append(_table(_results(verdict, report, words), last_narrow=True))
    pieces += _faults(report, words, language)
    pieces.append(Paragraph("section", say(words["who"])))
    rows = _places(verdict, words, most)
    columns: Sequence[str] = _WORDS[language]["columns"]
    head = tuple(Cell(say(word), "table_head", "center") for word in columns)
    cells = [tuple(Cell(say(text), "table_cell", "center") for text in row) for row in rows]
    pieces.append(Grid((head, *cells), (3.0, 3.0, 2.0), head=1))
    pieces.append(_table([(words["record"], verdict.digest or "—")]))
    signature: Sequence[str] = _WORDS[language]["signed"]
    row = tuple(cell for word in signature for cell in (Cell(say(word), "box"), Cell((), "box")))
    pieces.append(Grid((row, row), (0.0, 3.0, 0.0, 2.0), row_height=30.0, role="box"))
    return Document(
        look=_look(style),
        title=words["title"],
        body=tuple(Part(Fragment("", (piece,))) for piece in pieces),
    )


def _titles(titles: Sequence[str]) -> list[str]:
    return [*titles[:3], *(["…"] if len(titles) > 3 else [])]


def _counts(verdict: Verdict, words: dict[str, str]) -> list[tuple[str, str]]:
    values = verdict._asdict()
    candidates = words["candidates_said"].format(**values)
    if verdict.spares and verdict.candidates:
        candidates += words["spares_said"].format(**values)
    rows = [
        (words["papers"], words["papers_said"].format(**values)),
        (words["keys"], words["keys_said"].format(**values)),
    ]
    if verdict.candidates:
        rows.append((words["candidates"], candidates))
    if verdict.missing:
        named = words["separator"].join(verdict.missing[:_MOST_NAMED])
        named += words["more"] if len(verdict.missing) > _MOST_NAMED else ""
        rows.append((words["missing"], words["missing_said"].format(count=len(verdict.missing), names=named)))
    return [*rows, (words["questions"], words["questions_said"].format(**values))]


def _results(verdict: Verdict, report: Report, words: dict[str, str]) -> list[tuple[str, str]]:
    """Each promise, and whether it holds. What is in no other group breaks the first."""
    codes = {d.code for d in report.diagnostics if d.severity == "error"}
    unread = bool(verdict.unread or "verify-record" in codes or not verdict.papers)
    rows = [
        ("present", bool(codes - _MATCHING - _LEAKING - {"verify-candidate"}), False),
        ("matches", bool(codes & _MATCHING), unread),
        ("clean", bool(codes & _LEAKING), unread or bool(codes & _SUSPECT)),
    ]
    if verdict.names:
        rows.append(("named", "verify-candidate" in codes, unread))
    return [(words[name], words["no" if bad else "unsure" if open_ else "yes"]) for name, bad, open_ in rows]


def _faults(report: Report, words: dict[str, str], language: str) -> list[Piece]:
    from generator.messages import message

    errors = [d for d in report.diagnostics if d.severity == "error"]
    if not errors:
        return []
    lines = [f"{d.location}：{message(d, language)}" if d.location else message(d, language) for d in errors]
    said = [words["faults"].format(count=len(errors)), *(_short(line) for line in lines[:_MOST_FAULTS])]
    return [Paragraph("table_cell", say(_printable(line))) for line in said]


def _short(line: str) -> str:
    return line if len(line) <= 90 else f"{line[:90]}…"


def _printable(line: str) -> str:
    """What any font has: a damaged file may say anything."""
    return "".join(
        c
        if c.isprintable() and (c.isascii() or "\u4e00" <= c <= "\u9fa5" or c in "，。：；“”（）、…")
        else "?"
        for c in line
    )


def _places(verdict: Verdict, words: dict[str, str], most: int) -> list[tuple[str, str, str]]:
    """Room, form and number, by room and form; by room, when these are too many; else by form, and at last all in one."""
    own = verdict.distinct > 1 and all(count == 1 for _, count in verdict.forms) and verdict.candidates > 1

    def form(name: str) -> str:
        return name or words["only"]

    rooms: dict[str, list[tuple[str, int]]] = {}
    for room, name, count in verdict.places:
        rooms.setdefault(room, []).append((name, count))
    many = words["own"] if own else words["forms"].format(forms=len(verdict.forms))
    by_both = [(room or "—", form(name), str(count)) for room, name, count in verdict.places]
    by_room = []
    for room, held in rooms.items():
        each = words["separator"].join(f"{form(name)} {count}" for name, count in held)
        few = not own and len(held) <= _MOST_FORMS
        by_room.append((room or "—", each if few else many, str(sum(count for _, count in held))))
    all_rooms = words["several"].format(rooms=len(rooms))
    by_form = [(all_rooms, form(name), str(count)) for name, count in verdict.forms]
    in_one = [(all_rooms, many, str(sum(count for _, _, count in verdict.places)))]
    choices = [by_room, in_one] if own else [by_both, by_room, by_form, in_one]
    return next((rows for rows in choices if len(rows) <= most), in_one)


def _table(rows: Sequence[tuple[str, str]], last_narrow: bool = False) -> Grid:
    cells = tuple(
        (
            Cell(say(name), "table_cell", "left"),
            Cell(say(value), "table_cell", "center" if last_narrow else "left"),
        )
        for name, value in rows
    )
    return Grid(cells, (5.0, 1.0) if last_narrow else (2.0, 5.0))
