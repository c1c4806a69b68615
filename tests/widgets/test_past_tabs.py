"""The tabs of last year's promises and of a metric through the years: rows, signs, notes, what Enter leads to."""

from __future__ import annotations

import pytest

from tests.support.past import PLAN_TEXT, figure, promise, sample_promises, sample_series
from tests.support.samples import huiji
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.messages.promises import ALL_TARGETS
from tui.messages.verdicts import SIGNS
from tui.promises.model import Verdict
from tui.widgets.metric_rows import Row
from tui.widgets.metric_tabs import Reading
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.past_tabs import NoticeTab, sign_of
from tui.widgets.promise_tab import PromiseTab
from tui.widgets.series_tab import SeriesTab

PREPARED = prepare_report(huiji())
METRICS = huiji().metrics


def panel() -> MetricsPanel:
    return MetricsPanel(PREPARED, id="widget")


def promise_tab() -> PromiseTab:
    return PromiseTab(Reading(PREPARED), *sample_promises())


def series_tab(year: int | None = 2023, is_indicator: bool = True) -> SeriesTab:
    return SeriesTab(Reading(PREPARED), sample_series(), 8, is_indicator, year)


def row_of(rows: list[Row], name: str) -> Row:
    return next(row for row in rows if row.name == name)


def test_promises_are_grouped_main_indicators_first_and_what_is_likely_apart() -> None:
    rows = promise_tab().rows(None)
    assert [row.name for row in rows if row.is_heading] == [
        "主要指标 3 项", "未达 1 项", "达到 1 项", "有文无数 1 项", "可能相符，不计入 1 项", "待定 1 项", "未提及 1 项"
    ]  # fmt: skip
    assert promise_tab().count(rows) == 9


@pytest.mark.parametrize(
    ("name", "left", "right", "sign", "note"),
    [
        ("地区生产总值", "7.5%", "6%预计", "▼", "报告自认未达"),
        ("社会消费品零售总额", "增9%", "未提及", "…", ""),
        ("新建公园", "3个", None, "≈", ""),
        ("改造老旧小区", "35个", "待定", "?", ""),
        ("发放创业贷款", "5000万元", "有文无数", "◇", ""),
        ("建设停车泊位", "4000个", None, "=", "自评结论：达到（含社会泊位）"),
    ],
)
def test_a_promise_has_its_target_the_result_and_the_sign_of_the_verdict(
    name: str, left: str, right: str | None, sign: str, note: str
) -> None:
    row = row_of(promise_tab().rows(None), name)
    assert row.pair is not None
    assert (row.pair.left, row.pair.sign, row.note) == (left, sign, note)
    assert right is None or row.pair.right == right


def test_a_promise_leads_to_the_result_here_and_then_to_its_target() -> None:
    rows = promise_tab().rows(None)
    target = PLAN_TEXT.index
    here, there = row_of(rows, "地区生产总值").spots
    assert (here.report, here.offset, here.metric) == (None, METRICS[0].start, METRICS[0])
    assert (there.report, there.offset) == (7, target("7.5%"))
    assert [spot.report for spot in row_of(rows, "社会消费品零售总额").spots] == [7]
    assert [spot.offset for spot in row_of(rows, "改造老旧小区").spots] == [300, 500, target("35个")]
    assert [spot.offset for spot in row_of(rows, "发放创业贷款").spots] == [700, target("5000万元")]


def test_what_the_status_bar_says_of_a_promise() -> None:
    rows = promise_tab().rows(None)
    assert row_of(rows, "地区生产总值").remark == "未达 · 低1.5个百分点 · 原承诺“地区生产总值增长7.5%以上。”"
    assert row_of(rows, "新建公园").remark.startswith("可能达到 · ")
    assert "候选 2 句" in row_of(rows, "改造老旧小区").remark


def test_only_facts_are_counted_in_the_title() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("promises")
        await shown.settle()
        assert "正在查找…" in shown.text
        (asked,) = shown.posted(MetricsPanel.PastNeeded)
        assert asked.tab == "promises"
        widget.take("promises", PromiseTab(widget.reading, *sample_promises()))
        await shown.settle()
        assert shown.rows[0].endswith("9 项")
        assert shown.rows[1].split() == ["▲超过1", "=达到1", "▼未达2", "◇1", "…2", "?1", "可能≈1"]
        assert shown.rows[2].split() == ["指标", "2023目标", "结果"]

    show(panel, steps, size=(44, 30))


