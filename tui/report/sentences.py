"""Sentences and paragraphs around a place. All spans are half-open character offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.report.grammar import CLOSERS, SENTENCE_ENDS

#: Characters looked through at first for the end of the sentence before; then twice as many, and so on.
_NEAR = 64
#: As text: it is compiled at the first sentence, not before the first screen.
_END = f"[{SENTENCE_ENDS}]+[{CLOSERS}]*|\n"


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset, with its closing marks and without white space around it."""
    at = _first_closing_mark(text, min(offset, len(text)))
    start = _last_end(text, at) + 1
    while 0 < start < at and text[start] in CLOSERS and text[start - 1] != "\n":
        start += 1
    stop = re.compile(_END).search(text, at)
    end = len(text) if stop is None else stop.start() if stop[0] == "\n" else stop.end()
    return _stripped(text, start, max(start, end))


def sentences_at(text: str, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The sentences that hold offsets, which ascend; looked for once where several are in one sentence."""
    found = (0, 0)
    previous = 0
    for offset in offsets:
        goes_on = previous <= offset < found[1] and text[offset] not in SENTENCE_ENDS + CLOSERS
        if not (goes_on and found[0] <= previous):
            found = sentence_at(text, offset)
        previous = offset
        yield found


def _last_end(text: str, stop: int) -> int:
    """Offset of the last mark or line break before an offset, -1 if there is none.

    Looks through ever larger parts from there on back: looking for each of the marks by itself would go back to the
    beginning of the text for those that it does not hold.
    """
    low, size = stop, _NEAR
    while low > 0:
        high, low = low, max(0, low - size)
        last = max(text.rfind(mark, low, high) for mark in "\n" + SENTENCE_ENDS)
        if last >= 0:
            return last
        size *= 2
    return -1


def _first_closing_mark(text: str, offset: int) -> int:
    """The first of the marks that close a sentence together, where the offset is at one of them."""
    at = offset
    while 0 < at < len(text) and text[at] in CLOSERS and text[at - 1] in CLOSERS + SENTENCE_ENDS:
        at -= 1
    if at < len(text) and text[at] in SENTENCE_ENDS:
        while at > 0 and text[at - 1] in SENTENCE_ENDS:
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
