"""Replace the characters of a file's text that a terminal would interpret or could not draw.

Conversion does this once; all offsets count in the sanitized text. C0 controls become their Unicode pictures; C1
controls, bidirectional overrides, zero-width and tag characters, lone surrogates and private use become U+FFFD;
variation selectors, whose width terminals disagree about, are dropped, as are combining marks from the fifth in a row.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS_KEPT = 4
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if code != 0x0A} | {0x09: 0x20, 0x7F: 0x2421}
#: Characters that are neither drawn nor spaces: controls, format characters, surrogates, private use, line separators.
#: As text: compiled for the first text, which takes a millisecond.
_SUSPECT = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_MARK_RUN = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}"


def clean(text: str) -> str:
    """Sanitize a text; line breaks become ``\\n``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(_SUSPECT, _visible, text)
    return re.sub(_MARK_RUN, lambda run: run[0][:_MARKS_KEPT], text)


def one_line(text: str) -> str:
    """Sanitize a title, a message or a file name; line breaks become spaces."""
    return clean(text).replace("\n", " ")


def first_control(text: str) -> int | None:
    """Return the offset of the first character :func:`clean` would replace, None if there is none."""
    match = re.search(_SUSPECT, text)
    return match.start() if match else None


def escape_controls(json: str) -> str:
    """Escape every character of JSON that :func:`clean` would replace; it still reads as the same data."""
    return re.sub(_SUSPECT, _escape, json)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _CONTROL_PICTURES:
        return chr(_CONTROL_PICTURES[code])
    if unicodedata.category(match[0]) in ("Mn", "Me"):
        return ""
    return "\N{REPLACEMENT CHARACTER}"
