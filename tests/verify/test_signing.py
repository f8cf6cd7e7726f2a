"""The lines of the page to be signed, each answered from its own faults."""

from __future__ import annotations

import pytest

from generator.cli.promises import results
from generator.cli.signing import page
from generator.diagnostics import Location, Report, SourceFile
from generator.verify.verdict import NOTHING

YES, NO, UNSURE = "yes", "no", "unsure"


@pytest.mark.parametrize(
    ("codes", "unread", "answers"),
    [
        ((), (), (YES, YES, YES)),
        (("verify-missing",), (), (NO, YES, YES)),
        (("verify-missing",), ("papers/1.pdf",), (NO, UNSURE, UNSURE)),
        (("verify-missing", "verify-leak"), ("papers/1.pdf",), (NO, UNSURE, NO)),
        (("verify-leak",), (), (YES, YES, NO)),
        (("verify-marks",), (), (YES, NO, YES)),
        (("verify-key-differs",), (), (YES, NO, UNSURE)),
        (("verify-record",), (), (NO, UNSURE, UNSURE)),
        (("verify-without-paper",), (), (NO, YES, YES)),
    ],
)
def test_each_line_is_answered_from_its_own_faults(
    codes: tuple[str, ...], unread: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    report = Report()
    for code in codes:
        report.error(code, None)
    verdict = NOTHING._replace(papers=2, unread=unread)
    assert tuple(results(verdict, report).values()) == answers


def test_nothing_is_proved_of_no_papers() -> None:
    report = Report()
    report.error("verify-unfinished", None)
    assert list(results(NOTHING, report).values()) == [NO, UNSURE, UNSURE]


def _read(data: bytes) -> tuple[int, str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "".join(document[0].get_textpage().get_text_range().split())
    return len(document), text


LONG = {
    "zh": "华东大区二〇二六年度社会招聘暨内部竞聘客户服务中心主管岗位综合能力笔试试卷",
    "en": "A very long name of a paper or room ",
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("faults", [0, 3, 300])
@pytest.mark.parametrize(("rooms", "longest"), [(1, 1), (40, 1), (40, 3)])
def test_it_is_one_page_to_sign(language: str, faults: int, rooms: int, longest: int) -> None:
    called = LONG[language] * longest
    places = tuple((f"{100 + room} {called}", form, 8) for room in range(rooms) for form in "ABCD")
    verdict = NOTHING._replace(
        titles=tuple(f"{n}{called}" for n in range(4 if longest > 1 else 1)), papers=1280, candidates=1240,
        spares=40, missing=tuple(f"{called}{n}" for n in range(faults)), names=True, distinct=4, places=places,
        forms=tuple((form, 8 * rooms) for form in "ABCD"), digest="8" * 64,
    )  # fmt: skip
    report = Report()
    for n in range(faults):
        report.error("verify-leak", Location(SourceFile(f"papers/{n}-{called}.pdf", [])), phrase=called)
    pages, text = _read(page(verdict, report, language))
    assert pages == 1
    assert ("核验人签字" if language == "zh" else "Verifiedby") in text
    assert "8" * 64 in text
    if faults == 300:
        assert (
            ("另有296处" in text or "另有299处" in text) if language == "zh" else "more,asthecommand" in text
        )


def test_faults_of_each_kind_are_named_first() -> None:
    report = Report()
    for code in ("verify-digest", "verify-digest", "verify-digest", "verify-order"):
        report.error(code, None, name="x")
    _, text = _read(page(NOTHING._replace(papers=1), report, "zh"))
    assert "没有按名称顺序排列" in text
