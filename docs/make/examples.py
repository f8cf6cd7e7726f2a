"""The examples of styles: what each key does, shown with small documents of its own.

`examples.yaml` is the list. An example names the keys it shows and has shots, which stand side by side, each
with the part of a style that it shows over it.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from generator.batch.order import Wish, order_from_layout
from generator.batch.round.lists.prints import Seated
from generator.batch.round.lists.roster import roster
from generator.diagnostics import Report
from generator.layout import read_style
from generator.layout.look import MM
from generator.model.content import Str
from generator.model.document import Document, Fragment, Paragraph, Part, TextStyle
from make.pages import Pages, beside, closed, compose, framed, inked, reduced, under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from generator.model.document import Look

HERE = Path(__file__).parent
WIDTH = 860  # pixels of all shots of a picture together
GAP = 30  # pixels between them
SCALE = 3.9  # pixels for a millimetre
SHEETS = 10  # pixels between the pages of a shot
ROOM = 3  # millimetres at the left and right of a shot
BLANK = 60  # pixels: more of white than that is left out
SHEET = 257  # millimetres: what shots are cut from
GREYS = 4


class Example(NamedTuple):
    """A picture: `keys` of a style, or roles of `text` and `span`, that it shows."""

    name: str
    keys: tuple[str, ...]
    shots: tuple[dict[str, Any], ...]


def examples() -> list[Example]:
    listed = yaml.safe_load((HERE / "examples.yaml").read_text("utf-8"))
    return [_example(entry) for entry in listed]


def _example(entry: dict[str, Any]) -> Example:
    common = {key: value for key, value in entry.items() if key not in ("name", "keys", "shots")}
    return Example(entry["name"], tuple(entry["keys"]), tuple({**common, **shot} for shot in entry["shots"]))


def pictures(only: str = "") -> Iterator[tuple[str, Image.Image]]:
    """Each example as a picture, with its name; or one of them alone."""
    with tempfile.TemporaryDirectory() as folder:
        layout = Path(folder) / "layout.yaml"
        for example in examples():
            if only in ("", example.name):
                columns = [_column(shot, len(example.shots), layout) for shot in example.shots]
                yield example.name, reduced(beside(columns, GAP), GREYS)


def _column(shot: dict[str, Any], shots: int, layout: Path) -> Image.Image:
    """A shot under what its style says."""
    width = (WIDTH - GAP * (shots - 1)) // max(shots, 2)
    document = _document(shot, width, layout)
    with Pages(document) as pages:
        if "pages" in shot:
            each = round(document.look.page.width / MM * shot["scale"])
            sheets = [framed(pages.image(number, each)) for number in pages.numbers[: shot["pages"]]]
            image = beside(sheets, SHEETS)
            width = max(image.width, 240)
        else:
            image = _cut(pages, width)
    said = shot.get("caption", _caption(shot["style"]))
    return under([_words(said, width), image], 8) if said else image


def _document(shot: dict[str, Any], width: int, layout: Path) -> Document:
    """The paper or key that a shot shows, on paper as wide as the shot."""
    named = shot.get("questions", ["cup"])
    sections = [{"title": "情景应变题", "draw": f"{len(named)}x8", "questions": named}]
    style = {"base": str(HERE / "quiet.yaml"), **shot["style"]}
    if "pages" not in shot:
        style["page"] = _page(width) | style.get("page", {})
    said = {
        "layout": "example",
        "title": "客服专员笔试",
        "banks": [str(HERE / "bank.yaml")],
        "language": "zh-CN",
        "sections": sections,
        **shot.get("layout", {}),
        "style": style,
    }
    layout.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
    if shot.get("document") == "roster":
        return _roster(layout)
    pair = compose(layout, shot.get("variant", ""))
    document = pair.key if shot.get("document") == "key" else pair.paper
    return _only(document, shot["only"]) if "only" in shot else document


def _roster(layout: Path) -> Document:
    """The attendance sheet of a room, with a spare paper, and one that could not be made."""
    report = Report()
    order = order_from_layout(str(layout), Wish(), report)
    report.check()
    assert order is not None
    names = ("张伟", "王芳", "欧阳娜娜", "李敏", "陈建国", "")
    seated = [
        Seated(
            id=f"2026010{seat}", number=f"2026010{seat}", name=name, post="客服专员", room="第101考场",
            seat=str(seat) if name else "", session="上午", date="2026-11-22", form="", paper="", key="", pages=0,
            fault="?" if name == "李敏" else "",
        )
        for seat, name in enumerate(names, 1)
    ]  # fmt: skip
    return roster([order.blueprint.title], seated, order.style)


def _only(document: Document, roles: list[str]) -> Document:
    """The document without what has other roles. Parts keep their places: contents lead to them."""
    body = []
    for part in document.body:
        pieces = tuple(piece for piece in part.fragment.pieces if piece.role in roles)
        label = part.label if pieces and pieces[0] == part.fragment.pieces[0] else ()
        body.append(Part(Fragment("", pieces), label, part.keep_with_next))
    return document._replace(body=tuple(body))


def _page(width: int) -> dict[str, Any]:
    margins = {"top": 14, "bottom": 14, "left": ROOM, "right": round(SHEET - width / SCALE + ROOM, 1)}
    return {"size": "B4", "margins": margins}


def _cut(pages: Pages, width: int) -> Image.Image:
    """What is inked of the first page, as wide as the shot."""
    sheet = pages.image(1, round(SHEET * SCALE))
    box = inked(sheet)
    return closed(sheet.crop((0, max(box.top - 2, 0), width, box.bottom + 2)), BLANK)


def _caption(style: dict[str, Any]) -> str:
    """What a style says, without what it says it of: `label_position: own_line`."""
    said = {key: value for key, value in style.items() if key != "base"}
    while len(said) == 1:
        (value,) = said.values()
        if not isinstance(value, dict) or set(value) <= {"zh", "en"}:
            break
        said = value
    flow = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, default_flow_style=True, width=1000)
    return flow.strip()[1:-1].replace("'", '"')


def _words(said: str, width: int) -> Image.Image:
    """A caption, in a fixed-width face and grey."""
    look = _caption_look(width)
    body = (Part(Fragment("", (Paragraph("caption", (Str(said),)),))),)
    with Pages(Document(look, "", body)) as pages:
        sheet = pages.image(1, round(look.page.width / MM * SCALE))
    box = inked(sheet)
    return sheet.crop((0, box.top - 1, min(width, sheet.width), box.bottom + 1)).point(
        lambda grey: 70 + grey * 185 // 255
    )


@cache
def _caption_look(width: int) -> Look:
    style = read_style(None, "zh-CN", Report())
    assert style is not None
    look = style.paper_look
    page = look.page._replace(right=look.page.width - (width / SCALE - 1) * MM, left=MM)
    return look._replace(page=page, texts={**look.texts, "caption": TextStyle("code", 8, 11, align="left")})
