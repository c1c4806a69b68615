"""Replace escapes that a careless export left in a text: ``\\r\\n``, ``&nbsp;``, ``<U+00A0>``."""

from __future__ import annotations

import html
import re
from html.entities import html5

_LINE_BREAK = re.compile(r"\\r\\n|\\n(?![a-z])|\\r(?![a-z])")
#: A percent sign that was escaped twice.
_PERCENT = re.compile(r"(?<=\d)_M_M_")
_CODE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
#: Names of entities are letters and digits; those that do not exist are left as they are.
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,15}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,6});")
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
        text = _ENTITY.sub(_entity, text)
    return text


def _entity(match: re.Match[str]) -> str:
    name = match[0][1:]
    return html.unescape(match[0]) if name.startswith("#") else html5.get(name, match[0])


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]
