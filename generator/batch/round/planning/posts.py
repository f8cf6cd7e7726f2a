"""Which layout is for a candidate's post. A slip of the pen must not hand out the paper of another post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.candidates.characters import folded
from generator.source import nearest_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.order import Order
    from generator.batch.round.planning.refusals import Refusals
    from generator.candidates import Candidate

_A_SLIP = 8  # characters, among which one slip of the pen is likely


class Posts:
    """The posts of some layouts, and of the rows that ask for them."""

    def __init__(self, orders: Sequence[Order], rows: Sequence[Candidate], refusals: Refusals) -> None:
        self._orders = orders
        self._asked = tuple(dict.fromkeys(row.post for row in rows))
        self._refusals = refusals
        self._named = sorted({post for order in orders for post in order.posts})
        self._rest = [k for k, order in enumerate(orders) if not order.posts]  # layouts for all other posts
        self._like: dict[str, str] = {}

    def layout_of(self, row: Candidate) -> int | None:
        """The place of the layout; None if there is none, or none that is sure."""
        if not self._named and len(self._orders) == 1:
            return 0
        fitting = [k for k, order in enumerate(self._orders) if row.post in order.posts]
        if not fitting and not self._is_doubtful(row.post):
            fitting = self._rest
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            self._refusals.add("post-twice", row, post=row.post)
        elif row.post:
            self._refuse(row)
        else:
            posts = ", ".join(self._named)
            self._refusals.add_empty("no-post", "post", "no-post-column", row, posts=posts)
        return None

    def _is_doubtful(self, post: str) -> bool:
        """Whether a post that no layout names may be one that a layout does name."""
        return bool(self._named) and (not post or bool(self._like_named(post)))

    def _like_named(self, post: str) -> str:
        """The named post that one is nearly, or has more or fewer words than; empty if there is none."""
        if post not in self._like:
            kin = (named for named in self._named if _holds(post, named) or _holds(named, post))
            near = (named for named in self._named if _is_slip(folded(post), folded(named)))
            self._like[post] = max(kin, key=len, default="") or next(near, "")
        return self._like[post]

    def _refuse(self, row: Candidate) -> None:
        like = self._like_named(row.post) or nearest_name(row.post, self._named)
        if self._rest:
            layout = self._orders[self._rest[0]].blueprint.id
            rest = [
                post
                for post in self._asked
                if post == row.post or not (post in self._named or self._is_doubtful(post))
            ]
            values = {"post": row.post, "nearest": like, "layout": layout, "posts": ", ".join(rest)}
            self._refusals.add_said("post-in-doubt", "post", row, **values)
        else:
            values = {"post": row.post, "nearest": like, "posts": ", ".join(self._named)}
            self._refusals.add("no-layout-for-post", row, "like-post" if like else "", **values)


def _holds(post: str, other: str) -> bool:
    """Whether `other` is in a post, however both are written; of letters and digits as whole words: no IT in Auditor."""
    sought = r"\s*".join(map(re.escape, folded(other)))
    said = normalize("NFKC", post).casefold()
    return re.search(rf"(?<![a-z0-9](?=[a-z0-9])){sought}(?!(?<=[a-z0-9])[a-z0-9])", said) is not None


def _is_slip(one: str, two: str) -> bool:
    """Whether a few slips of the pen lead from one to the other: one in each eight characters, and at least one."""
    from difflib import SequenceMatcher

    longest = max(len(one), len(two))
    same = sum(block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks())
    return longest - same <= max(1, longest // _A_SLIP) and 2 * same > longest
