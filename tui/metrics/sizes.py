"""Sort metrics by size, each among those it can be compared with: of one kind, and in one unit (亿元 and 万元, 亩 and 公顷)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.metrics.units import RATES, common_unit
from tui.report.model import Measure, Metric

#: Kinds whose values tell nothing by their size: a rank is one among others, and a ratio has several parts.
_WITHOUT_SIZE: frozenset[Measure] = frozenset(("rank", "ratio"))
#: The unit of money, in whichever currency, at its end.
_MONEY = "元"


class Scale(NamedTuple):
    """What values are compared in.

    Attributes:
        measure: The kind of statement.
        unit: The unit; empty for none.
    """

    measure: Measure
    unit: str

    @property
    def place(self) -> int:
        """Where it stands among others: money, then percentages, then numbers of things, then what has no size."""
        if not self.has_sizes:
            return 3
        return 0 if self.unit.endswith(_MONEY) else 1 if self.unit in RATES else 2

    @property
    def has_sizes(self) -> bool:
        """Whether values are compared at all."""
        return self.measure not in _WITHOUT_SIZE


def scale_of(metric: Metric) -> Scale:
    """Return what the value of a metric is compared in."""
    if metric.measure in _WITHOUT_SIZE:
        return Scale(metric.measure, "")
    return Scale(metric.measure, common_unit(metric.unit, metric.indicator)[1])


def size_on_scale(metric: Metric) -> Decimal:
    """Return the larger end of a metric's value on its scale; a fall is below zero."""
    size = metric.value[-1] * common_unit(metric.unit, metric.indicator)[0]
    return -size if metric.direction == "down" else size


def by_size(metrics: Iterable[Metric], from_smallest: bool = False) -> Sequence[tuple[Scale, list[Metric]]]:
    """Return metrics by scale, those of one scale from the largest to the smallest, or the other way round.

    Money comes first, then percentages, then numbers of things, of each the scale with the most metrics; those without sizes
    are last, in the order of the text. So is what is equal.
    """
    scales: defaultdict[Scale, list[Metric]] = defaultdict(list)
    for metric in sorted(metrics, key=lambda metric: metric.start):
        scales[scale_of(metric)].append(metric)
    for scale, some in scales.items():
        if scale.has_sizes:
            some.sort(key=lambda metric: size_on_scale(metric) * (1 if from_smallest else -1))
    return sorted(scales.items(), key=lambda item: (item[0].place, -len(item[1])))
