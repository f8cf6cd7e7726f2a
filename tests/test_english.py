"""English papers are English throughout; in mixed ones each text is set in its own language."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from lxml import etree

from tests.building import built, sample, the
from tests.finished import (
    W,
    docx_edge,
    docx_paragraphs,
    docx_parts,
    page_runs,
    pdf_by_pdfium,
    pdf_pages,
    squeezed,
)
from tests.render.pdf.reading import characters, lines, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran
    from tests.render.pdf.reading import Char

SAMPLES = {"se-written-test": ("A", "B"), "se-interview": ("",)}
SIDES = ("papers", "keys")
# Han characters, and the signs that stand among them: 、。〈（，：！.
CHINESE = re.compile("[\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee]")


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_build_without_a_warning(name: str, tmp_path: Path, exampaper: Callable[..., Ran]) -> None:
    variants = ",".join(SAMPLES[name])
    more = ("--variants", variants) if variants else ()
    ran = exampaper("build", sample(name), "--out", tmp_path / "out", *more)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_on_the_pages_is_chinese(name: str, side: str) -> None:
    files = built(sample(name))
    pdf, docx = the(files, side, "pdf"), the(files, side, "docx")
    texts = [*pdf_pages(pdf), *pdf_by_pdfium(pdf), *_navigation(pdf)]
    texts += [said.text for said in docx_paragraphs(docx)]
    texts += [docx_edge(docx, edge) for edge in ("header", "footer")]
    texts += _names(docx)
    assert len("".join(texts)) > 4000
    assert not [text for text in texts if CHINESE.search(text)]


def _navigation(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_outline() as outline:
        waiting = [*outline.root]
        titles = [str(file.docinfo.get("/Title", ""))]
        while waiting:
            item = waiting.pop()
            titles.append(item.title)
            waiting += item.children
        return titles


def _names(docx: bytes) -> list[str]:
    """Of styles, as Word shows them, and what the properties say."""
    parts = docx_parts(docx)
    names = [
        element.get(f"{W}val") for element in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}name")
    ]
    return [*names, *etree.fromstring(parts["docProps/core.xml"]).itertext()]


ENGLISH_STEM = (
    "She said “fine” and meant it. Internationalization, interoperability, responsibilities, communication, "
    "characteristics, consideration, representation and misunderstandings notwithstanding, extraordinarily "
    "complicated administrative responsibilities unquestionably characterize international organizations, "
    "notwithstanding considerable simplification, telecommunications and individual representatives."
)
CHINESE_STEM = (
    "他说“可以”，指的是 internationalization 与 interoperability 这两个词，另外还有 responsibilities、"
    "communication 与 misunderstandings，以及 representation 和 telecommunications 各自对应的 characteristics，"
    "请逐一说明它们在 administrative organizations 之中的 considerable simplification 意味着什么。"
)
STEMS = {"en": ENGLISH_STEM, "zh-CN": CHINESE_STEM}
QUESTION = """
  - id: {id}
    language: {language}
    category: {language}
    stem: {stem}
    answer: [{stem}, {more}]
    analysis: {stem}
    highlights: [{more}, {more}]
