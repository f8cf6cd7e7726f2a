"""Text in half width and small letters, character by character, so that one pattern finds both widths."""

from __future__ import annotations

# The characters of our words in which the two scripts differ; a text itself is never changed by this.
_TRADITIONAL = (
    "參題單選斷簡論項點評標準時間難類別說説註測應變確錯對誤檔級優現問內與細則範話術總滿聯線"
    "試卷寫讀達處據種個題觀議釋證實補備規劃領導問練習維護場計畫續際"
)
_SIMPLIFIED = (
    "参题单选断简论项点评标准时间难类别说说注测应变确错对误档级优现问内与细则范话术总满联线"
    "试卷写读达处据种个题观议释证实补备规划领导问练习维护场计划续际"
)


def _table() -> dict[int, int]:
    pairs = {
        "\u3000": " ", "\u00a0": " ", "\t": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ",
        "【": "[", "】": "]", "〔": "[", "〕": "]", "〖": "[", "〗": "]", "﹙": "(", "﹚": ")",
        "∶": ":", "︰": ":", "﹕": ":", "﹒": ".", "—": "-", "–": "-", "―": "-", "−": "-", "﹣": "-", "〜": "~",
    }  # fmt: skip
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full width, "．" and "（" among them
    table |= {ord(wide): ord(plain) for wide, plain in pairs.items()}
    return (
        table
        | {ord(old): ord(new) for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
        | {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
        | {0xFF21 + i: ord("a") + i for i in range(26)}
    )


_TABLE = _table()


def flat(text: str) -> str:
    """`text` with as many characters, each in half width and small: 【答案】：Ｂ gives [答案]:b."""
    return text.translate(_TABLE)
