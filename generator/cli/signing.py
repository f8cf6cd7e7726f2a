"""The page that is signed when a run has been verified: what there is, what was checked, who had which form."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.cli.promises import examples, results
from generator.cli.spelling import rendered
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

_Place = tuple[str, str, str]  # room, form, number
_ROLES = ("title", "meta", "section", "box", "table", "table_head", "table_cell", "footer")
_FAULTS = (16, 12, 8, 4, 1)  # as many as fit
_MOST_ROWS = 24  # of the table of rooms
_MOST_TITLES = 6
_NAMED = 90  # characters of the names of those without a paper
_MOST_FORMS = 4  # counted apart in the row of a room
_LONGEST = 36  # Han characters of a title or a sitting
_WORDS = {
    "zh": {
        "title": "核验报告",
        "papers": "试卷",
        "papers_said": "{papers} 份，共 {pages} 页",
        "keys": "答案",
        "keys_said": "{keys} 份",
        "candidates": "考生",
        "candidates_said": "{candidates} 人",
        "spares_said": "，另有备用卷 {spares} 份",
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
        "printed": "合订的卷子、签到表、试卷清单与试卷相符",
        "yes": "是",
        "no": "否",
        "unsure": "未能核验",
        "faults": "发现 {count} 处问题：",
        "rest": "……另有 {count} 处，见核验时的输出。",
        "who": "何人用何卷",
        "columns": ("考场", "卷别", "份数"),
        "columns_dated": ("考场、日期、场次", "卷别", "份数"),
        "forms": "{forms} 种卷别",
        "only": "同一份",
        "own": "每人一卷",
        "several": "{rooms} 个考场",
        "listed": "各考场、各人用的卷别见试卷清单。",
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
        "spares_said": "; spare papers: {spares}",
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
        "printed": "Bound papers and keys, attendance sheets and the list agree with the papers",
        "yes": "yes",
        "no": "NO",
        "unsure": "not verified",
        "faults": "Faults found: {count}",
        "rest": "… and {count} more, as the command has listed.",
        "who": "Who had which form",
        "columns": ("Room", "Form", "Papers"),
        "columns_dated": ("Room, date, session", "Form", "Papers"),
        "forms": "{forms} forms",
        "only": "the same",
        "own": "each their own",
        "several": "{rooms} rooms",
        "listed": "The list of papers has the form of each room and candidate.",
        "record": "Digest of the record (SHA-256 of manifest.json)",
        "signed": ("Verified by", "Date"),
    },
}


def page(verdict: Verdict, report: Report, language: str) -> bytes:
    """One page, as PDF, in the language of the papers; in `language` when there are none."""
    if verdict.titles:
        language = "zh" if any(ord(c) > 0x2E7F for title in verdict.titles for c in title) else "en"
    style = read_style(None, "zh-CN" if language == "zh" else "en", Faults())
    assert style is not None
    words: dict[str, str] = _WORDS[language]  # type: ignore[assignment]
    for most, rows in product(_FAULTS, _places(verdict, words)):  # the first that fits; the last is short
        made = rendered(_document(verdict, report, style, language, rows, most))
        if made.pagination.pages == 1:
            break
    return made.data


def _look(style: Style) -> Look:
    look = style.paper_look
    texts = {role: look.texts[role] for role in _ROLES if role in look.texts}
    texts["table"] = texts["table"]._replace(indent=0.0)
    return look._replace(digest=f"{look.digest} signing", texts=texts)


def _document(
    verdict: Verdict, report: Report, style: Style, language: str, places: Sequence[_Place], most: int
) -> Document:
    """With at `most` so many faults."""
    words: dict[str, str] = _WORDS[language]  # type: ignore[assignment]
    pieces: list[Piece] = [Paragraph("title", say(words["title"]))]
    pieces += [Paragraph("meta", say(title)) for title in _titles(verdict.titles)]
    pieces.append(_table(_counts(verdict, words)))
    pieces.append(Paragraph("section", say(words["checks"])))
    answers = [(words[name], words[answer]) for name, answer in results(verdict, report).items()]
    pieces.append(_table(answers, last_narrow=True))
    pieces += [Paragraph("table_cell", say(line)) for line in _faults(report, words, language, most)]
    pieces.append(Paragraph("section", say(words["who"])))
    columns: Sequence[str] = _WORDS[language]["columns" if len(_telling(verdict)) == 1 else "columns_dated"]
    head = tuple(Cell(say(word), "table_head", "center") for word in columns)
    cells = [tuple(Cell(say(text), "table_cell", "center") for text in place) for place in places]
    pieces.append(Grid((head, *cells), (3.0, 4.0, 1.0), head=1))
    if len(verdict.places) > len(places):
        pieces.append(Paragraph("table_cell", say(words["listed"])))
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
    more = len(titles) > _MOST_TITLES
    return [*map(_cut, titles[: _MOST_TITLES - more]), *(["…"] if more else [])]


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
        named = words["separator"].join(verdict.missing)
        if len(named) > _NAMED:
            named = (named[:_NAMED].rpartition(words["separator"])[0] or named[:_NAMED]) + words["more"]
        rows.append((words["missing"], words["missing_said"].format(count=len(verdict.missing), names=named)))
    return [*rows, (words["questions"], words["questions_said"].format(**values))]


def _faults(report: Report, words: dict[str, str], language: str, most: int) -> list[str]:
    count = sum(d.severity == "error" for d in report.diagnostics)
    if not count:
        return []
    shown = examples(report, most, language)
    rest = [words["rest"].format(count=count - len(shown))] if count > len(shown) else []
    return [words["faults"].format(count=count), *shown, *rest]


def _places(verdict: Verdict, words: dict[str, str]) -> list[list[_Place]]:
    """Room, form and number, by sitting and form; by sitting; by form; all in one. Those too many are left out."""
    own = verdict.distinct > 1 and all(count == 1 for _, count in verdict.forms) and verdict.candidates > 1

    def form(name: str) -> str:
        return _cut(name) or words["only"]

    sittings: dict[str, list[tuple[str, int]]] = {}
    shown = _telling(verdict)
    for place in verdict.places:
        where = " ".join(filter(None, (place[:3][k] for k in shown)))
        sittings.setdefault(_cut(where) or "—", []).append((place.form, place.papers))
    many = words["own"] if own else words["forms"].format(forms=len(verdict.forms))
    by_both = [(where, form(name), str(count)) for where, held in sittings.items() for name, count in held]
    by_sitting = []
    for where, held in sittings.items():
        each = words["separator"].join(f"{form(name)} {count}" for name, count in held)
        few = not own and len(held) <= _MOST_FORMS
        by_sitting.append((where, each if few else many, str(sum(count for _, count in held))))
    rooms = {place.room for place in verdict.places}
    everywhere = next(iter(sittings)) if len(sittings) == 1 else words["several"].format(rooms=len(rooms))
    by_form = [(everywhere, form(name), str(count)) for name, count in verdict.forms]
    in_one = [(everywhere, many, str(sum(place.papers for place in verdict.places)))]
    choices = [by_sitting] if own else [by_both, by_sitting, by_form]
    return [*(rows for rows in choices if len(rows) <= _MOST_ROWS), in_one]


def _telling(verdict: Verdict) -> list[int]:
    """What tells sittings apart: the room; date and session, where there are several."""
    return [k for k in range(3) if k == 0 or len({place[k] for place in verdict.places}) > 1]


def _cut(text: str) -> str:
    """At most as wide as so many Han characters."""
    room = 2 * _LONGEST
    for at, c in enumerate(text):
        room -= 1 + (east_asian_width(c) in "WF")
        if room < 0:
            return f"{text[:at]}…"
    return text


def _table(rows: Sequence[tuple[str, str]], last_narrow: bool = False) -> Grid:
    cells = tuple(
        (
            Cell(say(name), "table_cell", "left"),
            Cell(say(value), "table_cell", "center" if last_narrow else "left"),
        )
        for name, value in rows
    )
    return Grid(cells, (5.0, 1.0) if last_narrow else (2.0, 5.0))
