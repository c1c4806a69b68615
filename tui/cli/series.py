"""Print an indicator of a place, or several, through the years."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.figures import aligned, gap_text, place_title, shown, writer_of
from tui.cli.reports import own_indicators
from tui.cli.tables import writer
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import series as series_messages
from tui.messages import series_help as messages
from tui.messages.metrics import MEASURE_NAMES
from tui.metrics.amounts import amounts
from tui.series.model import Series, SeriesYear, Stated

#: Cells of the longest bar.
_BAR_CELLS = 16


def run(options: Namespace) -> int:
    """Print the series."""
    with Library(library_path(options.library)) as library:
        indicators = own_indicators()
        reader = library.figures(indicators)
        span = options.first, options.last
        found = [reader.series(options.indicator, place, options.measure, *span) for place in options.places]
        if options.format == "json":
            records = [writer_of(library, indicators).series(one) for one in found]
            printing.json_text(records[0] if len(records) == 1 else {"series": records})
        elif options.format == "csv":
            writer("csv", "series", options.bom).add(
                writer_of(library, indicators).series_rows(found, options.headings)
            )
        else:
            _print(found)
    if any(one.years for one in found):
        return OK
    output.tell(messages.NOTHING)
    return NOTHING_FOUND


def _print(found: Sequence[Series]) -> None:
    """Print tables for people, one a place, with what their marks mean below."""
    for number, series in enumerate(one for one in found if one.years):
        if number:
            printing.line("")
        printing.line(place_title(series.place, series.name, MEASURE_NAMES[series.measure]))
        aligned(list(_rows(series)))
        for line in _remarks(series):
            printing.line(line)


def _rows(series: Series) -> Iterator[list[str]]:
    has_amounts = any(year.amount for year in series.years)
    amount = [messages.AMOUNT_COLUMN] if has_amounts else []
    yield [
        messages.YEAR_COLUMN, messages.TARGET_COLUMN, messages.ACTUAL_COLUMN, messages.VERDICT_COLUMN, messages.GAP_COLUMN, *amount, "",
    ]  # fmt: skip
    values = [_value(year.actual) for year in series.years]
    most = max((value for value in values if value is not None), default=0)
    for year, value in zip(series.years, values, strict=True):
        bar = "█" * round(_BAR_CELLS * value / most) if value is not None and value > 0 < most else ""
        yield [
            f"{year.year}{messages.BREAK_SIGN if year.breaks else ''}",
            shown(year.target, has_report=year.has_plan),
            shown(year.actual, has_report=year.has_results),
            series_messages.VERDICT_SIGNS.get(year.verdict or "", ""),
            gap_text(year.gap),
            *([_amount(year)] if has_amounts else []),
            bar,
        ]


def _amount(year: SeriesYear) -> str:
    mark = messages.BREAK_SIGN if year.amount_breaks else ""
    return mark + shown(year.amount, has_report=year.has_results) if year.amount else ""


def _value(stated: Stated | None) -> float | None:
    return None if stated is None else float(amounts(stated.metric)[1])


def _remarks(series: Series) -> Iterator[str]:
    """Yield what the breaks are, and what to bear in mind."""
    for year in series.years:
        yield from (messages.break_line(year.year, text) for text in year.breaks)
        yield from (
            messages.amount_break_line(year.year, text)
            for text in year.amount_breaks
            if text not in year.breaks
        )
    notes: dict[str, list[str]] = {}
    for year in series.years:
        for text in year.notes:
            notes.setdefault(text, []).append(str(year.year))
    yield from (messages.note_line(years, text) for text, years in notes.items())
