"""Traditional characters to Simplified ones, when that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, InputFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Report


def simplifier(report: Report) -> Callable[[str], str]:
    """A function from text to text. InputFault: OpenCC is not installed."""
    try:
        from opencc import OpenCC
    except ImportError:
        missing = Diagnostic("error", "opencc-missing", None, {}, "install-traditional")
        raise InputFault([*report.diagnostics, missing]) from None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
