"""Chance by keyed hashes: who comes first depends on the seed and on names, never on files, order or Python."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.question import Prompt


def rank(seed: str, *names: str) -> int:
    """A number as good as random, the same for the same seed and names."""
    key = "\0".join((seed, *names)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")


def option_order(seed: str, prompt: Prompt) -> tuple[int, ...]:
    """The order in which a question's options are printed, as indices into the author's order.

    Options are ranked by their text, so that the author's order (which may put the right one first)
    leaves no trace; fixed ones keep their places.
    """
    places = range(len(prompt.options))
    if not prompt.shuffle:
        return tuple(places)
    loose = [place for place in places if not prompt.options[place].fixed]
    shuffled = sorted(loose, key=lambda place: rank(seed, prompt.id, prompt.options[place].text.markdown))
    order = list(places)
    for place, index in zip(loose, shuffled, strict=True):
        order[place] = index
    return tuple(order)
