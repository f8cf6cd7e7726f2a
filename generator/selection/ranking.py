"""Chance by keyed hashes: who comes first depends on the seed and on names, never on files or their order."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.question import Prompt


def ranking(*names: str) -> Callable[[bytes], bytes]:
    """A rank for each text, as good as random, and the same for the same `names` (a seed among them)."""
    key = blake2b("\0".join(names).encode("utf-8", "surrogatepass")).digest()
    state = blake2b(key=key, digest_size=8)

    def rank(text: bytes) -> bytes:
        hashed = state.copy()
        hashed.update(text)
        return hashed.digest()

    return rank


def option_order(seed: str, prompt: Prompt) -> tuple[int, ...]:
    """The order in which a question's options are printed, as indices into the author's order.

    Options are ranked by their text, so that the author's order (which may put the right one first)
    leaves no trace; fixed ones keep their places.
    """
    places = range(len(prompt.options))
    if not prompt.shuffle or not places:
        return tuple(places)
    loose = [place for place in places if not prompt.options[place].fixed]
    rank = ranking(seed, prompt.id)
    texts = [option.text.markdown.encode("utf-8", "surrogatepass") for option in prompt.options]
    shuffled = sorted(loose, key=lambda place: rank(texts[place]))
    order = list(places)
    for place, index in zip(loose, shuffled, strict=True):
        order[place] = index
    return tuple(order)
