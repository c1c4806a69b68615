"""What is told of how near an actual must be to a target of about a number is what the rules do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.series.samples import said
from tui.messages import promises, sheets
from tui.messages.cli import COMPARE
from tui.messages.help import SECTIONS
from tui.messages.pages import LEGEND
from tui.messages.promises_cli import PROMISES
from tui.messages.series_help import SERIES
from tui.messages.verdicts import NEAR_NOTE
from tui.metrics.change import NEAR_POINTS, NEAR_SHARE
from tui.promises import verdicts
from tui.promises.model import Verdict
from tui.report.model import Measure, Qualifier


def test_notes_name_the_tolerances_of_the_rules() -> None:
    points, share = f"{verdicts._NEAR_POINTS} 个百分点", f"{verdicts._NEAR_SHARE * 100:.0f}%"
    for text in (NEAR_NOTE, PROMISES, SERIES, LEGEND):
        assert points in text
        assert share in text
    for text in (sheets.COMPARISON_SIGNS, COMPARE):
        assert f"{NEAR_POINTS} 个百分点" in text
        assert f"{NEAR_SHARE * 100:.0f}%" in text
    help_text = "\n".join(meaning for _, rows in SECTIONS.values() for _, meaning, _ in rows)
    assert f"相差 {NEAR_POINTS} 个百分点或 {NEAR_SHARE * 100:.0f}% 以内" in help_text
    assert f"相差 {points}或 {share} 以内" in help_text
    assert f"相差不超过 {points}" in promises.NEAR_IN_POINTS
    assert f"相差不超过 {share} " in promises.NEAR_IN_SHARE


@pytest.mark.parametrize(
    ("measure", "target", "actual", "qualifier", "verdict"),
    [
        ("growth", "6%", "5.7%", "exact", "met"),
        ("growth", "6%", "5.5%", "exact", "met"),
        ("growth", "6%", "5.4%", "exact", "missed"),
        ("growth", "4.5%", "3.7%", "exact", "missed"),
        ("growth", "6%", "6.5%", "about", "met"),
        ("growth", "6%", "6.6%", "about", "exceeded"),
        ("level", "100亿元", "95亿元", "exact", "met"),
        ("level", "100亿元", "94.9亿元", "exact", "missed"),
        ("level", "100亿元", "105.1亿元", "exact", "exceeded"),
    ],
)
def test_targets_of_about_a_number_are_met_within_them(
    measure: Measure, target: str, actual: str, qualifier: Qualifier, verdict: Verdict
) -> None:
    aim = said(f"地区生产总值{target}左右。", target, 2022, measure, "target", qualifier="about")
    done = said(f"地区生产总值{actual}。", actual, 2022, measure, qualifier=qualifier)
    assert verdicts.judge(aim.stated.metric, done.stated.metric).verdict == verdict


def test_a_result_of_about_a_number_counts_as_that_number() -> None:
    aim = said("地区生产总值增长5.5%以上。", "5.5%", 2022, status="target", qualifier="at_least")
    about = [said(f"增长{number}左右。", number, 2022, qualifier="about") for number in ("5.5%", "5.4%")]
    told = [verdicts.judge(aim.stated.metric, one.stated.metric) for one in about]
    assert [one.verdict for one in told] == ["met", "missed"]
    assert told[1].gap is not None
    assert told[1].gap.value == Decimal("-0.1")
