"""The rows of the metrics panel in the order that was asked for. Values of different kinds or units are never compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui.messages import panes as messages
from tui.messages.metrics import MEASURE_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric
from tui.widgets.metric_rows import Row, Source, comparison_row, grouped_rows

#: The usual order, values by size (of comparisons the actual value or the target), and kinds of statements.
Order = Literal["text", "size", "kind", "actual", "target"]
#: Those that compare values.
BY_SIZE: frozenset[Order] = frozenset(("size", "actual", "target"))


class Sort(NamedTuple):
    """How rows are sorted.

    Attributes:
        order: By what.
        is_reversed: Whether the other way round: from the smallest value, or from the end of the text.
    """

    order: Order = "text"
    is_reversed: bool = False

    def by(self, order: Order) -> Sort:
        """Return how rows are sorted after another order was asked for: the other way round if it is this one."""
        return Sort(order, order == self.order and not self.is_reversed)

    @property
    def arrow(self) -> str:
        """What is shown beside the heading: whether values rise or fall on the way down."""
        is_falling = (self.order in BY_SIZE) != self.is_reversed
        return messages.FALLING if is_falling else messages.RISING


def sorted_rows(source: Source, sort: Sort) -> list[Row]:
    """Return metrics below headings: sections, kinds, or what the values are compared in."""
    outline, metrics = source.outline, source.metrics
    if sort.order == "size":
        from tui.metrics.sizes import by_size  # not needed for the first screen

        rows: list[Row] = []
        for scale, some in by_size(metrics, sort.is_reversed):
            rows.append(Row(messages.scale_heading(scale.measure, scale.unit, len(some), scale.has_sizes)))
            rows += map(source.row, some)
        return rows
    ordered = metrics[::-1] if sort.is_reversed else metrics
    if sort.order == "kind":
        kinds = list(MEASURE_NAMES)
        ordered = sorted(metrics, key=lambda metric: kinds.index(metric.measure), reverse=sort.is_reversed)
        return grouped_rows(source, ordered, lambda metric: metric.measure, lambda kind: MEASURE_NAMES[kind])
    return grouped_rows(
        source,
        ordered,
        lambda metric: outline.section_at(metric.start).id,
        lambda node: outline.label(outline.by_id[node]),
    )


def sorted_comparisons(comparisons: Iterable[ComparisonRow], sort: Sort) -> list[Row]:
    """Return comparisons by the size of the actual value or the target."""
    return sorted_by_value(
        ((comparison_row(one), one.actual if sort.order == "actual" else one.target) for one in comparisons),
        sort.is_reversed,
    )


def sorted_by_value(rows: Iterable[tuple[Row, Metric | None]], from_smallest: bool) -> list[Row]:
    """Return rows below headings by the size of a metric of each; those that do not have it are last."""
    from tui.metrics.sizes import by_size

    has: dict[str, list[Row]] = {}
    values: dict[str, Metric] = {}
    without: list[Row] = []
    for row, metric in rows:
        if metric is None:
            without.append(row)
        else:
            values[metric.id] = metric
            has.setdefault(metric.id, []).append(row)
    ordered: list[Row] = []
    for scale, some in by_size(values.values(), from_smallest):
        found = [row for metric in some for row in has[metric.id]]
        heading = messages.scale_heading(scale.measure, scale.unit, len(found), scale.has_sizes)
        ordered += [Row(heading), *found]
    return [*ordered, Row(messages.without_value(len(without))), *without] if without else ordered
