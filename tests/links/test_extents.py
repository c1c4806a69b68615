"""Pairs of which only one metric is of a part, or on a comparable basis: likely, with a note."""

from __future__ import annotations

import pytest

from tests.links.test_pairing import report
from tui.metrics.comparison import comparison_rows


@pytest.mark.parametrize(
    ("done", "planned", "note"),
    [
        (
            "新增公共停车位5000个。",
            "市区新增公共停车位6000个。",
            "范围不同：新增公共停车位／市区新增公共停车位",
        ),
        (
            "新建供水管网20公里。",
            "新建城镇供水管网25公里。",
            "范围不同：新建供水管网／新建城镇供水管网",
        ),
        (
            "建成社区养老服务中心、幸福食堂33个。",
            "建成幸福食堂20个。",
            "范围不同：建成社区养老服务中心、幸福食堂／建成幸福食堂",
        ),
        ("一般公共预算收入同口径增长5%。", "一般公共预算收入增长6%。", "只有结果是同口径"),
        ("一般公共预算收入增长5%。", "一般公共预算收入可比增长6%。", "只有目标是同口径"),
    ],
)
def test_what_is_of_another_extent_is_only_likely(done: str, planned: str, note: str) -> None:
    (row,) = comparison_rows(report(done, planned))
    assert (row.comparable, row.note) == ("loose", note)


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("新增就业5万人。", "城镇新增就业4万人。"),
        ("规模以上工业增加值、主营业务收入分别增长9%、8%。", "规模以上工业主营业务收入增长10%。"),
        ("地区生产总值按可比价增长5%。", "地区生产总值增长6%。"),
        ("新建、改扩建幼儿园20所。", "新建改扩建幼儿园16所。"),
    ],
)
def test_what_is_of_one_extent_is_strict(done: str, planned: str) -> None:
    rows = comparison_rows(report(done, planned))
    assert [row.comparable for row in rows if row.actual and row.target] == ["strict"]
