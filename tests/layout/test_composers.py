"""Paper and key composed from small banks, compared as outlines; the longer ones stand in `outlines/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.model.content import Str
from generator.model.document import Grid
from generator.render.pdf import Renderer
from tests.layout.conftest import Section, composed, form, outlines
from tests.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.layout import Style
    from generator.model.document import Cell, Document
    from generator.model.question import Bank

HERE = Path(__file__).parent / "outlines"

EVERY_TYPE = """\
- id: essay
  stem: |
    顾客收到的杯子碎了一只。

    - 明天要送人
    - 仓库在外地

    你会怎么处理？
  label: 情景
  competencies: [情绪管理, 问题解决]
  marks: 8
  answer:
    text: 先安抚，再核实。
    points:
      - {text: 先道歉。, marks: 3}
      - text: 给出方案：
        marks: 5
        points: [补发, {text: "退款，**原路**退回", marks: 2}]
  analysis: |
    看先处理什么。

    再看方案。
  highlights: [先处理情绪。, 方案可选]
  levels:
    - {name: 好, marks: 7-8, text: 三步齐全。}
    - {name: 差, marks: 0, text: 只道歉。}
  follow_ups: [要三倍赔偿？, 主管不在？]
- id: short
  type: short_answer
  stem: 什么是首问负责？
  answer: [谁接谁跟, 跟到底]
  highlights: [说出“到底”！]
  follow_ups: 举个例子？
- id: single
  type: single_choice
  stem: 七天从哪天算起？
  options: [下单, "签收*次日*", 发货]
  answer: B
  analysis: 依规定。
- id: multiple
  type: multiple_choice
  stem: 哪些要上报（　　）？
  options: [媒体, 伤人, 咨询]
  answer: AB
- id: truth
  type: true_false
  stem: 可以先赔后查。
  answer: 错
- id: blanks
  type: fill_blank
  stem: 接通率是____除以______。
  answer: [[接通量, 已接], 呼入量]
- id: english
  language: en
  stem: |
    Describe a *difficult* customer.

    | a | b |
    |---|--:|
    | 1 | 2 |

    ```
    print("hi")
    ```
  answer: Be honest.
"""

SECTIONS = [
    Section("情景题", "essay short", "8", "简答", "结合场景作答。"),
    Section("客观题", "single multiple truth blanks", "2.5"),
    Section("外语题", "english", "1"),
]


@pytest.fixture
def everything(bank: Callable[[str], Bank]) -> Bank:
    return bank(EVERY_TYPE)


@pytest.mark.parametrize(
    ("name", "language", "more"),
    [
        (
            "classic-zh",
            "zh-CN",
            {
                "variant": "A",
                "duration": 90,
                "subtitle": "华东大区",
                "instructions": "1. 先填姓名。\n2. 用黑笔。",
            },
        ),
        (
            "classic-en",
            "en",
            {"variant": "B", "duration": 60, "short_title": "Short", "instructions": "Use a pen."},
        ),
        ("candidate", "zh-CN", {"candidate": {"name": "王芳", "id": "00017", "room": "3"}}),
    ],
)
def test_whole_documents(
    name: str,
    language: str,
    more: dict[str, object],
    everything: Bank,
    style: Callable[..., Style],
    expect: Callable[[Path, str], None],
) -> None:
    paper, key = outlines(form(everything, SECTIONS, language=language, **more), style("", language))
    expect(HERE / f"{name}-paper.txt", paper)
    expect(HERE / f"{name}-key.txt", key)


def test_without_marks_nothing_speaks_of_them(
    everything: Bank, style: Callable[..., Style], expect: Callable[[Path, str], None]
) -> None:
    sections = [section._replace(marks="") for section in SECTIONS]
    paper, key = outlines(form(everything, sections), style())
    expect(HERE / "unmarked-paper.txt", paper)
    expect(HERE / "unmarked-key.txt", key)
    assert "分" not in paper
    assert "score:" not in paper


ADJUSTED = """\
base: classic
page: {size: A3, columns: 2, header: "{title} {candidate.name}", footer: "{page}/{pages}"}
front: {candidate_box: [{label: 抽签号, field: id}], instructions: "", score_table: false}
section: {heading: "", note_label: ""}
question:
  {label: "{label}{n}、", numbering: through, marks: none, option_label: （A）, choice_bracket: "", keep: false}
