"""Series and rankings of a real, small library: opened from reports and from the library, and as text grids at four sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.test_grids import SIZES, _comparing
from tests.support.figures import rank_session, second_series, series_session
from tests.support.past import sample_series
from tests.support.pilot import Driven, Steps, drive, drive_library, drive_view, until
from tui.library.library import Library
from tui.report.errors import HuijiError
from tui.screens.main import MainScreen
from tui.screens.ranking import RankingScreen
from tui.screens.series import SeriesScreen
from tui.state.paths import LIBRARY_VARIABLE
from tui.views.figures import load_ranking, load_series
from tui.visits import Source, View


@pytest.fixture
def qingchuan(library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(library.path))
    return library.path


def source(library: Library, address: str) -> Source:
    return Source(library_report=library.find(address))


def test_a_series_is_that_of_the_place_of_the_report(library: Library) -> None:
    view, content = load_series(View("series", (source(library, "青川县/2023"),)), library, None, str)
    assert view.words == ("gdp", "growth", "青川县")
    assert view.state == ("2022",), "it begins at the year that the report reviews"
    (series,) = content.series
    assert [year.year for year in series.years if year.actual] == [2021, 2022]
    assert "保定市" in content.others
    assert content.writer is not None
    assert content.writer.series_rows(content.series, "zh")[0][:2] == ["地区", "指标"]
    assert all(path for path in content.paths.values())


def test_another_place_is_shown_beside_it_in_the_same_measure(library: Library) -> None:
    words = ("gdp", "growth", "青川县", "剑阁县")
    view = View("series", (source(library, "青川县/2023"),), words)
    _, content = load_series(view, library, None, str)
    assert [series.place for series in content.series] == ["青川县", "剑阁县"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("gdp", "growth", "无此县"), "无此县"),
        (("无此指标", "", "青川县"), "无此指标"),
    ],
)
def test_what_is_not_stated_is_said(library: Library, words: tuple[str, ...], told: str) -> None:
    view = View("series", (source(library, "青川县/2023"),), words)
    with pytest.raises(HuijiError, match=told):
        load_series(view, library, None, str)


def test_what_is_stated_in_no_such_measure_is_shown_in_the_next(library: Library) -> None:
    view = View("series", (source(library, "青川县/2023"),), ("gdp", "share", "青川县"))
    view, content = load_series(view, library, None, str)
    assert content.series[0].measure == "growth" and content.series[0].years
    view = View("ranking", (source(library, "青川县/2022"),), ("gdp", "share", "2021", "county", ""))
    _, ranks = load_ranking(view, library, None, str)
    assert ranks.ranking.measure == "growth"
    assert ranks.notice == "这里没有占比，所列为增速"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("gdp", "", "2021", "province", ""), "书库中没有这一级的报告"),
        (("gdp", "", "2021", "city", "四川省"), "书库中没有这一级的报告"),
        (("gdp", "", "2019", "county", ""), "书库中没有这一级 2019 年、2020 年的报告"),
        (("cpi", "", "2023", "county", ""), "这一级的报告均未提及 2023 年的“居民消费价格涨幅”"),
    ],
)
def test_why_nothing_is_ranked_is_said(library: Library, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(HuijiError) as raised:
        load_ranking(View("ranking", (source(library, "青川县/2022"),), words), library, None, str)
    assert raised.value.message == told


def test_a_name_of_one_level_alone_leads_to_no_other(library: Library) -> None:
    words = ("服务业", "growth", "2021", "county", "")
    view = View("ranking", (source(library, "青川县/2022"),), words)
    _, content = load_ranking(view, library, None, str)
    assert {level for level, _ in content.scopes} == {"county"}


def test_only_levels_with_figures_of_the_year_can_be_chosen(library: Library) -> None:
    place = source(library, "青川县/2023")
    chosen = {}
    for year in ("2021", "2022"):
        view = View("ranking", (place,), ("gdp", "growth", year, "county", "广元市"))
        chosen[year] = load_ranking(view, library, None, str)[1].scopes
    counties = [("county", ""), ("county", "广元市"), ("county", "四川省")]
    assert chosen == {"2021": counties, "2022": [("city", ""), *counties]}


def test_a_ranking_is_of_the_level_and_the_reviewed_year_of_the_report(library: Library) -> None:
    view = View("ranking", (source(library, "青川县/2022"),))
    view, content = load_ranking(view, library, None, str)
    assert view.words == ("gdp", "growth", "2021", "county", "")
    assert {row.place.place for row in content.ranking.rows} == {"青川县", "剑阁县"}
    assert content.own == "青川县"
    assert content.scopes == [("county", ""), ("county", "广元市"), ("county", "四川省")]
    assert not content.notice
    assert set(content.years) == {2021, 2022, 2023}
    assert content.writer is not None
    head, *rows = content.writer.ranking_rows(content.ranking, "zh")
    assert head[:2] == ["位次", "地区"] and len(rows) == 2


def test_five_and_six_open_both_from_the_library_and_back(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "5")
        await until(app, lambda: isinstance(app.app.screen, SeriesScreen))
        assert "青川县 · 地区生产总值增速" in app.text
        await app.press("6")
        await until(app, lambda: isinstance(app.app.screen, RankingScreen))
        assert "2022 年 · 地区生产总值增速" in app.text
        await app.press("enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        assert "青川县" in app.rows[0]
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, RankingScreen))
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, SeriesScreen))

    drive_library(steps, qingchuan)


def test_the_key_for_levels_leads_round_all_that_have_figures(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "6")
        await until(app, lambda: isinstance(app.app.screen, RankingScreen))
        for title in ("广元市各区县", "四川省各区县", "各市", "各区县"):
            await app.press("l")
            await until_titled(app, f" {title} · 2022 年 · 地区生产总值增速")

    drive_library(steps, qingchuan)


def test_five_in_a_report_shows_the_metric_at_hand(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        report = app.panes.metrics_panel.reading.report
        jobs = next(metric for metric in report.metrics if metric.canonical == "urban_new_jobs")
        app.panes.text_pane.go_to(jobs.start)
        await app.press("5")
        await until(app, lambda: isinstance(app.app.screen, SeriesScreen))
        assert "青川县 · 城镇新增就业" in app.rows[0]
        await app.press("escape")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))

    drive_library(steps, qingchuan)


def test_without_a_library_one_line_says_how_to_make_one() -> None:
    async def steps(app: Driven) -> None:
        for key in ("5", "6"):
            await app.press(key)
            await until(app, lambda: "library add" in app.rows[-1])
            await app.press("down")

    drive(steps)


async def until_titled(app: Driven, title: str) -> None:
    """Wait until the screen has a title."""
    await until(app, lambda: app.rows[0].startswith(title))


async def years(app: Driven) -> None:
    """Show the year before the last known one."""
    await app.press("left")


async def table(app: Driven) -> None:
    """Show the values alone."""
    await app.press("t")


async def start(app: Driven) -> None:
    """Show the ranking."""


SCREENS: dict[str, tuple[Steps, str]] = {
    "view-series": (years, "series"),
    "view-series-table": (table, "series"),
    "view-series-places": (start, "places"),
    "view-ranking": (start, "ranking"),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screens_match_their_grids(name: str, size: tuple[int, int]) -> None:
    steps, kind = SCREENS[name]
    sessions = {
        "series": lambda: series_session(),
        "places": lambda: series_session(sample_series(), second_series()),
        "ranking": lambda: rank_session(),
    }
    drive_view(_comparing(name, steps, size), sessions[kind](), size=size)
