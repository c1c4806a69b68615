"""Judge a target by the actual beside it: exceeded, met or missed, and by how much."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from tui.links.alike_units import may_count_the_same
from tui.links.parts_of_year import differ_in_part
from tui.messages import promises as messages
from tui.metrics.amounts import amounts, as_amount, rounded, unit_of
from tui.metrics.change import TARGET_FORMS, Form
from tui.metrics.indicator_order import Better, places
from tui.metrics.prices import differ_in_prices
from tui.metrics.units import RATES, base_quantity_power
from tui.metrics.years import is_span
from tui.promises.model import JUDGED, Gap, Promise, Verdict
from tui.report.model import Metric

#: An actual about a number (左右) is met by one so near: in points for rates, in shares of it for amounts.
_NEAR_POINTS, _NEAR_SHARE = Decimal("0.5"), Decimal("0.05")
#: Of names that are no main indicators: what is better the lower it is.
_LOWER_IS_BETTER = re.compile(
    r"失业率|能耗|排放|死亡|事故|浓度|发生率|发案|不良(?:贷款)?率|自然增长率|漏损率|负债率|辍学率|发病率|PM|差距|时限|时间|电耗|水耗|用水量|赤字|价格|消费价格|物价|贫困率|成本"
)
#: How an actual is stated of which only the most is known.
_CEILINGS = ("at_most", "under")
#: How one is of which only the least is known.
_FLOORS = ("at_least", "over")
#: Names that say so of a fall: 减少贫困人口3万人 is better the more.
_FALL = re.compile(r"减少|降低|压减|下降|脱贫|减贫|减排|削减|淘汰|缩短|压缩")
_POINT_UNITS = frozenset(("%", "个百分点", "百分点", "‰", "个千分点", "千分点"))
_PERMILLE = frozenset(("‰", "个千分点", "千分点"))


class Judged(NamedTuple):
    """What an actual tells of a target."""

    verdict: Verdict
    gap: Gap | None = None
    note: str = ""


def better_of(metric: Metric) -> Better:
    """Return which values of a metric are better."""
    if metric.canonical and (place := places().get(metric.canonical)) is not None:
        return place.better
    if _LOWER_IS_BETTER.search(metric.indicator) and not _FALL.search(metric.indicator):
        return "lower"
    return "none"


def about_note(verdict: Verdict | None, target: Metric | None, actual: Metric | None) -> str:
    """Tell how near an actual must be to a target about another number, where that decided; empty elsewhere."""
    if verdict not in JUDGED or target is None or actual is None or target.value == actual.value:
        return ""
    form = _form(target, amounts(target), better_of(target))
    if form == "about":
        return messages.NEAR_IN_POINTS if target.unit in RATES else messages.NEAR_IN_SHARE
    return messages.NEAR_IN_POINTS if form == "ceiling" and target.qualifier == "about" else ""


def is_of_all_targets(promise: Promise) -> bool:
    """Tell whether the note of a promise is that of all of which the report says nothing but that all targets were met."""
    return promise.verdict == "not_mentioned" and promise.note == messages.ALL_TARGETS


def judge(target: Metric, actual: Metric) -> Judged:
    """Return what an actual tells of a target."""
    if (note := _difference(target, actual)) is not None:
        return Judged("not_comparable", note=note)
    better = better_of(target)
    target, actual = as_amount(target), as_amount(actual)
    if target.measure == "ratio":
        same = target.value == actual.value
        return Judged("met") if same else Judged("not_comparable", note=messages.RATIOS_DIFFER)
    aim, done = amounts(target), amounts(actual)
    if _may_be_less(target, actual) and done[1] > aim[1]:
        return Judged("not_comparable", note=messages.RESULT_IS_A_CEILING)
    falls = target.direction == "down" or target.measure == "rank"
    lower = falls or better == "lower"
    form = _form(target, aim, better)
    if actual.qualifier == "nearly" and done[0] == aim[0] and not lower:
        return Judged("met", note=messages.NEARLY)
    if target.qualifier == "over" and actual.estimated and aim == done and actual.qualifier not in _FLOORS:
        return Judged("not_comparable", note=messages.EXPECTED_TO_EQUAL)
    verdict = _verdict(form, aim, done, lower, falls, target)
    if differ_in_prices(target, actual):
        return Judged(_in_other_prices(verdict, actual), note=messages.OTHER_PRICES)
    if _is_least_below(target, actual) and (verdict != "met" or form == "ceiling"):
        is_open = _may_reach(target, actual)
        return Judged("not_comparable" if is_open else verdict, note=messages.RESULT_IS_A_FLOOR)
    return Judged(verdict, _gap(form, target, actual, aim, done, verdict))


def _in_other_prices(verdict: Verdict, actual: Metric) -> Verdict:
    """Return what growth in real terms tells of a target that is not, or the reverse: growth in real terms is the lower one."""
    is_certain = verdict in (("exceeded", "met") if "real" in actual.attributes else ("missed",))
    return verdict if is_certain else "not_comparable"


def _may_be_less(target: Metric, actual: Metric) -> bool:
    """Tell whether an actual only says what was not passed, as of a target it must not pass: 失业率控制在3.4%以内."""
    return actual.direction != "down" and target.direction != "down" and actual.qualifier in _CEILINGS


def _is_least_below(target: Metric, actual: Metric) -> bool:
    """Tell whether an actual only says what was passed, and that is less than the target: 突破4亿吨 for 4.4亿吨."""
    aim, done = _sizes(target, actual)
    return actual.qualifier in _FLOORS and target.measure != "rank" and done < aim


def _may_reach(target: Metric, actual: Metric) -> bool:
    """Tell whether an actual that is more than so many may be as much as the target, or more.

    突破4亿吨 may be 4.4亿吨, but who came to 5亿吨 says so: a bound is as near as its last digit tells, one that is expected
    half as near: 预计5%以上 may be 6.5%.
    """
    aim, done = _sizes(target, actual)
    if target.qualifier == "about":
        aim -= _tolerance(target, aim)
    _, _, exponent = actual.value[0].normalize().as_tuple()
    digit = Decimal(2 if actual.estimated else 1).scaleb(int(exponent))
    return aim < done + abs(done / actual.value[0]) * digit if done else True


def _tolerance(target: Metric, aim: Decimal) -> Decimal:
    """Return how far from a target of about so many one may be."""
    return _NEAR_POINTS if target.unit in RATES else abs(aim) * _NEAR_SHARE


def _sizes(target: Metric, actual: Metric) -> tuple[Decimal, Decimal]:
    """Return the least a target asks for and the least an actual tells of; of two falls, how large they are."""
    aim, done = amounts(target), amounts(actual)
    if target.direction == actual.direction == "down":
        return -aim[1], -done[1]
    return aim[0], done[0]


def _difference(target: Metric, actual: Metric) -> str | None:
    """Return why two metrics cannot be compared; None if they can."""
    measures = {target.measure, actual.measure}
    units = [unit_of(metric) for metric in (target, actual)]  # to be compared in, not as printed
    if len(measures) > 1:
        if measures == {"growth", "share"} and target.unit == actual.unit:
            return None
        if {as_amount(target).measure, as_amount(actual).measure} == {"level"} and may_count_the_same(*units):
            return None
        if measures == {"growth", "level"}:
            return _growth_note(target, actual)
        return messages.OTHER_MEASURE
    if not may_count_the_same(*units):
        return messages.different_units(
            *(base_quantity_power(metric.unit, metric.indicator)[1] for metric in (target, actual))
        )
    if differ_in_part(target, actual):
        return messages.PART_OF_YEAR
    spans = [is_span(metric.period) for metric in (target, actual)]
    if spans[1] and not spans[0]:
        return messages.YEARLY_AVERAGE if "average" in actual.attributes else messages.SEVERAL_YEARS
    if (
        "cumulative" in actual.attributes
        and "cumulative" not in target.attributes
        and _is_rate_of_growth(target)
    ):
        return messages.SEVERAL_YEARS
    return messages.TARGET_OF_YEARS if spans[0] and not spans[1] and target.measure == "growth" else None


def _is_rate_of_growth(metric: Metric) -> bool:
    return metric.measure == "growth" and metric.unit in RATES


def _growth_note(target: Metric, actual: Metric) -> str:
    """Return which of the two tells by how much something grew, in percent or in so many."""
    if target.measure == "growth":
        return messages.TARGET_IS_GROWTH if target.unit in RATES else messages.TARGET_IS_INCREASE
    return messages.ACTUAL_IS_GROWTH if actual.unit in RATES else messages.ACTUAL_IS_INCREASE


def _form(target: Metric, aim: tuple[Decimal, Decimal], better: Better) -> Form:
    if aim[0] < aim[1]:
        return "range"
    form = TARGET_FORMS.get(target.qualifier, "plain")
    if better == "within" and form in ("plain", "about"):
        return "ceiling"
    return form


def _verdict(
    form: Form,
    aim: tuple[Decimal, Decimal],
    done: tuple[Decimal, Decimal],
    lower: bool,
    falls: bool,
    target: Metric,
) -> Verdict:
    sign = -1 if falls and target.measure != "rank" else 1
    if form in ("floor", "ceiling"):
        # Of a fall by 3% or more, 3 is the least it must fall by.
        bound, least, most = (
            sign * aim[0],
            min(sign * each for each in done),
            max(sign * each for each in done),
        )
        tolerance = _NEAR_POINTS if target.qualifier == "about" else Decimal(0)
        is_met = least >= bound if form == "floor" else most <= bound + tolerance
        return "met" if is_met else "missed"
    low, high = aim
    if form == "about":
        tolerance = _tolerance(target, low)
        low, high = low - tolerance, high + tolerance
    if done[0] > high:
        return "missed" if lower else "exceeded"
    if done[1] < low:
        return "exceeded" if lower else "missed"
    return "met"


def _gap(
    form: Form,
    target: Metric,
    actual: Metric,
    aim: tuple[Decimal, Decimal],
    done: tuple[Decimal, Decimal],
    verdict: Verdict,
) -> Gap | None:
    """Return how far the actual is from the target; None where a bound or a range is kept, or where one is a range.

    Of an actual that passed the very target (突破9000亿元), no distance is known.
    """
    passed = actual.qualifier in _FLOORS and done == aim
    if passed or done[0] < done[1] or (form in ("range", "about", "floor", "ceiling") and verdict == "met"):
        return None
    end = aim[1] if done[0] > aim[1] else aim[0]
    difference = done[0] - end
    if target.unit in _POINT_UNITS:
        return Gap(difference, messages.PERMILLE_POINTS if target.unit in _PERMILLE else messages.POINTS)
    if target.measure == "rank":
        return Gap(difference, messages.PLACES)
    return Gap(rounded(difference / abs(end) * 100, 1), "%") if end else None
