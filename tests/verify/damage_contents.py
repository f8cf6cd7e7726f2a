"""Damage inside the documents of a finished round, with all digests mended: the content alone tells."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.verify.damage_files import Skip, files, one, with_other

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from tests.verify.damage_files import Damage
    from tests.verify.forger import Forger

_PARAGRAPH = re.compile(r"<w:p>(?:(?!<w:p>).)*?</w:p>", re.DOTALL)


def _in_docx(change: Callable[[str, random.Random], str]) -> Damage:
    def damage(forger: Forger, dice: random.Random) -> object:
        path = one(forger, dice, ".docx")
        forger.edit_part(path, "word/document.xml", lambda xml: change(xml, dice))
        forger.mend()
        return path.name

    return damage


def _mark(xml: str, dice: random.Random) -> str:
    found = list(re.finditer(r"(\d+)分", xml))
    if not found:
        raise Skip
    mark = dice.choice(found)
    return f"{xml[: mark.start(1)]}{int(mark[1]) + 1}{xml[mark.end(1) :]}"


def _letter(xml: str, dice: random.Random) -> str:
    return with_other(
        xml, dice.choice(list(re.finditer(r"<w:t[^>]*>([^<]+)</w:t>", xml))), dice, "的一不人8A"
    )


def _said(paragraph: re.Match[str]) -> str:
    return re.sub("<[^>]*>", "", paragraph[0])


def _paragraphs(xml: str) -> list[re.Match[str]]:
    return [paragraph for paragraph in _PARAGRAPH.finditer(xml) if _said(paragraph)]


def _less(xml: str, dice: random.Random) -> str:
    gone = dice.choice(_paragraphs(xml))
    return xml[: gone.start()] + xml[gone.end() :]


def _twice(xml: str, dice: random.Random) -> str:
    again = dice.choice(_paragraphs(xml))
    return xml[: again.end()] + again[0] + xml[again.end() :]


def _in_disorder(xml: str, dice: random.Random) -> str:
    one, two = sorted(dice.sample(_paragraphs(xml), 2), key=lambda found: found.start())
    if _said(one) == _said(two):
        raise Skip
    return xml[: one.start()] + two[0] + xml[one.end() : two.start()] + one[0] + xml[two.end() :]


def answer_pasted(forger: Forger, dice: random.Random) -> object:
    """A paragraph of a key's solution stands in a paper or attendance sheet."""
    keys = [path for path in files(forger, ".docx") if path.parent.name == "keys"]
    others = [path for path in files(forger, ".docx") if path.parent.name != "keys"]
    if not keys or not others:
        raise Skip
    with zipfile.ZipFile(dice.choice(keys)) as archive:
        xml = archive.read("word/document.xml").decode()
    style = re.compile(r'w:pStyle w:val="(Point|Subpoint|Answer\w*|Analysis)"')
    answer = dice.choice([found for found in _paragraphs(xml) if style.search(found[0])])[0]

    def change(xml: str) -> str:
        behind = dice.choice(_paragraphs(xml)).end()
        return xml[:behind] + answer + xml[behind:]

    path = dice.choice(others)
    forger.edit_part(path, "word/document.xml", change)
    forger.mend()
    return path.name


def _in_pdf(change: Callable[[list[bytes], random.Random], None]) -> Damage:
    def damage(forger: Forger, dice: random.Random) -> object:
        path = one(forger, dice, ".pdf")
        forger.edit_objects(path, lambda bodies: change(bodies, dice))
        forger.mend()
        return path.name

    return damage


def contents(bodies: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """What pages paint, by object."""
    for place, body in enumerate(bodies):
        head, stream, packed = body.partition(b">>\nstream\n")
        if stream and b"/Subtype" not in head:
            try:
                content = zlib.decompress(packed.removesuffix(b"\nendstream"))
            except zlib.error:
                continue
            if b" Tf" in content and b"BT" in content:
                yield place, content


def _painted(bodies: list[bytes], dice: random.Random, pattern: bytes) -> tuple[int, bytes, re.Match[bytes]]:
    found = list(contents(bodies))
    if not found:
        raise Skip
    place, content = dice.choice(found)
    spots = list(re.finditer(pattern, content))
    if not spots:
        raise Skip
    return place, content, dice.choice(spots)


def repaint(bodies: list[bytes], place: int, content: bytes) -> None:
    packed = zlib.compress(content)
    bodies[place] = b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed)


def _letters_exchanged(bodies: list[bytes], dice: random.Random) -> None:
    place, content, spot = _painted(bodies, dice, rb"\(((?:[^\\()]){6,})\)")
    codes = [spot[1][k : k + 2] for k in range(0, len(spot[1]), 2)]
    at = dice.randrange(len(codes) - 1)
    if len(spot[1]) % 2 or codes[at] == codes[at + 1]:
        raise Skip
    codes[at : at + 2] = codes[at + 1], codes[at]
    repaint(bodies, place, content[: spot.start(1)] + b"".join(codes) + content[spot.end(1) :])


def _line_lost(bodies: list[bytes], dice: random.Random) -> None:
    place, content, spot = _painted(bodies, dice, rb"\[\((?:[^\\()]|\\.)*\)[^\]]*\]TJ")
    repaint(bodies, place, content[: spot.start()] + content[spot.end() :])


def _pages(change: Callable[[list[bytes], random.Random], list[bytes]]) -> Damage:
    def damage(bodies: list[bytes], dice: random.Random) -> None:
        place = dice.choice([k for k, body in enumerate(bodies) if b"/Type/Pages" in body])
        kids = re.search(rb"/Kids\[([^\]]*)\]", bodies[place])
        assert kids is not None
        before = re.findall(rb"\d+ 0 R", kids[1])
        after = change(before, dice)
        if not after or after == before:
            raise Skip
        body = bodies[place].replace(kids[0], b"/Kids[%b]" % b" ".join(after))
        bodies[place] = re.sub(rb"/Count \d+", b"/Count %d" % len(after), body)

    return _in_pdf(damage)


CONTENTS: dict[str, Damage] = {
    "docx-mark": _in_docx(_mark),
    "docx-letter": _in_docx(_letter),
    "docx-paragraph-lost": _in_docx(_less),
    "docx-paragraph-twice": _in_docx(_twice),
    "docx-paragraphs-exchanged": _in_docx(_in_disorder),
    "answer-pasted": answer_pasted,
    "pdf-letters-exchanged": _in_pdf(_letters_exchanged),
    "pdf-line-lost": _in_pdf(_line_lost),
    "page-lost": _pages(lambda pages, dice: [page for page in pages if page != dice.choice(pages)]),
    "page-twice": _pages(lambda pages, dice: [*pages, dice.choice(pages)]),
    "pages-reversed": _pages(lambda pages, _: pages[::-1]),
}
