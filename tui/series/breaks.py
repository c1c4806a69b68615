"""Find where the values of a series cannot be joined: revised, redefined or renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tui.messages import series as messages
from tui.metrics.amounts import amounts, rounded, short, unit_of
from tui.metrics.labels import format_value
from tui.report.model import Metric
from tui.series.asked import Asked
from tui.series.choice import Choice, left_out, passes
from tui.series.model import Stated

#: Growth of two levels and growth as stated differ by more points if the levels are on different bases: where growth is
#: stated without the change of prices, where it is below that (prices seldom fall), and of what is counted at prices of the year.
_REVISION_POINTS, _BELOW_POINTS, _NOMINAL_POINTS = 12, 3, 3
_NOMINAL = frozenset(
    (
        "general_budget_revenue",
        "fixed_asset_investment",
        "total_fixed_asset_investment",
        "retail_sales",
        "urban_income",
        "rural_income",
        "resident_income",
    )
)
#: The same where prices rose so fast that growth at constant prices is far below that of levels.
_INFLATION, _INFLATION_POINTS = range(1988, 1997), 30
#: A level that a later report states is another one if it differs by so much of it, and an error if by more.
_RESTATED, _MISREAD = Decimal("0.02"), Decimal("0.5")
#: How growth at constant prices is told; its attribute is that of 同口径.
_PRICES = "可比价"
_NAMED_BASIS, _PAUSE = re.compile("[传新老原旧][统]?口径"), re.compile("[,，;；。、]")
#: 8000亿元以上: growth from there is at most that from 8000亿元.
_AT_LEAST = ("at_least", "over")
_EXACT = ("exact", "about", "more")


def on_other_basis(growth: Choice | None) -> tuple[str, ...]:
    """Return the break where growth is stated on another basis than the levels are: 同口径增长8%."""
    if growth is None:
        return ()
    if left_out(growth.stated):
        return (messages.COMPARABLE_BASIS,)
    metric, (start, _) = growth.stated.metric, growth.stated.sentence
    before = growth.stated.text[max(0, metric.start - start - 25) : metric.start - start]
    if named := _NAMED_BASIS.search(_PAUSE.split(before)[-1]):
        return (messages.named_basis(named[0]),)
    if "comparable" not in metric.attributes or _PRICES in before:
        return ()
    return (messages.COMPARABLE_BASIS,)


def other_prices(before: Choice | None, after: Choice | None) -> tuple[str, ...]:
    """Return the break where growth is told with the change of prices, and that of the year before without, or the reverse."""
    if before is None or after is None:
        return ()
    was_real, is_real = ("real" in choice.stated.metric.attributes for choice in (before, after))
    return (messages.other_prices(was_real),) if was_real != is_real else ()


def renamed_indicator(before: Choice | None, after: Choice | None, asked: Asked) -> tuple[str, ...]:
    """Return the break where another indicator goes on."""
    if before is None or after is None or before.indicator == after.indicator:
        return ()
    return (
        messages.renamed_indicator(
            *(asked.names.get(one.indicator, one.indicator) for one in (before, after))
        ),
    )


def redefined(asked: Asked, indicator: str, before: int, year: int) -> Iterator[str]:
    """Yield the changes of definition since a year before."""
    for of, change in asked.breaks:
        if of == indicator and before < change.year <= year:
            yield change.change if change.year == year else messages.redefined(change.year, change.change)


def revised(before: Choice | None, level: Choice | None, growth: Choice | None) -> Iterator[str]:
    """Yield the break where the growth of two levels is not the one that is stated."""
    if before is None or level is None or before.indicator != level.indicator:
        return
    metrics = before.stated.metric, level.stated.metric
    if unit_of(metrics[0]) != unit_of(metrics[1]):
        yield messages.other_unit(*map(unit_of, metrics))
        return
    base = amounts(metrics[0])[1]
    if growth is None or not base or metrics[1].qualifier not in _EXACT:
        return
    amount = amounts(metrics[1])[1]
    of_levels = (amount / base - 1) * 100
    stated = amounts(growth.stated.metric)[1]
    is_at_most = metrics[0].qualifier in _AT_LEAST and of_levels < stated
    if metrics[0].qualifier not in _EXACT and not is_at_most:
        return
    # What the two levels may have been before they were rounded.
    off, off_base = map(_rounded_by, (metrics[1], metrics[0]))
    least, most = ((amount + off * sign) / (base - off_base * sign) * 100 - 100 for sign in (-1, 1))
    nearest = min(max(stated, least), most)
    if abs(nearest - stated) > _points_apart(level, growth, of_levels, stated):
        yield messages.revised(short(rounded(of_levels, 1)), short(stated))


def _points_apart(level: Choice, growth: Choice, of_levels: Decimal, stated: Decimal) -> int:
    """Return by how many points growth of two levels may differ from growth as stated."""
    if of_levels > stated and level.stated.metric.period in map(str, _INFLATION):
        return _INFLATION_POINTS
    if level.indicator in _NOMINAL and "real" not in growth.stated.metric.attributes:
        return _NOMINAL_POINTS
    return _BELOW_POINTS if of_levels < stated else _REVISION_POINTS


def restated(year: int, level: Choice | None, later: Sequence[Stated]) -> Iterator[str]:
    """Yield the break behind a year whose level later reports state otherwise."""
    if level is None or level.stated.metric.qualifier not in _EXACT:
        return
    first = amounts(level.stated.metric)[1]
    for stated in later:
        if passes(stated) or unit_of(stated.metric) != unit_of(level.stated.metric):
            continue
        off = abs(amounts(stated.metric)[1] - first)
        is_rounded = off <= max(map(_rounded_by, (stated.metric, level.stated.metric)))
        if is_rounded or stated.metric.qualifier != "exact" or not first:
            continue
        if _RESTATED < off / first < _MISREAD:
            yield messages.restated(year, format_value(stated.metric))
            return


def _rounded_by(metric: Metric) -> Decimal:
    """Return how far an amount may be from the number that stands for it, by its last digit that is not zero."""
    number = max(metric.value, key=abs)
    _, _, exponent = number.normalize().as_tuple()
    step = Decimal(5).scaleb(int(exponent) - 1)
    return abs(amounts(metric)[1]) / abs(number) * step if number else Decimal(0)


def renamed_place(names: Mapping[int, str], before: int, year: int) -> tuple[str, ...]:
    """Return the break where the place got another name.

    Args:
        names: Its name in the report about each year.
        before: The last year before with a value.
        year: The year.
    """
    one, other = names.get(before, ""), names.get(year, "")
    return (messages.renamed_place(one, other),) if one and other and one != other else ()
