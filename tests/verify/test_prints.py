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
        ("签到表.pdf", "verify-sheet-twice"),
        ("签到表.docx", "verify-sheet-twice"),
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
    forger.edit_list(change)
    forger.mend()
    assert code in forger.found()


# Files that are lost: only these are told, and what cannot be compared without them ----------------------


@pytest.mark.parametrize("names", [("1001",), ("1002",), ("1001", "1002")])
def test_lost_papers_accuse_nobody_else(forger: Forger, names: tuple[str, ...]) -> None:
    for name in names:
        forger.path(name, "paper", "pdf").unlink()
    assert forger.told() == [
        *(("verify-missing", forger.path(name, "paper", "pdf").name) for name in names),
        ("verify-bound-unread", _rooms(forger, "试卷.pdf")[0]),
    ]


def test_a_lost_key_accuses_no_paper(forger: Forger) -> None:
    lost = [forger.path("1002", "key", format_) for format_ in ("docx", "pdf")]
    for file in lost:
        file.unlink()
    bound = min((forger.folder / "keys" / "print").iterdir())
    assert forger.told() == [*(("verify-missing", f.name) for f in lost), ("verify-bound-unread", bound.name)]


@pytest.mark.parametrize("ending", ["试卷.pdf", "签到表.pdf", "签到表.docx"])
def test_lost_prints_accuse_no_paper(forger: Forger, ending: str) -> None:
    name = _rooms(forger, ending)[0]
    (forger.folder / "print" / name).unlink()
    assert forger.told() == [("verify-missing", name)]


def test_what_stands_for_a_lost_paper_must_be_as_long(forger: Forger) -> None:
    forger.path("1002", "paper", "pdf").unlink()
    rows = forger.rows()
    next(f for f in rows[1]["files"] if (f["role"], f["format"]) == ("paper", "pdf"))["pages"] += 3
    forger.write_rows(rows)
    assert "verify-bound-page" in forger.found()


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("试卷.pdf", "verify-not-bound"),
        ("答案.pdf", "verify-key-not-bound"),
        ("签到表.pdf", "verify-no-sheet"),
        ("签到表.docx", "verify-no-sheet"),
        (".xlsx", "verify-no-list"),
    ],
)
def test_what_was_taken_away_with_its_entries(forger: Forger, ending: str, code: str) -> None:
    listed = forger.manifest()["files"]
    gone = [file for file in listed if file["path"].endswith(ending)]
    for file in gone:
        (forger.folder / file["path"]).unlink()
    forger.write_manifest(files=[file for file in listed if file not in gone])
    assert code in forger.found()


@pytest.mark.parametrize("ending", ["试卷.pdf", "签到表.pdf", "签到表.docx"])
def test_files_of_two_rooms_exchanged(forger: Forger, ending: str) -> None:
    forger.swap(*(forger.folder / "print" / name for name in _rooms(forger, ending)))
    assert "verify-misnamed" in forger.found()


def test_a_bookmark_of_somebody_else(forger: Forger) -> None:
    file = forger.folder / "print" / _rooms(forger, "试卷.pdf")[0]
    one, two = (name.encode("utf-16-be") for name in ("钱二宝", "钱三宝"))

    def change(bodies: list[bytes]) -> None:
        bodies[:] = [body.replace(one, two) for body in bodies]

    before = file.read_bytes()
    forger.edit_objects(file, change)
    assert file.read_bytes() != before
    forger.mend()
    assert "verify-bound-outline" in forger.found()
