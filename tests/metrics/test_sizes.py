"""Sizes of metrics are compared within a kind and a unit only."""

from __future__ import annotations

from tests.support.samples import report_of
from tui.metrics.sizes import Scale, by_size

TEXT = """\
政府工作报告
一、2021年工作回顾
地区生产总值增长7.2%,进出口总额下降3%,一般公共预算收入8.5亿元,民生支出占比80.5%,奖补资金650万元,\
外资到账1200万美元,新建公园12公顷,造林200亩,固定资产投资增长10%,城镇化率68%,经济总量居全省第3位,居全市第1位。
"""


def sizes(from_smallest: bool = False) -> dict[Scale, list[str]]:
    return {
        scale: [metric.quote for metric in some]
        for scale, some in by_size(report_of(TEXT).metrics, from_smallest)
    }


def test_values_of_one_kind_and_unit_are_compared_in_one_scale() -> None:
    found = sizes()
    assert found[Scale("level", "元")] == ["8.5亿元", "650万元"]
    assert found[Scale("level", "美元")] == ["1200万美元"]
    assert found[Scale("level", "亩")] == ["200亩", "12公顷"], "a hectare is 15 亩"
    assert found[Scale("growth", "%")] == ["10%", "7.2%", "3%"], "a fall is below zero"
    assert found[Scale("share", "%")] == ["80.5%", "68%"]


def test_the_other_way_round_scales_keep_their_order() -> None:
    assert list(sizes()) == list(sizes(True))
    assert sizes(True)[Scale("growth", "%")] == ["3%", "7.2%", "10%"]


def test_money_comes_first_then_percentages_then_numbers_of_things() -> None:
    units = [scale.unit for scale in sizes() if scale.has_sizes]
    assert set(units[:2]) == {"元", "美元"} and set(units[2:4]) == {"%"} and units[4:] == ["亩"]


def test_ranks_have_no_size_and_are_last() -> None:
    found = sizes()
    *_, last = found
    assert last == Scale("rank", "") and not last.has_sizes
    assert len(found[last]) == 2 and found[last] == sizes(True)[last]
