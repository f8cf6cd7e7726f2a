"""Flows and labels of a look that other processes have measured."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from generator.render.pdf import kept
from generator.render.pdf.flow import Cut, Flow, Row
from generator.render.pdf.labels import Label
from generator.render.pdf.typesetter import face_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.document import Look

MOST_BYTES = 4_000_000  # of flows
MOST_LABELS = 1_000

_CUTS = tuple(Cut)


class Shelf:
    """What is kept of one look, read from the cache at once; a flow is unpacked when it is asked for."""

    def __init__(self, look: Look) -> None:
        self._entry = kept.entry("look", face_names(look), look.digest)
        self._flows: dict[tuple[str, float | None], bytes]
        self._labels: dict[str, tuple[bytes, float, dict[str, tuple[int, ...]]]]
        self._flows, self._labels = kept.load(self._entry) or ({}, {})

    def flow(self, key: tuple[str, float | None]) -> Flow | None:
        """The flow of a fragment's digest, and of the push of its label."""
        packed = self._flows.get(key)
        return None if packed is None else _unpacked(packed)

    def label(self, key: tuple[object, ...]) -> Label | None:
        found = self._labels.get(repr(key))
        return None if found is None else Label(*found)

    def keep(
        self, flows: Mapping[tuple[str, float | None], Flow], labels: Mapping[tuple[object, ...], Label]
    ) -> None:
        """Add these for other processes. Of flows the oldest go, above the bound."""
        if self._entry is None:
            return
        new_flows = {
            key: packed
            for key, flow in flows.items()
            if key not in self._flows and (packed := _packed(flow)) is not None
        }
        new_labels = {
            name: (label.text, label.push, dict(label.codes))
            for key, label in labels.items()
            if (name := repr(key)) not in self._labels
        }
        if not (new_flows or new_labels):
            return
        self._flows |= new_flows
        size = sum(map(len, self._flows.values()))
        while size > MOST_BYTES:
            size -= len(self._flows.pop(next(iter(self._flows))))
        self._labels |= new_labels
        while len(self._labels) > MOST_LABELS:
            del self._labels[next(iter(self._labels))]
        kept.store(self._entry, (self._flows, self._labels))


def _packed(flow: Flow) -> bytes | None:
    """None for a flow with pictures, which are files of their own, and for a list of contents."""
    if flow.pictures or flow.links:
        return None
    rows = [(*row[:4], int(row.cut), *row[5:]) for row in flow.rows]
    codes = {face: tuple(shown) for face, shown in flow.codes.items()}
    return marshal.dumps((rows, flow.after, codes, flow.label_at, list(flow.headings), flow.keeps_with_next))


def _unpacked(packed: bytes) -> Flow:
    rows, after, codes, label_at, headings, keeps = marshal.loads(packed)
    rows = [Row._make((*row[:4], _CUTS[row[4]], *row[5:])) for row in rows]
    return Flow(rows, after, codes, {}, label_at, headings, keeps)
