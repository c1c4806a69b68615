"""The metrics panel: comparisons, metrics of the current section or all, last year's promises, a metric through the years.

Values are never cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.report.model import Metric
from tui.widgets.bindings import bindings
from tui.widgets.metric_hits import MetricsAtHits
from tui.widgets.metric_orders import Order, Sort
from tui.widgets.metric_rows import PAST_TABS, TABS, Row, Tab, is_about, promised_or, series_key
from tui.widgets.metric_tabs import AllTab, Chosen, ComparisonTab, PanelTab, Reading, SectionTab
from tui.widgets.metric_title import PanelTitle

if TYPE_CHECKING:
    from tui.widgets.past_tabs import PastTab


class MetricsPanel(MetricsAtHits):
    """Metrics in tabs; that of the section follows the reading position, that of the years the metric in the text."""

    BINDINGS = bindings("metrics")

    class SortAsked(Message):
        """The user clicked a heading.

        Attributes:
            order: What to sort by.
        """

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    class PastNeeded(Message):
        """A tab is shown whose rows come from other reports, and which does not have them.

        Attributes:
            tab: The tab.
            subject: For the tab of the years the metric it is about; None if there is none.
        """

        def __init__(self, tab: Tab, subject: Metric | None) -> None:
            super().__init__()
            self.tab = tab
            self.subject = subject

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(prepared.report.text, id=id)
        self._report = prepared.report
        #: What the tabs are made from.
        self.reading = reading = Reading(prepared)
        self._tabs: dict[Tab, PanelTab] = {
            "comparison": ComparisonTab(reading),
            "section": SectionTab(reading),
            "all": AllTab(reading),
        }
        #: The metrics that match the filter, and the filter, unless it is shown elsewhere.
        self._chosen: Chosen = None
        self._words = ""
        #: The metric at the cursor when another tab was shown.
        self._left: Metric | None = None
        #: What the tab of the years is about then, and the row that a tab began with for want of that metric.
        self._asked: Metric | None = None
        self._begun: Row | None = None
        #: The metric that the tab of the years is about.
        self._subject: Metric | None = None
        #: The row that was chosen last, and which of its spots was shown.
        self._opened: tuple[Row, int] | None = None
        self.tab: Tab = "comparison" if self._report.comparisons else "section"

    # -- updates from the screen -------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Show the metrics of the section at an offset, scrolled to the offset unless the panel has the focus."""
        reading = self.reading
        here = reading.outline.section_at(offset)
        moved = here is not reading.here
        reading.here = here
        if not self._rows or (moved and self.tab == "section"):
            self._fill()
        is_at_hit = self._hit is not None and offset == self._hit[0]
        if is_at_hit and self._show_hit():
            return
        self._is_cursor_off_hit &= is_at_hit
        if not self.is_in_use and self.tab == "section" and self.sort == Sort():
            self._show_first_after(offset)

    def point_at(self, metric: Metric | None) -> None:
        """Move the cursor to the metric highlighted in the text; if the tab lacks it, show its section."""
        self._current = metric
        self._is_cursor_off_hit &= metric is None
        if metric is not None and self.tab == "series":
            self._make_subject(metric)
        elif metric is not None and (self._chosen is None or metric in self._chosen):
            if self.tab == "section" or not self._has(metric):
                self.tab = "section"
                self.reading.here = None
                self.follow(metric.start)
            self._select(metric)
        self.refresh()

    def show_tab(self, tab: Tab) -> None:
        """Show another tab, with the cursor on the same metric if the tab has it."""
        row = self._row_at_cursor
        if row is not None and not row.is_heading and row is not self._begun:
            self._left = self.metric or row.other or self._left
            self._asked = promised_or(row, self.metric) or self._left
        self.tab = tab
        if tab == "series":
            self._make_subject(self._asked or self._current)
            return
        self._fill()
        self._select_left()

    def _select_left(self) -> None:
        """Move the cursor to the metric it was on in another tab, or to what is said of it; note the row if there is neither."""
        metric, self._begun = self._left, None
        if metric is None:
            return
        rows = [row for row in self._rows if metric in (*row.metrics, row.other)]
        rows += [row for row in self._rows if row.is_pair and is_about(row, metric)]
        if rows:
            self._select_row(rows[0])
        else:
            self._begun = self._row_at_cursor

    def choose_metrics(self, metrics: Iterable[Metric] | None) -> None:
        """Show only rows with one of these metrics, in all tabs; None for all rows again."""
        self._chosen = None if metrics is None else frozenset(metrics)
        self._fill()

    def show_filterable(self) -> None:
        """Show all metrics if the tab has none that can be filtered."""
        if not self._tab.has_filter:
            self.show_tab("all")

    def name_filter(self, words: str) -> None:
        """Show in the title which filter rows have passed; nothing if empty."""
        self._words = words
        self.refresh()

    @property
    def shown_name(self) -> str:
        """What is shown of all rows, for the names of files: the section, the filter."""
        return " ".join(filter(None, (self._tab.name, self._words)))

    @property
    def sort(self) -> Sort:
        """How the rows of the tab are sorted."""
        return self._tab.sort

    @property
    def order_name(self) -> str:
        """What the order of the tab is called in the messages."""
        return self._tab.usual if self.sort.order == "text" else self.sort.order

    def show_sorted(self, sort: Sort) -> None:
        """Sort the rows of the tab, and begin at the first; in the order of the text the cursor stays on its metric."""
        metric = self.metric
        self._tab.sort = sort
        self._fill()
        if metric is not None and sort == Sort():
            self._select(metric)

    # -- the past ----------------------------------------------------------------------------

    def take(self, name: Tab, tab: PastTab) -> None:
        """Take a tab with what was found in other reports."""
        self._tabs[name] = tab
        if self.tab == name:
            self._fill()
            self._select_start()
            if name != "series":
                self._select_left()

    @property
    def followed(self) -> Metric | None:
        """The metric that the tab of the years is about, with the year at the cursor, if the tab is shown."""
        row = self._row_at_cursor
        if self.tab != "series" or self._subject is None or row is None or row.pair is None:
            return None
        return self._subject._replace(period=row.name)

    def show_years(self, metric: Metric) -> None:
        """Show a metric through the years, of this report or the one before."""
        self.tab = "series"
        self._make_subject(metric)

    def _make_subject(self, metric: Metric | None) -> None:
        """Have the tab of the years be about another metric."""
        has_changed = (
            self._subject is None or metric is None or series_key(metric) != series_key(self._subject)
        )
        self._subject = metric
        if has_changed:
            self._tabs.pop("series", None)
        self._fill()
        self._select_start()

    def _select_start(self) -> None:
        """Move the cursor to the row that the tab begins with."""
        start = self._past_tab.start(self._rows) if self._past_tab is not None else None
        if start is not None:
            self._select_row(start)

    @property
    def _past_tab(self) -> PastTab | None:
        """The tab that is shown, if its rows come from other reports and are there."""
        tab = self._tabs.get(self.tab)
        return tab if self.tab in PAST_TABS else None  # type: ignore[return-value]

    @property
    def other_metrics(self) -> list[Metric]:
        """Metrics of other reports that a filter is to choose from, too."""
        return [metric for tab in self._tabs.values() for metric in tab.others]

    @property
    def is_grouped_by_section(self) -> bool:
        """Whether each metric stands below the heading of its section."""
        return self._tab.is_grouped_by_section

    # -- rows --------------------------------------------------------------------------------

    @property
    def _tab(self) -> PanelTab:
        """The tab that is shown."""
        if self.tab not in self._tabs:
            from tui.widgets.past_tabs import WaitingTab  # not needed for the first screen

            self._tabs[self.tab] = WaitingTab(self.reading)
            self.post_message(self.PastNeeded(self.tab, self._subject))
        return self._tabs[self.tab]

    def _fill(self) -> None:
        tab = self._tab
        self._title_rows = tab.title_rows
        self._rows = tab.rows(self._chosen) or [Row(self._nothing())]
        self._lay_out(self.size.width)
        self.cursor, self.top = self._first_metric(), 0
        if (first := tab.first(self._rows)) is not None:
            self._select_row(first)
        self.refresh()

    def _nothing(self) -> str:
        return messages.NO_SUCH_METRICS if self._chosen == frozenset() else self._tab.nothing

    # -- keys --------------------------------------------------------------------------------

    def action_step_tab(self, direction: int) -> None:
        """Show the tab to the right (1) or left (-1)."""
        self._go_to_tab(TABS[(TABS.index(self.tab) + direction) % len(TABS)])

    def _go_to_tab(self, tab: Tab) -> None:
        self.show_tab(tab)
        if tab not in PAST_TABS:  # what is said of their rows hides the keys, which are to be seen first
            self.cursor_moved()

    def next_order(self) -> None:
        """Sort in the next order; all metrics, if the tab is not sorted."""
        if not self._tab.orders:
            self.show_tab("all")
        orders = self._tab.orders
        self.show_sorted(Sort(orders[(orders.index(self.sort.order) + 1) % len(orders)]))

    def reverse_order(self) -> None:
        """Sort the other way round; the usual order of comparisons has no other way."""
        sort = self.sort
        if self._tab.orders and (sort.order != "text" or self._tab.is_turned):
            self.show_sorted(sort.by(sort.order))

    def cursor_moved(self) -> None:
        """Tell the screen which metric the cursor is on."""
        if (row := self._row_at_cursor) is not None:
            self.post_message(self.RowReached(self.metric, row))

    def action_choose(self) -> None:
        """Show the metric at the cursor in the text; of two values one after the other: in a comparison the target first."""
        metric, row = self.metric, self._row_at_cursor
        if row is not None and row.spots:
            self._open_next_spot(row)
            return
        if metric is None or row is None:
            self.post_message(self.RowReached(None, row or Row(""), is_idle=True))
            return
        pair = row.metrics
        if metric is self._current and len(pair) > 1:
            metric = pair[0] if metric is pair[-1] else pair[-1]
        self.post_message(self.OpenMetric(metric))

    def _open_next_spot(self, row: Row) -> None:
        """Show the place a row leads to, or the next one if that was just shown."""
        is_same = self._opened is not None and self._opened[0] is row
        index = (self._opened[1] + 1) % len(row.spots) if self._opened is not None and is_same else 0
        self._opened = row, index
        self.post_message(self.OpenSpot(row.spots[index]))

    def clicked(self, event: events.Click) -> None:
        """Show the tab that was clicked, sort by a heading, or choose a row."""
        if 0 < event.y < self._title_rows:
            if (order := self._tab.order_at(event.x, self._layout)) is not None:
                self.post_message(self.SortAsked(order))
            return
        if event.y:
            super().clicked(event)
            return
        tab = self._title(self.size.width).tab_at(event.x)
        if tab is not None and tab != self.tab:
            self._go_to_tab(tab)

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name, its tabs, the number of metrics, and the section if there is room."""
        title, muted = self._title(width), self.part_style("bar-text")
        styles = {"name": Style(), "tab": self.part_style("strong"), "": muted}
        return [(text, styles[kind]) for text, kind in title.drawn]

    def _title(self, width: int) -> PanelTitle:
        return PanelTitle(self.tab, list(self._counts()), width, self.widths)

    def _counts(self) -> Iterator[str]:
        """Yield texts that say how many metrics there are, the longest one first."""
        tab = self._tab
        total = tab.count(tab.rows(None)) if self._chosen is not None else None
        counts = list(tab.counts(messages.of_all(tab.count(self._rows), total)))
        if place := self.place_of_hit:
            counts = [*(messages.at_row(count, *place) for count in counts), *counts]
        yield from messages.filtered_counts(self._words, counts) if self._words else counts

    def render_line(self, y: int) -> Strip:
        """Return one line; what explains the columns is below the title."""
        if 0 < y < self._title_rows:
            width, style = self.size.width, self.base_style + self.part_style("muted")
            return self.strip_of(self._tab.below_title(y, self._drawing, style), width, style)
        return super().render_line(y)
