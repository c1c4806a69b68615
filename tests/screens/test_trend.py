"""The tab 趋势 of the library's panel: how often the reports of each year and level have what is searched for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.pilot import Driven, drive_library, until
from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.place_tree import ShelfReport, build_place_tree
from tui.screens.library_rows import Actions
from tui.screens.main import MainScreen
from tui.screens.trend_rows import trend_of, trend_rows
from tui.typeset.cells import NARROW, cell_length
from tui.widgets.library_panel import PanelRow
from tui.widgets.panel_columns import count_columns
from tui.wording.model import TrendLevel, TrendYear

#: Number, level, plan year and date of each report.
REPORTS = [
    ShelfReport(number, "", code, level, year, "", date, 1)
    for number, code, level, year, date in (
        (1, "130600", "city", 2020, "2020-02-01"),
        (2, "130600", "city", 2022, ""),
        (3, "410100", "city", 2022, "2022-03-01"),
        (4, "410000", "province", 2022, "2022-01-20"),
        (5, "410000", "province", 2024, "2024-01-20"),
        (6, "", "", None, ""),
    )
]


def rows_for(counts: dict[int, int], chosen: frozenset[int] | None = None) -> list[PanelRow]:
    tree = build_place_tree(REPORTS, default_divisions())
    trend = trend_of(REPORTS, counts, chosen)
    actions = Actions(id, lambda *_: None, lambda _: "", id)
    return trend_rows(tree, trend, None, actions, lambda: None)


def test_reports_and_hits_are_counted_by_year_and_level() -> None:
    trend = trend_of(REPORTS, {2: 3, 4: 1, 6: 2}, None)
    assert trend.years == (TrendYear(2020, 1, 0, 0), TrendYear(2022, 3, 2, 4), TrendYear(2024, 1, 0, 0))
    assert trend.levels == (
        TrendLevel("province", 2, 1, 1),
        TrendLevel("city", 3, 1, 3),
        TrendLevel("", 1, 1, 2),
    )
    assert trend.undated == TrendLevel("", 1, 1, 2)


@pytest.mark.parametrize(
    ("having", "first"),
    [({2, 3, 4, 5}, 4), ({2, 3}, 3), ({2, 5}, 2), ({6}, None), (set(), None)],
    ids=["the earliest date of the year", "dated before undated", "the earliest year", "only without a year", "nowhere"],
)  # fmt: skip
def test_the_first_report_is_that_of_the_earliest_year_and_date(having: set[int], first: int | None) -> None:
    found = trend_of(REPORTS, dict.fromkeys(having, 1), None).first
    assert (found.id if found is not None else None) == first


def test_reports_that_the_filters_leave_out_are_not_counted() -> None:
    trend = trend_of(REPORTS, {2: 3}, frozenset({2, 3}))
    assert trend.years == (TrendYear(2022, 2, 1, 3),) and len(trend.levels) == 1


@pytest.mark.parametrize(
    ("reports", "chosen", "heading"),
    [(REPORTS, None, "首次出现"), (REPORTS, {2, 4, 5}, "所选范围内首次出现"), (REPORTS[:3], None, "所选范围内首次出现")],
    ids=["the whole library", "filters", "a place"],
)  # fmt: skip
def test_a_first_occurrence_in_a_part_of_the_library_is_told_as_such(
    reports: list[ShelfReport], chosen: set[int] | None, heading: str
) -> None:
    tree = build_place_tree(REPORTS, default_divisions())
    trend = trend_of(reports, {2: 3}, chosen)
    rows = trend_rows(tree, trend, None, Actions(id, lambda *_: None, lambda _: "", id), lambda: None)
    assert next(row.name for row in rows if row.is_heading) == heading


def test_years_come_newest_first_with_gaps_and_those_before_the_first_hit_in_one_row() -> None:
    rows = [(row.name, row.counts) for row in rows_for({2: 3, 5: 1})]
    years = rows[[name for name, _ in rows].index("年份") + 1 :][:5]
    assert years == [
        ("2024", ("1/1", "100%", "1")),
        ("2023", ("", "", "缺")),
        ("2022", ("1/3", "33%", "3")),
        ("此前", ("0/1", "0%", "0")),
        ("年份不明", ("0/1", "0%", "0")),
    ]


def test_a_year_or_level_without_hits_cannot_be_chosen() -> None:
    can_be_chosen = {row.name for row in rows_for({2: 3, 5: 1}) if row.pick is not None and row.counts}
    assert can_be_chosen == {"2024", "2022", "省级", "地市"}


@pytest.mark.parametrize(
    ("counts", "scale", "share"),
    [({1: 1}, "0–100%", 1.0), ({2: 1}, "0–50%", 2 / 3)],
    ids=["all reports of a year", "a third of a year and of a level"],
)
def test_a_full_bar_stands_for_as_little_as_all_shares_fit_into(
    counts: dict[int, int], scale: str, share: float
) -> None:
    rows = rows_for(counts)
    assert rows[0].bar_note == scale
    assert max(row.share or 0 for row in rows) == pytest.approx(share)


def test_the_trend_is_that_of_the_library(library: Library) -> None:
    tree = library.places()
    for query in ("低空经济", "企业", "qy", "黄河", "无此词语"):
        trend = library.trend(query)
        counts = library.search(query).counts()
        shown = trend_of(tree.reports.values(), counts, None)
        assert (shown.years, shown.levels) == (trend.years, trend.levels)
        assert (shown.first.id if shown.first else None) == (trend.first.report if trend.first else None)


async def to_trend(app: Driven, query: str) -> None:
    """Search the library, and show how often reports have it."""
    await app.press("slash", query)
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "3", "right")
    await until(app, lambda: "[趋势]" in app.text)


def test_a_year_is_chosen_to_list_its_hits_and_the_tab_stays(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_trend(app, "企业")
        panel = app.library.panes.summary
        panel.move_cursor(next(at for at, row in enumerate(panel._rows) if row.name == "2022"))
        await app.press("enter")
        assert app.library.panes.search_box.value == "企业 year:2022"
        await until(app, lambda: app.library.search.is_complete)
        assert panel.tab == "trend"
        assert {row.label[-4:] for row in app.library.panes.reports.rows if row.kind == "report"} == {"2022"}
        assert any(row.name == "不限年份" for row in panel._rows)

    drive_library(steps, library.path)


def test_the_first_occurrence_opens_where_it_is(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_trend(app, "低空经济")
        await until(app, lambda: app.library.summary._first is not None)
        panel = app.library.panes.summary
        panel.move_cursor(next(at for at, row in enumerate(panel._rows) if row.name.endswith("青川县 2022")))
        await app.press("enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        text = app.main._session.prepared.report.text
        assert app.main.navigation.offset == text.index("低空经济")
        assert app.panes.search_box.value == "低空经济"

    drive_library(steps, library.path)


def test_without_a_search_the_tab_says_what_it_shows(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "right")
        assert "[趋势]" in app.text and "输入要找的词" in app.text
        await app.press("slash", "无此词语")
        await until(app, lambda: app.library.search.is_complete)
        assert app.library.panes.summary._rows[0].name == "没有命中"

    drive_library(steps, library.path)


def test_several_terms_are_said_to_be_in_one_paragraph(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_trend(app, "低空经济 服务业")
        assert "几个词：指同一段里都有的" in app.text

    drive_library(steps, library.path)


@given(
    rows=st.lists(
        st.tuples(
            st.text("年份不明20地市", min_size=1, max_size=4),
            st.tuples(*[st.integers(0, 10**6).map(str)] * 3),
            st.floats(0, 1),
        ),
        min_size=1,
    ),
    room=st.integers(10, 70),
)
def test_bars_and_counts_stand_in_their_columns_at_every_width(
    rows: list[tuple[str, tuple[str, ...], float]], room: int
) -> None:
    columns = count_columns([(name, counts) for name, counts, _ in rows], room, NARROW)
    for name, counts, share in rows:
        left, full, rest, right = columns.pieces(name, share, "", counts, NARROW)
        assert cell_length(left) == columns.name + 1
        assert cell_length(full + rest) == columns.bar
        assert len(full) == (max(1, round(columns.bar * share)) if columns.bar and share else 0)
        assert cell_length(left + full + rest + right) <= room
        if columns.counts[-1]:
            assert right.endswith(counts[-1])
