"""Write metrics and comparisons as JSON fields and tables, for the command line and the export."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from tui.metrics.amounts import plain_decimal
from tui.metrics.comparison import ComparisonRow
from tui.metrics.units import base_quantity_power
from tui.outline_file.records import decimal_fields
from tui.report.model import Metric, Report
from tui.report.sentences import sentences_at

#: Characters of a sentence that are written, those around the metric; the longest in 30,000 has 757.
MAX_SENTENCE_CHARACTERS = 1000


def metrics_as_json(report: Report, metrics: Sequence[Metric]) -> list[dict[str, object]]:
    """Return the JSON fields of metrics, which are in the order of the text."""
    sentences = sentences_at(report.text, (metric.start for metric in metrics))
    return [_metric_as_json(report, metric, *span) for metric, span in zip(metrics, sentences, strict=True)]


def _metric_as_json(report: Report, metric: Metric, start: int, end: int) -> dict[str, object]:
    power, base_unit = base_quantity_power(metric.unit, metric.indicator)
    base = tuple(value.scaleb(power) for value in metric.value)
    if end - start > MAX_SENTENCE_CHARACTERS:
        start = max(start, metric.start - MAX_SENTENCE_CHARACTERS // 2)
        end = min(end, start + MAX_SENTENCE_CHARACTERS)
    return {
        **metric._asdict(),
        "value": decimal_fields(metric.value),
        "base_value": decimal_fields(tuple(map(plain_decimal, base))),
        "base_unit": base_unit,
        "attributes": list(metric.attributes),
        "canonical": metric.canonical or None,
        "sentence": report.text[start:end],
    }


#: The start of cells that spreadsheets take for formulas; East Asian editions take the full-width marks, too.
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n](?s:.)")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


def csv_text(rows: Iterable[Sequence[str]], line_end: str) -> str:
    """Return rows as comma-separated values in which no cell is a formula.

    A cell that would be one gets a ``'`` before it, by which spreadsheets know text. Numbers with a sign, also in
    percent, stay as they are.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows([map(_harmless, row) for row in rows])
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def comparison_as_json(row: ComparisonRow) -> dict[str, object]:
    """Return the JSON fields of a row of the comparison."""
    change = row.change
    return {
        "indicator": row.indicator,
        "achieved": row.actual.id if row.actual else None,
        "target": row.target.id if row.target else None,
        "comparable": row.comparable,
        "note": row.note,
        "achieved_value": row.actual.quote if row.actual else row.actual_text or None,
        "target_value": row.target.quote if row.target else row.target_text or None,
        "change": change.sign,
        "difference": change.text,
    }


def comparison_table(rows: Iterable[ComparisonRow]) -> list[list[str]]:
    """Return rows of the comparison as text, with the names of the fields first."""
    fields = [comparison_as_json(row) for row in rows]
    return _table(fields, ("indicator", "achieved", "target", "comparable", "note"))


def metric_table(report: Report, metrics: Iterable[Metric]) -> list[list[str]]:
    """Return metrics as rows of text, with the names of the fields first."""
    fields = (*Metric._fields, "base_value", "base_unit", "sentence")
    return _table(metrics_as_json(report, list(metrics)), fields)


def _table(rows: Sequence[dict[str, object]], names_of_none: Sequence[str]) -> list[list[str]]:
    names = list(rows[0]) if rows else list(names_of_none)
    return [names, *([_cell(row[name]) for name in names] for row in rows)]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "-".join(map(str, value))
    return "" if value is None else str(value)
