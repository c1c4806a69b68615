"""Say how a target compares with the actual before it.

Only two plain numbers have a difference. A target that is a floor (1.8万家以上), a ceiling (4%以内) or a range is held
against the actual: it already satisfies the target or does not yet. One that is about a number (7%左右) is near the
actual, above or below it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.messages import metrics as messages
from tui.metrics.amounts import amounts, in_unit_of, percent_of, plain_decimal, scaled, short
from tui.metrics.indicator_order import Better
from tui.metrics.units import base_quantity_power
from tui.report.model import Metric, Qualifier

Sign = Literal["▲", "▼", "=", "✓", "○", "≈", ""]
#: What a number is: itself, the least or the most, nearly itself, or the two ends of a range.
Form = Literal["plain", "floor", "ceiling", "about", "range"]


class Change(NamedTuple):
    """The change from an actual to a target.

    Attributes:
        sign: ▲ more (of a fall: a larger one), ▼ less, = the same, ✓ the actual already satisfies the target or is near it, ○ it does not yet,
            ≈ only loosely comparable, empty where there is nothing to compare.
        text: How much, or why that cannot be said.
        good: Whether the target is better than the actual; None if that is unknown or the actual satisfies it.
    """

    sign: Sign
    text: str
    good: bool | None = None


#: What the qualifier of a target makes of its number; all others are plain.
TARGET_FORMS: dict[Qualifier, Form] = {
    "at_least": "floor", "over": "floor", "at_most": "ceiling", "under": "ceiling", "about": "about", "nearly": "about",
}  # fmt: skip
#: Qualifiers of an actual that allow no difference: 超8%, 近8% and 8%多 are as good as the number.
VAGUE: frozenset[Qualifier] = frozenset(("at_least", "at_most", "under", "about"))
#: Qualifiers by which the true number is above or below the one stated.
_ABOVE: frozenset[Qualifier] = frozenset(("at_least", "over", "more"))
_BELOW: frozenset[Qualifier] = frozenset(("at_most", "under", "nearly"))
#: An actual is near a target of about a number if it differs by no more: in points for rates, in shares of it for amounts.
NEAR_POINTS, NEAR_SHARE = Decimal("0.5"), Decimal("0.1")
#: What the differences of rates are called, by unit.
_POINTS = {
    "%": messages.POINTS, "个百分点": messages.POINTS, "百分点": messages.POINTS, "个千分点": messages.PERMILLE_POINTS, "千分点": messages.PERMILLE_POINTS, "‰": messages.PERMILLE_POINTS,
}  # fmt: skip


class _Pair(NamedTuple):
    """Two metrics of one measure, in numbers.

    Attributes:
        before: The lowest and the highest number of the actual, negative for a fall.
        after: The same of the target.
        qualifier: The actual's.
        unit: The target's, without thousands.
        falls: Whether the target speaks of a fall, whose floor is the most the number may be: 降3%以上.
        better: Which values are better.
    """

    before: tuple[Decimal, Decimal]
    after: tuple[Decimal, Decimal]
    qualifier: Qualifier
    unit: str
    falls: bool
    better: Better

    @property
    def is_range(self) -> bool:
        """Whether the actual is a range."""
        return self.before[0] < self.before[1]

    def good(self, rises: bool) -> bool | None:
        """Tell whether a target above the actual (or below it) is better."""
        return rises == (self.better == "higher") if self.better in ("higher", "lower") else None


def change_between(actual: Metric, target: Metric, better: Better = "none") -> Change:
    """Return the change from an actual to a target of the same measure.

    Args:
        actual: What was done.
        target: What is promised.
        better: Which values of their indicator are better.
    """
    if target.measure == "ratio":
        is_same = actual.value == target.value
        return Change("=", messages.UNCHANGED) if is_same else Change("", messages.RATIOS_DIFFER)
    if target.measure == "rank":
        return _change_of_rank(actual, target, better)
    falls = target.direction == "down"
    unit = target.unit if target.unit in _POINTS else base_quantity_power(target.unit, target.indicator)[1]
    pair = _Pair(
        _in_unit_of(actual, target), _in_unit_of(target, target), actual.qualifier, unit, falls, better
    )
    form = "range" if pair.after[0] < pair.after[1] else TARGET_FORMS.get(target.qualifier, "plain")
    return _CHANGES[form](pair)


def _change_of_rank(actual: Metric, target: Metric, better: Better) -> Change:
    """Return the change of a rank, whose smaller number is the higher place."""
    if actual.among and target.among and actual.among != target.among:
        return Change("≈", messages.RANKED_AMONG_OTHERS)
    if len(actual.value) > 1 or len(target.value) > 1:
        return Change("", messages.ONE_IS_A_RANGE)
    before, after = actual.value[0], target.value[0]
    if before == after:
        return Change("=", messages.UNCHANGED)
    rises = after < before
    text = messages.change_in_rank(rises, short(abs(after - before)))
    return Change("▲" if rises else "▼", text, rises if better == "higher" else None)


def difference(actual: Metric, target: Metric) -> tuple[Decimal, str] | None:
    """Return the number of a target less that of an actual of the same measure, and its unit, whatever the two are bounds of.

    None where either is a range, or the actual has no number of its own.
    """
    before, after = _in_unit_of(actual, target), _in_unit_of(target, target)
    if target.measure == "ratio" or before[0] < before[1] or after[0] < after[1] or actual.qualifier in VAGUE:
        return None
    apart = after[0] - before[0]
    if target.measure == "rank":
        return plain_decimal(apart), messages.PLACES
    if points := _POINTS.get(target.unit):
        return plain_decimal(apart), points
    power, _ = base_quantity_power(target.unit, target.indicator)
    return plain_decimal(apart.scaleb(-power)), target.unit


def _in_unit_of(metric: Metric, target: Metric) -> tuple[Decimal, Decimal]:
    low, high = amounts(metric)
    return in_unit_of(low, target), in_unit_of(high, target)


def _from_plain(pair: _Pair) -> Change:
    before, after = pair.before[0], pair.after[0]
    if pair.is_range:
        return Change("", messages.ONE_IS_A_RANGE)
    if pair.qualifier in VAGUE:
        return _without_difference(pair, messages.ACTUAL_IS_A_BOUND)
    if before == after:
        is_same = pair.qualifier not in _ABOVE | _BELOW  # 超100亿元 is more than 100亿元
        return Change("=", messages.UNCHANGED) if is_same else Change("≈", messages.ACTUAL_IS_A_BOUND)
    rises = after > before
    difference = abs(after - before)
    if pair.falls and before < 0:
        text = messages.change_of_fall(not rises, _with_unit(difference, pair.unit))
        return Change("▼" if rises else "▲", text, pair.good(rises))  # a smaller fall is less of it
    if pair.unit in _POINTS:
        text = messages.change_in_points(rises, _with_unit(difference, pair.unit))
    else:
        share = percent_of(difference, before)
        text = messages.change_in_units(rises, _with_unit(difference, pair.unit), share)
    return Change("▲" if rises else "▼", text, pair.good(rises))


def _with_unit(difference: Decimal, unit: str) -> str:
    points = _POINTS.get(unit)
    return f"{short(difference)} {points}" if points else scaled(difference) + unit


def _towards_floor(pair: _Pair) -> Change:
    return _towards_bound(pair, is_floor=True)


def _towards_ceiling(pair: _Pair) -> Change:
    return _towards_bound(pair, is_floor=False)


def _towards_bound(pair: _Pair, is_floor: bool) -> Change:
    """Hold the actual against the least or the most; of a fall by how much it fell."""
    sign = -1 if pair.falls else 1
    bound, (low, high) = sign * pair.after[0], sorted(sign * number for number in pair.before)
    if low >= bound if is_floor else high <= bound:
        if pair.qualifier in (_BELOW if is_floor else _ABOVE):  # 近8% may be less than a floor of 8%
            return Change("≈", messages.ACTUAL_IS_A_BOUND)
        return Change("✓", messages.within_bound(is_floor, low == high == bound, pair.falls))
    rises = pair.after[0] > pair.before[0]
    return Change("○", messages.beyond_bound(is_floor, pair.falls), pair.good(rises))


def _towards_about(pair: _Pair) -> Change:
    before, after = pair.before[0], pair.after[0]
    tolerance = NEAR_POINTS if pair.unit in _POINTS else abs(after) * NEAR_SHARE
    if not pair.is_range and abs(after - before) <= tolerance:
        return Change("✓", messages.NEAR_TARGET)
    return _without_difference(pair, messages.TARGET_IS_ABOUT)


def _towards_range(pair: _Pair) -> Change:
    if pair.before == pair.after:
        return Change("=", messages.UNCHANGED)
    if pair.is_range:
        return Change("", messages.ONE_IS_A_RANGE)
    if pair.qualifier not in VAGUE and pair.after[0] <= pair.before[0] <= pair.after[1]:
        return Change("✓", messages.WITHIN_RANGE)
    return _without_difference(pair, messages.TARGET_IS_A_RANGE)


def _without_difference(pair: _Pair, reason: str) -> Change:
    if pair.after[0] > pair.before[1]:
        return Change("▲", messages.target_above(True, reason), pair.good(True))
    if pair.after[1] < pair.before[0]:
        return Change("▼", messages.target_above(False, reason), pair.good(False))
    return Change("≈", reason)


_CHANGES: dict[Form, Callable[[_Pair], Change]] = {
    "plain": _from_plain, "floor": _towards_floor, "ceiling": _towards_ceiling, "about": _towards_about,
    "range": _towards_range,
}  # fmt: skip
