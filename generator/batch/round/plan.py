"""From layouts and candidates to the tasks of a round. Every fault is told before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.round.deal import LETTERS, letter_of
from generator.batch.round.filenames import check_names
from generator.batch.round.refusals import Refusals
from generator.batch.round.task import Output, Task
from generator.candidates import in_seat_order, masked
from generator.candidates.places import tell_gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.candidates import Candidate, CandidateList
    from generator.diagnostics import Report

EACH, SESSION = "each", "session"

Place = tuple[str, str, str, int]  # date, session, room and layout


class Entry(NamedTuple):
    """Someone who gets a paper: a candidate, or nobody yet (a spare), and the tasks that make it and its key."""

    name: str
    layout: int
    form: str  # "" for the only form
    row: Mapping[str, str] | None  # of the candidates' file; None for a spare
    room: str
    seat: str
    session: str
    date: str
    paper: str  # names of tasks
    key: str

    @property
    def known(self) -> dict[str, str]:
        """What is known of it by field: a candidate's row, or a spare's place."""
        if self.row is not None:
            return dict(self.row)
        place = {"room": self.room, "session": self.session, "date": self.date}
        return {field: value for field, value in place.items() if value}


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
    maker = _Maker(tuple(orders), candidates, mode, report, variants)
    maker.check_layouts()
    for row in in_seat_order(candidates.rows):
        maker.candidate(row)
    maker.refusals.tell(report)
    if mode != SESSION:
        tell_gap("session", [row for row in candidates.rows if not row.session], len(candidates.rows), report)
    if not report.failed:  # or a room's spares would repeat what is wrong with its candidates
        for place in maker.places():
            maker.spares(place, spares)
    maker.keys()
    if not report.failed:
        check_names(orders, maker.tasks.values(), maker.rows, report)
    return Plan(
        tuple(orders), mode, formats, tuple(maker.entries), tuple(maker.tasks.values()), maker.variants()
    )


class _Maker:
    def __init__(
        self,
        orders: tuple[Order, ...],
        candidates: CandidateList,
        mode: str,
        report: Report,
        variants: Sequence[Sequence[str]] | None,
    ) -> None:
        self.orders = orders
        self._known = variants
        self.mode = mode
        self.report = report
        self.entries: list[Entry] = []
        self.tasks: dict[str, Task] = {}
        self.refusals = Refusals(candidates)
        self._forms: list[set[str]] = [set() for _ in orders]
        self._places: dict[Place, Candidate] = {}
        self.rows: dict[
            str, Candidate
        ] = {}  # by name of task, in lower case; of a spare the first of its place

    def candidate(self, row: Candidate) -> None:
        layout = self._layout(row)
        form = self._form(row)
        if layout is None or form is None:
            return
        order = self.orders[layout]
        if self._known is not None and self.mode == SESSION and form not in self._known[layout]:
            self.refusals.add("new-session", row, session=form, sessions=", ".join(self._known[layout]))
        shown = masked if order.masks_identity else str
        fields = {
            field: getattr(row, field)
            for field in ("name", "post", "room", "seat", "session", "department", "date")
        }
        printed = {"id": shown(row.id), **fields, **{header: shown(value) for header, value in row.others}}
        known = {"id": row.id, **fields, **dict(row.others), "variant": row.variant}
        told = {field: value for field, value in known.items() if value}
        self._places.setdefault((row.date, row.session, row.room, layout), row)
        pattern = order.file_name.markdown if order.file_name else names.OF_CANDIDATE
        values = {field: printed[field] for field in ("id", "name", "post", "room", "seat", "session")}
        self._add(row.id, layout, form, printed, told, row, self._outputs(order, pattern, values, form))

    def places(self) -> list[Place]:
        return list(self._places)

    def spares(self, place: Place, number: int) -> None:
        """Papers without a name, for one room on one date and in one session.

        What they are called depends on their place alone, never on who else is in the list: it is the same when
        candidates are added, be they of another day or post. The pattern of a layout is for candidates' files.
        """
        date, session, room, layout = place
        row = self._places[place]
        order = self.orders[layout]
        of_layout = order.blueprint.id if len(self.orders) > 1 else ""
        called = "-".join(filter(None, (order.style.roster.spare, of_layout, date, session, room)))
        for count in range(1, number + 1):
            name = f"{called}-{count}"
            blank = row._replace(id=name, name="", seat=str(count), variant="")
            form = self._form(blank)
            assert form is not None  # that of a candidate in the same place is known
            printed = {"room": room, "session": session, "date": date}
            outputs = self._outputs(order, names.OF_SPARE, {"name": called, "id": str(count)}, form)
            self._add(name, layout, form, printed, None, blank._replace(seat=""), outputs)

    def _outputs(
        self, order: Order, pattern: str, values: Mapping[str, str], form: str
    ) -> tuple[Output, ...]:
        filled = {"layout": order.blueprint.id, "variant": form, **values}  # of one's own it is ""
        roles = ("paper", "key") if self.mode == EACH else ("paper",)
        return tuple(Output(role, names.stem(pattern, filled, role, order.style.language)) for role in roles)

    def _add(
        self,
        name: str,
        layout: int,
        form: str,
        printed: Mapping[str, str],
        told: Mapping[str, str] | None,
        row: Candidate,
        outputs: tuple[Output, ...],
    ) -> None:
        """`told` is None for a spare."""
        own = self.mode == EACH
        paper = f"paper {name}"
        if self.rows.setdefault(paper.casefold(), row) is not row:
            self.report.error("same-name", row.location, "same-name", name=masked(name))
        spare = name if told is None else ""
        self.tasks[paper] = Task(paper, layout, name if own else form, own, printed, outputs, spare)
        if not own:
            self._forms[layout].add(form)
        key = paper if own else self._key_name(layout, form)
        place = (row.room, row.seat, row.session, row.date)
        self.entries.append(Entry(name, layout, name if own else form, told, *place, paper, key))

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
        return f"key {layout} {form}"  # of the layout's place: ids and forms may hold any hyphens

    def _layout(self, row: Candidate) -> int | None:
        """The layout of a candidate's post."""
        if len(self.orders) == 1 and not self.orders[0].posts:
            return 0
        fitting = [k for k, order in enumerate(self.orders) if row.post in order.posts]
        fitting = fitting or [k for k, order in enumerate(self.orders) if not order.posts]
        if len(fitting) == 1:
            return fitting[0]
        known = ", ".join(sorted({post for order in self.orders for post in order.posts}))
        if fitting:
            self.refusals.add("post-twice", row, post=row.post)
        elif row.post:
            self.refusals.add("no-layout-for-post", row, post=row.post, posts=known)
        else:
            self.refusals.add_empty("no-post", "post", "no-post-column", row, posts=known)
        return None

    def _form(self, row: Candidate) -> str | None:
        if self.mode == EACH:
            return ""
        if self.mode == SESSION:
            if not row.session:
                self.refusals.add_empty("no-session", "session", "no-session-column", row)
            return row.session or None
        if self.mode == "1":
            return ""
        letters = LETTERS[: int(self.mode)]
        if not row.variant:
            return letter_of(row, int(self.mode))
        if row.variant.upper() not in letters:
            self.refusals.add("unknown-form", row, form=row.variant, forms=", ".join(letters))
            return None
        return row.variant.upper()

    def check_layouts(self) -> None:
        """Ids of layouts tell keys apart."""
        ids: set[str] = set()
        for order in self.orders:
            name = order.blueprint.id
            if name.casefold() in ids:
                self.report.error("same-layout", order.blueprint.location, "same-layout", id=name)
            ids.add(name.casefold())
