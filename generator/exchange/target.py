"""The bank that documents are written into: the one that is there, or the head of a new one."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from generator.bank import read_bank
from generator.bank.gaps import is_gap
from generator.bank.read import LANGUAGE
from generator.diagnostics import Location, Report, SourceFile
from generator.exchange.documents.cleaning import one_line
from generator.exchange.formats import FORMATS, by_suffix
from generator.exchange.quiz.draft import IDENTIFIER
from generator.exchange.yaml import comments_of
from generator.markdown.characters import has_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.exchange.intake import Intake
    from generator.exchange.yaml import Comments, Tree
    from generator.model.question import Bank

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_SHOWN = 40  # characters of a value that cannot be used
_DIGEST = 6  # digits that tell apart names which an id cannot hold


def check_name(out: Path, report: Report) -> None:
    """An error where a bank cannot be written under this name, or would be called something else."""
    where = Location(SourceFile(str(out), []))
    try:
        folder = out.is_dir()
    except (OSError, ValueError) as error:
        report.error("output-failed", where, reason=getattr(error, "strerror", None) or str(error))
        return
    if out.suffix.lower() not in FORMATS["yaml"].suffixes and not folder:
        hint = "export-instead" if by_suffix(out.suffix) else "name-bank-yaml"
        report.error("out-not-yaml", where, hint, name=out.name)


def existing(out: Path, report: Report) -> tuple[Bank | None, dict[tuple[str | int, ...], Comments]]:
    """The bank that is there already, and its comments. It may have gaps as import leaves them, options that are empty
    among these, and no other faults.
    """
    if not out.exists():
        return None, {}
    found = Report()
    bank = read_bank(out, str(out), found)
    report.extend(d for d in found.diagnostics if not is_gap(d) and d.code != "empty-option")
    if bank is None or report.failed:
        return None, {}
    return bank, comments_of(out.read_text(encoding="utf-8-sig"))


def head(out: Path, intakes: Sequence[Intake]) -> dict[str, Tree]:
    """The fields of a new bank but its questions; its id is the documents' if they give one, else from its file's name."""
    ids = {intake.bank.id for intake in intakes}
    title = next((intake.bank.title for intake in intakes if intake.bank.title), "")
    languages = [intake.bank.language for intake in intakes if intake.bank.language]
    root: dict[str, Tree] = {"bank": (ids.pop() if len(ids) == 1 else "") or identifier(out.stem)}
    if title:
        root["title"] = title
    if languages and languages[0] != "zh-CN":
        root["language"] = languages[0]
    return root


def sound(intake: Intake, report: Report) -> Intake:
    """A document's bank without an id or a language that no bank may have; these are told."""
    bank = intake.bank
    if bank.id and not IDENTIFIER.fullmatch(bank.id):
        report.note("import-bank-id", bank.location, found=one_line(bank.id)[:_SHOWN])
        bank = bank._replace(id="")
    if bank.language and not LANGUAGE.fullmatch(bank.language):
        report.note("import-language", bank.location, found=one_line(bank.language)[:_SHOWN])
        language = "zh-CN" if any(has_chinese(q.prompt.stem.markdown) for q in bank.questions) else "en"
        told = tuple(
            q._replace(prompt=q.prompt._replace(language=language))
            if q.prompt.language == bank.language
            else q
            for q in bank.questions
        )
        bank = bank._replace(language=language, questions=told)
    return intake._replace(bank=bank)


def identifier(name: str) -> str:
    """An id for a bank in a file of this name. Letters that an id cannot hold are told by a digest, as `bank-3f09ac`."""
    whole = normalize("NFKD", name).lower()
    plain = _NOT_IN_IDS.sub("-", "".join(c for c in whole if category(c) != "Mn")).strip("-")
    if plain and all(ord(c) < 128 for c in whole if c.isalnum()):
        return plain
    return f"{plain or 'bank'}-{sha256(whole.encode()).hexdigest()[:_DIGEST]}"
