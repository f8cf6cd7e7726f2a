from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.diagnostics import Report
from generator.source import MappingNode, ScalarNode, SequenceNode, bounds, parse, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.source.conftest import Reading

    Reader = Callable[[str | bytes], Reading]

BANK = """\
bank: cs
title: "客户\\u670d务"
questions:
  - id: q1
    stem: |
      第一行
        第二行

    answer: {text: no, marks: 0777, at: 12:30}
    tags: [a, 'b''c', ~]
"""


def plain(node: object) -> object:
    if isinstance(node, MappingNode):
        return {name: plain(value) for name, value in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    assert isinstance(node, ScalarNode)
    return node.value


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser: libyaml's, and the one that stands in where there is no libyaml."""
    if request.param == "python":
        monkeypatch.setattr(parse, "_Loader", yaml.SafeLoader)


@pytest.mark.usefixtures("loader")
def test_every_value_is_what_was_typed(reading: Reader) -> None:
    root, report = reading(BANK)
    assert not report.diagnostics
    assert plain(root) == {
        "bank": "cs",
        "title": "客户服务",
        "questions": [
            {
                "id": "q1",
                "stem": "第一行\n  第二行\n",
                "answer": {"text": "no", "marks": "0777", "at": "12:30"},
                "tags": ["a", "b'c", "~"],
            }
        ],
    }


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("change", [str, lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_nodes_know_their_places(reading: Reader, change: Callable[[str], str]) -> None:
    root, _ = reading(change(BANK))
    assert root is not None
    question = root.entries["questions"].items[0]  # type: ignore[union-attr]
    stem, answer = question.entries["stem"], question.entries["answer"]
    assert (question.line, question.column) == (4, 5)
    assert (stem.line, stem.column) == (5, 11)
    assert 7 <= stem.end_line <= 8
    assert str(answer.entries["marks"].location) == "bank.yaml:9:31"
    assert str(question.keys["tags"].location) == "bank.yaml:10:5"
    assert question.location.quote == "  - id: q1"
    assert len(root.file.digest) == 64


def test_collecting_garbage_is_as_it_was(reading: Reader) -> None:
    assert gc.isenabled()
    reading("a: [")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "0:0 file-empty"),
        ("# nothing\n", "0:0 file-empty"),
        ("- a\n", "1:1 list-for-fields"),
        ("just text\n", "1:1 text-for-fields"),
        ("bank：x\n", "1:1 full-width-colon"),
        ("a: 1\na: 2\n", "2:1 duplicate-key"),
        ("a: &x 1\n", "1:4 anchor"),
        ("a: *x\n", "1:4 alias"),
        ("a: !!int 1\n", "1:4 tag"),
        ("a: !x {b: c}\n", "1:4 tag"),
        ("? [a]\n: b\n", "1:3 key-not-text"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents"),
        ("a: " + "[" * 40 + "]" * 40, "1:35 too-deep"),
        ("a: x\x07y\n", "1:5 control-character"),
        ("a: x\x00y\n", "1:5 control-character"),
        ("a: x\x85y\n", "1:5 control-character"),
        ("a: x\u2028y\n", "1:5 control-character"),
        ("a: x\uffffy\n", "1:5 control-character"),
        ('a: "x\\0y"\n', "1:4 control-character"),
        ('a: "x\\u202Ey"\n', "1:4 bidirectional-control"),
        ("a: x\n\nb: 字\u202ey\n", "3:5 bidirectional-control"),
        ("a: x\u2066y\n", "1:5 bidirectional-control"),
        ("a: x\u200by\n", "1:5 invisible-character"),
        ("a: x\ufeffy\n", "1:5 invisible-character"),
        ("a: x\ufffdy\n", "1:5 replacement-character"),
        ("a: 客户服务\n".encode("gb18030"), "1:4 wrong-encoding"),
        ("a: 客户\n".encode("utf-16"), "1:1 wrong-encoding"),
        (b"bank: english\n".decode().encode("utf-16-be"), "1:1 wrong-encoding"),
        ("a: 客户\n".encode("utf-32"), "1:1 wrong-encoding"),
        ("a: 客户服务\nb: ".encode() + b"\xffx", "2:4 not-utf8"),
    ],
)
def test_what_is_refused_has_a_place(reading: Reader, content: str | bytes, fault: str) -> None:
    assert reading(content).faults == [fault]


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bank.yaml").write_text("bank: x\n", encoding="utf-8")
    report = Report()
    assert read(tmp_path, "folder", report) is None
    assert read(tmp_path / "bnak.yaml", "bnak.yaml", report) is None
    assert read(Path("a\0b"), "nul", report) is None
    monkeypatch.setattr("generator.source.decode.MAX_BYTES", 5)
    assert read(tmp_path / "bank.yaml", "bank.yaml", report) is None
    assert [d.code for d in report.diagnostics] == [
        "file-is-folder",
        "file-missing",
        "file-missing",
        "file-too-big",
    ]
    assert report.diagnostics[1].values["nearest"] == "bank.yaml"


def test_faults_are_bounded_and_errors_come_before_warnings(reading: Reader) -> None:
    _, report = reading("a: " + "\u200b" * 500 + "\n" + "b: 1\n" * 300)
    assert report.failed
    assert len(report.diagnostics) == bounds.MAX_TOLD + 1
    assert report.diagnostics[-1].values["count"] == 100 + 299 - bounds.MAX_TOLD


@pytest.mark.parametrize(
    "content",
    [
        "[" * 300_000,
        "a: " * 300_000,
        "- " * 300_000,
        'a: "' + "字\n" * 100_000,
        "a: {" + "b, " * 100_000,
        "- &a x\n- *a\n" * 30_000,
        "a: '" + "x: " * 50_000 + "\nb: c\n",
        "\t" * 300_000 + "x",
    ],
)
def test_no_input_takes_long(reading: Reader, content: str) -> None:
    begun = time.process_time()
    assert reading(content).report.failed
    assert time.process_time() - begun < 3


def test_more_values_than_the_bound(reading: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MAX_EVENTS", 20)
    assert reading(BANK).faults == ["0:0 too-many-values"]
    assert reading(BANK).root is None
