from __future__ import annotations

import errno
import hashlib
import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

RUN = ["forms.jsonl", "manifest.json"]
ONE = [
    f"{folder}/small-{document}.{suffix}"
    for folder, document in (("keys", "答案"), ("papers", "试卷"))
    for suffix in ("docx", "pdf")
]


def forms(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "forms.jsonl").read_text("utf-8").splitlines()]


def test_a_run_writes_what_it_says(house: Path, exampaper: Exampaper) -> None:
    ran = exampaper("build", "layout.yaml")
    assert (ran.status, ran.err) == (0, "")
    folder = house / "output" / "small"
    assert files(folder) == sorted([*ONE, *RUN])
    assert ran.out.splitlines() == [str(folder.relative_to(house) / name) for name in _printed(folder)]
    (form,) = forms(folder)
    assert (form["name"], form["form"], form["candidate"], form["total"]) == ("small", "", None, 18)
    for file in form["files"]:  # type: ignore[attr-defined]
        data = (folder / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert file["pages"] >= 1
        assert data.startswith(b"%PDF" if file["format"] == "pdf" else b"PK")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["counts"] == {"forms": 1, "papers": 2, "keys": 2}
    assert manifest["forms_sha256"] == hashlib.sha256((folder / "forms.jsonl").read_bytes()).hexdigest()


def _printed(folder: Path) -> list[str]:
    (form,) = forms(folder)
    return [os.path.normpath(f["path"]) for f in form["files"]] + RUN  # type: ignore[attr-defined]


def test_the_same_run_writes_the_same_bytes(house: Path, exampaper: Exampaper) -> None:
    for out in ("one", "two"):
        assert exampaper("build", "layout.yaml", "--out", out, "--variants", "A,B").status == 0
    for name in files(house / "one"):
        assert (house / "one" / name).read_bytes() == (house / "two" / name).read_bytes(), name


def test_variants_share_no_question(house: Path, exampaper: Exampaper) -> None:
    ran = exampaper("build", "layout.yaml", "--variants", "A，B", "--format", "pdf", "--out", "out")
    assert ran.status == 0
    assert files(house / "out") == [
        *RUN[:1],
        "keys/small-A-答案.pdf",
        "keys/small-B-答案.pdf",
        *RUN[1:],
        "papers/small-A-试卷.pdf",
        "papers/small-B-试卷.pdf",
    ]
    first, second = ({q for s in form["sections"] for q in s["questions"]} for form in forms(house / "out"))  # type: ignore[attr-defined]
    assert len(first) == len(second) == 2
    assert not first & second


def test_a_rebuild_takes_away_what_is_stale(house: Path, exampaper: Exampaper) -> None:
    exampaper("build", "layout.yaml", "--out", "out", "--variants", "A,B")
    (house / "out" / "papers" / "note.txt").write_text("mine", encoding="utf-8")
    assert exampaper("build", "layout.yaml", "--out", "out", "--format", "pdf").status == 0
    assert files(house / "out") == sorted(
        [*RUN, "keys/small-答案.pdf", "papers/small-试卷.pdf", "papers/note.txt"]
    )


def test_a_false_list_of_files_removes_nothing_else(house: Path, exampaper: Exampaper) -> None:
    exampaper("build", "layout.yaml", "--out", "out")
    (form,) = forms(house / "out")
    for path in (
        "../layout.yaml",
        "papers/../../bank.yaml",
        str(house / "bank.yaml"),
        "manifest.json",
        "papers/",
        7,
    ):
        form["files"].append({"path": path})  # type: ignore[attr-defined]
    (house / "out" / "forms.jsonl").write_text(json.dumps(form) + "\n", encoding="utf-8")
    assert exampaper("build", "layout.yaml", "--out", "out").status == 0
    assert files(house) == sorted(["bank.yaml", "layout.yaml", *(f"out/{name}" for name in [*ONE, *RUN])])


def test_sections_without_a_layout(house: Path, exampaper: Exampaper) -> None:
    ran = exampaper(
        "build", "--bank", "bank.yaml", "--sections", "2x8,1×2.5", "--title", "面谈", "--format", "pdf"
    )
    assert ran.status == 0
    (form,) = forms(house / "output" / "small")
    assert form["total"] == 18.5
    assert [(s["title"], s["count"], s["marks"]) for s in form["sections"]] == [
        ("情景", 2, 8),
        ("管理", 1, 2.5),
    ]  # type: ignore[attr-defined]


def test_json(house: Path, exampaper: Exampaper) -> None:
    result = json.loads(exampaper("build", "layout.yaml", "--json", "--format", "pdf").out)
    assert result["ok"] is True
    assert result["forms"] == forms(house / "output" / "small")
    (house / "layout.yaml").write_text("layout: small\n", encoding="utf-8")
    ran = exampaper("build", "layout.yaml", "--json")
    result = json.loads(ran.out)
    assert (ran.status, result["ok"]) == (1, False)
    assert [(d["file"], d["line"], d["column"], d["code"]) for d in result["diagnostics"]][:1] == [
        ("layout.yaml", 1, 1, "missing-field")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("layout.yaml", "2x8", "9x8"),
        ("layout.yaml", "title: 小试卷", "tittle: 小试卷"),
        ("bank.yaml", "answer: 先查。", "source: 无"),
        ("bank.yaml", "退款迟了", "退款🦄迟了"),
        ("bank.yaml", "id: a2", "id: a1"),
    ],
)
def test_nothing_is_written_when_the_input_is_at_fault(
    file: str, old: str, new: str, house: Path, exampaper: Exampaper
) -> None:
    for name, before, after in (("layout.yaml", "1x8", "2x8"), (file, old, new)):
        text = (house / name).read_text("utf-8")
        assert before in text
        (house / name).write_text(text.replace(before, after), encoding="utf-8")
    ran = exampaper("build", "layout.yaml", "--lang", "zh")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == "共 1 处错误，没有写出任何文件。"
    assert files(house) == ["bank.yaml", "layout.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "--bank", "bank.yaml"],
        ["build", "--sections", "1x1"],
        ["build", "layout.yaml", "--sections", "1x1"],
        ["build", "layout.yaml", "more.yaml"],
        ["build", "layout.yaml", "--format", "odt"],
        ["build", "layout.yaml", "--format", ","],
        ["build", "layout.yaml", "--variants", ""],
        ["build", "layout.yaml", "--variants", "A,a"],
        ["build", "layout.yaml", "--variants", "A/B"],
        ["build", "layout.yaml", "--seed", "-1"],
        ["build", "layout.yaml", "--seed", "x"],
        ["build", "layout.yaml", "--lang", "fr"],
        ["build", "layout.yaml", "--colour"],
        ["check"],
        ["biuld"],
        ["--colour"],
    ],
)
def test_wrong_usage(arguments: list[str], house: Path, exampaper: Exampaper) -> None:
    ran = exampaper(*arguments)
    assert ran.status == 2
    assert "usage error: " in ran.err
    ran = exampaper("--lang", "zh", *arguments, "--json")
    result = json.loads(ran.out)
    assert (ran.status, result["ok"]) == (2, False)
    assert f"用法错误: {result['usage']}" in ran.err
    assert re.search("[\u4e00-\u9fff]", result["usage"])
    assert files(house) == ["bank.yaml", "layout.yaml"]


