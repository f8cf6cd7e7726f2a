"""Lines of a finished PDF, read back by position."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

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
LINES = LAParams(word_margin=0.13)


def look(measure: float, language: str) -> Look:
    base = classic_look(language)
    page = base.page._replace(width=measure + 2 * LEFT, left=LEFT, right=LEFT, height=2000.0)
    texts = {**base.texts, "text": TextStyle("song", 12, 19)}
    return base._replace(digest=f"{measure} {language}", page=page, texts=texts)


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


COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工"
han = st.text(COMMON, min_size=1, max_size=9)
latin = st.sampled_from(["API", "GB/T", "18:00", "20%", "3.5kg", "--previous", "A", "8", "2026", "C++"])
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
mark = st.sampled_from([*"，。、；：？！～％", "……", "——", "？！", "，“对”，", "。）"])
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
        between_han = [b.x - a.right for a, b in pairwise(line) if HAN.match(a.text) and HAN.match(b.text)]
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


def test_a_mark_gives_half_its_em_back_beside_another() -> None:
    found = set_text("对。）是", 452.5)[0]
    assert [round(b.x - a.x, 2) for a, b in pairwise(found)] == [12, 6, 12]
    found = set_text("对：“是”，在《书》（子）", 452.5)[0]
    assert [round(b.x - a.x, 2) for a, b in pairwise(found)] == [12, 6, 12, 12, 6, 12, 12, 12, 12, 6, 12, 12]
    at_start, inside = set_text("（是）", 452.5)[0], set_text("是（是）", 452.5)[0]
    assert at_start[1].x == pytest.approx(LEFT + 6, abs=0.01)
    assert at_start[0].ink - at_start[1].ink == pytest.approx(inside[1].ink - inside[2].ink, abs=0.01)
    doubled = set_text("在（（是", 452.5)[0]
    assert [round(b.ink - a.ink, 2) for a, b in pairwise(doubled)][1] == 6
    assert doubled[3].x - doubled[0].x == pytest.approx(30, abs=0.01)


def test_a_quarter_em_stands_between_han_and_latin_but_not_beside_marks() -> None:
    alone = set_text("API", 452.5)[0]
    found = set_text("在API是，OK。", 452.5)[0]
    assert found[1].ink - found[0].right == pytest.approx(3 + alone[0].ink - LEFT, abs=0.01)
    assert found[4].x - found[1].ink == pytest.approx(3 + alone[-1].right - alone[0].ink, abs=0.1)
    assert found[6].ink - found[5].right == pytest.approx(set_text("OK", 452.5)[0][0].ink - LEFT, abs=0.01)
    typed = set_text("在 API 是，OK。", 452.5)[0]
    assert [round(c.ink, 1) for c in typed] == [round(c.ink, 1) for c in found]


EXACT = [
    "在API是2026年，用8个。A和é及α的20%，OK。",
    "说：“对。”（见《书》）、“好”！（“子”）",
    "（1）机器人以“……为准”。机器人：“好”。",
    "在 API 是 2026 年，typed spaces come out 的。",
    "写don’t时，用GB/T 1988的第3版。",
]


@pytest.mark.parametrize("source", EXACT)
def test_extracted_text_is_exact(source: str) -> None:
    """Neither gaps nor overlaps that readers take for spaces and for new lines."""
    engine = renderer(452.5, "zh-CN")
    part = Part(fragment(Paragraph("text", (Str(source),))))
    data = engine.render(Document(engine.look, "t", (part,))).data
    document = pypdfium2.PdfDocument(data)
    assert document[0].get_textpage().get_text_range() == source
    document.close()
    assert extract_text(BytesIO(data)).strip() == source


def squeezed_text(source: str, measure: float) -> str:
    engine = renderer(measure, "zh-CN")
    part = Part(fragment(Paragraph("text", (Str(source),))))
    return extract_text(BytesIO(engine.render(Document(engine.look, "t", (part,))).data), laparams=LINES)


def test_lines_that_give_something_up_are_extracted_without_gaps() -> None:
    """Marks and quarter ems are narrowed by anything up to all of it."""
    source = "在（8个）的，对：好；为2026年、是。" * 6
    widths = [300.0 + step for step in range(0, 24, 2)]
    found = [squeezed_text(source, measure) for measure in widths]
    assert [re.sub(r"[\n\f]", "", text) for text in found] == [source] * len(widths)


def test_two_dashes_are_two_ems_and_one_rule() -> None:
    found = set_text("在——是", 452.5)[0]
    assert found[3].x - found[0].right == pytest.approx(24, abs=0.02)
    assert found[2].x - found[1].x < 12.1


def test_quotes_are_wide_in_chinese_and_narrow_in_english() -> None:
    wide, narrow = set_text("说“对”", 452.5)[0], set_text("say “yes”", 452.5, "en")[0]
    assert wide[2].x - wide[1].x == pytest.approx(12, abs=0.01)
    assert narrow[4].x - narrow[3].x < 7
    apostrophe = set_text("写don’t时", 452.5)[0]
    assert apostrophe[5].x - apostrophe[4].x < 5


def test_a_whole_span_and_a_number_with_its_unit_are_not_broken() -> None:
    for measure in range(100, 240, 7):
        found = set_text("（" + "是" * 9 + "）", float(measure), role="marks")
        assert len(found) == 1 or measure < 120
        measures = "的" * 11 + "用 20 kg 和 3 GHz 以及 18:00 的"
        ends = {text(line)[-1] for line in set_text(measures, float(measure))}
        assert not ends & set("0123"), measure


def test_a_long_address_breaks_at_its_joints() -> None:
    source = "请见https://www.example.org/a/long_path/to-some/page.html再作答"
    found = [text(line) for line in set_text(source, 150.0)]
    assert "".join(found) == source
    assert len(found) > 2
    assert all(a[-1] in "/._-" or HAN.match(b) for a, b in pairwise(found))


def test_a_word_longer_than_the_line_breaks_anywhere() -> None:
    found = set_text("x" * 90, 150.0)
    assert len(found) > 2
    assert all(line[-1].right - LEFT <= 150.5 for line in found)


def test_the_last_line_has_two_characters_of_the_sentence_before_its_marks() -> None:
    marks = Span("marks", (Str("（8分）"),))
    for count in range(30, 120, 2):
        inlines = (Str((COMMON * 3)[:count] + "。"), marks)
        engine = renderer(452.5, "zh-CN")
        part = Part(fragment(Paragraph("text", inlines)))
        (page,) = characters(engine.render(Document(engine.look, "t", (part,))).data)
        found = lines(page)
        assert text(found[-1]).endswith("。（8分）")
        assert len(found) == 1 or len(text(found[-1])) >= len("是的。（8分）"), count
        assert all(ink_right(line[-1]) - LEFT == pytest.approx(452.5, abs=0.5) for line in found[:-1]), count


def test_han_in_an_english_text_is_not_widened() -> None:
    source = "Send the notice 顾客投诉处理流程 to every supervisor before the meeting begins at noon. " * 3
    loose = 0
    for measure in range(150, 330, 20):
        for line in set_text(source.strip(), float(measure), "en")[:-1]:
            gaps = [b.x - a.right for a, b in pairwise(line)]
            pairs = zip(gaps, line, line[1:], strict=False)
            han = [gap for gap, a, b in pairs if HAN.match(a.text) and HAN.match(b.text)]
            assert all(abs(gap) < 0.02 for gap in han)
            loose += bool(han) and max(gaps) > 4
    assert loose


def test_the_last_line_is_natural_and_others_flush() -> None:
    found = set_text(COMMON * 3, 300.0)
    assert all(line[-1].right - LEFT == pytest.approx(300, abs=0.5) for line in found[:-1])
    assert {round(b.x - a.x, 2) for a, b in pairwise(found[-1])} == {12}


ENGLISH = (
    "Your team’s service answers 2,000 requests a second and keeps “hot” entries in a hash table. Explain "
    "what happens to the latency when the table is resized under considerable load, and describe two "
    "well-known countermeasures, with their consequences for responsiveness and maintainability—briefly."
)


@pytest.mark.parametrize("measure", [110.0, 200.0, 330.0, 452.5])
def test_english_is_flush_or_natural_and_its_hyphens_are_not_extracted(measure: float) -> None:
    found = set_text(ENGLISH, measure, "en")
    assert "".join(text(line) for line in found) == ENGLISH.replace(" ", "")
    natural = 12 * 0.25
    for line in found[:-1]:
        right = line[-1].right - LEFT
        gaps = [b.x - a.right for a, b in pairwise(line) if b.x - a.right > 1.2]
        assert right <= measure + 0.5
        assert max(gaps, default=0.0) < natural + 3.3


def test_english_is_hyphenated_between_syllables() -> None:
    words = re.findall(r"\w+", ENGLISH)
    ends = [re.split(r"\W", text(line))[-1] for line in set_text(ENGLISH, 140.0, "en")[:-1]]
    parted = [end for end in ends if end and not any(word == end or end.endswith(word) for word in words)]
    assert parted
    assert all(len(part) >= 2 for part in parted)
