"""Which column is what: headers in Chinese or English, as people write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from generator.candidates.candidate import CALLED, FIELDS
from generator.candidates.characters import visible
from generator.diagnostics import Phrase

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from generator.diagnostics import Report
    from generator.office.table import Row, Table

MAX_COLUMNS = 1000
WITHIN = 10  # rows from the top

HEADERS = {  # the first is what a hint proposes
    "id": "考号 准考证号 准考证号码 准考证编号 准考证 考生号 考生编号 考生号码 考试号 编号 候选人编号 应聘编号 应聘者编号 报名号"
    " 报名编号 报名序号 抽签号 抽签编号 抽签序号 抽签顺序号 id candidateid candidateno candidatenumber examno examnumber"
    " examid admissionno admissionnumber registrationno registrationnumber applicantid applicationno number",
    "name": "姓名 名字 考生姓名 候选人姓名 应聘者姓名 应聘人姓名 应聘人 应聘者 候选人 考生 中文姓名 name fullname candidate"
    " candidatename applicant applicantname",
    "post": "应聘岗位 应聘职位 报考职位 报考岗位 职位 岗位 岗位名称 职位名称 应聘岗位名称 应聘职位名称 报考岗位名称 报考职位名称"
    " 竞聘岗位 竞聘职位 招聘岗位 招聘职位 报名岗位 报名职位 申请岗位 申请职位 面试岗位 面试职位 post position job jobtitle"
    " role vacancy",
    "department": "部门 应聘部门 用人部门 报考部门 所属部门 招聘部门 部门名称 department dept",
    "room": "考场 考场号 考场编号 考场名称 考场序号 试室 试室号 面试室 面试室号 考室 考室号 room roomno roomnumber examroom hall",
    "seat": "座位号 座位 座号 坐号 座位编号 座次 座次号 考位 考位号 机位 机位号 seat seatno seatnumber",
    "session": "场次 组别 面试时间 考试时间 批次 考试场次 面试场次 面试组别 面试批次 考试批次 时段 session group slot time"
    " examtime",
    "date": "日期 考试日期 面试日期 笔试日期 date examdate",
    "variant": "卷别 试卷类型 试卷类别 试卷别 卷型 卷种 ab卷 variant form papertype paperform",
}
IDENTITY = (  # an id only where there is no other
    "身份证号 身份证号码 身份证 身份证件号 身份证件号码 居民身份证号 居民身份证号码 公民身份号码 证件号 证件号码 idcard"
    " idcardno idnumber idcardnumber identitynumber identitynumbers"
)

SECOND = {  # headers that mean a field only where no other does
    "id": IDENTITY,
    "room": "教室 教室号 考试教室 classroom",
    "post": "职务 应聘职务 报考职务 竞聘职务",
}

_FIELDS = {header: field for field, headers in HEADERS.items() for header in headers.split()}
_IDENTITY = frozenset(IDENTITY.split())
_SECOND = {header: field for field, headers in SECOND.items() for header in headers.split()}
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_SIGNS = re.compile(r"[\s\W_]+")
_PARTED = re.compile(r"[\s|,;，；、]+")  # what people separate by that is not a cell


class Columns(NamedTuple):
    """The row of headers: what is written over each column, and the field it is, empty for others.

    A column without a header has none of both.
    """

    line: int
    headers: tuple[str, ...]
    fields: tuple[str, ...]


@lru_cache(maxsize=1024)
def plain(header: str) -> str:
    """A header without what does not matter: width, case, spaces, signs, a remark in brackets."""
    folded = normalize("NFKC", header[:100]).casefold()
    return _SIGNS.sub("", _NOTE.sub("", folded)) or _SIGNS.sub("", folded)


def is_identity_header(header: str) -> bool:
    """Whether the numbers below it are identity numbers."""
    return plain(header) in _IDENTITY


def field_of(header: str) -> str:
    """The field a header names, empty for none."""
    name = plain(header)
    return _FIELDS.get(name, "") or _SECOND.get(name, "")


def most_known(rows: Iterable[Sequence[str]]) -> int:
    """The number of known headers in that of the first rows which has the most."""
    most = 0
    for _, cells in zip(range(WITHIN), filter(any, rows), strict=False):
        most = max(most, len(set(map(field_of, cells)) - {""}))
    return most


def read_headers(table: Table, report: Report) -> tuple[Columns, int] | None:
    """The columns, and how many rows are above the first candidate; None when there are no headers."""
    at = _header_row(table.rows)
    if at is None:
        _tell_none(table, report)
        return None
    line, cells = table.rows[at]
    if any(map(str.strip, cells[MAX_COLUMNS:])):
        report.error("too-many-columns", table.place(line, 0, ""), "delete-columns", limit=MAX_COLUMNS)
        return None
    for row in table.rows[:at]:
        if not _has_headers(row):
            report.note("title-row", table.place(row.line, 0, ""), line=row.line)
    headers = tuple([visible(cell) for cell in cells[:MAX_COLUMNS]])
    fields = _fields(headers)
    columns = Columns(line, headers, fields)
    _tell_twice(columns, table, report)
    _tell_missing(columns, table, report)
    _tell_unnamed(columns, table, at + 1, report)
    return columns, at + 1


def _tell_none(table: Table, report: Report) -> None:
    for row in table.rows[:WITHIN]:
        parted = {field_of(part) for cell in row.cells for part in _PARTED.split(cell)}
        if len(parted - {""}) > 1:
            report.error("headers-in-one", table.place(row.line, 0, ""), "separate-cells")
            return
    first = table.rows[0].line if table.rows else 0
    report.error("no-headers", table.place(first, 0, "") if first else table.whole, "headers-first")


def _fields(headers: tuple[str, ...]) -> tuple[str, ...]:
    fields = tuple(map(field_of, headers))
    first = {_FIELDS.get(plain(header), "") for header in headers}
    return tuple(
        "" if plain(header) in _SECOND and field in first else field
        for header, field in zip(headers, fields, strict=True)
    )


def has_headers(rows: list[Row]) -> bool:
    """Whether one of the first rows has both id and name."""
    return any(map(_has_headers, rows[:WITHIN]))


def _has_headers(row: Row) -> bool:
    return {"id", "name"} <= set(map(field_of, row.cells))


def _header_row(rows: list[Row]) -> int | None:
    """The row that has both id and name, the last one where a tall header fills several; else the best there is."""
    top = rows[:WITHIN]
    for at, row in enumerate(top):
        if _has_headers(row):
            while at + 1 < len(top) and _has_headers(top[at + 1]):
                at += 1
            return at
    known = [len(set(map(field_of, row.cells)) - {""}) for row in top]
    return known.index(max(known)) if any(known) else None


def _tell_twice(columns: Columns, table: Table, report: Report) -> None:
    seen: dict[str, str] = {}
    for column, (header, field) in enumerate(zip(columns.headers, columns.fields, strict=True)):
        if not header:
            continue
        key = field or f"={header}"
        if key in seen:
            place = table.place(columns.line, column, "")
            if seen[key] == header:
                report.error("header-twice", place, "rename-one", header=header)
            else:
                report.error("field-twice", place, "rename-column", first=seen[key], second=header)
        seen.setdefault(key, header)


def _tell_unnamed(columns: Columns, table: Table, above: int, report: Report) -> None:
    """Columns with something in them and nothing over it."""
    unnamed = [column for column, header in enumerate(columns.headers) if not header]
    for column in unnamed:
        row = next((row for row in table.rows[above:] if _filled(row, column)), None)
        if row is not None:
            report.warning(
                "column-unnamed", table.place(row.line, column, ""), "name-column", column=column + 1
            )


def _filled(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column].strip())


def _tell_missing(columns: Columns, table: Table, report: Report) -> None:
    there = {_FIELDS[name] for name in map(plain, columns.headers) if name in _FIELDS}
    proposed: set[int] = set()  # each column means one field at most
    for field in FIELDS:
        if field in there:
            continue
        found = _meant(field, columns, there, proposed)
        proposed |= set() if found is None else {found}
        place = table.place(columns.line, found or 0, "")
        words = _proposal(field, columns.headers[found]) if found is not None else HEADERS[field].split()[0]
        if field in ("id", "name") and field not in columns.fields:
            written = columns.headers[found] if found is not None else ""
            hint = "rename-header" if written else "add-column"
            called = (Phrase(CALLED[field], {}),)
            report.error("missing-column", place, hint, called=called, header=words, written=written)
        elif found is not None:
            report.warning(
                "header-like", place, "rename-header", written=columns.headers[found], header=words
            )


def _meant(field: str, columns: Columns, there: Iterable[str], proposed: Container[int]) -> int | None:
    """The column whose header is one slip away from one of `field`, and from none of the fields that are `there`."""
    known = HEADERS[field].split()
    others = [header for other in there for header in HEADERS[other].split()]
    shortest = 2 if field in ("id", "name") else 3
    for column, (header, taken) in enumerate(zip(columns.headers, columns.fields, strict=True)):
        name = plain(header)
        if taken or column in proposed or len(name) < shortest:
            continue
        if any(_one_slip(name, each) for each in known) and not any(_one_slip(name, each) for each in others):
            return column
    return None


def _proposal(field: str, header: str) -> str:
    return next(other for other in HEADERS[field].split() if _one_slip(plain(header), other))


def _one_slip(written: str, known: str) -> bool:
    """One character changed, left out or added, or two exchanged."""
    short, long = sorted((written, known), key=len)
    if written == known or len(long) - len(short) > 1 or len(short) < 2:
        return False
    if len(short) < len(long):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    wrong = [at for at in range(len(long)) if short[at] != long[at]]
    return len(wrong) == 1 or (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and short[wrong[0]] == long[wrong[1]]
        and short[wrong[1]] == long[wrong[0]]
    )
