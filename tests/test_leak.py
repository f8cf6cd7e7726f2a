"""Nothing of the key is anywhere in a paper: not in its types, not in any byte of its files."""

from __future__ import annotations

import ast
import typing
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import generator
from generator import diagnostics
from generator.layout import candidate
from generator.model import blueprint, content, document, paper, question
from tests.building import built, side
from tests.finished import forms_of, found_in, pdf_fonts, squeezed
from tests.properties.banks import write

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY_TYPES = {"Solution", "Response", "Point", "Level", "AnswerKey", "Question", "Bank"}
# One for each place of a key, in no other place: a word of Latin letters, and a rare Han character.
RARE = "爨饕餮魑魅魍魉龘靐齉驫麤籱灪厵癵鱻龖龗靁驤虪讟钂鼺"


class Marked(typing.NamedTuple):
    """Questions, and sections that draw all of them; the words that stand in their keys alone."""

    questions: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    secrets: set[str]


def marked() -> Marked:
    """A question of each type, with a marker in each field that the candidate must not see."""
    numbers = iter(range(100))
    secrets: set[str] = set()

    def secret() -> str:
        number = next(numbers)
        pair = f"Zq{number:02}Vx", RARE[number % len(RARE)] + RARE[(number * 7 + 3) % len(RARE)]
        secrets.update(pair)
        return "".join(pair)

    def entry(type_name: str, answer: Any, **more: Any) -> dict[str, Any]:
        return {
            "id": f"q.{type_name}",
            "type": type_name,
            "stem": f"题目，{type_name}____。" if type_name == "fill_blank" else f"题目，{type_name}。",
            "marks": "10",
            "answer": answer,
            "analysis": f"{secret()}。\n\n- {secret()}\n- `{secret()}`",
            "highlights": [secret(), secret()],
            "levels": [
                {"name": secret(), "marks": "7-10", "text": secret()},
                {"name": secret(), "marks": "0-6", "text": secret()},
            ],
            "follow_ups": [secret()],
            "competencies": [secret()],
            **more,
        }

    points = [
        {"text": secret(), "marks": "6", "points": [{"text": secret(), "marks": "6", "points": [secret()]}]},
        {"text": f"**{secret()}**", "marks": "4"},
    ]
    questions = [
        entry("essay", {"text": secret(), "points": points, "numbering": "①"}),
        entry("short_answer", secret()),
        entry("single_choice", "A", options=["甲", "乙", "丙"]),
        entry("multiple_choice", "AB", options=["甲", "乙", "丙"]),
        entry("true_false", "对"),
        entry("fill_blank", [[secret(), secret()]]),
    ]
    sections = [{"title": "题", "draw": "1x10", "from": {"type": q["type"]}} for q in questions]
    return Marked(questions, sections, secrets)


@pytest.fixture(scope="module")
def bank() -> Marked:
    return marked()


