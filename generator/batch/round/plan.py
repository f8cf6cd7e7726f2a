"""From layouts and candidates to the tasks of a round. Every fault is told before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.round.deal import LETTERS, letter_of
from generator.batch.round.task import Output, Task
from generator.candidates import in_seat_order, masked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.candidates import Candidate, CandidateList
    from generator.diagnostics import Report

EACH, SESSION = "each", "session"


class Entry(NamedTuple):
    """Someone who gets a paper: a candidate, or nobody yet (a spare), and the tasks that make it and its key."""

    name: str
    layout: int
    form: str  # "" for the only form
    row: Mapping[str, str] | None  # of the candidates' file; None for a spare
    room: str
    seat: str
    session: str
    paper: str  # names of tasks
    key: str


class Plan(NamedTuple):
    orders: tuple[Order, ...]
    mode: str  # "1", a number, "session" or "each"
    formats: Formats
    entries: tuple[Entry, ...]  # in the order of rooms and seats
    tasks: tuple[Task, ...]
    variants: tuple[tuple[str, ...], ...]  # of each order: the forms that are drawn together

    def layout_id(self, entry: Entry) -> str:
        return self.orders[entry.layout].blueprint.id


def plan(
    orders: Sequence[Order],
    candidates: CandidateList,
    mode: str,
    spares: int,
    formats: Formats,
    variants: Sequence[Sequence[str]] | None,
    report: Report,
) -> Plan:
    """The plan of a round; worth nothing when the report has errors.

    `variants` are the forms of a round that is added to: no others can be dealt out, or those of the first would change.
    """
    maker = _Maker(tuple(orders), mode, report, variants)
    for row in in_seat_order(candidates.rows):
        maker.candidate(row)
    for room in maker.rooms():
        maker.spares(room, spares)
    maker.keys()
    maker.check_names()
    return Plan(
        tuple(orders), mode, formats, tuple(maker.entries), tuple(maker.tasks.values()), maker.variants()
    )


class _Maker:
    def __init__(
        self, orders: tuple[Order, ...], mode: str, report: Report, variants: Sequence[Sequence[str]] | None
    ) -> None:
        self.orders = orders
        self._known = variants
        self.mode = mode
        self.report = report
        self.entries: list[Entry] = []
        self.tasks: dict[str, Task] = {}
        self._forms: list[set[str]] = [set() for _ in orders]
        self._rooms: dict[tuple[str, str, int], Candidate] = {}

    def candidate(self, row: Candidate) -> None:
        layout = self._layout(row)
        if layout is None:
            return
        order = self.orders[layout]
        form = self._form(row)
        if self._known is not None and self.mode == SESSION and form not in self._known[layout]:
            known = ", ".join(self._known[layout])
            self.report.error(
                "new-session", row.location, "new-session", id=row.id, session=form, sessions=known
            )
        shown = masked(row.id) if order.masks_identity else row.id
        printed = {
            "id": shown,
            **{field: getattr(row, field) for field in ("name", "post", "room", "seat", "session", "department", "date")},
            **dict(row.others),
        }  # fmt: skip
        told = {"id": row.id, **{k: v for k, v in printed.items() if k != "id" and v}}
        self._rooms.setdefault((row.session, row.room, layout), row)
        self._add(row.id, layout, form, printed, told, row)

    def rooms(self) -> list[tuple[str, str, int]]:
        return list(self._rooms)

    def spares(self, place: tuple[str, str, int], number: int) -> None:
        """Papers without a name, for one room."""
        session, room, layout = place
        row = self._rooms[place]
        order = self.orders[layout]
        word = order.style.roster.spare
        for count in range(1, number + 1):
            parts = [word, *([order.blueprint.id] if len(self.orders) > 1 else []), session, room, str(count)]
            name = "-".join(part for part in parts if part)
            blank = row._replace(id=name, name="", seat=str(count))
            form = self._form(blank)
            printed = {"room": room, "session": session, "spare": name}
            self._add(name, layout, form, printed, None, blank._replace(seat=""))

    def _add(
        self,
        name: str,
        layout: int,
        form: str,
        printed: Mapping[str, str],
        told: Mapping[str, str] | None,
        row: Candidate,
    ) -> None:
        order = self.orders[layout]
        own = self.mode == EACH
        pattern = order.file_name.markdown if order.file_name else names.OF_CANDIDATE
        values = {
            "layout": order.blueprint.id,
            "variant": "" if own else form,
            "id": printed.get("id", name),
            "name": row.name,
            "post": row.post,
            "room": row.room,
            "seat": row.seat,
            "session": row.session,
        }
        roles = ("paper", "key") if own else ("paper",)
        outputs = tuple(
            Output(role, names.stem(pattern, values, role, order.style.language)) for role in roles
        )
        paper = f"paper {name}"
        self.tasks[paper] = Task(paper, layout, name if own else form, own, printed, outputs)
        if not own:
            self._forms[layout].add(form)
        key = paper if own else self._key_name(layout, form)
        self.entries.append(
            Entry(name, layout, name if own else form, told, row.room, row.seat, row.session, paper, key)
        )

    def keys(self) -> None:
        """A task for the key of each form that somebody gets."""
        for layout, order in enumerate(self.orders):
            for form in sorted(self._forms[layout]):
                values = {"layout": order.blueprint.id, "variant": form}
                output = Output("key", names.stem(names.OF_FORM, values, "key", order.style.language))
                name = self._key_name(layout, form)
                self.tasks[name] = Task(name, layout, form, False, None, (output,))

    def variants(self) -> tuple[tuple[str, ...], ...]:
        """The forms of each order. Letters that nobody gets are drawn too: they decide what the others share."""
        if self._known is not None and self.mode != EACH:
            return tuple(tuple(variants) for variants in self._known)
        if self.mode in (EACH, SESSION):
            return tuple(tuple(sorted(forms)) for forms in self._forms)
        letters = tuple(LETTERS[: int(self.mode)]) if self.mode != "1" else ("",)
        return tuple(letters for _ in self.orders)

    def _key_name(self, layout: int, form: str) -> str:
        return f"key {names.form_name(self.orders[layout].blueprint.id, form)}"

    def _layout(self, row: Candidate) -> int | None:
        """The layout of a candidate's post."""
        if len(self.orders) == 1 and not self.orders[0].posts:
            return 0
        fitting = [k for k, order in enumerate(self.orders) if row.post in order.posts]
        fitting = fitting or [k for k, order in enumerate(self.orders) if not order.posts]
        if len(fitting) == 1:
            return fitting[0]
        code = "post-twice" if fitting else "no-layout-for-post"
        known = sorted({post for order in self.orders for post in order.posts})
        self.report.error(code, row.location, code, id=row.id, post=row.post, posts=", ".join(known))
        return None

    def _form(self, row: Candidate) -> str:
        if self.mode in (EACH, "1"):
            return ""
        if self.mode == SESSION:
            if not row.session:
                self.report.error("no-session", row.location, "no-session", id=row.id)
            return row.session
        letters = LETTERS[: int(self.mode)]
        if not row.variant:
            return letter_of(row, int(self.mode))
        if row.variant.upper() not in letters:
            self.report.error(
                "unknown-form",
                row.location,
                "unknown-form",
                id=row.id,
                form=row.variant,
                forms=", ".join(letters),
            )
            return letters[0]
        return row.variant.upper()

    def check_names(self) -> None:
        """No two files of a round have the same name on any system."""
        taken: dict[tuple[str, str], str] = {}
        for task in self.tasks.values():
            for output in task.outputs:
                key = (output.role, output.stem.casefold())
                if taken.setdefault(key, task.name) != task.name:
                    order = self.orders[task.layout]
                    where = order.file_name.location if order.file_name else order.blueprint.location
                    self.report.error("file-name-shared", where, "file-name-shared", name=output.stem)
                    return
