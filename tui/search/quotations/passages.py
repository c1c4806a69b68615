"""Read the quotations of a text: passages in quotation marks, or a line each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.search.quotations.squeezed import squeeze

Split = Literal["lines", "quoted"]
#: Letters and digits of a passage in quotation marks at least: shorter ones are terms, such as “四上”企业.
MIN_QUOTED = 8
_OPENING, _CLOSING = '“「『"', '”」』"'
_OPENING_OF = dict(zip(_CLOSING, _OPENING, strict=True))
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
    return text[1:-1].strip() if len(text) > 2 and (0, len(text) - 1) in _outermost(text) else text


def _quoted(text: str) -> Iterator[QuotedPassage]:
    """Yield the outermost passages in quotation marks, which end in the line they begin in."""
    for number, line in enumerate(text.split("\n"), 1):
        for start, end in _outermost(line):
            passage = line[start + 1 : end].strip()
            if len(squeeze(passage)) >= MIN_QUOTED:
                yield QuotedPassage(passage, number)


def _outermost(line: str) -> list[tuple[int, int]]:
    """Return where the outermost quotation marks of a line are: opening and closing; marks without a counterpart are passed over."""
    open_marks: list[tuple[str, int]] = []
    counts: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(line):
        opening = _OPENING_OF.get(character, "")
        if opening and counts[opening]:
            while True:
                mark, start = open_marks.pop()
                counts[mark] -= 1
                if mark == opening:
                    break
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, index))
        elif character in _OPENING:
            open_marks.append((character, index))
            counts[character] += 1
    return pairs
