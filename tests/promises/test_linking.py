"""Links: what the next report says of a target, and the verdict."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.promises.counting import counts
from tui.promises.linking import link_promises
from tui.promises.model import Promise
from tui.report.model import Report


def plan(said: str) -> Report:
    """Return a report of 2023 that plans."""
    return report_of(
        "政府工作报告\n——2023年1月12日在某县会议上\n各位代表:\n一、2022年工作回顾\n一年来，各项工作稳步推进。\n"
        f"二、2023年工作安排\n{said}\n"
    )


def results(said: str) -> Report:
    """Return a report of 2024 that tells what was done in 2023."""
    return report_of(
        f"政府工作报告\n——2024年1月22日在某县会议上\n各位代表:\n一、2023年工作回顾\n{said}\n"
        "二、2024年工作安排\n深入推进各项工作。\n"
    )


def linked(promised: str, told: str) -> tuple[Promise, ...]:
    return link_promises(plan(promised), results(told))


@pytest.mark.parametrize(
    ("promised", "told", "actual", "verdict"),
    [
        ("地区生产总值增长6%。", "地区生产总值增长6.5%。", "6.5%", "exceeded"),
        ("地区生产总值增长6%。", "地区生产总值增长6%。", "6%", "met"),
        ("地区生产总值增长6%。", "地区生产总值增长5%。", "5%", "missed"),
        ("地区生产总值增长6%以上。", "地区生产总值增长6.5%。", "6.5%", "met"),
        ("城镇登记失业率控制在4%以内。", "城镇登记失业率3.2%。", "3.2%", "met"),
    ],
)
def test_verdicts_of_main_indicators(promised: str, told: str, actual: str, verdict: str) -> None:
    (promise,) = linked(promised, told)
    assert promise.certainty == "sure"
    assert promise.actual is not None
    assert (promise.actual.quote, promise.verdict) == (actual, verdict)


def test_counts_only_what_is_sure() -> None:
    promises = linked("地区生产总值增长6%。", "地区生产总值增长5%。")
    assert {verdict: count for verdict, count in counts(promises).items() if count} == {"missed": 1}
