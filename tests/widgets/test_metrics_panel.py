"""The metrics panel: tabs, rows, columns of values, keys."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, huiji, report_of
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.typeset.cells import NARROW
from tui.widgets.metric_rows import Row, ValueColumns, all_rows, rows_of_comparisons
from tui.widgets.metrics_panel import MetricsPanel

PREPARED = prepare_report(report_of(SMALL))


def panel() -> MetricsPanel:
    return MetricsPanel(PREPARED, id="widget")


async def filled(widget: MetricsPanel, shown: Shown) -> None:
    widget.follow(PREPARED.outline.by_id["1.1"].start)
    await shown.settle()


def test_comparisons_come_first_then_targets_without_an_actual_value() -> None:
    rows = rows_of_comparisons(prepare_report(huiji()).comparison_rows)
    heading = next(index for index, row in enumerate(rows) if not row.metrics and row.comparison is None)
    pairs, targets = rows[:heading], rows[heading + 1 :]
    assert not any(row.comparison and row.comparison.target and not row.comparison.actual for row in pairs)
    assert rows[heading].name == f"只有今年的目标 {len(targets)} 项"
    assert all(row.comparison and row.comparison.target and not row.comparison.actual for row in targets)
    assert rows_of_comparisons([]) == [Row("没有可对照的指标")]


@pytest.mark.parametrize(("order", "grouped"), [("text", True), ("size", False), ("kind", True)])
def test_all_metrics_are_listed_in_every_order(order: str, grouped: bool) -> None:
    metrics = PREPARED.report.metrics
    kinds = {metric.measure: metric.measure for metric in metrics}
    rows = all_rows(PREPARED.outline, metrics, order, kinds)  # type: ignore[arg-type]
    listed = [row.metrics[0] for row in rows if row.metrics]
    assert sorted(listed, key=lambda metric: metric.start) == list(metrics)
    assert any(not row.metrics for row in rows) == grouped


@pytest.mark.parametrize(
    ("actual", "target", "room", "cells"),
    [
        ("1亿元", "2亿元", 30, (20, 5, 5)),
        ("1000000亿元", "2亿元", 30, (14, 11, 5)),
        ("", "2亿元", 30, (25, 0, 5)),
        ("1000000亿元", "2000000亿元", 23, (1, 11, 11)),
        ("1000000亿元", "2000000亿元", 10, (0, 11, 11)),
    ],
    ids=["both", "a wide value", "a target only", "a little room", "no room"],
)
def test_values_are_never_cut_and_names_take_the_rest(
    actual: str, target: str, room: int, cells: tuple[int, int, int]
) -> None:
    assert ValueColumns((), NARROW).cells(actual, target, room) == cells


def test_keys_change_the_tab() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        tabs = []
        for key in ("right", "right", "right", "left"):
            await shown.press(key)
            tabs.append(widget.tab)
        assert tabs == ["section", "all", "comparison", "all"]

    show(panel, steps, size=(44, 20))


def test_the_cursor_skips_headings() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.choose_metrics(None)
        reached = []
        for _ in PREPARED.report.metrics:
            assert widget.metric is not None
            reached.append(widget.metric)
            await shown.press("down")
        assert reached == list(PREPARED.report.metrics)
        posted = [message.metric for message in shown.posted(MetricsPanel.RowReached)]
        assert posted == [*reached[1:], reached[-1]]

    show(panel, steps, size=(44, 10))


def test_enter_asks_for_the_target_of_a_comparison_then_for_the_actual_value() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        pair = widget._rows[widget.cursor].metrics
        assert len(pair) == 2
        for _ in range(2):
            await shown.press("enter")
            widget.point_at(shown.posted(MetricsPanel.OpenMetric)[-1].metric)
        asked = [message.metric for message in shown.posted(MetricsPanel.OpenMetric)]
        assert asked == [pair[-1], pair[0]]

    show(lambda: MetricsPanel(prepare_report(huiji()), id="widget"), steps, size=(44, 20))


def test_only_chosen_metrics_are_shown_until_all_are_again() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.choose_metrics(list(PREPARED.report.metrics[:2]))
        await shown.settle()
        assert shown.rows[0].endswith("2 项")
        widget.choose_metrics([])
        await shown.settle()
        assert "没有这样的指标" in shown.text
        widget.choose_metrics(None)
        await shown.settle()
        assert shown.rows[0].endswith(f"{len(PREPARED.report.metrics)} 项")

    show(panel, steps, size=(44, 20))


def test_values_have_the_style_of_their_status() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        await filled(widget, shown)
        widget.show_tab("all")
        await shown.settle()
        row = next(y for y, text in enumerate(shown.rows) if text.endswith("8.5亿元"))
        assert shown.style_of(row, "8.5亿元") == shown.named("base", "achieved")
        metric = next(each for each in PREPARED.report.metrics if each.quote == "8.5亿元")
        widget.point_at(metric)
        await shown.settle()
        assert shown.style_of(row, "8.5亿元") == shown.named("base", "cursor-focused", "current-metric")

    show(panel, steps, size=(44, 20))
