"""Print an indicator of a place, or several, through the years."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tui.cli import output, printing, spreadsheets
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.figures import aligned, place_title, shown, sign_of, writer_of
from tui.cli.reports import own_indicators
from tui.cli.tables import writer
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import series_help as messages
from tui.messages.gaps import gap_text
from tui.messages.metrics import LIST_COMMA, MEASURE_NAMES
from tui.messages.verdicts import ACTUAL, BREAK_SIGN, GAP, TARGET, VERDICT
from tui.metrics.amounts import amounts
from tui.report.sanitize import one_line
from tui.series.model import Series, SeriesYear, Stated

#: Cells of the longest bar.
_BAR_CELLS = 16


def run(options: Namespace) -> int:
    """Print the series."""
    is_sheet = spreadsheets.is_asked(options)
    with Library(library_path(options.library)) as library:
        indicators = own_indicators()
        reader = library.figures(indicators)
        span = options.first, options.last
        found = [reader.series(options.indicator, place, options.measure, *span) for place in options.places]
        stated = [series for series in found if series.years]
        if is_sheet and stated:
            from tui.sheets.series import series_sheet  # only spreadsheets need it

            spreadsheets.write(series_sheet(stated, library.addresses().of), options)
        elif options.format == "json":
            records = [writer_of(library, indicators).series(one) for one in found]
            printing.json_text(records[0] if len(records) == 1 else {"series": records})
        elif options.format == "csv":
            writer("csv", "series", options.bom).add(
                writer_of(library, indicators).series_rows(found, options.headings)
            )
        elif not is_sheet:
            _print(found)
    if stated:
        return OK
    output.tell(messages.NOTHING_IN_SPAN if options.first or options.last else messages.NOTHING)
    return NOTHING_FOUND


def _print(found: Sequence[Series]) -> None:
    """Print a table for people, with what its marks mean below; of several places one beside the other."""
    stated = [series for series in found if series.years]
    for series in stated[:1]:
        places = LIST_COMMA.join(one.place for one in stated)
        printing.line(place_title(places, series.name, MEASURE_NAMES[series.measure]))
        aligned(list(_rows(series) if len(stated) == 1 else _side_by_side(stated)))
    for series in stated:
        for line in _remarks(series):
            printing.line(line if len(stated) == 1 else f"{one_line(series.place)}　{line}")


def _side_by_side(found: Sequence[Series]) -> Iterator[list[str]]:
    """Yield the rows of several places: a target, an actual and what became of it for each."""
    columns = (TARGET, ACTUAL)
    yield [
        messages.YEAR_COLUMN,
        *(head for one in found for head in (*(one_line(one.place) + name for name in columns), "")),
    ]
    years = [{year.year: year for year in one.years} for one in found]
    for number in range(min(map(min, years)), max(map(max, years)) + 1):
        cells = []
        for known in years:
            year = known.get(number)
            cells += ["", "", ""] if year is None else [
                shown(year.target, has_report=year.has_plan, is_mentioned=bool(year.target_mention)),
                shown(year.actual, has_report=year.has_results, is_mentioned=bool(year.actual_mention)) + (BREAK_SIGN if year.breaks else ""),
                sign_of(year.verdict),
            ]  # fmt: skip
        yield [str(number), *cells]


def _rows(series: Series) -> Iterator[list[str]]:
    has_amounts = any(year.amount for year in series.years)
    amount = [messages.AMOUNT_COLUMN] if has_amounts else []
    yield [
        messages.YEAR_COLUMN, TARGET, ACTUAL, VERDICT, GAP, *amount, "",
    ]  # fmt: skip
    values = [_value(year.actual) for year in series.years]
    most = max((value for value in values if value is not None), default=0)
    for year, value in zip(series.years, values, strict=True):
        bar = "█" * round(_BAR_CELLS * value / most) if value is not None and value > 0 < most else ""
        yield [
            f"{year.year}{BREAK_SIGN if year.breaks else ''}",
            shown(year.target, has_report=year.has_plan, is_mentioned=bool(year.target_mention)),
            shown(year.actual, has_report=year.has_results, is_mentioned=bool(year.actual_mention)),
            sign_of(year.verdict),
            gap_text(year.gap, is_short=True),
            *([_amount(year)] if has_amounts else []),
            bar,
        ]


def _amount(year: SeriesYear) -> str:
    mark = BREAK_SIGN if year.amount_breaks else ""
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
