"""The documents say what is there: commands are run, examples checked, fields looked up, links followed.

In a document, a YAML block whose first line is `# folder/name.yaml` is that file for the commands that
follow; with `(wrong on purpose)` it must have a fault. One that begins with `# part of a …` is a fragment.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import pytest
import yaml

from generator import kinds
from generator.bank.read import BANK_FIELDS, QUESTION_FIELDS
from generator.bank.solution import ANSWER_FIELDS, LEVEL_FIELDS, NUMBERINGS, POINT_FIELDS
from generator.blueprint.read import FILTER_FIELDS, LAYOUT_FIELDS, SECTION_FIELDS
from generator.cli import COMMANDS, program
from generator.layout.bases import STYLES, names
from generator.layout.look import SIZES, SPAN_ROLES, TEXT_ROLES
from generator.layout.read_style import FIELDS as STYLE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Ran

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
PAGES = tuple(sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
DOCUMENTS = (*READMES, *PAGES, "CONTRIBUTING.md", "CHANGELOG.md")

SETUP = "python3 -m venv .venv && .venv/bin/python -m pip install -q "
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w./-]+\.yaml)( \(wrong on purpose\))?\n")
_FOLDERS = {"bank": "banks", "layout": "layouts", "style": "styles"}


class Block(NamedTuple):
    language: str
    text: str


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[Block]:
    return [Block(*match.groups()) for match in _FENCE.finditer(read(name))]


def prose(name: str) -> str:
    return _FENCE.sub("", read(name))


class Step(NamedTuple):
    """A command and what is shown to come of it, which is empty when nothing is shown."""

    command: str
    shown: str


def steps(block: Block) -> Iterator[Step]:
    if block.language == "sh":
        yield from (Step(line, "") for line in block.text.splitlines())
        return
    first, *commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert not first, f"a console block begins with a command: {first}"
    for command in commands:
        line, _, shown = command.partition("\n")
        yield Step(line, shown)


def commands(name: str) -> list[str]:
    return [step.command for b in blocks(name) if b.language in ("sh", "console") for step in steps(b)]


# What is shown in blocks -------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_block_works(
    name: str, tmp_path: Path, exampaper: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("banks", "layouts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    setup = 2 if name in READMES else 0
    for number, block in enumerate(blocks(name)):
        if block.language == "yaml":
            _place(block.text, Path(f"example-{number}.yaml"), exampaper)
        elif block.language == "sh" and setup:
            setup -= 1
            program_, *arguments = shlex.split(block.text.rpartition("&& ")[2])
            if Path(program_).name == "exampaper":  # what it wrote must not be in the way of what follows
                assert exampaper(*arguments).status == 0
        elif block.language:
            assert block.language in ("sh", "console")
            for step in steps(block):
                _run(step, exampaper)


def _place(text: str, unnamed: Path, exampaper: Callable[..., Ran]) -> None:
    """Check an example, and leave it where the commands after it look for it."""
    if text.startswith("# part of a "):
        assert yaml.safe_load(text)
        return
    named = _FILE.match(text)
    if named:
        file, text = Path(named[1]), text[named.end() :]
    else:
        file = _FOLDERS[text.partition(":")[0]] / unnamed
    assert not file.exists()
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    ran = exampaper("check", file)
    assert ran.status == int(bool(named and named[2])), ran.err
    if not named:  # it may stand for a sample: it is not to get into the way of others
        file.unlink()


def _run(step: Step, exampaper: Callable[..., Ran]) -> None:
    program_, *arguments = shlex.split(step.command)
    if Path(program_).name == "exampaper":
        ran = exampaper(*arguments)
        at_fault = any(word in step.shown for word in ("error[", "错误[", '"ok": false'))
        assert (ran.status != 0) == at_fault, ran.err
        shown = step.shown.split("...")
        pattern = ".*".join(map(re.escape, shown)) if step.shown else ".*"
        assert re.fullmatch(pattern, ran.err + ran.out, re.DOTALL), f"{step.command}\n{ran.err}{ran.out}"
        return
    assert Path(program_).name == "python"
    if arguments[0] != "-m":
        assert (ROOT / arguments[0]).is_file()
    elif arguments[1] == "pytest":
        _collect(arguments[2:])
    else:
        assert importlib.util.find_spec(f"{arguments[1]}.__main__")


def _collect(arguments: list[str]) -> None:
    """Options are known and folders exist; running the tests once is enough."""
    for argument in arguments:
        if argument.startswith("--"):
            assert argument in read("tests/conftest.py")
        elif argument != "-q":
            assert (ROOT / argument).exists()


def test_the_first_commands_set_up_and_the_second_run_the_tests() -> None:
    for name in READMES:
        made, tested = (b.text for b in blocks(name) if b.language == "sh")
        for text in (made, tested):
            assert text.startswith(SETUP)
            assert text.count("\n") == 1
        assert re.fullmatch(re.escape(SETUP) + r"\. && \.venv/bin/exampaper build (\S+)\n", made)
        assert (ROOT / made.split()[-1]).is_file()
        assert tested == SETUP + "-e '.[test]' && .venv/bin/python -m pytest -q\n"
    # What CI runs is the README's second block: the script itself is asked, with `eval` taken out.
    script = read(".ci/run").replace('eval "$command"', "")
    if shutil.which("bash") and shutil.which("awk"):
        asked = subprocess.run(
            ["bash", "-c", script, str(ROOT / ".ci" / "run")],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert asked.stdout == f"+ {tested}"


def test_both_readmes_show_the_same() -> None:
    english, chinese = READMES
    assert commands(english) == commands(chinese)
    assert [b for b in blocks(english) if b.language == "yaml"] == [
        b for b in blocks(chinese) if b.language == "yaml"
    ]
    pictures = [re.findall(r"!\[[^]]+\]\(([^)]+)\)", read(name)) for name in READMES]
    assert pictures[0] == pictures[1] != []
    assert read(english).count("\n## ") == read(chinese).count("\n## ")


# What pages must mention, and no more -----------------------------------------------------------


def mentioned(name: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", prose(name)))


def rows(name: str) -> set[str]:
    """What the first cells of a page's tables name."""
    cells = re.findall(r"^\| (.*?) \|", prose(name), re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"`([^`\n]+)`", cell)}


