"""Print the metrics of a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from tui.cli import printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import load_report, with_own_indicators
from tui.messages import cli as messages
from tui.messages.metrics import MEASURE_NAMES, STATUS_NAMES
from tui.metrics.export import metric_table, metrics_as_json
from tui.metrics.labels import format_value
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span

#: Characters shown on either side of a number that is no metric.
_CONTEXT = 6


def run(options: Namespace) -> int:
    """Print the metrics that pass the filters."""
    index = Outline(with_own_indicators(load_report(options.report, options.encoding)))
    span = find_span(index, options.place) if options.place is not None else (0, len(index.report.text))
    chosen = _chosen(index, options, span)
    if options.explain:
        return _explain(index, chosen, span)
    if options.format == "json":
        printing.json_text({"metrics": metrics_as_json(index.report, chosen)})
    elif options.format == "csv":
        printing.csv_rows(metric_table(index.report, chosen, options.headings), options.bom)
    else:
        printing.table(_table(index, chosen), markdown=options.format == "md")
    return OK if chosen else NOTHING_FOUND


def _chosen(index: Outline, options: Namespace, span: tuple[int, int]) -> Sequence[Metric]:
    chosen = [
        metric
        for metric in index.report.metrics
        if span[0] <= metric.start and metric.end <= span[1] and options.status in (None, metric.status)
    ]
    return filter_metrics(chosen, options.filter) if options.filter else chosen


def _table(index: Outline, metrics: Iterable[Metric]) -> Sequence[Sequence[str]]:
    return [messages.METRIC_COLUMNS] + [
        (
            metric.id,
            index.path(index.by_id[metric.node]),
            metric.indicator,
            format_value(metric),
            MEASURE_NAMES[metric.measure],
            STATUS_NAMES[metric.status],
            metric.period,
        )
        for metric in metrics
    ]


def _explain(index: Outline, chosen: Sequence[Metric], span: tuple[int, int]) -> int:
    """Print metrics and all other numbers of a report with the reasons."""
    from tui.metrics.extract import read_metrics
    from tui.metrics.other_numbers import other_numbers

    report, text = index.report, index.report.text
    reasons = {metric.start: reasons for metric, reasons in read_metrics(report)}
    wanted = {metric.start for metric in chosen}
    rows = [
        (metric.start, [messages.METRIC, metric.quote, metric.indicator, STATUS_NAMES[metric.status],
         "，".join(filter(None, reasons.get(metric.start, ())))])
        for metric in report.metrics
        if metric.start in wanted
    ]  # fmt: skip
    rows += [
        (run.start, [run.kind, text[run.start : run.end], _around(text, run.start, run.end), "", run.example])
        for run in other_numbers(text, report.metrics)
    ]
    table = [[str(start), *cells] for start, cells in sorted(rows) if span[0] <= start < span[1]]
    printing.table([messages.EXPLAIN_COLUMNS, *table], markdown=False)
    return OK if table else NOTHING_FOUND


def _around(text: str, start: int, end: int) -> str:
    return one_line(text[max(0, start - _CONTEXT) : end + _CONTEXT]).strip()
