"""Lists that Word counts: the numbers it comes to are the labels, and what it cannot count is typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from generator.model.document import Choices, Ordinal, Paragraph, Part
from generator.numbering import numbered as label_of
from generator.render.docx import Renderer
from tests.finished import docx_paragraphs
from tests.render.docx.opened import NS, Opened, W, attributes, document, opened, pages, text
from tests.render.sample_document import classic_look, fragment, numbered, para, s

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Fragment, Piece

LOOK = classic_look()
WORDS = "先回应情绪"


def item(role: str, mark: str, number: int, level: int = 0, language: str = "") -> Paragraph:
    label = s(label_of(mark, number))
    return Paragraph(role, s(WORDS), label, level, language=language, ordinal=Ordinal(mark, number))


def items(role: str, mark: str, *numbers: int, level: int = 0) -> list[Paragraph]:
    return [item(role, mark, number, level) for number in numbers]


def counted(package: Opened) -> list[bool]:
    return [p.find("w:pPr/w:numPr", NS) is not None for p in package.paragraphs()]


def shown(package: Opened) -> list[str]:
    """The labels as a reader sees them, typed or counted."""
    said = [paragraph.text for paragraph in docx_paragraphs(package.data)]
    assert all(line.endswith(WORDS) for line in said)
    return [line.removesuffix(WORDS).strip() for line in said]


@pytest.mark.parametrize(
    ("mark", "kind", "last"),
    [
        ("1.", "decimal", 120),
        ("(1)", "decimal", 12),
        ("（1）", "decimal", 12),
        ("1）", "decimal", 12),
        ("①", "decimalEnclosedCircle", 20),
        ("A.", "upperLetter", 26),
        ("（A）", "upperLetter", 26),
        ("一、", "chineseCountingThousand", 99),
        ("（一）", "chineseCountingThousand", 99),
        ("I.", "upperRoman", 39),
        ("-", "bullet", 3),
        ("•", "bullet", 3),
    ],
)
def test_word_comes_to_the_same_labels(mark: str, kind: str, last: int) -> None:
    package = opened(fragment(*items("list", mark, *range(1, last + 1))))
    assert all(counted(package))
    assert not any(p.findall("w:r/w:tab", NS) for p in package.paragraphs())
    assert shown(package) == [label_of(mark, number) for number in range(1, last + 1)]
    formats = package.xml("word/numbering.xml").iter(f"{W}numFmt")
    assert {found.get(f"{W}val") for found in formats} == {kind}


@pytest.mark.parametrize(("mark", "last"), [("①", 21), ("A.", 27), ("一、", 100), ("", 2), ("%1", 2)])
def test_a_list_that_word_counts_otherwise_is_typed_throughout(mark: str, last: int) -> None:
    package = opened(fragment(*items("list", mark, *range(1, last + 1))))
    assert not any(counted(package))
    assert shown(package) == [label_of(mark, number) for number in range(1, last + 1)]
    assert "word/numbering.xml" not in package.names


def test_only_a_bare_number_is_counted() -> None:
    other = item("list", "1.", 1)._replace(label=s("1、"))
    styled = item("list", "1.", 1)._replace(label=s("1.") + s(" "))
    package = opened(other, styled, para("list", WORDS, label="1."))
    assert counted(package) == [False, False, False]


def test_lists_in_lists_and_behind_each_other() -> None:
    package = opened(
        fragment(
            item("point", "（1）", 1),
            *items("subpoint", "①", 1, 2),
            item("list", "-", 1, level=2),
            item("point", "（1）", 2),
            *items("subpoint", "①", 1, 2, 3),
            item("point", "（1）", 3),
            *items("point", "（1）", 1, 2),
        ),
        fragment(*items("point", "（1）", 1, 2)),
        fragment(*items("point", "（1）", 3, 4)),
    )
    assert all(counted(package))
    nested = ["（1）", "①", "②", "-", "（2）", "①", "②", "③", "（3）"]
    assert shown(package) == [*nested, "（1）", "（2）", "（1）", "（2）", "（3）", "（4）"]
    numbers = package.xml("word/numbering.xml")
    # (1)-(3), two of circles, one of dashes, and three that begin again
    assert len(numbers.findall("w:num", NS)) == 7
    assert len(numbers.findall("w:abstractNum", NS)) == 3
    nsids = [nsid.get(f"{W}val") for nsid in numbers.iter(f"{W}nsid")]
    assert len(set(nsids)) == 3


Kinds = st.sampled_from(
    [("point", "（1）", 0), ("subpoint", "①", 0), ("list", "1.", 0), ("list", "1.", 1), ("list", "-", 1)]
)


@given(st.lists(st.lists(st.tuples(Kinds, st.integers(1, 23)), max_size=12), max_size=4), st.booleans())
def test_whatever_lists_there_are_the_labels_come_out(
    made: list[list[tuple[tuple[str, str, int], int]]], labelled: bool
) -> None:
    parts: list[Piece | Part | Fragment] = []
    wanted = []
    for run in made:
        pieces = [item(role, mark, number, level) for (role, mark, level), number in run]
        if pieces:
            labels = [label_of(mark, number) for (_, mark, _), number in run]
            parts.append(Part(fragment(*pieces), label=s("7.") if labelled else ()))
            wanted += [*(["7."] if labelled else labels[:1]), *labels[1:]]
    assert shown(opened(*parts)) == wanted


def test_a_part_s_label_takes_the_place_of_the_first_number() -> None:
    listed = fragment(*items("list", "1.", 1, 2, 3))
    package = opened(Part(listed), numbered(9, listed))
    assert counted(package) == [True, True, True, False, True, True]
    assert shown(package) == ["1.", "2.", "3.", "9.", "2.", "3."]


def test_numbers_stand_where_labels_stood() -> None:
    """Tab only where the label leaves room; indents as the style and the level say, in the list too."""
    narrow = LOOK.texts["list"]._replace(hang=16.0, first_line=24.0)
    flat = LOOK.texts["answer"]._replace(hang=0.0, first_line=24.0)
    look = LOOK._replace(texts={**LOOK.texts, "list": narrow, "answer": flat})
    made = fragment(
        *items("list", "1.", 1),
        item("list", "（1）", 1, 1),
        *items("point", "1.", 9, 10),
        item("answer", "1.", 1),
    )
    package = opened(made, look=look)
    numbers = package.xml("word/numbering.xml")
    kinds = numbers.findall("w:abstractNum/w:lvl", NS)
    assert [kind.find("w:suff", NS) is None for kind in kinds] == [True, False, True, False]
    indents = [attributes(kind.find("w:pPr/w:ind", NS)) for kind in kinds]
    point = LOOK.texts["point"]
    assert indents == [
        {"left": str(round((narrow.indent + 16) * 20)), "hanging": "320"},
        {"left": str(round((narrow.indent + 32) * 20)), "hanging": "320"},
        {"left": str(round((point.indent + point.hang) * 20)), "hanging": str(round(point.hang * 20))},
        {"left": str(round(flat.indent * 20)), "firstLineChars": "0", "firstLine": "0"},
    ]
    assert all(p.find("w:pPr/w:ind", NS) is None for p in package.paragraphs())


@pytest.mark.parametrize(
    ("mark", "hang", "typed"),
    [("(1)", 1.7, "(%1) "), ("（1）", 2.6, "（%1）"), ("1.", 1.2, "%1. "), ("1.", 1.5, "%1.")],
)
def test_numbers_that_outgrow_their_room_stay_in_one_list(mark: str, hang: float, typed: str) -> None:
    """A tab takes them to a stop of their own, behind a space where the mark has no blank half."""
    style = LOOK.texts["point"]
    look = LOOK._replace(texts={**LOOK.texts, "point": style._replace(hang=hang * style.size)})
    package = opened(fragment(*items("point", mark, *range(1, 29))), look=look)
    assert shown(package) == [label_of(mark, number) for number in range(1, 29)]
    numbers = package.xml("word/numbering.xml")
    assert len(numbers.findall("w:num", NS)) == 1
    (level,) = numbers.iter(f"{W}lvl")
    assert level.find("w:suff", NS) is None
    assert level.find("w:lvlText", NS).get(f"{W}val") == typed
    stops = [int(tab.get(f"{W}pos")) / 20 - style.indent for tab in level.iter(f"{W}tab")]
    assert len(stops) == (hang != 1.5)
    assert all(hang < stop / style.size < hang + 0.7 for stop in stops)


def test_a_list_has_the_stops_for_what_a_user_adds_to_it() -> None:
    point = LOOK.texts["point"]
    look = LOOK._replace(texts={**LOOK.texts, "point": point._replace(hang=1.7 * point.size)})

    def kind(last: int) -> str:
        package = opened(fragment(*items("point", "(1)", *range(1, last + 1))), look=look)
        (nsid,) = package.xml("word/numbering.xml").iter(f"{W}nsid")
        return str(nsid.get(f"{W}val"))

    assert kind(3) == kind(20) != kind(120)


def test_a_list_all_of_whose_numbers_are_too_wide_has_no_tab() -> None:
    def suffixes(mark: str, hang: float) -> list[str]:
        look = LOOK._replace(texts={**LOOK.texts, "list": LOOK.texts["list"]._replace(hang=hang)})
        package = opened(fragment(*items("list", mark, 9, 10)), look=look)
        return [p.text for p in docx_paragraphs(package.data)]

    assert suffixes("(1)", 9.0) == [f"(9) {WORDS}", f"(10) {WORDS}"]
    assert suffixes("（1）", 9.0) == [f"（9）{WORDS}", f"（10）{WORDS}"]
    assert suffixes("(1)", 0.0) == [f"(9){WORDS}", f"(10){WORDS}"]


def test_signs_take_the_face_of_the_language() -> None:
    def hints(language: str, look_language: str) -> list[bool]:
        package = opened(
            fragment(item("list", "①", 1, 0, language), item("list", "1.", 1, 0, language)),
            look=classic_look(look_language),
        )
        levels = package.xml("word/numbering.xml").iter(f"{W}lvl")
        return [level.find("w:rPr/w:rFonts", NS) is not None for level in levels]

    assert hints("", "zh-CN") == [True, False]
    assert hints("en", "zh-CN") == hints("", "en") == [False, False]


def test_options_one_to_a_line_are_a_list() -> None:
    def choices(*texts: str, mark: str = "A.", labels: str = "ABCDEFGH") -> Choices:
        return Choices(
            tuple((f"{letter}.", s(t + WORDS)) for letter, t in zip(labels, texts, strict=False)), mark=mark
        )

    long = "以顾客原话记录诉求，并在当天内由同一位同事回复处理进度，直至"
    package = opened(fragment(para("question", WORDS), choices(long, "甲", "乙")), choices("丙", long))
    assert counted(package) == [False, True, True, True, True, True]
    assert [line.split("\t")[0] for line in (p.text for p in docx_paragraphs(package.data))] == [
        WORDS, "A.", "B.", "C.", "A.", "B.",
    ]  # fmt: skip
    assert counted(opened(choices("甲", "乙"))) == [False]
    for typed in (
        choices(long, "甲", mark=""),
        choices(long, "甲", mark="1."),
        choices(long, "甲", labels="BA"),
    ):
        package = opened(typed)
        assert counted(package) == [False, False]
        assert [text(p).split("\t")[0] for p in package.paragraphs()] == [label for label, _ in typed.options]


def test_numbers_depend_on_nothing_rendered_before() -> None:
    first = fragment(*items("point", "（1）", 1, 2), *items("list", "-", 1))
    second = fragment(*items("subpoint", "①", 1, 2))
    both = document(Part(first), Part(second), Part(first))
    used = Renderer(LOOK)
    used.render(document(Part(second), Part(second)), pages(1))
    assert used.render(both, pages(1)) == Renderer(LOOK).render(both, pages(1))
    plain = Opened(used.render(document(para("question", WORDS)), pages(1)))
    assert "word/numbering.xml" not in plain.names
    assert "numbering" not in plain.parts["[Content_Types].xml"].decode()
    only = Opened(used.render(document(Part(second)), pages(1)))
    assert len(only.xml("word/numbering.xml").findall("w:num", NS)) == 1


def test_more_lists_than_word_can_hold_are_typed() -> None:
    """Beyond some two thousand lists Word shows no numbers at all."""
    points = fragment(*items("point", "（1）", 1, 2), *items("list", "•", 1))
    package = opened(*[points] * 2010)
    assert shown(package) == ["（1）", "（2）", "•"] * 2010
    told = counted(package)
    assert len(package.xml("word/numbering.xml").findall("w:num", NS)) == 2000
    assert all(told[:3]) and told[-3:] == [False, False, True]
    assert sum(a != b for a, b in pairwise(told[::3])) == 1


def test_a_strict_validator_finds_nothing(tmp_path: Path) -> None:
    marks = ("1.", "（1）", "①", "A.", "（一）", "I.", "-", "&<")
    listed = [p for level, mark in enumerate(marks) for p in items("list", mark, 1, 2, level=level % 3)]
    path = tmp_path / "lists.docx"
    path.write_bytes(opened(fragment(*listed)).data)
    assert [str(error) for error in OpenXmlValidator(strict=True).validate(path).errors] == []
