"""Lines of a finished PDF, read back by position."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.content import Span, Str
from generator.model.document import Document, Look, Paragraph, Part, TextStyle
from generator.render.pdf import Renderer
from tests.render.pdf.reading import Char, characters, lines, text
from tests.render.sample_document import classic_look, fragment

NO_START = set("，。、；：？！”’）》〉」』】〕…～·％℃")
NO_END = set("“‘（《〈「『【〔￥")
CLOSING = set("，。、；：？！”’）》〉」』】〕")
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[0-9A-Za-z%./:+-]")
LEFT = 60.0


def look(measure: float, language: str = "zh-CN", size: float = 12.0, align: str = "justify") -> Look:
    base = classic_look(language)
    page = base.page._replace(width=measure + 2 * LEFT, left=LEFT, right=LEFT, height=2000.0)
    style = TextStyle("song", size, 1.6 * size, align=align)
    return base._replace(digest=f"{measure} {language} {size}", page=page, texts={**base.texts, "text": style})


@cache
def renderer(measure: float, language: str) -> Renderer:
    return Renderer(look(measure, language))


def set_text(source: str, measure: float, language: str = "zh-CN", role: str = "") -> list[list[Char]]:
    """The lines of one paragraph."""
    inlines = (Span(role, (Str(source),)),) if role else (Str(source),)
    engine = renderer(measure, language)
    part = Part(fragment(Paragraph("text", inlines)))
    (page,) = characters(engine.render(Document(engine.look, "t", (part,))).data)
    return lines([char for char in page if not char.text.isspace()])


def ink_right(char: Char) -> float:
    """A closing mark stands in the left half of its em."""
    return char.right - (char.size / 2 if char.text in CLOSING else 0.0)


han = st.text("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说", min_size=1, max_size=9)
latin = st.sampled_from(["API", "GB/T", "18:00", "20%", "3.5kg", "--previous", "HTTP", "A", "8", "2026", "C++", "e.g."])
word = st.one_of(han, han, han, latin.map(lambda w: "的" + w + "在"), latin.map(lambda w: "是 " + w + " 的"))
phrase = st.lists(word, min_size=1, max_size=4).map("".join)
closed = st.one_of(
    phrase,
    phrase.map(lambda p: f"“{p}”"),
    phrase.map(lambda p: f"（{p}）"),
    phrase.map(lambda p: f"《{p}》"),
    phrase.map(lambda p: f"（“{p}”）"),
    phrase.map(lambda p: f"￥12{p}"),
)
mark = st.sampled_from(["，", "。", "、", "；", "：", "？", "！", "……", "——", "～", "％", "？！", "，“对”，", "。）"])
chinese = st.lists(st.tuples(closed, mark).map("".join), min_size=1, max_size=12).map("".join)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=chinese, measure=st.sampled_from([180.0, 300.0, 452.5]))
def test_chinese_lines_keep_the_rules(source: str, measure: float) -> None:
    found = set_text(source, measure)
    assert "".join(text(line) for line in found) == re.sub(r"\s", "", source)
    for k, line in enumerate(found):
        assert line[0].text not in NO_START or k == 0
        assert line[-1].text not in NO_END or k == len(found) - 1
        right = ink_right(line[-1]) - LEFT
        assert right <= measure + 0.5
        assert line[0].x >= LEFT - (6.01 if line[0].text in NO_END else 0.01)
        between_han = [
            b.x - a.right for a, b in pairwise(line) if HAN.match(a.text) and HAN.match(b.text)
        ]
        if between_han:
            assert max(between_han) <= 3.01
            assert max(between_han) - min(between_han) < 0.02
        if k < len(found) - 1:
            justified = abs(right - measure) <= 0.5
            assert justified or max(between_han, default=0.0) < 0.02, "neither flush nor natural"
            assert not (LATIN.match(line[-1].text) and LATIN.match(found[k + 1][0].text)), "a word is split"
            assert text(line[-1:] + found[k + 1][:1]) not in ("……", "——")
    if len(found) > 1:
        body = sum(c.right - c.x for c in found[-1] if HAN.match(c.text) or LATIN.match(c.text))
        assert body >= 2 * 12 - 0.1
