"""Tell what became of a target of a series: until promises have their own, floors, ceilings and plain numbers."""

from __future__ import annotations

from decimal import Decimal

from tui.messages import metrics as messages
from tui.metrics.amounts import amounts, count_the_same, rounded
from tui.metrics.change import NEAR_POINTS, TARGET_FORMS
from tui.metrics.indicator_order import Better
from tui.metrics.units import RATES, base_quantity_power
from tui.promises.model import Gap, Verdict
from tui.report.model import Metric

#: How near an actual is to a target of about an amount, as a share of it.
_NEAR_SHARE = Decimal("0.05")


def verdict_of(target: Metric, actual: Metric, better: Better) -> tuple[Verdict, Gap | None]:
    """Return what became of a target of one indicator, and how far the actual is from it."""
    units = [
        base_quantity_power(metric.unit, metric.indicator)[1].replace("％", "%")
        for metric in (target, actual)
    ]
    if not count_the_same(*units):
        return "not_comparable", None
    (low, high), (_, reached) = amounts(target), amounts(actual)
    is_rate = target.unit.replace("％", "%") in RATES
    form = "range" if low < high else TARGET_FORMS.get(target.qualifier, "plain")
    near = (NEAR_POINTS if is_rate else abs(high) * _NEAR_SHARE) if form == "about" else Decimal(0)
    aim = min(max(reached, low), high)
    difference = reached - aim
    if form == "floor":
        is_kept: bool | None = difference >= 0
    elif form == "ceiling" or better == "within":
        is_kept = difference <= 0
    else:
        is_kept = None
    gap = _gap(difference, high, target.unit, is_rate)
    if is_kept is not None:
        return ("met", None) if is_kept else ("missed", gap)
    if abs(difference) <= near:
        return "met", gap if difference else _gap(Decimal(0), high, target.unit, is_rate)
    is_better = (difference > 0) != (better == "lower")
    return ("exceeded" if is_better else "missed"), gap


def _gap(difference: Decimal, target: Decimal, unit: str, is_rate: bool) -> Gap | None:
    if is_rate:
        return Gap(difference, messages.POINTS)
    if not target:
        return None
    return Gap(rounded(difference / abs(target) * 100, 1), "%")
