"""Sorting the metrics of the panel by keys and by its headings."""

from __future__ import annotations

from tests.screens.test_past import show_promises, show_years
from tests.support.past import FixedPast
from tests.support.pilot import Driven, drive
from tui.typeset.cells import cell_length


def test_metrics_are_sorted_by_size_and_kind() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right", "s")
        assert "按大小：从大到小，只比同类、同单位的" in app.rows[-1]
        await app.press("f12")
        assert "按性质" in app.rows[-1]
        await app.press("s")
        assert "按原文次序" in app.rows[-1]

    drive(steps)


def test_a_click_on_a_heading_of_the_panel_sorts_and_another_one_turns_it() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3")
        heading = cell_length(app.rows[2].partition("2024")[0]) - app.panes.metrics_panel.region.x
        await app.click("#metrics", (heading, 1))
        assert "按目标大小：从大到小" in app.rows[-1] and app.rows[2].endswith("↓2024")
        await app.click("#metrics", (heading, 1))
        assert "按目标大小：从小到大" in app.rows[-1] and app.rows[2].endswith("↑2024")
        await app.press("S")
        assert app.rows[2].endswith("↓2024")
        await app.click("#metrics", (1, 1))
        assert "按原文次序" in app.rows[-1]

    drive(steps)


def test_where_there_is_nothing_to_sort_all_metrics_are() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "left")
        assert "[历年]" in app.rows[1]
        await app.press("s")
        assert "[全部]" in app.rows[1] and "按大小" in app.rows[-1]

    drive(steps)


def test_promises_are_sorted_by_their_columns_in_their_own_tab() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        heading = app.rows[3]
        assert "2023目标" in heading and heading.endswith("结果")
        await app.press("s")
        assert "[承诺]" in app.rows[1] and "按目标大小：从大到小" in app.rows[-1]
        assert "↓2023目标" in app.rows[3]
        await app.press("S")
        assert "↑2023目标" in app.rows[3]
        await app.press("s")
        assert "按结果大小" in app.rows[-1] and app.rows[3].endswith("↓结果") and "无此数" in app.text
        await app.press("s")
        assert "按结论分组" in app.rows[-1] and app.rows[3] == heading
        x = cell_length(heading.partition("2023目标")[0]) - app.panes.metrics_panel.region.x
        await app.click("#metrics", (x, 2))
        assert "↓2023目标" in app.rows[3]

    drive(steps)


def test_years_are_sorted_by_their_columns_in_their_own_tab() -> None:
    def years(app: Driven) -> list[str]:
        return [row.name for row in app.panes.metrics_panel._rows if row.pair is not None]

    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_years(app)
        shown = years(app)
        await app.press("S")
        assert "按年份，倒排" in app.rows[-1] and years(app) == shown[::-1]
        await app.press("s")
        assert "按目标大小" in app.rows[-1] and years(app)[0] == "2019"

    drive(steps)


def test_a_sorted_list_begins_at_its_top_and_that_of_the_text_at_the_metric() -> None:
    async def steps(app: Driven) -> None:
        panel = app.panes.metrics_panel
        await app.press("3", "right", "right", "end")
        metric = panel.metric
        await app.press("s")
        assert panel.top == 0 and panel.metric is not metric
        await app.press("s", "s")
        assert panel.sort.order == "text" and panel.metric is not None and panel.top == 0
        await app.press("end", "c", *"学位", "enter")
        assert panel.metric is not None and "学位" in panel.metric.indicator

    drive(steps)


def test_a_click_beside_a_heading_means_that_heading() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right")
        x = cell_length(app.rows[2].partition("数值")[0]) - app.panes.metrics_panel.region.x
        await app.click("#metrics", (x - 1, 1))
        assert "按大小：从大到小" in app.rows[-1]
        await app.click("#metrics", (x - 8, 1))
        assert "从小到大" not in app.rows[-1]

    drive(steps)
