"""Metrics: spans, values and names."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import huiji, huiji_outline, report_of
from tui.metrics.export import metrics_as_json
from tui.metrics.labels import format_value
from tui.metrics.quantity import find_quantities
from tui.report.model import Metric


def metrics(text: str) -> list[Metric]:
    return list(report_of(f"一、2023年工作回顾\n{text}\n二、2024年工作安排\n").metrics)


@pytest.mark.parametrize(
    "text",
    [
        "煤改电工程全面完成，南疆89万户农牧民用上了清洁能源！\n\n——民族团结意识显著增强。",
        "改造老旧小区120个\n新建学校",
        "投资\n30亿元",
    ],
)
def test_no_name_goes_on_in_the_next_paragraph(text: str) -> None:
    found = metrics(text)
    assert found
    assert not any("\n" in name for metric in found for name in (metric.indicator, metric.part_of))


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("完成26.12亿元", "26.12亿元", "26.12", "亿元"),
        ("1000余家企业", "1000余家", "1000", "家"),
        ("泊位7万余个", "7万余个", "7", "万个"),
        ("增长6.5%左右", "6.5%", "6.5", "%"),
        ("提高2个百分点", "2个百分点", "2", "个百分点"),
        ("收入３.５亿元", "３.５亿元", "3.5", "亿元"),
        ("粮食182 万吨", "182 万吨", "182", "万吨"),
        ("收入3,154,657元", "3,154,657元", "3154657", "元"),
    ],
)
def test_quantity_has_exact_value_and_unit(text: str, quote: str, value: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == quote
    assert quantity.value == (Decimal(value),)
    assert quantity.unit == unit


@pytest.mark.parametrize("text", ["完成1-2个项目", "完成1～2个项目", "完成1至2个项目"])
def test_range_has_two_values(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.value == (Decimal(1), Decimal(2))


@pytest.mark.parametrize(
    "text",
    [
        "2023年", "2024年1月22日", "4月底前", "地铁1号线", "“1+4”智慧城市", "12345市长热线", "PM2.5浓度", "PM10", "5G网络",
        "220千伏北郊线路", "7号地块", "第38高级中学", "上海500强总部", "75周年", "3岁以下", "3A级乡村", "第2次会议", "7个方面工作",
        "“13710”制度", "2023-2025年",
    ],
)  # fmt: skip
def test_names_ordinals_and_dates_are_no_quantities(text: str) -> None:
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("增长7%左右", "about"), ("增长8%以上", "at_least"), ("控制在3%以内", "at_most"), ("超400亿元", "over"),
        ("不低于4个", "at_least"), ("近500户", "nearly"), ("约20家", "about"), ("300余人", "more"), ("共30家", "exact"),
    ],
)  # fmt: skip
def test_text_around_a_number_qualifies_it(text: str, qualifier: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.qualifier == qualifier


def test_name_is_before_behind_or_in_the_clause_before() -> None:
    found = metrics("新增“四上”企业154家,增长86%;30个省市重点项目完成年度目标的108.7%;全年旅游收入1.08亿元。")
    assert [(metric.quote, metric.indicator) for metric in found] == [
        ("154家", "新增“四上”企业"),
        ("86%", "新增“四上”企业"),
        ("30个", "省市重点项目"),
        ("108.7%", "省市重点项目"),
        ("1.08亿元", "旅游收入"),
    ]


def test_measure_of_a_rate() -> None:
    found = metrics("投资增长8%,浓度同比下降5%、4%,入网率100%,分别占年度任务的126%、152%,是去年的1.95倍。")
    assert [(metric.measure, metric.direction) for metric in found] == [
        ("growth", "up"), ("growth", "down"), ("growth", "down"), ("share", None), ("completion", None),
        ("completion", None), ("multiple", None),
    ]  # fmt: skip


def test_chapter_decides_between_achieved_and_target() -> None:
    report = report_of(
        "一、2023年工作回顾\n新建学校3所。\n二、2024年工作安排\n新建学校5所,总投资92亿元的项目开工。\n"
    )
    assert [(metric.status, metric.period) for metric in report.metrics] == [
        ("achieved", "2023"), ("target", "2024"), ("background", "2024"),
    ]  # fmt: skip


def test_metrics_of_the_built_in_report_have_right_spans() -> None:
    report, outline = huiji(), huiji_outline()
    previous_end = 0
    for metric in report.metrics:
        assert previous_end <= metric.start < metric.end <= len(report.text)
        assert report.text[metric.start : metric.end] == metric.quote
        assert outline.at(metric.start).id == metric.node
        previous_end = metric.end


def test_json_has_base_units_and_the_sentence() -> None:
    (metric,) = metrics("前一句。一般公共预算收入完成26.12亿元,实现正增长。后一句。")
    report = report_of(
        "一、2023年工作回顾\n前一句。一般公共预算收入完成26.12亿元,实现正增长。后一句。\n二、2024年工作安排\n"
    )
    (record,) = metrics_as_json(report, [metric])
    assert (record["base_value"], record["base_unit"]) == ("2612000000", "元")
    assert record["sentence"] == "一般公共预算收入完成26.12亿元,实现正增长。"


def test_formatted_value_has_its_qualifier() -> None:
    (metric,) = metrics("地区生产总值预计增长6.5%左右。")
    assert format_value(metric) == "预计增6.5%左右"


@given(st.text("0123456789.,，-—~～%亿万元个家余多第年月+A。 ", max_size=40))
def test_quantities_never_overlap_or_leave_the_text(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
