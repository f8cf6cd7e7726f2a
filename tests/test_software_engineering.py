"""What the software-engineering bank claims is so: its programs are run, its statements put, its numbers counted."""

from __future__ import annotations

import contextlib
import io
import ipaddress
import re
import sqlite3
from itertools import combinations, product
from typing import Any

import pytest
import yaml

from tests.building import ROOT

BANK = ROOT / "banks" / "software-engineering.yaml"
QUESTIONS: dict[str, dict[str, Any]] = {
    question["id"]: question for question in yaml.safe_load(BANK.read_text("utf-8"))["questions"]
}


def code(text: str) -> str:
    """The one block of code in a text."""
    (block,) = re.findall(r"```\w+\n(.*?)```", text, re.DOTALL)
    return str(block)


def right(name: str) -> str:
    """The text of the option that is the answer."""
    options = QUESTIONS[name]["options"]
    letter = QUESTIONS[name]["answer"]
    return str(options[letter] if isinstance(options, dict) else options["ABCD".index(letter)])


def function(source: str, name: str) -> Any:
    names: dict[str, Any] = {}
    exec(source, names)
    return names[name]


def test_there_is_enough_of_everything() -> None:
    types = [question["type"] for question in QUESTIONS.values()]
    assert len(types) >= 36
    assert all(types.count(type_) >= 5 for type_ in set(types))
    assert len(set(types)) == 6


def test_default_argument() -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(code(QUESTIONS["se.code.default-argument"]["stem"]), {})
    assert right("se.code.default-argument").strip("`") == said.getvalue().strip()


@pytest.mark.parametrize(
    ("values", "target", "found"), [([7, 1, 5], 6, True), ([3, 1], 6, False), ([], 0, False)]
)
def test_pair_sum(values: list[int], target: int, found: bool) -> None:
    has_pair = function(code(QUESTIONS["se.code.pair-sum"]["stem"]), "has_pair")
    assert has_pair(values, target) is found


def test_null_comparison() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE orders (id, status)")
    stem = QUESTIONS["se.code.null-comparison"]["stem"]
    for number, status in re.findall(r"\| (\d) \| `(.*?)` \|", stem):
        database.execute(f"INSERT INTO orders VALUES ({number}, {status})")
    (query,) = re.findall(r"`(SELECT .*?)`", stem)
    assert database.execute(query).fetchone() == (int(right("se.code.null-comparison")),)
    database.close()


INTERVALS = {  # each brings one fault to light
    "touch": ([(1, 2), (2, 3)], [(1, 3)]),
    "inside": ([(1, 10), (2, 3)], [(1, 10)]),
    "tuple": ([(1, 3), (2, 4)], [(1, 4)]),
    "stem": ([(1, 4), (2, 3), (4, 6)], [(1, 6)]),
}


@pytest.mark.parametrize("name", INTERVALS)
def test_merge_intervals(name: str) -> None:
    question = QUESTIONS["se.code.merge-intervals"]
    faulty = code(question["stem"])
    points = question["answer"]["points"]
    branch = "".join(
        f"        {line}\n" for line in code(points[3]["text"]).splitlines()
    )  # in the body of the loop
    mended = re.sub(r" {8}if .*\n.*\n", lambda _: branch, faulty)
    given, wanted = INTERVALS[name]
    assert function(mended, "merge")(given) == wanted
    if name != "stem":
        assert str(given) in " ".join(point["text"] for point in points)
    with contextlib.suppress(TypeError):
        assert function(faulty, "merge")(given) != wanted


def test_unsafe_query() -> None:
    question = QUESTIONS["se.test.unsafe-query"]
    find_id = function(code(question["stem"]), "find_id")
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE users (id, name)")
    database.execute("INSERT INTO users VALUES (1, 'Ada')")
    assert find_id(database, "Ada") == 1
    with pytest.raises(sqlite3.OperationalError):
        find_id(database, "O'Brien")
    assert find_id(database, "' OR 1 = 1 --") == 1
    with pytest.raises(TypeError):
        find_id(database, "Grace")
    assert question["answer"] == "ABC"
    database.close()


def test_retry_storm() -> None:
    """Three callers, each with attempts 0, 2 and 4 seconds after it was called."""
    starts = [sum(attempts) for attempts in product((0, 2, 4), repeat=3)]
    question = QUESTIONS["se.sys.retry-storm"]
    told = " ".join(point["text"] for point in question["answer"]["points"])
    assert f"{len(starts)} calls" in told and f"begins after {max(starts)} seconds" in told
    assert (
        f"{sum(start >= 6 for start in starts)} begin when the gateway has given up" in question["analysis"]
    )


def test_pairs() -> None:
    """The cases that the analysis builds cover every pair of values, and no fewer can."""
    boxes = ["000", "001", "010", "100"]
    turned = [box.translate(str.maketrans("01", "10")) for box in boxes]
    cases = [(str(entry), *box) for made in (boxes, turned) for entry, box in enumerate(made)]
    for one, other in combinations(range(4), 2):
        pairs = {(case[one], case[other]) for case in cases}
        assert len(pairs) == (8 if one == 0 else 4)
    assert QUESTIONS["se.test.pairs"]["answer"] == [["32"], [str(len(cases)), "eight"]]


def test_numbers() -> None:
    blanks = {name: question["answer"] for name, question in QUESTIONS.items()}
    network = ipaddress.ip_network("10.20.0.0/22")
    assert blanks["se.ops.cidr"] == [
        [str(network.num_addresses), f"{network.num_addresses:,}"],
        str(network[-1]),
    ]
    assert blanks["se.code.binary-search-steps"][0][0] == str((1_000_000).bit_length())
    assert [one[0] for one in blanks["se.code.utf8-bytes"]] == [str(len(c.encode())) for c in "A€"]
    assert blanks["se.ops.error-budget"] == [f"{43_200 * (1 - share):.1f}" for share in (0.999, 0.9999)]
    assert [one[0] for one in blanks["se.sys.requests-in-flight"]] == [
        f"{200 * time:.0f}" for time in (0.15, 0.4)
    ]
    assert blanks["se.ops.bisect"][0][0] == str((1_000 - 1).bit_length())
    assert right("se.ops.tail-latency") == f"{1 - 0.99**50:.0%}"
    assert right("se.sys.serial-availability") == f"{round(43_200 * (1 - 0.999**3), -1):.0f} minutes"
    assert float(2**53) == 2**53 and float(2**53 + 1) != 2**53 + 1
