"""What other processes kept is what would be made, and whatever is wrong with it, the same bytes come out."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

import generator
from generator.model.content import Str
from generator.render.pdf import MissingGlyphs, Renderer, faces, fontfile, glyphs, kept, renderer, shelf
from generator.render.pdf.flow import Flow
from tests.building import built, documents, sample
from tests.golden.test_documents import LAYOUTS
from tests.render.pdf.fonts import write_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.document import Document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv("EXAMPAPER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Forgets what this process knows of fonts, as another process would begin."""

    def forget() -> None:
        monkeypatch.setattr(glyphs, "_glyphs", {})
        monkeypatch.setattr(faces, "_faces", {})

    forget()
    return forget


def whole(value: Any) -> Any:
    """A value with its types all the way down; of a flow all that was given to it."""
    if isinstance(value, Flow):
        names = ("rows", "after", "codes", "pictures", "label_at", "headings", "keeps_with_next", "links")
        return [whole(getattr(value, name)) for name in names]
    if isinstance(value, (tuple, list)):
        # Rows and headings may be lists or tuples.
        kind = type(value) if hasattr(value, "_fields") else tuple
        return kind.__name__, [whole(inner) for inner in value]
    if isinstance(value, dict):
        return sorted((key, whole(inner)) for key, inner in value.items())
    return type(value), value


