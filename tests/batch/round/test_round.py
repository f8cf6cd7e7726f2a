"""Whole rounds by the real program: what it writes, refuses, survives."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.batch.round.conftest import LAYOUT, Round
from tests.fuzz.full_disk import WORK, Fault, disk, full, meet, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_one_form_for_all(round_of: Callable[..., Round]) -> None:
    made = round_of(5)
    out, err = made.run("--out", "o", "--jobs", "1")
    assert out == "o: 5 papers.\n"
    assert err == "  101: 2 candidates, 2 papers\n  102: 3 candidates, 3 papers\n"
    files = made.files("o")
    assert sorted(name for name in files if not name.startswith("papers/")) == [
        "forms.jsonl", "keys/print/small-答案.pdf", "keys/small-答案.docx", "keys/small-答案.pdf", "manifest.json",
        "print/第101考场-签到表.docx", "print/第101考场-签到表.pdf", "print/第101考场-试卷.pdf",
        "print/第102考场-签到表.docx", "print/第102考场-签到表.pdf", "print/第102考场-试卷.pdf", "试卷清单.xlsx",
    ]  # fmt: skip
    assert sorted(name for name in files if name.startswith("papers/")) == [
        f"papers/0000{k}-考生{k}-试卷.pdf" for k in range(1, 6)
    ]
    forms = made.forms("o")
    assert [form["name"] for form in forms] == [f"0000{k}" for k in range(1, 6)]
    assert {form["form"] for form in forms} == {""}
    assert len({json.dumps(form["sections"]) for form in forms}) == 1
    first = forms[0]["candidate"]
    assert first == {"id": "00001", "name": "考生1", "post": "专员", "room": "102", "seat": "1"}


def test_neighbours_get_different_forms(round_of: Callable[..., Round]) -> None:
    made = round_of(12)
    made.run("--out", "o", "--jobs", "1", "--forms", "2", "--format", "pdf")
    forms = {form["name"]: form for form in made.forms("o")}
    for k in range(1, 11):
        assert forms[f"{k:05}"]["form"] != forms[f"{k + 2:05}"]["form"]  # the next seat in the room
    assert {name for name in made.files("o") if name.startswith("keys/")} == {
        "keys/small-A-答案.pdf", "keys/small-B-答案.pdf", "keys/print/small-答案.pdf",
    }  # fmt: skip
    drawn = {form["form"]: {q for s in form["sections"] for q in s["questions"]} for form in forms.values()}
    assert not drawn["A"] & drawn["B"]


def test_each_draws_for_oneself(round_of: Callable[..., Round]) -> None:
    made = round_of(8)
    made.run("--out", "o", "--jobs", "1", "--forms", "each", "--spares", "1", "--format", "docx,pdf")
    forms = made.forms("o")
    assert len(forms) == 10
    assert Counter(form["candidate"] is None for form in forms) == {False: 8, True: 2}
    assert len({json.dumps(form["sections"]) for form in forms}) > 5
    for form in forms:
        roles = [(file["role"], file["format"]) for file in form["files"]]
        assert roles == [("paper", "docx"), ("paper", "pdf"), ("key", "docx"), ("key", "pdf")]


def test_a_list_in_another_order_makes_the_same_bytes(round_of: Callable[..., Round]) -> None:
    made = round_of(9)
    made.run("--out", "a", "--jobs", "1", "--forms", "3")
    lines = (made.folder / "list.csv").read_text("utf-8-sig").splitlines()
    rows = lines[1:]
    Random(1).shuffle(rows)
    (made.folder / "list.csv").write_text("\n".join([lines[0], *rows]), encoding="utf-8")
    made.run("--out", "b", "--jobs", "2", "--forms", "3")
    assert made.files("a") == made.files("b")


def test_a_candidates_paper_is_what_build_makes(round_of: Callable[..., Round]) -> None:
    """One path: the form `build` draws, with the candidate's name in it, byte for byte."""
    from generator.batch.order import Wish, order_from_layout
    from generator.batch.press import Formats, Press
    from generator.diagnostics import Report
    from generator.selection import draw

    made = round_of(3)
    made.run("--out", "o", "--jobs", "1", "--format", "docx,pdf")
    report = Report()
    order = order_from_layout(str(made.folder / "layout.yaml"), Wish(), report)
    assert order is not None
    (form,) = draw(order.blueprint, order.banks, seed=1, variants=[""], report=report)
    candidate = {"id": "00002", "name": "考生2", "post": "专员", "room": "101", "seat": "2"}
    press = Press(order, report, Formats(("docx", "pdf"), ("docx", "pdf")))
    printed = press.paper(form.paper._replace(candidate=candidate))
    assert printed is not None
    files = made.files("o")
    assert printed.files["pdf"] == files["papers/00002-考生2-试卷.pdf"]
    assert printed.files["docx"] == files["papers/00002-考生2-试卷.docx"]


