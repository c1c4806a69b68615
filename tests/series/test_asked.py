"""Which metrics state what is asked for."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.metrics.indicators import default_indicators
from tui.series.asked import asked_for


def stated(indicator: str, sentence: str) -> list[str]:
    """Return which indicators the metrics of a sentence state, of those asked for."""
    asked = asked_for(indicator, default_indicators())
    report = report_of(
        f"政府工作报告\n——2014年1月22日在某区会议上\n各位代表:\n一、2013年工作回顾\n{sentence}\n"
    )
    return [asked.states(metric, report.place) for metric in report.metrics]


@pytest.mark.parametrize(
    ("indicator", "sentence", "ids"),
    [
        ("urban_income", "城镇居民人均可支配收入和农民人均纯收入均增长9%。", ["urban_income"]),
        ("rural_income", "城镇居民人均可支配收入和农民人均纯收入均增长9%。", ["rural_net_income"]),
        ("rural_income", "城镇和农村居民人均可支配收入增长9%。", ["rural_income"]),
        ("gdp", "城镇居民人均可支配收入和农民人均纯收入均增长9%。", [""]),
        ("general_budget_revenue", "地方财政收入增长9%。", ["local_fiscal_revenue"]),
        ("general_budget_revenue", "财政收入增长9%。", [""]),
        ("local_fiscal_revenue", "财政收入增长9%。", ["local_fiscal_revenue"]),
        ("cpi", "城市居民消费价格上涨3%。", ["urban_cpi"]),
    ],
)
def test_indicators_of_a_family_stand_for_one_another(indicator: str, sentence: str, ids: list[str]) -> None:
    assert stated(indicator, sentence) == ids


def test_another_name_is_looked_for_as_a_whole() -> None:
    assert stated("新建学校", "新建学校3所，新建学校食堂5个。") == ["新建学校", ""]
