"""Targets: which of them are promises of a year."""

from __future__ import annotations

import pytest

from tests.promises.small import plan
from tests.support.samples import report_of
from tui.promises.targets import is_promise, plan_year_of, promised
from tui.report.model import Metric


def quotes(said: str) -> list[str]:
    return [metric.quote for metric in promised(plan(said), 2023)]


def test_targets_of_the_year_are_promises() -> None:
    assert quotes("地区生产总值增长6%，新建学校5所。") == ["6%", "5所"]


def test_targets_of_later_years_are_none() -> None:
    report = plan("地区生产总值增长6%。到2025年，建成学校50所。")
    assert [metric.quote for metric in promised(report, 2023)] == ["6%"]


def test_a_target_stated_twice_is_one_promise() -> None:
    assert quotes("新建学校5所。加强教育，新建学校5所。") == ["5所"]


def test_a_target_stated_twice_in_other_words_is_one_promise() -> None:
    assert quotes("地区生产总值增长6%。实现6%的经济增长目标，任务十分艰巨。") == ["6%"]


def metric_of(period: str) -> Metric:
    (metric,) = promised(plan("新建学校5所。"), 2023)
    return metric._replace(period=period)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023", True),
        ("2021-2023", True),
        ("", True),
        ("2023H1", True),
        ("2024", False),
        ("2023-2025", False),
        ("2022", False),
    ],
)
def test_a_promise_is_one_of_the_year_or_of_years_that_end_with_it(period: str, expected: bool) -> None:
    assert is_promise(metric_of(period), 2023) is expected


def test_the_year_may_be_that_which_the_later_report_looks_back_on() -> None:
    unknown = report_of("政府工作报告\n各位代表:\n地区生产总值增长6%。\n")
    later = plan("新建学校5所。")
    assert plan_year_of(later, unknown) == 2023
    assert plan_year_of(unknown, later) == 2022
    assert plan_year_of(unknown, unknown) is None


def test_goals_of_several_years_are_no_promises_of_the_year_unless_they_name_it() -> None:
    report = report_of(
        "政府工作报告\n——2023年1月12日在某县第十届人民代表大会第三次会议上\n各位代表:\n"
        "一、2022年工作回顾\n一年来，各项工作稳步推进。\n二、今后五年的奋斗目标\n坚持稳中求进。\n"
        "三、建设现代产业体系\n新建学校50所。今年新建医院3所。\n四、2023年工作安排\n新建学校5所。\n"
    )
    assert [metric.quote for metric in promised(report, 2023)] == ["3所", "5所"]
