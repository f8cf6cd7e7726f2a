"""Where the pictures of a bank lie."""

from __future__ import annotations

import re

_NOT_IN_ADDRESS = re.compile(r"""[\s()<>\[\]\\%?#&*:|"'`!$~\x00-\x1f\x7f-\x9f]+""")


def picture_folder(stem: str) -> str:
    """The folder beside a bank's file that is called so. What an address in Markdown cannot hold becomes a hyphen."""
    return f"{_NOT_IN_ADDRESS.sub('-', stem).strip('-') or 'bank'}-pictures"