def _noted(measured: dict[tuple[str, float | None], Flow], plain: Callable[..., Flow]) -> Callable[..., Flow]:
    """`plain`, and what it gives put into `measured`."""

    def measure(setter: Any, fragment: Any, width: float, height: float, push: float | None = None) -> Flow:
        flow = measured[fragment.digest, push] = plain(setter, fragment, width, height, push)
        return flow

    return measure


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_as_measured(
    name: str, folder: Path, afresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = documents(LAYOUTS[name], seed=1)[0]
    looks = {document.look.digest: document.look for document in pair}
    flows: dict[str, dict[tuple[str, float | None], Flow]] = {}
    first: list[bytes] = []
    plain = renderer.measure

    for document in pair:
        monkeypatch.setattr(renderer, "measure", _noted(flows.setdefault(document.look.digest, {}), plain))
        setting = Renderer(document.look)
        first.append(setting.render(document).data)
        setting.keep()

    known = unknown = 0
    for digest, measured in flows.items():
        stored = shelf.Shelf(looks[digest])
        for key, flow in measured.items():
            found = stored.flow(key)
            if flow.pictures or flow.links:
                assert found is None
                unknown += 1
            else:
                assert whole(found) == whole(flow)
                known += 1
    assert known > 5 * unknown

    monkeypatch.setattr(renderer, "measure", plain)
    afresh()
    assert [Renderer(document.look).render(document).data for document in pair] == first


def test_what_is_known_needs_no_fonts(
    folder: Path, afresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(sample("cs-supervisor"))
    afresh()

    def never(*_: object) -> NoReturn:
        raise AssertionError("measured or opened again")

    monkeypatch.setattr(renderer, "measure", never)
    monkeypatch.setattr(fontfile, "_open", never)
    written = {file: file.stat().st_ino for file in folder.iterdir()}
    assert built(sample("cs-supervisor")) == first
    assert {file: file.stat().st_ino for file in folder.iterdir()} == written  # nothing new, nothing to write


def test_other_draws_share_what_they_can(folder: Path, afresh: Callable[[], None]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMPAPER_CACHE", "off")
        plain = [built(sample("cs-interview"), seed=seed) for seed in range(3)]
    assert not folder.exists()
    for _ in range(2):
        for seed in range(3):
            afresh()
            assert built(sample("cs-interview"), seed=seed) == plain[seed]


def _flipped(data: bytes) -> bytes:
    return data[:-200] + bytes([data[-200] ^ 4]) + data[-199:]


@pytest.mark.parametrize(
    "harm", [_flipped, lambda data: data[:-1], lambda data: data + b"0", lambda _: b""],
    ids=["flipped", "cut", "longer", "empty"],
)  # fmt: skip
def test_damage_does_not_show(
    harm: Callable[[bytes], bytes], folder: Path, afresh: Callable[[], None]
) -> None:
    first = built(sample("cs-interview"))
    sound = {file: file.read_bytes() for file in folder.iterdir()}
    assert {file.name.partition("-")[0] for file in sound} == {"face", "look"}
    for file, data in sound.items():
        file.write_bytes(harm(data))
    afresh()
    assert built(sample("cs-interview")) == first
    assert {file: file.read_bytes() for file in folder.iterdir()}.keys() == sound.keys()
    afresh()
    assert built(sample("cs-interview")) == first


def test_the_oldest_go(folder: Path, afresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 20_000)
    monkeypatch.setattr(shelf, "MOST_LABELS", 5)
    monkeypatch.setattr(glyphs, "MOST_KEPT", 50)
    first = [built(sample("cs-supervisor"), seed=seed) for seed in (1, 2)]
    sizes = [file.stat().st_size for file in folder.iterdir()]
    assert len(sizes) > 3
    assert max(sizes) < 35_000
    afresh()
    assert [built(sample("cs-supervisor"), seed=seed) for seed in (1, 2)] == first


def paper() -> Document:
    return documents(sample("cs-interview"), seed=1)[0].paper


def test_nothing_is_kept_of_other_fonts(folder: Path, tmp_path: Path) -> None:
    document = paper()
    names = {c for part in document.body for c in repr(part)}
    file = write_font(tmp_path / "own.ttf", "".join(sorted({*names, *map(chr, range(0x20, 0x7F))})))
    fonts = {family: font._replace(faces=(*font.faces, file)) for family, font in document.look.fonts.items()}
    setting = Renderer(document.look._replace(digest="own", fonts=fonts))
    setting.render(document)
    setting.keep()
    assert not folder.exists() or {path.name[:4] for path in folder.iterdir()} == {"face"}


def test_a_font_that_changed_is_another(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "font.otf"
    file.write_bytes(b"one")
    version = "1.0"
    monkeypatch.setattr(kept, "installed_file", lambda _: (file, version))
    keys = {kept.entry("face", ["Noto Serif SC"])}
    file.write_bytes(b"other")
    keys.add(kept.entry("face", ["Noto Serif SC"]))
    version = "1.1"
    keys |= {kept.entry("face", ["Noto Serif SC"]), kept.entry("look", ["Noto Serif SC"])}
    assert len(keys) == 4
    assert None not in keys
    file.unlink()
    assert kept.entry("face", ["Noto Serif SC"]) is None


def test_what_could_not_be_set_is_not_kept(folder: Path) -> None:
    document = paper()
    setting = Renderer(document.look)
    (part, *_) = (p for p in document.body if p.label)
    bad = part._replace(label=(Str("\U000e0fff"),))
    with pytest.raises(MissingGlyphs):
        setting.render(document._replace(body=(bad,)))
    setting.keep()
    assert not folder.exists() or not list(folder.glob("look-*"))


def test_all_that_sets_is_part_of_the_key() -> None:
    """No module that measures or draws imports, when it runs, one whose code is not looked at."""
    home = Path(generator.__file__).parent
    files = [
        file
        for part in kept.SETTER.parts
        for file in ([home / part] if part.endswith(".py") else sorted((home / part).rglob("*.py")))
    ]
    assert len(files) > 50
    known = {part.removesuffix(".py") for part in kept.SETTER.parts} | {"cache"}
    for file in files:
        for module in _imported(ast.parse(file.read_text("utf-8")).body):
            assert module.split(".")[1:2] == [] or module.split(".")[1] in known, (file, module)


def _imported(body: list[ast.stmt]) -> list[str]:
    """Modules of ours that statements import, but those that only types need."""
    found: list[str] = []
    for node in body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += names if node.module == "generator" else [str(node.module)]
        for field in ("body", "orelse", "handlers", "finalbody"):
            found += _imported(getattr(node, field, []))
    return found
