"""The figures of the section being read. A value is always whole; a name may end in …."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from tui.metrics.wording import shown_value
from tui.reader.cells import cell_length, cut
from tui.report.model import Metric, Node
from tui.report.outline import OVERVIEW, Outline
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView, strip_of

_NAMELESS = "（未名）"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, or the name of the topic the figures below it stand in."""

    metric: Metric | None
    name: str


class MetricsPanel(LineView):
    """Follows the reading: figures of its section, grouped by topic."""

    BINDINGS = bindings("metrics")

    @dataclass
    class OpenMetric(Message):
        """Show a figure in its sentence.

        Attributes:
            metric: The figure.
        """

        metric: Metric

    def __init__(self, outline: Outline, *, id: str) -> None:
        super().__init__(id=id)
        self._outline = outline
        self._here: Node | None = None
        self._scope: Node | None = None
        self._rows: list[Row] = []
        self._current: Metric | None = None

    # -- what it is told ---------------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Shows the figures of the section an offset is in, those at the offset first, unless a person is here."""
        here = self._outline.section_at(offset)
        if here is not self._here:
            self._here = here
            self._scope, self._rows = self._nearest_figures(here)
            self.cursor, self.top = self._first_figure(), 0
            self.refresh()
        if not self.has_focus:
            self._bring_to(offset)

    def point_at(self, metric: Metric | None) -> None:
        """Puts the cursor on a figure, which the text lights too."""
        self._current = metric
        if metric is not None:
            self.follow(metric.start)
            self._select(metric)
        self.refresh()

    def _nearest_figures(self, here: Node) -> tuple[Node, list[Row]]:
        """The section being read with its figures; where it has none, the next one that has some, named as such."""
        rows = self._rows_of(here)
        if rows:
            return here, rows
        ahead = next((metric for metric in self._outline.report.metrics if metric.start >= here.start), None)
        if ahead is None:
            return here, [Row(None, "此处没有指标")]
        scope = self._outline.section_at(ahead.start)
        name = self._outline.short_name(self._outline.by_id[ahead.node])
        return scope, [Row(None, f"此处没有指标，往下是{name}："), *self._rows_of(scope)]

    def _rows_of(self, scope: Node) -> list[Row]:
        rows: list[Row] = []
        group = None
        overview_only = scope.level == "chapter" and any(child.level == "section" for child in scope.children)
        for metric in self._outline.report.metrics:
            if not scope.own_start <= metric.start < (scope.own_end if overview_only else scope.end):
                continue
            if metric.node != group:
                group = metric.node
                node = self._outline.by_id[group]
                rows.append(Row(None, OVERVIEW if node is scope else self._outline.label(node)))
            rows.append(Row(metric, metric.indicator or _NAMELESS))
        return rows

    def _first_figure(self) -> int:
        return next((index for index, row in enumerate(self._rows) if row.metric), 0)

    def _bring_to(self, offset: int) -> None:
        """Puts the cursor on the first figure that ends after an offset."""
        for index, row in enumerate(self._rows):
            if row.metric is not None and row.metric.end > offset:
                self._show_row(index)
                return

    def _select(self, metric: Metric) -> None:
        for index, row in enumerate(self._rows):
            if row.metric is metric:
                self._show_row(index)

    def keep_in_view(self) -> None:
        """Shows the cursor's row."""
        self._show_row(self.cursor)

    def _show_row(self, index: int) -> None:
        """Puts the cursor on a row; if that is not well in view, its topic comes to the top."""
        self.cursor = index
        if self.size.height and not self.top <= index < self.top + self.page_rows - 2:
            topic = next((at for at in range(index, -1, -1) if self._rows[at].metric is None), index)
            self.top = max(0, min(topic, self.row_count() - self.page_rows))
            self.reveal(index, margin=1)
        self.refresh()

    # -- keys --------------------------------------------------------------------------------

    def move_cursor(self, row: int) -> None:
        """Puts the cursor on a figure, passing over the names of topics."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        order = range(row, self.row_count()) if down else range(row, -1, -1)
        target = next((index for index in order if self._rows[index].metric), self.cursor)
        super().move_cursor(target)
        if target and self._rows[target - 1].metric is None:
            self.reveal(target - 1)
            self.reveal(target)

    def action_choose(self) -> None:
        """Shows the figure at the cursor in the text."""
        if self.cursor < len(self._rows):
            metric = self._rows[self.cursor].metric
            if metric is not None:
                self.post_message(self.OpenMetric(metric))

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Figures and names of topics."""
        return len(self._rows)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """The pane's name, the section, how many figures it has."""
        count = sum(row.metric is not None for row in self._rows)
        name = self._outline.short_name(self._scope) if self._scope else ""
        if self._scope and self._scope.level == "section":
            name = self._outline.path(self._scope)
        right = f"{count} 项 "
        left = cut(f" 3 指标 {name}", max(0, width - cell_length(right) - 1))
        return [
            (left, Style()),
            (" " * (width - cell_length(left) - cell_length(right)), Style()),
            (right, Style()),
        ]

    def row_strip(self, index: int, width: int) -> Strip:
        """A row: name, value."""
        row = self._rows[index]
        base = self.base_style
        if row.metric is None:
            style = base + self.part_style("strong")
            return strip_of([(" " + cut(row.name, max(1, width - 2)), style)], width, base)
        metric = row.metric
        fill = base + self.cursor_style if index == self.cursor else base
        value = cut(shown_value(metric), max(1, width - 2))
        room = width - cell_length(value) - 4
        name = cut(row.name, room) if room > 1 else ""
        gap = max(0, width - 2 - cell_length(name) - cell_length(value) - 1)
        return strip_of(
            [
                ("  ", fill),
                (name, fill),
                (" " * gap, fill),
                (value, fill + self._value_style(metric)),
                (" ", fill),
            ],
            width,
            fill,
        )

    def _value_style(self, metric: Metric) -> Style:
        if metric is self._current:
            return self.part_style("lit")
        return self.part_style(metric.status if metric.status in ("achieved", "target") else "muted")
