from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.layout import read_style_file
from generator.layout.bases import names
from generator.layout.look import KEY_ROLES, MM, STYLE_NAMES, TEXT_ROLES
from tests.layout.conftest import style_of
from tests.reading import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.layout import Style


@pytest.mark.parametrize("language", ["zh-CN", "en", "zh-TW", "fr"])
@pytest.mark.parametrize("name", names())
def test_every_style_that_ships(name: str, language: str, tmp_path: Path) -> None:
    made, found = style_of(f"base: {name}", tmp_path, language)
    assert found == []
    assert made is not None
    assert (made.name, made.language, made.paper_look.language) == (name, language, language)
    assert set(made.key_look.texts) == set(TEXT_ROLES)
    assert set(made.paper_look.texts) == set(TEXT_ROLES) - KEY_ROLES
    assert set(made.paper_look.style_names) == {*made.paper_look.texts, *made.paper_look.spans}
    assert set(TEXT_ROLES) <= set(STYLE_NAMES)
    for role in made.paper_look.texts.values():
        assert role.font in made.paper_look.fonts
        assert 4 <= role.size <= 40
        assert role.leading >= role.size
    said = made.front.instructions + made.key.title + made.wording.words["true"]
    assert said.isascii() == (language in ("en", "fr"))


def write(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def read(path: Path, language: str = "zh-CN") -> tuple[Style | None, list[str]]:
    report = Report()
    return read_style_file(path, path.name, language, report), faults(report)


def test_styles_are_laid_on_one_another(tmp_path: Path) -> None:
    house = (
        "style: house\nbase: classic\npage: {size: B4, margins: {top: 30}}\nwording: {or: 或者}\n"
        "front: {candidate_box: [{label: 姓名, field: name}]}\n"
    )
    more = (
        "style: more\nbase: house.yaml\npage: {landscape: true, margins: {left: 10}}\n"
        "question: {numbering: through}\n"
    )
    write(tmp_path / "styles", "house.yaml", house)
    write(tmp_path / "styles", "more.yaml", more)
    made, found = style_of("base: styles/more.yaml\nkey: {title: 答案}", tmp_path)
    assert found == []
    assert made is not None
    page = made.paper_look.page
    assert (round(page.width / MM), round(page.height / MM)) == (364, 257)
    assert [round(side / MM) for side in (page.top, page.right, page.bottom, page.left)] == [30, 24, 21, 10]
    assert [(field.label, field.width) for field in made.front.candidate_box] == [("姓名", 3.0)]
    assert (made.wording.words["or"], made.wording.words["true"]) == ("或者", "正确")
    assert (made.question.runs_on, made.key.title, made.name) == (True, "答案", "more")


def test_a_style_of_ones_own_may_be_called_classic(tmp_path: Path) -> None:
    made, found = read(write(tmp_path, "classic.yaml", "style: classic\npage: {size: A5}\n"))
    assert found == []
    assert made is not None
    assert round(made.paper_look.page.width / MM) == 148


def test_a_style_file_has_a_name_in_each_language(tmp_path: Path) -> None:
    path = write(tmp_path, "house.yaml", "style: {zh: 校样, en: ''}\n")
    made, found = read(path)
    assert found == []
    assert made is not None and made.name == "校样"
    assert read(path, "en")[1] == ["1:21 empty-field"]
    other = write(tmp_path, "other.yaml", "style: {en: proof, zh: ''}\n")
    assert (read(other, "en")[1], read(other)[1]) == ([], ["1:24 empty-field"])
    nameless = write(tmp_path, "nameless.yaml", "zh: 校样\n")
    assert set(read(nameless)[1]) == {"1:1 unknown-field", "1:1 missing-field"}


def test_lengths(style: Callable[..., Style]) -> None:
    made = style(
        "text: {question: {size: 10, indent: 2em, hang: 5mm, before: 3pt, after: 4, leading: 1.5em}}"
    )
    role = made.paper_look.texts["question"]
    assert (role.size, role.indent, role.hang, role.space_before, role.space_after, role.leading) == (
        10,
        20,
        round(5 * MM, 3),
        3,
        4,
        15,
    )
    # A role that is only made smaller keeps its proportions.
    plain, small = style(), style("key: {text: {answer: {size: 5.25}}}")
    before, after = plain.key_look.texts["answer"], small.key_look.texts["answer"]
    assert (after.size, after.leading, after.indent) == (
        5.25,
        round(before.leading / 2, 3),
        round(before.indent / 2, 3),
    )
    assert small.paper_look.texts["note"] == plain.paper_look.texts["note"]


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("解析", "解析", "解析"),
        ("{zh: 解析, en: Why}", "解析", "Why"),
        ("{en: Why}", "Why", "Why"),
        ("''", "", ""),
        ("~", "", ""),
        ("none", "", ""),
        ("false", "", ""),
        ("'false'", "false", "false"),
        ("{text: {zh: 解析, en: Why}, position: own_line}", "解析", "Why"),
    ],
)
def test_words_in_two_languages(said: str, zh: str, en: str, style: Callable[..., Style]) -> None:
    adjusted = f"key: {{analysis_label: {said}}}"
    labels = [style(adjusted, language).key.analysis_label for language in ("zh-CN", "en")]
    assert [label.pattern.source for label in labels] == [zh, en]
    assert [bool(label) for label in labels] == [bool(zh), bool(en)]
    assert labels[0].own_line == ("own_line" in said)