answer_space: {essay: {per_mark: 0.5, least: 9}, short_answer: ~}
competencies: {paper: stem, key: stem}
key:
  title: ""
  summary: false
  answer_label: {text: 答案与解析：, position: run_in}
  points_label: ""
  point_numbering: ["-"]
  point_scores: none
  analysis_label: {text: 解析, position: own_line}
  highlights: sentence
  levels_label: ""
  text: {answer: {size: 9}}
"""


def test_an_adjusted_style(
    everything: Bank, style: Callable[..., Style], expect: Callable[[Path, str], None]
) -> None:
    sections = [SECTIONS[0], SECTIONS[1]._replace(label="选择")]
    key = form(everything, sections, instructions="请安静。", candidate={"name": "王芳", "id": "7"})
    paper, answers = outlines(key, style(ADJUSTED))
    expect(HERE / "adjusted-paper.txt", paper)
    expect(HERE / "adjusted-key.txt", answers)


def test_highlights_as_a_list(everything: Bank, style: Callable[..., Style]) -> None:
    _, key = outlines(form(everything, SECTIONS[:1]), style("key: {highlights: list}"))
    assert (
        "| highlights: <label 高分要点：> >\n| point: [（1）] 先处理情绪。\n| point: [（2）] 方案可选\n"
        in key
    )


BLOCKS = """\
- id: blocks
  type: short_answer
  stem: |
    ```
    stem
    ```

    1. 甲

       ```
       item
       ```

       - 乙

         | a |
         |---|
         | 1 |
  answer:
    text: |
      ```
      answer
      ```
    points:
      - text: |
          点

          ```
          point
          ```
        points:
          - text: |
              子点

              | b |
              |---|
              | 2 |
            points:
              - |
                孙点

                ```
                deep
                ```
