"""The lines of the page to be signed, each answered from its own faults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from generator.cli.promises import results
from generator.cli.signing import page
from generator.diagnostics import Location, Report, SourceFile
from generator.verify import verify
from generator.verify.verdict import NOTHING, Place
from tests.properties.banks import write
from tests.verify.conftest import SECTIONS, questions

if TYPE_CHECKING:
    from pathlib import Path

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
        (("verify-extra",), (), (NO, YES, YES)),
        (("verify-key-astray",), (), (NO, YES, NO)),
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
    places = tuple(
        Place(f"{100 + room} {called}", "", "", form, 8) for room in range(rooms) for form in "ABCD"
    )
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
        assert re.search(r"另有2\d\d处", text) if language == "zh" else "more,asthecommand" in text


def test_what_is_wrong_with_a_sheet_is_wrong_with_no_paper() -> None:
    report = Report()
    report.error(
        "verify-formats-differ", Location(SourceFile("print/101-签到表.docx", [])), other="", one="", two=""
    )
    answers = results(NOTHING._replace(papers=2, candidates=2), report)
    assert answers == {"present": YES, "matches": YES, "clean": YES, "printed": NO}


def test_the_gravest_is_named_first() -> None:
    report = Report()
    extra = Location(SourceFile("papers/.DS_Store", []))
    report.error("verify-extra", extra)
    report.error("verify-bytes", Location(SourceFile("papers/1.pdf", [])), listed=1, found=2)
    report.error("verify-pages", Location(SourceFile("papers/1.pdf", [])), listed=1, found=2)
    report.error("verify-foreign-bytes", Location(SourceFile("papers/1.pdf", [])))
    report.error("verify-bound-even", Location(SourceFile("print/101.pdf", [])))
    report.error("verify-candidate", Location(SourceFile("papers/2.pdf", [])), field="name", value="赵一")
    report.error("verify-key-astray", Location(SourceFile("papers/3.pdf", [])), folder="papers")
    _, text = _read(page(NOTHING._replace(papers=1), report, "zh"))
    said = ["里有一份答案", "不是exampaper写出的样子", "赵一", "单数页", "应有1字节", "多出了一个文件"]
    places = [text.index(each) for each in said]
    assert places == sorted(places)


def test_ten_faults_are_all_named() -> None:
    report = Report()
    for n in range(10):
        report.error("verify-leak", Location(SourceFile(f"papers/{n}.pdf", [])), phrase=f"话{n}")
    _, text = _read(page(NOTHING._replace(papers=10), report, "zh"))
    assert all(f"话{n}" in text for n in range(10))
    assert "另有" not in text


def test_dates_and_sessions_are_named_where_there_are_several() -> None:
    days = [Place("301", day, session, "", 8) for day in ("12-05", "12-06") for session in ("上午", "下午")]
    verdict = NOTHING._replace(papers=32, candidates=32, places=tuple(days), forms=(("", 32),))
    _, text = _read(page(verdict, Report(), "zh"))
    assert all(f"301{day}{session}" in text for day in ("12-05", "12-06") for session in ("上午", "下午"))
    _, text = _read(page(verdict._replace(places=tuple(days[:1])), Report(), "zh"))
    assert "12-05" not in text


def test_titles_are_told_in_full() -> None:
    titles = (
        "Customer Service Supervisor Written Test",
        "Customer Service Specialist Written Test",
        "三",
        "四",
    )
    _, text = _read(page(NOTHING._replace(papers=4, titles=titles), Report(), "en"))
    assert all(title.replace(" ", "") in text for title in titles)


def test_faults_of_each_kind_are_named_first() -> None:
    report = Report()
    for code in ("verify-digest", "verify-digest", "verify-digest", "verify-order"):
        report.error(code, None, name="x")
    _, text = _read(page(NOTHING._replace(papers=1), report, "zh"))
    assert "没有按名称顺序排列" in text


def test_what_a_fault_says_is_printed_as_papers_print_it() -> None:
    report = Report()
    report.error("verify-leak", Location(SourceFile("papers/1.pdf", [])), phrase="2℃～8℃，𬘭与👍\x07")
    _, text = _read(page(NOTHING._replace(papers=1, titles=("👍试卷",)), report, "zh"))
    assert "2℃～8℃，𬘭与U+1F44DU+0007" in text
    assert "U+1F44D试卷" in text
    assert "?" not in text


LIST = """\
准考证号,姓名,应聘岗位,考场,座位
1,赵一,主管,101,1
2,钱二,主管,101,2
3,孙三,专员,101,3
4,李四,专员,101,4
5,周五,专员,101,5
"""


def test_form_a_of_another_layout_is_another_paper(tmp_path: Path) -> None:
    layout = write(tmp_path / "made", questions(), SECTIONS)
    text = layout.read_text("utf-8").replace("layout: made\ntitle: 试卷\n", "")
    call = ["batch"]
    for name, post in (("zhuguan", "主管"), ("zhuanyuan", "专员")):
        file = layout.with_name(f"{name}.yaml")
        file.write_text(f"layout: {name}\ntitle: {post}笔试\nposts: [{post}]\n{text}", "utf-8")
        call.append(str(file))
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    call += ["--candidates", str(tmp_path / "list.csv"), "--out", str(tmp_path / "out")]
    assert run([*call, "--forms", "2", "--format", "pdf", "--jobs", "1", "--lang", "en"]) == 0
    report = Report()
    verdict = verify(tmp_path / "out", report)
    assert report.diagnostics == []
    assert verdict.titles == ("专员笔试（A卷）", "专员笔试（B卷）", "主管笔试（A卷）", "主管笔试（B卷）")
    had = {"zhuanyuan A": 2, "zhuanyuan B": 1, "zhuguan A": 1, "zhuguan B": 1}
    assert verdict.forms == tuple(had.items())
    assert {place.form: place.papers for place in verdict.places} == had
    _, text = _read(page(verdict, report, "zh"))
    assert "101zhuanyuanA2" in text