@pytest.mark.parametrize(
    ("forms", "row", "code"),
    [
        ("session", ["1", "甲", "专员", "101", "1"], "no-session"),
        ("1", ["1", "甲", "经理", "101", "1"], "no-layout-for-post"),
    ],
)
def test_rows_that_cannot_be_dealt_with(
    forms: str, row: list[str], code: str, round_of: Callable[..., Round]
) -> None:
    made = round_of(rows=[["考号", "姓名", "岗位", "考场", "座位"], row], layout=LAYOUT + "posts: [专员]\n")
    _, err = made.run("--out", "o", "--forms", forms, status=1)
    assert f"error[{code}]" in err
    assert "list.csv:2" in err
    assert not (made.folder / "o").exists()


def test_a_name_that_cannot_be_printed_costs_only_its_row(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名"], ["1", "王\U0002ebf0"], ["2", "李芳"]]
    made = round_of(rows=rows)
    out, err = made.run("--out", "o", "--json", status=3)
    assert "error[row-unprintable]" in err
    assert "1 missing: 1." in err
    last = json.loads(out.splitlines()[-1])
    assert (last["ok"], last["papers"], list(last["missing"])) == (False, 1, ["1"])
    assert [form["name"] for form in made.forms("o")] == ["2"]
    assert json.loads(made.files("o")["manifest.json"])["missing"] == ["1"]
    assert not (made.folder / "o" / ".exampaper-unfinished").exists()


def test_what_cannot_be_printed_is_told_once_a_row_and_first(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名"], ["1", "བཀྲ་ཤིས་རྒྱལ་མཚན"], ["2", "李芳"]]
    made = round_of(rows=rows)
    _, err = made.run("--out", "o", status=3)
    assert err.count("row-unprintable") == 1
    assert err.index("row-unprintable") < err.index("missing")
    assert "U+0F40" in err


def test_it_never_writes_over_another_round(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    before = made.files("o")
    _, err = made.run("--out", "o", status=4)
    assert "error[round-finished]" in err
    out, _ = made.run("--out", "o", "--resume")
    assert out == "This round is finished already.\n"
    (made.folder / "mine").mkdir()
    (made.folder / "mine" / "letter.txt").write_text("x")
    _, err = made.run("--out", "mine", status=4)
    assert "error[output-not-ours]" in err
    assert made.files("o") == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_stopped_run_goes_on_and_ends_with_the_same_bytes(round_of: Callable[..., Round]) -> None:
    made = round_of(40)
    options = ("--jobs", "2", "--forms", "each", "--format", "docx,pdf")
    made.run("--out", "whole", *options)
    process = made.start("--out", "o", *options)
    papers = made.folder / "o" / "papers"
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if papers.is_dir() and len(list(papers.iterdir())) > 6:
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.01)
    process.communicate()
    if process.returncode == -signal.SIGKILL:
        time.sleep(0.5)  # its workers end by themselves
        _, err = made.run("--out", "o", *options, status=4)
        assert "error[round-unfinished]" in err
        made.run("--out", "o", "--resume", *options)
    assert made.files("o") == made.files("whole")


def test_two_runs_in_one_folder(round_of: Callable[..., Round]) -> None:
    from filelock import FileLock

    made = round_of(2)
    work = made.folder / "o" / ".exampaper-unfinished"
    work.mkdir(parents=True)
    with FileLock(work / "lock"):
        _, err = made.run("--out", "o", "--resume", status=4)
    assert "error[round-running]" in err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights")
def test_a_folder_that_cannot_be_written(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    (made.folder / "o").mkdir(mode=0o500)
    _, err = made.run("--out", "o", status=4)
    assert "error[output-failed]" in err


def test_an_identity_number_is_masked(round_of: Callable[..., Round]) -> None:
    rows = [["准考证号", "姓名"], ["11010519491231002X", "王芳"]]
    made = round_of(rows=rows)
    made.run("--out", "o", "--jobs", "1", "--format", "docx")
    names = [name for name in made.files("o") if name.startswith("papers/")]
    assert len(names) == 1
    assert "19491231" not in names[0]
    assert made.forms("o")[0]["name"] == "11010519491231002X"


def test_late_candidates_leave_every_issued_byte(round_of: Callable[..., Round]) -> None:
    made = round_of(6)
    made.run("--out", "o", "--jobs", "1", "--forms", "2", "--spares", "1")
    before = made.files("o")
    with (made.folder / "list.csv").open("a", encoding="utf-8") as stream:
        stream.write("00099,迟到,专员,101,9\n")
    out, _ = made.run("--out", "o", "--add", "--jobs", "1")
    assert out == "o: 1 papers added, 9 in all.\n"
    after = made.files("o")
    for name, data in before.items():
        if name.startswith(("papers/", "keys/", "print/")):
            assert after[name] == data
    assert {name for name in after if name not in before} == {
        "papers/00099-迟到-试卷.pdf",
        "print/第101考场-试卷-补1.pdf",
        "print/第101考场-签到表-补1.pdf",
        "print/第101考场-签到表-补1.docx",
    }
    assert [form["name"] for form in made.forms("o")] == sorted(
        [*(f"{k:05}" for k in range(1, 7)), "00099", "备用-101-1", "备用-102-1"]
    )
    (made.folder / "o" / WORK / "done").mkdir(parents=True)  # left by a run that was killed at its very end
    out, _ = made.run("--out", "o", "--add")
    assert out == "Everybody in the list has a paper already.\n"
    assert made.files("o") == after
    assert not (made.folder / "o" / WORK).exists()
    lines = (made.folder / "list.csv").read_text("utf-8").splitlines()
    (made.folder / "list.csv").write_text("\n".join([lines[0], "00001,改名,专员,102,1"]), encoding="utf-8")
    _, err = made.run("--out", "o", "--add", status=1)
    assert "error[row-changed]" in err
    assert "姓名: 考生1 → 改名" in err
    assert made.files("o") == after


def test_nothing_to_add_to(round_of: Callable[..., Round]) -> None:
    _, err = round_of(1).run("--out", "o", "--add", status=4)
    assert "error[round-none]" in err


@pytest.mark.skipif(sys.platform == "win32", reason="limits")
def test_a_full_disk(round_of: Callable[..., Round]) -> None:
    """No file can be longer than so much: the papers fit, their keys do not."""
    import resource

    made = round_of(4)
    options = ("--jobs", "1", "--forms", "each")
    made.run("--out", "whole", *options)
    papers = max(p.stat().st_size for p in (made.folder / "whole" / "papers").iterdir())

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (papers, papers))

    _, err = made.run("--out", "o", *options, status=4, before=full)
    assert "error[round-stopped]" in err
    assert len(err.splitlines()) == 3
    whole = made.files("whole")
    left = {name: data for name, data in made.files("o").items() if ".exampaper-unfinished" not in name}
    assert left == {name: whole[name] for name in left}
    made.run("--out", "o", "--resume", *options)
    assert made.files("o") == whole


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_says_how_to_go_on(round_of: Callable[..., Round], stop: signal.Signals) -> None:
    made = round_of(60)
    options = ("--jobs", "2", "--forms", "each", "--format", "docx,pdf")
    process = made.start("--out", "o", *options)
    papers = made.folder / "o" / "papers"
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if papers.is_dir() and any(papers.iterdir()):
            process.send_signal(stop)
            break
        time.sleep(0.01)
    _, err = process.communicate(timeout=60)
    if process.returncode == 130:
        assert "--resume" in err
        assert "Traceback" not in err
        assert "leaked" not in err
        made.run("--out", "o", "--resume", *options)
    assert len(made.forms("o")) == 60


def test_what_was_lost_afterwards_is_made_again(round_of: Callable[..., Round]) -> None:
    made = round_of(4)
    made.run("--out", "o", "--jobs", "1", "--forms", "2")
    before = made.files("o")
    (made.folder / "o" / "papers" / "00002-考生2-试卷.pdf").unlink()
    (made.folder / "o" / "papers" / "00003-考生3-试卷.pdf").write_bytes(b"half")
    _, err = made.run("--out", "o", "--add", "--jobs", "1", status=4)
    assert "error[round-lost]" in err
    (made.folder / "o" / "print" / "第101考场-试卷.pdf").write_bytes(b"marked")
    _, err = made.run("--out", "o", "--resume", "--jobs", "1", "--forms", "2")
    kept = {"replaced/papers/00003-考生3-试卷.pdf": b"half", "replaced/print/第101考场-试卷.pdf": b"marked"}
    assert made.files("o") == {**before, **kept}
    again = "papers/00002-考生2-试卷.pdf, papers/00003-考生3-试卷.pdf, print/第101考场-试卷.pdf"
    assert f"Files that were lost or changed are made again (3): {again}.\n" in err
    assert f"kept in replaced/ (2): {', '.join(kept)}. Look" in err


def test_lines_that_were_lost_are_made_again(round_of: Callable[..., Round]) -> None:
    made = round_of(3)
    made.run("--out", "o", "--jobs", "1")
    before = made.files("o")
    (made.folder / "o" / "forms.jsonl").unlink()
    (made.folder / "o" / "print" / "第101考场-试卷.pdf").unlink()
    made.run("--out", "o", "--resume", "--jobs", "1")
    assert made.files("o") == before


def write_list(made: Round, *rows: str) -> None:
    (made.folder / "list.csv").write_text("\n".join(["考号,姓名,岗位,考场,座位", *rows]), "utf-8")


def arguments(made: Round, *more: str) -> list[str]:
    return [
        "batch", str(made.folder / "layout.yaml"), "--candidates", str(made.folder / "list.csv"),
        "--jobs", "1", "--out", str(made.folder / "o"), *more,
    ]  # fmt: skip


class Interrupt(Fault):
    """Ctrl-C as soon as a file is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(0, KeyboardInterrupt, lasts=False)
        self._path = path

    def met(self, name: str) -> bool:
        self.calls += self._path.exists()
        return self.calls == 1 and self._path.exists()


def interrupted(made: Round, name: str, *more: str) -> str:
    """A run that is stopped by Ctrl-C when it has written a file; what it says."""
    with disk(Interrupt(made.folder / "o" / name)):
        status, said = program(*arguments(made, *more))
    assert (status, len(said.splitlines())) == (130, 1)
    return said


def test_an_addition_that_was_stopped_goes_on_with_another_list(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    issued = made.files("o")
    shutil.copytree(made.folder / "o", made.folder / "calm")
    write_list(made, "00007,甲,专员,101,7", "00008,乙,专员,102,8", "00009,丙,专员,102,9")
    assert "--add --resume" in interrupted(made, "print/第102考场-试卷-补1.pdf", "--add")
    _, err = made.run("--out", "o", "--add", status=4)
    assert "error[round-unfinished]" in err
    write_list(made, "00007,甲,专员,101,6", "00009,丙,专员,102,9")
    _, err = made.run("--out", "o", "--add", status=4)
    assert "00008 is gone, row 2, 00007 (座位: 7 → 6)" in err
    _, err = made.run("--out", "o", "--add", "--resume", "--jobs", "1")
    assert "warning[round-other-list]" in err
    made.run("--out", "calm", "--add", "--jobs", "1")
    assert made.files("o") == made.files("calm")
    assert {
        name: data for name, data in made.files("o").items() if name.startswith(("papers/0000", "print"))
    }.keys() > {name for name in issued if name.startswith(("papers/", "print/"))}


def test_an_addition_that_was_stopped_is_taken_back(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    issued = made.files("o")
    lines = (made.folder / "list.csv").read_text("utf-8-sig").splitlines()[1:]
    write_list(made, *lines, "00007,甲,专员,101,7")
    interrupted(made, "papers/00007-甲-试卷.pdf", "--add")
    write_list(made, *lines)
    _, err = made.run("--out", "o", "--resume", status=4)
    assert "error[round-adding]" in err
    made.run("--out", "o", "--add", "--resume")
    assert made.files("o") == issued


def test_an_addition_to_a_round_that_has_no_paper(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=[["考号", "姓名"], ["1", "王\U0002ebf0"]])
    made.run("--out", "o", status=3)
    issued = made.files("o")
    made = round_of(rows=[["考号", "姓名"], ["1", "王霞"]])
    made.run("--out", "o", "--add", "--jobs", "1")
    after = made.files("o")
    assert {n: d for n, d in after.items() if n.startswith("print/") and n in issued} == {
        n: d for n, d in issued.items() if n.startswith("print/")
    }
    assert json.loads(after["manifest.json"])["additions"] == 1
    assert json.loads(after["manifest.json"])["missing"] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "bank “small” has changed",
                "layout “small” has changed",
                "the seed of “small”: 1 → 7",
                "--forms: 1 → 2",
            ),
        ),
        ("zh", ("题库“small”改了", "试卷结构“small”改了", "“small”的种子 1 → 7", "--forms 1 → 2")),
    ],
)
def test_what_was_changed_is_said(
    language: str, said: tuple[str, ...], round_of: Callable[..., Round]
) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    for name in ("bank.yaml", "layout.yaml"):
        with (made.folder / name).open("a", encoding="utf-8") as stream:
            stream.write("# another\n")
    for way in ("--add", "--resume"):
        more = (way, "--seed", "7", "--forms", "2")
        status, err = program(*arguments(made, *more), language=language)
        assert status == (1 if way == "--add" else 4)
        assert ("round-changed" if way == "--add" else "round-differs") in err
        assert not [words for words in said if words not in err]


def test_steps_of_a_run_on_a_full_disk(round_of: Callable[..., Round]) -> None:
    """Some of the steps; `python -m tests.fuzz.full_disk` takes them all."""
    made = round_of(2)
    command = arguments(made, "--format", "pdf")
    assert program(*command)[0] == 0
    whole = made.files("o")
    for number in range(1, 300, 13):
        shutil.rmtree(made.folder / "o")
        if not meet(command, made.folder / "o", whole, number, full):
            break


@pytest.mark.skipif(sys.platform == "win32", reason="names are never bytes there")
def test_a_system_that_cannot_name_the_files(
    round_of: Callable[..., Round], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = round_of(2)
    for name, value in (("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0"), ("LC_ALL", "C")):
        monkeypatch.setenv(name, value)
    _, err = made.run("--out", "o", status=4)
    assert "error[names-encoding]" in err
    assert not (made.folder / "o").exists()


def test_the_list_does_not_depend_on_zlib(monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    from generator.batch.round.lists.listing import listing

    before, real = listing([], "zh"), zlib.compressobj
    monkeypatch.setattr(zlib, "compressobj", lambda level, *more: real(1, *more))
    assert listing([], "zh") == before


def test_a_paper_that_cannot_be_placed_leaves_no_key(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "whole", "--jobs", "1", "--forms", "each")
    occupied = made.folder / "o" / "keys" / "00002-考生2-答案.pdf"

    class Other(Fault):
        """Somebody puts a file where a key will come."""

        def met(self, name: str) -> bool:
            if (made.folder / "o" / WORK / "round.json").exists() and not occupied.exists():
                occupied.write_bytes(b"mine")
            return False

    with disk(Other(0, KeyboardInterrupt, lasts=False)):
        status, said = program(*arguments(made, "--forms", "each"))
    assert (status, "error[file-occupied]" in said) == (3, True)
    assert occupied.read_bytes() == b"mine"
    papers = [name for name in made.files("o") if name.startswith(("papers/", "keys/00002"))]
    assert sorted(papers) == ["keys/00002-考生2-答案.pdf", "papers/00001-考生1-试卷.pdf"]


def test_what_the_office_wrote_into_its_list_stays(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    assert program(*arguments(made))[0] == 0
    office = made.folder / "o" / "试卷清单.xlsx"
    written = office.read_bytes()
    with office.open("ab") as stream:
        stream.write(b"notes")
    before = made.files("o")
    write_list(made, "00009,丙,专员,102,9")
    status, said = program(*arguments(made, "--add"))
    assert (status, "error[list-edited]" in said) == (4, True)
    (made.folder / "list.csv").unlink()
    made = round_of(2)
    status, said = program(*arguments(made, "--resume"))
    assert (status, "error[list-edited]" in said) == (4, True)
    assert made.files("o") == before
    office.rename(made.folder / "mine.xlsx")
    assert program(*arguments(made, "--resume"))[0] == 0
    assert office.read_bytes() == written


@pytest.mark.parametrize("stopped", [False, True])
def test_a_list_that_the_office_moved_out(stopped: bool, round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o", "--jobs", "1")
    (made.folder / "o" / "试卷清单.xlsx").rename(made.folder / "mine.xlsx")
    before = made.files("o")
    lines = (made.folder / "list.csv").read_text("utf-8-sig").splitlines()[1:]
    write_list(made, *lines, "00007,甲,专员,101,7")
    if stopped:
        interrupted(made, "papers/00007-甲-试卷.pdf", "--add")
        finish = made.folder / "o" / ".exampaper-unfinished" / "printed.jsonl"
        office = made.folder / "o" / "试卷清单.xlsx"
        office.write_bytes(b"list")
        noted = {"path": office.name, "bytes": 4, "sha256": hashlib.sha256(b"list").hexdigest()}
        finish.write_text(json.dumps(noted) + "\n", "utf-8")
        write_list(made, *lines)
        made.run("--out", "o", "--add", "--resume")
        assert made.files("o") == before
    else:
        made.run("--out", "o", "--jobs", "1", "--add")
        assert {*made.files("o")} > {*before, "papers/00007-甲-试卷.pdf", "试卷清单.xlsx"}


def test_only_what_is_printed_keeps_candidates_from_being_added(round_of: Callable[..., Round]) -> None:
    head, first = ["考号", "姓名", "岗位", "备注"], ["1", "甲", "专员", ""]
    layout = LAYOUT + "style: {base: classic, page: {footer: '{title} {candidate.备注}'}}\n"
    for style, status, said in ((LAYOUT, 0, "note[row-not-printed]"), (layout, 1, "error[row-changed]")):
        made = round_of(rows=[head, first], layout=style)
        assert program(*arguments(made))[0] == 0
        issued = made.files("o")
        made = round_of(rows=[head, [*first[:3], "左撇子"], ["2", "乙", "专员", ""]], layout=style)
        ended, told = program(*arguments(made, "--add"))
        assert (ended, said in told) == (status, True), told
        after = made.files("o")
        assert {n: d for n, d in after.items() if n.startswith("papers/1")} == {
            n: d for n, d in issued.items() if n.startswith("papers/1")
        }
        shutil.rmtree(made.folder / "o")


def test_nothing_is_added_to_a_round_that_is_not_finished(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    interrupted(made, "papers/00001-考生1-试卷.pdf")
    status, said = program(*arguments(made, "--add"))
    assert (status, "error[round-not-added]" in said) == (4, True)


def test_posts_are_told_with_the_faults_of_a_list(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名", "岗位"], ["1", "", "专员"], ["2", "乙", "经理"]]
    made = round_of(rows=rows, layout=LAYOUT + "posts: [专员]\n")
    status, said = program(*arguments(made))
    assert status == 1
    assert "error[missing-cell]" in said
    assert "error[no-layout-for-post]" in said


def test_a_list_that_is_given_as_a_layout(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    listed = str(made.folder / "list.csv")
    status, said = program("batch", listed, "--candidates", listed)
    assert (status, "error[is-a-list]" in said) == (1, True)