def test_a_folder_that_is_not_ours_is_left_alone(house: Path, exampaper: Exampaper) -> None:
    (house / "out").mkdir()
    assert (
        exampaper("build", "layout.yaml", "--out", "out", "--format", "pdf").status == 0
    )  # an empty one will do
    (house / "other").mkdir()
    (house / "other" / "manifest.json").write_text(
        '{"command": "build", "layout": "other"}', encoding="utf-8"
    )
    ran = exampaper("build", "layout.yaml", "--out", "other")
    assert ran.status == 4
    assert "error[output-not-ours]" in ran.err
    assert files(house / "other") == ["manifest.json"]
    assert exampaper("build", "layout.yaml", "--out", "other", "--force").status == 0
    assert files(house / "other") == sorted([*ONE, *RUN])


@pytest.mark.parametrize("out", ["layout.yaml", "layout.yaml/out", "长" * 300])
def test_an_output_that_cannot_be_written(out: str, house: Path, exampaper: Exampaper) -> None:
    ran = exampaper("build", "layout.yaml", "--out", out, "--json", "--format", "pdf")
    assert ran.status == 4
    assert json.loads(ran.out)["diagnostics"][0]["code"].startswith("output-")
    assert files(house) == ["bank.yaml", "layout.yaml"]


@pytest.mark.parametrize("last", [0, 3])
def test_a_full_disk_leaves_nothing(
    last: int, house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def fsync(descriptor: int) -> None:
        if len(done) == last:
            raise OSError(errno.ENOSPC, "No space left on device")
        done.append(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    ran = exampaper("build", "layout.yaml", "--out", "new/out", "--format", "pdf")
    assert ran.status == 4
    assert "No space left on device" in ran.err
    assert files(house) == ["bank.yaml", "layout.yaml"]


def test_a_full_disk_keeps_the_earlier_run(
    house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    exampaper("build", "layout.yaml", "--out", "out")
    before = {name: (house / "out" / name).read_bytes() for name in files(house / "out")}

    def fsync(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    assert exampaper("build", "layout.yaml", "--out", "out", "--seed", "2").status == 4
    assert {name: (house / "out" / name).read_bytes() for name in files(house / "out")} == before


@pytest.mark.parametrize(
    ("pattern", "variants"),
    [
        ("{layout}-{document}", "A,B"),
        ("{document}" + "长" * 90 + "{variant}", "A,B"),
        ("长" * 90 + "{document}", "A"),
    ],
)
def test_file_names_that_clash_are_told_where_they_are_written(
    pattern: str, variants: str, house: Path, exampaper: Exampaper
) -> None:
    with (house / "layout.yaml").open("a", encoding="utf-8") as layout:
        layout.write(f'file_name: "{pattern}"\n')
    ran = exampaper("build", "layout.yaml", "--variants", variants, "--format", "pdf")
    assert ran.status == 1
    assert ran.err.startswith("layout.yaml:7:12: error[file-name-shared]: ")
    assert ran.err.count("error[") == 1
    assert files(house) == ["bank.yaml", "layout.yaml"]


def test_a_long_id_tells_paper_and_key_apart(house: Path, exampaper: Exampaper) -> None:
    layout = (house / "layout.yaml").read_text("utf-8").replace("layout: small", f"layout: {'l' * 250}")
    (house / "layout.yaml").write_text(layout, encoding="utf-8")
    assert exampaper("build", "layout.yaml", "--variants", "A,B", "--out", "out").status == 0
    assert len(files(house / "out")) == 10
    assert all(
        name.endswith(("-试卷.pdf", "-试卷.docx")) for name in files(house / "out") if "papers/" in name
    )
