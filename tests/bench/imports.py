"""python -m tests.bench.imports [FOLDER] [--differences [NAME]]: precision and recall of the import, field by field.

FOLDER holds cases as tests/cases does; without one it is tests/cases itself.
"""

from __future__ import annotations

import sys
import traceback
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.exchange.formats import reader
from tests.cases.corpus import FOLDER, cases, imported
from tests.cases.score import Score, Tally, score, total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.cases.corpus import Case


def scored(case: Case) -> Score:
    """The score of one case; an import that breaks scores nothing."""
    report = Report()
    try:
        intake = imported(case, report)
    except Exception:
        last = traceback.format_exc().strip().splitlines()[-3:]
        nothing = score(case.expected, None, report)
        return Score(nothing.tallies, ("broke: " + " | ".join(map(str.strip, last)), *nothing.differences))
    return score(case.expected, intake, report)


def _show(results: Mapping[str, Score]) -> None:
    print(f"{'case':52}{'exact':>6}{'right':>7}{'given':>7}{'wanted':>7}  fields below 1 (precision/recall)")
    for name, result in results.items():
        whole = _whole(result.tallies)
        low = [f"{f} {t.precision:.2f}/{t.recall:.2f}" for f, t in result.tallies.items() if not t.exact]
        mark = "yes" if result.exact else ""
        print(f"{name:52}{mark:>6}{whole.right:7}{whole.given:7}{whole.expected:7}  {', '.join(low)}")
    print(f"\n{'field':14}{'precision':>10}{'recall':>8}{'right':>7}{'given':>7}{'wanted':>7}")
    for field, tally in total(result.tallies for result in results.values()).items():
        print(
            f"{field:14}{tally.precision:10.3f}{tally.recall:8.3f}{tally.right:7}{tally.given:7}{tally.expected:7}"
        )
    whole = _whole(total(result.tallies for result in results.values()))
    print(
        f"{'all':14}{whole.precision:10.3f}{whole.recall:8.3f}{whole.right:7}{whole.given:7}{whole.expected:7}"
    )
    exact = sum(result.exact for result in results.values())
    print(f"\n{exact} of {len(results)} cases exact")


def _whole(tallies: Mapping[str, Tally]) -> Tally:
    whole = Tally()
    for tally in tallies.values():
        whole = whole.plus(tally)
    return whole


def speed() -> str:
    """How often python-docx could read the text of a document in the time that importing it takes."""
    import docx

    made = docx.Document()
    for section in range(10):
        made.add_paragraph(f"{'一二三四五六七八九十'[section]}、情景应变题（共50题，每题8分，总分400分）")
        for number in range(1, 51):
            made.add_paragraph(
                f"{number}. 第{section * 50 + number}号窗口前，有人因为材料不全要求当场办结，你怎么处理？"
            )
            made.add_paragraph("参考答案：")
            for point in range(1, 5):
                made.add_paragraph(
                    f"（{point}）先听清诉求，再说明缺少的材料和补正的办法，第{point}步记录在案。"
                )
            made.add_paragraph("解析：看他是不是先安顿人，再办事，并且给得出期限。")
    file = BytesIO()
    made.save(file)
    data = file.getvalue()
    begun = process_time()
    sum(len(paragraph.text) for paragraph in docx.Document(BytesIO(data)).paragraphs)
    read = process_time() - begun
    begun = process_time()
    intake = reader("docx")(data, "long.docx", Report())
    taken = process_time() - begun
    count = len(intake.bank.questions) if intake else 0
    return f"{count} questions as DOCX: {taken:.2f} s, {taken / read:.1f} times python-docx reading its text"


def main(arguments: list[str]) -> None:
    differences = "--differences" in arguments
    rest = [argument for argument in arguments if argument != "--differences"]
    folder = Path(rest.pop(0)) if rest and Path(rest[0]).is_dir() else FOLDER
    name = rest[0] if rest else ""
    results = {case.name: scored(case) for case in cases(folder) if name in case.name}
    if differences:
        for case_name, result in results.items():
            print("\n".join([case_name, *(f"    {line}" for line in result.differences)]))
    _show(results)
    if not name:
        print(speed())


if __name__ == "__main__":
    main(sys.argv[1:])
