"""Numbers of metrics in base units, and numbers as text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal

from tui.metrics.units import COUNTED, PLACE, RATES, base_quantity_power, common_unit
from tui.report.model import Metric

_REDUCED, _ADDED = "减少", "新增"
_ADDING = ("新增", "净增", "增加")
#: Exact enough for the largest number by the smallest.
_EXACT = Context(prec=100)
#: Units that count the same things: 户 may be households, where 个 are what these live in (老旧小区).
_SAME_UNITS = (
    {"家", "户"},
    {"家", "个"},
    {"人", "名", "位", "人次"},
    {"场", "次", "场次"},
    {"个", "项"},
    {"处", "个"},
)


def count_the_same(*units: str) -> bool:
    """Tell whether units without thousands are the same, or count the same things."""
    return len(set(units)) == 1 or any(alike.issuperset(units) for alike in _SAME_UNITS)


def amounts(metric: Metric) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number a metric states, in the unit of :func:`unit_of` and negative for a fall."""
    factor, _ = common_unit(metric.unit, metric.indicator)
    sign = -factor if metric.direction == "down" else factor
    numbers = [sign * number for number in metric.value]
    return min(numbers), max(numbers)


def unit_of(metric: Metric) -> str:
    """Return the unit in which a metric is compared with others: 吨 for 亿斤."""
    return common_unit(metric.unit, metric.indicator)[1]


def in_unit_of(number: Decimal, metric: Metric) -> Decimal:
    """Return an amount in the unit of a metric as printed, without thousands: 5 万吨 is 1 亿 of 亿斤."""
    _, base = base_quantity_power(metric.unit, metric.indicator)
    return _EXACT.divide(number, common_unit(base)[0])


def as_amount(metric: Metric) -> Metric:
    """Return a change by so many as an amount done, all others as they are.

    贫困人口减少1650万人 is 减少贫困人口1650万人, and 高新技术企业净增200家 is 新增高新技术企业200家.
    """
    if metric.measure != "growth" or metric.unit in RATES:
        return metric
    if metric.direction == "down":
        verb = "" if metric.indicator.startswith(_REDUCED) else _REDUCED
    elif base_quantity_power(metric.unit)[1] in COUNTED - {PLACE}:
        verb = "" if metric.indicator.startswith(_ADDING) else _ADDED
    else:
        return metric
    return metric._replace(indicator=verb + metric.indicator, measure="level", direction=None)


def plain_decimal(number: Decimal) -> Decimal:
    """Return the number without an exponent and without zeros behind the decimal point."""
    is_whole = number == number.to_integral_value()
    return rounded(number, 0) if is_whole else number.normalize()


def rounded(number: Decimal, places: int) -> Decimal:
    """Return the number with so many digits behind the decimal point."""
    return number.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def short(number: Decimal) -> str:
    """Format a number with at most four digits behind the decimal point."""
    return format(plain_decimal(rounded(number, 4)), "f")


def scaled(number: Decimal) -> str:
    """Format a number in 亿 or 万 if it reaches one."""
    for power, name in ((8, "亿"), (4, "万")):
        if number >= 10**power:
            return short(number.scaleb(-power)) + name
    return short(number)


def percent_of(part: Decimal, whole: Decimal) -> str:
    """Format a part of a whole in percent; empty if the whole is 0."""
    return short(rounded(part / abs(whole) * 100, 1)) if whole else ""


def conversions(metric: Metric) -> Iterator[str]:
    """Yield a value in 亿, 万 and single units, where these differ from how it is printed."""
    power, unit = base_quantity_power(metric.unit, metric.indicator)
    if metric.unit in RATES or len(metric.value) > 1:
        return
    number = metric.value[0].scaleb(power)
    for step, name in ((8, "亿"), (4, "万"), (0, "")):
        if name + unit != metric.unit and (step == 0 or number >= 10**step):
            yield f"{_exact(number.scaleb(-step))}{name}{unit}"


def _exact(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else f"{int(number):,}" if number >= 10000 else text
