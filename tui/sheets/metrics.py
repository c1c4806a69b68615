"""The metrics of reports as a table to hand in (指标表)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tui.messages import sheets as messages
from tui.messages.metrics import FIELD_NAMES, STATUS_NAMES
from tui.metrics.indicators import Indicators
from tui.metrics.labels import format_period, measure_name, metric_name
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.sheets.figures import (
    column_of,
    figure_cells,
    figure_columns,
    number_notes,
    qualifier_text,
    source,
    source_cells,
    source_column,
    whose,
    with_origin_columns,
)
from tui.sheets.model import Column, Sheet, centered, number
from tui.sheets.sections import section_notes, section_of

_COLUMNS = (
    Column(FIELD_NAMES["indicator"], 36),
    *figure_columns(messages.STATED, FIELD_NAMES["value"], FIELD_NAMES["unit"]),
    centered(FIELD_NAMES["qualifier"], 8),
    centered(FIELD_NAMES["measure"], 10),
    centered(FIELD_NAMES["status"], 8),
    centered(FIELD_NAMES["period"], 14),
    Column(FIELD_NAMES["canonical_name"], 24),
    centered(messages.SECTION, 16),
    source_column(FIELD_NAMES["id"], 8),
    source_column(messages.PATH, 40),
    source_column(FIELD_NAMES["sentence"]),
)

_NUMBER_COLUMNS = (
    number(FIELD_NAMES["start"], 10),
    number(FIELD_NAMES["end"], 10),
    centered(FIELD_NAMES["kind"], 12),
    Column(FIELD_NAMES["quote"], 18),
    Column(FIELD_NAMES["name"], 26),
    Column(FIELD_NAMES["context"], 34),
    centered(FIELD_NAMES["status"], 10),
    Column(FIELD_NAMES["reasons"], 40),
)


def metric_rows(index: Outline, metrics: Sequence[Metric], indicators: Indicators) -> list[list[str]]:
    """Return the cells of metrics, without headings."""
    return [_row(index, metric, indicators) for metric in metrics]


def _row(index: Outline, metric: Metric, indicators: Indicators) -> list[str]:
    entry = indicators.get(metric.canonical)
    cells = [
        metric_name(metric), *figure_cells(metric), qualifier_text(metric), measure_name(metric), STATUS_NAMES[metric.status],
        format_period(metric.period), entry.name if entry else "", section_of(index, metric), metric.id, *source_cells(index, metric),
    ]  # fmt: skip
    return list(map(one_line, cells))


def number_sheet(reports: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]], is_several: bool) -> Sheet:
    """Return the table of all numbers with what they are; see :func:`metric_sheet`."""
    name = whose(reports)
    return Sheet(
        messages.NUMBERS,
        messages.number_title(name),
        with_origin_columns(_NUMBER_COLUMNS, is_several),
        rows,
        lines=[messages.counted(source(reports), messages.row_count(len(rows)))],
        whose=name,
    )


def metric_sheet(reports: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]], is_several: bool) -> Sheet:
    """Return the table of metrics.

    Args:
        reports: Which reports they are of, see :func:`tui.sheets.figures.about`.
        rows: Their cells; where there are several reports, with those in front that tell which.
        is_several: Whether there may be several reports.
    """
    name = whose(reports)
    count = messages.counted(source(reports), messages.metric_count(len(rows)))
    names = reports[0]["sections"] if len(reports) == 1 else {}
    return _sheet(messages.metric_title(name), [count], rows, is_several, name, names)


def found_metric_sheet(query: str, rows: Sequence[Sequence[str]], reports: int) -> Sheet:
    """Return the table of the metrics in the sentences of hits in a library.

    Args:
        query: The query as typed.
        rows: Their cells, with those in front that tell the report.
        reports: How many reports they are from.
    """
    count = messages.counted(messages.from_several(reports), messages.metric_count(len(rows)))
    return _sheet(messages.FOUND_METRIC_TITLE, [messages.query_line(query), count], rows, True)


def _sheet(
    title: str,
    lines: Sequence[str],
    rows: Sequence[Sequence[str]],
    is_several: bool,
    whose: str = "",
    sections: Mapping[str, str] = MappingProxyType({}),
) -> Sheet:
    columns = with_origin_columns(_COLUMNS, is_several)
    return Sheet(
        messages.METRICS,
        title,
        columns,
        rows,
        lines=lines,
        notes=[
            *number_notes(column_of(columns, rows, FIELD_NAMES["value"])),
            *section_notes(messages.SECTION, sections, column_of(columns, rows, messages.SECTION)),
        ],
        frozen=3 if is_several else 1,
        whose=whose,
    ).numbered
