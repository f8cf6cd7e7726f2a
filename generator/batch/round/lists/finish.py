"""The end of a round: what the printer and the office get, made from the papers as they lie in the folder."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from generator.batch.round.folder.workplace import PARTS
from generator.batch.round.lists.listing import FILES, listing
from generator.batch.round.lists.prints import (
    Seated,
    bookmark,
    form_keys_path,
    in_print_order,
    late_called,
    room_files,
)
from generator.batch.round.planning.printable import why
from generator.batch.round.planning.tasks import spare_called
from generator.candidates import masked
from generator.candidates.headers import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.batch.order import Order
    from generator.batch.record import Record
    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.model.document import Look
    from generator.render.pdf.merge import Sheet

REMARKS = frozenset({"备注", "remark", "remarks", "note", "notes"})  # headers, as `plain` makes them


def finish(
    folder: RoundFolder,
    orders: Sequence[Order],
    own_keys: bool,
    seated: Sequence[Seated],
    new: Sequence[Seated],
    key_files: Mapping[str, Iterable[str]],
    addition: int,
) -> list[Record]:
    """Write the print files of the `new` and the list of all; what was written, for the manifest.

    `key_files` are the PDFs of keys that several share, by layout. OSError: the folder cannot be written.
    """
    from generator.batch.round.lists.roster import RosterPress

    style = orders[0].style
    language = style.language
    papers = [order.style.paper_look for order in orders]
    keys = [order.style.key_look for order in orders]
    written: list[Record] = []
    for file in room_files([row for row in new if row.paper], "paper", language, addition, seated):
        sheets = ((bookmark(row), row.paper) for row in file.seated)
        written.append(_bound(folder, f"{file.path}.pdf", file.title, sheets, papers))
    if own_keys:
        for file in room_files([row for row in new if row.key], "key", language, addition, seated):
            sheets = ((bookmark(row), row.key) for row in file.seated)
            written.append(_bound(folder, f"{file.path}.pdf", file.title, sheets, keys))
    else:
        for layout, paths in key_files.items():
            sheets = ((path.rpartition("/")[2].removesuffix(".pdf"), path) for path in paths)
            path = f"{form_keys_path(layout, language, addition)}.pdf"
            written.append(_bound(folder, path, layout, sheets, keys))
    press, late = RosterPress(style), late_called(language, addition)
    for file in room_files(new, "roster", language, addition, seated):
        for format_, data in press.files(_titles(file.seated, orders), file.seated, late).items():
            written.append(folder.replace(f"{file.path}.{format_}", data))
    del press
    gc.collect()  # what it has set is kept in circles, and the list takes memory, too
    name = FILES["zh" if language.lower().startswith("zh") else "en"]
    titles = style.wording.list_separator.join(_titles(seated, orders))
    written.append(folder.replace(name, listing(seated, language, titles, folder.work / PARTS)))
    return written


def _bound(
    folder: RoundFolder, name: str, title: str, sheets: Iterable[tuple[str, str]], looks: Sequence[Look]
) -> Record:
    from generator.render.pdf.merge import merge

    with folder.replacing(name) as file:
        merge(_sheets(folder.path, sheets), looks, title, file.write)
    return file.record()


def _sheets(folder: Path, named: Iterable[tuple[str, str]]) -> Iterator[Sheet]:
    from generator.render.pdf.merge import Sheet

    for title, path in named:
        yield Sheet(title, (folder / path).read_bytes())


def _titles(seated: Sequence[Seated], orders: Sequence[Order]) -> list[str]:
    """Of all papers of a room."""
    layouts = {row.layout for row in seated}
    return list(dict.fromkeys(order.blueprint.title for order in orders if order.blueprint.id in layouts))


def seated_of(
    records: Iterable[Record], absent: Mapping[str, Record], orders: Sequence[Order]
) -> list[Seated]:
    """Everybody of a round in the order of rooms and seats: those with a record, and those with a fault.

    `absent` are what is known of those with a fault, by name: `row`, `layout` and `fault`.
    """
    known = {order.blueprint.id: order for order in orders}
    found = [_seated(record, known, "") for record in records]
    for name, kept in absent.items():
        record: Record = {"name": name, "layout": kept["layout"], "candidate": kept["row"]}
        found.append(_seated(record, known, str(kept["fault"])))
    return in_print_order(found)


def _seated(record: Record, orders: Mapping[str, Order], fault: str) -> Seated:
    row: Mapping[str, str] = record.get("candidate") or record.get("spare") or {}  # type: ignore[assignment]
    files: Sequence[Mapping[str, object]] = record.get("files", ())  # type: ignore[assignment]
    pdfs = {str(file["role"]): file for file in files if file["format"] == "pdf"}
    papers = [file for file in files if file["role"] == "paper"]
    own = bool(record.get("own"))
    order = orders[str(record["layout"])]
    style = order.style
    name, number, post = (row.get(field, "") for field in ("name", "id", "post"))
    if not name:
        number = spare_called(style.roster.spare, str(record["name"]).rpartition("-")[2])
        if len(orders) > 1:  # of one of several papers
            post = style.wording.list_separator.join(order.posts) or order.blueprint.title
    return Seated(
        id=str(record["name"]),
        number=masked(number) if order.masks_identity else number,
        name=name,
        post=post,
        room=row.get("room", ""),
        seat=row.get("seat", ""),
        session=row.get("session", ""),
        date=row.get("date", ""),
        form="" if own else str(record.get("form", "")),
        paper=str(pdfs["paper"]["path"]) if "paper" in pdfs else "",
        key=str(pdfs["key"]["path"]) if own and "key" in pdfs else "",
        pages=int(str(papers[0]["pages"])) if papers else 0,
        fault=why(fault, row, style) if fault else "",
        remark=next((said for header, said in row.items() if plain(header) in REMARKS), ""),
        layout=order.blueprint.id,
    )
