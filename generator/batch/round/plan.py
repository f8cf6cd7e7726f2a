"""From layouts and candidates to the tasks of a round. Every fault is told before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.round.deal import LETTERS, letter_of
from generator.batch.round.task import Output, Task
from generator.candidates import in_seat_order, masked
from generator.candidates.characters import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.batch.record import Record
    from generator.candidates import Candidate, CandidateList
    from generator.diagnostics import Location, Report

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
    maker = _Maker(tuple(orders), mode, report, variants)
    maker.check_layouts()
    for row in in_seat_order(candidates.rows):
        maker.candidate(row)
    for place in maker.places():
        maker.spares(place, spares)
    maker.keys()
    if not report.failed:
        maker.check_names()
    return Plan(
        tuple(orders), mode, formats, tuple(maker.entries), tuple(maker.tasks.values()), maker.variants()
    )


def check_against(
    plan: Plan, issued: Mapping[str, Record], candidates: CandidateList, report: Report
) -> None:
    """Those who are added, against those who have a paper: no two may share a number, a seat or a file's name.

    `issued` are the records of the round that is added to, by name.
    """
    rows = {row.id: row.location for row in candidates.rows}
    numbers: dict[str, str] = {}
    seats: dict[tuple[str, ...], str] = {}
    files: dict[str, str] = {}
    keys: set[tuple[str, str]] = set()
    for name, record in issued.items():
        numbers.setdefault(folded(name), name)
        sitting: Mapping[str, str] = record.get("candidate") or {}  # type: ignore[assignment]
        if sitting.get("seat"):
            seats.setdefault(_seat(sitting), name)
        for file in record["files"]:  # type: ignore[attr-defined]
            files.setdefault(str(file["path"]).rpartition(".")[0].casefold(), name)
        if not record.get("own"):
            keys.add((str(record["layout"]), str(record["form"])))
    tasks = {task.name: task for task in plan.tasks}
    wanted: dict[str, Location] = {}  # tasks that are still to be done, each for the first who needs it
    for entry in plan.entries:
        where = rows.get(entry.name, candidates.location)
        record_ = issued.get(entry.name)
        if record_ is not None:
            # A spare of one name in another place: it would pass for the one that is printed.
            if entry.row is None and record_.get("spare") != entry.known:
                report.error("same-name", where, "same-name", name=entry.name)
            continue
        twin = numbers.get(folded(entry.name))
        if twin is not None:
            report.error("late-twin", where, "one-id-each", id=entry.name, other=twin)
        neighbour = seats.get(_seat(entry.known)) if entry.seat else None
        if neighbour is not None:
            values = {"id": entry.name, "other": neighbour, "seat": entry.seat, "room": entry.room or "-"}
            report.error("late-seat", where, "other-seat", **values)
        wanted.setdefault(entry.paper, where)
        if (plan.layout_id(entry), entry.form) not in keys:
            wanted.setdefault(entry.key, where)
    for name, where in wanted.items():
        for output in tasks[name].outputs:
            if f"{output.role}s/{output.stem}".casefold() in files:
                report.error("late-file", where, "round-file-name", name=output.stem)


def _seat(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(folded(row.get(field, "")) for field in ("date", "session", "room", "seat"))


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
        self._places: dict[Place, Candidate] = {}
        self._names: set[str] = set()

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
        if row.variant:
            told["variant"] = row.variant
        self._places.setdefault((row.date, row.session, row.room, layout), row)
        self._add(row.id, layout, form, printed, told, row)

    def places(self) -> list[Place]:
        return list(self._places)

    def spares(self, place: Place, number: int) -> None:
        """Papers without a name, for one room on one date and in one session."""
        date, session, room, layout = place
        row = self._places[place]
        order = self.orders[layout]
        called = (
            order.style.roster.spare,
            order.blueprint.id if len(self.orders) > 1 else "",
            date if len({other[0] for other in self._places}) > 1 else "",
            session,
            room,
        )
        for count in range(1, number + 1):
            name = "-".join(part for part in (*called, str(count)) if part)
            blank = row._replace(id=name, name="", seat=str(count), variant="")
            form = self._form(blank)
            printed = {"room": room, "session": session, "date": date, "spare": name}
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
        if name.casefold() in self._names:
            self.report.error("same-name", row.location, "same-name", name=name)
        self._names.add(name.casefold())
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

    def check_layouts(self) -> None:
        """Ids of layouts tell keys apart."""
        ids: set[str] = set()
        for order in self.orders:
            name = order.blueprint.id
            if name.casefold() in ids:
                self.report.error("same-layout", order.blueprint.location, "same-layout", id=name)
            ids.add(name.casefold())

    def check_names(self) -> None:
        """No two files of a round have the same name on any system."""
        taken: dict[tuple[str, str], str] = {}
        for task in self.tasks.values():
            for output in task.outputs:
                key = (output.role, output.stem.casefold())
                if taken.setdefault(key, task.name) != task.name:
                    order = self.orders[task.layout]
                    named = order.file_name if task.candidate is not None else None
                    where = named.location if named else order.blueprint.location
                    self.report.error("file-name-shared", where, "round-file-name", name=output.stem)
                    return
