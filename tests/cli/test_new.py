"""`exampaper new` writes a starter that works, whichever of its comments are made to count, or nothing."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.layout.bases import STYLES, names
from tests.cli.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

FOLDERS = ("banks", "layouts", "styles")
# What a comment holds that may be made to count: `# field: value`, or an entry of a list.
CHOICE = re.compile(r'^( *)# (?=(?:[a-z_]+|"true"|"false"):(?: |$)|- )', re.MULTILINE)


@pytest.fixture(params=["zh", "en"])
def started(
    request: pytest.FixtureRequest, tmp_path: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.chdir(tmp_path)
    assert exampaper("new", "start", "--lang", request.param).status == 0
    return tmp_path / "start"


def checked(folder: Path, exampaper: Exampaper) -> Ran:
    return exampaper("check", *(folder / name for name in FOLDERS))


def test_what_is_written_builds_and_is_clean(started: Path, exampaper: Exampaper) -> None:
    assert {path.parent.name for path in started.rglob("*.yaml")} == set(FOLDERS)
    assert checked(started, exampaper)[::2] == (0, "")
    (layout,) = (started / "layouts").iterdir()
    ran = exampaper("build", layout, "--variants", "A,B", "--out", "out")
    assert (ran.status, ran.err.count("warning")) == (0, 0)
    forms = [json.loads(line) for line in Path("out/forms.jsonl").read_text("utf-8").splitlines()]
    first, second = ({q for s in form["sections"] for q in s["questions"]} for form in forms)
    assert len(first & second) == 1  # the one that is pinned
    assert all(form["total"] == 50 for form in forms)


def test_every_choice_in_a_comment_works(started: Path, exampaper: Exampaper) -> None:
    """One at a time, and all together."""
    found = 0
    for path in sorted(started.rglob("*.yaml")):
        text = path.read_text("utf-8")
        choices = list(CHOICE.finditer(text))
        found += len(choices)
        for choice in choices:
            path.write_text(text[: choice.end() - 2] + text[choice.end() :], "utf-8")
            ran = exampaper("check", path)
            assert (ran.status, ran.err) == (0, ""), text[choice.start() :].partition("\n")[0]
        path.write_text(CHOICE.sub(r"\1", text), "utf-8")
    assert found > 50
    assert checked(started, exampaper)[::2] == (0, "")
    assert exampaper("build", next((started / "layouts").iterdir()), "--format", "pdf").status == 0


def test_the_style_tells_of_every_key(started: Path) -> None:
    (path,) = (started / "styles").iterdir()
    text = path.read_text("utf-8")
    keys = set(re.findall(r'^ *(?:# )?"?([a-z_]+)"?:', text, re.MULTILINE))
    classic = yaml.safe_load((STYLES / "classic.yaml").read_text("utf-8"))
    assert classic.keys() - {"format", "fonts"} <= keys
    for part in (
        "page",
        "front",
        "contents",
        "section",
        "question",
        "competencies",
        "key",
        "wording",
        "list",
    ):
        assert {str(key).lower() for key in classic[part]} - {"text"} <= keys, part
    assert all(name in text for name in names())


def test_it_speaks_one_language(started: Path) -> None:
    texts = "".join(path.read_text("utf-8") for path in started.rglob("*.yaml"))
    english = (started / "banks" / "office.yaml").read_text("utf-8").find("language: en") > 0
    assert bool(re.search("[\u4e00-\u9fff]", re.sub("一", "", texts))) != english


def test_both_languages_have_the_same_files_and_choices(tmp_path: Path, exampaper: Exampaper) -> None:
    for language in ("zh", "en"):
        exampaper("new", tmp_path / language, "--lang", language)
    assert files(tmp_path / "zh") == files(tmp_path / "en")
    for name in files(tmp_path / "zh"):
        said = [
            re.findall(
                r"^ *(?:# )?(?:- )?([a-z_]+):", (tmp_path / language / name).read_text("utf-8"), re.MULTILINE
            )
            for language in ("zh", "en")
        ]
        assert said[0] == said[1], name


def test_every_file_names_its_schema(started: Path) -> None:
    for path in started.rglob("*.yaml"):
        kind = path.parent.name.removesuffix("s")
        first, second = path.read_text("utf-8").splitlines()[:2]
        assert (first, second[:2]) == (f"# yaml-language-server: $schema=../schemas/{kind}.json", "# ")


def test_schemas_are_written_beside_them(
    tmp_path: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "bank.json").write_bytes(b"{}\r\n")
    monkeypatch.setattr("generator.cli.new.SCHEMAS", tmp_path / "schemas")
    assert exampaper("new", tmp_path / "start").status == 0
    assert (tmp_path / "start" / "schemas" / "bank.json").read_bytes() == b"{}\r\n"


@pytest.mark.parametrize("name", ["start", "my papers/2026 ‘春’", "-x", "."])
def test_the_next_command_can_be_typed(
    name: str, tmp_path: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = exampaper("new", "--", name)
    *written, empty, said, command = ran.out.splitlines()
    assert (ran.status, ran.err, empty) == (0, "", "")
    assert said.endswith(":")
    assert sorted(written) == [str(Path(name) / path) for path in files(tmp_path / name)]
    if os.name == "posix":
        assert exampaper(*shlex.split(command)[1:], "--format", "pdf").status == 0


def test_json(tmp_path: Path, exampaper: Exampaper) -> None:
    result = json.loads(exampaper("new", tmp_path / "start", "--json").out)
    assert (result["ok"], result["out"]) == (True, str(tmp_path / "start"))
    assert sorted(Path(file) for file in result["files"]) == sorted(
        path for path in (tmp_path / "start").rglob("*") if path.is_file()
    )
    assert exampaper(*result["next"][1:], "--format", "pdf", "--out", tmp_path / "out").status == 0
    again = exampaper("new", tmp_path / "start", "--json")
    (fault,) = json.loads(again.out)["diagnostics"]
    assert (again.status, fault["code"], fault["file"]) == (4, "output-not-ours", str(tmp_path / "start"))


def test_an_empty_folder_is_taken(tmp_path: Path, exampaper: Exampaper) -> None:
    (tmp_path / "start").mkdir()
    assert exampaper("new", tmp_path / "start").status == 0


def refused(folder: Path, code: str, exampaper: Exampaper) -> None:
    """One clear error, and everything is as it was."""
    root = next(path for path in (folder, *folder.parents) if path.exists())
    before = files(root) if root.is_dir() else root.read_bytes()
    ran = exampaper("new", folder)
    assert (ran.status, ran.out) == (4, "")
    assert ran.err.startswith(f"{folder}: error[{code}]: ")
    assert ran.err.endswith("\n1 error; nothing was written.\n")
    assert "--out" not in ran.err  # which it has not
    assert (files(root) if root.is_dir() else root.read_bytes()) == before


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path, exampaper: Exampaper) -> None:
    (tmp_path / ".note").write_text("mine", "utf-8")
    refused(tmp_path, "output-not-ours", exampaper)


def test_a_file_is_refused(tmp_path: Path, exampaper: Exampaper) -> None:
    (tmp_path / "start").write_text("mine", "utf-8")
    refused(tmp_path / "start", "output-not-folder", exampaper)
    refused(tmp_path / "start" / "below", "output-failed", exampaper)


def test_a_dangling_link_is_refused(tmp_path: Path, exampaper: Exampaper) -> None:
    try:
        (tmp_path / "link").symlink_to(tmp_path / "nowhere", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    for folder in (tmp_path / "link", tmp_path / "link" / "start"):
        ran = exampaper("new", folder)
        assert (ran.status, ran.err.count("error[output-dangling]")) == (4, 1)
    assert not (tmp_path / "nowhere").exists()


def test_a_name_is_needed(exampaper: Exampaper) -> None:
    assert exampaper("new", "").status == exampaper("new").status == 2


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize(
    ("what", "error"),
    [("mkdir", errno.EACCES), ("open", errno.ENOSPC), ("replace", errno.EIO), ("iterdir", errno.EACCES)],
)
def test_all_or_nothing(
    what: str,
    error: int,
    there: bool,
    tmp_path: Path,
    exampaper: Exampaper,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A read-only parent, a full disk, a disk that fails at the third file."""
    if there:
        (tmp_path / "start").mkdir()
    elif what == "iterdir":
        pytest.skip("what is not there is not listed")
    real = getattr(Path, what)
    done = []

    def failing(path: Path, *arguments: object, **options: object) -> object:
        if tmp_path in (path, *path.parents):
            done.append(path)
            if what != "replace" or len(done) == 3:
                raise OSError(error, os.strerror(error))
        return real(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, what, failing)
        ran = exampaper("new", tmp_path / "start")
    assert (ran.status, ran.out) == (4, "")
    assert os.strerror(error) in ran.err
    assert ran.err.endswith("1 error; nothing was written.\n")
    assert files(tmp_path) == (["start"] if there else [])
