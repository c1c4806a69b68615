"""Tell targets that are repeated, or are those of a part of the place, from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui.links.contexts import MetricContext
from tui.links.wording import indicator_of
from tui.metrics.name_core import core_of, is_generic
from tui.metrics.units import RATES
from tui.report.model import Metric

#: Main indicators in the paragraph that states the targets of the place, at least; in one about a part of it, at most.
_LIST, _NO_LIST = 4, 2


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


def of_parts(targets: Sequence[MetricContext]) -> frozenset[str]:
    """Return the rates that are not those of the place, by id, since those stand in the list of its main indicators.

    力争高新区规上工业企业研发机构覆盖率达80%，GDP增长10%: whose GDP that is, its clause need not say.
    """
    company: defaultdict[int, set[str]] = defaultdict(set)
    for context in targets:
        if context.indicator:
            company[context.line].add(context.indicator)
    listed = {_statement(one) for one in targets if len(company[one.line]) >= _LIST}
    values = {(_statement(one), one.metric.value) for one in targets if len(company[one.line]) >= _LIST}
    return frozenset(
        one.metric.id
        for one in targets
        if one.indicator
        and one.metric.unit in RATES
        and len(company[one.line]) <= _NO_LIST
        and _statement(one) in listed
        and (_statement(one), one.metric.value) not in values
    )


def _statement(context: MetricContext) -> tuple[object, ...]:
    metric = context.metric
    return context.indicator, metric.measure, metric.period, metric.attributes
