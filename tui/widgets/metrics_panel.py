"""The figures at the right: results beside targets, those of the section being read, or all. A value is always whole."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import MEASURE_NAMES, format_short_value, format_value
from tui.report.model import Metric, Node
from tui.typeset.cells import cell_length, cut, pad, pad_left
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import strip_of
from tui.widgets.metric_rows import ORDERS, TABS, Order, Row, Tab, all_rows, beside_rows, section_rows

#: Cells of the bar of a share, and the fewest a name keeps beside one.
_BAR, _NAME_MIN = 6, 12
#: The fewest cells of a name beside two values on one line.
_NAME_BESIDE = 8
#: How much more than that lets every value have its column.
_NAME_ROOMY = 8


class MetricsPanel(LineView):
    """Three tabs of figures; the one of the section follows the reading."""

    BINDINGS = bindings("metrics")

    class OpenMetric(Message):
        """Show a figure in its sentence.

        Attributes:
            metric: The figure.
        """

        def __init__(self, metric: Metric) -> None:
            super().__init__()
            self.metric = metric

    class RowReached(Message):
        """A person moved the cursor to another row.

        Attributes:
            metric: The figure there, None on a heading.
            beside: What it stands beside, where the row shows that.
        """

        def __init__(self, metric: Metric | None, beside: ComparisonRow | None) -> None:
            super().__init__()
            self.metric = metric
            self.beside = beside

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id)
        self._outline = prepared.outline
        self._report = prepared.report
        self._besides = prepared.comparison_rows
        self._here: Node | None = None
        self._scope: Node | None = None
        self._rows: list[Row] = []
        #: Cells of the results, and of the targets, of pairs, the shortest first.
        self._value_lengths: tuple[list[int], list[int]] = ([4], [4])
        self._current: Metric | None = None
        self._chosen: list[Metric] | None = None
        self.tab: Tab = "beside" if self._report.comparisons else "section"
        self.order: Order = "text"

    # -- what it is told ---------------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Shows the figures of the section an offset is in, those at the offset first, unless a person is here."""
        here = self._outline.section_at(offset)
        moved = here is not self._here
        self._here = here
        if not self._rows or (moved and self.tab == "section"):
            self._fill()
        if not self.is_in_use and self.tab == "section":
            self._bring_to(offset)

    def point_at(self, metric: Metric | None) -> None:
        """Puts the cursor on a figure, which the text lights too; where the tab has it not, the section is shown."""
        self._current = metric
        if metric is not None:
            if self.tab == "section" or not self._has(metric):
                self.tab = "section"
                self._here = None
                self.follow(metric.start)
            self._select(metric)
        self.refresh()

    def show_tab(self, tab: Tab) -> None:
        """Shows another tab, the figure at the cursor still at it where the tab has it."""
        metric = self.metric
        self.tab = tab
        self._fill()
        if metric is not None and self._has(metric):
            self._select(metric)

    def choose_metrics(self, metrics: list[Metric] | None) -> None:
        """Shows only these figures of all, or all of them again."""
        self._chosen = metrics
        self.tab = "all"
        self._fill()

    def show_order(self, order: Order) -> None:
        """Shows all figures in another order."""
        self.order = order
        self.show_tab("all")

    @property
    def metric(self) -> Metric | None:
        """The figure at the cursor; of a pair, the one shown last, else the target."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        if row is None or not row.metrics:
            return None
        return self._current if self._current in row.metrics else row.metrics[-1]

    def _fill(self) -> None:
        self._title_rows = 2 if self.tab == "beside" else 1
        if self.tab == "beside":
            self._rows = beside_rows(self._besides)
        elif self.tab == "all":
            chosen = self._report.metrics if self._chosen is None else self._chosen
            rows = all_rows(self._outline, chosen, self.order, MEASURE_NAMES)
            self._rows = rows or [Row("没有这样的指标")]
        elif self._here is not None:
            self._scope, self._rows = section_rows(self._outline, self._here)
        pairs = [row.beside for row in self._rows if row.beside and len(row.metrics) > 1]
        self._value_lengths = (
            sorted(cell_length(format_short_value(pair.actual)) for pair in pairs if pair.actual) or [4],
            sorted(cell_length(format_short_value(pair.target)) for pair in pairs if pair.target) or [4],
        )
        self.cursor, self.top = self._first_metric(), 0
        self.refresh()

    def _has(self, metric: Metric) -> bool:
        return any(metric in row.metrics for row in self._rows)

    def _first_metric(self) -> int:
        return next((index for index, row in enumerate(self._rows) if row.metrics), 0)

    def _bring_to(self, offset: int) -> None:
        """Puts the cursor on the first figure that ends after an offset."""
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
        """Shows the cursor's row."""
        self._show_row(self.cursor)

    def _show_row(self, index: int) -> None:
        """Puts the cursor on a row; if that is not well in view, its heading comes to the top."""
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
        """Shows the tab at the right (1) or left (-1)."""
        tabs = list(TABS)
        self.show_tab(tabs[(tabs.index(self.tab) + direction) % len(tabs)])
        self.cursor_moved()

    def next_order(self) -> None:
        """Sorts all figures otherwise."""
        orders = list(ORDERS)
        self.show_order(orders[(orders.index(self.order) + 1) % len(orders)])

    def move_cursor(self, row: int) -> None:
        """Puts the cursor on a figure, passing over headings."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        order = range(row, self.row_count()) if down else range(row, -1, -1)
        target = next((index for index in order if self._rows[index].metrics), self.cursor)
        super().move_cursor(target)
        if target and not self._rows[target - 1].metrics:
            self.reveal(target - 1)
            self.reveal(target)

    def cursor_moved(self) -> None:
        """Tells which figure the cursor is on."""
        if self.cursor < len(self._rows):
            self.post_message(self.RowReached(self.metric, self._rows[self.cursor].beside))

    def action_choose(self) -> None:
        """Shows the figure at the cursor in the text; of a pair, the target first, and then the result."""
        metric = self.metric
        if metric is None:
            return
        pair = self._rows[self.cursor].metrics
        if metric is self._current and len(pair) > 1:
            metric = pair[0] if metric is pair[-1] else pair[-1]
        self.post_message(self.OpenMetric(metric))

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Figures and headings."""
        return len(self._rows)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """The pane's name, its tabs, how many figures are shown; the section where there is room."""
        muted, strong = self.part_style("bar-text"), Style()
        pieces = [(" 3 指标 ", Style())]
        pieces += [(f" {name}", strong if tab == self.tab else muted) for tab, name in TABS.items()]
        used = sum(cell_length(text) for text, _ in pieces)
        right = next((words for words in self._counts() if cell_length(words) <= width - used - 2), "")
        return [
            *pieces,
            (" " * max(0, width - used - cell_length(right) - 1), muted),
            (right, muted),
            (" ", muted),
        ]

    def _counts(self) -> Iterator[str]:
        """How many there are, the longest way to say it first."""
        count = sum(bool(row.metrics) for row in self._rows)
        if self.tab == "beside":
            yield f"{sum(len(row.metrics) > 1 for row in self._rows)} 对"
        if self.tab == "section" and self._scope is not None:
            yield f"{self._outline.short_name(self._scope)} {count} 项"
        if self.tab != "beside":
            yield f"{count} 项"

    def render_line(self, y: int) -> Strip:
        """One line; below the title of results beside targets stand their years."""
        if y == 1 and self.tab == "beside":
            front, style = self._report.front, self.base_style + self.part_style("muted")
            years = str(front.review_year or "结果"), str(front.plan_year or "目标")
            return strip_of(
                self._columns("指标", *years, self.size.width, style, [style] * 4), self.size.width, style
            )
        return super().render_line(y)

    def row_strip(self, index: int, width: int) -> Strip:
        """A row: a heading; a figure; a result beside a target."""
        row = self._rows[index]
        base = self.base_style
        if not row.metrics and row.beside is None:
            style = base + self.part_style("strong")
            return strip_of([(" " + cut(row.name, max(1, width - 2)), style)], width, base)
        fill = base + self.cursor_style if index == self.cursor else base
        pieces = (
            self._beside_pieces(row, row.beside, width, fill)
            if row.beside
            else self._pieces(row, width, fill)
        )
        return strip_of(pieces, width, fill)

    def _pieces(self, row: Row, width: int, fill: Style) -> list[tuple[str, Style]]:
        metric = row.metrics[0]
        value = cut(format_value(metric), max(1, width - 2))
        room = width - cell_length(value) - 4
        bar = list(self._bar(metric, fill)) if room >= _NAME_MIN + _BAR + 1 else []
        room -= _BAR + 1 if bar else 0
        name = cut(row.name, room) if room > 1 else ""
        gap = max(0, room - cell_length(name) + 1)
        return [
            ("  ", fill), (name, fill), (" " * gap, fill), *bar,
            (value, fill + self._value_style(metric)), (" ", fill),
        ]  # fmt: skip

    def _bar(self, metric: Metric, fill: Style) -> Iterator[tuple[str, Style]]:
        """A small bar for a share, and for how much of a plan is done."""
        if metric.measure not in ("share", "completion") or metric.unit != "%" or len(metric.value) > 1:
            return
        cells = min(_BAR, round(_BAR * float(metric.value[0]) / 100))
        yield " " * cells, self.part_style("full")
        yield " " * (_BAR - cells), self.part_style("empty")
        yield " ", fill

    def _beside_pieces(
        self, row: Row, beside: ComparisonRow, width: int, fill: Style
    ) -> list[tuple[str, Style]]:
        if beside.target is None:
            name = pad(row.name, max(4, width // 2 - 2))
            words = cut(beside.target_text, max(1, width - cell_length(name) - 3))
            return [(" ", fill), (f"{name} ", fill), (words, fill + self.part_style("muted"))]
        same = beside.actual is not None and beside.actual.measure == beside.target.measure
        word = format_short_value if same or beside.actual is None else format_value
        before = word(beside.actual) if beside.actual else ""
        after = word(beside.target)
        sign = beside.sign
        styles = [
            fill,
            fill + (self._value_style(beside.actual) if beside.actual else self.part_style("muted")),
            fill + self.part_style({"▲": "up", "▼": "down"}.get(sign, "muted")),
            fill + (self._value_style(beside.target) if beside.target else self.part_style("muted")),
        ]
        return self._columns(row.name, before, after, width, fill, styles, sign)

    def _columns(
        self, name: str, before: str, after: str, width: int, fill: Style, styles: list[Style], sign: str = ""
    ) -> list[tuple[str, Style]]:
        """Name, result, sign and target in columns; where a value is wider than its column, the name gives way."""
        before_cells, after_cells = self._value_cells(width)
        after_cells = max(after_cells, cell_length(after))
        before_cells = max(before_cells, cell_length(before)) if before else before_cells
        sign = pad(sign, 2)
        room = width - before_cells - after_cells - cell_length(sign) - 3
        if room < 2:  # two values that leave no room for columns: each as wide as it is
            before_cells, after_cells = cell_length(before), cell_length(after)
            room = width - before_cells - after_cells - cell_length(sign) - 3
        if not before:
            room, before_cells = room + before_cells, 0
        return [
            (" ", fill), (pad(name, max(0, room)), styles[0]), (" ", fill), (pad_left(before, before_cells), styles[1]),
            (" " + sign, styles[2]), (pad(after, after_cells), styles[3]),
        ]  # fmt: skip

    def _value_cells(self, width: int) -> tuple[int, int]:
        """How wide the columns of values are: most values fit, and a name keeps some room."""
        room = max(8, width - _NAME_BESIDE - 6)
        results, targets = self._value_lengths
        if results[-1] + targets[-1] + _NAME_ROOMY <= room:
            return results[-1], targets[-1]
        before, after = results[len(results) * 3 // 4], targets[len(targets) * 3 // 4]
        return min(before, room // 2), min(after, room - min(before, room // 2))

    def _value_style(self, metric: Metric) -> Style:
        if metric is self._current:
            return self.part_style("lit")
        return self.part_style(metric.status if metric.status in ("achieved", "target") else "muted")
