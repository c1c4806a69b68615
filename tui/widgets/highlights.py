"""Highlights in the text: hits, metrics, notes and the selection, and which styles each part of a line has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.messages import notes as note_messages
from tui.report.model import Metric
from tui.search.results import NOTHING, Results
from tui.typeset.layout import Block, Layout, Line
from tui.widgets.styles import status_style

Span = tuple[int, int]
#: Half-open offsets and the name of a style.
Highlight = tuple[int, int, str]


class NoteMark(NamedTuple):
    """A passage with a note or a colour.

    Attributes:
        start: Half-open offsets.
        end: One past its last character.
        colour: Its colour; empty for none.
        is_written: Whether something was written on it.
        is_likely: Whether the place is likely rather than certain.
    """

    start: int
    end: int
    colour: str
    is_written: bool
    is_likely: bool = False


def hit_style(term: int) -> str:
    """Return the name of the style of a hit, by the index of its term in the query."""
    return ("hit", "hit-2", "hit-3")[term % 3]


class Highlights:
    """Hits, metrics, the current metric, notes and the selection over the text of a report.

    Attributes:
        metric: The span of the current metric.
        selection: The selected span.
        chosen: The sentence that keys act on, because it was clicked or gone to.
        current_hit: Index of the current hit.
    """

    def __init__(self, length: int, metrics: Sequence[Metric]) -> None:
        self._length = length
        self._metrics = metrics
        self._results: Results = NOTHING
        self._hit_starts: list[int] = []
        self.current_hit: int | None = None
        self.metric: Span | None = None
        self.selection: Span | None = None
        self.chosen: Span | None = None
        self._notes: tuple[NoteMark, ...] = ()
        #: For each note the end of those up to it that goes furthest.
        self._note_ends: list[int] = []

    @property
    def state(self) -> tuple[object, ...]:
        """Everything that decides how a line is highlighted; equal as long as lines look the same."""
        return self._results, self.current_hit, self.metric, self.selection, self.chosen, self._notes

    def show_notes(self, notes: Sequence[NoteMark]) -> None:
        """Highlight passages with notes."""
        self._notes = tuple(sorted(notes))
        self._note_ends = list(accumulate((note.end for note in self._notes), max))

    def _notes_in(self, low: int, high: int) -> Sequence[NoteMark]:
        """Return the notes that overlap a half-open span."""
        first = bisect_right(self._note_ends, low)
        last = bisect_left(self._notes, high, key=lambda note: note.start)
        return [note for note in self._notes[first:last] if note.end > low]

    def margin(self, line: Line, layout: Layout) -> str:
        """Return what stands before a line: a mark where a note begins, else that of the colour of its first highlight."""
        start, end = layout.span(line)
        notes = self._notes_in(start, end)
        if any(note.is_likely and start <= note.start for note in notes):
            return note_messages.LIKELY_MARK
        if any(note.is_written and start <= note.start for note in notes):
            return note_messages.NOTE_MARK
        return next((note_messages.COLOUR_MARKS[note.colour] for note in notes if note.colour), " ")

    def ruler_mark(self, y: int, height: int, seen: Span) -> str:
        """Return the mark in row ``y`` of the ruler: whether notes or highlights begin in what the cell represents.

        Those in the visible span have a mark on their line: one on the ruler would be on another line.
        """
        low, high = y * self._length // height, (y + 1) * self._length // height
        first, last = (bisect_left(self._notes, at, key=lambda note: note.start) for at in (low, high))
        is_elsewhere = any(not seen[0] <= note.start < seen[1] for note in self._notes[first:last])
        return note_messages.RULER_MARK if is_elsewhere else " "

    def show_hits(self, results: Results, current: int | None) -> None:
        """Highlight the hits of a query, one of them as the current one."""
        if results is not self._results:
            self._results = results
            self._hit_starts = [hit.start for hit in results.hits]
        self.current_hit = current

    def is_metric(self, offset: int) -> bool:
        """Return whether an offset is in a metric."""
        return bool(_overlapping(self._metrics, offset, offset + 1))

    def ruler(self, y: int, height: int, seen: Span) -> str:
        """Return the style of the ruler's cell in row ``y`` of ``height`` while a span of the report is visible.

        A tick if the part of the report the cell represents has hits, else the thumb if that part is visible.
        """
        low, high = y * self._length // height, (y + 1) * self._length // height
        first, last = bisect_left(self._hit_starts, low), bisect_left(self._hit_starts, high)
        if first < last:
            is_current = self.current_hit is not None and first <= self.current_hit < last
            return "current-tick" if is_current else "tick"
        return "thumb" if low < seen[1] and seen[0] < high and seen != (0, self._length) else "track"

    def pieces(self, line: Line, layout: Layout) -> list[tuple[str, list[str]]]:
        """Return a line as drawn, in pieces, each with the names of its styles; later styles override."""
        start, end = layout.span(line)
        block = layout.block(line)
        if block is None or start == end:
            return []
        shown = layout.shown(line)
        highlights = self._highlights(start, end, block)
        inner = {offset for low, high, _ in highlights for offset in (low, high) if start < offset < end}
        return [
            (
                shown[low - start : high - start],
                [name for begin, stop, name in highlights if begin <= low and high <= stop],
            )
            for low, high in pairwise(sorted({start, end, *inner}))
        ]

    def _highlights(self, start: int, end: int, block: Block) -> list[Highlight]:
        highlights: list[Highlight] = [(*self.chosen, "cursor")] if self.chosen is not None else []
        if block.kind in ("chapter", "section"):
            highlights.append((block.start, block.end, "strong"))
        elif block.kind == "front":
            highlights.append((block.start, block.end, "strong" if block.start == 0 else "muted"))
        elif block.head_end > block.start:
            highlights.append((block.start, block.head_end, "topic"))
        for note in self._notes_in(start, end):
            if note.colour:
                highlights.append((note.start, note.end, f"note-{note.colour}"))
            if note.is_written:
                highlights.append((note.start, note.end, "noted"))
        for metric in _overlapping(self._metrics, start, end):
            highlights.append((metric.start, metric.end, status_style(metric)))
        if self.metric is not None:
            highlights.append((*self.metric, "current-metric"))
        first = max(0, bisect_left(self._hit_starts, start) - 1)
        for index in range(first, bisect_left(self._hit_starts, end)):
            hit = self._results.hits[index]
            style = "current-hit" if index == self.current_hit else hit_style(hit.term)
            highlights.append((hit.start, hit.end, style))
        if self.selection is not None:
            highlights.append((*self.selection, "selected"))
        return highlights


def _overlapping(metrics: Sequence[Metric], low: int, high: int) -> Sequence[Metric]:
    """Return the metrics that overlap a half-open span. Metrics do not overlap each other."""
    first = bisect_right(metrics, low, key=lambda metric: metric.end)
    return metrics[first : bisect_left(metrics, high, key=lambda metric: metric.start)]
