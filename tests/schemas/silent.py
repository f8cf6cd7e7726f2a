"""What the program passes over in silence where it should speak up. The schemas refuse it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.schemas.documents import Value


def passed_over(kind: str, value: Value) -> bool:
    assert isinstance(value, dict)
    if kind == "bank":
        return any(_in_question(question) for question in _items(value.get("questions")))
    style = value.get("style") if kind == "layout" else value
    return isinstance(style, dict) and any(_in_style(style))


def _items(value: Any) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _in_question(question: dict[str, Any]) -> bool:
    # `type:` with nothing behind it is an essay whose options nobody reads.
    if "type" in question and question["type"] is None and {"options", "shuffle"} & question.keys():
        return True
    # A level with two texts is left out.
    levels = _items(question.get("levels"))
    return any(isinstance(level.get("text"), list) and len(level["text"]) > 1 for level in levels)


def _in_style(style: dict[str, Any]) -> Iterator[bool]:
    # A list that is none is an empty list.
    for part, names in (("key", ["point_numbering"]), ("list", ["ordered", "bullets"])):
        inner = style.get(part)
        if isinstance(inner, dict):
            for name in names:
                said = inner.get(name)
                spoken = said.values() if isinstance(said, dict) else [said]
                yield isinstance(said, dict) and not (said and said.keys() <= {"zh", "en"})
                yield any(not isinstance(one, list) and one is not None for one in spoken)
    # A style may be called by a list.
    yield isinstance(style.get("style"), dict | list)
    # `page: {zh: }` is no page at all.
    yield any(
        isinstance(part, dict) and None in (part.get("zh", 0), part.get("en", 0)) for part in style.values()
    )
