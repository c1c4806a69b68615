"""Values and periods as readers see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.samples import huiji
from tui.metrics.labels import format_period, format_short_value, format_value, measure_name, metric_name
from tui.report.model import Metric

PLAIN = huiji().metrics[0]._replace(
    quote="5%", value=(Decimal(5),), unit="%", qualifier="exact", estimated=False, measure="level", direction=None
)  # fmt: skip


@pytest.mark.parametrize(
    ("metric", "short", "full"),
    [
        (PLAIN, "5%", "5%"),
        (PLAIN._replace(measure="growth", direction="down"), "降5%", "降5%"),
        (PLAIN._replace(measure="growth", direction="up"), "5%", "增5%"),
        (PLAIN._replace(estimated=True, qualifier="about"), "5%左右预计", "预计5%左右"),
        (PLAIN._replace(measure="growth", direction="up", attributes=("average",)), "年均5%", "年均增5%"),
        (PLAIN._replace(quote="609亿元", attributes=("cumulative",)), "累计609亿元", "累计609亿元"),
        (PLAIN._replace(attributes=("comparable", "real", "preliminary")), "5%", "5%"),
        (PLAIN._replace(measure="growth", direction="up", quote="41位", unit="位"), "41位", "升41位"),
        (PLAIN._replace(measure="rank", quote="1位", among="全省"), "全省第1位", "全省第1位"),
        (PLAIN._replace(measure="rank", quote="第一"), "第一", "第一"),
        (PLAIN._replace(quote="１ ０００ 亿元"), "1000亿元", "1000亿元"),
        (PLAIN._replace(measure="growth", direction="up", quote="6－6.5％"), "6—6.5%", "增6—6.5%"),
        (
            PLAIN._replace(
                measure="ratio", quote="13.8:52.8:33.4", unit="",
                value=(Decimal("13.8"), Decimal("52.8"), Decimal("33.4")),
            ),
            "13.8∶52.8∶33.4", "13.8∶52.8∶33.4",
        ),
    ],
    ids=[
        "a level", "a fall", "a rise", "an estimate", "an average", "a total of years", "what details tell", "places won",
        "a rank among others", "a rank with its mark", "full-width digits", "full-width signs", "a ratio",
    ],
)  # fmt: skip
def test_values_are_written_with_what_they_need_to_be_understood(
    metric: Metric, short: str, full: str
) -> None:
    assert (format_short_value(metric), format_value(metric)) == (short, full)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2023", "2023年"),
        ("2019-2023", "2019—2023年"),
        ("2023Q1", "2023年一季度"),
        ("2023Q1-3", "2023年前三季度"),
        ("2022H2", "2022年下半年"),
        ("2023M1-11", "2023年1—11月"),
        ("2023Q", "2023年单季"),
        ("2023M", "2023年单月"),
        ("", ""),
        ("2023Q9", "2023Q9"),
    ],
)
def test_periods_are_written_as_they_are_said(period: str, said: str) -> None:
    assert format_period(period) == said


def test_a_change_of_rank_is_no_growth() -> None:
    growth = PLAIN._replace(measure="growth", direction="up")
    assert measure_name(growth) == "增速"
    assert measure_name(growth._replace(unit="位")) == "位次变化"
    assert measure_name(PLAIN._replace(measure="rank", unit="位")) == "位次"


def test_a_metric_without_a_name_says_so() -> None:
    assert metric_name(PLAIN._replace(indicator="")) == "未识别名称"
    assert metric_name(PLAIN._replace(indicator="粮食产量")) == "粮食产量"
