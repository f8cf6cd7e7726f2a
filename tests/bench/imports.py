"""python -m tests.bench.imports [FOLDER] [--differences [NAME]]: precision and recall of the import, field by field.

FOLDER holds cases as tests/cases does; without one it is tests/cases itself.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Report
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


if __name__ == "__main__":
    main(sys.argv[1:])
