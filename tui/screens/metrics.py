"""Weighing figures: from figure to figure, from the text to the panel and back, filter, details, and out to a file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tui.keys.table import Keymap
from tui.library.prepared import PreparedReport
from tui.metrics.lookup import metric_at_or_after, metric_beside
from tui.report.errors import HuijiError
from tui.report.model import Metric
from tui.screens.jumps import JumpList
from tui.screens.panes import PanesScreen
from tui.widgets.metric_rows import ORDERS
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from tui.screens.details import Details
    from tui.widgets.filter_box import FilterBox


class WeighingScreen(PanesScreen):
    """The part of the main screen that has to do with figures."""

    def __init__(self, prepared: PreparedReport, keymap: Keymap) -> None:
        super().__init__(prepared, keymap)
        self._jumps: JumpList[int] = JumpList()
        self._reading = prepared
        self._details: Details | None = None

    def action_step_metric(self, direction: int) -> None:
        """Goes to the next or previous figure."""
        metric = metric_beside(self._report.metrics, self.text_pane.place, direction)
        if metric is not None:
            self._show_metric(metric)
        else:
            self.say("后面没有指标了" if direction > 0 else "前面没有指标了")

    def _show_metric(self, metric: Metric) -> None:
        self.say("")
        self.text_pane.light((metric.start, metric.end))
        self.text_pane.show_offset(metric.start)
        self.metrics_panel.point_at(metric)

    @on(MetricsPanel.OpenMetric)
    def _open_metric(self, event: MetricsPanel.OpenMetric) -> None:
        self._jumps.leave(self.text_pane.place)
        self._show_metric(event.metric)
        self._show_text()

    @on(TextPane.MetricAsked)
    def _metric_asked(self, event: TextPane.MetricAsked) -> None:
        metric = metric_at_or_after(self._report.metrics, event.offset)
        if metric is not None:
            self._show_metric(metric)
            self.action_focus_pane("metrics")

    @on(MetricsPanel.RowReached)
    def _row_reached(self, event: MetricsPanel.RowReached) -> None:
        """Says what the row has no room for: the change and why, or where the figure stands."""
        if event.metric is None or not self.metrics_panel.has_focus:
            return
        words = ""
        if event.beside is not None and event.beside.change.words:
            words = f"{event.beside.change.sign} {event.beside.change.words} · "
        self.say(words + self._outline.path(self._outline.by_id[event.metric.node]))

    # -- choosing ----------------------------------------------------------------------------

    @cached_property
    def filter_box(self) -> FilterBox:
        """The box figures are chosen in; it is part of the screen from its first use on."""
        from tui.widgets.filter_box import FilterBox  # not needed for the first screen

        return FilterBox(id="filter")

    async def action_filter_metrics(self) -> None:
        """Asks which figures to show."""
        if not self.filter_box.is_attached:
            await self.mount(self.filter_box, after=self._hint_row)
        self.filter_box.display = True
        self._hint_row.display = False
        self.set_focus(self.filter_box)
        self._filter(self.filter_box.value)

    def _filter(self, words: str) -> None:
        """Shows the figures that fit; what is wrong with the words stands beside them, the last figures stay."""
        from tui.search.metric_filter import filter_metrics  # not needed for the first screen

        try:
            found = filter_metrics(self._report.metrics, words)
        except HuijiError as error:
            self.filter_box.complain(str(error))
            return
        self.filter_box.complain("")
        self.metrics_panel.choose_metrics(found if words.strip() else None)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    def action_end_filter(self, keep: bool) -> None:
        """Leaves the box; the figures chosen stay, or all come back."""
        if not keep:
            self.filter_box.value = ""
            self.metrics_panel.choose_metrics(None)
        self.filter_box.display = False
        self._hint_row.display = True
        self.action_focus_pane("metrics")

    def action_move_metric(self, rows: int) -> None:
        """Moves in the panel without leaving the box."""
        self.metrics_panel.action_move(rows)

    def action_next_order(self) -> None:
        """Sorts all figures otherwise, and says how."""
        self.metrics_panel.next_order()
        self.say(ORDERS[self.metrics_panel.order])

    # -- one figure, and all of them ---------------------------------------------------------

    def action_details(self) -> None:
        """Shows all that is known of the figure at the cursor, and how it was read."""
        from tui.screens.details import Details  # not needed for the first screen
        from tui.screens.dialogs import DetailsDialog

        metric = self.metrics_panel.metric
        if metric is None:
            self.say("这里没有指标")
        else:
            self._details = self._details or Details(self._reading)
            self.app.push_screen(DetailsDialog(self._details.rows(metric)))

    def action_export(self, what: str) -> None:
        """Writes figures, or results beside targets, as CSV for spreadsheets into the present folder."""
        from tui.screens.exporting import export_csv  # not needed for the first screen

        try:
            self.say(f"已写入 {export_csv(self._report, what)}")
        except HuijiError as error:
            self.say(str(error))
