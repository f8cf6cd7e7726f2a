"""What makes the things that are kept: our own code, libraries and Python."""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import NamedTuple


class Maker(NamedTuple):
    """What makes a thing: modules and rooms of the program, and libraries.

    A library is a package and the file in it that says its version, which costs less than asking its metadata.
    """

    parts: tuple[str, ...]
    libraries: tuple[tuple[str, str], ...]


@cache
def digest_of(maker: Maker) -> bytes | None:
    """Digest of all that a maker consists of, Python included.

    None where the program's source cannot be read: then there is no telling whether it has changed.
    """
    from importlib.util import find_spec

    home = str(Path(__file__).parents[1])
    digest = sha256(f"{sys.version} {sys.byteorder} {marshal.version}".encode())
    try:
        for part in ("__init__.py", "cache", *maker.parts):
            files = _sources(f"{home}/{part}")
            if not files:
                return None
            for file in files:
                with FileIO(file) as stream:  # for a hundred files Path takes as long as reading
                    code = stream.read()
                digest.update(f"{file.removeprefix(home)} {len(code)}\n".encode() + code)
        for package, file in maker.libraries:
            spec = find_spec(package)
            if spec is None or not spec.submodule_search_locations:
                return None
            digest.update((Path(spec.submodule_search_locations[0]) / file).read_bytes())
    except OSError:
        return None
    return digest.digest()


def _sources(part: str) -> list[str]:
    """The files of a module or, all the way down, of a room."""
    if part.endswith(".py"):
        return [part]
    inside = sorted((entry.path, entry.is_dir()) for entry in os.scandir(part))
    return [
        file
        for path, is_folder in inside
        for file in (_sources(path) if is_folder else [path])
        if file.endswith(".py")
    ]
