"""Notices: the lines that a site puts around a text, by their words."""

from __future__ import annotations

import re

from generator.exchange.damage.pages import ITEM

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
        r"(?:收藏本站|加入收藏|设为首页|登录|注册|(?:点击|点此)?(?:阅读全文|展开全文|查看全文|查看更多)|继续阅读).{0,20}",
        r".{0,10}(?:还剩|剩余)\s*\d+\s*页未读.{0,20}|试读(?:已)?结束.{0,40}|(?:购买|开通)(?:VIP|会员|后).{0,40}(?:阅读|下载|查看).{0,20}",
        r"(?:您|你)?(?:的)?(?:当前|现在)?(?:所在)?位置\s*[:：].{0,80}[>»›/].{0,80}",
        r"首页\s*[>»›].{0,100}",
        r"首页(?:\s*[|｜]\s*[^\s|｜。？]{1,8}){1,10}",
        r"(?:扫码|点击|立即|免费){0,2}(?:打开|下载|安装)[^，。；：？]{0,8}(?:APP|客户端)"
        r"(?:[，,！!、 ][^。；：？]{0,20}|(?:阅读|查看|看|刷题|做题|继续)[^。；：？]{0,12})?[！!]?",
        r".{0,80}\b(?:browse|view|see|find) (?:all )?[\d,]{1,9} (?:jobs|vacancies|openings)\b.{0,30}",
        r"(?:发布|更新|上传)(?:时间|日期)\s*[:：]\s*[\d-]{4,}.{0,100}",
        r"(?:阅读|浏览|点击|下载)(?:次数|量|数)\s*[:：]?\s*\d+.{0,40}",
    )
)
# No notice is without one of these.
_HINT = re.compile(
    "仅供|侵|版权|备|copyright|©|reserved|编辑|文档|下载|更多|欢迎|扫码|长按|关注|搜索|点击|访问|本文|资料|试题|内容|文章|一篇|一页|相关|猜你"
    "|热门|返回|收藏|分享|点赞|转发|打印|评论|举报|在看|登录|注册|全文|继续|查看|未读|试读|购买|开通|位置|首页|发布|更新|上传|阅读|浏览|http"
    "|微信|QQ|二维码|扫描|领取|获取|加群|进群"
    "|客户端|app|jobs|vacancies|openings"
    "|share|read also|read next|see also|also like|related|subscribe|follow us|read more|sign up|www|\\.(?:com|cn|net|org)|设为",
    re.IGNORECASE,
)
_STEPS = frozenset(
    "首页 上一页 下一页 尾页 末页 上一篇 下一篇 prev previous next first last « » ‹ › << >> < >".split()  # noqa: SIM905
)
_TURNS = _STEPS - {"首页", "尾页", "末页", "first", "last", "<", ">", "<<", ">>"}


def is_notice(text: str) -> bool:
    """Whether a line says nothing but what sites say of their texts, or leads to other pages."""
    if _turns_pages(text):
        return True
    if ITEM.match(text) or not _HINT.search(text):
        return False
    return any(notice.fullmatch(text) for notice in _NOTICES)


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
