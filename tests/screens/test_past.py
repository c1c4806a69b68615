"""Last year's promises and earlier years in the panel: found in a thread when they are asked for, one key from their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.past import FixedPast
from tests.support.pilot import Driven, drive, drive_library, until
from tests.support.samples import huiji
from tui.library.library import Library
from tui.library.past import LastPromises
from tui.screens.main import MainScreen
from tui.state.paths import LIBRARY_VARIABLE
from tui.widgets.past_tabs import WaitingTab


def is_filled(app: Driven) -> bool:
    """Return whether the tab that is shown has what was looked for."""
    panel = app.panes.metrics_panel
    return not isinstance(panel._tabs.get(panel.tab), WaitingTab)


async def show_promises(app: Driven) -> None:
    await app.press("3", "right", "right", "right")
    await until(app, lambda: is_filled(app))
    await app.settle()


async def show_years(app: Driven) -> None:
    await app.press("3")
    app.panes.metrics_panel.show_tab("series")
    await app.settle()
    await until(app, lambda: is_filled(app))
    await app.settle()


def test_without_a_library_both_tabs_say_how_to_make_one() -> None:
    async def steps(app: Driven) -> None:
        await show_promises(app)
        assert "library add" in app.text.replace("\n", "")
        await app.press("right")
        await until(app, lambda: is_filled(app))
        await app.settle()
        assert app.panes.metrics_panel.tab == "series"
        assert "要有书库才能查往年" in app.text

    drive(steps)


def test_a_tab_without_rows_offers_no_keys_for_rows() -> None:
    async def steps(app: Driven) -> None:
        await show_promises(app)
        assert "→" in app.rows[-1]
        assert not any(hint in app.rows[-1] for hint in ("看原句", "筛选", "排序", "详情"))
        await app.press("enter")
        assert "这里没有指标" in app.rows[-1]
        await app.press("left")
        assert "看原句" in app.rows[-1]

    async def found(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        assert "看原句" in app.rows[-1]

    drive(steps)
    drive(found)


def test_enter_leads_to_the_result_in_the_text_and_the_panel_stays() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        assert "未达 · 低1.5个百分点" not in app.rows[-1]
        await app.press("down", "up")
        assert "未达 · 低1.5个百分点" in app.rows[-1]
        await app.press("enter")
        assert app.focused == "text"
        assert app.panes.text_pane.reading_offset == huiji().metrics[0].start
        assert app.panes.metrics_panel.tab == "promises"

    drive(steps)


def test_keys_are_named_when_a_tab_with_other_reports_is_reached_again() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        await app.press("left", "right")
        assert app.panes.metrics_panel.tab == "promises"
        assert "→ ← 换页签" in app.rows[-1]

    drive(steps, size=(60, 20))


def test_promises_are_filtered_by_the_words_of_their_targets() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        await app.press("c", "泊位")
        assert "1/9 项" in app.text
        assert "建设停车泊位" in app.text
        assert "新建公园" not in app.text

    drive(steps)


def test_tables_of_other_reports_are_exported_on_their_own_screens() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_promises(app)
        await app.press("E")
        assert "按 4 打开承诺对照" in app.rows[-1]
        await app.press("right", "E")
        assert "按 5 打开历年" in app.rows[-1]

    drive(steps)


def test_the_years_follow_the_metric_in_the_text() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_years(app)
        await app.press("2", "full_stop")
        await until(app, lambda: is_filled(app))
        await app.settle()
        first = huiji().metrics[0].indicator
        assert f"{first} 增速 · 惠济区" in app.text
        await app.press("full_stop")
        await until(app, lambda: f"{huiji().metrics[1].indicator} 增速" in app.text)
        assert app.panes.metrics_panel.tab == "series"

    drive(steps)


def test_only_the_newest_question_is_answered() -> None:
    async def steps(app: Driven) -> None:
        app.main.past._make_past = FixedPast
        await show_years(app)
        for metric in huiji().metrics[:30]:
            app.panes.metrics_panel.point_at(metric)
        last = next(metric for metric in huiji().metrics[29::-1] if metric.indicator)
        app.panes.metrics_panel.point_at(last)
        await until(app, lambda: is_filled(app))
        await app.settle()
        assert f"{last.indicator} 增速" in app.text

    drive(steps)


def test_an_error_of_the_program_leaves_the_panel_usable() -> None:
    class Failing(FixedPast):
        def promises(self) -> LastPromises:
            raise ZeroDivisionError

    async def steps(app: Driven) -> None:
        app.main.past._make_past = Failing
        await show_promises(app)
        assert "ZeroDivisionError" in app.text
        await app.press("left")
        assert app.panes.metrics_panel.tab == "all"

    drive(steps)


def is_report(app: Driven, year: int) -> bool:
    screen = app.app.screen
    return (
        isinstance(screen, MainScreen)
        and app.main.navigation.here.source.library_report is not None
        and (app.panes.metrics_panel.reading.report.front.plan_year == year)
    )


@pytest.fixture
def qingchuan(library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(library.path))
    return library.path


def test_the_second_enter_opens_last_years_report_at_the_target(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "enter")
        await until(app, lambda: is_report(app, 2023))
        await show_promises(app)
        assert "2022目标" in app.text
        row = next(row for row in app.panes.metrics_panel._rows if row.spots)
        assert row.spots[-1].report is not None
        app.panes.metrics_panel._select_row(row)
        for _ in row.spots:
            await app.press("3", "enter")
        await until(app, lambda: is_report(app, 2022))
        assert app.panes.text_pane.reading_offset == row.spots[-1].offset
        await app.press("H")
        await until(app, lambda: is_report(app, 2023))

    drive_library(steps, qingchuan)


def test_a_place_without_an_earlier_report_says_which_is_missing(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "enter")
        await until(app, lambda: is_report(app, 2023))
        await show_promises(app)
        assert "保定市 2022 年的报告" in app.text.replace("\n", "")

    drive_library(steps, qingchuan)


def test_the_years_of_a_place_are_those_of_its_reports(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "enter")
        await until(app, lambda: is_report(app, 2023))
        panel = app.panes.metrics_panel
        panel.show_years(next(one for one in panel.reading.report.metrics if one.canonical == "gdp"))
        await app.settle()
        await until(app, lambda: is_filled(app))
        await app.settle()
        assert "地区生产总值 增速 · 青川县" in app.text
        assert [row.name for row in panel._rows if row.pair] == ["2021", "2022"]
        await app.press("3", "home", "enter")
        await until(app, lambda: is_report(app, 2022))
        await until(app, lambda: app.panes.metrics_panel.followed is not None)
        followed = app.panes.metrics_panel.followed
        assert followed is not None
        assert (followed.canonical, followed.period) == ("gdp", "2021"), "the panel still shows the years"
        await app.press("H")
        await until(app, lambda: is_report(app, 2023))

    drive_library(steps, qingchuan)
