"""What sites and pages put around a text: notices, page numbers, lists of conditions. None of it is lost: it goes to `unread`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally
from generator.exchange.damage.pages import ITEM, NUMBER, fractions, headers, paged, running
from generator.exchange.line import changed

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_LONGEST = 200  # characters of a notice
_COUNT = r"(?:\d{1,4}|PAGE|NUMPAGES|X|SECTIONPAGES)(?:\s*\\\*\s*\w+)?(?:\s*\d{1,4})?"
_PAGE = re.compile(
    rf"[（(]?\s*第\s*{_COUNT}\s*页\s*[,，/／|]?\s*[（(]?共\s*{_COUNT}\s*页\s*[)）]{{0,2}}", re.IGNORECASE
)
_PAGE_LINE = re.compile(
    rf"[-—–~·\s]*(?:第\s*{_COUNT}\s*页|共\s*{_COUNT}\s*页|Page\s+{_COUNT}(?:\s+of\s+{_COUNT})?|[-—–]\s*\d{{1,4}}\s*[-—–])[-—–~·\s]*",
    re.IGNORECASE,
)
_PAGE_START = re.compile("[-—–~·\\s(（]*(?:第|共|page|\\d)", re.IGNORECASE)
_ADDRESS = r"(?:https?://|www\.)[\w./?=&%#~:-]+|[\w-]+\.(?:com|cn|net|org)\b"
_PLACE = rf"(?:{_ADDRESS}|文库|豆丁|道客巴巴|公众号|微信号|本站|官网|论坛|网站|网盘|QQ群)"
_NOTICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_ADDRESS})[/\s]*",
        r".*(?:文档|资料|内容)仅供(?:学习)?参考.{0,60}",
        r".*(?:仅供学习(?:参考|交流|与交流|使用)|如有(?:侵权|侵犯|不当).{0,40}(?:删除|改正|联系)|侵权.{0,20}删除).*",
        r"(?:本\S{1,6}|图文|文章|资料|文档|以上内容|最终)?(?:版权|著作权)(?:归|属于?).{1,30}所有.*",
        r".*(?:版权所有|all rights reserved|[A-Z\u4e00-\u9fff]ICP备\s*\d+).*",
        r"(?:copyright|©).{0,120}",
        r".{0,80}(?:word|doc|pdf)\s*(?:版|文档|格式)?\s*(?:免费)?下载.{0,20}",
        r".*(?:word|doc|ppt|pdf)?文档\s*(?:下载后)?可(?:自由|任意|自行)?(?:复制)?编辑.{0,20}",
        r"(?:精品|精选|优质)(?:文档|资料|word文档).{0,30}",
        r".{0,20}(?:欢迎|免费|点击|立即)下载.{0,30}",
        r"(?:全文|文档)?下载(?:文档|本文|全文|地址|后可编辑|word版?)?\s*[.。！!]?",
        r"(?:推荐阅读|延伸阅读|阅读推荐|read (?:also|next|more)|see also)\s*[:：|>»].{0,80}",
        r"点击(?:查看|阅读|进入|领取)\s*[:：|>»]?.{0,80}",
        rf"(?:更多|欢迎|扫码|长按|关注|搜索|点击|请访问|请关注).{{0,60}}{_PLACE}.{{0,60}}",
        rf"(?:本文|本资料|本试题|本文档|以上内容|文章|资料|试题)(?:来源|来自|出自|转自|源自|转载自|摘自)(?:于|自|[:：])?.{{0,20}}{_PLACE}.{{0,60}}",
        r"(?:本文|本资料|本文档|资料)由.{1,20}(?:整理|提供|收集|分享|上传).{0,60}",
        r"(?:添加|加)(?:老师|客服|助教|小编)?(?:微信|QQ|V信).{0,60}",
        r"(?:扫码|长按二维码|扫描二维码|进群|加群).{0,40}(?:领取|获取|加群|进群|关注|咨询|下载).{0,40}",
        r".{0,30}(?:扫码|扫描二维码|长按(?:识别)?二维码)(?:免费)?(?:领取|获取|关注|进群|加群|咨询|下载).{0,20}",
        r".{0,30}(?:免费)?(?:领取|获取)(?:完整版|全套|更多|全部|电子版).{0,40}",
        r"(?:share this (?:article|page|post)|you (?:may|might) also like|related (?:articles|posts|questions)).{0,80}",
        r"(?:subscribe to|follow us|read more|sign up for).{0,80}",
        r"(?:上一篇|下一篇|上一页|下一页|相关(?:文章|推荐|阅读|资料|文档)|猜你喜欢|热门(?:推荐|文章)|返回(?:首页|顶部|列表))\s*(?:[:：|>»].{0,80})?",
        r"(?:(?:收藏|分享|点赞|转发|举报|打印|评论|复制链接|关注|在看|赞|\d{1,6})[\s|/·]*){2,10}",
        r"分享到\s*[:：]?.{0,60}",
        r"(?:收藏本站|加入收藏|设为首页|登录|注册|阅读全文|展开全文|查看全文|继续阅读|查看更多).{0,20}",
        r".{0,10}(?:还剩|剩余)\s*\d+\s*页未读.{0,20}|试读(?:已)?结束.{0,40}|(?:购买|开通)(?:VIP|会员|后).{0,40}(?:阅读|下载|查看).{0,20}",
        r"(?:您|你)?(?:的)?(?:当前|现在)?(?:所在)?位置\s*[:：].{0,80}[>»›/].{0,80}",
        r"首页\s*[>»›].{0,100}",
        r"(?:发布|更新|上传)(?:时间|日期)\s*[:：]\s*[\d-]{4,}.{0,100}",
        r"(?:阅读|浏览|点击|下载)(?:次数|量|数)\s*[:：]?\s*\d+.{0,40}",
    )
)
# No notice is without one of these.
_HINT = re.compile(
    "仅供|侵|版权|备|copyright|©|reserved|编辑|文档|下载|更多|欢迎|扫码|长按|关注|搜索|点击|访问|本文|资料|试题|内容|文章|一篇|一页|相关|猜你"
    "|热门|返回|收藏|分享|点赞|转发|打印|评论|举报|在看|登录|注册|全文|继续|查看|未读|试读|购买|开通|位置|首页|发布|更新|上传|阅读|浏览|http"
    "|微信|QQ|二维码|扫描|领取|获取|加群|进群"
    "|share|read also|read next|see also|also like|related|subscribe|follow us|read more|sign up|www|\\.(?:com|cn|net|org)|设为",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(
    r"(?:版权|下载|温馨|特别|资源|网站|文档|免责|使用)\s*(?:声明|说明|提示|须知|提醒)\s*[:：]?"
)
_STRONG = ("本站", "侵权", "著作权", "存储空间", "上传者", "上传人", "上传用户", "文库", "下载者", "C2C")
_WEAK = (
    *_STRONG, "文档", "下载", "上传", "版权", "权益", "网站", "平台", "网友", "压缩", "预览", "商业", "客服", "资源", "付费",
    "积分",
)  # fmt: skip


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Lines that are furniture leave the text, and page numbers that stand inside lines."""
    tally = Tally()
    unread: list[tuple[int, str, str]] = []
    lines = tuple(
        _without_pages(line, unread, tally) if "页" in line.text else line for line in manuscript.lines
    )
    why: dict[int, str] = {}
    for at, line in enumerate(lines):
        if line.role == "furniture":
            why[at] = "left-furniture"
        elif line.role == "text" and not line.automatic and len(line.text) <= _LONGEST:
            reason = _reason(line.text.strip())
            if reason:
                why[at] = reason
    lines, heads = paged(lines, unread, tally)
    why.update(dict.fromkeys(heads, "left-header"))
    for first, last in _conditions(lines):
        why.update(dict.fromkeys(range(first, last), "left-conditions"))
    for first, last in (*_related(lines), *_comments(lines)):
        why.update(dict.fromkeys(range(first, last), "left-notice"))
    why.update(fractions(lines))
    why.update(headers(lines, why))
    why = running(lines) | why
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if at in why and line.role != "blank":
            unread.append((line.number, line.text.strip(), why[at]))
            tally.add(line.number)
            line = line._replace(text="", marks=(), automatic=0, heading=0, role="blank")
        kept.append(line)
    if not tally.count:
        return manuscript
    tally.tell("mended-furniture", manuscript, report)
    unread.sort(key=lambda entry: entry[0])
    return manuscript._replace(lines=tuple(kept), unread=(*manuscript.unread, *unread))


