"""What comes from the cache is what reading gives, and whatever is wrong with the cache, banks are read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings

import generator
from generator.bank import cache, load, read_bank
from generator.cache import folder as cache_folder
from generator.cache import program as cache_program
from generator.diagnostics import Report, SourceFile, lines_of
from tests.building import ROOT
from tests.properties import banks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLES = sorted((ROOT / "banks").glob("*.yaml"))
WRONG = sorted((ROOT / "tests" / "wrong" / "bank").glob("*.yaml"))
EVERYTHING = """\
bank: all
title: 全
language: en
questions:
  - id: q1
    type: essay
    language: zh-CN
    category: 类
    label: 题
    stem: |
      杯子碎了。

      怎么办？
    competencies: [甲能力, 乙能力]
    difficulty: 3
    minutes: 6
    tags: [电商]
    marks: 7.5
    lines: 0
    answer:
      text: 先安抚。
      numbering: ①
      points:
        - 道歉
        - {text: 方案, marks: 2.5}
        - {text: 措施, points: [回电, {text: 复盘, points: [再说]}]}
    analysis: 看先处理什么。
    highlights: [情绪, 方案]
    levels: [{name: 好, marks: 7-7.5, text: 全。}, {name: 差, marks: 0-3, text: 缺。}]
    follow_ups: [要三倍赔偿？]
    enemies: [q2]
    source: 校招
  - {id: q2, type: fill_blank, stem: 一____二____, answer: [甲, [乙, 丙]], competencies: [甲能力, 乙能力]}
  - {id: q3, type: true_false, stem: 对吗, answer: 对}
  - {id: q4, type: true_false, stem: 对吗, answer: 错}
  - {id: q5, type: single_choice, stem: 选, options: [甲, {text: 以上都不对, fixed: true}], answer: B, analysis: A项太早}
  - {id: q6, type: multiple_choice, stem: 选, options: [甲, 乙, 丙], shuffle: false, answer: AC}
"""
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache in which banks of any size are kept."""
    monkeypatch.setenv("EXAMPAPER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LEAST_BYTES", 0)
    return tmp_path / "cache"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    file = tmp_path / "bank.yaml"
    file.write_text(EVERYTHING, encoding="utf-8")
    return file


def whole(value: Any) -> Any:
    """A value with its types all the way down, and files by what they are: what equality of tuples overlooks."""
    if isinstance(value, SourceFile):
        return value.name, value.digest, value.folder, lines_of(value)
    if isinstance(value, (tuple, list)):
        return type(value), [whole(inner) for inner in value]
    if isinstance(value, dict):
        return [(key, whole(inner)) for key, inner in value.items()]
    return type(value), value


def loaded(*files: Path) -> Any:
    report = Report()
    found = load([(file, file.name) for file in files], report)
    return whole(found), whole(report.diagnostics)


def read_plainly(file: Path) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMPAPER_CACHE", "off")
        return loaded(file)


