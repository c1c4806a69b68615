"""The columns in which a series is drawn, one a year, and the scale its values are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.messages import past as messages
from tui.messages.verdicts import ACTUAL, BREAK_SIGN, SIGNS, TARGET, VERDICT, no_value
from tui.metrics.amounts import amounts, in_unit_of, rounded, short
from tui.metrics.units import base_quantity_power, common_unit
from tui.report.model import Metric
from tui.series.model import Series, SeriesYear, Stated
from tui.typeset.cells import CellWidths, cell_length

#: From this number on, digits behind the decimal point are left out.
_LARGE = 1000
#: Cells between two columns, and of a column at least.
_GAP, _LEAST_CELLS = 1, 3
#: Cells from which on a year is written with four digits.
_LONG_YEAR_CELLS = 6


class Scale(NamedTuple):
    """The unit that values are written in.

    Attributes:
        power: Of ten, that base units are divided by.
        unit: Its name: %, 亿元.
        size: How much the base unit is of the one that values are compared in: 15亩 for 公顷.
    """

    power: int
    unit: str
    size: Decimal = Decimal(1)

    def number(self, metric: Metric) -> str:
        """Write the number of a metric, without its unit: ``7.5``, ``6-6.5``, ``10243``."""
        if self.unit == "%" and metric.unit == self.unit:
            sign = "-" if metric.direction == "down" else ""
            return sign + "-".join(short(number) for number in metric.value)
        low, high = amounts(metric)
        ends = [self._short(each) for each in dict.fromkeys((low, high))]
        return "-".join(ends)

    def _short(self, number: Decimal) -> str:
        number = (number / self.size).scaleb(-self.power)
        return short(rounded(number, 0 if abs(number) >= _LARGE else 2))

    def ends(self, stated: Stated | None) -> Sequence[float]:
        """Return what is stated in this unit, of a range both ends; nothing if there is no value."""
        if stated is None or not stated.metric.value:
            return ()
        return [
            float((number / self.size).scaleb(-self.power))
            for number in dict.fromkeys(amounts(stated.metric))
        ]


def scale_of(stated: Iterable[Stated | None]) -> Scale:
    """Return the unit that fits all values: that of the largest."""
    metrics = [one.metric for one in stated if one is not None]
    if not metrics:
        return Scale(0, "")
    last = metrics[-1]
    base = base_quantity_power(last.unit, last.indicator)[1]
    size, _ = common_unit(base)
    most = max(abs(in_unit_of(number, last)) for metric in metrics for number in amounts(metric))
    for power, name in messages.POWERS:
        if base != "%" and most >= Decimal(1).scaleb(power):
            return Scale(power, name + base, size)
    return Scale(0, base, size)


class SeriesColumns:
    """A column for each year that there is room for, with that of the cursor among them.

    Args:
        series: Series of one or several places, with the same measure; their years need not be the same.
        width: Cells of a line.
        widths: The widths of characters.
        cursor: The year at the cursor.

    Attributes:
        years: The years that are shown.
        cells: Cells of a column.
        label_cells: Cells of the labels before the columns.
        has_earlier: Whether there are years before those.
        has_later: Whether there are years after them.
        scale: The unit of the values.
        amount_scale: The unit of the amounts beside growth.
    """

    def __init__(self, series: Sequence[Series], width: int, widths: CellWidths, cursor: int) -> None:
        self.series, self.width, self.widths, self.cursor = series, width, widths, cursor
        every = [year for one in series for year in one.years]
        self.scale = scale_of(stated for year in every for stated in (year.target, year.actual))
        self.amount_scale = scale_of(year.amount for year in every)
        self._of = [{year.year: year for year in one.years} for one in series]
        self.label_cells = 1 + max(self.length(label) for label in self.labels) + _GAP
        first = min((year.year for year in every), default=cursor)
        last = max((year.year for year in every), default=cursor)
        texts = (text for year in every for text in self.texts(year))
        needed = max((self.length(text) for text in texts), default=0) + _GAP
        least = max(needed, _LEAST_CELLS, widths.ambiguous + _GAP)
        room = max(least, width - self.label_cells)
        shown = min(room // least, last - first + 1)
        self.cells = max(least, min(room // max(1, shown), 2 * _LONG_YEAR_CELLS - 2))
        start = max(first, last - shown + 1)
        if cursor < start:
            start = max(first, cursor - shown // 2)
        self.years = range(start, start + max(1, shown))
        self.has_earlier, self.has_later = start > first, self.years[-1] < last

    @property
    def labels(self) -> list[str]:
        """The labels of the rows."""
        unit = [self.amount_scale.unit] if self.amount_scale.unit else []
        return [TARGET, ACTUAL, VERDICT, *unit]

    def length(self, text: str) -> int:
        """Return the cells a text takes."""
        return cell_length(text, self.widths)

    def at(self, place: int, year: int) -> SeriesYear | None:
        """Return a year of a place; None if its series does not reach there."""
        return self._of[place].get(year)

    def texts(self, year: SeriesYear) -> Iterator[str]:
        """Yield what the rows say of a year: target, actual, verdict and amount."""
        yield self._text(year.target, year.has_plan, self.scale)
        yield self._text(year.actual, year.has_results, self.scale)
        yield SIGNS[year.verdict] if year.verdict is not None else ""
        if self.amount_scale.unit:
            mark = BREAK_SIGN if year.amount_breaks else ""
            yield mark + (_marked(year.amount, self.amount_scale) if year.amount is not None else "")

    @staticmethod
    def _text(stated: Stated | None, has_report: bool, scale: Scale) -> str:
        if stated is None:
            return no_value(has_report, is_short=True)
        return _marked(stated, scale)

    def heading(self, year: int) -> str:
        """Return the name of a column: the year, or its last two digits where there is no room for four."""
        return str(year) if self.cells >= _LONG_YEAR_CELLS - 1 else f"{year % 100:02}"


def _marked(stated: Stated, scale: Scale) -> str:
    """Write a value with the marks of how it is meant: ``>10000预``."""
    metric = stated.metric
    mark = messages.QUALIFIER_MARKS.get(metric.qualifier, "")
    mark = messages.OF_FALLS.get(mark, mark) if metric.direction == "down" else mark
    return mark + scale.number(metric) + messages.BASIS_MARKS.get(stated.basis, "")
