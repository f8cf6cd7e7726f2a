"""The same questions with other keys make the same papers, byte for byte."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.building import BOTH, ROOT, SAMPLES, built, sample, side
from tests.properties import banks
from tests.properties.banks import MadeBank, dump

BANK = ROOT / "banks" / "customer-service.yaml"
SOLUTION = ("answer", "analysis", "highlights", "levels", "follow_ups")


def _differ(files: dict[str, bytes], others: dict[str, bytes]) -> bool:
    return any(files[path] != others[path] for path in files)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(bank=banks.banks(), seed=st.integers(0, 2**63 - 1), variants=st.sampled_from([("",), ("A", "B")]))
def test_other_keys_same_papers(bank: MadeBank, seed: int, variants: tuple[str, ...]) -> None:
    with TemporaryDirectory() as folder:
        one, other = (
            built(bank.write(Path(folder) / str(which), which), seed=seed, variants=variants)
            for which in (0, 1)
        )
    assert side(one, "papers") == side(other, "papers")
    assert side(one, "keys").keys() == side(other, "keys").keys()
    # The keys are what they were made of: without this the papers might be the same for want of any change.
    drawn = {name for line in _lines(one) for section in line["sections"] for name in section["questions"]}
    changed = [m for m in bank.questions if m.solutions[0] != m.solutions[1] and m.prompt["id"] in drawn]
    if any(_visibly_other(*made.solutions) for made in changed):
        assert _differ(side(one, "keys"), side(other, "keys"))


def _lines(files: dict[str, bytes]) -> list[Any]:
    return [yaml.safe_load(line) for line in files["forms.jsonl"].decode().splitlines()]


def _visibly_other(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two solutions differ in a text that is printed as it stands."""
    return any(one.get(field) != other.get(field) for field in ("analysis", "follow_ups"))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sample_papers_do_not_know_their_keys(seed: int, tmp_path: Path) -> None:
    """Every solution of the sample bank replaced by another that is as valid."""
    bank = yaml.load(BANK.read_text("utf-8"), yaml.BaseLoader)
    (tmp_path / "banks").mkdir()
    (tmp_path / "layouts").mkdir()
    dump(tmp_path / "banks" / BANK.name, {**bank, "questions": _resolved(bank["questions"], Random(seed))})
    for name in SAMPLES:
        layout = tmp_path / "layouts" / f"{name}.yaml"
        layout.write_bytes(sample(name).read_bytes())
        theirs, ours = _sample_files(name), built(layout, variants=("A", "B"))
        papers = side(theirs, "papers")
        assert len(papers) == 2 * len(BOTH)
        assert side(ours, "papers") == papers
        assert all(side(ours, "keys")[path] != data for path, data in side(theirs, "keys").items())


@cache
def _sample_files(name: str) -> dict[str, bytes]:
    return built(sample(name), variants=("A", "B"))


def _resolved(questions: list[dict[str, Any]], rng: Random) -> list[dict[str, Any]]:
    """The questions with solutions of ours."""
    changed = []
    for question in questions:
        prompt = {name: value for name, value in question.items() if name not in SOLUTION}
        changed.append({**prompt, **_other(prompt, question["answer"], rng)})
    return changed


def _other(prompt: dict[str, Any], answer: Any, rng: Random) -> dict[str, Any]:
    letters = [chr(ord("A") + i) for i in range(len(prompt.get("options", ())))]

    def secret() -> str:
        return "答" + "".join(rng.choice(banks.SECRET + "甲乙丙丁，。") for _ in range(rng.randrange(1, 60)))

    match prompt.get("type", "essay"):
        case "single_choice":
            new: Any = rng.choice([letter for letter in letters if letter != answer])
        case "multiple_choice":
            new = [letter for letter in letters if letter not in answer] or [letters[0]]
        case "true_false":
            new = "错" if answer in ("true", "对", "正确") else "对"
        case "fill_blank":
            new = [[secret(), secret()] for _ in answer]
        case _:
            whole = float(prompt.get("marks", 8))
            first = rng.randrange(1, int(whole * 2)) / 2
            shares = [f"{first:g}", f"{whole - first:g}"]
            new = {"text": secret(), "points": [{"text": secret(), "marks": share} for share in shares]}
    whole = float(prompt.get("marks", 2))
    return {
        "answer": new,
        "analysis": secret(),
        "highlights": [secret() for _ in range(rng.randrange(1, 4))],
        "levels": [{"name": secret(), "marks": f"0-{whole:g}", "text": secret()}],
        "follow_ups": [secret() for _ in range(rng.randrange(1, 4))],
    }
