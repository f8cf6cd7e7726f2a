"""`exampaper import`: the pictures of documents lie beside the bank, each with its own question, or are missed."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]


def _png(shade: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    header = (1).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    pixel = zlib.compress(bytes((0, shade)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def _document(path: str, stem: str, picture: bytes) -> None:
    document = docx.Document()
    document.add_paragraph(f"1. {stem}")
    document.add_picture(BytesIO(picture))
    document.add_paragraph("答案：看图。")
    document.save(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _shown(bank: str) -> list[bytes]:
    """The pictures that a bank shows, in order."""
    paths = re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", Path(bank).read_text("utf-8"))
    return [Path(path).read_bytes() for path in paths]


def test_pictures_of_one_name_in_two_documents_stay_with_their_own(
    folder: Path, exampaper: Exampaper
) -> None:
    _document("a.docx", "第一张图说明了什么？", _png(10))
    _document("b.docx", "另外一幅画里画的是谁？", _png(200))
    ran = exampaper("import", "a.docx", "b.docx", "-o", "out.yaml")
    assert ran.status == 0, ran
    assert _shown("out.yaml") == [_png(10), _png(200)]
    assert exampaper("check", "out.yaml").status == 0


@pytest.mark.parametrize("name", ["a b.yaml", "my bank (1).yaml", "50%20x.yaml", "题库#1.yaml"])
def test_pictures_are_found_whatever_the_bank_is_called(
    name: str, folder: Path, exampaper: Exampaper
) -> None:
    _document("a.docx", "这张图说明了什么？", _png(10))
    ran = exampaper("import", "a.docx", "-o", name, "--strict")
    assert ran.status == 0, ran
    assert _shown(name) == [_png(10)]
    assert exampaper("check", name).status == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("in/set.md", "1. 这张图说明了什么？\n\n![](圖/流程圖.png)\n\n答案：看图。\n"),
        ("in/set.html", "<p>1. 这张图说明了什么？<img src='圖/流程圖.png'></p><p>答案：看图。</p>"),
        ("in/set.csv", "题干 (Markdown),答案\n这张图说明了什么？![](圖/流程圖.png),看图。\n"),
    ],
)
def test_pictures_in_the_folder_of_a_document_come_along(
    name: str, text: str, folder: Path, exampaper: Exampaper
) -> None:
    pytest.importorskip("opencc")
    Path("in/圖").mkdir(parents=True)
    Path("in/圖/流程圖.png").write_bytes(_png(10))
    Path(name).write_text(text, "utf-8")
    ran = exampaper("import", name, "-o", "out.yaml", "--simplified")
    assert ran.status == 0, ran
    assert _shown("out.yaml") == [_png(10)]
    assert exampaper("check", "out.yaml").status == 0
    again = exampaper("import", name, "-o", "out.yaml", "--simplified", "--lang", "zh")
    assert "新增 0，更新 0，未变 1" in again.out


def test_a_picture_that_lies_beside_the_bank_stays_where_it_is(folder: Path, exampaper: Exampaper) -> None:
    Path("img").mkdir()
    Path("img/a.png").write_bytes(_png(10))
    Path("set.md").write_text("1. 这张图说明了什么？![](img/a.png)\n\n答案：看图。\n", "utf-8")
    assert exampaper("import", "set.md", "-o", "out.yaml").status == 0
    assert "](img/a.png)" in Path("out.yaml").read_text("utf-8")
    assert not Path("out-pictures").exists()


@pytest.mark.parametrize("path", ["flow.png", "../flow.png", "/flow.png"])
def test_a_picture_that_is_not_there_is_to_be_filled_in(
    path: str, folder: Path, exampaper: Exampaper
) -> None:
    Path("in").mkdir()
    Path("flow.png").write_bytes(_png(10))
    Path("in/set.md").write_text(f"1. 这张图说明了什么？![]({path})\n\n答案：看图。\n", "utf-8")
    ran = exampaper(
        "import", "in/set.md", "-o", "banks.yaml" if "/" in path else "in/out.yaml", "--lang", "zh"
    )
    assert "1 处要由人填写" in ran.err
    assert "100%" not in ran.out
    assert exampaper("import", "in/set.md", "-o", "in/strict.yaml", "--strict").status == 1


def test_a_yaml_export_elsewhere_says_that_pictures_stay(folder: Path, exampaper: Exampaper) -> None:
    _document("a.docx", "这张图说明了什么？", _png(10))
    exampaper("import", "a.docx", "-o", "bank.yaml")
    Path("other").mkdir()
    assert "not-exported" in exampaper("export", "bank.yaml", "-o", "other/bank.yaml").err
    assert "not-exported" not in exampaper("export", "bank.yaml", "-o", "copy.yaml").err
