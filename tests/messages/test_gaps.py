"""Gaps between target and actual, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.messages.gaps import gap_text
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, SIGNS, VERDICT_NAMES
from tui.promises.model import CERTAINTIES, VERDICTS

CASES = {
    "points below a target": ("-0.5", "个百分点", "低0.5个百分点", "低0.5点"),
    "points above a target, without zeros at the end": ("0.50", "个百分点", "高0.5个百分点", "高0.5点"),
    "points of a thousandth keep their unit": ("-0.3", "个千分点", "低0.3个千分点", "低0.3个千分点"),
    "percent of a target": ("20", "%", "高20%", "高20%"),
    "percent with one decimal": ("-16.67", "%", "低16.7%", "低16.7%"),
    "a larger rank is behind": ("2", "位", "靠后2位", "靠后2位"),
    "a smaller rank is before": ("-2", "位", "靠前2位", "靠前2位"),
    "percent below ten times": ("999.5", "%", "高999.5%", "高999.5%"),
    "percent from ten times on": ("42900", "%", "高十倍以上", "高十倍以上"),
    "no difference": ("0.0", "%", "", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_a_gap_is_told(case: str) -> None:
    value, unit, long, short = CASES[case]
    gap = Decimal(value), unit
    assert (gap_text(gap), gap_text(gap, is_short=True)) == (long, short)


def test_no_gap_is_not_told() -> None:
    assert gap_text(None) == ""


def test_every_verdict_and_certainty_has_a_name_and_the_sign_of_likely_is_of_no_verdict() -> None:
    assert set(VERDICT_NAMES) == set(SIGNS) == set(VERDICTS)
    assert set(CERTAINTY_NAMES) == set(CERTAINTIES)
    assert LIKELY_SIGN not in SIGNS.values()
