"""A hit of a library as the cells of a row, for CSV and for tables."""

from __future__ import annotations

from collections.abc import Iterable

from tui.library.addresses import Addresses
from tui.library.results import LibraryHit, ReportResults
from tui.messages import library as messages
from tui.messages.metrics import STATUS_NAMES
from tui.messages.sheets import with_cuts
from tui.metrics.labels import format_value, metric_name
from tui.report.model import Metric
from tui.report.sanitize import one_line


def hit_cells(
    found: ReportResults, hit: LibraryHit, addresses: Addresses, is_chinese: bool, marks_cuts: bool = False
) -> list[str]:
    """Return the cells of a hit, in the order of :data:`tui.messages.library.HIT_COLUMNS`.

    Args:
        found: The report it is in.
        hit: The hit.
        addresses: How the reports of the library are named.
        is_chinese: Whether levels and what metrics are have their Chinese names, not those of JSON.
        marks_cuts: Whether an ellipsis stands where the line has more.
    """
    before, after = hit.before, hit.after
    if marks_cuts:
        before, after = with_cuts(before, after, hit.is_cut)
    report = found.report
    level = messages.LEVEL_NAMES.get(report.level, report.level) if is_chinese else report.level
    cells = [
        addresses.place_of(report.id), level, str(report.plan_year or ""), hit.path, before, hit.text.replace("\n", ""), after,
        hit.sentence, stated(hit.metrics, is_chinese), addresses.of(report.id),
    ]  # fmt: skip
    return list(map(one_line, cells))


def stated(metrics: Iterable[Metric], is_chinese: bool = True) -> str:
    """Return what a sentence states in a line: names, values, and what they are."""
    if not is_chinese:
        return "; ".join(
            f"{metric.indicator} {metric.quote} ({f'{metric.status} {metric.period}'.strip()})"
            for metric in metrics
        )
    return messages.SEMICOLON.join(
        messages.metric(metric_name(metric), format_value(metric), STATUS_NAMES[metric.status], metric.period)
        for metric in metrics
    )
