"""The rows of the metrics panel: results beside targets, the figures of a section, or all of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from tui.metrics.comparison import ComparisonRow
from tui.metrics.lookup import metric_beside, metrics_in
from tui.report.model import Metric, Node
from tui.report.outline import OVERVIEW, Outline

Tab = Literal["beside", "section", "all"]
TABS: dict[Tab, str] = {"beside": "对照", "section": "本节", "all": "全部"}
Order = Literal["text", "size", "kind"]
ORDERS: dict[Order, str] = {"text": "按原文次序", "size": "按大小", "kind": "按性质"}
NAMELESS = "（未名）"


class Row(NamedTuple):
    """A heading, a figure, or a result beside a target.

    Attributes:
        name: What is shown at the left.
        metrics: The figures it stands for; none for a heading.
        beside: For a result beside a target.
    """

    name: str
    metrics: tuple[Metric, ...] = ()
    beside: ComparisonRow | None = None


def beside_rows(rows: Iterable[ComparisonRow]) -> list[Row]:
    """The pairs; below them the targets that have no past figure."""
    pairs: list[Row] = []
    alone: list[Row] = []
    for row in rows:
        metrics = tuple(metric for metric in (row.actual, row.target) if metric is not None)
        (alone if row.target and not row.actual else pairs).append(Row(row.indicator, metrics, row))
    heading = [Row(f"只有今年的目标 {len(alone)} 项")] if alone else []
    return [*pairs, *heading, *alone] or [Row("没有可对照的指标")]


def section_rows(outline: Outline, here: Node) -> tuple[Node, list[Row]]:
    """The figures of the section being read; where it has none, of the next one that has some, named as such."""
    rows = _rows_of(outline, here)
    if rows:
        return here, rows
    ahead = metric_beside(outline.report.metrics, here.start - 1, 1)
    if ahead is None:
        return here, [Row("此处没有指标")]
    scope = outline.section_at(ahead.start)
    name = outline.short_name(outline.by_id[ahead.node])
    return scope, [Row(f"此处没有指标，往下是{name}："), *_rows_of(outline, scope)]


def _rows_of(outline: Outline, scope: Node) -> list[Row]:
    overview_only = scope.level == "chapter" and any(child.level == "section" for child in scope.children)
    end = scope.own_end if overview_only else scope.end
    return metric_rows(
        metrics_in(outline.report.metrics, scope.own_start, end),
        lambda metric: metric.node,
        lambda node: OVERVIEW if node == scope.id else outline.label(outline.by_id[node]),
    )


def all_rows(outline: Outline, metrics: Sequence[Metric], order: Order, kinds: dict[str, str]) -> list[Row]:
    """Figures in an order, under the sections, or the kinds, they are of."""
    from tui.search.metric_filter import size_of  # not needed for the first screen

    if order == "size":
        return [
            Row(metric.indicator or NAMELESS, (metric,))
            for metric in sorted(metrics, key=size_of, reverse=True)
        ]
    if order == "kind":
        ordered = sorted(metrics, key=lambda metric: list(kinds).index(metric.measure))
        return metric_rows(ordered, lambda metric: metric.measure, lambda kind: kinds[kind])
    return metric_rows(
        metrics,
        lambda metric: outline.section_at(metric.start).id,
        lambda node: outline.label(outline.by_id[node]),
    )


def metric_rows(
    metrics: Iterable[Metric], group_of: Callable[[Metric], str], name_of: Callable[[str], str]
) -> list[Row]:
    """A row for each figure, with a heading wherever the group changes."""
    rows: list[Row] = []
    group = None
    for metric in metrics:
        if group_of(metric) != group:
            group = group_of(metric)
            rows.append(Row(name_of(group)))
        rows.append(Row(metric.indicator or NAMELESS, (metric,)))
    return rows
