"""The metrics panel: comparisons, metrics of the current section, or all metrics. Values are never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.messages.metrics import MEASURE_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric, Node
from tui.typeset.cells import NARROW, cell_length
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.metric_drawing import RowDrawing
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_rows import (
    ORDERS,
    TABS,
    Order,
    Row,
    Source,
    Tab,
    all_rows,
    comparison_rows,
    row_at_hit,
    section_rows,
)


class MetricsPanel(LineView):
    """Metrics in three tabs; that of the section follows the reading position."""

    BINDINGS = bindings("metrics")

    class OpenMetric(Message):
        """The user wants to see a metric in its sentence.

        Attributes:
            metric: The metric.
        """

        def __init__(self, metric: Metric) -> None:
            super().__init__()
            self.metric = metric

    class RowReached(Message):
        """The user moved the cursor to another row.

        Attributes:
            metric: The metric there, None on a heading.
            comparison: The comparison there, if the row shows one.
        """

        def __init__(self, metric: Metric | None, comparison: ComparisonRow | None) -> None:
            super().__init__()
            self.metric = metric
            self.comparison = comparison

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id)
        self._outline = prepared.outline
        self._report = prepared.report
        self._comparisons = prepared.comparison_rows
        self._here: Node | None = None
        #: The section whose metrics are shown: that one, or the next one with metrics.
        self._section: Node | None = None
        self._rows: list[Row] = []
        self._layout = PanelLayout((), 0, NARROW)
        #: The metric highlighted in the text too.
        self._current: Metric | None = None
        #: Ids of the metrics that match the filter; None without a filter.
        self._chosen: frozenset[str] | None = None
        #: The span of the current hit of a search.
        self._hit: tuple[int, int] | None = None
        self.tab: Tab = "comparison" if self._report.comparisons else "section"
        self.order: Order = "text"

    # -- updates from the screen -------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Show the metrics of the section at an offset, scrolled to the offset unless the panel has the focus."""
        here = self._outline.section_at(offset)
        moved = here is not self._here
        self._here = here
        if not self._rows or (moved and self.tab == "section"):
            self._fill()
        if self._hit is not None and offset == self._hit[0] and self._show_hit():
            return
        if not self.is_in_use and self.tab == "section":
            self._show_first_after(offset)

    def follow_hit(self, hit: tuple[int, int] | None) -> None:
        """Move the cursor to the row that is about a hit of a search, if the tab has one; None if there is no hit."""
        with self.changing():
            self._hit = hit
            self._show_hit()
            self.refresh()

    def _show_hit(self) -> bool:
        """Move the cursor to the row that is about the current hit; return whether there is one."""
        row = row_at_hit(self._rows, self._report.text, *self._hit) if self._hit is not None else None
        if row is not None:
            self._show_line(next(at for at, line in enumerate(self._layout.lines) if line.row is row))
        return row is not None

    @property
    def _found(self) -> str:
        """The text of the current hit."""
        return self._report.text[slice(*self._hit)] if self._hit is not None else ""

    def point_at(self, metric: Metric | None) -> None:
        """Move the cursor to the metric highlighted in the text; if the tab lacks it, show its section."""
        self._current = metric
        if metric is not None and self._is_chosen(metric):
            if self.tab == "section" or not self._has(metric):
                self.tab = "section"
                self._here = None
                self.follow(metric.start)
            self._select(metric)
        self.refresh()

    def show_tab(self, tab: Tab) -> None:
        """Show another tab, with the cursor on the same metric if the tab has it."""
        metric = self.metric
        self.tab = tab
        self._fill()
        if metric is not None and self._has(metric):
            self._select(metric)

    def choose_metrics(self, metrics: Iterable[Metric] | None) -> None:
        """Show only rows with one of these metrics, in all tabs; None for all rows again."""
        self._chosen = None if metrics is None else frozenset(metric.id for metric in metrics)
        self._fill()

    def show_order(self, order: Order) -> None:
        """Show all metrics in another order."""
        self.order = order
        self.show_tab("all")

    @property
    def metric(self) -> Metric | None:
        """The metric at the cursor; of a comparison the one shown last, else the target."""
        row = self._row_at_cursor
        if row is None or not row.metrics:
            return None
        return self._current if self._current in row.metrics else row.metrics[-1]

    @property
    def is_grouped_by_section(self) -> bool:
        """Whether each metric stands below the heading of its section."""
        return self.tab == "section" or (self.tab == "all" and self.order == "text")

    @property
    def shown_comparisons(self) -> list[ComparisonRow]:
        """The comparisons in the rows of the tab."""
        return [row.comparison for row in self._rows if row.comparison is not None]

    @property
    def shown_metrics(self) -> list[Metric]:
        """The metrics in the rows of the tab, in the order of the text."""
        metrics = {metric.id: metric for row in self._rows for metric in row.metrics}
        return sorted(metrics.values(), key=lambda metric: metric.start)

    # -- rows --------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._title_rows = 2 if self.tab == "comparison" else 1
        self._rows = self._rows_shown(filtered=True) or [Row(self._nothing())]
        self._lay_out(self.size.width)
        self.cursor, self.top = self._first_metric(), 0
        self.refresh()

    def _rows_shown(self, filtered: bool) -> list[Row]:
        """Return the rows of the tab: all of them, or those that match the filter."""
        is_all = self._chosen is None or not filtered
        if self.tab == "comparison":
            comparisons = (
                self._comparisons if is_all else filter(self._is_comparison_chosen, self._comparisons)
            )
            return comparison_rows(self._outline, comparisons)
        metrics = self._report.metrics
        source = Source(self._outline, metrics if is_all else tuple(filter(self._is_chosen, metrics)))
        if self.tab == "all":
            return all_rows(source, self.order, MEASURE_NAMES)
        if self._here is None:
            return []
        self._section, rows = section_rows(source, self._here)
        return rows

    def _is_chosen(self, metric: Metric) -> bool:
        return self._chosen is None or metric.id in self._chosen

    def _is_comparison_chosen(self, comparison: ComparisonRow) -> bool:
        return any(metric and self._is_chosen(metric) for metric in (comparison.actual, comparison.target))

    def _nothing(self) -> str:
        if self._chosen is not None and not self._chosen:
            return messages.NO_SUCH_METRICS
        return messages.NO_COMPARISONS if self.tab == "comparison" else messages.NO_METRICS_HERE

    def _has(self, metric: Metric) -> bool:
        return any(metric in row.metrics for row in self._rows)

    # -- lines and the cursor ----------------------------------------------------------------

    def _lay_out(self, width: int) -> None:
        """Break the rows into lines of a width, with the cursor on the same row."""
        if self._layout.rows is self._rows and self._layout.width == width:
            return
        row = self._row_at_cursor
        self._layout = PanelLayout(self._rows, width, self.widths)
        if row is not None:
            lines = self._layout.lines
            self.cursor = next((at for at, line in enumerate(lines) if line.row is row), self.cursor)

    def draw(self, size: Size) -> list[Strip]:
        """Return all lines, laid out for the size."""
        self._lay_out(size.width)
        return super().draw(size)

    @property
    def _row_at_cursor(self) -> Row | None:
        lines = self._layout.lines
        return lines[self.cursor].row if self.cursor < len(lines) else None

    def _stops_at(self, index: int) -> bool:
        """Return whether the cursor can be on a line: not on headings and second lines."""
        line = self._layout.lines[index]
        return line.is_first and bool(line.row.metrics)

    def _first_metric(self) -> int:
        return next((index for index in range(self.row_count()) if self._stops_at(index)), 0)

    def _show_first_after(self, offset: int) -> None:
        """Move the cursor to the first metric that ends after an offset."""
        for index, line in enumerate(self._layout.lines):
            if line.row.metrics and line.row.metrics[0].end > offset:
                self._show_line(index)
                return

    def _select(self, metric: Metric) -> None:
        for index, line in enumerate(self._layout.lines):
            if metric in line.row.metrics:
                self._show_line(index)
                return

    def keep_in_view(self) -> None:
        """Scroll to the cursor after a change of size."""
        self._lay_out(self.size.width)
        self._show_line(self.cursor)

    def _show_line(self, index: int) -> None:
        """Move the cursor to a line; if it is not clear of the edges, scroll its heading to the top."""
        before = self.cursor, self.top
        self.cursor = index
        lines = self._layout.lines
        first = index - 1 if index and lines[index - 1].row.is_heading else index
        if self.size.height and not (self.top <= first and index < self.top + self.page_rows - 2):
            heading = next((at for at in range(index, -1, -1) if lines[at].row.is_heading), index)
            self.top = max(0, min(heading, self.row_count() - self.page_rows))
            self.reveal(index, margin=1)
        if (self.cursor, self.top) != before:
            self.refresh()

    # -- keys --------------------------------------------------------------------------------

    def action_step_tab(self, direction: int) -> None:
        """Show the tab to the right (1) or left (-1)."""
        self.show_tab(TABS[(TABS.index(self.tab) + direction) % len(TABS)])
        self.cursor_moved()

    def next_order(self) -> None:
        """Show all metrics in the next order."""
        self.show_order(ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    def move_cursor(self, row: int) -> None:
        """Move the cursor to a metric, skipping headings and second lines."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        order = range(row, self.row_count()) if down else range(row, -1, -1)
        target = next(filter(self._stops_at, order), self.cursor)
        super().move_cursor(target)
        if target and self._layout.lines[target - 1].row.is_heading:
            self.reveal(target - 1)
        if target + 1 < self.row_count() and not self._layout.lines[target + 1].is_first:
            self.reveal(target + 1)
        self.reveal(target)

    def row_at(self, y: int) -> int | None:
        """Return the first line of the row that is drawn on a line of the pane."""
        index = super().row_at(y)
        while index and not self._layout.lines[index].is_first:
            index -= 1
        return index

    def cursor_moved(self) -> None:
        """Tell the screen which metric the cursor is on."""
        row = self._row_at_cursor
        if row is not None:
            self.post_message(self.RowReached(self.metric, row.comparison))

    def action_choose(self) -> None:
        """Show the metric at the cursor in the text; of a comparison the target first, then the actual value."""
        metric, row = self.metric, self._row_at_cursor
        if metric is None or row is None:
            return
        pair = row.metrics
        if metric is self._current and len(pair) > 1:
            metric = pair[0] if metric is pair[-1] else pair[-1]
        self.post_message(self.OpenMetric(metric))

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return how many lines there are."""
        return len(self._layout.lines)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name, its tabs, the number of metrics, and the section if there is room."""
        muted, strong = self.part_style("bar-text"), self.part_style("strong")
        pieces = [(messages.METRICS_TITLE, Style())]
        pieces += [
            (
                messages.tab_name(messages.TAB_NAMES[tab], tab == self.tab),
                strong if tab == self.tab else muted,
            )
            for tab in TABS
        ]
        room = width - sum(cell_length(text, self.widths) for text, _ in pieces)
        lengths = ((text, cell_length(text, self.widths)) for text in self._counts())
        right, cells = next(((text, cells) for text, cells in lengths if cells <= room - 2), ("", 0))
        return [
            *pieces,
            (" " * max(0, room - cells - 1), muted),
            (right, muted),
            (" ", muted),
        ]

    def _counts(self) -> Iterator[str]:
        """Yield texts that say how many metrics there are, the longest one first."""
        shown, total = _count(self._rows, self.tab), None
        if self._chosen is not None:
            total = _count(self._rows_shown(filtered=False), self.tab)
        count = messages.of_all(shown, total)
        if self.tab == "comparison":
            yield messages.pair_count(count)
            return
        if self.tab == "section" and self._section is not None:
            yield messages.section_metric_count(self._outline.short_name(self._section), count)
        yield messages.metric_count(count)

    @property
    def _drawing(self) -> RowDrawing:
        return RowDrawing(self._layout, self.part_style, self.base_style, self._current, self._found)

    def render_line(self, y: int) -> Strip:
        """Return one line; the years of comparisons are below the title."""
        if y == 1 and self.tab == "comparison":
            front, width = self._report.front, self.size.width
            years = str(front.review_year or messages.ACTUAL), str(front.plan_year or messages.TARGET)
            style = self.base_style + self.part_style("muted")
            return self.strip_of(self._drawing.years(*years, style), width, style)
        return super().render_line(y)

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a line: of a heading, a metric, or a comparison."""
        line = self._layout.lines[index]
        is_current = not line.row.is_heading and line.row is self._row_at_cursor
        fill = self.base_style + self.cursor_style if is_current else self.base_style
        return self.strip_of(self._drawing.pieces(line, fill), width, fill)


def _count(rows: Iterable[Row], tab: Tab) -> int:
    """Return how many rows of a tab count: pairs or metrics."""
    return sum(len(row.metrics) > (1 if tab == "comparison" else 0) for row in rows)