"""


def test_blocks_of_an_item_stand_under_its_text(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    _, key = outlines(form(bank(BLOCKS), [Section("题", "blocks")]), style())
    blocks = [line.removeprefix("| ").partition(":")[0] for line in key.splitlines()]
    assert [line for line in blocks if line.startswith(("code", "table"))] == [
        "code",
        "code under list 0",
        "table under list 1",
        "code under answer 0",
        "code under point 0",
        "table under subpoint 0",
        "code under subpoint 1",
    ]


def test_what_a_section_assesses_is_in_the_language_of_its_questions(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    made = bank(
        "- {id: zh, type: short_answer, stem: 甲？, answer: 乙, competencies: [“沟通”]}\n"
        "- {id: en, type: short_answer, language: en, stem: Why?, answer: So., competencies: [Tact]}\n"
    )
    sections = [Section("A", "zh"), Section("B", "en")]
    for language, languages in (("en", ["", "zh-CN", "", ""]), ("zh-CN", ["", "", "en", ""])):
        _, key = composed(form(made, sections, language=language), style("", language))
        (grid,) = [p for part in key.body for p in part.fragment.pieces if isinstance(p, Grid)]
        assert grid.role == "summary"
        assert [row[-1].language for row in grid.rows] == languages
        assert {cell.language for row in grid.rows for cell in row[:-1]} == {""}


OTHER_KEYS = (
    EVERY_TYPE.replace("先安抚，再核实。", "完全不同的答案，" * 40)
    .replace("answer: B", "answer: C")
    .replace("answer: AB", "answer: BC")
    .replace("answer: 错", "answer: 对")
    .replace("[[接通量, 已接], 呼入量]", "[甲, 乙]")
    .replace("看先处理什么。", "另一番解析。")
    .replace("方案可选", "别的要点")
    .replace("三步齐全。", "别的档次。")
    .replace("主管不在？", "别的追问？")
)


def test_other_keys_make_the_same_paper(bank: Callable[[str], Bank], style: Callable[..., Style]) -> None:
    assert OTHER_KEYS.count("\n") == EVERY_TYPE.count("\n")
    first = composed(form(bank(EVERY_TYPE), SECTIONS), style())
    second = composed(form(bank(OTHER_KEYS), SECTIONS), style())
    assert first[0] == second[0]
    assert first[1] != second[1]


def test_fragments_are_composed_once_and_told_apart(everything: Bank, style: Callable[..., Style]) -> None:
    from generator.diagnostics import Report
    from generator.layout import KeyComposer, PaperComposer

    look = style()
    for composer, documents in (
        (
            PaperComposer(look, Report()),
            [form(everything, SECTIONS).paper, form(everything, SECTIONS, variant="B").paper],
        ),
        (KeyComposer(look, Report()), [form(everything, SECTIONS), form(everything, SECTIONS, variant="B")]),
    ):
        first, second = (composer.compose(document).body for document in documents)  # type: ignore[attr-defined]
        shared = {id(part.fragment) for part in first} & {id(part.fragment) for part in second}
        assert len(shared) >= 7
        digests: dict[str, object] = {}
        for part in (*first, *second):
            assert digests.setdefault(part.fragment.digest, part.fragment) == part.fragment


def test_answer_space_goes_by_type_and_marks(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    def lines(question: str, marks: str) -> str:
        paper, _ = composed(
            form(bank(f"- {{id: q, stem: 甲, answer: 乙{question}}}"), [Section("题", "q", marks)]), style()
        )
        found = [line for line in outline(paper).splitlines() if "answer_space" in line]
        return found[0].split()[-2] if found else "0"

    assert [lines("", marks) for marks in ("8", "8.5", "1", "")] == ["10", "11", "4", "8"]
    assert lines("", "1000") == "200"
    assert lines(", lines: 3", "8") == "3"
    assert lines(", lines: 0", "8") == "0"
    assert lines(", type: short_answer", "5") == "4"


@pytest.mark.parametrize(
    ("stem", "bracket"),
    [
        ("哪项对？", True),
        ("哪项（  ）对？", False),
        ("哪项（　　）对", False),
        ("____是对的", False),
        ("哪项()对", False),
        ("（甲）对吗", True),
    ],
)
def test_a_bracket_to_answer_in_unless_the_stem_has_one(
    stem: str, bracket: bool, bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    asked = bank(f"- {{id: q, type: single_choice, stem: {stem}, options: [甲, 乙], answer: A}}")
    paper, _ = composed(form(asked, [Section("题", "q")]), style())
    assert ("<bracket （　　）>" in outline(paper)) is bracket


@pytest.mark.parametrize(
    ("stem", "bracket"),
    [
        ("调用 close() 会释放资源。", True),
        ("`____init____` 是构造方法。", True),
        ("下列正确的是（　）。", False),
        ("Choose one ( ).", False),
        ("答案填在 ____ 上。", False),
    ],
)
def test_a_bracket_where_the_author_left_no_place(
    stem: str, bracket: bool, bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    asked = bank(f"- {{id: q1, type: true_false, stem: '{stem}', answer: 对}}")
    paper, _ = outlines(form(asked, [Section("甲", "q1", "2")]), style())
    assert ("<bracket" in paper) is bracket


def test_labels_know_the_number_and_words_alone_keep_a_labels_place(
    everything: Bank, style: Callable[..., Style]
) -> None:
    adjusted = style(
        "key: {answer_label: '{n}.答案：', analysis_label: {zh: '析：', en: 'Why: '}}\nfront: {}"
    )
    _, key = outlines(form(everything, SECTIONS[:1]), adjusted)
    assert "| answer_label: 1.答案： >" in key
    assert "| analysis: <label 析：>" in key
    assert adjusted.front.title


def test_many_sections_share_out_several_score_tables(everything: Bank, style: Callable[..., Style]) -> None:
    key = form(everything, [Section("客观题", "truth", "112.5")] * 30)
    document, _ = composed(key, style())
    pieces = [piece for part in document.body for piece in part.fragment.pieces]
    tables = [piece for piece in pieces if isinstance(piece, Grid) and piece.role == "score"]
    assert len(tables) == 3
    assert sum(len(table.rows[0]) - 1 for table in tables) == 31
    assert all(min(table.widths) >= 36 for table in tables)


def box_of(document: Document) -> Grid:
    pieces = [piece for part in document.body for piece in part.fragment.pieces]
    (box,) = (piece for piece in pieces if isinstance(piece, Grid) and piece.role == "box")
    return box


def cells_of(box: Grid) -> list[list[tuple[str, float]]]:
    """What stands in each cell, and how many millimetres wide it is."""
    found = []
    for row in box.rows:
        widths = iter(box.widths)
        found.append([(plain(cell), sum(next(widths) for _ in range(cell.span)) / 72 * 25.4) for cell in row])
    return found


def top_of(word: str, document: Document) -> float:
    """On the first page of its PDF."""
    pdf = pypdfium2.PdfDocument(Renderer(document.look).render(document).data)
    text = pdf[0].get_textpage()
    found = text.search(word).get_next()
    assert found is not None
    top: float = text.get_charbox(found[0])[3]
    pdf.close()
    return top


def plain(cell: Cell) -> str:
    return "".join(inline.text for inline in cell.inlines if isinstance(inline, Str))


@pytest.mark.parametrize(
    ("page", "rows"), [("{size: A4, landscape: true}", 1), ("{size: A4}", 2), ("{size: A5}", 3)]
)
def test_the_candidate_box_has_rows_enough_to_write_in(
    page: str, rows: int, everything: Bank, style: Callable[..., Style]
) -> None:
    document, _ = composed(form(everything, SECTIONS[:1]), style(f"page: {page}"))
    found = cells_of(box_of(document))
    assert len(found) == rows
    named = {
        label: width for row in found for (label, _), (_, width) in zip(row[::2], row[1::2], strict=True)
    }
    assert list(named) == ["姓名", "准考证号", "应聘岗位", "考场", "座位"]
    least = {"姓名": 22, "准考证号": 36, "应聘岗位": 30, "考场": 18, "座位": 13}
    assert all(named[label] >= width for label, width in least.items())
    room = document.look.page.width - document.look.page.left - document.look.page.right
    assert all(sum(width for _, width in row) == pytest.approx(room / 72 * 25.4) for row in found)


def test_the_candidate_box_is_the_same_whoever_fills_it(
    everything: Bank, style: Callable[..., Style]
) -> None:
    """Else one candidate's paper has a page more than another's."""
    short = {"name": "李霞", "id": "1", "post": "主管", "room": "3", "seat": "1"}
    long = {
        "name": "阿依古丽·买买提江·阿不都热合曼", "id": "110101********1234", "post": "华东大区高级客户服务质量管理主管",
        "room": "培训中心三楼第二阶梯教室", "seat": "12排10座",
    }  # fmt: skip
    boxes, heights = [], []
    for known in (short, long):
        document, _ = composed(form(everything, SECTIONS[:1], candidate=known), style())
        boxes.append([[width for _, width in row] for row in cells_of(box_of(document))])
        heights.append(top_of("评卷人", document))
    assert boxes[0] == boxes[1]
    assert heights[0] == pytest.approx(heights[1])


def test_a_spare_and_a_form_of_a_session_say_so_in_words(
    everything: Bank, style: Callable[..., Style]
) -> None:
    key = form(everything, SECTIONS[:1], candidate={"date": "12月5日", "session": "上午", "room": "301"})
    paper = key.paper._replace(spare="备用 1", variant="", session="12月5日 上午")
    said = outline(composed(key._replace(paper=paper), style())[0])
    assert "\nmeta: 12月5日　上午　备用 1\n" in said  # on one line, as others have one
    boxless = outline(composed(key._replace(paper=paper), style("front: {candidate_box: none}"))[0])
    assert "\nsubtitle: 备用 1　301\n" in boxless  # where no box says the room
    _, shared = composed(key._replace(paper=paper._replace(spare="", candidate=None)), style())
    assert "\nsubtitle: 12月5日 上午\n" in outline(shared)
    assert "卷" not in "".join(i.text for i in shared.footer if isinstance(i, Str))
    assert "12月5日 上午" in "".join(i.text for i in shared.footer if isinstance(i, Str))
