"""Wording of citations."""

from __future__ import annotations

from collections.abc import Sequence

#: How citations are written, by the values of the setting.
STYLE_NAMES = {
    "chinese": "中文",
    "published": "中文，引文标点按原样",
    "markdown": "Markdown",
    "gbt7714": "GB/T 7714—2015",
    "bibtex": "BibTeX",
}
#: Between what a citation tells of a source.
COMMA = "，"
CITE_HELP = "每处连同出处，按引文格式；不写位置则只打印报告的出处"
STYLE_HELP = (
    "出处格式：chinese 中文，published 同前而引文标点按原样，markdown，gbt7714 即 GB/T 7714—2015，bibtex；"
    "默认按 config.toml 的 citation_style"
)


def style_chosen(style: str) -> str:
    """Tell how citations are written from now on."""
    return f"出处格式：{STYLE_NAMES[style]}"


def style_expected(styles: Sequence[str]) -> str:
    """Return the message for a setting that is no style."""
    return f"citation_style 应是{'、'.join(f'“{style}”' for style in styles)}之一"


def titled(title: str) -> str:
    """Put a title between its marks."""
    return f"《{title}》"


def cited(passage: str, source: str) -> str:
    """Put a source behind a passage, which is between its marks already."""
    return f"{passage}（{source}）"


def dashed(source: str) -> str:
    """Write a source on a line of its own."""
    return f"——{source}"


def chapter(number: str) -> str:
    """Name a chapter by its number."""
    return f"第{number}部分"


def named_chapter(heading: str) -> str:
    """Name a chapter without a number; its heading is between its marks already."""
    return f"{heading}部分"


def section(number: str) -> str:
    """Name a section by its number."""
    return f"第（{number}）节"
