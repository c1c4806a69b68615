"""Undoes what careless export leaves in a text: line breaks and spaces spelt out, as ``\\r\\n``, ``&nbsp;``, ``<U+00A0>``."""

from __future__ import annotations

import html
import re

_LINE_BREAK = re.compile(r"\\r\\n|\\n(?![a-z])|\\r(?![a-z])")
#: A per cent sign that was escaped twice and filled in with nothing.
_PERCENT = re.compile(r"(?<=\d)_M_M_")
_CODE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
_ENTITY = re.compile(
    r"&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|#\d{1,6});"
)
#: A text that spells out so many line breaks was exported so; fewer may be meant.
_FEW = 3


def unescape(text: str) -> str:
    """The text with spelt-out line breaks, characters and entities in place."""
    if "\\" in text and len(_LINE_BREAK.findall(text)) >= _FEW:
        text = _LINE_BREAK.sub("\n", text)
    if "_M_M_" in text:
        text = _PERCENT.sub("%", text)
    if "<U+" in text:
        text = _CODE.sub(_character, text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else found[0]
