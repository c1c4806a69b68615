"""Digits that are no figure, and what they are said to be."""

from __future__ import annotations

import pytest

from tui.metrics.other_numbers import OTHER, other_numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("成功举办2019上海马拉松。", "年份"),
        ("成功举办2025“江海杯”大赛。", "年份"),
        ("成功举办2019上海马拉松。".replace("2019", "3019"), OTHER),
        ("确保2号线通车。", "型号"),
        ("1999号文件。", "型号"),
    ],
)
def test_a_year_before_a_name_is_one_whatever_the_name(text: str, kind: str) -> None:
    assert [run.kind for run in other_numbers(text, ())] == [kind]
