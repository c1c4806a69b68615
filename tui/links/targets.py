"""Tell targets that are repeated from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.metrics.name_core import core_of, is_generic
from tui.report.model import Metric


def distinct(targets: Iterable[Metric]) -> Iterator[Metric]:
    """Yield targets; what is said twice, once.

    Targets whose names say no more than 投资 may be of two things, though their numbers are the same.
    """
    said: set[tuple[object, ...]] = set()
    for metric in targets:
        name = metric.canonical or metric.indicator
        key = name, metric.value, metric.unit, metric.measure, metric.direction
        tells = bool(metric.canonical) or not is_generic(core_of(metric.indicator).text)
        if name and tells and key in said:
            continue
        said.add(key)
        yield metric
