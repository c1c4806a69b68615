"""Tell targets that are repeated from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.links.wording import indicator_of
from tui.metrics.name_core import core_of, is_generic
from tui.metrics.units import RATES
from tui.report.model import Metric


def distinct(targets: Iterable[Metric]) -> Iterator[Metric]:
    """Yield targets; what is said twice, once.

    Targets whose names say no more than 投资 may be of two things, though their numbers are the same.
    """
    said: set[tuple[object, ...]] = set()
    for metric in targets:
        known = indicator_of(metric)
        name = known or metric.indicator
        # 实现10%的经济增长目标 is 生产总值增长10%.
        kind = () if known and metric.unit in RATES else (metric.measure, metric.direction)
        key = name, metric.value, metric.unit, *kind
        tells = bool(known) or not is_generic(core_of(metric.indicator).text)
        if name and tells and key in said:
            continue
        said.add(key)
        yield metric
