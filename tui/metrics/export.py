"""Write metrics and comparisons as JSON fields and tables, for the command line and the export."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from tui.messages import metrics as messages
from tui.metrics.amounts import plain_decimal
from tui.metrics.comparison import ComparisonRow
from tui.metrics.indicators import Indicators, default_indicators
from tui.metrics.labels import format_value
from tui.metrics.units import base_quantity_power
from tui.metrics.years import years_of
from tui.outline_file.records import decimal_fields
from tui.report.model import Metric, Report
from tui.report.sentences import sentences_at

#: Characters of a sentence that are written, those around the metric; the longest in 30,000 has 757.
MAX_SENTENCE_CHARACTERS = 1000


#: The language of the first row of a table, and of the codes below it, such as ``achieved``.
Headings = Literal["zh", "en"]
HEADINGS: tuple[Headings, ...] = ("zh", "en")

METRIC_FIELDS = (
    *Metric._fields, "canonical_name", "period_from", "period_to", "base_value", "base_unit", "sentence",
)  # fmt: skip
COMPARISON_FIELDS = (
    "indicator", "achieved", "target", "comparable", "note", "achieved_value", "target_value", "achieved_period", "target_period",
    "change", "difference",
    "canonical", "canonical_name",
)  # fmt: skip
#: Fields whose lists are the ends of a range or the parts of a ratio.
_NUMBERS = ("value", "base_value")


def metrics_as_json(
    report: Report, metrics: Sequence[Metric], indicators: Indicators | None = None
) -> list[dict[str, object]]:
    """Return the JSON fields of metrics.

    Args:
        report: The report.
        metrics: Some of its metrics, in the order of the text.
        indicators: The table with today's names; the program's by default.
    """
    table = indicators or default_indicators()
    sentences = sentences_at(report.text, (metric.start for metric in metrics))
    return [
        metric_as_json(metric, report.text[start:end], start, table)
        for metric, (start, end) in zip(metrics, sentences, strict=True)
    ]


def metric_as_json(
    metric: Metric, sentence: str, sentence_start: int, indicators: Indicators
) -> dict[str, object]:
    """Return the JSON fields of a metric; of a long sentence those characters that are around it.

    Args:
        metric: The metric.
        sentence: Its sentence.
        sentence_start: Where that begins in the report.
        indicators: The table with today's names.
    """
    power, base_unit = base_quantity_power(metric.unit, metric.indicator)
    base = tuple(value.scaleb(power) for value in metric.value)
    if len(sentence) > MAX_SENTENCE_CHARACTERS:
        start = max(0, metric.start - sentence_start - MAX_SENTENCE_CHARACTERS // 2)
        sentence = sentence[start : start + MAX_SENTENCE_CHARACTERS]
    first, last = years_of(metric.period) or (None, None)
    return {
        **metric._asdict(),
        "value": decimal_fields(metric.value),
        "attributes": list(metric.attributes),
        **_main_indicator(metric, indicators),
        "period_from": first,
        "period_to": last,
        "base_value": decimal_fields(tuple(map(plain_decimal, base))),
        "base_unit": base_unit,
        "sentence": sentence,
    }


def _main_indicator(metric: Metric | None, indicators: Indicators) -> dict[str, object]:
    """Return id and today's name of the main indicator a metric states; None twice if it is none of them."""
    entry = indicators.get(metric.canonical) if metric else None
    return {
        "canonical": (metric.canonical if metric else "") or None,
        "canonical_name": entry.name if entry else None,
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


def comparison_as_json(row: ComparisonRow, indicators: Indicators | None = None) -> dict[str, object]:
    """Return the JSON fields of a row of the comparison; see :func:`metrics_as_json`."""
    change = row.change
    return {
        "indicator": row.indicator,
        "achieved": row.actual.id if row.actual else None,
        "target": row.target.id if row.target else None,
        "comparable": row.comparable,
        "note": row.note,
        "achieved_value": format_value(row.actual) if row.actual else row.actual_text or None,
        "target_value": format_value(row.target) if row.target else row.target_text or None,
        "achieved_period": row.actual.period if row.actual else None,
        "target_period": row.target.period if row.target else None,
        "change": change.sign,
        "difference": change.text,
        **_main_indicator(row.target or row.actual, indicators or default_indicators()),
    }


def comparison_table(rows: Iterable[ComparisonRow], headings: Headings = "zh") -> list[list[str]]:
    """Return rows of the comparison as text, with the headings first; see :func:`table_of`."""
    return table_of([comparison_as_json(row) for row in rows], COMPARISON_FIELDS, headings)


def metric_table(report: Report, metrics: Iterable[Metric], headings: Headings = "zh") -> list[list[str]]:
    """Return metrics as rows of text, with the headings first; see :func:`table_of`."""
    return table_of(metrics_as_json(report, list(metrics)), METRIC_FIELDS, headings)


def table_of(
    records: Iterable[dict[str, object]], fields: Sequence[str], headings: Headings
) -> list[list[str]]:
    """Return records as rows of text.

    Args:
        records: The records.
        fields: The fields to write, in the order of the columns.
        headings: ``en`` for the names of the fields and their values as JSON has them; ``zh`` for both in Chinese.
    """
    if headings == "zh":
        records = map(_in_words, records)
    cell = _chinese_cell if headings == "zh" else _cell
    rows = ({field: cell(field, record[field]) for field in fields} for record in records)
    return table(fields, rows, headings, messages.FIELD_NAMES.__getitem__)


def table(
    fields: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    headings: Headings,
    name_of: Callable[[str], str],
) -> list[list[str]]:
    """Return rows of cells, with the headings first.

    Args:
        fields: The columns, in order.
        rows: The cells of each row, by field.
        headings: ``zh`` for Chinese headings, ``en`` for the names of the fields.
        name_of: Returns the Chinese name of a field.
    """
    head = [name_of(field) for field in fields] if headings == "zh" else list(fields)
    return [head, *([row[field] for field in fields] for row in rows)]


def _in_words(record: dict[str, object]) -> dict[str, object]:
    """Return a record that tells what is left out of codes: a name that was not found, growth that is a change of rank."""
    told: dict[str, object] = {}
    if record.get("indicator") == "":
        told["indicator"] = messages.UNNAMED
    if (record.get("measure"), record.get("unit")) == ("growth", messages.PLACES):
        told["measure"] = messages.CHANGE_OF_RANK
    return {**record, **told}


def _cell(field: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ("-" if field in _NUMBERS else ";").join(map(str, value))
    return "" if value is None else str(value)


def _chinese_cell(field: str, value: object) -> str:
    if isinstance(value, bool):
        return messages.YES if value else messages.NO
    if not value or field in _NUMBERS:
        return _cell(field, value)
    names = messages.CODE_NAMES.get(field, {})
    items = map(str, value if isinstance(value, list) else [value])
    return messages.LIST_COMMA.join(names.get(item, item) for item in items)
