"""What a run says at its end, and of a folder that it will not go on in: nobody is to take a round for whole that is not."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from tests.batch.round.conftest import LAYOUT, Round

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

ODD = [["考号", "姓名", "考场"], ["1", "王\U00033fff", "101"], ["2", "李四", "101"]]


def test_a_finished_round_that_lacks_a_paper_says_so_again(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=ODD)
    _, first = made.run("--out", "o", status=3)
    before = made.files("o")
    out, again = made.run("--out", "o", "--resume", status=3)
    assert "finished already" in out
    for said in (first, again):
        assert "in the column “姓名”" in said
        assert said.splitlines()[-1] == "1 missing: 1. All others are whole."
    out, _ = made.run("--out", "o", "--resume", "--json", status=3)
    last = json.loads(out.splitlines()[-1])
    assert (last["ok"], last["state"]) == (False, "finished")
    assert [fault["code"] for fault in last["missing"]["1"]] == ["row-unprintable"]
    assert made.files("o") == before


def test_nobody_new_but_somebody_without_a_paper(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=ODD)
    made.run("--out", "o", status=3)
    (made.folder / "list.csv").write_text("考号,姓名,考场\n2,李四,101\n", encoding="utf-8")
    _, err = made.run("--out", "o", "--add", status=3)
    assert "1 missing: 1" in err


def test_a_dry_run_names_every_room(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名", "考场"], *([str(k), f"考生{k}", str(100 + k)] for k in range(1, 36))]
    _, err = round_of(rows=rows).run("--dry-run")
    assert [line.split(":")[0].strip() for line in err.splitlines()] == [row[2] for row in rows[1:]]


def test_a_dry_run_says_it_all_and_writes_nothing(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=ODD)
    out, err = made.run("--out", "o", "--dry-run", status=3)
    assert "o: 1 papers would be made; nothing was written." in out
    assert err.splitlines()[-1] == "1 would be missing: 1."
    assert not (made.folder / "o").exists()
    made = round_of(4)
    out, err = made.run("--out", "o", "--dry-run", "--spares", "1", "--json")
    said = json.loads(out)
    assert (said["state"], said["papers"], said["posts"]) == ("dry-run", 6, {"专员": 4})
    assert not (made.folder / "o").exists()
    out, _ = made.run("--out", "o", "--spares", "1", "--json")
    assert json.loads(out.splitlines()[-1])["sittings"] == said["sittings"]


def test_candidates_by_post(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名", "岗位"], ["1", "甲", "专员"], ["2", "乙", "经理"], ["3", "丙", "经理"]]
    _, err = round_of(rows=rows).run("--dry-run")
    assert err.splitlines()[-2:] == ["  专员: 1 candidates", "  经理: 2 candidates"]


def test_many_notes_of_a_draw_are_one_line(round_of: Callable[..., Round]) -> None:
    made = round_of(2, layout=LAYOUT.replace("draw: 3x4", "draw: 4x7"))
    bank = made.folder / "bank.yaml"
    bank.write_text(bank.read_text("utf-8").replace("category: 简答,", "category: 简答, marks: 8,"), "utf-8")
    _, err = made.run("--out", "o")
    (line,) = [line for line in err.splitlines() if "note[scaled]" in line]
    assert line.endswith("(3 more of this kind)")


def test_an_addition_to_a_round_that_has_lost_a_paper_does_not_end_well(
    round_of: Callable[..., Round],
) -> None:
    made = round_of(2)
    made.run("--out", "o")
    (made.folder / "list.csv").write_text("考号,姓名,岗位,考场,座位\n7,甲,专员,101,7\n", encoding="utf-8")
    made.run("--out", "o", "--add")
    (made.folder / "o/papers/00001-考生1-试卷.pdf").unlink()
    (made.folder / "list.csv").write_text("考号,姓名,岗位,考场,座位\n8,乙,专员,101,8\n", encoding="utf-8")
    _, err = made.run("--out", "o", "--add", "--resume", status=3)
    assert "papers/00001-考生1-试卷.pdf" in err.splitlines()[-1]
    assert "papers/8-乙-试卷.pdf" in made.files("o")
    made.run("--out", "o", "--add", "--json", status=4)  # nobody new: what is lost is all there is to tell


def test_a_round_whose_manifest_is_lost(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    made.run("--out", "o")
    manifest = (made.folder / "o/manifest.json").read_bytes()
    (made.folder / "o/manifest.json").unlink()
    before = made.files("o")
    for more in ((), ("--resume",), ("--add",)):
        _, err = made.run("--out", "o", *more, status=4)
        assert "error[round-no-manifest]" in err
    assert made.files("o") == before
    made.run("--out", "again")  # as the hint says
    shutil.copy(made.folder / "again/manifest.json", made.folder / "o/manifest.json")
    assert (made.folder / "o/manifest.json").read_bytes() == manifest
    assert "finished already" in made.run("--out", "o", "--resume")[0]


def test_a_round_and_a_build_keep_out_of_one_another(
    round_of: Callable[..., Round], exampaper: Callable[..., Ran]
) -> None:
    made = round_of(2)
    layout = made.folder / "layout.yaml"
    assert exampaper("build", layout, "--out", made.folder / "b").status == 0
    _, err = made.run("--out", "b", status=4)
    assert "error[output-of-build]" in err
    assert "space" not in err
    made.run("--out", "o")
    before = made.files("o")
    ran = exampaper("build", layout, "--out", made.folder / "o", "--force")
    assert (ran.status, "error[output-of-round]" in ran.err) == (4, True)
    assert made.files("o") == before


def test_one_of_two_layouts_is_no_other_order(round_of: Callable[..., Round]) -> None:
    made = round_of(2)
    (made.folder / "more.yaml").write_text(
        LAYOUT.replace("layout: small", "layout: more") + "posts: [经理]\n", encoding="utf-8"
    )
    made.run("more.yaml", "--out", "o")
    _, err = made.run("--out", "o", "--add", status=1)
    assert "layout “more” is gone" in err
