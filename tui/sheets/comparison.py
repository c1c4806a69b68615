"""Last year's actuals beside this year's targets as a table to hand in (目标对照表)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tui.messages import sheets as messages
from tui.messages.metrics import COMPARABLE_NAMES, FIELD_NAMES
from tui.metrics.amounts import plain_decimal
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_period
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.sheets.figures import (
    column_of,
    figure_cells,
    figure_columns,
    magnitude,
    number_notes,
    section_of,
    source,
    source_cells,
    source_column,
    whose,
    with_origin_columns,
)
from tui.sheets.model import Column, Sheet, centered, number


def _columns(actual: str, target: str) -> list[Column]:
    return [
        Column(FIELD_NAMES["indicator"], 30),
        *figure_columns(actual, messages.ACTUAL_NUMBER, messages.ACTUAL_UNIT),
        *figure_columns(target, messages.TARGET_NUMBER, messages.TARGET_UNIT),
        centered(FIELD_NAMES["change"], 6),
        number(FIELD_NAMES["difference"], 9),
        centered(messages.GAP_UNIT, 10),
        Column(FIELD_NAMES["note"], 26),
        centered(FIELD_NAMES["comparable"], 10),
        centered(messages.ACTUAL_SECTION, 12),
        centered(messages.TARGET_SECTION, 12),
        source_column(messages.ACTUAL_PATH, 40),
        source_column(messages.ACTUAL_SENTENCE),
        source_column(messages.TARGET_PATH, 40),
        source_column(messages.TARGET_SENTENCE),
    ]


def comparison_sheet_rows(index: Outline, rows: Sequence[ComparisonRow]) -> list[list[str]]:
    """Return the cells of rows of the comparison, without headings: main indicators first, targets of several years last."""
    return [_row(index, row) for row in sorted(rows, key=_rank)]


def _rank(row: ComparisonRow) -> tuple[bool, bool, int]:
    return row.horizon == "plan", row.order is None, row.order or 0


def _row(index: Outline, row: ComparisonRow) -> list[str]:
    change, gap = row.change, row.gap
    remark = (
        messages.targets_of_years(format_period(row.target.period))
        if row.horizon == "plan" and row.target
        else change.text
    )
    cells = [
        row.indicator, *figure_cells(row.actual, row.actual_text or messages.NOT_FOUND), *figure_cells(row.target, row.target_text),
        change.sign, *(_gap_cells(row, *gap) if gap else ("", "")), remark, COMPARABLE_NAMES[row.comparable] if row.comparable else "",
    ]  # fmt: skip
    sections = [section_of(index, metric) for metric in (row.actual, row.target)]
    return [
        *map(one_line, cells),
        *sections,
        *source_cells(index, row.actual),
        *source_cells(index, row.target),
    ]


def _gap_cells(row: ComparisonRow, gap: Decimal, unit: str) -> tuple[str, str]:
    """Return a gap and its unit, as the target has its own: of 千亿元 in 亿元."""
    power, shown = magnitude(row.target) if row.target and row.target.unit == unit else (0, unit)
    return format(plain_decimal(gap.scaleb(power)) if power else gap, "f"), shown


def comparison_sheet(
    reports: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]], is_several: bool
) -> Sheet:
    """Return the table of comparisons; see :func:`tui.sheets.tasks.task_sheet`."""
    name = whose(reports)
    years = (reports[0]["review_year"], reports[0]["year"]) if len(reports) == 1 else (None, None)
    columns = with_origin_columns(
        _columns(
            messages.year_heading(years[0], messages.ACTUAL), messages.year_heading(years[1], messages.TARGET)
        ),
        is_several,
    )
    return Sheet(
        messages.COMPARISON,
        messages.comparison_title(name),
        columns,
        rows,
        lines=[messages.counted(source(reports), messages.row_count(len(rows)))],
        notes=[
            messages.COMPARISON_SIGNS,
            messages.COMPARISON_GAPS,
            *number_notes(column_of(columns, rows, messages.ACTUAL_NUMBER, messages.TARGET_NUMBER)),
        ],
        frozen=3 if is_several else 1,
        whose=name,
    ).numbered
