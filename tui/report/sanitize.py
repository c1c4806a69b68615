"""Text from a file is data: what a terminal would obey, or could not draw, is replaced here, once.

Replacement keeps the length of the text wherever a character stands for a character, so that
offsets speak of the cleaned text:
C0 controls become their Unicode pictures, C1 controls, bidirectional overrides, zero-width and tag
characters, lone surrogates and private use become U+FFFD; variation selectors, which terminals do not agree on the
width of, are dropped; more than four combining marks in a row are cut.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS_KEPT = 4
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if code != 0x0A} | {0x09: 0x20, 0x7F: 0x2421}
# What is neither drawn nor a space: control and format characters, surrogates, private use, line separators.
# As text: it is compiled when a text is not plain, which takes longer than to read the built-in report.
_SUSPECT = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_MARK_RUN = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}"
# How these marks begin in UTF-8, each byte the first of a character only; and some letters that no Chinese text needs.
_MARKS = (b"\xcc", b"\xcd", b"\xd2", b"\xe1", b"\xe2\x83", b"\xef\xb8")
# How all of U+FE00–FE3F and of U+E0000–FFFFF begin in UTF-8: the variation selectors, which count as printable, are there.
_SELECTORS = (b"\xef\xb8", b"\xf3")


def clean(text: str) -> str:
    """The text with line breaks as ``\\n`` and nothing in it that a terminal would obey."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_plain(text) and not _holds(text, _MARKS):
        return text
    text = re.sub(_SUSPECT, _visible, text)
    return re.sub(_MARK_RUN, lambda run: run[0][:_MARKS_KEPT], text)


def one_line(text: str) -> str:
    """Cleaned text for a title, a message or a file name: line breaks are shown as spaces."""
    return clean(text).replace("\n", " ")


def first_control(text: str) -> int | None:
    """Offset of the first character :func:`clean` would replace, None if there is none."""
    if _is_plain(text):
        return None
    found = re.search(_SUSPECT, text)
    return found.start() if found else None


def escape_controls(json: str) -> str:
    """Return JSON with every character :func:`clean` would replace as an escape, which reads as the same character."""
    return json if _is_plain(json) else re.sub(_SUSPECT, _escape, json)


def _is_plain(text: str) -> bool:
    """Whether a text surely holds nothing :func:`clean` would replace; quick, and False for a few texts without."""
    if not text.replace("\n", "").replace("\u3000", "").replace("\N{NO-BREAK SPACE}", "").isprintable():
        return False
    return not _holds(text, _SELECTORS)


def _holds(text: str, beginnings: tuple[bytes, ...]) -> bool:
    """Whether a character of a text begins so in UTF-8."""
    encoded = text.encode()
    return any(beginning in encoded for beginning in beginnings)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in _CONTROL_PICTURES:
        return chr(_CONTROL_PICTURES[code])
    if unicodedata.category(found[0]) in ("Mn", "Me"):
        return ""
    return "\N{REPLACEMENT CHARACTER}"
