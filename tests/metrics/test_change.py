"""The change from an actual to a target: differences of plain numbers, bounds, ranges, and what is better."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import report_of
from tui.metrics.change import Change, change_between, difference
from tui.metrics.comparison import comparison_rows
from tui.metrics.indicator_order import Better
from tui.report.model import QUALIFIERS, Metric, Qualifier, Report


def report(done: str, planned: str) -> Report:
    return report_of(
        f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n一、2023年工作回顾\n{done}\n二、2024年工作安排\n{planned}\n"
    )


def change(done: str, planned: str, better: Better = "none") -> Change:
    metrics = report(done, planned).metrics
    actual = next(metric for metric in metrics if metric.status == "achieved")
    target = next(metric for metric in metrics if metric.status == "target")
    return change_between(actual, target, better)


@pytest.mark.parametrize(
    ("done", "planned", "sign", "text"),
    [
        ("投资增长6%。", "投资增长7%。", "▲", "高 1 个百分点"),
        ("投资增长6%。", "投资增长5.5%。", "▼", "低 0.5 个百分点"),
        ("投资增长6%。", "投资增长6%。", "=", "持平"),
        ("人口自然增长率为6.2‰。", "人口自然增长率为7‰。", "▲", "高 0.8 个千分点"),
        ("签约额超100亿元。", "签约额100亿元。", "≈", "结果不是确数"),
        ("修路超100公里。", "修路120公里。", "▲", "多 20公里（+20%）"),
        ("新建公厕近50座。", "新建公厕40座。", "▼", "少 10座（-20%）"),
        ("完成造林1.5万亩。", "完成造林9000亩。", "▼", "少 6000亩（-40%）"),
        ("能耗下降19.1%。", "能耗下降16%。", "▼", "降幅收窄 3.1 个百分点"),
        ("能耗下降2%。", "能耗下降3%。", "▲", "降幅扩大 1 个百分点"),
        ("投资下降2%。", "投资增长3%。", "▲", "高 5 个百分点"),
    ],
)
def test_plain_numbers_have_a_difference(done: str, planned: str, sign: str, text: str) -> None:
    assert change(done, planned)[:2] == (sign, text)


RANK = report("总量居全省第5位。", "总量居全省第3位。").metrics[0]


@pytest.mark.parametrize(
    ("before", "after", "better", "change"),
    [
        ((12, "全省"), (9, "全省"), "none", ("▲", "升 3 位", None)),
        ((9, "全省"), (12, ""), "none", ("▼", "降 3 位", None)),
        ((9, "全省"), (9, "全省"), "higher", ("=", "持平", None)),
        ((12, "全省"), (9, "全省"), "higher", ("▲", "升 3 位", True)),
        ((12, "全省"), (9, "全国"), "higher", ("≈", "位次范围不同", None)),
    ],
)
def test_a_rank_rises_to_a_smaller_number(
    before: tuple[int, str], after: tuple[int, str], better: Better, change: tuple[object, ...]
) -> None:
    actual, target = (
        RANK._replace(value=(Decimal(place),), unit="位", measure="rank", among=among)
        for place, among in (before, after)
    )
    assert change_between(actual, target, better) == change


def test_the_difference_of_ranks_is_counted_in_places() -> None:
    actual, target = (RANK._replace(value=(Decimal(place),), unit="") for place in (12, 9))
    assert difference(actual, target) == (Decimal(-3), "位")


@pytest.mark.parametrize(
    ("done", "planned", "sign", "text"),
    [
        ("新增企业1.84万户。", "新增企业1.8万户以上。", "✓", "结果已超过下限"),
        ("签约额453.3亿元。", "签约额超400亿元。", "✓", "结果已超过下限"),
        ("引进硕士500人。", "引进硕士不少于500人。", "✓", "结果已达下限"),
        ("引进硕士480人。", "引进硕士500人以上。", "○", "结果低于下限"),
        ("引进硕士近500人。", "引进硕士500人以上。", "≈", "结果不是确数"),
        ("失业率为3.79%。", "失业率控制在4%以内。", "✓", "结果在上限以内"),
        ("失业率为4.3%。", "失业率控制在4%。", "○", "结果高于上限"),
        ("失业率超过4%。", "失业率控制在4%以内。", "≈", "结果不是确数"),
        ("能耗下降3.7%。", "能耗下降3.9%以上。", "○", "结果降幅低于下限"),
        ("能耗下降4.2%。", "能耗下降3.9%以上。", "✓", "结果降幅已超过下限"),
        ("投资增长1%。", "投资下降2%以内。", "✓", "结果降幅在上限以内"),
    ],
)
def test_floors_and_ceilings_are_satisfied_or_not(done: str, planned: str, sign: str, text: str) -> None:
    assert change(done, planned)[:2] == (sign, text)


@pytest.mark.parametrize(
    ("done", "planned", "sign", "text"),
    [
        ("投资增长6.6%。", "投资增长7%左右。", "✓", "结果与目标相近"),
        ("投资增长6%。", "投资增长7%左右。", "▲", "目标高于结果，目标为约数"),
        ("投资增长8.5%。", "投资增长7%左右。", "▼", "目标低于结果，目标为约数"),
        ("修路95公里。", "修路100公里左右。", "✓", "结果与目标相近"),
        ("修路80公里。", "修路100公里左右。", "▲", "目标高于结果，目标为约数"),
        ("投资增长6%左右。", "投资增长7%。", "▲", "目标高于结果，结果不是确数"),
        ("投资增长6%左右。", "投资增长6%。", "≈", "结果不是确数"),
        ("投资增长6.5%。", "投资增长6%至7%。", "✓", "结果在目标区间内"),
        ("投资增长5%。", "投资增长6%至7%。", "▲", "目标高于结果，目标为区间"),
        ("投资增长8%。", "投资增长6%至7%。", "▼", "目标低于结果，目标为区间"),
    ],
)
def test_targets_about_a_number_have_no_difference(done: str, planned: str, sign: str, text: str) -> None:
    assert change(done, planned)[:2] == (sign, text)


@pytest.mark.parametrize(
    ("done", "planned", "better", "good"),
    [
        ("投资增长6%。", "投资增长7%。", "higher", True),
        ("投资增长6%。", "投资增长5%。", "higher", False),
        ("失业率为3.8%。", "失业率为4.5%。", "lower", False),
        ("能耗下降2%。", "能耗下降3%。", "lower", True),
        ("能耗下降3.7%。", "能耗下降3.9%以上。", "lower", True),
        ("能耗下降19%。", "能耗下降16%。", "lower", False),
        ("投资增长6%。", "投资增长6%。", "higher", None),
        ("投资增长6%。", "投资增长5%以上。", "higher", None),
        ("失业率为3.8%。", "失业率控制在4%以内。", "lower", None),
        ("价格上涨2%。", "价格上涨3%。", "within", None),
        ("投资增长6%。", "投资增长7%。", "none", None),
    ],
)
def test_what_is_better_depends_on_the_indicator(
    done: str, planned: str, better: Better, good: bool | None
) -> None:
    assert change(done, planned, better).good is good


_numbers = st.decimals(min_value=0, max_value=10**9, places=2).map(Decimal)


@given(
    _numbers,
    _numbers,
    st.sampled_from(QUALIFIERS),
    st.sampled_from(QUALIFIERS),
    st.sampled_from(("up", "down")),
)
def test_a_difference_is_stated_of_plain_numbers_only(
    before: Decimal, after: Decimal, actual: Qualifier, target: Qualifier, direction: str
) -> None:
    done, planned = report("投资增长6%。", "投资增长7%。").metrics
    done = done._replace(value=(before,), qualifier=actual)
    planned = planned._replace(
        value=(after,), qualifier=target, direction="down" if direction == "down" else "up"
    )
    stated = change_between(done, planned)
    has_difference = any(word in stated.text for word in ("百分点", "持平"))
    plain = ("exact", "over", "nearly", "more")
    signed = -after if direction == "down" else after
    is_another = before != signed or actual == "exact"  # 超100亿元 is not 100亿元
    assert has_difference == (actual in plain and target in ("exact", "more") and is_another)
    assert stated.sign in "▲▼=✓○≈"


def test_a_result_controlled_to_a_number_is_exact() -> None:
    done, planned = report("居民消费价格涨幅控制在2.6%。", "居民消费价格涨幅控制在3.5%。").metrics
    assert (done.qualifier, planned.qualifier) == ("exact", "at_most")


# -- rows -----------------------------------------------------------------------------------------


def metric(number: int, name: str, canonical: str = "", period: str = "2024") -> Metric:
    read = report("投资增长6%。", "投资增长7%。").metrics[1]
    return read._replace(
        id=f"m{number}", start=number, indicator=name, canonical=canonical, period=period, status="target"
    )


def test_targets_without_an_actual_say_whether_they_are_of_the_year() -> None:
    planned = [
        metric(1, "五年目标", period="2024-2028"),
        metric(2, "去年结果", period="2023"),
        metric(3, "明年目标", period="2025"),
        metric(4, "今年目标"),
        metric(5, "一季度目标", period="2024Q1"),
        metric(6, "长期目标", period=""),
        metric(7, "消费", "retail_sales"),
        metric(8, "总值", "gdp"),
    ]
    rows = comparison_rows(report("", "")._replace(metrics=tuple(planned)))
    assert [(row.indicator, row.horizon) for row in rows] == [
        ("总值", "year"),
        ("消费", "year"),
        ("今年目标", "year"),
        ("一季度目标", "year"),
        ("五年目标", "plan"),
        ("明年目标", "plan"),
        ("长期目标", "plan"),
    ]


@pytest.mark.parametrize(
    ("done", "planned", "change"),
    [
        ("居民消费价格上涨2%。", "居民消费价格指数控制在3%以内。", ("✓", "结果在上限以内")),
        ("居民消费价格指数上涨2%。", "居民消费价格涨幅3%。", ("▲", "高 1 个百分点")),
        ("粮食产量60亿斤。", "粮食产量300万吨。", ("=", "持平")),
    ],
)
def test_numbers_of_one_indicator_have_a_difference_if_they_can(
    done: str, planned: str, change: tuple[str, str]
) -> None:
    (row,) = (row for row in comparison_rows(report(done, planned)) if row.actual)
    assert row.change[:2] == change


def test_pairs_of_main_indicators_come_first_in_their_usual_order() -> None:
    rows = comparison_rows(
        report(
            "处置闲置用地200亩。社会消费品零售总额增长5%。地区生产总值增长6%。",
            "处置闲置用地100亩。社会消费品零售总额增长6%。地区生产总值增长7%。",
        )
    )
    assert [(row.indicator, row.canonical) for row in rows] == [
        ("地区生产总值", "gdp"),
        ("社会消费品零售总额", "retail_sales"),
        ("处置闲置用地", ""),
    ]
    assert rows[0].order is not None and rows[1].order is not None and rows[0].order < rows[1].order
    assert (rows[0].better, rows[0].change.good) == ("higher", True)
    assert [row.horizon for row in rows] == [None, None, None]
