"""Options that every command has. What they ask for is known before click reads them; it says them in the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Declared = TypeVar("Declared", bound="Callable[..., Any] | click.Command")

RESULT = ("在标准输出给出 JSON 结果", "Print the result as JSON on standard output.")
LANGUAGE = ("消息所用的语言", "Language of messages.")


def json_option(language: str, words: tuple[str, str] = RESULT) -> Callable[[Declared], Declared]:
    """`--json`; `words` say in Chinese and English what is printed."""
    return click.option("--json", is_flag=True, expose_value=False, help=_in(language, words))


def lang_option(language: str, words: tuple[str, str] = LANGUAGE) -> Callable[[Declared], Declared]:
    """`--lang`; `words` say in Chinese and English what is written in that language."""
    return click.option(
        "--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=_in(language, words)
    )


def _in(language: str, words: tuple[str, str]) -> str:
    return words[0 if language == "zh" else 1]