def test_a_promise_counts_without_a_metric_name() -> None:
    nameless = promise("3个", "", "not_mentioned", None, "none")
    (heading, row) = PromiseTab(Reading(PREPARED), PLAN_TEXT, 7, 2023, [nameless]).rows(None)
    assert heading.name == "未提及 1 项"
    assert (row.name, row.is_clause) == ("新建公园3个", True)


def test_a_filter_leaves_promises_by_their_targets_or_results() -> None:
    tab = promise_tab()
    targets = list(tab.others)
    left = tab.rows(frozenset({targets[4], METRICS[0]}))
    assert [row.name for row in left if row.pair] == ["地区生产总值", "新建公园"]


def test_enter_shows_the_result_and_then_the_target_of_last_year() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("promises")
        widget.take("promises", PromiseTab(widget.reading, *sample_promises()))
        await shown.press("enter", "enter", "down", "enter")
        spots = [message.spot for message in shown.posted(MetricsPanel.OpenSpot)]
        assert [spot.report for spot in spots] == [None, 7, None]
        assert [spot.metric for spot in spots] == [METRICS[0], None, METRICS[1]]

    show(panel, steps, size=(44, 30))


@pytest.mark.parametrize(
    ("year", "left", "right", "sign"),
    [
        ("2019", "8%", "7.5%", "▼"),
        ("2021", "6.5%", "未提及", ""),
        ("2022", "无报告", "无报告", ""),
        ("2024", "7%", "无报告", ""),
    ],
)
def test_a_year_has_its_target_and_its_actual_or_why_there_is_none(
    year: str, left: str, right: str, sign: str
) -> None:
    row = row_of(series_tab().rows(None), year)
    assert row.pair is not None
    assert (row.pair.left, row.pair.right, row.pair.sign) == (left, right, sign)


def test_a_year_leads_to_its_actual_and_then_to_its_target() -> None:
    rows = series_tab().rows(None)
    assert [spot.report for spot in row_of(rows, "2019").spots] == [4, 3]
    assert [spot.report for spot in row_of(rows, "2023").spots] == [None, 7], "the report on the screen"
    assert row_of(rows, "2022").spots == ()


def test_breaks_stand_below_their_year_and_notes_in_the_status_bar() -> None:
    rows = series_tab().rows(None)
    assert row_of(rows, "2020").note == "┄ 普查修订，不与上年相连"
    assert row_of(rows, "2019").remark == "低0.5个百分点 · “地区生产总值增长7.5%。”"
    assert row_of(rows, "2023").remark.startswith("预计数 · ")


def test_the_longest_bar_is_that_of_the_largest_actual() -> None:
    shares = {row.name: row.pair.share for row in series_tab().rows(None) if row.pair}
    assert shares == {"2019": 1.0, "2020": 0.2, "2021": None, "2022": None, "2023": 0.8, "2024": None}


@pytest.mark.parametrize(("year", "name"), [(2020, "2020"), (None, "2024"), (1999, "2024")])
def test_the_years_begin_at_that_of_the_metric(year: int | None, name: str) -> None:
    tab = series_tab(year)
    start = tab.start(tab.rows(None))
    assert start is not None
    assert start.name == name


def test_a_metric_that_is_no_main_indicator_is_said_to_be_none() -> None:
    assert series_tab(is_indicator=False).rows(None)[0].note == "不在主要指标之列，按名称逐年查找"
    assert series_tab().rows(None)[0].name == "2019"


def test_years_without_any_figure_say_so() -> None:
    empty = sample_series()._replace(years=())
    tab = SeriesTab(Reading(PREPARED), empty, None, True, None)
    assert tab.rows(None) == []
    assert tab.nothing == "书库里惠济区的报告均未提及“地区生产总值”"


def test_the_tab_of_the_years_follows_the_metric_in_the_text() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("series")
        widget.take("series", SeriesTab(widget.reading, sample_series(), 8, True, 2023))
        await shown.settle()
        assert shown.rows[1].strip() == "地区生产总值 增速 · 惠济区"
        widget.point_at(METRICS[1])
        assert widget.tab == "series"
        await shown.settle()
        assert "正在查找…" in shown.text
        assert shown.posted(MetricsPanel.PastNeeded)[-1].subject == METRICS[1]

    show(panel, steps, size=(44, 30))


@pytest.mark.parametrize("width", [36, 40, 44, 60])
def test_a_notice_is_shown_whole(width: int) -> None:
    words = "要有书库才能查往年：在终端执行 huiji-tui library add 文件夹，把往年的报告加入"

    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("promises")
        widget.take("promises", NoticeTab(widget.reading, words))
        await shown.settle()
        said = "".join(row.strip() for row in shown.rows[1:])
        assert said.replace(" ", "") == words.replace(" ", "")
        await shown.press("enter", "down")

    show(panel, steps, size=(width, 20))


