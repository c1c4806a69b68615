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
    source,
    source_cells,
    source_column,
    whose,
    with_origin_columns,
)
from tui.sheets.model import Column, Sheet, centered, in_two, number
from tui.sheets.sections import section_notes, section_of

#: The first column about results; all of them, and those about both.
_FIRST_ACTUAL = 1
_OF_ACTUALS = (1, 2, 3, 7, 8, 9, 11, 12, 14, 15)


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
        centered(messages.ACTUAL_SECTION, 18),
        centered(messages.TARGET_SECTION, 18),
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
        if row.horizon == "plan" and row.target and not row.actual
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
    """Return the table of comparisons: pairs, followed by a sheet with targets for which no result was found.

    Args:
        reports: Which reports they are of, see :func:`tui.sheets.figures.about`.
        rows: Their cells; where there are several reports, with those in front that tell which.
        is_several: Whether there may be several reports.
    """
    name = whose(reports)
    years = (reports[0]["review_year"], reports[0]["year"]) if len(reports) == 1 else (None, None)
    columns = with_origin_columns(
        _columns(
            messages.year_heading(years[0], messages.ACTUAL), messages.year_heading(years[1], messages.TARGET)
        ),
        is_several,
    )
    names = reports[0]["sections"] if len(reports) == 1 else {}
    at = _FIRST_ACTUAL + 2 * is_several
    alone = [row for row in rows if row[at] == messages.NOT_FOUND]
    pairs = [row for row in rows if row[at] != messages.NOT_FOUND]

    def sheet(rows: Sequence[Sequence[str]], is_alone: bool, others: int) -> Sheet:
        left_out = {at + index - _FIRST_ACTUAL for index in _OF_ACTUALS} if is_alone else ()
        shown = [column for index, column in enumerate(columns) if index not in left_out]
        cells = [[cell for index, cell in enumerate(row) if index not in left_out] for row in rows]
        count = messages.row_count(len(rows))
        if others:
            count = messages.also_counted(
                count, messages.PAIRED if is_alone else messages.TARGETS_ALONE, others
            )
        sections = column_of(shown, cells, messages.ACTUAL_SECTION, messages.TARGET_SECTION)
        return Sheet(
            messages.COMPARISON,
            messages.comparison_title(name, is_alone),
            shown,
            cells,
            lines=[messages.counted(source(reports), count)],
            notes=[
                *(
                    (messages.TARGETS_ALONE_NOTE,)
                    if is_alone
                    else (messages.COMPARISON_SIGNS, messages.COMPARISON_GAPS)
                ),
                *number_notes(column_of(shown, cells, messages.ACTUAL_NUMBER, messages.TARGET_NUMBER)),
                *section_notes(messages.SECTION, names, sections),
            ],
            frozen=3 if is_several else 1,
            whose=name,
            tab="" if not (alone and pairs) else messages.TARGETS_ALONE if is_alone else messages.PAIRED,
        ).numbered

    return in_two(pairs, alone, sheet)
