"""From layouts and candidates to the tasks of a round. Every fault is told before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch import names
from generator.batch.round.planning.deal import LETTERS, letter_meant, letter_of
from generator.batch.round.planning.filenames import check_names
from generator.batch.round.planning.posts import Posts
from generator.batch.round.planning.refusals import Refusals
from generator.batch.round.planning.tasks import Entry, Tasks
from generator.candidates import in_seat_order, masked
from generator.candidates.places import meant, tell_gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.candidates import Candidate, CandidateList
    from generator.diagnostics import Report

EACH, SESSION = "each", "session"

Place = tuple[str, str, str, int]  # date, session, room and layout


class Plan(NamedTuple):
    orders: tuple[Order, ...]
    mode: str  # "1", a number, "session" or "each"
    formats: Formats
    entries: tuple[Entry, ...]  # in the order of rooms and seats
    tasks: Tasks
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
    entries = tuple(maker.entries)
    tasks = Tasks(tuple(orders), entries, maker.shared_keys())
    if not report.failed:
        check_names(orders, tasks, maker.rows, report)
    return Plan(tuple(orders), mode, formats, entries, tasks, maker.variants())


def tell_refusals(orders: Sequence[Order], mode: str, candidates: CandidateList, report: Report) -> None:
    """The rows of a list that has other faults, and so is not planned, to which no paper could be dealt out."""
    maker = _Maker(tuple(orders), candidates, mode, report, None)
    for row in candidates.rows:
        maker.posts.layout_of(row)
        maker.form_of(row)
    maker.refusals.tell(report)


def tell_unused(plan: Plan, report: Report) -> None:
    """Layouts that nobody of the list needs."""
    used = {entry.layout for entry in plan.entries}
    for k, order in enumerate(plan.orders):
        if k not in used:
            report.warning(
                "layout-unused",
                order.blueprint.location,
                "layout-unused",
                id=order.blueprint.id,
                posts=", ".join(order.posts),
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
        self.refusals = Refusals(candidates)
        self.posts = Posts(orders, candidates.rows, self.refusals)
        self._forms: list[set[str]] = [set() for _ in orders]
        self._places: dict[Place, Candidate] = {}
        self.rows: dict[str, Candidate] = {}  # by what is `alike` of their task's name; of spares the first

    def candidate(self, row: Candidate) -> None:
        layout = self.posts.layout_of(row)
        form = self.form_of(row)
        if layout is None or form is None:
            return
        if self._known is not None and self.mode == SESSION and form not in self._known[layout]:
            known = self._known[layout]
            other = next((each for each in known if meant("session", each) == meant("session", form)), "")
            values = {"session": form, "sessions": ", ".join(known), "other": other}
            self.refusals.add("new-session", row, "session-as-issued" if other else "", **values)
        self._places.setdefault((row.date, row.session, row.room, layout), row)
        self._add(row, layout, form, None)

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
        called = "-".join(
            filter(None, (order.style.roster.spare, of_layout, date, names.joined(session), room))
        )
        for count in range(1, number + 1):
            name = f"{called}-{count}"
            blank = row._replace(id=name, name="", seat=str(count), variant="")
            form = self.form_of(blank)
            assert form is not None  # that of a candidate in the same place is known
            post = order.posts[0] if len(order.posts) == 1 else ""
            self._add(blank._replace(seat="", post=post), layout, form, called)

    def _add(self, row: Candidate, layout: int, form: str, spare: str | None) -> None:
        own = self.mode == EACH
        entry = Entry(layout, row.id if own else form, own, row, spare)
        if self.rows.setdefault(names.alike(entry.paper), row) is not row:
            self.report.error("same-name", row.location, "same-name", name=masked(row.id))
        if not own:
            self._forms[layout].add(form)
        self.entries.append(entry)

    def shared_keys(self) -> list[tuple[int, str]]:
        """Layout and form of each key that several share."""
        return [(layout, form) for layout, forms in enumerate(self._forms) for form in sorted(forms)]

    def variants(self) -> tuple[tuple[str, ...], ...]:
        """The forms of each order. Letters that nobody gets are drawn too: they decide what the others share."""
        if self._known is not None and self.mode != EACH:
            return tuple(tuple(variants) for variants in self._known)
        if self.mode in (EACH, SESSION):
            return tuple(tuple(sorted(forms)) for forms in self._forms)
        letters = tuple(LETTERS[: int(self.mode)]) if self.mode != "1" else ("",)
        return tuple(letters for _ in self.orders)

    def form_of(self, row: Candidate) -> str | None:
        if self.mode == EACH:
            return ""
        if self.mode == SESSION:
            if not row.session:
                self.refusals.add_empty("no-session", "session", "no-session-column", row)
                return None
            return " ".join(filter(None, (row.date, row.session)))  # for each day has a morning
        if self.mode == "1":
            return ""
        letters = LETTERS[: int(self.mode)]
        if not row.variant:
            return letter_of(row, int(self.mode))
        letter = letter_meant(row.variant)
        if letter not in letters:
            self.refusals.add("unknown-form", row, form=row.variant, forms=", ".join(letters))
            return None
        return letter

    def check_layouts(self) -> None:
        """Ids of layouts tell keys apart."""
        ids: set[str] = set()
        for order in self.orders:
            name = order.blueprint.id
            if names.alike(name) in ids:
                self.report.error("same-layout", order.blueprint.location, "same-layout", id=name)
            ids.add(names.alike(name))
