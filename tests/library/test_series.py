"""Series and rankings of the reports of a library."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.series import Said, write_report, write_reports
from tui.library.library import Library
from tui.metrics.indicators import Indicator, IndicatorName, Indicators, built_in_entries
from tui.metrics.labels import format_value
from tui.report.errors import UsageError
from tui.series.model import RankBy, RankRow, Stated
from tui.series.ranking import rank_key
from tui.widgets.series_table import copied


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of small reports of places, open for reading."""
    folder = tmp_path_factory.mktemp("places")
    path = folder / "library.db"
    with Library(path, write=True) as made:
        steps = list(made.add(sorted(map(str, write_reports(folder)))))
        assert {step.outcome for step in steps} == {"added"}
    with Library(path) as opened:
        yield opened


def shown(stated: Stated | None) -> str:
    return format_value(stated.metric) if stated else ""


def test_a_series_has_the_sentence_of_each_figure(places: Library) -> None:
    series = places.series("地区生产总值", "青川县")
    assert [(year.year, shown(year.target), shown(year.actual), year.verdict) for year in series.years] == [
        (2020, "", "增3%", None),
        (2021, "增7%以上", "增8.2%", "met"),
        (2022, "增7%左右", "增5%", "missed"),
        (2023, "增6%", "", None),
    ]
    assert [shown(year.amount) for year in series.years] == ["50亿元", "55亿元", "58亿元", ""]
    stated = series.years[1].actual
    assert stated is not None and stated.report.plan_year == 2022
    report = places.report(stated.report.number or 0)
    assert report.text[slice(*stated.sentence)] == stated.text
    assert report.text[stated.metric.start : stated.metric.end] == stated.metric.quote == "8.2%"
    assert stated.metric in report.metrics


def test_a_report_that_names_an_indicator_without_a_figure_is_told_from_one_that_does_not(
    tmp_path: Path,
) -> None:
    said = {
        2022: ("固定资产投资增长8%。", "固定资产投资增长7%。"),
        2023: ("固定资产投资稳步回升，新增就业3000人。", "新建公园3个。"),
        2024: ("新增就业3000人。", "固定资产投资增长7%。"),
    }
    for year, (done, promised) in said.items():
        write_report(tmp_path, "旺苍县", year, Said(done, promised))
    path = tmp_path / "library.db"
    with Library(path, write=True) as made:
        list(made.add([str(tmp_path)]))
    with Library(path) as opened:
        years = {year.year: year for year in opened.series("固定资产投资", "旺苍县").years}
    mention = years[2022].actual_mention
    assert mention is not None and mention.text.endswith("固定资产投资稳步回升，新增就业3000人。")
    assert years[2021].actual_mention is years[2022].target_mention is years[2023].target_mention is None
    assert years[2023].actual_mention is None
    assert [copied(years[year]) for year in (2022, 2023)] == ["2022 7% 提及无数", "2023 未提及 未提及"]


def test_a_measure_and_a_name_of_a_person_can_be_asked_for(places: Library) -> None:
    assert [shown(year.actual) for year in places.series("gdp", "青川", "level").years] == [
        "50亿元", "55亿元", "58亿元",
    ]  # fmt: skip
    own = Indicator("parks", "公园", 1, (IndicatorName("新建公园"),), (), ("items",), ("level",))
    reader = places.figures(Indicators((*built_in_entries(), own)))
    assert [shown(year.target) for year in reader.series("parks", "苍溪县", None).years] == ["", "5个"]
    assert [shown(year.target) for year in places.series("新建公园", "苍溪县").years] == ["", "5个"]


def test_unknown_places_and_indicators_are_refused_with_what_is_near(places: Library) -> None:
    with pytest.raises(UsageError, match="青川县"):
        places.series("gdp", "青川省")
    with pytest.raises(UsageError, match="地区生产总值"):
        places.series("地区产总值", "青川县")


def cells(row: RankRow) -> tuple[str, str, str, str | None]:
    return row.place.place, shown(row.target), shown(row.actual), row.verdict


def test_a_ranking_is_sorted_by_the_better_and_lists_who_says_nothing(places: Library) -> None:
    ranking = places.ranking("gdp", 2022, "county")
    assert [cells(row) for row in ranking.rows] == [
        ("剑阁县", "增7%", "增7.5%", "exceeded"),
        ("青川县", "增7%左右", "增5%", "missed"),
    ]
    assert ranking.missing == ("苍溪县",)
    assert {row.parent for row in ranking.rows} == {"广元市"}
    assert [row.gap.value for row in ranking.rows if row.gap] == [Decimal("0.5"), Decimal("-2")]


def test_places_without_what_is_sorted_by_stand_last(places: Library) -> None:
    rows = places.ranking("gdp", 2022, "county").rows
    silent = [rows[0]._replace(target=None, verdict=None, gap=None), rows[0]._replace(actual=None)]
    admitted = rows[0]._replace(verdict="admitted", gap=None)
    orders: list[tuple[RankBy, RankRow]] = [("target", silent[0]), ("gap", silent[0]), ("actual", silent[1])]
    for by, last in orders:
        assert sorted([last, *rows, admitted], key=lambda row: rank_key(row, by, "higher"))[-1] == last
    assert rank_key(admitted, "gap", "higher") > rank_key(rows[0], "gap", "higher")


def test_a_ranking_by_target_or_gap_needs_other_reports(places: Library) -> None:
    figures = places.figures()
    by_target = figures.ranking("gdp", 2023, "county", by="target")
    assert ([row.place.place for row in by_target.rows], by_target.missing) == (
        ["青川县"],
        ("剑阁县", "苍溪县"),
    )
    by_gap = figures.ranking("gdp", 2022, "county", by="gap")
    assert ([row.place.place for row in by_gap.rows], by_gap.missing) == (["剑阁县", "青川县"], ())


def test_those_above_ones_own_place_are_added(places: Library) -> None:
    ranking = places.figures().ranking("gdp", 2022, None, place="青川")
    assert (ranking.level, ranking.own) == ("county", "510822")
    assert [cells(row)[::2] for row in ranking.above] == [("广元市", "增1%"), ("四川省", "增2.9%")]


def test_a_ranking_can_be_of_the_places_in_another(places: Library) -> None:
    assert len(places.ranking("gdp", 2022, "county", "四川省").rows) == 2
    assert places.ranking("gdp", 2022, "county", "河南省").rows == ()
    with pytest.raises(UsageError):
        places.ranking("gdp", 2022, "county", "某某省")


def test_kept_targets_are_counted_by_year(places: Library) -> None:
    kept = places.figures().kept("gdp", "county")
    assert [(one.year, one.counts) for one in kept] == [
        (2021, {"met": 1}),
        (2022, {"exceeded": 1, "missed": 1}),
    ]
    assert [one.year for one in places.figures().kept("gdp", year=2022)] == [2022]