@pytest.mark.parametrize("width", [36, 40, 44, 60])
def test_values_are_whole_at_every_width(width: int) -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.follow(0)
        widget.show_tab("promises")
        widget.take("promises", PromiseTab(widget.reading, *sample_promises()))
        await shown.settle()
        for row in widget._rows:
            if row.pair is not None:
                assert any(row.pair.left in line and row.pair.right in line for line in shown.rows), row.name

    show(panel, steps, size=(width, 40))


@pytest.mark.parametrize(
    ("verdict", "name", "canonical", "sign", "style"),
    [
        ("exceeded", "地区生产总值", "gdp", "▲", "rise-better"),
        ("missed", "地区生产总值", "gdp", "▼", "fall-worse"),
        ("missed", "城镇登记失业率", "", "▼", "fall-worse"),
        ("exceeded", "新建公园", "", "▲", "rise"),
        ("missed", "新建公园", "", "▼", "fall"),
        ("admitted", "新建公园", "", "▼", "fall-worse"),
        ("blanket", "新建公园", "", "◇", "met"),
        ("not_mentioned", "地区生产总值", "gdp", "…", "steady"),
    ],
)
def test_signs_are_good_or_bad_where_it_is_known_which_values_are_better(
    verdict: Verdict, name: str, canonical: str, sign: str, style: str
) -> None:
    assert sign_of(verdict, figure("5%", name, canonical=canonical)) == (sign, style)


def test_no_verdict_has_no_sign() -> None:
    assert sign_of(None, None) == ("", "steady")


def test_that_all_targets_are_said_to_be_met_stands_in_the_status_bar() -> None:
    silent = promise("5条", "新增公交线路", "not_mentioned", None, "none", note=ALL_TARGETS)
    (_, row) = PromiseTab(Reading(PREPARED), PLAN_TEXT, 7, 2023, [silent]).rows(None)
    assert row.note == "" and ALL_TARGETS in row.remark


def test_what_cannot_be_compared_has_the_sign_of_the_table() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        other = promise("10%", "固定资产投资", "not_comparable", METRICS[1])
        widget.show_tab("promises")
        widget.take("promises", PromiseTab(widget.reading, PLAN_TEXT, 7, 2023, [other]))
        await shown.settle()
        assert f" {SIGNS['not_comparable']} " in next(row for row in shown.rows if "固定资产投资" in row)

    show(panel, steps, size=(44, 30))


def test_the_years_are_of_what_was_promised_and_not_of_an_amount_that_was_reached() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        amount = METRICS[0]._replace(measure="level")
        widget.show_tab("promises")
        kept = promise("7.5%", "地区生产总值", "not_comparable", amount, canonical="gdp")
        widget.take("promises", PromiseTab(widget.reading, PLAN_TEXT, 7, 2023, [kept]))
        await shown.press("right")
        asked = shown.posted(MetricsPanel.PastNeeded)[-1]
        assert asked.subject == kept.target

    show(panel, steps, size=(44, 30))


def test_a_tab_begins_at_what_the_cursor_was_on_in_another_one() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        widget.show_tab("all")
        named = next(one for one in METRICS if one.canonical == "fixed_asset_investment")
        widget.point_at(named)
        widget.show_tab("promises")
        widget.take("promises", PromiseTab(widget.reading, *sample_promises()))
        assert widget.row is not None and widget.row.name == "固定资产投资"

    show(panel, steps, size=(44, 30))


def test_a_row_a_tab_only_begins_with_is_not_what_the_years_are_of() -> None:
    async def steps(widget: MetricsPanel, shown: Shown) -> None:
        told = {one.target.canonical or one.target.indicator for one in sample_promises().promises}
        named = next(one for one in METRICS if one.indicator and (one.canonical or one.indicator) not in told)
        widget.show_tab("all")
        widget.point_at(named)
        for moves in (0, 1):
            widget.show_tab("promises")
            widget.take("promises", PromiseTab(widget.reading, *sample_promises()))
            for _ in range(moves):
                widget.action_move(1)
            widget.show_tab("series")
            await shown.settle()
            subject = shown.posted(MetricsPanel.PastNeeded)[-1].subject
            assert (subject == named) is (not moves)

    show(panel, steps, size=(44, 30))
