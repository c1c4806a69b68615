"""Series, rankings, and counts of kept targets as tables to hand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui.messages import series_help
from tui.messages import sheets as messages
from tui.messages.metrics import LIST_COMMA, MEASURE_NAMES
from tui.messages.series import SEMICOLON, field_name
from tui.messages.verdicts import BOUND_NOTE, NEAR_NOTE, VERDICT_NAMES, no_value
from tui.report.sanitize import one_line
from tui.series.export import AddressOf, kept_rows
from tui.series.model import Kept, Ranking, RankRow, Series, SeriesYear, Stated
from tui.series.ranking import ranks_in
from tui.sheets.figures import column_of, figure_cells, figure_columns, number_notes, source_column
from tui.sheets.model import Column, Sheet, centered, number, whole

_NUMBERS = (field_name("target_value"), field_name("actual_value"), field_name("amount_value"))


def _figure_columns(name: str) -> list[Column]:
    return figure_columns(field_name(name), field_name(f"{name}_value"), field_name(f"{name}_unit"))


def _judged_columns() -> list[Column]:
    return [
        centered(field_name("verdict"), 10),
        number(field_name("gap"), 9),
        centered(field_name("gap_unit"), 10),
    ]


def _source_columns(name: str) -> list[Column]:
    return [source_column(field_name(f"{name}_report"), 20), source_column(field_name(f"{name}_sentence"))]


def series_sheet(series: Sequence[Series], address_of: AddressOf) -> Sheet:
    """Return the table of series.

    Args:
        series: The series, of one indicator.
        address_of: Returns the address of a report.
    """
    is_several = len(series) > 1
    has_amounts = any(year.amount for one in series for year in one.years)
    has_breaks = any(year.breaks or year.amount_breaks or year.notes for one in series for year in one.years)
    columns = [
        *([Column(field_name("place"), 14)] if is_several else []),
        whole(field_name("year"), 7),
        *_figure_columns("target"),
        *_figure_columns("actual"),
        *_judged_columns(),
        *(_figure_columns("amount") if has_amounts else []),
        *([Column(messages.BREAKS_AND_NOTES, 44)] if has_breaks else []),
        *_source_columns("target"),
        *_source_columns("actual"),
        *(_source_columns("amount") if has_amounts else []),
    ]  # fmt: skip
    rows = [
        _series_row(one, year, address_of, is_several, has_amounts, has_breaks)
        for one in series
        for year in one.years
    ]
    first = series[0]
    places = one_line(LIST_COMMA.join(one.place for one in series))
    name = one_line(f"{places}{first.name}")
    return Sheet(
        messages.SERIES,
        messages.series_title(places, one_line(first.name), MEASURE_NAMES[first.measure]),
        columns,
        rows,
        lines=[messages.SERIES_SOURCE],
        notes=[
            messages.SERIES_NOTE,
            messages.GAP_NOTE,
            BOUND_NOTE,
            NEAR_NOTE,
            *number_notes(column_of(columns, rows, *_NUMBERS)),
        ],
        frozen=2 if is_several else 1,
        whose=name,
    )


def _series_row(
    series: Series,
    year: SeriesYear,
    address_of: AddressOf,
    with_place: bool,
    with_amount: bool,
    with_notes: bool,
) -> list[str]:
    gap = year.gap
    cells = [
        *([series.place] if with_place else []),
        str(year.year),
        *_cells(year.target, no_value(year.has_plan, is_mentioned=year.target_mention is not None)),
        *_cells(year.actual, no_value(year.has_results, is_mentioned=year.actual_mention is not None)),
        VERDICT_NAMES[year.verdict] if year.verdict else "",
        *((gap.text, gap.unit) if gap else ("", "")),
        *(_cells(year.amount, "") if with_amount else []),
        *([SEMICOLON.join(_remarks(year))] if with_notes else []),
        *_source(year.target, address_of),
        *_source(year.actual, address_of),
        *(_source(year.amount, address_of) if with_amount else []),
    ]
    return list(map(one_line, cells))


def _remarks(year: SeriesYear) -> Iterator[str]:
    yield from (messages.break_text(text) for text in year.breaks)
    yield from (messages.amount_break_text(text) for text in year.amount_breaks if text not in year.breaks)
    yield from year.notes


def _cells(stated: Stated | None, otherwise: str) -> list[str]:
    return figure_cells(stated.metric if stated else None, otherwise)


def _source(stated: Stated | None, address_of: AddressOf) -> list[str]:
    """Return the report that states a figure, and the sentence."""
    if stated is None:
        return ["", ""]
    return [address_of(stated.report.number or 0), stated.text]


def ranking_sheet(
    ranking: Ranking,
    address_of: AddressOf,
    choose: Callable[[list[list[str]]], list[list[str]]] = list,
    parent: str = "",
) -> Sheet:
    """Return the table of a ranking; the divisions above one's own place come last, without a rank.

    Args:
        ranking: The ranking.
        address_of: Returns the address of a report.
        choose: Takes the rows; returns those that are wanted, in the order that is.
        parent: The name of the division all places are in; empty for all.
    """
    columns = [
        whole(field_name("rank"), 7),
        Column(field_name("place"), 16),
        Column(field_name("parent"), 16),
        *_figure_columns("target"),
        *_figure_columns("actual"),
        *_judged_columns(),
        Column(field_name("notes"), 32),
        *_source_columns("target"),
        *_source_columns("actual"),
    ]
    ranked = [
        _rank_row(rank, row, address_of) for rank, row in zip(ranks_in(ranking), ranking.rows, strict=True)
    ]
    own = [
        cells
        for cells, row in zip(ranked, ranking.rows, strict=True)
        if ranking.own and row.place.code == ranking.own
    ]
    rows = [*choose(ranked), *(_rank_row("", row, address_of, messages.ABOVE) for row in ranking.above)]
    notes = [
        messages.NO_REPORT_NOTE,
        messages.GAP_NOTE,
        BOUND_NOTE,
        NEAR_NOTE,
        *number_notes(column_of(columns, rows, *_NUMBERS)),
    ]
    if ranking.missing:
        missing = one_line(LIST_COMMA.join(ranking.missing))
        notes.append(series_help.missing_line(len(ranking.missing), missing, ranking.by))
    level, measure = series_help.LEVEL_NAMES[ranking.level], MEASURE_NAMES[ranking.measure]
    name = one_line(messages.rank_name(ranking.year, parent, level, ranking.name))
    shown = len(rows) - len(ranking.above)
    return Sheet(
        messages.RANKING,
        messages.rank_title(name, measure),
        columns,
        rows,
        lines=[messages.rank_source(series_help.BY_NAMES[ranking.by], shown, len(ranking.rows))],
        notes=notes,
        frozen=2,
        whose=name,
        strong=[at for at, cells in enumerate(rows) if any(cells is one for one in own)],
    )


def _rank_row(rank: str, row: RankRow, address_of: AddressOf, note: str = "") -> list[str]:
    gap = row.gap
    cells = [
        rank,
        row.place.place,
        row.parent,
        *_cells(row.target, no_value(row.has_plan)),
        *_cells(row.actual, no_value(row.has_results)),
        VERDICT_NAMES[row.verdict] if row.verdict else "",
        *((gap.text, gap.unit) if gap else ("", "")),
        SEMICOLON.join(filter(None, (note, *row.notes))),
        *_source(row.target, address_of),
        *_source(row.actual, address_of),
    ]
    return list(map(one_line, cells))


def kept_sheet(kept: Sequence[Kept], title: str) -> Sheet:
    """Return the table of how many targets were kept each year; zeros are left blank.

    Args:
        kept: The counts.
        title: Which targets they are of.
    """
    head, *counts = kept_rows(kept, "zh")
    year, *verdicts = head
    rows = [["" if cell == "0" else cell for cell in cells] for cells in counts]
    columns = [whole(year, 10), *(whole(name, 12) for name in verdicts)]
    return Sheet(messages.KEPT, messages.kept_title(title), columns, rows, lines=[messages.LIBRARY_SOURCE], notes=[messages.KEPT_NOTE], is_wide=False)  # fmt: skip
