"""What a fold of a page is called: 点击查看答案 is the label of the answer in it."""

from __future__ import annotations

import re

LONGEST = 40  # characters of such a label
_ANSWER = re.compile(r"参考答案|答案|解析|answer|solution", re.IGNORECASE)


def fold_label(words: str) -> str:
    """The words of a `<summary>` as a line of the document says them."""
    label = _ANSWER.search(words) if len(words) <= LONGEST else None
    return f"【{label[0]}】" if label else words