def read_without_yaml(file: Path) -> Any:
    """What the cache alone gives."""

    def never(*_: object) -> NoReturn:
        raise AssertionError("the bank is read again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "read_bank", never)
        return loaded(file)


def entry(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


# The same as read ------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [*SAMPLES, *WRONG], ids=lambda file: file.stem)
def test_the_same_as_read(file: Path, folder: Path) -> None:
    plain = read_plainly(file)
    assert loaded(file) == plain
    assert loaded(file) == plain
    if folder.exists() and any(folder.iterdir()):
        assert read_without_yaml(file) == plain
    else:
        assert file in WRONG


def test_every_field_and_warning_comes_back(bank: Path, folder: Path) -> None:
    plain = read_plainly(bank)
    assert "letters-named" in str(plain[1])
    assert loaded(bank) == plain
    assert read_without_yaml(bank) == plain


def test_what_is_said_of_invisible_characters_comes_back(bank: Path, folder: Path) -> None:
    bank.write_bytes(
        b"\xef\xbb\xbf" + EVERYTHING.replace("情绪", "情\u200b绪").replace("\n", "\r\n").encode()
    )
    assert "invisible-character" in str(read_plainly(bank)[1])
    assert loaded(bank) == read_without_yaml(bank) == read_plainly(bank)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=banks.banks())
def test_any_bank_is_the_same_as_read(made: banks.MadeBank) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMPAPER_CACHE", str(Path(name) / "cache"))
        patch.setattr(cache, "LEAST_BYTES", 0)
        file = made.write(Path(name), 0).with_name("bank.yaml")
        assert loaded(file) == read_without_yaml(file) == read_plainly(file)


def test_by_content_whatever_the_name(bank: Path, folder: Path, tmp_path: Path) -> None:
    loaded(bank)
    (tmp_path / "other").mkdir()
    copy = Path(shutil.copy(bank, tmp_path / "other" / "副本.yaml"))
    assert read_without_yaml(copy) == read_plainly(copy)
    copy.write_text(EVERYTHING.replace("杯子", "盘子"), encoding="utf-8")
    assert loaded(copy) == read_plainly(copy)
    assert "盘子" in str(loaded(copy))


def test_what_repeats_is_held_once(bank: Path, folder: Path) -> None:
    loaded(bank)
    (found,) = load([(bank, "")], Report())
    first, second, *_ = (question.prompt for question in found.questions)
    assert first.competencies is second.competencies


def test_pictures_are_looked_for_each_time(bank: Path, folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "杯.png"
    picture.write_bytes(PNG)
    bank.write_text(EVERYTHING.replace("- 道歉", "- '道歉 ![](杯.png)'"), encoding="utf-8")
    plain = read_plainly(bank)
    assert loaded(bank) == read_without_yaml(bank) == plain
    for harm in (lambda: picture.write_bytes(b"text"), picture.unlink):
        harm()
        assert "image-" in str(loaded(bank)[1])
        assert loaded(bank) == read_plainly(bank)
    picture.write_bytes(PNG)
    assert read_without_yaml(bank) == plain


def test_a_bank_rewritten_while_it_is_read_is_kept_as_neither(
    bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rewritten(path: Path, name: str, report: Report) -> Any:
        path.write_text(EVERYTHING.replace("杯子", "盘子"), encoding="utf-8")
        return read_bank(path, name, report)

    with monkeypatch.context() as patch:
        patch.setattr(cache, "read_bank", rewritten)
        loaded(bank)
    assert not folder.exists()


# What it depends on ----------------------------------------------------------------------------


def test_all_that_reads_banks_is_part_of_the_key() -> None:
    """Every module of ours that reading imports is among those whose code is looked at."""
    code = (
        "import sys; from pathlib import Path; from generator import kinds; from generator.bank import load; "
        "from generator.diagnostics import Report; [kinds.kind(name) for name in kinds.NAMES]; "
        f"load([(Path(p), '') for p in {[str(file) for file in [*SAMPLES, *WRONG]]}], Report()); "
        "print(*[m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'generator'], sep='\\n')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True, encoding="utf-8"
    )
    home = Path(generator.__file__).parent
    rooms = {Path(line).relative_to(home).parts[0] for line in ran.stdout.splitlines()}
    # office says what a file is that is no bank, and such a file is not kept
    assert rooms <= {*cache.READER.parts, "__init__.py", "cache", "office"}
    assert {"kinds", "markdown", "source"} <= rooms


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the program, taken for what runs."""
    home = tmp_path / "generator"
    shutil.copytree(Path(generator.__file__).parent, home, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache_program, "__file__", str(home / "cache" / "program.py"))
    cache_program.digest_of.cache_clear()
    yield home
    cache_program.digest_of.cache_clear()


def test_a_change_of_the_program_is_never_hidden(bank: Path, folder: Path, program: Path) -> None:
    loaded(bank)
    for number, name in enumerate(("kinds/choice.py", "cache/folder.py", "__init__.py"), 2):
        with (program / name).open("a") as out:
            out.write("#")
        cache_program.digest_of.cache_clear()
        loaded(bank)
        assert len(list(folder.iterdir())) == number


def test_no_cache_for_a_program_without_source(bank: Path, folder: Path, program: Path) -> None:
    for file in (program / "kinds").glob("*.py"):
        file.unlink()
    assert loaded(bank) == read_plainly(bank)
    assert not folder.exists()


# Entries that are not to be trusted ------------------------------------------------------------


def unread(bank: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Whether the cache gives nothing, without reading or writing anything in its place."""
    monkeypatch.setattr(cache, "read_bank", lambda *_: None)
    return lambda: load([(bank, bank.name)], Report()) == []


def test_damage_of_any_byte_is_seen(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(bank)
    file = entry(folder)
    sound = file.read_bytes()
    nothing = unread(bank, monkeypatch)
    assert not nothing()
    for at in range(len(sound)):
        file.write_bytes(sound[:at] + bytes([sound[at] ^ (1 << at % 8)]) + sound[at + 1 :])
        assert nothing(), at
    for other in (b"", sound[:1], sound[:60], sound[:-1], sound + b"\0", bytes(len(sound))):
        file.write_bytes(other)
        assert nothing()
    file.write_bytes(sound)
    assert not nothing()


def test_a_damaged_entry_is_read_and_written_anew(bank: Path, folder: Path) -> None:
    plain = loaded(bank)
    entry(folder).write_bytes(entry(folder).read_bytes()[:-100])
    assert loaded(bank) == read_without_yaml(bank) == plain


def test_an_entry_of_another_bank(
    bank: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(bank)
    ours = entry(folder)
    other = tmp_path / "other.yaml"
    other.write_text(EVERYTHING.replace("bank: all", "bank: other"), encoding="utf-8")
    loaded(other)
    (theirs,) = set(folder.iterdir()) - {ours}
    theirs.replace(ours)
    assert unread(bank, monkeypatch)()


def test_what_is_no_file(bank: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(bank)
    file = entry(folder)
    moved = file.rename(tmp_path / "moved")
    nothing = unread(bank, monkeypatch)
    file.mkdir()
    assert nothing()
    file.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)
        assert nothing()
        file.unlink()
    if hasattr(os, "O_NOFOLLOW"):
        file.symlink_to(moved)
        assert nothing()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner to ask for")
def test_an_entry_of_somebody_else(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(bank)
    assert entry(folder).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert unread(bank, monkeypatch)()


# The folder ------------------------------------------------------------------------------------


def test_small_banks_do_without(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("EXAMPAPER_CACHE", str(folder))
    for file in (ROOT / "banks" / "customer-service.yaml", bank):
        monkeypatch.setattr(cache, "_entry", None)  # not even asked what the program is
        loaded(file)
    assert not folder.exists()


@pytest.mark.parametrize("said", ["off", "OFF"])
def test_switched_off(bank: Path, folder: Path, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(bank)
    before = entry(folder).stat().st_mtime_ns
    monkeypatch.setenv("EXAMPAPER_CACHE", said)
    assert unread(bank, monkeypatch)()
    assert entry(folder).stat().st_mtime_ns == before


def test_the_users_own_folder(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPAPER_CACHE", "")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder)
    loaded(bank)
    assert read_without_yaml(bank) == read_plainly(bank)


def test_a_user_without_a_home(
    bank: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXAMPAPER_CACHE", "")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path("~") / ".cache")
    monkeypatch.chdir(tmp_path)
    assert loaded(bank) == read_plainly(bank)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank.yaml"]


def test_a_folder_that_cannot_be(bank: Path, folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    assert loaded(bank) == read_plainly(bank)
    assert folder.read_text("utf-8") == "a file"


@pytest.mark.parametrize("call", ["replace", "mkdir", "iterdir"])
def test_a_failure_leaves_nothing_half_done(
    bank: Path, folder: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = read_plainly(bank)

    def fails(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, fails)
        assert loaded(bank) == plain
    assert not folder.exists() or not list(folder.glob("*.part"))
    assert loaded(bank) == read_without_yaml(bank) == plain


def test_processes_at_once(bank: Path, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.bank import cache; from generator.cache import folder; "
        "from generator.diagnostics "
        f"import Report; cache.LEAST_BYTES = 0; p = Path({str(bank)!r})\n"
        "for _ in range(20):\n"
        "    for f in folder._folder().glob('*.cache'): f.unlink(missing_ok=True)\n"
        "    cache.read_cached(p, '', Report())\n"
        "    print(len(cache.read_cached(p, '', Report()).questions))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment, text=True)
        for _ in range(3)
    ]
    for process in running:
        assert process.communicate(timeout=60)[0].split() == ["6"] * 20
        assert process.returncode == 0
    loaded(bank)
    assert [path.suffix for path in folder.iterdir()] == [".cache"]
    assert read_without_yaml(bank) == read_plainly(bank)


def test_what_was_not_used_for_longest_goes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for number in range(5):
        file = tmp_path / f"{number}.yaml"
        file.write_text(EVERYTHING.replace("bank: all", f"bank: b{number}"), encoding="utf-8")
        known = set(folder.iterdir()) if folder.exists() else set()
        loaded(file)
        (made,) = set(folder.iterdir()) - known
        os.utime(made, (1000 + number, 1000 + number))
        files.append((file, made))
    (folder / "notes.txt").write_text("not ours", encoding="utf-8")
    fresh, stale = (folder / f"bank-{'0' * 64}.{number * 32}.part" for number in ("1", "2"))
    fresh.write_bytes(b"")
    stale.write_bytes(b"")
    os.utime(stale, (time.time() - 7200,) * 2)
    read_without_yaml(files[0][0])  # used just now
    monkeypatch.setattr(cache_folder, "MOST_FILES", 3)
    last = tmp_path / "last.yaml"
    last.write_text(EVERYTHING.replace("bank: all", "bank: last"), encoding="utf-8")
    loaded(last)
    left = set(folder.iterdir())
    assert {made.exists() for _, made in files[1:4]} == {False}
    assert files[0][1] in left
    assert files[4][1] in left
    assert {folder / "notes.txt", fresh} <= left
    assert stale not in left


def test_the_folder_stays_small(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(bank)
    size = entry(folder).stat().st_size
    monkeypatch.setattr(cache_folder, "MOST_BYTES", 2 * size + 10)
    for number in range(1, 6):
        bank.write_text(EVERYTHING.replace("全", "全"[: number % 2] + str(number)), encoding="utf-8")
        loaded(bank)
    assert 1 < len(list(folder.iterdir())) <= 2
    assert read_without_yaml(bank) == read_plainly(bank)
