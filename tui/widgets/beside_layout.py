"""Lay out two texts: side by side, or one above the other where there is no room, and in which line each sentence begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.typeset.cells import NARROW, CellWidths, cut
from tui.typeset.wrap import break_lines

#: Columns from which both texts stand side by side; cells of what is between them, and before each line.
_BESIDE_FROM = 100
GAP, MARGIN = "   ", 1

Span = tuple[int, int]


class SideText(NamedTuple):
    """One of the texts.

    Attributes:
        name: What it is.
        where: Where it stands.
        text: The text.
        sentences: Half-open spans of its sentences, in order.
    """

    name: str
    where: str
    text: str
    sentences: Sequence[Span]


class Facing(Protocol):
    """Two texts and what goes together in them. The sides are 0 and 1."""

    @property
    def sides(self) -> tuple[SideText | None, SideText | None]:
        """Both texts; None where there is none."""

    def match(self, side: int, sentence: int) -> int | None:
        """Return the sentence of the other side that is most like one; None if none is like it."""

    def marks(self, side: int, sentence: int) -> tuple[Sequence[Span], Sequence[Span]]:
        """Return the words that a sentence shares with its match, as spans of both texts, the left one first."""


class Area(NamedTuple):
    """Where a side is drawn: its heading in the first row, its text below."""

    side: int
    x: int
    y: int
    width: int
    height: int


class BesideLayout:
    """Two texts in lines of the width each has.

    Args:
        texts: The texts as they are shown.
        width: Cells of the pane.
        height: Its lines.
        alone: The side that has all of it; None for both.
        widths: The widths of characters.

    Attributes:
        areas: Where the sides are drawn.
        lines: The lines of both texts, without those that are blank.
    """

    def __init__(
        self,
        texts: tuple[str, str] = ("", ""),
        width: int = 0,
        height: int = 0,
        alone: int | None = None,
        widths: CellWidths = NARROW,
    ) -> None:
        self._texts, self._widths = texts, widths
        is_beside = width >= _BESIDE_FROM and alone is None
        half = (width - len(GAP)) // 2
        right = half + len(GAP)
        cells = (half, width - right) if is_beside else (width, width)
        self.lines = self._broken(0, cells[0]), self._broken(1, cells[1])
        self.areas: tuple[Area, ...]
        if alone is not None:
            self.areas = (Area(alone, 0, 0, width, height),)
        elif is_beside:
            self.areas = Area(0, 0, 0, half, height), Area(1, right, 0, cells[1], height)
        else:
            upper = self._upper_rows(height)
            self.areas = Area(0, 0, 0, width, upper), Area(1, 0, upper, width, height - upper)

    def _upper_rows(self, height: int) -> int:
        """Return the rows of the upper side: half of them, unless one of the texts needs fewer."""
        needed = [max(2, 1 + len(lines)) for lines in self.lines]
        return min(needed[0], max(height // 2, height - needed[1]))

    def _broken(self, side: int, width: int) -> list[Span]:
        spans: list[Span] = []
        at, room = 0, max(2, width - 2 * MARGIN)
        for part in self._texts[side].split("\n"):
            spans += [
                (at + begin, at + end) for begin, end in break_lines(part, room, self._widths) if part.strip()
            ]
            at += len(part) + 1
        return spans

    def area_of(self, side: int) -> Area | None:
        """Return where a side is drawn; None if it is not."""
        return next((area for area in self.areas if area.side == side), None)

    def area_at(self, x: int, y: int) -> Area | None:
        """Return the area of a cell of the pane; None between two."""
        return next(
            (
                area
                for area in self.areas
                if area.x <= x < area.x + area.width and area.y <= y < area.y + area.height
            ),
            None,
        )

    def top_showing(self, area: Area, top: int, sentence: Span) -> int:
        """Return the first line of a side when it is scrolled as little as needed to show a sentence, from its first line on."""
        start, end = sentence
        rows, page = self.lines[area.side], max(1, area.height - 1)
        first = next((row for row, line in enumerate(rows) if line[1] > start), 0)
        last = next((row for row, line in enumerate(rows) if line[1] >= end), first)
        top = max(last + 1 - page, min(top, first))
        return max(0, min(top, first, max(0, len(rows) - page)))

    def sentence_from(self, side: int, row: int, sentences: Sequence[Span]) -> int:
        """Return the first sentence that begins in a line of a side or below, the last one if none does."""
        lines = self.lines[side]
        if not sentences or row >= len(lines):
            return 0
        begin = lines[row][0]
        found = (number for number, (start, _) in enumerate(sentences) if start >= begin)
        return next(found, len(sentences) - 1)

    def sentence_at(self, side: int, row: int, cell: int, sentences: Sequence[Span]) -> int:
        """Return the sentence at a cell of a line of a side."""
        begin, end = self.lines[side][row]
        at = begin + len(cut(self._texts[side][begin:end], max(1, cell + 1), self._widths).rstrip("…"))
        before = [number for number, (start, _) in enumerate(sentences) if start <= max(begin, at - 1)]
        return before[-1] if before else 0
