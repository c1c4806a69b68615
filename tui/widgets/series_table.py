"""The values of a series in a table, a year a line: which columns there are, where they stand, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from tui.messages import figure_screens as messages
from tui.messages import past as past_messages
from tui.messages import verdicts
from tui.messages.gaps import gap_text
from tui.messages.verdicts import BREAK_SIGN, no_value
from tui.metrics.labels import format_short_value
from tui.series.model import Mention, Series, SeriesYear, Stated
from tui.typeset.cells import CellWidths, cell_length, pad
from tui.typeset.wrap import break_lines
from tui.widgets.past_tabs import sign_of_row
from tui.widgets.series_plot import Piece
from tui.widgets.year_order import YEAR_COLUMNS, YearColumn, YearOrder

#: A line of the pane, and the year and the index of the place it is of.
Line = tuple[list[Piece], int | None, int | None]
_GAP, _MARGIN = 2, 1
#: The column behind which the signs of verdicts stand, and below which notes do.
_NOTED: YearColumn = "actual"
_NAMES: dict[YearColumn, str] = {
    "year": messages.YEAR,
    "target": verdicts.TARGET,
    "actual": verdicts.ACTUAL,
    "gap": verdicts.GAP,
    "amount": messages.AMOUNT,
}


def columns_of(series: Sequence[Series]) -> tuple[YearColumn, ...]:
    """Return the columns that have values in any year."""
    years = [year for one in series for year in one.years]
    empty = {
        "gap": not any(gap_text(year.gap, is_short=True) for year in years),
        "amount": not any(year.amount for year in years),
    }
    return tuple(column for column in YEAR_COLUMNS if not empty.get(column, False))


class SeriesTable:
    """The lines of a table.

    Args:
        series: Series of one or several places.
        order: How the years are sorted.
        width: Cells of a line.
        widths: The widths of characters.

    Attributes:
        heading: The names of the columns.
        headings: What each heading sorts by, its first cell, and how many the column takes.
        legend: What the marks mean that occur; empty if none does.
    """

    def __init__(self, series: Sequence[Series], order: YearOrder, width: int, widths: CellWidths) -> None:
        self._series, self._order, self._width, self._widths = series, order, width, widths
        self._columns = columns_of(series)
        self._has_signs = any(year.verdict for one in series for year in one.years)
        self._rows = [
            (place, year, list(self._cells(year)))
            for place, one in enumerate(series)
            for year in order.sorted(one.years)
        ]
        titles = [
            _NAMES[column] + (order.arrow if column == order.column else "") for column in self._columns
        ]
        if self._has_signs:
            titles.insert(self._columns.index(_NOTED) + 1, "")
        texts = [titles, *([text for text, _ in cells] for _, _, cells in self._rows)]
        self._sizes = [max(map(self._length, column)) for column in zip(*texts, strict=True)]
        starts = (_MARGIN + sum(self._sizes[:at]) + at * _GAP for at in range(len(titles)))
        spans = [span for span in zip(starts, self._sizes, titles, strict=True) if span[2]]
        self.headings = [
            (column, start, size) for column, (start, size, _) in zip(self._columns, spans, strict=True)
        ]
        self.heading = self._joined([(title, "bar-text") for title in titles])
        marks = [
            f"{mark} {name}"
            for mark, name in past_messages.MARK_NAMES.items()
            if any(mark in text for row in texts[1:] for text in row)
        ]
        self.legend = " " * _MARGIN + "  ".join(marks) if marks else ""

    def _length(self, text: str) -> int:
        return cell_length(text, self._widths)

    def _cells(self, year: SeriesYear) -> Iterator[Piece]:
        sign, style = sign_of_row(year)
        for column in self._columns:
            if column == "year":
                yield f"{year.year}", "strong"
            elif column == "target":
                yield _shown(year.target, year.has_plan, year.target_mention, "target")
            elif column == "actual":
                yield _shown(year.actual, year.has_results, year.actual_mention, "achieved")
                if self._has_signs:
                    yield sign, style
            elif column == "gap":
                yield gap_text(year.gap, is_short=True), style
            else:
                is_told = (
                    year.actual is not None
                    and year.amount is not None
                    and year.actual.basis == year.amount.basis
                )
                amount = _marked(year.amount, is_told) if year.amount is not None else ""
                yield _break_sign(year) + amount, "muted"

    def lines(self) -> Iterator[Line]:
        """Yield the years, below each what is to be borne in mind."""
        last = -1
        for place, year, cells in self._rows:
            if place != last and len(self._series) > 1:
                yield [(messages.place_line(self._series[place].place), "strong")], None, None
            last = place
            yield self._joined(cells), year.year, place
            notes = (note for note in year.notes if note not in past_messages.MARK_NAMES.values())
            for text in chain(map(past_messages.not_joined, year.breaks), notes):
                yield from self._note(text)

    def _note(self, text: str) -> Iterator[Line]:
        """Yield a note in as many lines as it needs, where actuals stand: it is about these."""
        start = next(start for column, start, _ in self.headings if column == _NOTED)
        room = max(2, self._width - start - _MARGIN)
        for begin, end in break_lines(text, room, self._widths):
            yield [(" " * start + text[begin:end].rstrip(), "muted")], None, None

    def _joined(self, cells: Sequence[Piece]) -> list[Piece]:
        padded = (
            ((pad(text, size, self._widths), style), (" " * _GAP, ""))
            for (text, style), size in zip(cells, self._sizes, strict=True)
        )
        return [(" " * _MARGIN, ""), *chain.from_iterable(padded)]


def copied(year: SeriesYear) -> str:
    """Return the values of a year as text."""
    sign, _ = sign_of_row(year)
    amount = format_short_value(year.amount.metric) if year.amount is not None else ""
    values = [
        format_short_value(stated.metric)
        if stated is not None
        else no_value(has_report, is_mentioned=mention is not None)
        for stated, has_report, mention in (
            (year.target, year.has_plan, year.target_mention),
            (year.actual, year.has_results, year.actual_mention),
        )
    ]
    texts = [f"{year.year}", *values, sign, gap_text(year.gap, is_short=True), _break_sign(year) + amount]
    return " ".join(filter(None, texts))


def _break_sign(year: SeriesYear) -> str:
    return BREAK_SIGN if year.amount is not None and year.amount_breaks else ""


def _shown(stated: Stated | None, has_report: bool, mention: Mention | None, style: str) -> Piece:
    if stated is None:
        return no_value(has_report, is_mentioned=mention is not None), "muted"
    return _marked(stated), style


def _marked(stated: Stated, is_told: bool = False) -> str:
    """Write a value, with a mark instead of a word for one that is estimated or preliminary, unless that is told beside it."""
    mark = past_messages.BASIS_MARKS.get(stated.basis, "") if not is_told else ""
    return format_short_value(stated.metric._replace(estimated=False)) + mark
