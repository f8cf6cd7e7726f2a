"""What click says of a wrong call, in the language of the user."""

from __future__ import annotations

import click


def told(error: click.ClickException, language: str) -> str:
    """One line: what is wrong with the call."""
    return _chinese(error) if language == "zh" else error.format_message()


def _chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"没有选项“{error.option_name}”。{_near(error)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”后面要有一个值，也只能有一个。"
    if isinstance(error, click.MissingParameter):
        return f"少了 {_name(error)}。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} 的值不对{_expected(error)}。"
    said = error.format_message()
    # Raised without a class of its own; what is quoted in it is what the user wrote.
    quoted = said.partition("'")[2].rpartition("'")[0] or said.partition("(")[2].rpartition(")")[0]
    if said.startswith("No such command"):
        return f"没有命令“{quoted}”。{_near(error)}"
    if said.startswith("Got unexpected extra argument"):
        return f"多出了参数：{quoted}。"
    return said


def _near(error: click.ClickException) -> str:
    """What the user may have meant; click finds it for options, and since 8.4 for commands."""
    found = sorted(getattr(error, "possibilities", None) or ())
    begun = [option for option in found if option.startswith(getattr(error, "option_name", " "))]
    near = "、".join(begun or found)
    return f"是不是 {near}？" if near else ""


def _name(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return "参数"
    if isinstance(error.param, click.Option):
        return error.param.opts[-1]
    return error.param.make_metavar(error.ctx)


def _expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return "，应是 " + "、".join(str(choice) for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"，应是 {kind.min} 到 {kind.max} 的整数"
    return ""
