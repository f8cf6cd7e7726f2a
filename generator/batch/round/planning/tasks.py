"""Who gets a paper, and the tasks that make it: made one by one as they are asked for, for a list may be long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from generator.batch import names
from generator.batch.round.planning.task import Output, Task
from generator.candidates import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.batch.order import Order
    from generator.candidates import Candidate

PRINTED = ("name", "post", "room", "seat", "session", "department", "date")
_NAMING = ("id", "name", "post", "room", "seat", "session")  # what a pattern for names of files may ask for

_SEAT = 2  # digits at least of a seat in the name of a file, which are in order then


class Entry(NamedTuple):
    """Someone who gets a paper: a candidate, or nobody yet (a spare)."""

    layout: int
    form: str  # "" for the only form
    own: bool  # a form of one's own, and so its key
    candidate: Candidate  # of a spare only number and place are known
    spare: str | None  # what files of spares of the same place are called; None for a candidate

    @property
    def name(self) -> str:
        return self.candidate.id

    @property
    def paper(self) -> str:
        """The name of the task that makes the paper."""
        return f"paper {self.candidate.id}"

    @property
    def key(self) -> str:
        """The name of the task that makes the key."""
        return self.paper if self.own else _key_name(self.layout, self.form)

    @property
    def number(self) -> str:
        """Of a spare among those of its place."""
        return "" if self.spare is None else self.name.removeprefix(f"{self.spare}-")

    @property
    def row(self) -> dict[str, str] | None:
        """What the candidates' file says, by field; None for a spare."""
        return self.known if self.spare is None else None

    @property
    def known(self) -> dict[str, str]:
        """What is known by field: a candidate's row, or a spare's place and the only post of its layout."""
        row = self.candidate
        if self.spare is not None:
            values = {"post": row.post, "room": row.room, "session": row.session, "date": row.date}
        else:
            fields = {field: getattr(row, field) for field in PRINTED}
            values = {"id": row.id, **fields, **dict(row.others), "variant": row.variant}
        return {field: value for field, value in values.items() if value}


class Tasks(Sequence[Task]):
    """Keys that several share, by layout and form, come first; then the papers in the order of their entries."""

    def __init__(
        self, orders: Sequence[Order], entries: Sequence[Entry], keys: Sequence[tuple[int, str]]
    ) -> None:
        self._orders = orders
        self._entries = entries
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys) + len(self._entries)

    @overload
    def __getitem__(self, place: int) -> Task: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Task]: ...
    def __getitem__(self, place: int | slice) -> Task | Sequence[Task]:
        if isinstance(place, slice):
            return tuple([self[k] for k in range(*place.indices(len(self)))])
        place = range(len(self))[place]
        if place < len(self._keys):
            return self._key(*self._keys[place])
        return self._paper(self._entries[place - len(self._keys)])

    def __iter__(self) -> Iterator[Task]:
        return (self[place] for place in range(len(self)))

    def picked(self, wanted: Callable[[str], bool]) -> Tasks:
        """Those of wanted names."""
        entries = [entry for entry in self._entries if wanted(entry.paper)]
        return Tasks(self._orders, entries, [key for key in self._keys if wanted(_key_name(*key))])

    def _key(self, layout: int, form: str) -> Task:
        order = self._orders[layout]
        values = {"layout": order.blueprint.id, "variant": names.joined(form)}
        output = Output("key", names.stem(names.OF_FORM, values, "key", order.style.language))
        return Task(_key_name(layout, form), layout, form, False, None, (output,))

    def _paper(self, entry: Entry) -> Task:
        order, row = self._orders[entry.layout], entry.candidate
        if entry.spare is not None:  # the pattern of a layout is for candidates' files
            printed = {"post": row.post, "room": row.room, "session": row.session, "date": row.date}
            pattern = names.OF_SPARE
            values = {"name": entry.spare, "id": entry.number}
        else:
            shown = masked if order.masks_identity else str
            fields = {field: getattr(row, field) for field in PRINTED}
            others = {header: shown(value) for header, value in row.others}
            printed = {"id": shown(row.id), **fields, **others}
            pattern = order.file_name.markdown if order.file_name else names.OF_CANDIDATE
            values = {field: printed[field] for field in _NAMING}
            values["session"] = names.joined(row.session)
            values["seat"] = row.seat.zfill(_SEAT) if row.seat.isdecimal() else row.seat
        filled = {
            "layout": order.blueprint.id,
            "variant": "" if entry.own else names.joined(entry.form),
            **values,
        }
        roles = ("paper", "key") if entry.own else ("paper",)
        outputs = [Output(role, names.stem(pattern, filled, role, order.style.language)) for role in roles]
        called = "" if entry.spare is None else spare_called(order.style.roster.spare, entry.number)
        return Task(entry.paper, entry.layout, entry.form, entry.own, printed, tuple(outputs), called)


def spare_called(word: str, number: str) -> str:
    """What stands on a spare paper, for its place does too."""
    return f"{word} {number}"


def _key_name(layout: int, form: str) -> str:
    return f"key {layout} {form}"  # of the layout's place: ids and forms may hold any hyphens
