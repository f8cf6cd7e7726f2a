"""Banks from files and folders, and the checks that hold over all banks loaded together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.bank.cache import read_cached
from generator.source import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.diagnostics import Report
    from generator.model.question import Bank, Question

MOST_MISSPELT = (
    20  # enemies for which a near name is sought: more are another bank's, and each search is long
)
SUFFIXES = (".yaml", ".yml")


def load(paths: Iterable[tuple[Path, str]], report: Report) -> list[Bank]:
    """Read the banks at `paths`, each with the name messages call it by; a folder means all banks in it.

    Every fault of every bank goes to `report`.
    """
    banks = []
    seen: set[Path] = set()
    for path, name in paths:
        for file, file_name in _files(path, name, report):
            resolved = file.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            with uncollected():
                bank = read_cached(file, file_name, report)
            if bank is not None:
                banks.append(bank)
    for check in CHECKS:
        check(banks, report)
    return banks


def yaml_files(path: Path) -> list[Path] | None:
    """The YAML files in a folder, sorted; None for what is no folder or cannot be looked into."""
    try:
        if not path.is_dir():
            return None
        return sorted(p for p in path.iterdir() if p.suffix in SUFFIXES and p.is_file())
    except (OSError, ValueError):  # reported by whoever reads it
        return None


def _files(path: Path, name: str, report: Report) -> list[tuple[Path, str]]:
    files = yaml_files(path)
    if files is None:
        return [(path, name)]
    if not files:
        from generator.diagnostics import Location, SourceFile

        report.error("empty-folder", Location(SourceFile(name, [])), "empty-folder")
    return [(file, str(Path(name) / file.name)) for file in files]


def _unique_ids(banks: list[Bank], report: Report) -> None:
    first: dict[str, Question] = {}
    for bank in banks:
        for question in bank.questions:
            if not question.id:
                continue
            earlier = first.setdefault(question.id, question)
            if earlier is not question:
                report.error(
                    "same-id", question.location, "same-id", id=question.id, where=str(earlier.location)
                )


def _unique_banks(banks: list[Bank], report: Report) -> None:
    first: dict[str, Bank] = {}
    for bank in banks:
        earlier = first.setdefault(bank.id, bank)
        if earlier is not bank and bank.id:
            report.error("same-bank", bank.location, "same-bank", id=bank.id, where=str(earlier.location))


def _known_enemies(banks: list[Bank], report: Report) -> None:
    """An enemy in a bank that is not loaded is nothing to worry about; one misspelt here is."""
    from generator.source import nearest_name

    names = {question.id for bank in banks for question in bank.questions}
    nearest_to: dict[str, str] = {}
    for bank in banks:
        for question in bank.questions:
            for enemy in question.enemies:
                if enemy not in names:
                    if enemy not in nearest_to and len(nearest_to) < MOST_MISSPELT:
                        nearest_to[enemy] = nearest_name(enemy, names)
                    nearest = nearest_to.get(enemy, "")
                    hint = "did-you-mean" if nearest else "unknown-enemy"
                    values = {"id": question.id, "enemy": enemy, "nearest": nearest}
                    report.warning("unknown-enemy", question.location, hint, **values)


CHECKS: tuple[Callable[[list[Bank], Report], None], ...] = (
    _unique_banks,
    _unique_ids,
    _known_enemies,
)
