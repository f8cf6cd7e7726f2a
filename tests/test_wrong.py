"""Each broken file under `wrong/` with every message it gives, in both languages.

`NAME.zh.txt` and `NAME.en.txt` hold what `exampaper check NAME.yaml` says; `pytest --regenerate` writes
them anew, to be read then as a user would read them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

WRONG = Path(__file__).parent / "wrong"
CASES = sorted(
    path.relative_to(WRONG).with_suffix("").as_posix()
    for path in WRONG.glob("*/*.yaml")
    if path.parent.name != "banks"
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_messages(
    case: str,
    language: str,
    exampaper: Callable[..., Ran],
    expect: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(WRONG)
    ran = exampaper("check", f"{case}.yaml", "--lang", language)
    expect(WRONG / f"{case}.{language}.txt", ran.err)
    at_fault = "error[" in ran.err or "错误[" in ran.err
    assert ran.status == int(at_fault)
    assert bool(ran.out) != at_fault  # a result is printed only when there is one


def test_no_message_without_its_case() -> None:
    expected = {f"{case}.{language}.txt" for case in CASES for language in ("zh", "en")}
    assert {path.relative_to(WRONG).as_posix() for path in WRONG.glob("*/*.txt")} == expected
