"""Names and ids of styles: what a Word user reads, and what the XML refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Look

# Word keeps these names for styles of its own and shows them in the user's language. A style of ours
# with such a name has to be that very style, or Word makes two of it.
_BUILT_IN = {
    "正文": "Normal",
    "标题": "Title",
    "副标题": "Subtitle",
    "页眉": "header",
    "页脚": "footer",
    "列表": "List",
    "题注": "caption",
    "引用": "Quote",
    "要点": "Strong",
    "强调": "Emphasis",
    "Header": "header",
    "Footer": "footer",
}
_CONTENTS = tuple(f"toc {level}" for level in range(1, 10))
_OWN = frozenset(
    (*_BUILT_IN.values(), *_CONTENTS, "Title", "Subtitle", "List", "Quote", "Strong", "Emphasis")
)

# Roles of the entries of a list of contents, each with those of the headings that it lists.
CONTENTS_ROLES = {"contents_section": ("section",), "contents": ("question_heading", "question")}

# Styles of ours that belong to no role: (Chinese, English), unless the look names them.
_HELPERS = {
    "option4": ("选项（四列）", "Option (four columns)"),
    "option2": ("选项（两列）", "Option (two columns)"),
    "option1": ("选项（一列）", "Option (one column)"),
    "blank": ("填空", "Blank"),
    "gap": ("表格间隔", "Table Gap"),
    "rows": ("横线表", "Ruled Table"),
}


def is_chinese(language: str) -> bool:
    return language.lower().split("-")[0] == "zh"


def latin_language(language: str) -> str:
    """The language Word is told for Latin text: the document's own, unless that is Chinese."""
    if is_chinese(language) or language.lower() == "en":
        return "en-US"
    return language


def style_id(role: str) -> str:
    return "".join(word.capitalize() for word in role.split("_"))


def span_id(role: str) -> str:
    return style_id(role) + "Char"


def latin_span_id(role: str) -> str:
    """The Latin letters of a span that looks different in Han and in Latin."""
    return style_id(role) + "LatinChar"


class StyleNames:
    """Gives every style a name that no other has: Word takes two of one name for one."""

    def __init__(self, look: Look) -> None:
        self._names = {**look.style_names, **dict(_contents_names(look))}
        self._chinese = is_chinese(look.language)
        self._taken = {"Normal", "Normal Table", "Table Grid", "No List", "Default Paragraph Font"}

    def of(self, role: str) -> str:
        """The name of a paragraph or table style."""
        return self._take(self._name(role))

    def of_span(self, role: str) -> str:
        """The name of a character style; Word's own word for it, where a paragraph style has the name."""
        name = self._name(role)
        if name in self._taken:
            name += " 字符" if self._chinese else " Char"
        return self._take(name)

    def of_latin_span(self, role: str) -> str:
        return self._take(self._name(role) + ("（西文）" if self._chinese else " Latin"))

    def _name(self, role: str) -> str:
        name = self._names.get(role, "")
        if not name and role in _HELPERS:
            name = _HELPERS[role][0 if self._chinese else 1]
        name = name.replace(",", " ")  # in a name of Word's, a comma begins an alias
        return _BUILT_IN.get(name, name) or role.replace("_", " ")

    def _take(self, name: str) -> str:
        unique, number = name, 2
        while unique in self._taken:
            unique, number = f"{name} {number}", number + 1
        self._taken.add(unique)
        return unique


def _contents_names(look: Look) -> Iterator[tuple[str, str]]:
    """The styles that Word gives to entries of its own making, by the outline level of what they list."""
    for role, listed in CONTENTS_ROLES.items():
        levels = (look.texts[heading].outline for heading in listed if heading in look.texts)
        if level := next(filter(None, levels), None):
            yield role, _CONTENTS[level - 1]


def is_built_in(name: str) -> bool:
    return name in _OWN
