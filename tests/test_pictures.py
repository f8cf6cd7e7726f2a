"""What `python docs/pictures.py` makes is up to date, and leaves nothing out: pictures, and the table of messages."""

from __future__ import annotations

import re
import runpy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.layout.bases import STYLES, names
from generator.layout.look import PAGE_FIELDS, SPAN_ROLES, TEXT_ROLES
from generator.layout.patterns import Pattern
from generator.layout.read_style import FIELDS
from generator.layout.style import ContentsStyle, Front, KeyStyle, SectionStyle
from generator.messages import MESSAGES
from tests.test_documents import ROOT, prose, style_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
MOST_BYTES = {"": 150_000, "style": 20_000, "gallery": 80_000}  # of a picture, by folder
MOST_OF_ALL = {"": 400_000, "style": 400_000, "gallery": 800_000}
# What is only concluded when a file is read in: nothing is to be done about it.
CONCLUDED = re.compile(r"(import|quiz|gift|aiken|mended|table)-")
# What can be seen of a role: it is not seen of `keep`, `keep_lines` and `outline`.
SEEN = {
    f"text.*.{field}"
    for field in (
        "font",
        "size",
        "bold",
        "leading",
        "align",
        "before",
        "after",
        "indent",
        "hang",
        "first_line",
    )
}


@pytest.fixture(scope="module")
def script() -> Iterator[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield runpy.run_path(str(DOCS / "pictures.py"))


def shown_on(page: str) -> set[str]:
    """The pictures of a page, by name."""
    return set(re.findall(r"!\[[^]]+\]\(pictures/([\w/-]+)\.png\)", prose(page)))


def test_pictures_are_as_they_would_be_drawn(script: dict[str, Any]) -> None:
    stored = {path.relative_to(PICTURES).with_suffix("").as_posix() for path in PICTURES.rglob("*.png")}
    drawn = set()
    for name, image in script["draw"]():
        drawn.add(name)
        assert script["same"](PICTURES / f"{name}.png", image), f"python docs/pictures.py draws {name} anew"
    assert stored == drawn


@pytest.mark.parametrize("folder", MOST_BYTES)
def test_pictures_are_small(folder: str) -> None:
    sizes = [path.stat().st_size for path in (PICTURES / folder).glob("*.png")]
    assert max(sizes) < MOST_BYTES[folder]
    assert sum(sizes) < MOST_OF_ALL[folder]


def test_every_key_of_a_style_has_its_picture(script: dict[str, Any]) -> None:
    shown = script["shown"]()
    roles = {*(f"text.{role}" for role in TEXT_ROLES), *(f"span.{role}" for role in SPAN_ROLES)}
    own = {"style", "format", "base"}  # say what a file is
    keys = {key for key in style_keys() if key not in ("text", "span", *own)}
    assert {key for listed in shown.values() for key in listed} == keys | roles | SEEN
    assert {f"style/{path.stem}" for path in (PICTURES / "style").iterdir()} == set(shown)
    assert {name for name in shown_on("docs/style.md") if name.startswith("style/")} == set(shown)


def test_pictures_stand_by_their_keys(script: dict[str, Any]) -> None:
    """A key is in a table of the section that its picture is in."""
    shown = script["shown"]()
    for section in re.split(r"^## ", prose("docs/style.md"), flags=re.MULTILINE):
        told = set(re.findall(r"`([^`\n]+)`", section))
        for name in re.findall(r"\(pictures/([\w/-]+)\.png\)", section):
            named = {key if key in told else key.rpartition(".")[2] for key in shown[name]}
            assert named & told, name


def test_classic_says_every_key() -> None:
    classic = yaml.safe_load((STYLES / "classic.yaml").read_text("utf-8"))
    assert set(classic) | {"base"} == set(FIELDS)
    assert set(classic["page"]) == set(PAGE_FIELDS)
    assert set(classic["front"]) == set(Front._fields)
    assert set(classic["section"]) == set(SectionStyle._fields)
    assert set(classic["contents"]) == set(ContentsStyle._fields)
    assert set(classic["key"]) == {*KeyStyle._fields, "text"}
    assert set(classic["text"]) == set(TEXT_ROLES)
    assert set(classic["span"]) == set(SPAN_ROLES)


def test_the_gallery_shows_every_style() -> None:
    page = prose("docs/gallery.md")
    sections = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    assert sorted(section.split()[0] for section in sections) == names()
    for section in sections:
        style = section.split()[0]
        pictures = re.findall(r"\(pictures/gallery/([\w-]+)\.png\)", section)
        assert pictures == [f"{style}-zh", f"{style}-en"]
        sample, _ = re.findall(r"\(\.\./(layouts/[\w-]+\.yaml)\)", section)
        assert yaml.safe_load((ROOT / sample).read_text("utf-8")).get("style", "classic") == style


def test_the_table_of_messages_is_up_to_date(script: dict[str, Any]) -> None:
    page = (DOCS / "messages.md").read_text("utf-8")
    assert script["messages"](page) == page, "python docs/pictures.py writes it anew"
    listed = []
    for part in re.split(r"^### ", prose("docs/messages.md"), flags=re.MULTILINE)[1:]:
        for code, said, meaning, mend in re.findall(
            r"^\| `([\w-]+)`([^|]*)\| (.+?) \| (.*) \|$", part, re.MULTILINE
        ):
            concluded = part.startswith("Import and export\n") and CONCLUDED.match(code)
            assert "<br>" in meaning, code
            assert "<br>" in mend or (concluded and "warning" not in said and not mend), code
            listed.append(code)
    assert sorted(listed) == sorted(MESSAGES)


def test_patterns_print_what_the_page_says() -> None:
    rows = re.findall(r"^\| `(.*?)` \| (\w+=.*?) \| `(.*?)` \|$", prose("docs/style.md"), re.MULTILINE)
    assert len(rows) >= 6
    for pattern, said, printed in rows:
        known = Pattern(pattern)
        values: dict[str, str | None] = dict.fromkeys(known.fields)
        values |= dict(value.split("=") for value in said.split(", "))
        assert known.text(values) == printed
