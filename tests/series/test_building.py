"""Series: what is stated of each year, what became of it, and where values cannot be joined."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.series.samples import growth, level, said, source
from tui.messages import series as messages
from tui.metrics.indicators import default_indicators
from tui.metrics.labels import format_value
from tui.promises.model import Gap
from tui.series.asked import asked_for
from tui.series.building import build_series
from tui.series.choice import Statement
from tui.series.model import SeriesYear, Stated


def shown(stated: Stated | None) -> str:
    return format_value(stated.metric) if stated else ""


def cells(year: SeriesYear) -> tuple[int, str, str, str | None]:
    return year.year, shown(year.target), shown(year.actual), year.verdict


def test_targets_are_of_the_report_of_the_year_and_actuals_of_the_next() -> None:
    series = build_series(
        source(
            {
                2021: [growth(2021, "7", "target"), growth(2020, "3")],
                2022: [growth(2022, "6", "target"), growth(2021, "8"), level(2021, "100")],
                2023: [growth(2022, "5")],
            }
        )
    )
    assert (series.indicator, series.name, series.measure) == ("gdp", "地区生产总值", "growth")
    assert [cells(year) for year in series.years] == [
        (2020, "", "增3%", None),
        (2021, "增7%", "增8%", "exceeded"),
        (2022, "增6%", "增5%", "missed"),
    ]
    assert shown(series.years[1].amount) == "100亿元"
    gap = series.years[2].gap
    assert gap == Gap(Decimal(-1), "个百分点")


def test_a_report_that_says_nothing_is_told_from_none() -> None:
    series = build_series(source({2019: [growth(2019, "7", "target")], 2020: [], 2023: [growth(2022, "5")]}))
    assert [(year.year, year.has_plan, year.has_results) for year in series.years] == [
        (2019, True, True),
        (2020, True, False),
        (2021, False, False),
        (2022, False, True),
    ]


def test_the_span_of_years_can_be_chosen() -> None:
    statements = {year + 1: [growth(year, "7")] for year in range(2015, 2022)}
    years = build_series(source(statements), first=2017, last=2019).years
    assert [year.year for year in years] == [2017, 2018, 2019]


def test_nothing_stated_is_an_empty_series() -> None:
    assert build_series(source({2021: []})).years == ()
    assert build_series(source({})).years == ()


def levels_of(*statements: list[Statement]) -> tuple[SeriesYear, ...]:
    return build_series(
        source({2019 + number: some for number, some in enumerate(statements)}), "level"
    ).years


def test_levels_that_do_not_fit_the_growth_are_not_joined() -> None:
    years = levels_of(
        [level(2018, "101")], [level(2019, "81"), growth(2019, "6")], [level(2020, "85"), growth(2020, "5")]
    )
    assert messages.revised("-19.8", "6") in years[1].breaks
    assert years[2].breaks == ()


def test_growth_within_twelve_points_is_no_revision() -> None:
    years = levels_of([level(2018, "100")], [level(2019, "118"), growth(2019, "7")])
    assert all(messages.revised("18", "7") not in year.breaks for year in years)


def test_a_fall_told_as_growth_is_a_break_before_twelve_points() -> None:
    years = levels_of([level(2018, "101")], [level(2019, "98"), growth(2019, "4")])
    assert messages.revised("-3", "4") in years[1].breaks


def test_growth_with_and_without_the_change_of_prices_is_not_joined() -> None:
    real = said("收入实际增长8%。", "8%", 2020, attributes=("real",))
    nominal = said("收入增长8%。", "8%", 2021)
    years = build_series(source({2021: [real], 2022: [nominal]})).years
    assert [year.breaks for year in years] == [(), (messages.other_prices(True),)]


def test_growth_on_a_basis_with_a_name_is_a_break() -> None:
    years = build_series(source({2021: [said("收入按老口径增长8%。", "8%", 2020)]})).years
    assert [year.breaks for year in years] == [(messages.named_basis("老口径"),)]


def test_a_level_that_is_stated_again_otherwise_is_a_break() -> None:
    statements = {
        2021: [level(2020, "101"), growth(2020, "5")],
        2022: [level(2021, "108"), growth(2021, "4")],
        2023: [level(2020, "105"), level(2022, "113"), growth(2022, "5")],
    }
    years = build_series(source(statements), "level").years
    assert years[1].breaks == (messages.restated(2020, "105亿元"),)


def test_a_level_that_is_stated_again_as_a_round_number_is_no_break() -> None:
    statements = {
        2021: [level(2020, "10535"), growth(2020, "5")],
        2022: [level(2021, "11200"), growth(2021, "6")],
        2023: [level(2020, "10000"), level(2022, "12000"), growth(2022, "7")],
    }
    years = build_series(source(statements), "level").years
    assert [year.breaks for year in years] == [(), (), ()]


def test_growth_from_a_round_number_is_no_break() -> None:
    years = levels_of([level(2018, "1000")], [level(2019, "1012"), growth(2019, "6.5")])
    assert messages.revised("1.2", "6.5") not in years[1].breaks


def test_growth_on_the_same_basis_is_a_break() -> None:
    same = said("收入同口径增长8%。", "8%", 2020, attributes=("comparable",))
    prices = said("按可比价格计算增长8%。", "8%", 2021, attributes=("comparable",))
    years = build_series(source({2021: [same], 2022: [prices]})).years
    assert [year.breaks for year in years] == [(messages.COMPARABLE_BASIS,), ()]


def test_changes_of_definition_break_levels_but_not_growth() -> None:
    statements = {
        year + 1: [level(year, str(100 + year - 2015)), growth(year, "1")] for year in range(2015, 2020)
    }
    # 2016 research counted in, 2019 after an economic census
    by_level = {year.year: year.breaks for year in build_series(source(statements), "level").years}
    assert {year for year, breaks in by_level.items() if breaks} == {2016, 2019}
    by_growth = build_series(source(statements)).years
    assert not any(year.breaks for year in by_growth)
    assert {year.year for year in by_growth if year.amount_breaks} == {2016, 2019}


def test_another_indicator_in_its_place_is_a_break_and_not_compared() -> None:
    asked = asked_for("rural_income", default_indicators())
    statements = {
        2013: [
            growth(2013, "9", "target", canonical="rural_net_income"),
            growth(2012, "12", canonical="rural_net_income"),
        ],
        2014: [growth(2013, "10", canonical="rural_income")],
    }
    years = build_series(source(statements, asked)).years
    assert years[1].verdict == "not_comparable"
    assert years[1].breaks == (messages.renamed_indicator("农村居民人均纯收入", "农村居民人均可支配收入"),)


def test_a_series_is_called_what_is_stated() -> None:
    asked = asked_for("new_jobs", default_indicators())
    jobs = said("城镇新增就业2万人。", "2万人", 2020, "level", canonical="urban_new_jobs")
    series = build_series(source({2021: [jobs]}, asked))
    assert (series.indicator, series.name, series.years[0].notes) == ("urban_new_jobs", "城镇新增就业", ())


def test_a_renamed_place_is_a_break() -> None:
    statements = {2015: [growth(2014, "7")], 2016: [growth(2015, "8")], 2017: [growth(2016, "8")]}
    names = {2015: "徐水县", 2016: "徐水区", 2017: "徐水区"}
    years = build_series(source(statements, names=names)).years
    assert [year.breaks for year in years] == [(), (messages.renamed_place("徐水县", "徐水区"),), ()]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("gdp", "gdp"),
        ("GDP", "gdp"),
        ("地区生产总值", "gdp"),
        ("全市地区生产总值", "gdp"),
        ("生产总值增速", "gdp"),
        ("公共财政预算收入", "general_budget_revenue"),
        ("农民人均纯收入", "rural_net_income"),
        ("城镇居民收入", "urban_income"),
        ("新开工垃圾场", "新开工垃圾场"),
    ],
)
def test_an_indicator_is_found_by_id_and_names(text: str, indicator: str) -> None:
    assert asked_for(text, default_indicators()).id == indicator


def test_an_amount_in_another_unit_of_its_kind_is_no_break() -> None:
    def grain(figure: str, year: int) -> Statement:
        return said(
            f"粮食产量{figure}。", figure, year, "level", canonical="grain_output", indicator="粮食产量"
        )

    asked = asked_for("grain_output", default_indicators())
    stated = {2022: [grain("150万吨", 2021)], 2023: [grain("29亿斤", 2022)]}
    assert [year.breaks for year in build_series(source(stated, asked)).years] == [(), ()]
