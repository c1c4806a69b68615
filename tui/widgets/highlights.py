"""What is marked on the text, and the pieces a line falls into where its style changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tui.report.model import Metric
from tui.search.results import NOTHING, Results
from tui.typeset.layout import Block, Layout, Line
from tui.widgets.styles import hit_style

Span = tuple[int, int]
Layer = tuple[int, int, str]


class Highlights:
    """Hits, figures, the lit figure and the selection, as layers of styles over the text.

    Attributes:
        lit: The figure that is lit.
        selection: What a person has selected.
        current_hit: Index of the current hit.
    """

    def __init__(self, length: int, metrics: Sequence[Metric]) -> None:
        self._length = length
        self._figures = metrics
        self._results: Results = NOTHING
        self._hit_starts: list[int] = []
        self.current_hit: int | None = None
        self.lit: Span | None = None
        self.selection: Span | None = None

    def highlight_hits(self, results: Results, current: int | None) -> None:
        """Takes the hits of a query, one of them the current one."""
        if results is not self._results:
            self._results = results
            self._hit_starts = [hit.start for hit in results.hits]
        self.current_hit = current

    def metric_at(self, offset: int) -> bool:
        """Whether an offset lies in a figure."""
        return bool(_overlapping(self._figures, offset, offset + 1))

    def ruler(self, y: int, height: int, seen: Span) -> str:
        """The style of the ruler's cell beside row ``y`` of ``height``, while a span of the report is seen.

        A tick where the stretch of the report it stands for has hits, else the thumb where that is in view.
        """
        low, high = y * self._length // height, (y + 1) * self._length // height
        first, last = bisect_left(self._hit_starts, low), bisect_left(self._hit_starts, high)
        if first < last:
            return "tick-now" if self.current_hit is not None and first <= self.current_hit < last else "tick"
        return "thumb" if low < seen[1] and seen[0] < high and seen != (0, self._length) else "track"

    def pieces(self, line: Line, layout: Layout) -> list[tuple[str, list[str]]]:
        """A line of the text as it is shown, in pieces, each with the names of its styles, the lowest first."""
        start, end = layout.span(line)
        block = layout.block(line)
        if block is None or start == end:
            return []
        shown = layout.shown(line)
        layers = self._layers(start, end, block)
        inner = {at for low, high, _ in layers for at in (low, high) if start < at < end}
        return [
            (
                shown[low - start : high - start],
                [name for begin, stop, name in layers if begin <= low and high <= stop],
            )
            for low, high in pairwise(sorted({start, end, *inner}))
        ]

    def _layers(self, start: int, end: int, block: Block) -> list[Layer]:
        layers: list[Layer] = []
        if block.kind in ("chapter", "section"):
            layers.append((block.start, block.end, "strong"))
        elif block.kind == "front":
            layers.append((block.start, block.end, "strong" if block.start == 0 else "muted"))
        elif block.head_end > block.start:
            layers.append((block.start, block.head_end, "topic"))
        for figure in _overlapping(self._figures, start, end):
            layers.append((figure.start, figure.end, "figure"))
        if self.lit is not None:
            layers.append((*self.lit, "lit"))
        hits = self._results.hits
        first = max(0, bisect_left(self._hit_starts, start) - 1)
        for index in range(first, bisect_left(self._hit_starts, end)):
            layers.append(
                (
                    hits[index].start,
                    hits[index].end,
                    "seal" if index == self.current_hit else hit_style(hits[index].term),
                )
            )
        if self.selection is not None:
            layers.append((*self.selection, "selected"))
        return layers


def _overlapping(figures: Sequence[Metric], low: int, high: int) -> Sequence[Metric]:
    """The figures, which are apart from each other, that overlap a half-open span."""
    first = bisect_right(figures, low, key=lambda figure: figure.end)
    return figures[first : bisect_left(figures, high, key=lambda figure: figure.start)]