"""


@pytest.fixture(params=["zh-CN", "en"])
def mixed(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, dict[str, bytes]]:
    """The files of a layout in this language over a question in each, and the language."""
    bank = tmp_path / "bank.yaml"
    short = {"en": "“Right”", "zh-CN": "“对”"}
    bank.write_text(
        "bank: mixed\nlanguage: en\nquestions:"
        + "".join(
            QUESTION.format(
                id=f"q.{language.lower()}", language=language, stem=f"'{stem}'", more=short[language]
            )
            for language, stem in STEMS.items()
        ),
        encoding="utf-8",
    )
    layout = tmp_path / "layout.yaml"
    layout.write_text(
        f"layout: mixed\ntitle: Mixed\nlanguage: {request.param}\nbanks: bank.yaml\nsections:\n"
        + "".join(f"  - {{title: T, draw: 1x4, from: {{category: {name}}}}}\n" for name in STEMS),
        encoding="utf-8",
    )
    return request.param, built(layout)


@pytest.mark.parametrize("side", SIDES)
def test_word_is_told_the_language_of_foreign_text(side: str, mixed: tuple[str, dict[str, bytes]]) -> None:
    """Chinese text names no language, for it is the East Asian one of the whole document."""
    language, files = mixed
    parts = docx_parts(the(files, side, "docx"))
    told: dict[str, set[str | None]] = {"en": set(), "zh": set()}
    hints: dict[str, set[str | None]] = {"en": set(), "zh": set()}
    for run in etree.fromstring(parts["word/document.xml"]).iter(f"{W}r"):
        said = run.findtext(f"{W}t") or ""
        if "“" not in said:
            continue
        of = "zh" if CHINESE.search(said) else "en"
        lang, fonts = run.find(f"{W}rPr/{W}lang"), run.find(f"{W}rPr/{W}rFonts")
        told[of].add(None if lang is None else lang.get(f"{W}val"))
        hints[of].add(None if fonts is None else fonts.get(f"{W}hint"))
    assert told == {"en": {"en-US" if language == "zh-CN" else None}, "zh": {None}}
    assert hints == {"en": {None}, "zh": {"eastAsia"}}
    default = etree.fromstring(parts["word/styles.xml"]).find(f".//{W}rPrDefault//{W}lang")
    assert (default.get(f"{W}val"), default.get(f"{W}eastAsia")) == ("en-US", "zh-CN")


@pytest.mark.parametrize("side", SIDES)
def test_quotes_are_wide_in_chinese_and_narrow_in_english(
    side: str, mixed: tuple[str, dict[str, bytes]]
) -> None:
    _, files = mixed
    faces: dict[str, set[str]] = {"en": set(), "zh": set()}
    with pikepdf.open(io.BytesIO(the(files, side, "pdf"))) as file:
        runs = [run for page in file.pages for run in page_runs(page)]
    for run in runs:
        for quoted in re.findall("“(fine|Right|可以|对)|(fine|Right|可以|对)”", run.text):
            faces["en" if "".join(quoted).isascii() else "zh"].add(run.font.partition("+")[2])
    assert all(face.startswith("SourceSerif4") for face in faces["en"]) and faces["en"]
    assert all(face.startswith("NotoSerif") for face in faces["zh"]) and faces["zh"]


def _lines(pdf: bytes) -> Iterator[list[Char]]:
    for page in characters(pdf):
        yield from lines(page)


@pytest.mark.parametrize("side", SIDES)
def test_only_english_is_hyphenated(side: str, mixed: tuple[str, dict[str, bytes]]) -> None:
    _, files = mixed
    shown = [text(line) for line in _lines(the(files, side, "pdf"))]  # in which such a hyphen is no text
    ends = {re.findall("[A-Za-z]*$", line)[0] for line in shown} - {""}
    whole = {of: set(re.findall("[A-Za-z]+", stem)) for of, stem in STEMS.items()}
    assert any(word.startswith(end) for word in whole["en"] for end in ends - whole["en"])
    parted = ends - whole["en"] - whole["zh-CN"]
    lines_of_chinese = [line for line in shown if CHINESE.search(line)]
    assert not [line for line in lines_of_chinese if line.endswith(tuple(parted))]


def test_fixed_words_follow_the_layout(mixed: tuple[str, dict[str, bytes]]) -> None:
    language, files = mixed
    said = "".join(pdf_pages(the(files, "keys", "pdf")))
    words = {"zh-CN": ("参考答案：", "解析：", "（4分）"), "en": ("Answer:", "Analysis:", "(4marks)")}
    for of, each in words.items():
        for word in each:
            assert squeezed(said).count(word) == (2 if of == language else 0), word


TYPOGRAPHY = """
bank: typography
language: {language}
questions:
  - {{id: t.one, stem: '{stem}', answer: x, follow_ups: [{follow_ups}]}}
"""


def _typeset(folder: Path, language: str, stem: str, follow_ups: str = "x") -> dict[str, bytes]:
    content = TYPOGRAPHY.format(language=language, stem=stem, follow_ups=follow_ups)
    (folder / "bank.yaml").write_text(content, encoding="utf-8")
    (folder / "layout.yaml").write_text(
        "layout: t\ntitle: T\nbanks: bank.yaml\nsections: [{title: T, draw: 1x4}]\n", encoding="utf-8"
    )
    return built(folder / "layout.yaml", formats=("pdf",))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_spaces_in_code_keep_their_width(language: str, tmp_path: Path) -> None:
    """However much its line is widened."""
    words = "justified " * 30 if language == "en" else "两端对齐的文字" * 20
    stem = f"{words[:60] if language == 'en' else words[:25]} `tar -c -f x.tar y` {words}"
    files = _typeset(tmp_path, language, stem)
    line = next(line for line in _lines(the(files, "papers", "pdf")) if "tar" in text(line))
    line = [char for char in line if not char.text.isspace()]
    start = text(line).index("tar-c-fx.tar")
    steps = {round(b.x - a.x, 1) for a, b in pairwise(line[start : start + 12])}
    assert steps == {7.2, 14.4}


def test_an_enumerator_stays_with_what_it_counts(tmp_path: Path) -> None:
    follow_ups = ", ".join(f"{'字' * n}怎么办？" for n in range(3, 23))
    files = _typeset(tmp_path, "zh-CN", "题", follow_ups)
    shown = [text(line) for line in _lines(the(files, "keys", "pdf"))]
    assert "⑳" in "".join(shown)
    assert not [line for line in shown if re.search("[①-⑳]$", line)]
