"""All numbers of a report with what they are and why: metrics, and what is none."""

from __future__ import annotations

from collections.abc import Iterable

from tui.messages import cli as messages
from tui.metrics.export import Headings, table_of
from tui.report.model import Metric, Report
from tui.report.sanitize import one_line

EXPLAIN_FIELDS = ("start", "end", "kind", "quote", "name", "context", "status", "reasons")
_COLUMNS = ("start", "kind", "quote", "name", "status", "reasons")
#: Characters shown on either side of a number that is no metric.
_CONTEXT = 6


def explained(report: Report, chosen: Iterable[Metric], span: tuple[int, int]) -> list[dict[str, object]]:
    """Return the fields of metrics and of all other numbers in a span, in the order of the text.

    Metrics have a name, a status and the reasons for it; other numbers have their context, and an example of their kind as the
    reason.
    """
    from tui.metrics.extract import (
        read_metrics,
    )  # the rules; printing metrics that are known does not need them
    from tui.metrics.other_numbers import other_numbers

    reasons = {metric.start: [*filter(None, why)] for metric, why in read_metrics(report)}
    records: list[tuple[int, dict[str, object]]] = [
        (
            metric.start,
            {
                "start": metric.start,
                "end": metric.end,
                "kind": messages.METRIC,
                "quote": metric.quote,
                "name": metric.indicator,
                "context": None,
                "status": metric.status,
                "reasons": reasons.get(metric.start, []),
            },
        )
        for metric in chosen
    ]
    records += [
        (
            run.start,
            {
                "start": run.start,
                "end": run.end,
                "kind": run.kind,
                "quote": report.text[run.start : run.end],
                "name": None,
                "context": _around(report.text, run.start, run.end),
                "status": None,
                "reasons": [run.example] if run.example else [],
            },
        )
        for run in other_numbers(report.text, report.metrics)
    ]
    records.sort(key=lambda record: record[0])
    return [fields for start, fields in records if span[0] <= start < span[1]]


def explain_table(records: Iterable[dict[str, object]], headings: Headings) -> list[list[str]]:
    """Return the fields in columns for people: a number has either a name or a context, in one column."""
    merged = ({**record, "name": record["name"] or record["context"]} for record in records)
    return table_of(merged, _COLUMNS, headings)


def _around(text: str, start: int, end: int) -> str:
    return one_line(text[max(0, start - _CONTEXT) : end + _CONTEXT]).strip()
