"""Drawings: the pictures, text boxes and words in what is drawn, and the branch to read where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.documents.docx.names import CHART, DIAGRAM, MC, A, M, O, R, V, W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_EMBEDDED, _ID, _LINKED = R + "embed", R + "id", R + "link"
_CONTENT = frozenset((W + "t", W + "txbxContent", A + "blip", W + "sym", M + "t", CHART, DIAGRAM))


class Drawn(NamedTuple):
    """A part of a drawing.

    `kind` is "box" (`element`: its paragraphs), "picture" (`said`: its relation), "words", or why it is left:
    "left-drawing" for a chart, "left-object" and "left-equation" (`said`: the program that made it).
    """

    kind: str
    element: Element
    said: str = ""


def drawn(parent: Element) -> Iterator[Drawn]:
    """What a drawing is made of, in order."""
    for element in parent:
        tag = element.tag
        if tag == W + "txbxContent":
            yield Drawn("box", element)
        elif tag == A + "blip":
            yield Drawn("picture", element, element.get(_EMBEDDED, "") or element.get(_LINKED, ""))
        elif tag == V + "imagedata":
            yield Drawn("picture", element, element.get(_ID, ""))
        elif tag == V + "textpath":
            yield Drawn("words", element, element.get("string", ""))
        elif tag in (CHART, DIAGRAM):
            yield Drawn("left-drawing", element)
        elif tag == O + "OLEObject" and (made_by := element.get("ProgID", "")):
            yield Drawn(
                "left-equation" if made_by.startswith("Equation") else "left-object", element, made_by
            )
        else:
            yield from drawn(alternative(element) if tag == MC + "AlternateContent" else element)


def alternative(element: Element) -> Element:
    """Of the same thing in several vocabularies the first that holds something, else the one for old programs."""
    fallback = element
    for branch in element:
        if branch.tag == MC + "Fallback":
            fallback = branch
        elif branch.tag == MC + "Choice" and any(part.tag in _CONTENT for part in branch.iter()):
            return branch
    return fallback if fallback is not element else element[0] if len(element) else element
