"""Tell growth in real terms from growth in the prices of the year."""

from __future__ import annotations

from tui.report.model import Metric

#: Indicators whose growth is always told in constant prices.
_CONSTANT, _VALUE_ADDED = ("gdp", "gdp_per_capita"), "value_added"


def differ_in_prices(one: Metric, other: Metric) -> bool:
    """Tell whether one growth leaves out the change of prices, and the other does not say so: 实际增长8%, 增长12%."""
    if one.measure != "growth" or other.measure != "growth":
        return False
    is_constant = any(
        metric.canonical in _CONSTANT or metric.canonical.endswith(_VALUE_ADDED) for metric in (one, other)
    )
    return not is_constant and ("real" in one.attributes) != ("real" in other.attributes)
