"""Raised and lowered characters as text: x², H₂O, and x^(n+1) where there are no such letters."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_ORDINALS = ("st", "nd", "rd", "th", "TM", "®", "™", "℃", "°")


def raised(text: str) -> str:
    return text if text in _ORDINALS else _scripted(text, _RAISED, "^")


def lowered(text: str) -> str:
    return _scripted(text, _LOWERED, "_")


def _scripted(text: str, letters: dict[str, str], sign: str) -> str:
    bare = text.strip()
    if not bare:
        return text
    if all(char in letters for char in bare):
        return "".join(letters.get(char, char) for char in text)
    return text.replace(bare, f"{sign}{grouped(bare)}", 1)


def grouped(text: str) -> str:
    """The text in brackets, where it is more than one letter, number or word."""
    return text if len(text) == 1 or text.isalnum() or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return at == len(text) - 1
    return False
