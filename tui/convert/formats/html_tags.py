"""Split a web page into tags and text in one pass.

``html.parser`` scans an unclosed construct again from every ``<``, which takes quadratic time, and each version of
Python reads damaged pages differently. Here an ending that was not found is not searched again. Well-formed pages and
the usual mistakes are read as ``html.parser`` of Python 3.11 reads them.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

_NAME = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_ATTRIBUTE = re.compile(
    r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*"""
)
_END_TAG = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_COMMENT_END = re.compile(r"--\s*>")
_SECTION = re.compile(r"<!\[(?:(temp|cdata|ignore|include|rcdata)|if|else|endif)\b", re.IGNORECASE)
_SECTION_END = re.compile(r"]\s*]\s*>")
_CONDITION_END = re.compile(r"]\s*>")
_RAW_ENDS = {tag: re.compile(rf"</\s*{tag}\s*>", re.IGNORECASE) for tag in ("script", "style")}
#: A numeric reference with more digits than Python converts; there is no such character.
_LONG_REFERENCE = re.compile(r"&#[0-9]{1000,};?")

#: Attributes of a tag; a tag with more is text.
_MAX_ATTRIBUTES = 4096
#: Unclosed tags after which the rest of another one is not searched for tags.
_MAX_UNCLOSED = 8

Attributes = list[tuple[str, str | None]]


class TagHandler(Protocol):
    """Takes the tags and texts of a page, in order."""

    def start_tag(self, tag: str, attributes: Attributes) -> None:
        """Take a start tag, its name in lower case."""

    def end_tag(self, tag: str) -> None:
        """Take an end tag, its name in lower case."""

    def text(self, text: str) -> None:
        """Take text with its references replaced; a text may come in several pieces."""


def read_tags(page: str, handler: TagHandler) -> None:
    """Pass the tags and texts of a page to a handler."""
    scanner = _Scanner(page, handler)
    at = 0
    while at < len(page):
        at = scanner.step(at)


class _Scanner:
    """Reads a page from one offset to the next."""

    def __init__(self, page: str, handler: TagHandler) -> None:
        self._page = page
        self._handler = handler
        self._last_close = page.rfind(">")
        self._unclosed = 0
        self._raw = ""
        self._not_found: set[re.Pattern[str]] = set()

    def step(self, at: int) -> int:
        """Read some text or one tag; return where it ends."""
        if self._raw:
            return self._raw_text(at)
        begin = self._page.find("<", at)
        if begin < 0 or begin > self._last_close:  # no tag is closed any more
            return self._text(at, len(self._page))
        if begin > at:
            self._text(at, begin)
        return self._markup(begin)

    def _markup(self, at: int) -> int:
        page = self._page
        following = page[at + 1]
        if following.isascii() and following.isalpha():
            return self._start_tag(at)
        if following == "/":
            return self._end_tag(at)
        if following == "?":
            return page.find(">", at) + 1
        if following == "!":
            return self._declaration(at)
        self._handler.text("<")
        return at + 1

    def _start_tag(self, at: int) -> int:
        page, attributes = self._page, list[tuple[str, str | None]]()
        name = _NAME.match(page, at + 1)
        assert name is not None  # it begins with a letter
        tag, end = name[1].lower(), name.end()
        while len(attributes) < _MAX_ATTRIBUTES and (attribute := _ATTRIBUTE.match(page, end)):
            attributes.append((attribute[1].lower(), _value(attribute)))
            end = attribute.end()
        is_empty = page.startswith("/>", end)
        if not is_empty and not page.startswith(">", end):
            return self._unclosed_tag(at, end)
        self._handler.start_tag(tag, attributes)
        if is_empty:
            self._handler.end_tag(tag)
        elif tag in _RAW_ENDS:
            self._raw = tag
        return end + (2 if is_empty else 1)

    def _unclosed_tag(self, at: int, end: int) -> int:
        """Take an unclosed tag, read up to ``end``, as text."""
        self._unclosed += 1
        close = self._page.find(">", at) + 1
        return self._text(at, close if self._unclosed <= _MAX_UNCLOSED else max(close, end))

    def _end_tag(self, at: int) -> int:
        match = _END_TAG.match(self._page, at) or _NAME.match(self._page, at + 2)
        if match:
            self._handler.end_tag(match[1].lower())
        return self._page.find(">", at) + 1

    def _declaration(self, at: int) -> int:
        """Skip a comment, a section or a DOCTYPE; an unclosed one is text."""
        ending: re.Pattern[str] | None = None
        if self._page.startswith("<!--", at):
            ending, begin = _COMMENT_END, at + 4
        elif section := _SECTION.match(self._page, at):
            ending, begin = _SECTION_END if section[1] else _CONDITION_END, at + 3
        end = self._page.find(">", at) + 1
        if ending is None:
            return end
        match = None if ending in self._not_found else ending.search(self._page, begin)
        if match:
            return match.end()
        self._not_found.add(ending)
        return self._text(at, end)

    def _raw_text(self, at: int) -> int:
        """Read a script or a style, which only its own end tag ends."""
        match = _RAW_ENDS[self._raw].search(self._page, at)
        if not match:
            return len(self._page)
        self._handler.text(self._page[at : match.start()])
        self._handler.end_tag(self._raw)
        self._raw = ""
        return match.end()

    def _text(self, begin: int, end: int) -> int:
        self._handler.text(_unescaped(self._page[begin:end]))
        return end


def _value(attribute: re.Match[str]) -> str | None:
    if not attribute[2]:
        return None
    value = attribute[3]
    if value[:1] == value[-1:] and value[:1] in ("'", '"'):
        value = value[1:-1]
    return _unescaped(value)


def _unescaped(text: str) -> str:
    return unescape(_LONG_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text)) if "&" in text else text
