"""Deflate as both formats use it.

zlib and not a faster library: those choose their code by the processor, so the same paper could have other bytes
on another machine.
"""

from __future__ import annotations

import zlib

LEVEL = 3  # on pages, fonts and XML two thirds of the time of 6, for one to two per cent more bytes


def deflate(data: bytes) -> bytes:
    """A zlib stream, as PDF wants it."""
    return zlib.compress(data, LEVEL)


def raw_deflate(data: bytes) -> bytes:
    """A bare deflate stream, as ZIP wants it."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
