"""Read the quotations of a text: passages in quotation marks, or a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.search.quotations.squeezed import squeeze

Split = Literal["lines", "quoted"]
#: Letters and digits of a passage in quotation marks at least: shorter ones are terms, such as “四上”企业.
MIN_QUOTED = 8
_OPENING, _CLOSING = "“「『", "”」』"
_PAIRS = dict(zip(_OPENING, _CLOSING, strict=True))
#: What lines of lists begin with.
_BULLET = re.compile(r"^(?:[-*+•>·]|\d{1,3}[.、)）])\s*(?=\S)")


class QuotedPassage(NamedTuple):
    """A quotation in a text.

    Attributes:
        text: Without the marks around it.
        line: Its line, counted from 1.
    """

    text: str
    line: int


def read_passages(text: str, split: Split | None = None) -> tuple[list[QuotedPassage], Split]:
    """Return the quotations of a text, and how they are told apart.

    Args:
        text: The text.
        split: How they are told apart; None for passages in quotation marks if there are any that are not a whole line, else for lines.
    """
    quoted, lines = list(_quoted(text)), list(_lines(text))
    whole = {(one.text, one.line) for one in lines}
    is_quoted = split == "quoted" or (
        split is None and any((one.text, one.line) not in whole for one in quoted)
    )
    return (quoted, "quoted") if is_quoted else (lines, "lines")


def _lines(text: str) -> Iterator[QuotedPassage]:
    for number, line in enumerate(text.split("\n"), 1):
        shown = unquoted(_BULLET.sub("", line.strip()))
        if squeeze(shown):
            yield QuotedPassage(shown, number)


def unquoted(text: str) -> str:
    """Return a text without quotation marks around all of it."""
    text = text.strip()
    closing = _PAIRS.get(text[:1], '"' if text[:1] == '"' else "")
    inner = text[1:-1]
    if len(text) > 2 and closing and text[-1] == closing and text[0] not in inner and closing not in inner:
        return inner.strip()
    if len(text) > 2 and closing and text[-1] == closing and _end_of(text, 0) == len(text) - 1:
        return inner.strip()
    return text


def _quoted(text: str) -> Iterator[QuotedPassage]:
    """Yield the outermost passages in quotation marks, which end in the line they begin in."""
    for number, line in enumerate(text.split("\n"), 1):
        at = 0
        while at < len(line):
            end = _end_of(line, at)
            if end < 0:
                at += 1
                continue
            passage = line[at + 1 : end].strip()
            if len(squeeze(passage)) >= MIN_QUOTED:
                yield QuotedPassage(passage, number)
            at = end + 1


def _end_of(line: str, at: int) -> int:
    """Return where the passage ends whose opening mark is at an offset; -1 if there is no such mark, or no end."""
    opening = line[at]
    if opening == '"':
        return line.find('"', at + 1)
    closing = _PAIRS.get(opening)
    if closing is None:
        return -1
    depth = 0
    for index in range(at, len(line)):
        depth += (line[index] == opening) - (line[index] == closing)
        if depth == 0:
            return index
    return -1
