"""Cut a sentence into clauses, at marks outside quotation marks, titles and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.report.grammar import CLOSERS

#: What is not cut, if it is closed within so many characters; then marks, of which those inside numbers are none.
_WHOLE = r"“[^“”\n]{0,80}”|《[^《》\n]{0,80}》|\([^()\n]{0,120}\)|〔[^〔〕\n]{0,10}〕|「[^「」\n]{0,80}」|\"[^\"\n]{0,40}\""
_PIECE = re.compile(rf"{_WHOLE}|(?P<mark>(?<!\d)[,:]|[,:](?!\d)|;)")
_SENTENCE = re.compile(rf"[^。!?\n]*(?:[。!?]+[{CLOSERS})]*|\n|$)")
_SPACE = " \t\u3000\r\n"


class Clause(NamedTuple):
    """A part of a sentence between two marks.

    Attributes:
        start: Of the half-open span, without the mark and the space around.
        end: Of that span.
        mark: The mark behind it, in half-width; empty at the end of a sentence.
    """

    start: int
    end: int
    mark: str


def sentences(half: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of the sentences of a text in half-width characters, without space around them."""
    for match in _SENTENCE.finditer(half, start, end):
        first, last = _stripped(half, *match.span())
        if first < last:
            yield first, last


def clauses(half: str, start: int, end: int) -> list[Clause]:
    """Return the clauses of a sentence in half-width characters; the last one without the marks that close it."""
    found: list[Clause] = []
    begin = start
    for match in _PIECE.finditer(half, start, end):
        if match["mark"]:
            first, last = _stripped(half, begin, match.start())
            if first < last:
                found.append(Clause(first, last, match["mark"]))
            begin = match.end()
    first, last = _stripped(half, begin, end)
    while last > first and half[last - 1] in "。!?":
        last -= 1
    if first < last:
        found.append(Clause(first, last, ""))
    return found


def _stripped(half: str, start: int, end: int) -> tuple[int, int]:
    while start < end and half[start] in _SPACE:
        start += 1
    while end > start and half[end - 1] in _SPACE:
        end -= 1
    return start, end
