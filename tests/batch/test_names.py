from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.names import MOST_BYTES, OF_CANDIDATE, OF_FORM, OF_SPARE, alike, document, safe, stem


@pytest.mark.parametrize(
    ("pattern", "variant", "role", "language", "name"),
    [
        (OF_FORM, "", "paper", "zh-CN", "cs-试卷"),
        (OF_FORM, "A", "key", "zh-CN", "cs-A-答案"),
        (OF_FORM, "A", "key", "en-GB", "cs-A-key"),
        ("{document}_{layout}{variant}", "B", "paper", "en", "paper_csB"),
        ("{document} {variant}", "", "paper", "en", "paper"),
        ("{variant}-{document}", "", "paper", "zh", "试卷"),
        ("a/../{document}", "", "paper", "zh", "a_.._试卷"),
    ],
)
def test_a_name_says_what_the_file_is(
    pattern: str, variant: str, role: str, language: str, name: str
) -> None:
    assert stem(pattern, {"layout": "cs", "variant": variant}, role, language) == name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("a:b*c?", "a_b_c_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("con2", "con2"),
        ("", "_"),
        ("..", "_"),
        ("名字. ", "名字"),
        ("a\x00b\n", "a_b_"),
    ],
)
def test_names_that_no_system_refuses(name: str, clean: str) -> None:
    assert safe(name) == clean


@given(st.text(max_size=300))
def test_any_text_makes_a_name(name: str) -> None:
    clean = safe(name.encode("utf-8", "replace").decode())
    assert 1 <= len(clean.encode()) <= MOST_BYTES
    assert not set(clean) & set('<>:"/\\|?*\0')
    assert clean not in (".", "..")
    assert not clean.endswith((" ", "."))
    assert safe(clean) == clean


@pytest.mark.parametrize("layout", ["cs", "l" * 250, "试" * 90, "a" + "试" * 100_000])
@pytest.mark.parametrize(
    "pattern", [OF_FORM, "{variant}{document}-{layout}", "{layout}{layout} {variant} {document}"]
)
@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en", "fr"])
def test_no_two_files_share_a_name_however_long_the_id(layout: str, pattern: str, language: str) -> None:
    wanted = [(variant, role) for variant in ("A", "B", "12345678") for role in ("paper", "key")]
    stems = [
        stem(pattern, {"layout": layout, "variant": variant}, role, language) for variant, role in wanted
    ]
    assert len({name.casefold() for name in stems}) == len(wanted)
    for name, (variant, role) in zip(stems, wanted, strict=True):
        assert len(name.encode()) <= MOST_BYTES
        assert variant in name
        assert document(role, language) in name


@pytest.mark.parametrize("name", ["王芳", "很长的名字" * 40, ""])
def test_a_candidates_file_keeps_the_id_whole(name: str) -> None:
    made = stem(OF_CANDIDATE, {"layout": "cs", "id": "00017", "name": name}, "paper", "zh-CN")
    assert made.startswith("00017-")
    assert made.endswith("-试卷" if name else "00017-试卷")
    assert len(made.encode()) <= MOST_BYTES


def test_what_is_filled_in_is_no_pattern() -> None:
    values = {"name": "{room}", "room": "{document}", "seat": "1"}
    assert stem("{name}-{room}-{seat}-{document}", values, "paper", "zh-CN") == "{room}-{document}-1-试卷"


@pytest.mark.parametrize("place", ["备用-101", "备用-" + "某某大学" * 40])
def test_a_spares_file_keeps_its_number(place: str) -> None:
    made = stem(OF_SPARE, {"layout": "cs", "name": place, "id": "12"}, "paper", "zh-CN")
    assert made.startswith("备用-")
    assert made.endswith("-12-试卷")
    assert len(made.encode()) <= MOST_BYTES


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("José-试卷", "Jose\u0301-试卷", True),
        ("JOSÉ", "jose\u0301", True),
        ("\u1fb3", "\u0391\u0345", True),  # whose case folds only when it is taken apart
        ("Å-试卷", "\u212b-试卷", True),
        ("张伟", "张玮", False),
        ("Jose", "José", False),
    ],
)
def test_names_that_some_system_takes_for_one(one: str, other: str, same: bool) -> None:
    assert (alike(one) == alike(other)) == same


@given(st.text(max_size=20))
def test_a_name_is_one_with_itself_however_it_is_composed(name: str) -> None:
    ways = {alike(form) for form in (name, normalize("NFC", name), normalize("NFD", name))}
    assert len(ways) == 1
