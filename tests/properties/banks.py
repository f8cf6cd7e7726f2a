"""Banks made up by Hypothesis: all types of question, each with two solutions that could both be right."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from generator import kinds, layout

_HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
_WORDS = (
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "——",
    "……",
    " ",
    "API",
    "GB/T",
    "3.5",
    "%",
    "Word",
    "e-mail",
    "《",
    "》",
)
_BLOCKS = (
    "- 甲\n- 乙",
    "1. 先\n2. 后",
    "| 表 | 头 |\n|---|---:|\n| 一 | 2 |",
    "```\nx = 1\n```",
    "**重点**是`码`",
)
# In no stem and no option, so that whoever finds one in a paper has found the key.
SECRET = "龘靐齉爨癵驫麤籱灪厵"

SHIPPED = sorted(path.stem for path in (Path(layout.__file__).parent / "styles").glob("*.yaml"))
STYLES: list[Any] = [
    *SHIPPED,
    {"base": "classic", "page": {"size": "A3", "landscape": "true", "columns": "2"}},
    {
        "base": "classic",
        "page": {"size": "A5"},
        "front": {"score_table": "false"},
        "competencies": {"paper": "stem"},
    },
]

words = st.lists(st.sampled_from([*_HAN, *_WORDS]), min_size=1, max_size=30).map("".join)
lines = words.map(lambda text: f"题{text}")
secrets = st.lists(st.sampled_from([*_HAN, *SECRET, *_WORDS]), max_size=30).map(lambda w: "答" + "".join(w))
stems = st.builds(
    lambda first, more: "\n\n".join([first, *more]), lines, st.lists(st.sampled_from(_BLOCKS), max_size=2)
)
marks = st.sampled_from([None, "2", "5", "7.5", "8", "10"])


class Made(NamedTuple):
    """A question without its solution, and two solutions of it."""

    prompt: dict[str, Any]
    solutions: tuple[dict[str, Any], dict[str, Any]]


@st.composite
def _points(draw: st.DrawFn, own: str | None, depth: int = 1) -> list[Any]:
    """Answer points; where they have marks these add up to the question's own, if it has any."""
    count = draw(st.integers(1, 4))
    shares = [None] * count
    if own is not None and draw(st.booleans()):
        halves = int(float(own) * 2)
        count = min(count, halves)
        cuts = sorted(draw(st.sets(st.integers(1, halves - 1), min_size=count - 1, max_size=count - 1)))
        shares = [(b - a) / 2 for a, b in zip([0, *cuts], [*cuts, halves], strict=True)]
    points: list[Any] = []
    for share in shares:
        point: dict[str, Any] = {"text": draw(secrets)}
        if share is not None:
            point["marks"] = f"{share:g}"
        if depth < 3 and draw(st.integers(0, 4)) == 0:
            point["points"] = draw(_points(None, depth + 1))
        points.append(point["text"] if len(point) == 1 else point)
    return points


