"""The order in which options are printed."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.question import Option, Prompt
from generator.selection.ranking import option_order
from tests.selection.factory import text


def prompt(options: list[Option], shuffle: bool = True) -> Prompt:
    return Prompt("q", "single_choice", "zh-CN", text("题"), options=tuple(options), shuffle=shuffle)


def printed(options: list[Option], seed: str) -> list[str]:
    return [options[index].text.markdown for index in option_order(seed, prompt(options))]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=5), st.booleans()), max_size=8, unique_by=lambda o: o[0]), st.text()
)
def test_fixed_options_keep_their_places(said: list[tuple[str, bool]], seed: str) -> None:
    options = [Option(text(words), fixed) for words, fixed in said]
    order = option_order(seed, prompt(options))
    assert sorted(order) == list(range(len(options)))
    assert all(order[k] == k for k, option in enumerate(options) if option.fixed)
    assert option_order(seed, prompt(options, shuffle=False)) == tuple(range(len(options)))


@settings(deadline=None)
@given(st.lists(st.text(max_size=5), max_size=8, unique=True), st.text(), st.randoms(use_true_random=False))
def test_the_order_in_the_file_is_nothing(said: list[str], seed: str, random) -> None:
    fixed = [Option(text("以上都不对\0"), fixed=True)]
    options = [Option(text(words)) for words in said]
    shuffled = options.copy()
    random.shuffle(shuffled)
    assert printed(options + fixed, seed) == printed(shuffled + fixed, seed)


def test_the_right_one_stands_anywhere() -> None:
    options = [Option(text(words)) for words in ("对的", "错一", "错二", "错三")]
    places = Counter(option_order(str(seed), prompt(options)).index(0) for seed in range(4000))
    assert sum((places[k] - 1000) ** 2 / 1000 for k in range(4)) < 16.3  # 99.9 % of chi-square, 3 degrees


def test_questions_with_the_same_options_are_shuffled_apart() -> None:
    options = [Option(text(words)) for words in "一二三四五六"]
    one, other = prompt(options), prompt(options)._replace(id="p")
    assert any(option_order(str(seed), one) != option_order(str(seed), other) for seed in range(3))
