"""Besides: what sites add to a text in several lines: conditions of use, other articles, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import told_before
from generator.exchange.damage.pages import NUMBER

if TYPE_CHECKING:
    from generator.exchange.line import Line

_CONDITIONS = re.compile(
    r"(?:版权|下载|温馨|特别|资源|网站|文档|免责|使用)\s*(?:声明|说明|提示|须知|提醒)\s*[:：]?"
)
_STRONG = ("本站", "侵权", "著作权", "存储空间", "上传者", "上传人", "上传用户", "文库", "下载者", "C2C")
_WEAK = (
    *_STRONG, "文档", "下载", "上传", "版权", "权益", "网站", "平台", "网友", "压缩", "预览", "商业", "客服", "资源", "付费",
    "积分",
)  # fmt: skip
_RELATED = re.compile(
    r"(?:[【《].{1,60}[】》])?(?:的)?(?:相关|热门|推荐|延伸)(?:文章|阅读|推荐|资料|链接|内容)\s*[:：]?"
    r"|related (?:articles|posts)\s*:?",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:网友|全部|最新|精彩|热门|发表)?(?:评论|留言|跟帖)(?:区|列表)?\s*(?:[（(]\s*\d*\s*条?[)）]|\d+\s*条)?"
    r"|\d+ (?:comments?|replies|responses)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|add a comment",
    re.IGNORECASE,
)


def besides(lines: tuple[Line, ...]) -> dict[int, str]:
    """Which lines are such, and why they are left out."""
    why: dict[int, str] = {}
    for first, last in _conditions(lines):
        why.update(dict.fromkeys(range(first, last), "left-conditions"))
    for first, last in (*_related(lines), *_offered(lines), *_crumbs(lines), *_comments(lines)):
        why.update(dict.fromkeys(range(first, last), "left-notice"))
    return why


def _conditions(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Runs of lines numbered from 1 that speak of nothing but documents, downloads and rights."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end, items = _numbered_run(lines, at)
        if len(items) >= 3:
            weak = sum(sum(word in item for word in _WEAK) >= 2 for item in items)
            strong = sum(any(word in item for word in _STRONG) for item in items)
            before = told_before(lines, at)
            titled = before >= 0 and _CONDITIONS.fullmatch(lines[before].text.strip()) is not None
            if titled and (strong >= 1 or weak >= 1):
                runs.append((before, end))
            elif weak * 5 >= len(items) * 3 and strong >= 2:
                runs.append((at, end))
        at = max(end, at + 1)
    return runs


def _related(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """What a site offers besides: a line that says so, and the titles counted under it."""
    runs = []
    for at, line in enumerate(lines):
        if line.role == "text" and len(line.text) <= 80 and _RELATED.fullmatch(line.text.strip()):
            end, items = _numbered_run(lines, at + 1)
            if all(len(item) <= 60 and not item.rstrip().endswith(("？", "?", "。")) for item in items):
                runs.append((at, max(end, at + 1)))
    return runs


_ALSO = re.compile(
    r"(?:相关|热门|往期|精彩|更多|为您|为你|猜你|您可能|你可能|大家|看了又|继续|延伸)\S{0,6}(?:推荐|文章|阅读|精选|回顾|喜欢|在看|感兴趣|又看)"
    r"|(?:related|recent|popular|similar|more) (?:posts|articles|stories|questions|from .{1,30})"
    r"|you (?:may|might) also (?:like|enjoy)|read (?:next|more)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[•·●○◦▪■◆*–-]\s*\S")
_STEP = r"[^\s<>›»。？?：:=`-][^<>›»。？?：:=`]{0,30}"
_CRUMBS = re.compile(rf"{_STEP}(?: *[›»] *| > ){_STEP}(?:(?: *[›»] *| > ){_STEP}){{1,8}}")
_FIRST = 4  # lines at the head of a page that may be the way to it
_TITLE = 60  # characters of the title of another document


def _offered(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """What a site offers behind the last question: a line that says so, and the titles below it, in bullets or links."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if _COUNTED.match(line.text) or _ANSWERS.match(line.text):
            return []
        if line.role == "text" and len(line.text) <= _TITLE and _ALSO.fullmatch(line.text.strip()):
            end = at + 1
            while end < len(lines) and (lines[end].role == "blank" or _is_title(lines[end])):
                end += 1
            return [(at, end)] if end > at + 1 else []
    return []


_COUNTED = re.compile(r"\s*[（(]?\d{1,3}\s*[、.．)）]\s*\D")
_ANSWERS = re.compile(r"\s*[【\[]?(?:参考|标准|正确)?(?:答案?|解析)[】\]：:]|\s*answer\s*:", re.IGNORECASE)


def _is_title(line: Line) -> bool:
    """Whether a line may be the title of another document."""
    if line.role != "text" or line.heading or len(line.text) > _TITLE:
        return False
    linked = any(mark.kind == "link" and mark.end - mark.start >= len(line.text) - 4 for mark in line.marks)
    return linked or line.automatic > 0 or line.indent > 0 or _BULLET.match(line.text) is not None


def _crumbs(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """The way to a page at its head: Library > Exams > Fire."""
    told = [at for at, line in enumerate(lines) if line.role == "text" and line.text.strip()][:_FIRST]
    return [
        (at, at + 1)
        for at in told
        if len(lines[at].text) <= 120 and _CRUMBS.fullmatch(lines[at].text.strip())
    ]


def _comments(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """What readers wrote below an article: from its heading to the next, or to the end, where no numbers are."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.heading and len(line.text) <= 40 and _COMMENTS.fullmatch(line.text.strip()):
            return [(at, len(lines))] if at and not any(held.heading for held in lines[at + 1 :]) else []
    return []


def _numbered_run(lines: tuple[Line, ...], start: int) -> tuple[int, list[str]]:
    """The lines numbered 1, 2, 3, … from `start` on: where they end, and their words."""
    items: list[str] = []
    end = at = start
    while at < len(lines):
        line = lines[at]
        if line.role == "blank" and items:
            at += 1
            continue
        found = NUMBER.match(line.text) if line.role == "text" else None
        if found is None or int(found[1]) != len(items) + 1:
            break
        items.append(line.text[found.end() :])
        at += 1
        end = at
    return end, items
