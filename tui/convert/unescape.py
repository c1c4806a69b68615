"""Replace escapes that a careless export left in a text: ``\\r\\n``, ``&nbsp;``, ``<U+00A0>``."""

from __future__ import annotations

import html
import re

_LINE_BREAK = re.compile(r"\\r\\n|\\n(?![a-z])|\\r(?![a-z])")
#: A percent sign that was escaped twice.
_PERCENT = re.compile(r"(?<=\d)_M_M_")
_CODE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
_ENTITY = re.compile(
    r"&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|#\d{1,6});"
)
#: Escaped line breaks of a text that was exported so; fewer may be meant.
_MIN_LINE_BREAKS = 3


def unescape(text: str) -> str:
    """Return the text with escaped line breaks, characters and entities in place."""
    if "\\" in text and len(_LINE_BREAK.findall(text)) >= _MIN_LINE_BREAKS:
        text = _LINE_BREAK.sub("\n", text)
    if "_M_M_" in text:
        text = _PERCENT.sub("%", text)
    if "<U+" in text:
        text = _CODE.sub(_character, text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]