_ARROWS = " \t\u3000>＞»›→▶►▸"
_STEPS = frozenset(
    (
        "首页",
        "上一页",
        "下一页",
        "尾页",
        "末页",
        "上一篇",
        "下一篇",
        "prev",
        "previous",
        "next",
        "first",
        "last",
        "«",
        "»",
        "‹",
        "›",
        "<<",
        ">>",
        "<",
        ">",
    )
)
_TURNS = _STEPS - {"首页", "尾页", "末页", "first", "last", "<", ">", "<<", ">>"}


def _turns_pages(text: str) -> bool:
    """Whether a line only leads to other pages: 上一页 1 2 3 下一页."""
    if len(text) > 80:
        return False
    words = [word.strip("[]()|·") for word in text.lower().replace("|", " ").split()]
    told = [word for word in words if word]
    steps = [word for word in told if word in _STEPS]
    return (
        len(told) > 1
        and any(word in _TURNS for word in steps)
        and all(word in _STEPS or (word.isdigit() and len(word) < 4) or word in ("…", "...") for word in told)
    )


def _reason(text: str) -> str:
    if _turns_pages(text):
        return "left-notice"
    text = text.lstrip(_ARROWS)
    if _PAGE_START.match(text) and (_PAGE.fullmatch(text) or _PAGE_LINE.fullmatch(text)):
        return "left-page-number"
    if ITEM.match(text) or not _HINT.search(text):
        return ""
    return "left-notice" if any(notice.fullmatch(text) for notice in _NOTICES) else ""


