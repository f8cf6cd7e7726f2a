"""What is left of another medium: entities, tags, wrongly read bytes, pinyin glosses, the words of a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.edits import Edit
from generator.review.passages import HAN, mentions, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

_markup = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|hellip|[mn]dash|middot|ensp|emsp|times|#\d{1,7}|#x[0-9a-f]{1,6});"
    r"|</?(?:br|p|div|span|font|b|strong|i|em|u|sub|sup|img|a|td|tr|th|table|li|ul|ol|h[1-6]|o:p)(?:\s[^<>\n]{0,300})?\s?/?>",
    re.IGNORECASE,
)
_lost = re.compile(
    "锟斤拷|斤拷锟|(?:烫烫){2}|(?:屯屯){2}|\ufffd|â€[\u0080-\u00bfœ™\u02dc]|ï¼[\u0080-\u00bf]|Ã[\u0080-\u00bf]|[\u0080-\u009f]"
)
_gloss = re.compile(
    rf"(?<=[{HAN}])[（(][a-zü]{{0,5}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{{0,4}}[）)]", re.IGNORECASE
)
_toned = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}[）)]").search
_GLOSSES = 2  # of a question, from which on they are no one's own
_furniture = re.compile(
    r"百度文库|豆丁网|道客巴巴|原创力文档|第\s*PAGE(?![A-Za-z]).{0,30}页|(?<![A-Za-z])(?:NUMPAGES|MERGEFORMAT)(?![A-Za-z])"
    r"|本文(?:来源|来自|转自|出自)(?:于)?\s*[：:]?|(?:本文|本资料|本文档)由.{1,20}(?:整理|提供|上传|收集)"
    r"|版权归(?:原)?作者所有|如有侵权|仅供学习参考|文档可自由(?:编辑|复制)|欢迎(?:下载|关注公众号)|更多(?:资料|试题)请(?:关注|访问|搜索)"
)
# Nothing of the two is without one of these.
_LOST_SIGNS = ("锟", "烫烫烫烫", "屯屯屯屯", "\ufffd", "â€", "ï¼", "Ã", *map(chr, range(0x80, 0xA0)))
_FURNITURE_SIGNS = (
    "文库",
    "豆丁",
    "道客",
    "文档",
    "PAGE",
    "MERGEFORMAT",
    "本文",
    "本资料",
    "版权",
    "侵权",
    "仅供",
    "欢迎",
    "更多",
)
_address = re.compile(
    rf"(?:https?://|www\.)(?P<host>[^\s/?#:{HAN}，。；：、！？（）“”‘’《》【】]+)", re.IGNORECASE
)
_reserved = re.compile(
    r"localhost|[\d.]+|(?:[\w-]+\.)*(?:example(?:\.\w+)?|test|invalid|internal|local)|\[.*", re.IGNORECASE
)
_spaces = re.compile(r"(?<![ \t])[ \t]*+(?:&(?:amp;)*nbsp;[ \t]*+)+")
_ampersand = re.compile(r"&(?:amp;)+(?![a-z]{2,8};|#\w{1,8};)")
_invisible = re.compile("[\u200b\u200e\u200f\u2060\ufeff]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first leftover of each sort in each text."""
    text = subject.words
    lost = not subject.about_writing and not text.isascii() and mentions(text, _LOST_SIGNS)
    furniture = mentions(text, _FURNITURE_SIGNS)
    glosses = []
    glossed = _toned(text) is not None
    for passage in subject.passages:
        words = passage.words
        if ("&" in words or "<" in words) and not subject.about_writing and (found := _markup.search(words)):
            yield warning("leftover-markup", passage, *found.span())
        if lost and (found := _lost.search(words)):
            yield warning("leftover-bytes", passage, *found.span())
        if furniture and (found := _furniture.search(words)):
            yield warning("leftover-site", passage, *found.span())
        if passage.role == "stem":
            for address in _address.finditer(words):
                if not _reserved.fullmatch(address["host"]):
                    yield warning("address-in-stem", passage, *address.span())
                    break
        if glossed:
            glosses += [(passage, found) for found in _gloss.finditer(words)]
    if len(glosses) >= _GLOSSES:
        passage, found = glosses[0]
        yield warning("leftover-gloss", passage, found.start() - 1, found.end())


def edits(bare: str) -> Iterator[Edit]:
    """What is certain: `&nbsp;` is a space, `&amp;` an ampersand, and what cannot be seen is nothing."""
    if "&" in bare:
        for found in _spaces.finditer(bare):
            inside = bare[: found.start()].rsplit("\n", 1)[-1] and bare[found.end() : found.end() + 1].strip(
                "\n"
            )
            yield Edit(*found.span(), " " if inside else "", "leftover-markup")
        for found in _ampersand.finditer(bare):
            yield Edit(*found.span(), "&", "leftover-markup")
    for found in _invisible.finditer(bare):
        yield Edit(*found.span(), "", "invisible-character")
