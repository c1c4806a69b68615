"""Names of listed members, of things counted in less than a year, and what is said of them."""

from __future__ import annotations

import pytest

from tests.metrics.test_naming import metrics, names
from tests.promises.small import linked, plan
from tests.support.samples import report_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第一、第二、第三产业增加值分别增长2%、5.5%和6.5%。",
            ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
        ),
        (
            "甲集团、乙集团在全国500强排名分别上升41位、25位。",
            ["甲集团在全国500强排名", "乙集团在全国500强排名"],
        ),
        ("加快5条续建和3条新建跨河桥梁建设。", ["续建跨河桥梁", "新建跨河桥梁"]),
        ("推进87个百亿元级、964个十亿元级项目。", ["百亿元级项目", "十亿元级项目"]),
        ("经济增速逐季回升，一季度增长4.5%，全年增长5.7%。", ["经济增速", "经济增速"]),
        (
            "大数据与新一代信息技术、智能制造与高端装备、新材料、生物医药四大主导产业规模突破1.3万亿元。",
            ["四大主导产业规模"],
        ),
        ("企业数量日均净增1万户以上。", ["日均新增企业数量"]),
        ("养老金标准月均提高120元。", ["养老金标准"]),
    ],
)
def test_members_of_lists_and_paces(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("甲类和乙类人员养老金分别提高1627元和1584元。", ["growth", "growth"]),
        ("居民低保标准提高60元，新建公园5个、广场6个。", ["growth", "level", "level"]),
    ],
)
def test_what_is_said_of_each_number_of_a_list(text: str, measures: list[str]) -> None:
    assert [metric.measure for metric in metrics(text)] == measures


def test_growth_of_the_economy_is_that_of_a_whole_place_only() -> None:
    whole, part = metrics("经济增速逐季回升，全年增长5.7%。民营经济增速逐季回升，全年增长6.7%。")
    assert (whole.canonical, part.canonical) == ("gdp", "")


@pytest.mark.parametrize(
    ("text", "measure", "direction"),
    [
        ("PM2.5年均浓度改善44.4%。", "growth", "down"),
        ("空气质量综合指数改善32.7%。", "growth", "down"),
        ("居全国第98位、前进41位。", "growth", "up"),
        ("环境质量改善率80%。", "share", None),
    ],
)
def test_improvements(text: str, measure: str, direction: str | None) -> None:
    last = metrics(text)[-1]
    assert (last.measure, last.direction) == (measure, direction)


def test_what_is_counted_in_a_day_is_not_compared_with_a_year() -> None:
    told = "平均每天新增2家外商投资企业。"
    report = report_of(
        f"各位代表:\n一、2023年工作回顾\n{told}\n二、2024年工作安排\n新增外商投资企业700家以上。\n"
    )
    assert not report.comparisons
    (promise,) = linked("新增外商投资企业700家以上。", told)
    assert promise.actual is None


def test_a_size_behind_a_count_says_which_things_are_counted() -> None:
    metrics_of_plan = plan("新开工甲厂等23个50亿元以上，乙厂等300个亿元以上工业项目。").metrics
    assert [(metric.quote, metric.status) for metric in metrics_of_plan] == [
        ("23个", "target"),
        ("50亿元", "background"),
        ("300个", "target"),
    ]
