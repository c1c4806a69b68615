"""The tabs of the metrics panel: which rows each has, how many count, and what stands below the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric, Node
from tui.widgets.heading_clicks import heading_at
from tui.widgets.metric_drawing import Heading, Piece, RowDrawing, headings_of_metrics, headings_of_pairs
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_orders import Order, Sort, sorted_comparisons, sorted_rows
from tui.widgets.metric_rows import Row, Source, comparison_rows, section_rows

#: The metrics a filter leaves; None without a filter.
Chosen = frozenset[Metric] | None


class Reading:
    """What the tabs show, and where the reader is.

    Attributes:
        outline: The report's nodes.
        report: The report.
        comparisons: Actuals beside targets.
        here: The section being read; None before anything is shown.
        section: The section whose metrics are shown: that one, or the next one with metrics.
    """

    def __init__(self, prepared: PreparedReport) -> None:
        self.outline = prepared.outline
        self.report = prepared.report
        self.comparisons = prepared.comparison_rows
        self.here: Node | None = None
        self.section: Node | None = None

    def source(self, chosen: Chosen) -> Source:
        """Return what rows of metrics are made from."""
        metrics = self.report.metrics
        left = metrics if chosen is None else tuple(metric for metric in metrics if metric in chosen)
        return Source(self.outline, left)


class PanelTab:
    """A tab; this one has no rows.

    Attributes:
        title_rows: Rows of the title: one with the tabs, and those of :meth:`below_title`.
        nothing: What is said where there are no rows.
        orders: The orders of its rows; none where they are not sorted.
        usual: What the usual order is called in the messages.
        is_turned: Whether the usual order has another way round.
        has_filter: Whether a filter leaves only some of its rows.
        name: What its rows are of, for the names of files; empty for the whole report.
        sort: How they are sorted.
    """

    title_rows = 1
    nothing = messages.NO_METRICS_HERE
    orders: Sequence[Order] = ()
    usual = "text"
    is_turned = False
    has_filter = True
    name = ""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.sort = Sort()

    @property
    def is_grouped_by_section(self) -> bool:
        """Whether each metric stands below the heading of its section."""
        return False

    @property
    def others(self) -> Sequence[Metric]:
        """Metrics of other reports among the rows, for filters."""
        return ()

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return the rows that a filter leaves."""
        return []

    def first(self, rows: Iterable[Row]) -> Row | None:
        """Return the row to begin with; None for the first one that leads to a place."""
        return None

    def count(self, rows: Iterable[Row]) -> int:
        """Return how many of the rows count."""
        return sum(bool(row.metrics) for row in rows)

    def counts(self, count: str) -> Iterator[str]:
        """Yield texts that say how many rows there are, the longest first."""
        yield messages.metric_count(count)

    def headings(self, layout: PanelLayout) -> Sequence[Heading]:
        """Return the headings of the columns that rows can be sorted by."""
        return ()

    def order_at(self, x: int, layout: PanelLayout) -> Order | None:
        """Return what a click on a cell of the headings sorts by; None for nothing."""
        spans = [(one.order, one.start, layout.length(one.text)) for one in self.headings(layout)]
        if spans:  # values below the last one may run up to the edge
            order, start, _ = spans[-1]
            spans[-1] = order, start, layout.width - start
        return heading_at(x, spans)

    def below_title(self, y: int, drawing: RowDrawing, style: Style) -> Iterator[Piece]:
        """Yield a row of the title, counted from that of the tabs, in pieces."""
        yield from drawing.headings(self.headings(drawing.layout), style)


class _MetricTab(PanelTab):
    """Metrics one by one."""

    title_rows = 2
    orders = ("text", "size", "kind")
    is_turned = True

    @property
    def is_grouped_by_section(self) -> bool:
        """Whether each metric stands below the heading of its section."""
        return self.sort.order == "text"

    def headings(self, layout: PanelLayout) -> Sequence[Heading]:
        """Return name, kind and value."""
        return headings_of_metrics(layout, self.sort)


class ComparisonTab(PanelTab):
    """Actuals beside targets."""

    title_rows = 2
    nothing = messages.NO_COMPARISONS
    orders = ("text", "actual", "target")

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return comparisons, in groups."""
        comparisons: Iterable[ComparisonRow] = self._reading.comparisons
        if chosen is not None:
            comparisons = (row for row in comparisons if row.actual in chosen or row.target in chosen)
        if self.sort.order != "text":
            return sorted_comparisons(comparisons, self.sort)
        return comparison_rows(self._reading.outline, comparisons)

    def first(self, rows: Iterable[Row]) -> Row | None:
        """Return the first row with both values: targets alone may fill a page before it."""
        return next((row for row in rows if len(row.metrics) > 1), None) if self.sort == Sort() else None

    def count(self, rows: Iterable[Row]) -> int:
        """Return how many rows have both values."""
        return sum(len(row.metrics) > 1 for row in rows)

    def counts(self, count: str) -> Iterator[str]:
        """Yield how many pairs there are."""
        yield from messages.pair_counts(count)

    def headings(self, layout: PanelLayout) -> Sequence[Heading]:
        """Return the years of the two columns."""
        front = self._reading.report.front
        actual, target = front.review_year or messages.ACTUAL, front.plan_year or messages.TARGET
        return headings_of_pairs(layout, self.sort, ("actual", str(actual)), ("target", str(target)))


class SectionTab(_MetricTab):
    """The metrics of the section being read."""

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return the metrics of the section, or of the next one that has any."""
        reading = self._reading
        if reading.here is None:
            return []
        reading.section, rows = section_rows(reading.source(chosen), reading.here)
        self.name = self._name_of(reading.section, rows)
        if self.sort == Sort():
            return rows
        lead = rows[:1] if reading.section is not reading.here else []
        metrics = [metric for row in rows for metric in row.metrics]
        return [*lead, *sorted_rows(Source(reading.outline, metrics), self.sort)]

    def _name_of(self, section: Node, rows: Iterable[Row]) -> str:
        """Return the name of a section; of a chapter with sections it says whether there is more than its overview."""
        name = self._reading.outline.short_name(section)
        nodes = {metric.node for row in rows for metric in row.metrics}
        has_sections = any(child.level == "section" for child in section.children)
        return messages.and_others(name) if has_sections and nodes - {section.id} else name

    def counts(self, count: str) -> Iterator[str]:
        """Yield how many metrics there are, and in which section."""
        reading = self._reading
        if reading.section is not None:
            yield messages.section_metric_count(self.name, count)
        yield messages.metric_count(count)


class AllTab(_MetricTab):
    """All metrics."""

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return all metrics."""
        return sorted_rows(self._reading.source(chosen), self.sort)