def test_the_digest_is_of_what_it_says(style: Callable[..., Style]) -> None:
    one = style("page: {size: A3, columns: 2}")
    assert one.digest == style("# elsewhere\npage:\n  columns: '2'\n  size: \"A3\"").digest
    assert one.digest != style("page: {size: A3, columns: 3}").digest
    assert one.paper_look.digest == style("page: {size: A3, columns: 2}\nkey: {title: x}").paper_look.digest
    assert one.paper_look.digest != style("page: {size: A3, columns: 3}").paper_look.digest
    assert one.paper_look.digest != style("page: {size: A3, columns: 2}", "en").paper_look.digest


def test_font_files_are_relative_to_the_style(tmp_path: Path) -> None:
    write(tmp_path / "fonts", "own.ttf", "not read here")
    path = write(
        tmp_path,
        "house.yaml",
        "style: house\nfonts: {song: {faces: ['fonts/own.ttf?wght=700', Noto Serif SC], docx: 宋体}}\n",
    )
    made, found = read(path)
    assert found == []
    assert made is not None
    song = made.paper_look.fonts["song"]
    assert song.faces == (f"{(tmp_path / 'fonts' / 'own.ttf').resolve()}?wght=700", "Noto Serif SC")
    assert song.bold_faces == ("Noto Sans SC Bold",)


@pytest.mark.parametrize(
    ("adjusted", "expected"),
    [
        ("page: {size: A3", ["unclosed-bracket"]),
        ("page: 5", ["text-for-fields"]),
        ("page: [a]", ["list-for-fields"]),
        ("page: ~", []),
        ("text: {question: 5}", ["text-for-fields"]),
        ("text: {question: {size: -1}}", ["bad-length"]),
        ("text: {question: {size: 1e3}}", ["bad-length"]),
        ("text: {question: {outline: 10}}", ["out-of-range"]),
        ("text: {question: {size: 0}}", ["out-of-range"]),
        ("text: {question: {size: 900}}", ["out-of-range"]),
        ("text: {question: {leading: 1}}", ["out-of-range"]),
        ("answer_space: {essay: {per_mark: 99999999}}", ["out-of-range"]),
        ("question: {option_label: '1.'}", ["option-label"]),
        ("question: {label: '{n}{x}{y}'}", ["unknown-pattern-field", "unknown-pattern-field"]),
        ("page: {footer: '{candidate.工号}'}", []),
        ("question: {label: '{n.{label}'}", ["stray-brace"]),
        ("question: {label: '{n}}、'}", ["stray-brace"]),
        ("section: {heading: '{n}（{count:题}）'}", ["stray-brace"]),
        ("page: {footer: '第{page页 共{pages页'}", ["stray-brace"] * 2),
        ("section: {numbering: 第x部分}", ["not-counting"]),
        ("section: {numbering: '-'}", ["not-counting"]),
        ("section: {numbering: none}", []),
        ("section: {numbering: 壹}", []),
        ("key: {point_numbering: [★, '-', 第x点]}", ["not-counting"]),
        ("list: {ordered: [Item, '1.']}", ["not-counting"]),
        ("section: {heading: {zh: 甲, cn: 乙, zh-TW: 丙}}", ["unknown-language"] * 2),
        ("front: {candidate_box: [{label: {zh: 姓名, jp: x}}]}", ["unknown-language"]),
        ("contents: {list: [questions, sections]}", ["list-for-text"]),
        ("contents: ''", []),
        ("contents: false", []),
        ("key: at_end", ["text-for-fields"]),
        ("base: [classic, scored]\npage: {sise: A4}", ["not-a-style", "unknown-field"]),
        ("key: {analysis_label: [解析]}", ["not-a-word"]),
        ("text: {question: {size: 特号}}", ["bad-length"]),
        ("page: {columns: 4}", ["page-too-small"]),
        ("answer_space: {essay: 5}", ["text-for-fields"]),
        ("answer_space: {essay: ~, novel: {least: 2}}", ["unknown-field"]),
        ("format: 2", ["unknown-format"]),
        ("base: none.yaml", ["no-style-file"]),
        ("base: ''", ["unknown-style"]),
        ("style: [x, y]", ["list-for-text"]),
        ("style: {a: x, b: y}", ["fields-for-text"]),
        ("style: {zh: [x], en: y}", ["list-for-text"]),
        ("style: {zh: 校样, en: proof}", []),
        ("page: {zh: }", ["unknown-field"]),
        ("page: {zh: {size: A4}}", ["unknown-field"]),
        ("row_height: {en: , zh: [a]}", ["unknown-field"] * 2),
        ("list: {ordered: {a: b}}", ["not-a-list"]),
        ("list: {bullets: {zh: •, en: {a: b}}}", ["not-a-list"]),
        ("key: {point_numbering: {}}", ["not-a-list"]),
        ("key: {point_numbering: [[①]]}", ["not-a-word"]),
    ],
)
def test_faults(adjusted: str, expected: list[str], tmp_path: Path) -> None:
    if adjusted.endswith("A3"):
        path = write(tmp_path, "x.yaml", f"style: x\n{adjusted}\n")
        assert [fault.split()[1] for fault in read(path)[1]] == expected
        return
    assert [fault.split()[1] for fault in style_of(adjusted, tmp_path)[1]] == expected


