"""Names of metrics stand for the indicators of the table, and names of other statistics do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.indicator_samples import UNITS, found, indicator
from tui.metrics import indicator_names as names
from tui.metrics.indicators import (
    IndicatorName,
    Indicators,
    default_indicators,
)
from tui.report.model import Measure

#: Names with unit, measure and year, and the indicator they stand for.
NAMED: tuple[tuple[str, str, Measure, int | None, str], ...] = (
    ("地区生产总值", "%", "growth", 2023, "gdp"),
    ("国内生产总值", "亿元", "level", 2001, "gdp"),
    ("全州GDP", "万亿元", "level", 2021, "gdp"),
    ("生产总值", "番", "multiple", 2010, "gdp"),
    ("人均 GDP", "万美元", "level", 2022, "gdp_per_capita"),
    ("规上工业增加值", "%", "growth", 2024, "industry_above_scale_value_added"),
    ("规模以上工业增加值增速", "%", "share", 2024, "industry_above_scale_value_added"),
    ("工业增加值", "亿元", "level", 2003, "industry_value_added"),
    ("固定资产投资", "%", "growth", 2023, "fixed_asset_investment"),
    ("固投", "%", "growth", 2023, "fixed_asset_investment"),
    ("社消零", "%", "growth", 2023, "retail_sales"),
    ("社零总额", "亿元", "level", 2023, "retail_sales"),
    ("GDP测算增速", "%", "growth", 2023, "gdp"),
    ("市地方财政收入", "%", "growth", 2004, "local_fiscal_revenue"),
    ("全社会固定资产投资总额", "亿元", "level", 2004, "total_fixed_asset_investment"),
    ("社会商品零售总额", "亿元", "level", 1992, "retail_sales"),
    ("地方财政一般预算收入", "亿元", "growth", 2008, "general_budget_revenue"),
    ("公共财政预算收入", "%", "growth", 2013, "general_budget_revenue"),
    ("一般公共预算收入（同口径）", "%", "growth", 2017, "general_budget_revenue"),
    ("全区一般公共预算收入可比", "%", "growth", 2020, "general_budget_revenue"),
    ("全部财政收入", "亿元", "level", 2010, "total_fiscal_revenue"),
    ("居民消费价格涨幅", "%", "share", 2024, "cpi"),
    ("居民消费价格指数", "%", "growth", 2011, "cpi"),
    ("新增城镇就业人数", "万人", "level", 2014, "urban_new_jobs"),
    ("城镇新增就业", "%", "completion", 2023, "urban_new_jobs"),
    ("期末城镇登记失业率", "%", "share", 2012, "registered_unemployment"),
    ("城镇调查失业率", "％", "level", 2022, "surveyed_unemployment"),
    ("农民人均纯收入实际", "%", "growth", 2009, "rural_net_income"),
    ("农村常住居民人均可支配收入", "元", "level", 2019, "rural_income"),
    ("实际使用外资", "万美元", "level", 2006, "foreign_investment_utilised"),
    ("实际利用外商直接投资", "亿美元", "level", 2006, "foreign_direct_investment"),
    ("外贸出口", "%", "growth", 2009, "exports"),
    ("人口自然增长率", "‰", "growth", 2007, "natural_growth"),
    ("人口自然增长率", "‰", "level", 2014, "natural_growth"),
    ("城镇化水平", "个百分点", "growth", 2008, "urbanisation"),
    ("粮食总产", "亿斤", "level", 2016, "grain_output"),
    ("生产粮食", "万吨", "level", 2009, "grain_output"),
    ("单位国内生产总值能源消耗", "%", "growth", 2014, "energy_intensity"),
    ("万元生产总值能耗", "吨标准煤", "level", 2006, "energy_intensity"),
    ("研究与试验发展经费支出占地区生产总值的比重", "%", "share", 2020, "rd_intensity"),
    ("R&D经费支出占GDP比重", "%", "share", 2020, "rd_intensity"),
    ("PM2.5平均浓度", "微克/立方米", "level", 2023, "pm25"),
    ("改造老旧小区", "个", "level", 2023, "old_neighbourhoods"),
    ("新增国家级专精特新“小巨人”企业", "家", "level", 2023, "new_little_giants"),
    ("贫困人口脱贫", "万", "level", 2017, "poverty_reduction"),
)


@pytest.mark.parametrize(("name", "unit", "measure", "year", "expected"), NAMED)
def test_a_name_in_use_stands_for_its_indicator(
    name: str, unit: str, measure: Measure, year: int | None, expected: str
) -> None:
    assert found(name, unit, measure, year) == expected


#: Names that resemble an indicator's, and why they stand for none.
OTHERS: tuple[tuple[str, str, Measure, int | None, str], ...] = (
    ("海洋生产总值", "亿元", "level", 2023, "a part of the whole"),
    ("县域生产总值", "%", "growth", 2020, "a part of the whole"),
    ("地区生产总值", "%", "share", 2020, "a share of something not named"),
    ("地区生产总值", "个百分点", "growth", 2020, "a contribution to its growth"),
    ("地区生产总值", "位", "rank", 2020, "a rank"),
    ("规模以上工业增加值增速", "个百分点", "growth", 2020, "growth of growth"),
    ("市级一般公共预算收入", "亿元", "level", 2020, "of one level of government"),
    ("区本级固定资产投资", "亿元", "level", 2020, "of one level of government"),
    ("泉港区生产总值", "亿元", "level", 2020, "of another place"),
    ("四县（市）固定资产投资", "亿元", "level", 2004, "of other places"),
    ("五年累计实际利用外资", "亿美元", "level", 2010, "a sum of several years"),
    ("天津口岸进出口总值", "亿美元", "level", 2006, "trade through a port"),
    ("蔬菜出口", "亿元", "level", 2024, "of one product"),
    ("出口", "亿美元", "level", 2006, "may be of one product"),
    ("技术合同登记额", "亿元", "level", 2023, "registered, not concluded"),
    ("国内旅游收入", "亿元", "level", 2006, "a part of the whole"),
    ("农村居民消费价格涨幅", "%", "growth", 2016, "a part of the whole"),
    ("居民消费价格指数", "%", "share", 2006, "an index may be 103"),
    ("城镇新增就业岗位", "万个", "level", 2005, "posts, not persons"),
    ("城乡居民人均可支配收入", "%", "growth", 2018, "two numbers, of town and country"),
    ("高新技术企业", "家", "level", 2023, "new ones, or all"),
    ("净增高新技术企业", "家", "level", 2023, "net of those lost"),
    ("开工改造老旧小区", "个", "level", 2023, "begun, not done"),
    ("建成高标准农田", "万亩", "level", 2023, "may be the total"),
    ("粮食综合生产能力", "亿斤", "level", 2015, "what could be grown"),
    ("林木绿化率", "%", "share", 2015, "another rate"),
    ("万元工业增加值用水量", "%", "growth", 2015, "water, not energy"),
    ("城区空气质量优良率", "%", "share", 2015, "a part of the place"),
    ("农村居民人均可支配收入", "元", "level", 2005, "not surveyed then"),
    ("公共财政预算收入", "亿元", "level", 2022, "no longer called so"),
    ("一般公共预算收入", "家", "level", 2022, "another unit"),
    ("规模以上工业增加值增速", "亿元", "level", 2022, "no amount is a rate of growth"),
    ("城镇新增就业", "家", "growth", 2022, "another unit"),
    ("城镇新增就业", "家", "completion", 2022, "no rate"),
    ("城镇登记失业率", "%", "completion", 2022, "no plan is completed by a rate"),
    ("城镇登记失业率", "倍", "multiple", 2022, "no multiple of a rate"),
    ("地区生产总值", "倍", "level", 2022, "a multiple of something else"),
    ("", "亿元", "level", 2022, "no name"),
    ("全市", "亿元", "level", 2022, "whose it is only"),
    ("增速", "%", "growth", 2022, "of what is not said"),
)


@pytest.mark.parametrize(("name", "unit", "measure", "year", "why"), OTHERS)
def test_a_similar_name_stands_for_no_indicator(
    name: str, unit: str, measure: Measure, year: int | None, why: str
) -> None:
    assert found(name, unit, measure, year) is None, why


#: Pairs of names that reports must not mix up.
@pytest.mark.parametrize(
    ("one", "other", "unit", "measure"),
    [
        ("一般公共预算收入", "财政总收入", "亿元", "level"),
        ("一般公共预算收入", "地方财政收入", "亿元", "level"),
        ("规模以上工业总产值", "规模以上工业增加值", "亿元", "level"),
        ("规模以上工业增加值", "全部工业增加值", "%", "growth"),
        ("城镇登记失业率", "城镇调查失业率", "%", "share"),
        ("常住人口城镇化率", "户籍人口城镇化率", "%", "share"),
        ("全社会固定资产投资", "固定资产投资", "%", "growth"),
        ("农民人均纯收入", "农民人均可支配收入", "元", "level"),
        ("进出口总额", "出口总额", "亿美元", "level"),
        ("新增高新技术企业", "高新技术企业总数", "家", "level"),
        ("新增农村劳动力转移就业", "农村劳动力转移就业", "万人", "level"),
        ("造林面积", "营造林面积", "万亩", "level"),
        ("空气质量优良天数", "空气质量优良天数比率", "天", "level"),
        ("地区生产总值", "国民生产总值", "亿元", "level"),
    ],
)
def test_different_statistics_are_never_one_indicator(
    one: str, other: str, unit: str, measure: Measure
) -> None:
    assert found(one, unit, measure) is not None
    assert found(one, unit, measure) != found(other, unit, measure)


def test_a_name_after_the_own_place_is_found_and_after_another_is_not() -> None:
    assert found("惠济区生产总值", "亿元", "level", 2023, "郑州市惠济区", "惠济区", "惠济") == "gdp"
    assert found("惠济地区进出口总额", "亿美元", "level", 2023, "惠济区") == "trade_total"
    assert found("中原区生产总值", "亿元", "level", 2023, "惠济区", "惠济") is None


def test_a_name_of_two_indicators_is_found_only_where_the_year_decides() -> None:
    both = Indicators(
        [indicator("old", IndicatorName("造林", None, 1999)), indicator("new", IndicatorName("造林", 2000))]
    )
    ids = {year: both.find("造林", "亩", "level", year) for year in (1998, 2005, None)}
    assert [ids[1998] and ids[1998].id, ids[2005] and ids[2005].id, ids[None]] == ["old", "new", None]


def test_indicators_are_listed_in_their_usual_order() -> None:
    late = indicator("late", IndicatorName("甲"))._replace(order=20)
    assert [entry.id for entry in Indicators([late, indicator("early", IndicatorName("乙"))])] == [
        "early",
        "late",
    ]


#: Exclusions here are words that cleaning removes, so that only looking for them in the whole name keeps them out.
EXCLUDING = Indicators(
    [
        indicator("all", IndicatorName("造林"), exclusions=("全国", "同口径")),
        indicator("planted", IndicatorName("植树造林"), exclusions=("全年", "完成")),
    ]
)


PARTS = st.sampled_from(
    ("全国", "全市", "全年", "完成", "造林", "植树", "植树造林", "同口径", "可比", "（下同）", "“", " ")
)


@given(st.lists(PARTS, max_size=6).map("".join))
def test_no_name_with_an_exclusion_is_found(name: str) -> None:
    entry = EXCLUDING.find(name, "亩", "level")
    assert entry is None or not any(excluded in names.plain(name) for excluded in entry.exclusions)


@given(st.text(max_size=80), st.sampled_from([*UNITS.values(), "", "件次"]))
def test_any_text_may_be_looked_up(name: str, unit: str) -> None:
    default_indicators().find(name, unit, "level", 2020)


@pytest.mark.parametrize("piece", ["全", "全市", "占比重", "（", "增速", "GDP", "国内"])
def test_a_name_longer_than_any_indicator_is_not_looked_at(piece: str) -> None:
    assert found(piece * 20_000, "亿元", "level") is None