def _without_pages(line: Line, unread: list[tuple[int, str, str]], tally: Tally) -> Line:
    """The line without page numbers inside it; what is nothing else is told by `_reason`."""
    found = list(_PAGE.finditer(line.text))
    if not found or (len(found) == 1 and found[0][0].strip() == line.text.strip()):
        return line
    for page in found:
        unread.append((line.number, page[0].strip(), "left-page-number"))
        tally.add(line.number)
    new = changed(line, [(page.start(), page.end(), "") for page in found])
    return new if new.text.strip() else new._replace(text="", marks=(), role="blank")


def _conditions(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Runs of lines numbered from 1 that speak of nothing but documents, downloads and rights."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end, items = _numbered_run(lines, at)
        if len(items) >= 3:
            weak = sum(sum(word in item for word in _WEAK) >= 2 for item in items)
            strong = sum(any(word in item for word in _STRONG) for item in items)
            before = at - 1
            while before >= 0 and lines[before].role == "blank":
                before -= 1
            titled = before >= 0 and _CONDITIONS.fullmatch(lines[before].text.strip()) is not None
            if titled and (strong >= 1 or weak >= 1):
                runs.append((before, end))
            elif weak * 5 >= len(items) * 3 and strong >= 2:
                runs.append((at, end))
        at = max(end, at + 1)
    return runs


_RELATED = re.compile(
    r"(?:[【《].{1,60}[】》])?(?:的)?(?:相关|热门|推荐|延伸)(?:文章|阅读|推荐|资料|链接|内容)\s*[:：]?"
    r"|related (?:articles|posts)\s*:?",
    re.IGNORECASE,
)


def _related(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """What a site offers besides: a line that says so, and the titles counted under it."""
    runs = []
    for at, line in enumerate(lines):
        if line.role == "text" and len(line.text) <= 80 and _RELATED.fullmatch(line.text.strip()):
            end, items = _numbered_run(lines, at + 1)
            if all(len(item) <= 60 and not item.rstrip().endswith(("？", "?", "。")) for item in items):
                runs.append((at, max(end, at + 1)))
    return runs


_COMMENTS = re.compile(
    r"(?:网友|全部|最新|精彩|热门|发表)?(?:评论|留言|跟帖)(?:区|列表)?\s*(?:[（(]\s*\d*\s*条?[)）]|\d+\s*条)?"
    r"|\d+ (?:comments?|replies|responses)|comments?(?: \(\d+\))?|leave a (?:comment|reply)|add a comment",
    re.IGNORECASE,
)


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
