"""The commands that print figures. Apart from the others, since their rules take longer to load."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from tui.cli import printing
from tui.library.loading import load_report
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import comparison_record, comparison_table, metric_records, metric_table
from tui.metrics.labels import MEASURE_NAMES, STATUS_NAMES, format_value
from tui.report.errors import FOUND, NOTHING_FOUND
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span


def metrics(options: Namespace) -> int:
    """Prints the figures of a report."""
    index = Outline(load_report(options.report, options.encoding))
    chosen: Sequence[Metric] = index.report.metrics
    place = find_span(index, options.place) if options.place is not None else (0, len(index.report.text))
    chosen = [metric for metric in chosen if place[0] <= metric.start and metric.end <= place[1]]
    if options.status is not None:
        chosen = [metric for metric in chosen if metric.status == options.status]
    if options.filter:
        chosen = filter_metrics(chosen, options.filter)
    if options.explain:
        return _explain(index, chosen, place)
    if options.format == "json":
        printing.json_text({"metrics": metric_records(index.report, chosen)})
    elif options.format == "csv":
        printing.csv_rows(metric_table(index.report, chosen), options.bom)
    else:
        printing.table(_table_rows(index, chosen), markdown=options.format == "md")
    return FOUND if chosen else NOTHING_FOUND


def _explain(index: Outline, chosen: Sequence[Metric], place: tuple[int, int]) -> int:
    """Lists figures and all other digits of a report, with what decided."""
    from tui.metrics.extract import read_metrics
    from tui.metrics.other_numbers import other_numbers

    report = index.report
    reasons = {figure.metric.start: figure.reasons for figure in read_metrics(report)}
    wanted = {metric.start for metric in chosen}
    rows = [
        (metric.start, ["指标", metric.quote, metric.indicator, STATUS_NAMES[metric.status],
         "，".join(filter(None, reasons.get(metric.start, ())))])
        for metric in report.metrics
        if metric.start in wanted
    ]  # fmt: skip
    rows += [
        (
            run.start,
            [
                run.kind,
                report.text[run.start : run.end],
                _around(report.text, run.start, run.end),
                "",
                run.example,
            ],
        )
        for run in other_numbers(report.text, report.metrics)
    ]
    table = [[str(start), *cells] for start, cells in sorted(rows) if place[0] <= start < place[1]]
    printing.table([["位置", "是", "数", "名称或上下文", "状态", "依据"], *table], markdown=False)
    return FOUND if table else NOTHING_FOUND


def _around(text: str, start: int, end: int) -> str:
    return one_line(text[max(0, start - 6) : end + 6]).strip()


def compare(options: Namespace) -> int:
    """Prints results beside targets."""
    report = load_report(options.report, options.encoding)
    rows = [row for row in comparison_rows(report) if (row.actual and row.target) or not options.pairs]
    if options.format == "json":
        printing.json_text({"comparisons": [comparison_record(row) for row in rows]})
    elif options.format == "csv":
        printing.csv_rows(comparison_table(rows), options.bom)
    else:
        front = report.front
        head = ["指标", str(front.review_year or "结果"), str(front.plan_year or "目标"), "", "变化与说明"]
        table = [
            [
                row.indicator,
                format_value(row.actual) if row.actual else row.actual_text,
                format_value(row.target) if row.target else row.target_text,
                row.change.sign,
                row.change.words,
            ]
            for row in rows
        ]
        printing.table([head, *table], markdown=options.format == "md")
    return FOUND if rows else NOTHING_FOUND


def _table_rows(index: Outline, metrics: Iterable[Metric]) -> list[list[str]]:
    rows = [["编号", "位置", "指标", "数值", "性质", "状态", "年份"]]
    for metric in metrics:
        rows.append(
            [
                metric.id,
                index.path(index.by_id[metric.node]),
                metric.indicator,
                format_value(metric),
                MEASURE_NAMES[metric.measure],
                STATUS_NAMES[metric.status],
                metric.period,
            ]
        )
    return rows
