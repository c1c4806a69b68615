"""The text of the report. The character offset is the only coordinate; lines are made for the width there is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from tui.reader.cells import cell_length
from tui.reader.layout import Block, Layout, report_blocks
from tui.report.outline import Outline
from tui.search.engine import NOTHING, Found
from tui.widgets.line_view import LineView

MARGIN, RULER = 1, 1
#: Cells a line of text takes at most: longer ones tire the eye.
MEASURE = 84
MIN_TEXT = 2


class TextPane(LineView):
    """The report as lines, with hits, figures and a ruler of the hits in the whole report.

    A window on the lines begins at ``top``; ``anchor`` is the offset it was last scrolled to, and keeps the
    place through any number of resizes.
    """

    BINDINGS = [
        Binding("down,j", "scroll(1)", "下一行", key_display="↓ j"),
        Binding("up,k", "scroll(-1)", "上一行", key_display="↑ k"),
        Binding("ctrl+d,d", "scroll_pages(0.5)", "下半页", key_display="d Ctrl+D"),
        Binding("ctrl+u,u", "scroll_pages(-0.5)", "上半页", key_display="u Ctrl+U"),
        Binding("space,pagedown,f", "scroll_pages(1)", "下一页", key_display="空格 PgDn f"),
        Binding("pageup,b", "scroll_pages(-1)", "上一页", key_display="PgUp b"),
        Binding("home,g", "scroll_to_end(-1)", "到开头", key_display="Home g"),
        Binding("end,G", "scroll_to_end(1)", "到末尾", key_display="End G"),
        Binding("enter", "choose", "看此处的指标", key_display="Enter"),
    ]

    @dataclass
    class PlaceShown(Message):
        """Another place of the report is being read.

        Attributes:
            offset: Its character offset.
        """

        offset: int

    @dataclass
    class FigureAsked(Message):
        """A person asks for the figure at a place.

        Attributes:
            offset: The character offset of the place.
        """

        offset: int

    def __init__(self, outline: Outline, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._text = outline.report.text
        self._blocks = report_blocks(outline)
        self._figures = [(metric.start, metric.end) for metric in outline.report.metrics]
        self._figure_starts = [start for start, _ in self._figures]
        self._layout: Layout | None = None
        self._found: Found = NOTHING
        self._hit_starts: list[int] = []
        self._current_hit: int | None = None
        self._lit: tuple[int, int] | None = None
        self._page_rows = 1
        self._anchor = 0
        self._focus_offset: int | None = None

    # -- lines -------------------------------------------------------------------------------

    @property
    def page_rows(self) -> int:
        """Lines seen at once; while the pane is covered, those seen last."""
        if self.size.height:
            self._page_rows = self.size.height
        return self._page_rows

    @property
    def _is_laid_out(self) -> bool:
        """Whether the pane has ever had a size; lines made before that would have to be made again."""
        return self._layout is not None or self.size.width > 0

    @property
    def text_width(self) -> int:
        """Cells a line of text may take now."""
        return max(MIN_TEXT, min(MEASURE, self.size.width - MARGIN - RULER - 1))

    @property
    def lines(self) -> Layout:
        """The report in lines of the present width; the place is kept when the width has changed."""
        width = self.text_width
        if self._layout is None or (self._layout.width != width and self.size.width):
            self._layout = Layout(self._text, self._blocks, width)
            self.top = self._layout.line_of(self._anchor)
        self.top = max(0, min(self.top, len(self._layout) - self.page_rows))
        return self._layout

    def row_count(self) -> int:
        """Lines of the report."""
        return len(self.lines) if self._is_laid_out else 0

    def keep_in_view(self) -> None:
        """Keeps the place: the anchor's line first, or what was gone to in view."""
        if not self.size.height:
            return
        self._top_of_anchor()
        if self._focus_offset is not None and not self._in_view(self._focus_offset):
            self.show_offset(self._focus_offset)

    def _top_of_anchor(self) -> None:
        self.top = max(0, min(self.lines.line_of(self._anchor), len(self.lines) - self.page_rows))

    # -- place -------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The offset being read: the one last gone to while it is in view, else the first one in view."""
        if not self._is_laid_out:
            return self._anchor
        if self._focus_offset is not None and self._in_view(self._focus_offset):
            return self._focus_offset
        return self.lines.starts[self.top] if len(self.lines) else 0

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self._is_laid_out and self.top + self.page_rows >= len(self.lines)

    @property
    def position(self) -> tuple[int, int | None]:
        """What :meth:`restore` needs to show again exactly what is seen now."""
        return self._anchor, self._focus_offset

    def restore(self, position: tuple[int, int | None]) -> None:
        """Shows again what was seen when :attr:`position` was taken."""
        self._anchor, self._focus_offset = position
        self._top_of_anchor()
        self._moved()

    def go_to(self, offset: int) -> None:
        """Shows an offset's line first."""
        self._focus_offset = offset
        self._scroll_to_line(self.lines.line_of(offset))
        self._moved()

    def show_offset(self, offset: int) -> None:
        """Shows an offset, scrolling only if it is not in view with a line to spare."""
        self._focus_offset = offset
        line = self.lines.line_of(offset)
        spare = 1 if self.page_rows > 4 else 0
        if not self.top + spare <= line < self.top + self.page_rows - spare:
            self._scroll_to_line(line - self.page_rows // 3)
        self._moved()

    def _in_view(self, offset: int) -> bool:
        return self.top <= self.lines.line_of(offset) < self.top + self.page_rows

    def _scroll_to_line(self, line: int) -> None:
        self.top = max(0, min(line, len(self.lines) - self.page_rows))
        self._anchor = self.lines.starts[self.top] if len(self.lines) else 0

    def _moved(self) -> None:
        self.refresh()
        self.post_message(self.PlaceShown(self.place))

    def scroll_rows(self, rows: int) -> None:
        """Moves the window by lines."""
        before = self.lines, self.top
        self._scroll_to_line(self.top + rows)
        if before[1] != self.top:
            self._focus_offset = None
            self._moved()

    def action_scroll(self, lines: int) -> None:
        """Moves by lines."""
        self.scroll_rows(lines)

    def action_scroll_pages(self, pages: float) -> None:
        """Moves by pages, of which two share a line."""
        self.scroll_rows(int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, direction: int) -> None:
        """Moves to the first (-1) or last (1) line."""
        self._focus_offset = None
        self._scroll_to_line(0 if direction < 0 else len(self.lines))
        self._moved()

    def action_choose(self) -> None:
        """Asks for the figure at the place being read."""
        self.post_message(self.FigureAsked(self.place))

    # -- marks on the text -------------------------------------------------------------------

    def mark_hits(self, found: Found, current: int | None) -> None:
        """Lights the hits of a query, one of them as the current one."""
        if found is not self._found:
            self._found = found
            self._hit_starts = [hit.start for hit in found.hits]
        self._current_hit = current
        self.refresh()

    def light(self, span: tuple[int, int] | None) -> None:
        """Lights one figure, or none."""
        if span != self._lit:
            self._lit = span
            self.refresh()

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line: margin, text, ruler."""
        width, lines, base = self.size.width, self.lines, self.base_style
        line = self.top + y
        segments = [Segment(" " * MARGIN, base)]
        used = MARGIN
        if line < len(lines):
            for text, style in self._pieces(line, lines, base):
                segments.append(Segment(text, style))
                used += cell_length(text)
        segments.append(Segment(" " * max(0, width - RULER - used), base))
        segments.append(Segment(" ", base + self._ruler_style(y)))
        return Strip(segments, max(width, used + RULER)).crop(0, width)

    def _pieces(self, line: int, lines: Layout, base: Style) -> list[tuple[str, Style]]:
        """The text of a line cut where its style changes."""
        start, end = lines.starts[line], lines.ends[line]
        block = lines.block(line)
        if block is None or start == end:
            return []
        layers = self._layers(start, end, block)
        cuts = sorted(
            {start, end, *(at for low, high, _ in layers for at in (low, high) if start < at < end)}
        )
        pieces: list[tuple[str, Style]] = []
        for low, high in pairwise(cuts):
            style = base
            for begin, stop, name in layers:
                if begin <= low and high <= stop:
                    style = style + self.part_style(name)
            pieces.append((self._text[low:high], style))
        return pieces

    def _layers(self, start: int, end: int, block: Block) -> list[tuple[int, int, str]]:
        """What is marked on a line, the lowest layer first: half-open spans and names of styles."""
        layers: list[tuple[int, int, str]] = []
        if block.kind in ("chapter", "section"):
            layers.append((block.start, block.end, "strong"))
        elif block.kind == "front":
            layers.append((block.start, block.end, "strong" if block.start == 0 else "muted"))
        elif block.head_end > block.start:
            layers.append((block.start, block.head_end, "topic"))
        for index in _overlapping(self._figure_starts, self._figures, start, end):
            layers.append((*self._figures[index], "figure"))
        if self._lit is not None:
            layers.append((*self._lit, "lit"))
        hits = self._found.hits
        first = max(0, bisect_left(self._hit_starts, start) - 1)
        for index in range(first, bisect_left(self._hit_starts, end)):
            name = "seal" if index == self._current_hit else "hit"
            layers.append((hits[index].start, hits[index].end, name))
        return layers

    def _ruler_style(self, y: int) -> Style:
        """The ruler's cell beside a line of the pane: a tick where hits are, the thumb where the window is."""
        total, height = max(1, len(self.lines)), max(1, self.size.height)
        low, high = y * total // height, max(y * total // height + 1, (y + 1) * total // height)
        if self._hit_starts:
            starts = self.lines.starts
            begin = starts[min(low, total - 1)] if low < len(starts) else len(self._text)
            end = starts[high] if high < len(starts) else len(self._text) + 1
            first, last = bisect_left(self._hit_starts, begin), bisect_left(self._hit_starts, end)
            if first < last:
                now = self._current_hit is not None and first <= self._current_hit < last
                return self.part_style("tick-now" if now else "tick")
        in_window = low < self.top + self.page_rows and self.top < high
        return self.part_style("thumb" if in_window and total > height else "track")

    def on_click(self, event: events.Click) -> None:
        """A click on the ruler goes there; a click on a figure asks for it."""
        event.stop()
        if event.x >= self.size.width - RULER:
            line = event.y * len(self.lines) // max(1, self.size.height)
            self._focus_offset = None
            self._scroll_to_line(line - self.page_rows // 2)
            self._moved()
            return
        offset = self.offset_at(event.x, event.y)
        if offset is not None and self.figure_at(offset) is not None:
            self.post_message(self.FigureAsked(offset))

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the character drawn at a cell of the pane; None where there is none."""
        line = self.top + y
        if line >= len(self.lines):
            return None
        cell = MARGIN
        for offset in range(self.lines.starts[line], self.lines.ends[line]):
            cell += cell_length(self._text[offset])
            if x < cell:
                return offset if x >= MARGIN else None
        return None

    def figure_at(self, offset: int) -> int | None:
        """Index of the figure that holds an offset."""
        index = bisect_right(self._figure_starts, offset) - 1
        return index if index >= 0 and offset < self._figures[index][1] else None


def _overlapping(starts: Sequence[int], spans: Sequence[tuple[int, int]], low: int, high: int) -> range:
    """Indices of the spans, sorted and apart from each other, that overlap a half-open one."""
    first = bisect_right(starts, low) - 1
    if first < 0 or spans[first][1] <= low:
        first += 1
    return range(first, bisect_left(starts, high))
