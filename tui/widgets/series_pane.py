"""An indicator of one or several places through the years: a plot, and the values below it; or the values alone, a year a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from tui.messages import figure_screens as messages
from tui.messages import past as past_messages
from tui.messages import verdicts
from tui.messages.verdicts import VERDICT_NAMES, no_value
from tui.series.model import Series, SeriesYear
from tui.typeset.cells import cell_length
from tui.widgets.bindings import bindings
from tui.widgets.heading_clicks import heading_at
from tui.widgets.line_view import LineView
from tui.widgets.past_tabs import sign_of
from tui.widgets.series_columns import SeriesColumns
from tui.widgets.series_plot import ACTUAL, BOTH, MISSED, TARGET, heading_line, plot_lines, table_lines
from tui.widgets.series_table import Line, SeriesTable
from tui.widgets.year_order import YearColumn, YearOrder

#: Lines of the plot at least and at most.
_LEAST_PLOT, _MOST_PLOT = 5, 24
_DOUBLE = 2


class SeriesPane(LineView):
    """Years of places; the cursor is on a year of a place.

    Attributes:
        series: What is shown.
        year: The year at the cursor.
        place: The index of the place at the cursor.
        is_table: Whether only the values are shown, a year a line.
        order: How the years of the table are sorted.
    """

    BINDINGS = bindings("series")

    class YearReached(Message):
        """The cursor came to another year or place."""

    class SortAsked(Message):
        """The user clicked a heading of the table.

        Attributes:
            column: What to sort by.
        """

        def __init__(self, column: YearColumn) -> None:
            super().__init__()
            self.column = column

    def __init__(self, series: Sequence[Series], *, id: str) -> None:
        super().__init__(id=id)
        self.series = series
        years = [year.year for one in series for year in one.years]
        self._first, self._last = min(years, default=0), max(years, default=0)
        self.place = 0
        self.year = self._last_known()
        self.is_table = False
        self.order = YearOrder()
        self._columns: SeriesColumns | None = None
        self._values: SeriesTable | None = None
        #: What the last drawing was made for, and its lines: pieces, and the year and the place each line is of.
        self._made_for: tuple[object, ...] = ()
        self._lines: list[Line] = []

    def _last_known(self) -> int:
        """Return the last year with a result, or else the last year."""
        known = [year.year for year in self.series[0].years if year.actual is not None]
        return max(known, default=self._last)

    def begin_at(self, year: int | None, place: int, is_table: bool) -> None:
        """Show a year of a place, where there are such."""
        if year is not None and self._first <= year <= self._last:
            self.year = year
        self.place = place if place < len(self.series) else 0
        self.is_table = is_table

    @property
    def at_cursor(self) -> SeriesYear | None:
        """The year at the cursor; None if the series of the place does not reach there."""
        return next((one for one in self.series[self.place].years if one.year == self.year), None)

    # -- keys --------------------------------------------------------------------------------

    def action_step_year(self, direction: int) -> None:
        """Go to the year after (1) or before (-1)."""
        self._go_to(self.year + direction, self.place)

    def action_move(self, rows: int) -> None:
        """Go to another place; in the table to another year."""
        if not self.is_table:
            self._go_to(self.year, self.place + rows)
            return
        of_rows = [(place, year.year) for place, year in self._sorted_years()]
        at = next((at for at, row in enumerate(of_rows) if row == (self.place, self.year)), 0)
        place, year = of_rows[max(0, min(at + rows, len(of_rows) - 1))]
        self._go_to(year, place)

    def _sorted_years(self) -> Iterator[tuple[int, SeriesYear]]:
        """Yield the years of the table with the index of their place."""
        for place, one in enumerate(self.series):
            yield from ((place, year) for year in self.order.sorted(one.years))

    def show_sorted(self, order: YearOrder) -> None:
        """Sort the years of the table."""
        self.order, self.is_table = order, True
        self._go_to(self.year, self.place)

    def action_move_to_end(self, direction: int) -> None:
        """Go to the first (-1) or last (1) year."""
        self._go_to(self._first if direction < 0 else self._last, self.place)

    def action_toggle_table(self) -> None:
        """Show only the values, a year a line, or the plot again."""
        self.is_table = not self.is_table
        self.top = 0
        self.keep_in_view()
        self.refresh()
        self.post_message(self.YearReached())

    def action_choose(self) -> None:
        """Open the sentence."""
        self.post_message(self.RowChosen(self, self.cursor))

    def _go_to(self, year: int, place: int) -> None:
        self.year = max(self._first, min(year, self._last))
        self.place = max(0, min(place, len(self.series) - 1))
        self.keep_in_view()
        self.refresh()
        self.post_message(self.YearReached())

    def clicked(self, event: events.Click) -> None:
        """Go to the year and place that were clicked; a double click opens the sentence."""
        index = self.row_at(event.y)
        if self._values is not None and not event.y:
            asked = heading_at(event.x, self._values.headings)
            if asked is not None:
                self.post_message(self.SortAsked(asked))
        if index is None:
            return
        _, year, place = self._lines[index]
        columns = self._columns
        if year is None and columns is not None and event.x >= columns.label_cells:
            column = (event.x - columns.label_cells) // columns.cells
            year = columns.years[column] if column < len(columns.years) else None
        if year is not None:
            self._go_to(year, self.place if place is None else place)
        if event.chain == _DOUBLE:
            self.action_choose()

    # -- lines -------------------------------------------------------------------------------

    def keep_in_view(self) -> None:
        """Scroll to the place, or in the table to the year, at the cursor."""
        self._make()
        shown = [
            at
            for at, (_, year, place) in enumerate(self._lines)
            if place == self.place and year in (None, self.year)
        ]
        if shown:
            self.reveal(shown[-1])
            self.reveal(shown[0])
        if not self.is_table and self.row_count() <= self.page_rows:
            self.top = 0
        self.cursor = shown[0] if shown else 0

    def _make(self) -> None:
        size = self.size
        made_for = (size, self.year, self.place, self.is_table, self.order)
        if made_for == self._made_for or not size.width:
            return
        self._made_for = made_for
        self._lines = list(self._table() if self.is_table else self._plot())
        self._title_rows = 2 if self._values is not None and self._values.legend else 1

    def _plot(self) -> Iterator[Line]:
        columns = SeriesColumns(self.series, self.size.width - 1, self.widths, self.year)
        self._columns, self._values = columns, None
        several = len(self.series) > 1
        tables = [list(table_lines(columns, place)) for place in range(len(self.series))]
        below = 1 + sum(len(lines) + several for lines in tables)
        room = min(_MOST_PLOT, self.page_rows - below)
        plot = plot_lines(columns, room, self.place) if room >= _LEAST_PLOT else []
        for line in plot:
            yield line, None, None
        yield heading_line(columns, self.place), None, None
        for place, one in enumerate(self.series):
            if several:
                name = messages.place_line(one.place)
                yield [(name, "strong" if place == self.place else "topic")], None, place
            for line in tables[place]:
                yield line, None, place

    def _table(self) -> Iterator[Line]:
        self._columns = None
        self._values = SeriesTable(self.series, self.order, self.size.width, self.widths)
        return self._values.lines()

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def draw(self, size: object) -> list[Strip]:
        """Return all lines, made for the size."""
        self._make()
        return super().draw(self.size)

    def render_line(self, y: int) -> Strip:
        """Return one line; what the marks of the table mean is below its headings."""
        if 0 < y < self._title_rows and self._values is not None:
            style = self.base_style + self.part_style("muted")
            return self.strip_of([(self._values.legend, style)], self.size.width, style)
        return super().render_line(y)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return what the marks mean, as many as there is room for; the headings of the table."""
        if self.is_table:
            heading = self._values.heading if self._values is not None else []
            return [(text, self.part_style(style) if style else Style()) for text, style in heading]
        muted = self.part_style("bar-text")
        pieces: list[tuple[str, Style]] = [(" ", muted)]
        used = 1
        texts = [text for line, _, _ in self._lines for text, _ in line]
        for mark, name, style in (
            (TARGET, verdicts.TARGET, "target"),
            (ACTUAL, verdicts.ACTUAL, "achieved"),
            (BOTH, past_messages.SAME_CELL, "achieved"),
            (MISSED, VERDICT_NAMES["missed"], self._missed_style()),
            *((mark, name, "") for mark, name in past_messages.MARK_NAMES.items()),
            *((no_value(known, is_short=True), no_value(known), "") for known in (True, False)),
        ):
            if not any(mark in text for text in texts):
                continue
            used += cell_length(f"{mark} {name}  ", self.widths)
            if used > width:
                break
            pieces += [(mark, self.part_style(style) if style else muted), (f" {name}  ", muted)]
        return pieces

    def _missed_style(self) -> str:
        """Return the style of the mark of a missed target, as it is in the plot."""
        targets = (year.target for year in self.series[self.place].years)
        return sign_of("missed", next((one.metric for one in targets if one is not None), None))[1]

    @property
    def cursor_cell(self) -> Offset | None:
        """The column of the year at the cursor, or in the table its row."""
        cell, columns = super().cursor_cell, self._columns
        if cell is None or columns is None or self.year not in columns.years:
            return cell
        return Offset(columns.label_cells + columns.cells * columns.years.index(self.year), cell.y)

    def row_strip(self, row: int, width: int) -> Strip:
        """Return a line; the year at the cursor has the background of the cursor."""
        pieces, year, place = self._lines[row]
        base, lit = self.base_style, self.base_style + self.cursor_style
        columns = self._columns
        is_lit = year == self.year and place == self.place
        at = 1 + columns.years.index(self.year) if columns is not None and self.year in columns.years else -1
        if columns is not None and (len(pieces) == 1 or place not in (None, self.place)):
            at = -1
        drawn = []
        for index, (text, style) in enumerate(pieces):
            fill = lit if is_lit or index == at else base
            drawn.append((text, fill + self.part_style(style) if style else fill))
        return self.strip_of(drawn, width, lit if is_lit else base)
