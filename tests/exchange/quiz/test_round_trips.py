"""What goes out to a learning platform comes back as the same bank, for all that the format holds."""

from __future__ import annotations

import base64
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.formats import reader, writer
from generator.exchange.yaml.tree import tree
from tests.properties.banks import MadeBank, banks, dump

if TYPE_CHECKING:
    from generator.exchange.intake import Intake
    from generator.model.question import Bank

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "banks").glob("*.yaml"))
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def bank_of(path: Path) -> Bank:
    report = Report()
    bank = read_bank(path, path.name, report)
    assert bank is not None
    assert not report.failed, report.diagnostics
    return bank


def there_and_back(bank: Bank, folder: Path, name: str) -> tuple[Intake, dict[str, int]]:
    """What is read of an export, and how many questions lose each field."""
    report = Report()
    data = writer(name)(bank, folder, report)
    assert data == writer(name)(bank, folder, Report())
    lost = {str(d.values["field"]): d.values["count"] for d in report.diagnostics if d.code == "not-exported"}
    read = Report()
    intake = reader(name)(data, f"bank.{name}", read)
    assert intake is not None
    assert not read.failed
    assert len(intake.origins) == len(intake.bank.questions)
    return intake, lost


def entries(bank: Bank, lost: dict[str, int]) -> list[Any]:
    """The questions as their file holds them, without what is told to be lost and white space around texts."""
    found = []
    for asked in tree(bank._replace(language="zh-CN"))["questions"]:
        assert isinstance(asked, dict)
        kept = {field: value for field, value in asked.items() if field not in lost}
        if not lost.get("language") and kept.get("language") == "zh-CN":
            del kept["language"]
        found.append(_stripped(kept))
    return found


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stripped(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return value.strip()


@pytest.mark.parametrize("name", ["gift", "moodle"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_banks_come_back_whole(name: str, path: Path) -> None:
    bank = bank_of(path)
    intake, lost = there_and_back(bank, path.parent, name)
    assert lost == {}
    assert entries(intake.bank, lost) == entries(bank, lost)
    assert intake.left_out == ()
    assert all(origin.confidence == 1 for origin in intake.origins)


@pytest.mark.parametrize("name", ["gift", "moodle"])
@settings(max_examples=25, deadline=None)
@given(made=banks())
def test_made_up_banks_come_back_whole(name: str, made: MadeBank) -> None:
    with TemporaryDirectory() as folder:
        bank = bank_of(_written(made, Path(folder)))
    intake, lost = there_and_back(bank, Path(), name)
    assert entries(intake.bank, lost) == entries(bank, lost)


def _written(made: MadeBank, folder: Path) -> Path:
    language = made.more["language"]
    more = [
        {"category": "a/b", "tags": ["电商", "label:x"], "minutes": "7"},
        {"category": "情景", "difficulty": "5"},
        {},
    ]
    questions = [
        {**asked.prompt, **asked.solutions[0], **more[number % 3]}
        for number, asked in enumerate(made.questions)
    ]
    dump(folder / "bank.yaml", {"bank": "made", "language": language, "questions": questions})
    return folder / "bank.yaml"


AWKWARD = {
    "bank": "awkward",
    "questions": [
        {
            "id": "a.signs",
            "type": "single_choice",
            "stem": "$5 = {x} ~ #1: \\*a\\* \\\\n `a=b`\n\n```\nif a = {b}:\n    c ~ d  # e\n```\n",
            "options": ["a = b", "{c}", "~ d # e", "x: y\\\\n", "<b>&amp;</b>", {"text": "以上都不对", "fixed": "true"}],
            "answer": "C",
            "analysis": "]]> 与 <br> 与 “&lt;”，{1:SA:=x}",
            "follow_ups": ["为什么？"],
            "note": "只给管题库的人",
        },
        {
            "id": "a.blanks",
            "type": "fill_blank",
            "stem": "______与____，{1:SA:=x}",
            "answer": [["a~b", "c}d", "e#f", 'g"h', "i\\\\j"], "<k> & l/m"],
            "levels": [{"name": "好", "marks": "2-3", "text": "*全对*"}],
            "marks": "3",
        },
        {"id": "a.blank", "type": "fill_blank", "stem": "____ 是空", "answer": [["=", "~x", "T"]]},
        {"id": "a.truth", "type": "true_false", "stem": "- 甲\n- 乙", "answer": "对", "marks": "1"},
        {
            "id": "a.essay",
            "stem": "见 ![图 一](pictures/流程.png) 和\n![](pictures\\流程.png)",
            "answer": {
                "text": "**答案**\n\n![](pictures/二.png)",
                "points": [
                    {"text": "一\n\n```\nx\n```", "marks": "0.5"},
                    {"text": "二", "points": ["blanks", {"text": "深", "points": ["最深"]}]},
                ],
                "numbering": "①",
            },
            "analysis": "见\n\n![](pictures/流程.png)",
            "note": "- 备注",
            "source": "2026: 春季",
            "silence": ["letters-named"],
            "enemies": ["a.truth"],
            "language": "en",
        },
        {"id": "a.short", "type": "short_answer", "stem": "T", "answer": ["blanks", "x"], "lines": "0"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "lost"), [("gift", {"note": 2, "pictures": 1}), ("moodle", {"note": 1})])
def test_awkward_texts_come_back_whole(name: str, lost: dict[str, int], tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "流程.png").write_bytes(PNG)
    (tmp_path / "pictures" / "二.png").write_bytes(PNG + b"2")
    dump(tmp_path / "bank.yaml", AWKWARD)
    bank = bank_of(tmp_path / "bank.yaml")
    intake, told = there_and_back(bank, tmp_path, name)
    assert told == lost
    assert intake.left_out == ()
    mended = dict.fromkeys(set(told) - {"pictures"}, 1)
    if name == "moodle":
        mended = {}
        assert intake.bank.questions[0].note is None
        bank = bank._replace(questions=(bank.questions[0]._replace(note=None), *bank.questions[1:]))
        assert set(intake.pictures.values()) == {PNG, PNG + b"2"}
        assert set(intake.pictures) >= {"pictures/流程.png", "pictures\\流程.png", "pictures/二.png"}
    assert entries(intake.bank, mended) == entries(bank, mended)


def test_a_text_that_was_changed_on_the_platform_is_read_as_it_is_now(tmp_path: Path) -> None:
    dump(tmp_path / "bank.yaml", AWKWARD)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "流程.png").write_bytes(PNG)
    (tmp_path / "pictures" / "二.png").write_bytes(PNG + b"2")
    bank = bank_of(tmp_path / "bank.yaml")
    data = writer("moodle")(bank, tmp_path, Report())
    changed = data.replace("<li>乙</li>".encode(), "<li>丙</li>".encode()).replace(
        "<li>最深".encode(), "<li>最浅".encode()
    )
    assert changed != data
    intake = reader("moodle")(changed, "bank.xml", Report())
    assert intake is not None
    by_id = {asked.id: asked for asked in intake.bank.questions}
    assert by_id["a.truth"].prompt.stem.markdown == "- 甲\n- 丙"
    answer = by_id["a.essay"].solution.text
    assert answer is not None
    assert "最浅" in answer.markdown
    assert "最深" not in answer.markdown
    (doubted,) = (o for o in intake.origins if o.id == "a.essay")
    assert [d.code for d in doubted.inferred] == ["quiz-grader-info"]


SIGNS = (
    "%", "50", "[", "]", "->", "plain", "markdown", "html", "{", "}", "=", "~", "#", "####", ":", "::", "\\", "\\\\", "n",
    "*", "/", "//", "&", "&lt;", "<b>", "<", ">", '"', "'", "`", "$", "TRUE", "T", "1:SA:", "1:SHORTANSWER:=", "(", ")",
    "甲", "乙", " ", "，", "。", "_", "|", "-", "a.b",
)  # fmt: skip
signs = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map("".join).map(str.strip).filter(bool)


@st.composite
def signed(draw: st.DrawFn) -> dict[str, Any]:
    """A question whose texts are made of what the formats of quizzes mean something by."""
    kind = draw(st.sampled_from(["single_choice", "multiple_choice", "fill_blank", "true_false", "essay"]))
    asked: dict[str, Any] = {
        "id": f"s.{kind}",
        "type": kind,
        "stem": "题" + draw(signs),
        "analysis": draw(signs),
    }
    if kind.endswith("choice"):
        asked["options"] = draw(st.lists(signs, min_size=2, max_size=4, unique=True))
        asked["answer"] = draw(st.sampled_from("AB")) if kind == "single_choice" else ["A", "B"]
    elif kind == "fill_blank":
        asked["stem"] += " ____"
        asked["answer"] = [draw(st.lists(signs, min_size=1, max_size=3))]
        if draw(st.booleans()):
            asked["stem"] += " ____"
            asked["answer"].append(draw(signs))
    else:
        asked["answer"] = (
            "对" if kind == "true_false" else draw(st.one_of(signs, st.lists(signs, min_size=1)))
        )
    more = {"category": signs, "source": signs, "label": signs, "note": signs}
    asked |= {field: draw(one) for field, one in more.items() if draw(st.booleans())}
    for field in ("tags", "competencies"):
        if draw(st.booleans()):
            asked[field] = draw(st.lists(signs, min_size=1, max_size=2, unique=True))
    return asked


@pytest.mark.parametrize("name", ["gift", "moodle"])
@settings(max_examples=60, deadline=None)
@given(asked=signed())
def test_signs_of_the_formats_come_back_as_they_are(name: str, asked: dict[str, Any]) -> None:
    report = Report()
    with TemporaryDirectory() as folder:
        dump(Path(folder, "bank.yaml"), {"bank": "signs", "questions": [asked]})
        bank = read_bank(Path(folder, "bank.yaml"), "bank.yaml", report)
    assume(bank is not None and not report.failed)
    assert bank is not None
    intake, lost = there_and_back(bank, Path(), name)
    assert set(lost) <= {"note"}
    assert entries(intake.bank, lost) == entries(bank, lost)