def test_the_page_of_banks() -> None:
    of_types = {field for name in kinds.NAMES for field in kinds.kind(name).fields}
    tables = {
        *BANK_FIELDS,
        *QUESTION_FIELDS,
        *ANSWER_FIELDS,
        *POINT_FIELDS,
        *LEVEL_FIELDS,
        *kinds.NAMES,
    }
    told = mentioned("docs/bank.md")
    assert (tables | of_types | set(NUMBERINGS)) <= told
    fields = {word for word in rows("docs/bank.md") if re.fullmatch(r"[a-z_]*[a-z][a-z_]*", word)}
    assert fields == tables
    questions = yaml.safe_load(blocks("docs/bank.md")[0].text)["questions"]
    assert {question.get("type", kinds.DEFAULT) for question in questions} == set(kinds.NAMES)
    assert {field for question in questions for field in question} | {"language"} == (
        set(QUESTION_FIELDS) | of_types
    )


def test_the_page_of_layouts() -> None:
    fields = {*LAYOUT_FIELDS, *SECTION_FIELDS, *FILTER_FIELDS}
    assert rows("docs/layout.md") == fields


def _paths(style: dict[str, object], above: str = "") -> Iterator[str]:
    """The keys of a style as `page.size`; what is laid out in tables of its own ends at their name."""
    for key, value in style.items():
        path = f"{above}{key}"
        nested = isinstance(value, dict) and not set(value) <= {"zh", "en"}
        if path == "fonts" and isinstance(value, dict):
            yield from (f"{path}.{name}" for name in value)
        elif nested and path not in ("text", "span", "key.text") and set(value) != {"text", "position"}:
            yield from _paths(value, f"{path}.")
        else:
            yield path


def style_keys() -> set[str]:
    classic = yaml.safe_load((STYLES / "classic.yaml").read_text("utf-8"))
    return {path.replace("True", "true").replace("False", "false") for path in _paths(classic)}


def test_the_page_of_styles() -> None:
    classic = yaml.safe_load((STYLES / "classic.yaml").read_text("utf-8"))
    keys = style_keys()
    told = mentioned("docs/style.md")
    assert keys <= told
    assert {*TEXT_ROLES, *SPAN_ROLES, *SIZES, *STYLE_FIELDS} <= told
    roles = {field for role in ("text", "span") for entry in classic[role].values() for field in entry}
    assert roles <= told
    assert {field for family in classic["fonts"].values() for field in family} <= told
    assert {face for f in classic["fonts"].values() for k in ("faces", "bold") for face in f[k]} <= told
    inner = {key.rpartition(".")[0] for key in keys}
    assert {
        word for word in rows("docs/style.md") if re.fullmatch(r"[a-z_]+\.[a-z_.]+", word)
    } <= keys | inner
    assert set(names()) <= told


def test_the_page_of_commands() -> None:
    group = program("en")
    page = read("docs/commands.md")
    head, *sections = re.split(r"^## exampaper ", page, flags=re.MULTILINE)
    assert [section.split()[0] for section in sections] == list(COMMANDS)
    assert {*_options(group), "--help", "--version"} <= set(re.findall(r"`(--[a-z-]+)`", head))
    for name, section in zip(COMMANDS, sections, strict=True):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        table = set(re.findall(r"^\| `(--[a-z-]+)` \|", section.partition("\n## ")[0], re.MULTILINE))
        assert table == set(_options(command))


def _options(command: click.Command) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts if name.startswith("--")]


def test_the_map_has_every_room_in_its_place() -> None:
    layers = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = re.findall(r"^\| `(\w+)` \| ", prose("CONTRIBUTING.md"), re.MULTILINE)
    assert ["__main__", *rooms] == [room for layer in layers for room in layer.split(" | ")]


# Links -------------------------------------------------------------------------------------------


def slugs(name: str) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", prose(name), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(name))):
        if re.match(r"https://", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.is_file(), link
        if anchor:
            assert anchor in slugs(target.relative_to(ROOT).as_posix() if path else name), link
