"""Every fault of a text is told, in its place, by `scan` as by `blocks`."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.markdown import blocks, inlines, scan
from generator.model.content import Image
from tests.markdown.notation import faults, outline, text

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


def told(markdown: str, folder: Path | None = None) -> list[str]:
    scanned, read = Report(), Report()
    scan(text(markdown), scanned, folder)
    blocks(text(markdown), read, folder)
    assert faults(scanned) == faults(read)
    return faults(read)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bank = tmp_path / "bank"
    (bank / "图").mkdir(parents=True)
    (bank / "图" / "a b.png").write_bytes(PNG)
    (bank / "c.jpg").write_bytes(JPEG)
    (tmp_path / "out.png").write_bytes(PNG)
    return bank


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("设 $x^2$，\n求 $$y$$", ["math-unsupported 2:5", "math-unsupported 3:5"]),
        ("甲\n\n$$\nx\n$$", ["math-unsupported 4:3"]),
        ("- 甲\n- 设**$x$**", ["math-unsupported 3:8"]),
        ("`$x$` 与 $x$", ["math-unsupported 2:11"]),
        ("|a|b|\n|-|-|\n|$x$|$y$|", ["math-unsupported 4:4", "math-unsupported 4:8"]),
        ("[$x$](y)", ["math-unsupported 2:4"]),
        (r"\$x$ 与 `$x$`", []),
        ("```\n$x$\n```", []),
        ("|a|b|\n|-|-|\n|1|2|\n|`x|y`|2|", ["table-cells 5:3"]),
        ("甲\n\n" + "\n".join("  " * depth + "- 乙" for depth in range(5)), []),
        ("甲\n\n" + "\n".join("  " * depth + "- 乙" for depth in range(6)), ["list-too-deep 9:13"]),
        ("1. " * 6 + "甲", ["list-too-deep 2:3"]),
        ("\t".join("------"), ["list-too-deep 2:3"]),
        ("![甲](a b.png)", ["image-broken 2:3"]),
        ("甲![乙](a.png)", ["image-not-here 2:4"]),
        ("|a|\n|-|\n|![乙](a.png)|", ["image-not-here 4:4"]),
        ("甲" * 100_001 + "*", ["text-too-long 1:7"]),
        ("$x$ " * 30, [f"math-unsupported 2:{3 + 4 * n}" for n in range(20)]),
    ],
)
def test_places(markdown: str, expected: list[str]) -> None:
    assert told(markdown) == expected


@pytest.mark.parametrize("block", ["- 甲", "1. 甲", "```\na\n```", "|a|\n|-|", "![甲](a.png)"])
def test_only_words_in_a_line(block: str) -> None:
    report = Report()
    inlines(text("乙\n\n" + block), report)
    assert faults(report) == ["image-not-here 4:3" if block.startswith("!") else "block-in-line 4:3"]


def test_pictures(folder: Path) -> None:
    report = Report()
    found = blocks(
        text("见**![*图* 1](图/a%20b.png)**和\n![](./图/../c.jpg)。\n\n- ![乙](图\\a&#32;b.png)"),
        report,
        folder,
    )
    assert faults(report) == []
    assert outline(found) == ["见", "<图 1>", "和", "<>", "。", [None, ["<乙>"]]]
    first, last = found[1], found[-1].items[0][0]  # type: ignore[union-attr]
    assert isinstance(first, Image) and isinstance(last, Image)
    assert Path(first.path).read_bytes() == PNG and Path(first.path).is_absolute()
    assert first.digest == last.digest == hashlib.sha256(PNG).hexdigest()


def test_a_changed_picture_has_another_digest(folder: Path) -> None:
    def digest() -> str:
        (image,) = blocks(text("![](c.jpg)"), Report(), folder)
        assert isinstance(image, Image)
        return image.digest

    before = digest()
    (folder / "c.jpg").write_bytes(JPEG + b"more")
    assert digest() != before


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/c.jpg", "image-not-relative"),
        ("\\c.jpg", "image-not-relative"),
        ("%2Fc.jpg", "image-not-relative"),
        ("C:\\c.jpg", "image-not-relative"),
        ("c:c.jpg", "image-not-relative"),
        ("\\\\\\\\host\\c.jpg", "image-not-relative"),
        ("//host/c.jpg", "image-not-relative"),
        ("https://example.org/c.jpg", "image-not-relative"),
        ("data:image/png;base64,AA", "image-not-relative"),
        ("file:c.jpg", "image-not-relative"),
        ("../out.png", "image-outside"),
        ("..\\out.png", "image-outside"),
        ("图/../../bank/c.jpg", "image-outside"),
        ("..", "image-outside"),
        ("%2e%2e/out.png", "image-outside"),
        ("no.png", "image-missing"),
        ("c.jpg/x.png", "image-missing"),
        ("%00.png", "image-missing"),
        ("", "image-not-a-file"),
        ("图", "image-not-a-file"),
        ("text.png", "image-format"),
        ("empty.png", "image-format"),
        ("big.png", "image-too-large"),
    ],
)
def test_refused_pictures(path: str, code: str, folder: Path) -> None:
    (folder / "text.png").write_text("no picture", encoding="utf-8")
    (folder / "empty.png").touch()
    with (folder / "big.png").open("wb") as file:
        file.write(PNG)
        file.truncate((20 << 20) + 1)
    assert told(f"甲\n![乙]({path})", folder) == [f"{code} 3:3"]


@pytest.mark.skipif(
    sys.platform == "win32", reason="links need a privilege, and there are no pipes in folders"
)
def test_links_and_pipes(folder: Path) -> None:
    (folder / "inside.png").symlink_to("c.jpg")
    (folder / "outside.png").symlink_to("../out.png")
    (folder / "loop.png").symlink_to("loop.png")
    os.mkfifo(folder / "pipe.png")
    assert told("![](inside.png)", folder) == []
    assert told("![](outside.png)", folder) == ["image-outside 2:3"]
    assert told("![](loop.png)", folder) == ["image-unreadable 2:3"]
    assert told("![](pipe.png)", folder) == ["image-not-a-file 2:3"]
