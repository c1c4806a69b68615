"""Levels that cannot be those of a whole place and year are left out."""

from __future__ import annotations

import pytest

from tests.series.samples import growth, level, said
from tui.series.choice import Statement, choose
from tui.series.outliers import without_outliers

IDS = ("gdp",)
PLAIN = {2021: [level(2020, "100")], 2023: [level(2022, "120")]}


def chosen(statements: dict[int, list[Statement]], year: int, measure: str = "level") -> str:
    kept = without_outliers({**PLAIN, **statements}, IDS)
    choice = choose(kept[year + 1], "actual", year, "growth" if measure == "growth" else "level", IDS)
    return choice.stated.metric.quote if choice else ""


@pytest.mark.parametrize(
    ("number", "is_kept"),
    [("110", True), ("70", True), ("50", False), ("200", True), ("230", False), ("0", False)],
)
def test_a_level_far_from_those_around_it_is_left_out(number: str, is_kept: bool) -> None:
    assert bool(chosen({2022: [level(2021, number)]}, 2021)) == is_kept


def test_another_level_of_the_report_takes_its_place() -> None:
    part = said("园区增加值30亿元，全县生产总值111亿元。", "30亿元", 2021, "level", company=3)
    whole = said("园区增加值30亿元，全县生产总值111亿元。", "111亿元", 2021, "level")
    assert chosen({2022: [part, whole]}, 2021) == "111亿元"


def test_growth_told_with_it_is_left_out_too() -> None:
    sentence = "完成30亿元，增长58.9%。地区生产总值增长8%。"
    part = said(sentence, "30亿元", 2021, "level")
    grown = said(sentence, "58.9%", 2021, company=3)
    whole = said(sentence, "8%", 2021)
    assert chosen({2022: [part, grown, whole]}, 2021, "growth") == "8%"


def test_a_lasting_change_is_kept() -> None:
    fallen = {2022: [level(2021, "40")], 2023: [level(2022, "42")]}
    assert chosen(fallen, 2021) == "40亿元"


def test_the_first_and_the_last_level_are_kept() -> None:
    assert chosen({2024: [level(2023, "900")]}, 2023) == "900亿元"


def test_a_target_of_another_size_is_left_out() -> None:
    small = said("力争生产总值达到3亿元。", "3亿元", 2021, "level", "target")
    fitting = said("力争生产总值达到110亿元。", "110亿元", 2021, "level", "target")
    kept = without_outliers({**PLAIN, 2021: [level(2020, "100"), small], 2022: [growth(2021, "3")]}, IDS)
    assert choose(kept[2021], "target", 2021, "level", IDS) is None
    kept = without_outliers({**PLAIN, 2021: [level(2020, "100"), fitting]}, IDS)
    assert choose(kept[2021], "target", 2021, "level", IDS) is not None
