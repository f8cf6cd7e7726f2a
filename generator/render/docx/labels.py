"""What stands between a label and the text behind it, as the PDF has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import Span, Str
from generator.render.docx.measure import ems
from generator.render.docx.xml import twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Inline
    from generator.model.document import TextStyle

TAB, SPACE, NOTHING = "tab", "space", "nothing"  # as w:suff says it
_RUNS = {
    TAB: "<w:r><w:tab/></w:r>",
    SPACE: '<w:r><w:t xml:space="preserve"> </w:t></w:r>',  # a quarter em
    NOTHING: "",
}
_CLOSE = 1e-3
_BLANK_BEHIND = frozenset("，。、；：？！）》〉」』】〕〗］｝．")  # the right half of these is blank


class Behind(NamedTuple):
    """What stands behind all numbers of a list."""

    suffix: str  # w:suff
    spaced: bool  # a space between number and tab
    stops: tuple[int, ...]  # for the numbers wider than their room, in twips from where they begin


def suffix(label: tuple[Inline, ...], style: TextStyle, chinese: bool) -> str:
    """Behind one label. Behind one wider than its room, a tab would leap to the next stop."""
    if _width(label, style, chinese) <= style.hang + _CLOSE:
        return TAB
    return SPACE if style.hang and _is_tight(label) else NOTHING


def behind(label: tuple[Inline, ...], style: TextStyle, chinese: bool) -> str:
    """The run behind a label that is typed; none if there is no label."""
    return _RUNS[suffix(label, style, chinese)] if label else ""


def behind_all(labels: Iterable[str], style: TextStyle, chinese: bool) -> Behind:
    """Behind the labels of one list, the first one first. Word has the same behind all numbers of a list.

    Where some outgrow their room, a tab takes each to a stop of its own. The faces may be narrower than they
    are taken to be, and the stop that is meant for the others just behind the number: hence the space.
    """
    made = [(Str(label),) for label in labels]
    first = suffix(made[0], style, chinese)
    wide = [label for label in made if suffix(label, style, chinese) != TAB]
    if first != TAB or not wide:
        return Behind(first, False, ())
    spaced = any(map(_is_tight, wide))
    space = (Str(" "),) if spaced else ()
    return Behind(TAB, spaced, tuple(sorted({twips(_width((*w, *space), style, chinese)) for w in wide})))


def _width(label: tuple[Inline, ...], style: TextStyle, chinese: bool) -> float:
    return ems(label, chinese) * style.size


def _is_tight(label: tuple[Inline, ...]) -> bool:
    """Whether the label ends with ink, and so needs some air behind it."""
    last = label[-1]
    if isinstance(last, Span):
        return bool(last.children) and _is_tight(last.children)
    return not isinstance(last, Str) or not (last.text[-1:].isspace() or last.text[-1:] in _BLANK_BEHIND)
