"""What tests share: a switch to write expected files anew, and the program without a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write expected files anew; review them like code"
    )


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the programs they run, keep out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMPAPER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file that holds what it should be, or writes that file with --regenerate."""
    regenerate = request.config.getoption("--regenerate")

    def compare(file: Path, text: str) -> None:
        if regenerate:
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text("utf-8")

    return compare


class Ran(NamedTuple):
    """What a command gave: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def exampaper(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command as the shell would. Messages are English unless `--lang` says otherwise."""
    monkeypatch.setenv("EXAMPAPER_LANG", "en")

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        return Ran(status, *capsys.readouterr())

    return call
