"""Find sentences and paragraphs by offset. All spans are half-open character offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tui.report.grammar import CLOSERS, SENTENCE_ENDS

#: Characters searched at first for the end of the sentence before; then twice as many, and so on.
_NEAR = 64
_MARKS = "\n" + SENTENCE_ENDS


@cache
def _end_of_sentence() -> re.Pattern[str]:
    return re.compile(
        f"[{SENTENCE_ENDS}]+[{CLOSERS}]*|\n"
    )  # for the first sentence, not before the first screen


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the sentence that holds an offset, with its closing marks and without white space around it."""
    at = _first_closing_mark(text, min(offset, len(text)))
    start = _last_end(text, at) + 1
    while 0 < start < at and text[start] in CLOSERS and text[start - 1] != "\n":
        start += 1
    stop = _end_of_sentence().search(text, at)
    end = len(text) if stop is None else stop.start() if stop[0] == "\n" else stop.end()
    return _stripped(text, start, max(start, end))


def sentences_at(text: str, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the sentence of each offset, in ascending order; offsets in one sentence search for it once."""
    sentence = (0, 0)
    previous = 0
    for offset in offsets:
        goes_on = previous <= offset < sentence[1] and text[offset] not in SENTENCE_ENDS + CLOSERS
        if not (goes_on and sentence[0] <= previous):
            sentence = sentence_at(text, offset)
        previous = offset
        yield sentence


def _last_end(text: str, stop: int) -> int:
    """Return the offset of the last mark or line break before an offset, -1 if there is none.

    Searches ever larger parts backwards: a search for each mark by itself would go back to the beginning of the text
    for those that are not there.
    """
    low, size = stop, _NEAR
    while low > 0:
        high, low = low, max(0, low - size)
        last = max([text.rfind(mark, low, high) for mark in _MARKS])
        if last >= 0:
            return last
        size *= 2
    return -1


def _first_closing_mark(text: str, offset: int) -> int:
    """Return the first of the marks that close a sentence together, if the offset is at one of them."""
    at = offset
    while 0 < at < len(text) and text[at] in CLOSERS and text[at - 1] in CLOSERS + SENTENCE_ENDS:
        at -= 1
    if at < len(text) and text[at] in SENTENCE_ENDS:
        while at > 0 and text[at - 1] in SENTENCE_ENDS:
            at -= 1
        return at
    return offset


def sentences_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield all sentences of a text, with their closing marks and without white space around them."""
    start = 0
    for match in _end_of_sentences().finditer(text):
        end = match.start() if match[0] == "\n" else match.end()
        yield from _if_any(_stripped(text, start, end))
        start = match.end()
    yield from _if_any(_stripped(text, start, len(text)))


@cache
def _end_of_sentences() -> re.Pattern[str]:
    return re.compile(f"[{SENTENCE_ENDS}][{SENTENCE_ENDS}{CLOSERS}]*|\n")


def _if_any(span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    if span[0] < span[1]:
        yield span


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """Return the line of the source that holds an offset, without white space around it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return _stripped(text, start, end if end >= 0 else len(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
