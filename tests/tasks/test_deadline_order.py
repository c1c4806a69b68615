"""Deadlines are sorted by time, not by their characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.tasks.deadline_order import deadline_key

#: Deadlines of a plan of 2024, the earliest first.
IN_ORDER = (
    "春节前", "3月底前", "一季度", "“五一”前", "6月10日前", "6月中旬", "6月底前", "七月底", "国庆节前", "10月底前", "11月", "年底前",
    "明年6月底", "2025年底", "三年内", "任期内", "",
)  # fmt: skip


def test_deadlines_stand_in_the_order_of_time() -> None:
    keys = [deadline_key(one, 2024) for one in IN_ORDER]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("deadline", "key"),
    [
        ("10月底前", (2024, 10, 31)),
        ("十二月五日前", (2024, 12, 5)),
        ("2026年上半年", (2026, 6, 30)),
        ("“十四五”期末", (2025, 12, 31)),
        ("今后三年", (2026, 12, 31)),
        ("三季度末", (2024, 9, 31)),
        ("二〇二五年底前", (2025, 12, 31)),
        ("到一九八五年", (1985, 12, 31)),
        ("“十五”期末", (2005, 12, 31)),
        ("年底前", (2024, 12, 31)),
    ],
)
def test_a_deadline_tells_year_month_and_day(deadline: str, key: tuple[int, int, int]) -> None:
    assert deadline_key(deadline, 2024) == key


@given(st.text(alphabet="一二十两月日年底前季度0123456789“”五任期明年", max_size=12))
def test_any_text_has_a_place(text: str) -> None:
    year, month, day = deadline_key(text, None)
    assert all(isinstance(one, int) for one in (year, month, day))
