"""What the fields and types of a bank are called where a person is told of them, and not in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.table.headers import NAMES
from generator.exchange.table.types import TYPES
from generator.exchange.yaml import Bare
from generator.messages import message

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.exchange.yaml import Tree

_MORE = {  # which a table has no column for
    "options": "选项",
    "pictures": "图片",
    "markup": "格式",
    "scheme": "评分标准",
    "umbrella": "答案与解析",
    "approach": "思路",
    "remark": "备注",
}
_TRUTHS = {"true": "对", "false": "错"}
_YES_OR_NO = {"true": "是", "false": "否"}


def field_words(field: str, language: str) -> str:
    """A field as our tables head its column in Chinese; in English it has its own name."""
    if language != "zh" or field not in (NAMES.keys() | _MORE.keys()):
        return field
    return _MORE.get(field) or NAMES[field][0]


def value_words(field: str, value: Tree | None, language: str) -> Tree | None:
    """A value of a field as a person says it: the type by its name, a truth in Chinese; texts as they are."""
    if field == "type" and isinstance(value, str):
        return type_words(value, language)
    if language != "zh" or not isinstance(value, Bare):
        return value
    return (_TRUTHS if field == "answer" else _YES_OR_NO).get(value, value)


def type_words(name: str, language: str) -> str:
    return TYPES.get(name, name) if language == "zh" else name


def told(diagnostic: Diagnostic, language: str) -> str:
    """The message of what is said of a document, with the words of this language for fields and types."""
    return message(in_words(diagnostic, language), language)


def in_words(diagnostic: Diagnostic, language: str) -> Diagnostic:
    """A diagnostic whose fields and types are called by their words."""
    values = dict(diagnostic.values)
    for name, words in (("field", field_words), ("type", type_words), ("kept", type_words)):
        if isinstance(values.get(name), str):
            values[name] = words(str(values[name]), language)
    return diagnostic._replace(values=values)
