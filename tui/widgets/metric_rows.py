"""The rows of the metrics panel: comparisons, the metrics of a section, or all metrics."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from tui.messages import panes as messages
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_short_value
from tui.metrics.lookup import metric_beside, metrics_in
from tui.report.model import Metric, Node
from tui.report.outline import OVERVIEW, Outline
from tui.typeset.cells import CellWidths, cell_length

Tab = Literal["comparison", "section", "all"]
TABS: tuple[Tab, ...] = ("comparison", "section", "all")
Order = Literal["text", "size", "kind"]
ORDERS: tuple[Order, ...] = ("text", "size", "kind")
#: Cells of the name next to two values at least, and how many more there must be to make columns as wide as every value.
_NAME_CELLS, _EXTRA_NAME_CELLS = 8, 8
#: Cells of a column without values.
_EMPTY_COLUMN_CELLS = 4


class Row(NamedTuple):
    """A heading, a metric, or a comparison.

    Attributes:
        name: The text on the left.
        metrics: The metrics of the row, none for a heading.
        comparison: For a comparison.
    """

    name: str
    metrics: tuple[Metric, ...] = ()
    comparison: ComparisonRow | None = None


def rows_of_comparisons(comparisons: Iterable[ComparisonRow]) -> list[Row]:
    """Return the comparisons; at the end the targets without an actual value."""
    pairs: list[Row] = []
    targets: list[Row] = []
    for row in comparisons:
        metrics = tuple(metric for metric in (row.actual, row.target) if metric is not None)
        (targets if row.target and not row.actual else pairs).append(Row(row.indicator, metrics, row))
    heading = [Row(messages.targets_only(len(targets)))] if targets else []
    return [*pairs, *heading, *targets] or [Row(messages.NO_COMPARISONS)]


def section_rows(outline: Outline, here: Node) -> tuple[Node, list[Row]]:
    """Return the metrics of a section; if it has none, of the next section that does, with a heading saying so."""
    rows = _rows_of(outline, here)
    if rows:
        return here, rows
    ahead = metric_beside(outline.report.metrics, here.start - 1, 1)
    if ahead is None:
        return here, [Row(messages.NO_METRICS_HERE)]
    section = outline.section_at(ahead.start)
    name = outline.short_name(outline.by_id[ahead.node])
    return section, [Row(messages.next_metrics_in(name)), *_rows_of(outline, section)]


def _rows_of(outline: Outline, section: Node) -> list[Row]:
    overview_only = section.level == "chapter" and any(child.level == "section" for child in section.children)
    end = section.own_end if overview_only else section.end
    return grouped_rows(
        metrics_in(outline.report.metrics, section.own_start, end),
        lambda metric: metric.node,
        lambda node: OVERVIEW if node == section.id else outline.label(outline.by_id[node]),
    )


def all_rows(outline: Outline, metrics: Sequence[Metric], order: Order, kinds: dict[str, str]) -> list[Row]:
    """Return metrics in an order, grouped by section or by kind.

    Args:
        outline: The report.
        metrics: The metrics.
        order: The order; there are no groups when ordered by size.
        kinds: Names of the measures, in the order they are listed.
    """
    from tui.search.metric_filter import size_of  # not needed for the first screen

    if order == "size":
        ordered = sorted(metrics, key=size_of, reverse=True)
        return [Row(metric.indicator or messages.UNNAMED, (metric,)) for metric in ordered]
    if order == "kind":
        ordered = sorted(metrics, key=lambda metric: list(kinds).index(metric.measure))
        return grouped_rows(ordered, lambda metric: metric.measure, lambda kind: kinds[kind])
    return grouped_rows(
        metrics,
        lambda metric: outline.section_at(metric.start).id,
        lambda node: outline.label(outline.by_id[node]),
    )


def grouped_rows(
    metrics: Iterable[Metric], group_of: Callable[[Metric], str], name_of: Callable[[str], str]
) -> list[Row]:
    """Return a row for each metric, with a heading wherever the group changes."""
    rows: list[Row] = []
    group = None
    for metric in metrics:
        if group_of(metric) != group:
            group = group_of(metric)
            rows.append(Row(name_of(group)))
        rows.append(Row(metric.indicator or messages.UNNAMED, (metric,)))
    return rows


class ValueColumns:
    """The columns of actual values and targets in comparisons: most values fit, and names keep some room.

    Args:
        rows: The rows of the panel.
        widths: The widths of characters.
    """

    def __init__(self, rows: Iterable[Row], widths: CellWidths) -> None:
        pairs = [row.comparison for row in rows if row.comparison and len(row.metrics) > 1]
        self._widths = widths
        self._actuals = self._lengths(pair.actual for pair in pairs)
        self._targets = self._lengths(pair.target for pair in pairs)

    def _lengths(self, metrics: Iterable[Metric | None]) -> list[int]:
        """Return the widths of the values of metrics, ascending."""
        values = [format_short_value(metric) for metric in metrics if metric]
        return sorted(cell_length(value, self._widths) for value in values) or [_EMPTY_COLUMN_CELLS]

    def cells(self, actual: str, target: str, room: int) -> tuple[int, int, int]:
        """Return how many of ``room`` cells the name, an actual value and a target take; values are never cut."""
        actual_length, target_length = cell_length(actual, self._widths), cell_length(target, self._widths)
        actual_cells, target_cells = self._usual_cells(room)
        target_cells = max(target_cells, target_length)
        actual_cells = max(actual_cells, actual_length) if actual else actual_cells
        if room - actual_cells - target_cells < 2:  # no room for columns
            actual_cells, target_cells = actual_length, target_length
        if not actual:
            actual_cells = 0
        return max(0, room - actual_cells - target_cells), actual_cells, target_cells

    def _usual_cells(self, room: int) -> tuple[int, int]:
        room = max(8, room - _NAME_CELLS - 1)
        if self._actuals[-1] + self._targets[-1] + _EXTRA_NAME_CELLS <= room:
            return self._actuals[-1], self._targets[-1]
        actual = self._actuals[len(self._actuals) * 3 // 4]
        target = self._targets[len(self._targets) * 3 // 4]
        return min(actual, room // 2), min(target, room - min(actual, room // 2))
