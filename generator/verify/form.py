"""A paper or key against its line in forms.jsonl: sections, questions, marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.verify.marks import (
    adds_up,
    heading_says,
    levels_right,
    said_marks,
    shares_right,
    total_said,
)
from generator.verify.reading import Fault, Part, cut, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.verify.record import Row, Section

_SUMS = re.compile(r"(?:合计|Total)(\d[\d.]*)")  # the last row of a summary, squeezed
_TELLING = 24  # characters of a stem that tell it from others


def classified(parts: Sequence[Part], row: Row) -> list[Part] | None:
    """The parts, each with its kind; None when there are not as many questions and sections as the row says.

    The styles of a DOCX tell the kind. The outline of a PDF does not; there a paper has all questions, behind a
    heading for each section or none.
    """
    counts = [section.count for section in row.sections]
    plain = ["question"] * sum(counts)
    headed = [kind for count in counts for kind in ("section", *["question"] * count)]
    kinds = [part.kind for part in parts if part.kind != "other"]
    if any(kinds):
        return [part for part in parts if part.kind != "other"] if kinds in (plain, headed) else None
    for wanted in (headed, plain):
        if len(parts) == len(wanted):
            return [part._replace(kind=kind) for part, kind in zip(parts, wanted, strict=True)]
    return None


def by_section(parts: Sequence[Part], row: Row) -> list[tuple[Section, Part | None, list[Part]]]:
    """Each section with its heading, if it has one, and its questions."""
    waiting = list(parts)
    found = []
    for section in row.sections:
        heading = waiting.pop(0) if waiting and waiting[0].kind == "section" else None
        found.append((section, heading, waiting[: section.count]))
        del waiting[: section.count]
    return found


def paper_faults(front: str, parts: Sequence[Part], row: Row) -> list[Fault]:
    """What a paper, whose parts are classified, says otherwise than its row."""
    faults: list[Fault] = []
    totals = total_said(front)
    if row.total is not None and totals and row.total not in totals:
        faults.append(Fault("verify-total-said", {"said": _plain(totals[0]), "total": _plain(row.total)}))
    for section, heading, questions in by_section(parts, row):
        if heading is not None:
            first, title = heading.title, squeezed(section.title)
            short = first.endswith("…")  # as a long one stands in an outline
            if title not in heading.text or not (
                short or heading_says(first, title, section.count, section.marks)
            ):
                faults.append(Fault("verify-heading", {"said": cut(first, 40), "section": section.title}))
        closing = [_last(said_marks(question.text)) for question in questions]
        # Where the style prints no marks, what looks like them is the author's.
        if section.marks in closing:
            for number, (mark, question) in enumerate(zip(closing, questions, strict=True), 1):
                if mark != section.marks:
                    values = {"number": number, "section": section.title, "marks": _plain(section.marks)}
                    faults.append(Fault("verify-marks", {**values, "said": cut(question.title)}))
        elif section.marks is not None and len([m for m in closing if m is not None]) == len(closing):
            faults.append(
                Fault(
                    "verify-marks",
                    {
                        "number": 1,
                        "section": section.title,
                        "marks": _plain(section.marks),
                        "said": cut(questions[0].title),
                    },
                )
            )
    if row.total is not None:
        parts_sum = sum(
            section.count * section.marks for section in row.sections if section.marks is not None
        )
        if parts_sum != row.total:
            faults.append(Fault("verify-total", {"total": _plain(row.total), "sum": _plain(parts_sum)}))
    return faults


def summary_faults(front: str, row: Row) -> list[Fault]:
    """A key's summary: each section with its number of questions, marks and subtotal, where there is one."""
    said = squeezed(front)
    faults: list[Fault] = []
    for section in row.sections:
        title = squeezed(section.title)
        found = re.search(re.escape(title) + r"(\d+(?:\.\d+)?)", said)
        if found is None:
            continue
        wanted = [str(section.count)]
        if section.marks is not None:
            wanted += [_plain(section.marks), _plain(section.count * section.marks)]
        if not re.match(re.escape(title + "".join(wanted)) + r"(?![\d.])", said[found.start() :]):
            faults.append(Fault("verify-summary", {"section": section.title}))
    sums = _SUMS.search(said)
    wanted = [str(sum(section.count for section in row.sections)), _plain(row.total)]
    if sums is not None and not sums[1].startswith("".join(wanted)):
        faults.append(Fault("verify-summary", {"section": sums[0]}))
    return faults


def scheme_faults(section: Section, number: int, solution: str, key: Part) -> Iterator[Fault]:
    """Marks of points or levels that do not make the question's; nothing where none are printed."""
    total = section.marks
    if total is None:
        return
    values = {"number": number, "section": section.title, "marks": _plain(total)}
    if key.points:
        right = shares_right(key.points, total)
    else:  # without styles nothing tells which marks are those of points of points
        marks = tuple(said_marks(solution))
        right = not marks or adds_up(marks, total)
    if not right:
        yield Fault("verify-points", values)
    if not levels_right(key.levels, total):
        yield Fault("verify-levels", values)


def telling(question: Part) -> str:
    """What a question is known by, whatever number, label or marks it has."""
    return "".join(c for c in question.title[:60] if c.isalpha())[:_TELLING]


def _last(marks: list[float]) -> float | None:
    return marks[-1] if marks else None


def _plain(marks: float | None) -> str:
    return "" if marks is None else f"{marks:g}"