def test_a_circle_of_bases_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "style: a\nbase: b.yaml\n")
    write(tmp_path, "b.yaml", "style: b\nbase: a.yaml\n")
    report = Report()
    assert read_style_file(tmp_path / "a.yaml", "a.yaml", "zh-CN", report) is None
    (fault,) = report.diagnostics
    assert (fault.code, fault.values) == ("base-circle", {"files": "b.yaml → a.yaml → b.yaml"})


def test_bases_stand_eight_deep_at_most(tmp_path: Path) -> None:
    for number in range(10):
        write(tmp_path, f"{number}.yaml", f"style: s\nbase: {number + 1}.yaml\n")
    write(tmp_path, "10.yaml", "style: s\npage: {size: A5}\n")
    assert read(tmp_path / "2.yaml")[1] == []
    made, found = read(tmp_path / "1.yaml")
    assert made is None
    assert [fault.split()[1] for fault in found] == ["too-many-bases"]


def test_sizes_by_name(style: Callable[..., Style]) -> None:
    made = style("text: {question: {size: 五号}}\nspan: {marks: {size: 小五}}")
    assert made.paper_look.texts["question"].size == 10.5
    assert made.paper_look.spans["marks"].size == 9


def test_a_style_knows_its_files(tmp_path: Path) -> None:
    write(tmp_path, "house.yaml", "style: house\nbase: scored\n")
    made, _ = read(write(tmp_path, "more.yaml", "style: more\nbase: house.yaml\npage: {size: A5}\n"))
    assert made is not None
    assert [file.name.rpartition("/")[2] for file in made.files] == [
        "more.yaml"
    ]  # house.yaml says nothing more


def test_what_follows_another_role(style: Callable[..., Style]) -> None:
    """Ems are of the role's own size in the end, which the key may make smaller."""
    made = style("text: {question_more: {first_line: 2em, hang: 0em}}")
    paper, key = made.paper_look.texts["question_more"], made.key_look.texts["question_more"]
    assert (paper.size, paper.first_line, paper.hang) == (12, 24, 0)
    assert (key.size, key.first_line, key.hang) == (10.5, 21, 0)
    small = style("text: {question: {size: 9, bold: true}}").paper_look.texts
    assert (small["list"].size, small["list"].bold, small["list"].leading) == (9, False, 15.75)
    assert small["list"].indent == round(1.7 * 9, 3)
    apart = style("text: {answer: {size: 14, first_line: 2em}, answer_label: {bold: false}}").key_look.texts
    assert apart["answer_first"] == apart["answer"]._replace(space_before=8)
    assert apart["answer_label_first"] == apart["answer_label"]._replace(space_before=8)


def test_a_stem_follows_a_label_on_a_line_of_its_own(style: Callable[..., Style]) -> None:
    def space(said: str) -> float:
        return style(f"question: {{{said}}}", "en").key_look.texts["question"].space_before

    assert space("label_position: own_line") == 3
    assert space("label_position: own_line, label: '{label}'") == space("label_position: run_in") == 6


def test_a_font_file_that_no_system_could_have(tmp_path: Path) -> None:
    made, found = style_of(f"fonts: {{song: {{faces: [{'字' * 2000}.ttf]}}}}", tmp_path)
    assert made is not None
    assert [fault.split()[1] for fault in found] == ["no-font-file"]


def test_a_lone_mark_is_a_list_of_one(style: Callable[..., Style]) -> None:
    def marks(said: str) -> set[tuple[str, ...]]:
        made = style(f"key: {{point_numbering: {said}}}\nlist: {{ordered: {said}, bullets: {said}}}")
        return {made.key.point_numbering, made.lists.ordered, made.lists.bullets}

    assert marks("①") == marks("[①]") == marks("{zh: ①, en: [a]}") == {("①",)}
    assert marks("none") == marks("[none]") == {("",)}
    assert marks("~") == {("",), ("1.",), ("•",)}


def test_one_margin_for_all_sides_and_no_candidate_box(style: Callable[..., Style]) -> None:
    adjusted = style("page: {margins: 30}\nfront: {candidate_box: none}")
    page = adjusted.paper_look.page
    assert {round(side / MM) for side in (page.top, page.right, page.bottom, page.left)} == {30}
    assert adjusted.front.candidate_box == ()
