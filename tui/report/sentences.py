"""Sentences and paragraphs around a place. All spans are half-open character offsets."""

from __future__ import annotations

import re

_ENDS = "。!！?？"
_CLOSERS = "”’」』）)"
_END = re.compile(f"[{_ENDS}]+[{_CLOSERS}]*|\n")


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset, with its closing marks and without white space around it."""
    at = _first_closing_mark(text, min(offset, len(text)))
    line = text.rfind("\n", 0, at) + 1
    start = max(line, *(1 + text.rfind(mark, line, at) for mark in _ENDS))
    while 0 < start < at and text[start] in _CLOSERS and text[start - 1] != "\n":
        start += 1
    stop = _END.search(text, at)
    end = len(text) if stop is None else stop.start() if stop[0] == "\n" else stop.end()
    return _stripped(text, start, max(start, end))


def _first_closing_mark(text: str, offset: int) -> int:
    """The first of the marks that close a sentence together, where the offset is at one of them."""
    at = offset
    while 0 < at < len(text) and text[at] in _CLOSERS and text[at - 1] in _CLOSERS + _ENDS:
        at -= 1
    if at < len(text) and text[at] in _ENDS:
        while at > 0 and text[at - 1] in _ENDS:
            at -= 1
        return at
    return offset


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """The line of the source that holds an offset, without white space around it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return _stripped(text, start, end if end >= 0 else len(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
