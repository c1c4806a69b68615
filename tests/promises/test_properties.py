"""What holds of all promises: spans, order, one promise for each target; texts full of targets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.promises.small import plan, results
from tests.support.samples import huiji
from tui.promises.linking import link_promises
from tui.promises.model import MAX_CANDIDATES, Promise
from tui.report.model import Report

_NAMES = (
    "地区生产总值",
    "新建学校",
    "改造老旧小区",
    "一般公共预算收入",
    "城镇登记失业率",
    "新增城镇就业",
    "民生实事",
)
_ENDS = (
    "增长6%",
    "5所",
    "30个以上",
    "达到4%左右",
    "5000人",
    "全部完成",
    "控制在3%以内",
    "12—15公里",
    "未完成预期目标",
)
_MARKS = ("，", "。", "；", "、", "\n", "")
_clauses = st.tuples(*map(st.sampled_from, (_NAMES, _ENDS, _MARKS))).map("".join)
_texts = st.lists(_clauses, max_size=12).map("".join)


def check(promises: tuple[Promise, ...], earlier: Report, later: Report) -> None:
    ids = [promise.target.id for promise in promises]
    assert len(set(ids)) == len(ids)
    assert ids == [metric.id for metric in earlier.metrics if metric.id in set(ids)]
    for promise in promises:
        assert promise.target in earlier.metrics
        for start, end, score in promise.candidates:
            assert 0 <= start < end <= len(later.text)
            assert 0 <= score <= 1
        assert len(promise.candidates) <= MAX_CANDIDATES
        assert (promise.sentence is None) == (promise.certainty == "none")
        if promise.actual is not None:
            assert promise.actual in later.metrics
            assert promise.sentence is not None
            assert promise.sentence[0] <= promise.actual.start < promise.actual.end <= promise.sentence[1]
        if promise.verdict in ("not_mentioned", "undecided"):
            assert promise.sentence is None


@given(_texts, _texts)
def test_promises_hold_together(promised: str, told: str) -> None:
    earlier, later = plan(promised), results(told)
    promises = link_promises(earlier, later)
    check(promises, earlier, later)
    assert link_promises(earlier, later) == promises


def test_a_report_beside_itself() -> None:
    promises = link_promises(huiji(), huiji())
    assert promises
    check(promises, huiji(), huiji())


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("新建学校5所。", "新建学校6所。"),
        ("新建学校5所、", "改造老旧小区6个、"),
        ("新建学校5所", "新建学校6所"),
        ("实事", "全部完成"),
        ("办好10件民生实事：一是建成公园5个。", "10件民生实事全部完成。"),
        ("地区生产总值增长5%，", "未完成地区生产总值目标，"),
    ],
)
def test_texts_full_of_one_thing(promised: str, told: str) -> None:
    earlier, later = plan(promised * 400), results(told * 400)
    check(link_promises(earlier, later), earlier, later)


def test_many_different_targets() -> None:
    promised = "".join(f"新建学校{number}所，改造老旧小区{number}个。" for number in range(1, 400))
    told = "".join(f"新建学校{number}所，改造老旧小区{number}个。" for number in range(400, 1, -1))
    earlier, later = plan(promised), results(told)
    check(link_promises(earlier, later), earlier, later)