@pytest.fixture(scope="module")
def files(bank: Marked, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    # What is in no paper and in no key either, such as where a question is from, is in neither.
    private = [{**q, "source": "Zq98Vx", "tags": ["Zq99Vx"]} for q in bank.questions]
    return built(write(tmp_path_factory.mktemp("marked"), private, bank.sections))


def test_nothing_of_the_key_is_in_any_byte_of_the_papers(bank: Marked, files: dict[str, bytes]) -> None:
    papers = side(files, "papers")
    assert {path.rpartition(".")[2] for path in papers} == {"docx", "pdf"}
    never = {"Zq98Vx", "Zq99Vx", *(q["id"] for q in bank.questions)}
    assert found_in(bank.secrets | set(RARE) | never, papers) == {}


def test_the_scan_finds_each_marker_in_the_keys(bank: Marked, files: dict[str, bytes]) -> None:
    found = found_in(bank.secrets, side(files, "keys"))
    assert found.keys() == bank.secrets
    for word, paths in found.items():
        assert {path.rpartition(".")[2] for path in paths} == {"docx", "pdf"}, word


@pytest.mark.parametrize("hide", ["comment", "glyph", "property", "name", "string"])
def test_the_scan_finds_a_leak_that_is_put_there(hide: str, files: dict[str, bytes]) -> None:
    assert any(found_in({"爨"}, {path: data}) for path, data in _seeded(hide, files).items())


def _seeded(hide: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The papers with 爨 where no reader sees it."""
    import io
    import zipfile

    import pikepdf

    papers = side(files, "papers")
    (docx,) = (path for path in papers if path.endswith("docx"))
    (pdf,) = (path for path in papers if path.endswith("pdf"))
    if hide == "name":
        return {f"papers/爨{docx.rpartition('/')[2]}": papers[docx]}
    out = io.BytesIO(papers[docx])
    if hide in ("comment", "property"):
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
            if hide == "comment":
                archive.comment = "爨".encode()
            else:
                archive.writestr("docProps/custom.xml", "<a b='&#x7228;'/>")
        return {docx: out.getvalue()}
    with pikepdf.open(io.BytesIO(papers[pdf])) as opened:
        if hide == "string":
            opened.docinfo["/Keywords"] = "爨"
        else:  # another font, with one character more than is shown
            key = next(data for path, data in side(files, "keys").items() if path.endswith("pdf"))
            with pikepdf.open(io.BytesIO(key)) as other:
                fonts = other.pages[0].resources["/Font"]
                for name, font in fonts.items():
                    opened.Root[name] = opened.copy_foreign(font)
        out = io.BytesIO()
        opened.save(out)
    return {pdf: out.getvalue()}


def test_fonts_of_a_paper_have_only_what_it_shows(files: dict[str, bytes]) -> None:
    (pdf,) = (data for path, data in side(files, "papers").items() if path.endswith("pdf"))
    for name, glyphs in pdf_fonts(pdf).items():
        assert glyphs.embedded == glyphs.shown, name
        assert set(glyphs.text).isdisjoint(RARE)


def test_forms_of_a_word() -> None:
    assert {"爨".encode(), "爨".encode("utf-16-be"), b"&#29224;", b"&#x7228;", b"\\u7228"} <= forms_of("爨")
    assert squeezed("第 1　页\n") == "第1页"


# Types ------------------------------------------------------------------------------------------


def test_no_type_of_the_candidates_side_leads_to_a_solution() -> None:
    reached = _reached(paper.Paper)
    assert {question.Prompt, paper.PaperItem, content.Text} <= reached
    assert not {kind.__name__ for kind in reached} & KEY_TYPES


def test_the_walk_finds_solutions_where_they_are() -> None:
    assert {question.Solution, question.Point, question.Level} <= _reached(paper.AnswerKey)


def _reached(kind: Any) -> set[type]:
    """All classes that a value of a type can hold, by its annotations."""
    names: dict[str, Any] = {"Path": Path, "Fraction": Fraction}
    for module in (diagnostics, blueprint, content, question, paper, document):
        names.update(vars(module))
    from collections.abc import Mapping

    names["Mapping"] = Mapping
    reached: set[type] = set()
    waiting = [kind]
    while waiting:
        now = waiting.pop()
        if isinstance(now, str):
            now = eval(now, names)
        inner = typing.get_args(now)
        waiting += [part for part in inner if part is not ...]
        if inner or now in reached or not isinstance(now, type):
            continue
        reached.add(now)
        if now.__module__.startswith(generator.__name__):
            waiting += typing.get_type_hints(now, names, names).values()
    return reached


def test_what_composes_papers_imports_nothing_of_the_key() -> None:
    folder = Path(candidate.__file__).parent
    waiting, seen = ["candidate"], set()
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        for origin, name in _imports(folder / f"{module}.py"):
            assert name not in KEY_TYPES, f"layout/{module}.py imports {name}"
            if origin.startswith("generator.layout"):
                inner = origin.removeprefix("generator.layout").lstrip(".") or name
                assert inner != "key"
                waiting.append(inner)
    assert {"candidate", "sections", "content"} <= seen


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of each import, those for type checkers too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
