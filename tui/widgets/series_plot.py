"""Draw a series: targets and actuals by year, in lines of a width; a table of the values in the same columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import floor

from tui.messages import past as messages
from tui.messages.verdicts import BREAK_SIGN
from tui.metrics.amounts import short
from tui.promises.model import MISSED as MISSED_TARGETS
from tui.series.model import SeriesYear
from tui.typeset.cells import pad, pad_left
from tui.widgets.past_tabs import sign_of_row
from tui.widgets.series_columns import SeriesColumns

#: A text, and the name of its style.
Piece = tuple[str, str]
#: Marks of a target, an actual, both in one cell, a target that was missed, and what joins that to its target.
TARGET, ACTUAL, BOTH, MISSED, JOIN = "○", "●", "◉", "▼", ":"
_STYLES = {TARGET: "target", ACTUAL: "achieved", BOTH: "achieved", JOIN: "muted"}
#: Distances of rows, times a power of ten; and rows between two labels at least.
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LABEL_EVERY_FROM = 14
#: The index of the row of verdicts, and of that of amounts below growth.
_VERDICTS, _AMOUNTS = 2, 3


def step_for(low: float, high: float, rows: int) -> float:
    """Return the distance between two rows, a round number, for values from ``low`` to ``high`` to fit into so many rows."""
    span = max(high - low, abs(high) * 1e-6, 1e-6)
    unit = 10.0 ** (len(str(int(span / max(1, rows)))) - 1)
    while unit > span / max(1, rows):
        unit /= 10
    while True:
        for step in _STEPS:
            if _row(high, unit * step) - _row(low, unit * step) + 1 <= rows:
                return unit * step
        unit *= 10


def _row(value: float, step: float) -> int:
    """Return the row of a value; halves always go up: to the even neighbour they would go both ways."""
    return floor(round(value / step, 6) + 0.5)


def plot_lines(columns: SeriesColumns, height: int, place: int = 0) -> list[list[Piece]]:
    """Return the plot of a place, each line as pieces that together are as wide as the columns.

    Args:
        columns: The columns.
        height: Lines there are, at least 3; the plot takes no more.
        place: Index of the place.
    """
    shown = [one for year in columns.years if (one := columns.at(place, year)) is not None]
    values = [
        value for one in shown for stated in (one.target, one.actual) for value in columns.scale.ends(stated)
    ]
    if not values or height < 3:
        return []
    step = step_for(min(values), max(values), height)
    low, high = _row(min(values), step), _row(max(values), step)
    marks = {one.year: _marks(one, columns, step) for one in shown}
    every = 2 if high - low >= _LABEL_EVERY_FROM else 1
    return [
        _line(columns, marks, row, _label(row, step, columns.scale.unit) if row % every == 0 else "")
        for row in range(high, low - 1, -1)
    ]


def _line(columns: SeriesColumns, marks: dict[int, dict[int, Piece]], row: int, label: str) -> list[Piece]:
    pieces: list[Piece] = [(pad_left(label, columns.label_cells - 1, columns.widths) + " ", "muted")]
    for year in columns.years:
        mark, style = marks.get(year, {}).get(row, ("", ""))
        pieces.append((pad(mark, columns.cells, columns.widths), style))
    return pieces


def _marks(year: SeriesYear, columns: SeriesColumns, step: float) -> dict[int, Piece]:
    """Return the marks of a year, by row."""
    aims = {_row(value, step) for value in columns.scale.ends(year.target)}
    done = {_row(value, step) for value in columns.scale.ends(year.actual)}
    marks = dict.fromkeys(aims, TARGET)
    is_missed = year.verdict in MISSED_TARGETS
    if is_missed:
        nearest = min(aims, key=lambda row: min(abs(row - other) for other in done))
        ends = sorted((nearest, min(done, key=lambda row: abs(row - nearest))))
        marks.update({row: JOIN for row in range(ends[0] + 1, ends[1]) if row not in marks})
    for row in done:
        marks[row] = MISSED if is_missed else BOTH if row in aims else ACTUAL
    missed = sign_of_row(year)[1]
    return {row: (mark, missed if mark == MISSED else _STYLES[mark]) for row, mark in marks.items()}


def _label(row: int, step: float, unit: str) -> str:
    number = short(Decimal(repr(row * step)))
    return number + unit if unit == "%" else number


def table_lines(columns: SeriesColumns, place: int = 0) -> Iterator[list[Piece]]:
    """Yield the values of a place in the columns of the plot: target, actual, verdict, and amount if there is any."""
    names = ("target", "achieved", "", "muted")
    shown = {year: one for year in columns.years if (one := columns.at(place, year)) is not None}
    for index, label in enumerate(columns.labels):
        if index >= _AMOUNTS and not any(one.amount for one in shown.values()):
            continue
        pieces: list[Piece] = [(pad(f" {label}", columns.label_cells, columns.widths), "muted")]
        for year in columns.years:
            one = shown.get(year)
            text = list(columns.texts(one))[index] if one is not None else ""
            is_value = any(map(str.isdigit, text)) or text == BREAK_SIGN
            style = names[index] if is_value else "muted"
            if index == _VERDICTS and one is not None:
                _, style = sign_of_row(one)
            pieces.append((pad(text, columns.cells, columns.widths), style))
        yield pieces


def heading_line(columns: SeriesColumns, place: int = 0) -> list[Piece]:
    """Return the years over or under their columns; those whose value cannot be joined to the one before are marked.

    Arrows tell of years that there is no room for.
    """
    label = f" {messages.YEAR} {messages.EARLIER}" if columns.has_earlier else f" {messages.YEAR}"
    pieces: list[Piece] = [(pad(label, columns.label_cells, columns.widths), "muted")]
    for year in columns.years:
        one = columns.at(place, year)
        mark = BREAK_SIGN if one is not None and one.breaks else ""
        more = messages.LATER if columns.has_later and year == columns.years[-1] else ""
        text = columns.heading(year) + more
        fits = columns.length(mark + text) < columns.cells
        style = "strong" if year == columns.cursor else "muted"
        pieces.append((pad(mark + text if fits else text, columns.cells, columns.widths), style))
    return pieces
