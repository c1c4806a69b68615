"""The metrics panel: comparisons, metrics of the current section, or all metrics. Values are never cut."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.messages.metrics import MEASURE_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_short_value, format_value
from tui.report.model import Metric, Node
from tui.typeset.cells import NARROW, cell_length, cut, pad, pad_left
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.metric_rows import (
    ORDERS,
    TABS,
    Order,
    Row,
    Tab,
    ValueColumns,
    all_rows,
    rows_of_comparisons,
    section_rows,
)
from tui.widgets.styles import status_style

#: Cells of the bar of a percentage, and of the name next to it at least.
_BAR_CELLS, _NAME_CELLS_WITH_BAR = 6, 12
_SIGN_STYLES = {"▲": "up", "▼": "down"}


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
        self._columns = ValueColumns((), NARROW)
        #: The metric highlighted in the text too.
        self._current: Metric | None = None
        self._chosen: list[Metric] | None = None
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
        if not self.is_in_use and self.tab == "section":
            self._show_first_after(offset)

    def point_at(self, metric: Metric | None) -> None:
        """Move the cursor to the metric highlighted in the text; if the tab lacks it, show its section."""
        self._current = metric
        if metric is not None:
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

    def choose_metrics(self, metrics: list[Metric] | None) -> None:
        """Show only these of all metrics; None for all of them again."""
        self._chosen = metrics
        self.tab = "all"
        self._fill()

    def show_order(self, order: Order) -> None:
        """Show all metrics in another order."""
        self.order = order
        self.show_tab("all")

    @property
    def metric(self) -> Metric | None:
        """The metric at the cursor; of a comparison the one shown last, else the target."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        if row is None or not row.metrics:
            return None
        return self._current if self._current in row.metrics else row.metrics[-1]

    @property
    def is_grouped_by_section(self) -> bool:
        """Whether each metric stands below the heading of its section."""
        return self.tab == "section" or (self.tab == "all" and self.order == "text")

    def _fill(self) -> None:
        self._title_rows = 2 if self.tab == "comparison" else 1
        if self.tab == "comparison":
            self._rows = rows_of_comparisons(self._comparisons)
        elif self.tab == "all":
            chosen = self._report.metrics if self._chosen is None else self._chosen
            rows = all_rows(self._outline, chosen, self.order, MEASURE_NAMES)
            self._rows = rows or [Row(messages.NO_SUCH_METRICS)]
        elif self._here is not None:
            self._section, self._rows = section_rows(self._outline, self._here)
        self._columns = ValueColumns(self._rows, self.widths)
        self.cursor, self.top = self._first_metric(), 0
        self.refresh()

    def _has(self, metric: Metric) -> bool:
        return any(metric in row.metrics for row in self._rows)

    def _first_metric(self) -> int:
        return next((index for index, row in enumerate(self._rows) if row.metrics), 0)

    def _show_first_after(self, offset: int) -> None:
        """Move the cursor to the first metric that ends after an offset."""
        for index, row in enumerate(self._rows):
            if row.metrics and row.metrics[0].end > offset:
                self._show_row(index)
                return

    def _select(self, metric: Metric) -> None:
        for index, row in enumerate(self._rows):
            if metric in row.metrics:
                self._show_row(index)
                return

    def keep_in_view(self) -> None:
        """Scroll to the cursor after a change of size."""
        self._show_row(self.cursor)

    def _show_row(self, index: int) -> None:
        """Move the cursor to a row; if it is not clear of the edges, scroll its heading to the top."""
        before = self.cursor, self.top
        self.cursor = index
        if self.size.height and not self.top <= index < self.top + self.page_rows - 2:
            heading = next((at for at in range(index, -1, -1) if not self._rows[at].metrics), index)
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
        """Move the cursor to a metric, skipping headings."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        order = range(row, self.row_count()) if down else range(row, -1, -1)
        target = next((index for index in order if self._rows[index].metrics), self.cursor)
        super().move_cursor(target)
        if target and not self._rows[target - 1].metrics:
            self.reveal(target - 1)
            self.reveal(target)

    def cursor_moved(self) -> None:
        """Tell the screen which metric the cursor is on."""
        if self.cursor < len(self._rows):
            self.post_message(self.RowReached(self.metric, self._rows[self.cursor].comparison))

    def action_choose(self) -> None:
        """Show the metric at the cursor in the text; of a comparison the target first, then the actual value."""
        metric = self.metric
        if metric is None:
            return
        pair = self._rows[self.cursor].metrics
        if metric is self._current and len(pair) > 1:
            metric = pair[0] if metric is pair[-1] else pair[-1]
        self.post_message(self.OpenMetric(metric))

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return how many metrics and headings there are."""
        return len(self._rows)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name, its tabs, the number of metrics, and the section if there is room."""
        muted, strong = self.part_style("bar-text"), Style()
        pieces = [(messages.METRICS_TITLE, Style())]
        pieces += [(f" {messages.TAB_NAMES[tab]}", strong if tab == self.tab else muted) for tab in TABS]
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
        count = sum(bool(row.metrics) for row in self._rows)
        if self.tab == "comparison":
            yield messages.pair_count(sum(len(row.metrics) > 1 for row in self._rows))
        if self.tab == "section" and self._section is not None:
            yield messages.section_metric_count(self._outline.short_name(self._section), count)
        if self.tab != "comparison":
            yield messages.metric_count(count)

    def render_line(self, y: int) -> Strip:
        """Return one line; the years of comparisons are below the title."""
        if y == 1 and self.tab == "comparison":
            front, style = self._report.front, self.base_style + self.part_style("muted")
            width = self.size.width
            years = str(front.review_year or messages.ACTUAL), str(front.plan_year or messages.TARGET)
            columns = self._in_columns((messages.INDICATOR, *years), width, style, [style] * 4)
            return self.strip_of(columns, width, style)
        return super().render_line(y)

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a row: a heading, a metric, or a comparison."""
        row = self._rows[index]
        base = self.base_style
        if not row.metrics and row.comparison is None:
            style = base + self.part_style("strong")
            return self.strip_of([(" " + cut(row.name, max(1, width - 2), self.widths), style)], width, base)
        fill = base + self.cursor_style if index == self.cursor else base
        if row.comparison:
            return self.strip_of(self._comparison_pieces(row, row.comparison, width, fill), width, fill)
        return self.strip_of(self._metric_pieces(row, width, fill), width, fill)

    def _metric_pieces(self, row: Row, width: int, fill: Style) -> list[tuple[str, Style]]:
        metric, widths = row.metrics[0], self.widths
        value = cut(format_value(metric), max(1, width - 2), widths)
        room = width - cell_length(value, widths) - 4
        bar = list(self._bar(metric, fill)) if room >= _NAME_CELLS_WITH_BAR + _BAR_CELLS + 1 else []
        room -= _BAR_CELLS + 1 if bar else 0
        name = cut(row.name, room, widths) if room > 1 else ""
        gap = max(0, room - cell_length(name, widths) + 1)
        return [
            ("  ", fill), (name, fill), (" " * gap, fill), *bar,
            (value, fill + self._value_style(metric)), (" ", fill),
        ]  # fmt: skip

    def _bar(self, metric: Metric, fill: Style) -> Iterator[tuple[str, Style]]:
        """Yield a small bar for a share or the completion of a plan."""
        if metric.measure not in ("share", "completion") or metric.unit != "%" or len(metric.value) > 1:
            return
        cells = min(_BAR_CELLS, round(_BAR_CELLS * float(metric.value[0]) / 100))
        yield " " * cells, self.part_style("bar-full")
        yield " " * (_BAR_CELLS - cells), self.part_style("bar-empty")
        yield " ", fill

    def _comparison_pieces(
        self, row: Row, comparison: ComparisonRow, width: int, fill: Style
    ) -> list[tuple[str, Style]]:
        actual, target = comparison.actual, comparison.target
        if target is None:
            name = pad(row.name, max(4, width // 2 - 2), self.widths)
            room = max(1, width - cell_length(name, self.widths) - 3)
            text = cut(comparison.target_text, room, self.widths)
            return [(" ", fill), (f"{name} ", fill), (text, fill + self.part_style("muted"))]
        same_measure = actual is None or actual.measure == target.measure
        format_ = format_short_value if same_measure else format_value
        sign = comparison.sign
        styles = [
            fill,
            fill + (self._value_style(actual) if actual else self.part_style("muted")),
            fill + self.part_style(_SIGN_STYLES.get(sign, "muted")),
            fill + self._value_style(target),
        ]
        texts = row.name, format_(actual) if actual else "", format_(target)
        return self._in_columns(texts, width, fill, styles, sign)

    def _in_columns(
        self, texts: tuple[str, str, str], width: int, fill: Style, styles: list[Style], sign: str = ""
    ) -> list[tuple[str, Style]]:
        """Return name, actual value, sign and target in columns."""
        name, actual, target = texts
        widths = self.widths
        sign = pad(sign, 2, widths)
        cells = self._columns.cells(actual, target, width - cell_length(sign, widths) - 3)
        return [
            (" ", fill), (pad(name, cells[0], widths), styles[0]), (" ", fill),
            (pad_left(actual, cells[1], widths), styles[1]),
            (" " + sign, styles[2]), (pad(target, cells[2], widths), styles[3]),
        ]  # fmt: skip

    def _value_style(self, metric: Metric) -> Style:
        if metric is self._current:
            return self.part_style("current-metric")
        return self.part_style(status_style(metric))
