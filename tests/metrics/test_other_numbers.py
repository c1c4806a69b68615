"""Digit runs that are no metrics, and how they are classified."""

from __future__ import annotations

import re

import pytest

from tui.messages.metrics import NO_UNIT
from tui.metrics.other_numbers import _COMPILED as COMPILED_RULES
from tui.metrics.other_numbers import other_numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("成功举办2019上海马拉松。", "年份"),
        ("成功举办2025“江海杯”大赛。", "年份"),
        ("成功举办2019上海马拉松。".replace("2019", "3019"), NO_UNIT),
        ("确保2号线通车。", "型号"),
        ("1999号文件。", "型号"),
    ],
)
def test_year_before_a_name_is_a_year(text: str, kind: str) -> None:
    assert [run.kind for run in other_numbers(text, ())] == [kind]


@pytest.mark.parametrize("rule", COMPILED_RULES, ids=[rule[3] for rule in COMPILED_RULES])
def test_rule_matches_its_example(rule: tuple[str, re.Pattern[str], re.Pattern[str], str]) -> None:
    _, before, behind, example = rule
    text = f"\n{example}"
    runs = re.finditer(r"\d+(?:\.\d+)?", text)
    if any(character.isdigit() for character in example):
        assert any(before.search(text[: run.start()]) and behind.match(text[run.end() :]) for run in runs)
