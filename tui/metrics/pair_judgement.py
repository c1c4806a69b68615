"""What is judged of an actual and a target, and how their differences are said."""

from __future__ import annotations

from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics.candidates import Candidate
from tui.metrics.change import VAGUE
from tui.metrics.units import base_quantity_power
from tui.report.model import Comparable, Metric


class Judgement(NamedTuple):
    """How well two metrics go together.

    Attributes:
        score: Of two pairs with one metric in common, the one with the higher score is taken.
        comparable: None where they are no pair.
        note: What differs.
    """

    score: float
    comparable: Comparable | None
    note: str = ""


NO_PAIR = Judgement(0.0, None)
_BOUNDS = VAGUE | {"over"}


def measure_note(actual: Metric, target: Metric) -> str:
    """Return what differs between an amount and its growth in percent; empty for all else: 增加50个 is no growth."""
    measures = {actual.measure: actual, target.measure: target}
    if measures.keys() != {"level", "growth"} or measures["growth"].unit != "%":
        return ""
    if measures["level"].qualifier in _BOUNDS:  # 突破4万亿元 tells too little beside a growth of 7%
        return ""
    return messages.WAS_GROWTH_IS_LEVEL if actual.measure == "growth" else messages.WAS_LEVEL_IS_GROWTH


def unit_note(pair: Candidate) -> str:
    """Return what differs between two units, apart from how many thousands they count in."""
    actual, target = pair.actual.base_unit, pair.target.base_unit
    if actual == target:
        return ""
    printed = (base_quantity_power(side.metric.unit, side.metric.indicator)[1] for side in pair)
    return messages.different_units(*printed)
