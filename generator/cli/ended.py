"""What is told at the end of a round: who has a paper and who has none, and what was found in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.batch.round.run import Finished
    from generator.cli.console import Console
    from generator.cli.prepared import Prepared
    from generator.diagnostics import Diagnostic

EXIT_MISSING = 3  # some rows failed, the rest is whole
MOST_NAMED = 20


def tell_end(
    console: Console, round_: Prepared, finished: Finished, refused: Collection[str], aside: Sequence[str]
) -> None:
    """`refused` are rows of which it is told already; `aside` files that were in the places of papers. Exit: some are missing."""
    from generator.candidates import masked
    from generator.cli.console import as_json
    from generator.cli.sittings import sittings, told

    zh = console.language == "zh"
    folder, issued = round_.folder, round_.issued
    missing = sorted([*finished.missing, *finished.still])
    _tell_missing(console, {name: faults for name, faults in finished.missing.items() if name not in refused})
    found = sittings((e for e in round_.identity.plan.entries if e.name not in issued), finished.missing)
    console.json(
        {
            "ok": not missing,
            "out": str(folder.path),
            "papers": finished.papers,
            **({"added": finished.made} if round_.base is not None else {}),
            **({"remade": folder.remade} if folder.remade else {}),
            **({"replaced": list(aside)} if aside else {}),
            "sittings": [sitting._asdict() for sitting in found],
            "missing": {
                name: [as_json(d, console.language) for d in faults]
                for name, faults in finished.missing.items()
            },
        }
    )
    for line in () if console.as_json else told(found, zh):
        console.say(line)
    if folder.remade:
        few_ = few(folder.remade, zh)
        console.say(
            f"缺失或改动过的 {len(folder.remade)} 个文件重新做了：{few_}。"
            if zh
            else f"Files that were lost or changed are made again ({len(folder.remade)}): {few_}."
        )
    tell_aside(console, aside)
    console.result(f"{folder.path}{_papers(finished, round_.base is not None, zh)}")
    if missing:
        few_ = few([masked(name) for name in missing], zh)
        console.say(
            f"缺 {len(missing)} 份：{few_}。其余都已写全。"
            if zh
            else f"{len(missing)} missing: {few_}. All others are whole."
        )
        raise click.exceptions.Exit(EXIT_MISSING)


def tell_aside(console: Console, aside: Sequence[str]) -> None:
    if aside:
        zh = console.language == "zh"
        console.say(
            f"replaced/ 里有 {len(aside)} 个不是这一轮写出的文件，原先占着位置，没有删：{few(aside, zh)}。看过后请移走。"
            if zh
            else f"Files that this round did not write were in its way and are kept in replaced/ ({len(aside)}): "
            f"{few(aside, zh)}. Look at them, and move them out."
        )


def _papers(finished: Finished, added: bool, zh: bool) -> str:
    if zh:
        more = f"补出 {finished.made} 份试卷，共 {finished.papers} 份"
        return f"：{more if added else f'{finished.papers} 份试卷'}。"
    more = f"{finished.made} papers added, {finished.papers} in all"
    return f": {more if added else f'{finished.papers} papers'}."


def _tell_missing(console: Console, missing: Mapping[str, tuple[Diagnostic, ...]]) -> None:
    """Each fault once, with those whose papers it cost."""
    from generator.candidates import masked
    from generator.cli.console import shown

    told: dict[str, list[str]] = {}
    for name, faults in sorted(missing.items()):
        for fault in faults:
            told.setdefault(shown(fault, console.language), []).append(masked(name))
    for text, names in told.items():
        console.say(f"{few(names, console.language == 'zh')}: {text}")


def few(names: Sequence[str], zh: bool) -> str:
    listed = ("、" if zh else ", ").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return listed
    return f"{listed} 等，另有 {more} 份" if zh else f"{listed} and {more} more"
