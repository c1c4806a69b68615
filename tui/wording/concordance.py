"""Hits as lines with what stands before and behind them, sorted so that what is alike stands together."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from tui.wording.model import ConcordanceLine, Span

#: By what follows a hit, by what precedes it, by place, by year, or as the texts have them.
ConcordanceOrder = Literal["right", "left", "place", "year", "text"]
CONCORDANCE_ORDERS: tuple[ConcordanceOrder, ...] = get_args(ConcordanceOrder)


class PlacedLine(NamedTuple):
    """A line of a concordance of several reports.

    Attributes:
        line: The hit with what stands around it.
        text: The hit.
        report: Number of the report in its library; 0 without one.
        address: What names the report: its address in the library, or its file.
        place: Whose report it is.
        level: Level of that place.
        year: The year the report plans; None if unknown.
        section: Labels from the outermost node down to the innermost one that has the hit.
    """

    line: ConcordanceLine
    text: str
    report: int = 0
    address: str = ""
    place: str = ""
    level: str = ""
    year: int | None = None
    section: str = ""


def concordance(text: str, hits: Iterable[Span], characters: int | None = None) -> list[ConcordanceLine]:
    """Return hits with what stands around them in their paragraphs.

    Args:
        text: The text of a report.
        hits: Half-open spans in it; a hit may run over a line break.
        characters: How much is kept on either side; None for all of the paragraph.
    """
    lines = []
    for start, end in hits:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
        if characters is not None:
            first, last = max(first, start - characters), min(last, end + characters)
        lines.append(ConcordanceLine(start, end, text[first:start], text[end:last]))
    return lines


def right_key(line: ConcordanceLine) -> str:
    """Return what a line is sorted by if what follows the hit counts, without marks and spaces next to the hit."""
    return line.right[_marks_before(line.right) :]


def left_key(line: ConcordanceLine) -> str:
    """Return what a line is sorted by if what precedes the hit counts: that, from its last character backwards."""
    backwards = line.left[::-1]
    return backwards[_marks_before(backwards) :]


def sorted_lines(lines: Iterable[ConcordanceLine], order: ConcordanceOrder) -> list[ConcordanceLine]:
    """Return the lines of one report in an order; those that are alike stay in the order of the text."""
    in_text = sorted(lines, key=_offsets)
    if order in _KEYS:
        in_text.sort(key=_KEYS[order])
    return in_text


def sorted_placed(lines: Sequence[PlacedLine], order: ConcordanceOrder) -> list[PlacedLine]:
    """Return the lines of several reports in an order; those that are alike stay in the order given.

    Args:
        lines: The lines, report by report; reports of one place together, the newest first.
        order: The order. By place, places come in the order given; by year, the newest first.
    """
    if order in _KEYS:
        key = _KEYS[order]
        return sorted(lines, key=lambda placed: key(placed.line))
    if order == "year":
        return sorted(lines, key=lambda placed: -(placed.year or 0))
    if order == "place":
        first: dict[str, int] = {}
        for placed in lines:
            first.setdefault(placed.place, len(first))
        return sorted(lines, key=lambda placed: (first[placed.place], -(placed.year or 0)))
    return list(lines)


_KEYS: dict[str, Callable[[ConcordanceLine], str]] = {"right": right_key, "left": left_key}


def _offsets(line: ConcordanceLine) -> Span:
    return line.start, line.end


def _marks_before(text: str) -> int:
    """Return how many marks and spaces a text begins with."""
    for index, character in enumerate(text):
        if unicodedata.category(character)[0] in "LN":
            return index
    return len(text)
