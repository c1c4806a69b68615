"""Give the metrics of a report the ids of the indicators they state."""

from __future__ import annotations

from tui.metrics.indicators import Indicators
from tui.metrics.period import years_of
from tui.report.model import Metric, Report


def with_canonical_ids(report: Report, indicators: Indicators) -> Report:
    """Return a report whose metrics have the ids of a table of indicators; those none of them states have none."""
    metrics = (metric._replace(canonical=_id_of(metric, report, indicators)) for metric in report.metrics)
    return report._replace(metrics=tuple(metrics))


def _id_of(metric: Metric, report: Report, indicators: Indicators) -> str:
    if metric.part_of:
        return ""
    _, year = years_of(metric.period) or (None, None)
    found = indicators.find(metric.indicator, metric.unit, metric.measure, year, (report.place,))
    return found.id if found else ""
