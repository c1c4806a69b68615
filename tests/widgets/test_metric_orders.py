"""Rows of the metrics panel in every order."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, huiji, report_of
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.report.model import Metric
from tui.typeset.cells import cell_length
from tui.widgets.metric_orders import Order, Sort, sorted_comparisons, sorted_rows
from tui.widgets.metric_rows import Row, Source
from tui.widgets.metrics_panel import MetricsPanel

PREPARED = prepare_report(report_of(SMALL)._replace(comparisons=()))


def listed(rows: list[Row]) -> list[Metric]:
    return [row.metrics[0] for row in rows if row.metrics]


@pytest.mark.parametrize("order", ["text", "size", "kind"])
@pytest.mark.parametrize("is_reversed", [False, True])
def test_all_metrics_are_listed_below_headings_in_every_order(order: Order, is_reversed: bool) -> None:
    metrics = PREPARED.report.metrics
    rows = sorted_rows(Source(PREPARED.outline, metrics), Sort(order, is_reversed))
    assert rows[0].is_heading
    assert sorted(listed(rows), key=lambda metric: metric.start) == list(metrics)


def test_by_size_a_heading_says_what_is_compared() -> None:
    metrics = PREPARED.report.metrics
    rows = sorted_rows(Source(PREPARED.outline, metrics), Sort("size"))
    at = [row.name for row in rows].index("数额（元） 3 项")
    assert [row.metrics[0].quote for row in rows[at + 1 : at + 4]] == ["70亿元", "66.8亿元", "8.5亿元"]


def test_comparisons_by_size_are_apart_where_they_lack_the_value() -> None:
    prepared = prepare_report(huiji())
    rows = sorted_comparisons(prepared.comparison_rows, Sort("actual"))
    headings = [index for index, row in enumerate(rows) if row.is_heading and row.comparison is None]
    without = rows[headings[-1] :]
    assert without[0].name == f"无此数 {len(without) - 1} 项"
    assert all(row.comparison is not None and row.comparison.actual is None for row in without[1:])
    growth = [index for index in headings if rows[index].name.startswith("增速（%）")]
    assert len(growth) == 1
    assert sorted(map(id, prepared.comparison_rows)) == sorted(
        id(row.comparison) for row in rows if row.comparison is not None
    )


def test_asking_for_the_same_order_again_turns_it() -> None:
    once = Sort().by("size")
    assert (once, once.arrow) == (Sort("size"), "↓")
    assert (once.by("size"), once.by("size").arrow) == (Sort("size", True), "↑")
    assert once.by("size").by("size") == once


def test_a_click_on_a_heading_asks_to_sort_by_it() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(PREPARED.outline.by_id["1.1"].start)
        widget.show_tab("all")
        await shown.settle()
        at = cell_length(shown.rows[1].partition("数值")[0])
        await shown.click("#widget", (at, 1))
        await shown.click("#widget", (1, 1))
        await shown.click("#widget", (30, 1))
        assert [event.order for event in shown.posted(MetricsPanel.SortAsked)] == ["size", "text"]
        widget.show_sorted(Sort("size"))
        await shown.settle()
        assert shown.rows[1].endswith("↓数值")
        widget.reverse_order()
        await shown.settle()
        assert shown.rows[1].endswith("↑数值")

    show(lambda: MetricsPanel(PREPARED, id="widget"), steps, size=(60, 20))
