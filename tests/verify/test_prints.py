"""What goes to the printer and the office, forged so that only its content tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.verify.forger import Forger

SECRET = "看候选人能否先听后说"


def _rooms(forger: Forger, ending: str) -> list[str]:
    return sorted(path.name for path in (forger.folder / "print").iterdir() if path.name.endswith(ending))


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("试卷.pdf", "verify-not-bound"),
        ("签到表.pdf", "verify-not-seated"),
        ("签到表.docx", "verify-not-seated"),
    ],
)
def test_a_room_gets_what_is_of_another(forger: Forger, ending: str, code: str) -> None:
    one, two = _rooms(forger, ending)
    (forger.folder / "print" / one).write_bytes((forger.folder / "print" / two).read_bytes())
    forger.mend()
    assert code in forger.found()


def _lost_page(bodies: list[bytes]) -> None:
    pages = [k for k, body in enumerate(bodies) if b"/Type/Page/" in body and b"/Contents" in body]
    bodies[pages[1]], bodies[pages[-1]] = bodies[pages[-1]], bodies[pages[1]]


@pytest.mark.parametrize("folder", ["print", "keys/print"])
def test_pages_in_disorder(forger: Forger, folder: str) -> None:
    file = next(path for path in sorted((forger.folder / folder).glob("*.pdf")) if "签到表" not in path.name)
    forger.edit_objects(file, _lost_page)
    forger.mend()
    assert "verify-bound-page" in forger.found()


def test_keys_in_place_of_papers(forger: Forger) -> None:
    file = forger.folder / "print" / _rooms(forger, "试卷.pdf")[0]
    file.write_bytes(next((forger.folder / "keys" / "print").iterdir()).read_bytes())
    forger.mend()
    assert {"verify-leak", "verify-not-bound"} <= forger.found()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda xml: xml.replace("钱二宝", "钱一宝"), "verify-list"),
        (lambda xml: xml.replace("1002-", "1003-"), "verify-list"),
        (lambda xml: xml.replace("<t>1002</t>", "<t>1007</t>"), "verify-list-more"),
        (lambda xml: xml.replace("<t>客服主管</t>", f"<t>{SECRET}</t>"), "verify-leak"),
    ],
)
def test_a_list_that_is_wrong(forger: Forger, change: Callable[[str], str], code: str) -> None:
    forger.edit_part(forger.folder / "试卷清单.xlsx", "xl/sharedStrings.xml", change)
    forger.mend()
    assert code in forger.found()
