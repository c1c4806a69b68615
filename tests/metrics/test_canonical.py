"""Which indicators the metrics of a sentence state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.samples import report_of
from tui.metrics.canonical import with_canonical_ids
from tui.metrics.indicators import default_indicators
from tui.report.model import Metric, Report


def report(sentence: str) -> Report:
    return report_of(
        f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n一、2023年工作回顾\n{sentence}\n"
    )


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("进出口总额增长5%，出口增长8%。", ["trade_total", "exports"]),
        ("蔬菜增长5%，出口增长8%。", ["", ""]),
        ("居民消费价格指数控制在3%。", ["cpi"]),
        ("居民消费价格指数为103%。", [""]),
        ("居民消费价格总指数控制在3%。", ["cpi"]),
        ("城市居民消费价格上涨3%。", ["urban_cpi"]),
        ("经济增长预期目标为7%。", ["gdp"]),
        ("地区生产总值增长保持在7%。", ["gdp"]),
        ("固定资产投资34亿元，增26%。", ["fixed_asset_investment"] * 2),
    ],
)
def test_a_figure_is_of_an_indicator_where_its_surroundings_say_so(sentence: str, ids: list[str]) -> None:
    assert [metric.canonical for metric in report(sentence).metrics] == ids


def with_whole(whole: str) -> Metric:
    read = report("一般公共预算收入增长7%。")
    part = read.metrics[0]._replace(part_of=whole, value=(Decimal(7),))
    (metric,) = with_canonical_ids(read._replace(metrics=(part,)), default_indicators()).metrics
    return metric


def test_part_of_a_known_whole_keeps_its_indicator() -> None:
    assert with_whole("财政总收入").canonical == "general_budget_revenue"


@pytest.mark.parametrize("whole", ["来源于广州地区的财政总收入", "地域财政收入"])
def test_part_of_the_revenue_of_a_place_is_its_own(whole: str) -> None:
    assert with_whole(whole).canonical == "general_budget_revenue"


def test_part_of_an_unknown_whole_is_another_figure() -> None:
    assert with_whole("开发区税收").canonical == ""
