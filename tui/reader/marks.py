"""Chinese text with the full-width marks it would be typeset with, a character for a character.

Many reports are published with ASCII commas and brackets between Chinese characters. They are drawn as
their full-width twins; every offset stays, and what is copied is the text as published.
"""

from __future__ import annotations

import re

_HAN = "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff"
#: What makes a mark beside it a Chinese one: a character, or a mark only Chinese has.
_CHINESE = f"[{_HAN}、。，；：！？（）《》〈〉【】“”‘’…％]"
_TWINS = str.maketrans(",;:!?", "，；：！？")
#: A mark after Chinese, or after the figure that ends a Chinese clause: ``增长86%,为``.
_MARK = re.compile(rf"(?<={_CHINESE})[,;:!?]|[,;:!?](?={_CHINESE})|(?<=%)[,;](?=\d)")
#: Brackets are twins of each other: both change, or none.
_BRACKETS = re.compile(
    rf"(?<={_CHINESE})\(([^()\n]*)\)|\(([^()\n]*)\)(?={_CHINESE})|\(((?={_CHINESE})[^()\n]*|[^()\n]*(?<={_CHINESE}))\)"
)


def full_width_marks(text: str) -> str:
    """The text, of the same length, with the ASCII marks beside Chinese in full width."""
    text = _MARK.sub(lambda mark: mark[0].translate(_TWINS), text)
    return _BRACKETS.sub(lambda found: f"（{found[0][1:-1]}）", text)