@st.composite
def solutions(draw: st.DrawFn, prompt: dict[str, Any]) -> dict[str, Any]:
    """All that only the key may show, of a question of this type with these options, blanks and marks."""
    own = prompt.get("marks")
    letters = [chr(ord("A") + i) for i in range(len(prompt.get("options", ())))]
    match prompt["type"]:
        case "single_choice":
            answer: Any = draw(st.sampled_from(letters))
        case "multiple_choice":
            answer = sorted(draw(st.sets(st.sampled_from(letters), min_size=1)))
        case "true_false":
            answer = draw(st.sampled_from(["对", "错"]))
        case "fill_blank":
            accepted = st.one_of(secrets, st.lists(secrets, min_size=1, max_size=3))
            count = prompt["stem"].count("____")
            answer = draw(st.lists(accepted, min_size=count, max_size=count))
        case _:
            answer = draw(
                st.one_of(
                    secrets,
                    _points(own),
                    st.fixed_dictionaries({"text": secrets, "points": _points(own)}),
                    st.fixed_dictionaries({"points": _points(own), "numbering": st.sampled_from(["①", "-"])}),
                )
            )
    top = float(own or 6)
    half = (top // 2) or 0.5
    level = st.fixed_dictionaries({"name": secrets, "text": secrets})
    found = {
        "answer": answer,
        "analysis": draw(st.none() | secrets),
        "highlights": draw(st.lists(secrets, max_size=3)),
        "levels": [
            {**draw(level), "marks": span}
            for span in draw(st.sampled_from([[], [f"{half + 0.5:g}-{top:g}", f"0-{half:g}"]]))
        ],
        "follow_ups": draw(st.lists(secrets, max_size=2)),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


@st.composite
def questions(draw: st.DrawFn, identity: str, type_name: str) -> Made:
    prompt: dict[str, Any] = {"id": identity, "type": type_name, "stem": draw(stems)}
    if type_name in ("single_choice", "multiple_choice"):
        texts = draw(st.lists(words.map(str.strip), min_size=2, max_size=6, unique=True))
        # A letter before each, so that no option begins with a mark of YAML or Markdown.
        prompt["options"] = [f"选{number}{text}" for number, text in enumerate(texts)]
        prompt["shuffle"] = draw(st.sampled_from(["true", "false"]))
    elif type_name == "fill_blank":
        prompt["stem"] += "\n\n" + "，".join(["____"] * draw(st.integers(1, 3)))
    elif type_name in ("essay", "short_answer"):
        prompt["lines"] = draw(st.none() | st.integers(0, 12).map(str))
    for field, strategy in (
        ("marks", marks),
        ("competencies", st.none() | st.just(["沟通", "分析"])),
        ("language", st.sampled_from([None, "en"])),
        ("label", st.none() | st.just("题")),
    ):
        value = draw(strategy)
        if value is not None:
            prompt[field] = value
    prompt = {name: value for name, value in prompt.items() if value is not None}
    return Made(prompt, (draw(solutions(prompt)), draw(solutions(prompt))))


class MadeBank(NamedTuple):
    """A bank with two sets of solutions, and a layout over it: its sections, and what else it says."""

    questions: list[Made]
    sections: list[dict[str, Any]]
    more: dict[str, Any]

    def write(self, folder: Path, which: int) -> Path:
        """Bank and layout as files, with the one set of solutions or the other; the layout's path."""
        entries = [{**made.prompt, **made.solutions[which]} for made in self.questions]
        return write(folder, entries, self.sections, **self.more)


def write(folder: Path, questions: list[Any], sections: list[Any], **more: Any) -> Path:
    folder.mkdir(exist_ok=True)
    dump(folder / "bank.yaml", {"bank": "made", "questions": questions})
    file = folder / "layout.yaml"
    dump(file, {"layout": "made", "title": "试卷", "banks": ["bank.yaml"], **more, "sections": sections})
    return file


def dump(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.dump(content, allow_unicode=True, sort_keys=False, Dumper=_NoAliases), "utf-8")


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@st.composite
def banks(draw: st.DrawFn) -> MadeBank:
    """One to three questions of some types, and a section that draws from each type."""
    made: list[Made] = []
    sections = []
    for type_name in draw(st.lists(st.sampled_from(kinds.NAMES), min_size=1, max_size=6, unique=True)):
        count = draw(st.integers(1, 3))
        made += [draw(questions(f"q.{type_name}.{n}", type_name)) for n in range(count)]
        drawn = draw(st.integers(1, count))
        worth = draw(st.sampled_from(["", "x2", "x5", "x7.5", "x10"]))
        sections.append({"title": "部分", "draw": f"{drawn}{worth}", "from": {"type": type_name}})
    language, style = draw(st.sampled_from(["zh-CN", "en"])), draw(st.sampled_from(STYLES))
    return MadeBank(made, sections, {"language": language, "style": style})
