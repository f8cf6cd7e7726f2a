"""What is told at the end of a round: who has a paper and who has none, and what was found in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.run import Finished
    from generator.cli.console import Console
    from generator.cli.prepared import Prepared
    from generator.diagnostics import Diagnostic

    Missing = Mapping[str, tuple[Diagnostic, ...]]

EXIT_MISSING = 3  # some rows failed, the rest is whole
MOST_NAMED = 20


def tell_end(
    console: Console, round_: Prepared, finished: Finished, lost: Sequence[str], aside: Sequence[str]
) -> None:
    """`lost` are files of the round that was added to; `aside` some that were in the places of papers. Exit: not all is there."""
    from generator.cli.sittings import by_post, sittings, told

    zh = console.language == "zh"
    folder, issued = round_.folder, round_.issued
    missing = sorted([*finished.missing, *finished.still])
    new = [entry for entry in round_.identity.plan.entries if entry.name not in issued]
    found, posts = sittings(new, finished.missing), by_post(new)
    console.json(
        {
            "ok": not missing and not lost,
            "out": str(folder.path),
            "papers": finished.papers,
            **({"added": finished.made} if round_.base is not None else {}),
            **({"remade": folder.remade} if folder.remade else {}),
            **({"replaced": list(aside)} if aside else {}),
            **({"lost": list(lost)} if lost else {}),
            "sittings": [sitting._asdict() for sitting in found],
            "posts": posts,
            "missing": _as_json(finished.missing, console.language),
        }
    )
    for line in () if console.as_json else told(found, posts, zh):
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
    _tell_faults(console, finished.missing)
    if lost:
        console.say(
            f"先前发的 {len(lost)} 个文件缺失或被改动，没有重做：{few(lost, zh)}。请从备份恢复。"
            if zh
            else f"Files that were issued before are lost or changed, and not made again ({len(lost)}): {few(lost, zh)}. "
            "Restore them from a copy."
        )
    missing_papers(console, missing)
    if lost:
        raise click.exceptions.Exit(EXIT_MISSING)


def tell_finished(console: Console, folder: RoundFolder, refused: Missing) -> None:
    """Of a round that was finished before; `refused` are rows of which is known why they have no paper. Exit: some have none."""
    absent = folder.absent()
    known = {name: refused.get(name, ()) for name in absent}
    more: dict[str, Any] = {"missing": _as_json(known, console.language)} if absent else {}
    console.json({"ok": not absent, "out": str(folder.path), "state": "finished", **more})
    console.result("这一轮已经做完。" if console.language == "zh" else "This round is finished already.")
    _tell_faults(console, known)
    missing_papers(console, absent)


def tell_dry(console: Console, round_: Prepared, refused: Missing) -> None:
    """What a run would make. Exit: some rows would have no paper."""
    from generator.cli.sittings import by_post, sittings, told

    zh = console.language == "zh"
    new = [entry for entry in round_.identity.plan.entries if entry.name not in round_.issued]
    found, posts = sittings(new, refused), by_post(new)
    papers = len(new) - len(refused)
    console.json(
        {
            "ok": not refused,
            "out": str(round_.folder.path),
            "state": "dry-run",
            "papers": papers,
            "sittings": [sitting._asdict() for sitting in found],
            "posts": posts,
            "missing": _as_json(refused, console.language),
        }
    )
    # All of them: there is no list yet to look at.
    for line in () if console.as_json else told(found, posts, zh, most=len(new)):
        console.say(line)
    console.result(
        f"{round_.folder.path}：会出 {papers} 份试卷；什么也没有写。"
        if zh
        else f"{round_.folder.path}: {papers} papers would be made; nothing was written."
    )
    _tell_faults(console, refused)
    if refused:
        few_ = _few_masked(sorted(refused), zh)
        console.say(
            f"会缺 {len(refused)} 份：{few_}。" if zh else f"{len(refused)} would be missing: {few_}."
        )
        raise click.exceptions.Exit(EXIT_MISSING)


def missing_papers(console: Console, names: Sequence[str]) -> None:
    """Says who has no paper. Exit: somebody has none."""
    if not names:
        return
    zh = console.language == "zh"
    few_ = _few_masked(names, zh)
    console.say(
        f"缺 {len(names)} 份：{few_}。其余都已写全。"
        if zh
        else f"{len(names)} missing: {few_}. All others are whole."
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


def _as_json(missing: Missing, language: str) -> dict[str, Any]:
    from generator.cli.console import as_json

    return {name: [as_json(d, language) for d in faults] for name, faults in missing.items()}


def _tell_faults(console: Console, missing: Missing) -> None:
    """Each fault once, with those whose papers it cost."""
    from generator.candidates import masked
    from generator.cli.console import shown

    told: dict[str, list[str]] = {}
    for name, faults in sorted(missing.items()):
        for fault in faults:
            told.setdefault(shown(fault, console.language), []).append(masked(name))
    for text, names in told.items():
        console.say(f"{few(names, console.language == 'zh')}: {text}")


def _few_masked(names: Sequence[str], zh: bool) -> str:
    from generator.candidates import masked

    return few([masked(name) for name in names], zh)


def few(names: Sequence[str], zh: bool) -> str:
    listed = ("、" if zh else ", ").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return listed
    return f"{listed} 等，另有 {more} 份" if zh else f"{listed} and {more} more"
