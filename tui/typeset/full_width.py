"""Chinese text with the full-width marks it would be typeset with, a character for a character.

Many reports are published with ASCII commas and brackets between Chinese characters. They are drawn as
their full-width twins; every offset stays, and what is copied is the text as published.
"""

from __future__ import annotations

import re

_TWINS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_MARKS = re.compile("[,;:!?]")
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
#: Marks that only Chinese has; characters are told by their code, since a class of them takes long to compile.
_CHINESE_MARKS = frozenset("、。，；：！？（）《》〈〉【】“”‘’…％")


def full_width_marks(text: str) -> str:
    """The text, of the same length, with the ASCII marks beside Chinese in full width."""
    shown = list(text)
    for found in _MARKS.finditer(text):
        if _belongs_to_chinese(shown, found.start()):
            shown[found.start()] = _TWINS[found[0]]
    # Brackets are twins of each other: both change, or none.
    for found in _BRACKETS.finditer(text):
        start, end = found.start(), found.end() - 1
        neighbours = (start - 1, start + 1, end - 1, end + 1)
        if any(at not in (start, end) and _is_chinese(shown, at) for at in neighbours):
            shown[start], shown[end] = "（", "）"
    return "".join(shown)


def _belongs_to_chinese(text: list[str], at: int) -> bool:
    """Whether a mark stands beside Chinese, or behind the rate that ends a Chinese clause: ``增长86%,14个``."""
    if _is_chinese(text, at - 1) or _is_chinese(text, at + 1):
        return True
    return 0 < at < len(text) - 1 and text[at - 1] == "%" and text[at + 1].isdigit() and text[at] in ",;"


def _is_chinese(text: list[str], at: int) -> bool:
    if not 0 <= at < len(text):
        return False
    character = text[at]
    return ("\u2e80" <= character <= "\u9fff" and character not in "\u3000") or character in _CHINESE_MARKS
