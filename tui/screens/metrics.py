"""Metrics on the screen: from one to the next, from text to panel and back, filter, details."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.library.prepared import PreparedReport
from tui.messages import panes as panes_text
from tui.messages import screens as messages
from tui.metrics.lookup import metric_at_or_after, metric_beside
from tui.report.errors import HuijiError
from tui.report.model import Metric
from tui.report.sentences import sentence_at
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.visits import ViewKind
from tui.widgets.inputs import FilterBox
from tui.widgets.metric_orders import BY_SIZE, Order, Sort
from tui.widgets.metric_rows import Row

if TYPE_CHECKING:
    from tui.screens.details import Details


@dataclass(eq=False, repr=False)
class MetricsController:
    """Keeps a metric highlighted in the text and at the cursor of the panel, and acts on those in the panel."""

    _prepared: PreparedReport
    _panes: Panes
    _navigation: Navigation
    _say: Callable[[str], None]
    _show_dialog: Callable[[str], None]
    _details: Details | None = None
    #: The filter that the metrics shown have passed; what is in the box may be wrong.
    _filter: str = ""

    # -- going from one to another -----------------------------------------------------------

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) metric."""
        metric = metric_beside(self._prepared.report.metrics, self._navigation.offset, direction)
        if metric is not None:
            self._show(metric)
        else:
            self._say(messages.LAST_METRIC if direction > 0 else messages.FIRST_METRIC)

    def _show(self, metric: Metric) -> None:
        self._say("")
        self._panes.text_pane.highlight_metric((metric.start, metric.end))
        self._panes.text_pane.show_offset(metric.start)
        self._panes.metrics_panel.point_at(metric)

    def highlight_at(self, offset: int) -> None:
        """Highlight the metric at an offset, if one begins there."""
        metric = metric_at_or_after(self._prepared.report.metrics, offset)
        if metric is not None and metric.start == offset:
            self._show(metric)

    def open_in_text(self, metric: Metric) -> None:
        """Show a metric of the panel in its sentence."""
        self._navigation.leave()
        self._show(metric)
        self._panes.focus_text()

    def open_in_panel(self, offset: int) -> None:
        """Show the metric at an offset of the text, or another one of its sentence, in the panel; say so if there is none."""
        metric = self._in_sentence(offset)
        if metric is not None:
            self._show(metric)
            self._panes.focus("metrics")
        else:
            self._say_none(offset)

    def _in_sentence(self, offset: int) -> Metric | None:
        """Return the metric at an offset, or else the next one of the sentence, or its first; None if it has none."""
        metrics = self._prepared.report.metrics
        start, end = sentence_at(self._prepared.report.text, offset)
        found = (metric_at_or_after(metrics, at) for at in (offset, start))
        return next((metric for metric in found if metric is not None and metric.start < end), None)

    def _say_none(self, offset: int) -> None:
        """Say that a sentence has no metric, and where the next one is."""
        outline, following = self._prepared.outline, metric_at_or_after(self._prepared.report.metrics, offset)
        where = outline.path(outline.by_id[following.node]) if following is not None else ""
        self._say(panes_text.next_metric_in(where))

    def explain_row(self, metric: Metric | None, row: Row, is_idle: bool = False) -> None:
        """Say what the row at the cursor has no room for: the change and why, and where the metric stands.

        One that leads nowhere is told to have no metric if it was chosen. A row below the heading of its section needs no explanation: the hints are
        shown.
        """
        self._say("")
        panel = self._panes.metrics_panel
        if row.remark and panel.has_focus:
            self._say(row.remark)
        elif is_idle:
            self._say(messages.NO_METRIC_HERE)
        if metric is None or row.remark or not panel.has_focus or panel.is_grouped_by_section:
            return
        comparison = row.comparison
        has_text = comparison is not None and comparison.change.text
        change = f"{comparison.change.sign} {comparison.change.text} · " if comparison and has_text else ""
        outline = self._prepared.outline
        self._say(change + outline.path(outline.by_id[metric.node]))

    def sort(self) -> None:
        """Sort the metrics of the panel in the next order, and say which."""
        self._panes.focus("metrics")
        self._panes.metrics_panel.next_order()
        self._say_order()

    def sort_by(self, order: Order) -> None:
        """Sort the metrics of the panel by a column, or the other way round if they are; say how."""
        panel = self._panes.metrics_panel
        if order != panel.sort.order:
            panel.show_sorted(Sort(order))
        else:
            panel.reverse_order()
        self._say_order()

    def reverse_order(self) -> None:
        """Sort the metrics of the panel the other way round, and say how."""
        self._panes.metrics_panel.reverse_order()
        self._say_order()

    def _say_order(self) -> None:
        panel = self._panes.metrics_panel
        order, is_reversed = panel.sort
        self._say(panes_text.order_text(panel.order_name, order in BY_SIZE, is_reversed))

    def words_for(self, kind: ViewKind) -> tuple[str, ...]:
        """Return what a table across reports is about: indicator and measure of the metric at hand, for those of one indicator.

        That is the metric at the cursor of the panel, else the main indicator at the reading position, if there is one.
        """
        if kind not in ("series", "ranking"):
            return ()
        metric = self._panes.metrics_panel.metric if self._panes.focused == "metrics" else None
        if metric is not None:
            return metric.canonical or metric.indicator, metric.measure
        metric = metric_at_or_after(self._prepared.report.metrics, self._navigation.offset)
        return (metric.canonical, "") if metric is not None and metric.canonical else ()

    # -- filtering ---------------------------------------------------------------------------

    async def start_filter(self) -> None:
        """Ask which metrics to show; the box takes the place of the status bar."""
        box = self._panes.filter_box
        if box is None:
            bar, panel = self._panes.status_bar, self._panes.metrics_panel
            box = self._panes.filter_box = FilterBox(bar, panel, id="filter", when_closed=self._name_filter)
            await self._panes.screen.mount(box, after=bar)
        if self._panes.screen.focused is not box:  # a key of the same burst may have given it the focus
            self._panes.focus("metrics")
        self._panes.metrics_panel.show_filterable()
        self._panes.metrics_panel.name_filter("")
        box.open()
        self.filter(box.value)

    def take_text(self, text: str, search: Callable[[str], object]) -> None:
        """Filter the panel by text that is typed or pasted while it has the focus, as tables do; else search for it."""
        if self._panes.focused == "metrics":
            self._panes.screen.call_later(self._filter_by, text)
        else:
            search(text)

    async def _filter_by(self, text: str) -> None:
        await self.start_filter()
        if self._panes.filter_box is not None:
            self._panes.filter_box.insert_text(text)

    def filter(self, query: str) -> None:
        """Show the metrics that match; if the query is wrong, say why and keep those shown."""
        from tui.search.metric_filter import filter_metrics  # not needed for the first screen

        box = self._panes.filter_box
        assert box is not None  # it is where the query was typed
        try:
            panel = self._panes.metrics_panel
            prepared = self._prepared
            metrics = [*prepared.report.metrics, *panel.other_metrics]
            matching = filter_metrics(metrics, query, prepared.outline)
        except HuijiError as error:
            box.show_error(str(error))
            return
        box.show_error("")
        self._filter = query.strip()
        panel.choose_metrics(matching if self._filter else None)

    def _name_filter(self) -> None:
        self._panes.metrics_panel.name_filter(self._filter)

    def clear_filter(self) -> bool:
        """Show all metrics again, and say so; return False if they are shown."""
        box = self._panes.filter_box
        if box is None or not self._panes.is_filtered:
            return False
        box.value = self._filter = ""
        self._panes.metrics_panel.choose_metrics(None)
        self._name_filter()
        self._say(panes_text.ALL_METRICS)
        return True

    def leave(self) -> None:
        """Show all metrics again if they are filtered, else go to the text."""
        if not self.clear_filter():
            self._panes.focus("text")

    def end_filter(self, keep: bool) -> None:
        """Leave the box; keep the metrics that match, or show all of them again."""
        if not keep:
            self.clear_filter()
        self._panes.focus("metrics")

    def move(self, rows: int) -> None:
        """Move the cursor of the panel without leaving the box."""
        self._panes.metrics_panel.action_move(rows)

    # -- details -----------------------------------------------------------------------------

    def show_details(self) -> None:
        """Show all that is known of the metric at the cursor, and by which rules it was read.

        In the text that is one of the sentence being read, as :meth:`open_in_panel` takes it.
        """
        from tui.screens.details import Details  # not needed for the first screen
        from tui.screens.dialogs import DetailsDialog

        is_of_panel = self._panes.focused == "metrics"
        offset = self._navigation.offset
        metric = self._panes.metrics_panel.metric if is_of_panel else self._in_sentence(offset)
        if metric is None and is_of_panel:
            self._say(messages.NO_METRIC_HERE)
        elif metric is None:
            self._say_none(offset)
        else:
            self._details = self._details or Details(self._prepared)
            self._show_dialog(messages.DETAILS_KEYS)
            rows = self._details.rows(metric)
            self._panes.screen.app.push_screen(DetailsDialog(rows), lambda _: self._show_dialog(""))
