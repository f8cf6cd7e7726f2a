"""Pictures of a learning platform: their addresses in texts, and what of them a bank can hold."""

from __future__ import annotations

import posixpath
import re
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from generator.markdown.images import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = "@@PLUGINFILE@@/"
_KINDS = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))
_PICTURE = re.compile(r"(?<!\\)!\[((?:[^\]\n\\]|\\.){0,300})\]\(([^)\s]{1,1000})\)")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\.\.(?:/|\Z)")


def path_of(written: str) -> str:
    """The path of a picture as a text names it; "" for one that is not among the files of the text or bank."""
    path = unquote(written.removeprefix(_FILES).partition("?")[0]).replace("\\", "/")
    path = posixpath.normpath(path.lstrip("/") if written.startswith(_FILES) else path)
    return "" if _OUTSIDE.match(path) or "\0" in path else path


def address(written: str) -> str:
    """What HTML calls a picture that Markdown calls `written`."""
    path = path_of(written)
    return _FILES + quote(path) if path else written


def named(markdown: str) -> Iterator[str]:
    """The pictures a text names."""
    return (found[2] for found in _PICTURE.finditer(markdown))


class Pictures:
    """The pictures of a bank, by the names its texts give them."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def add(self, data: bytes, path: str = "") -> str:
        """The name a picture gets, its own if that can be; "" for data that are no picture a bank can hold."""
        ending = next((ending for magic, ending in _KINDS if data.startswith(magic)), "")
        if not ending or len(data) > MAX_BYTES:
            return ""
        digest = sha256(data).hexdigest()[:12]
        name = re.sub(r"[\s()<>\\\x00-\x1f]", "-", path) or digest + ending
        if self.held.setdefault(name, data) != data:
            name = f"{digest}-{posixpath.basename(name)}"
            self.held[name] = data
        return name

    def settle(self, markdown: str, files: dict[str, bytes]) -> tuple[str, list[str]]:
        """The text with each picture by the name it gets here, and the pictures that are not among `files`.

        Of a file that is no picture, or is not there, the caption stays.
        """
        missing: list[str] = []

        def renamed(found: re.Match[str]) -> str:
            written, path = found[2], path_of(found[2])
            if written in self.held and path not in files:
                return found[0]
            name = self.add(files[path], path) if path in files else ""
            if not name:
                missing.append(path or written)
                return found[1] or posixpath.basename(path) if written.startswith(_FILES) else found[0]
            if name == path and not written.startswith(_FILES):
                self.held.setdefault(written, self.held[name])  # a name can be written in several ways
                return found[0]
            return f"![{found[1]}]({name})"

        return _PICTURE.sub(renamed, markdown), missing
