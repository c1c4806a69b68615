"""Tell whether two names measure other things of one kind: prices and what is bought, energy and land that are used."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.links.contexts import MetricContext

#: Names of which is kept what they say.
_NAMES = 2048
#: 消费增长3% is not 消费价格上涨3%.
_PRICE, _VOLUME = (
    re.compile("价格|物价|CPI"),
    re.compile("(?:居民)?消费(?:支出|总额)?|社会消费品零售(?:总额)?"),
)
#: What is used: energy, land, water, power.
_INPUTS = re.compile("耗([能地水电])|([能地水电])耗")
#: What a share of energy is one of.
_ENERGY = re.compile("装机|发电量|消费")


def price_or_volume(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one of two is of prices, and the other of what is bought."""
    one, other = (_is_price(context.side.metric.indicator) for context in (target, actual))
    return {one, other} == {True, False}


@lru_cache(maxsize=_NAMES)
def _is_price(name: str) -> bool | None:
    """Tell whether a name is of prices, or of what is bought; None if it is of neither."""
    return True if _PRICE.search(name) else False if _VOLUME.fullmatch(name) else None


def other_energy(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one share is of what can be produced, and the other of what is used: 清洁能源装机比重, 清洁能源消费比重."""
    one, other = (_energy_of(context.side.metric.indicator) for context in (target, actual))
    return bool(one and other) and not one & other


@lru_cache(maxsize=_NAMES)
def _energy_of(name: str) -> frozenset[str]:
    return frozenset(_ENERGY.findall(name))


def other_input(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two names are of what is used of other things: 单位生产总值能耗, 单位生产总值耗地."""
    one, other = (_inputs_of(context.side.metric.indicator) for context in (target, actual))
    return bool(one and other) and not one & other


@lru_cache(maxsize=_NAMES)
def _inputs_of(name: str) -> frozenset[str]:
    return frozenset(first or second for first, second in _INPUTS.findall(name))
