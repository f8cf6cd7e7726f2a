"""Messages on fonts and pictures."""

from __future__ import annotations

from generator.messages.words import Words

MESSAGES: dict[str, Words] = {
    "no-glyph": Words(
        "没有字体有“{character}”（U+{point}）这个字", "no font has the character “{character}” (U+{point})"
    ),
    "no-glyph-in": Words(
        "“{title}”里的“{character}”（U+{point}）没有字体能排",
        "no font has “{character}” (U+{point}), used in “{title}”",
    ),
    "bad-picture": Words("图片“{name}”不能用：{reason}", "the picture “{name}” cannot be used: {reason}"),
    "face-not-installed": Words(
        "字体“{name}”没有随程序装好",
        "the face “{name}” should have come with the installation and is missing",
    ),
    "face-missing": Words(
        "没有名叫“{name}”的字体，也没有这个字体文件", "there is no face and no font file “{name}”"
    ),
    "face-unreadable": Words("读不懂字体文件“{name}”", "“{name}” is not a font with outlines"),
    "face-restricted": Words(
        "字体“{name}”不许嵌入 PDF", "the font “{name}” does not allow to be embedded in a PDF"
    ),
    "face-axis": Words(
        "字体“{name}”没有这个轴，或者值超出范围",
        "the font “{name}” has no such axis, or the value is out of range",
    ),
    "picture-missing": Words("没有图片文件“{name}”", "there is no picture file “{name}”"),
    "picture-unreadable": Words(
        "图片“{name}”已损坏，或者不是 PNG、JPEG、GIF、BMP、WebP",
        "the picture “{name}” is damaged, or no PNG, JPEG, GIF, BMP or WebP",
    ),
    "picture-too-large": Words(
        "图片“{name}”超过 6400 万像素", "the picture “{name}” has more than 64 million pixels"
    ),
}

HINTS: dict[str, Words] = {
    "no-glyph": Words(
        "换一个写法（如 ☐ 换成 □），或在样式的 fonts 里给出含有它的字体文件",
        "write it another way (□ for ☐), or name a font file that has it under fonts in a style",
    ),
    "install-again": Words("重新安装 exampaper", "install exampaper again"),
    "other-font-file": Words("换一个完好、允许嵌入的字体文件", "use a sound font file that may be embedded"),
    "known-faces": Words(
        "自带的字体有 {known}；或给出字体文件的路径",
        "the faces that ship are {known}; or give the path of a font file",
    ),
    "bad-picture": Words("换成完好的 PNG 或 JPEG", "use a sound PNG or JPEG"),
}
