"""The order of the years of an indicator in a table: by year, or by values that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.messages.panes import FALLING, RISING
from tui.metrics.sizes import scale_of, size_on_scale
from tui.series.model import SeriesYear

YearColumn = Literal["year", "target", "actual", "gap", "amount"]
#: In the order of the table.
YEAR_COLUMNS: tuple[YearColumn, ...] = ("year", "target", "actual", "gap", "amount")
#: What a value is compared in, and its size.
_Value = tuple[object, Decimal]


class YearOrder(NamedTuple):
    """How years are sorted.

    Attributes:
        column: By what.
        is_reversed: Whether years from the last, and values from the smallest.
    """

    column: YearColumn = "year"
    is_reversed: bool = False

    @property
    def turned(self) -> YearOrder:
        """The same the other way round."""
        return self._replace(is_reversed=not self.is_reversed)

    def by(self, column: YearColumn) -> YearOrder:
        """Return the order after another column was asked for: the other way round if it is this one."""
        return self.turned if column == self.column else YearOrder(column)

    @property
    def arrow(self) -> str:
        """What is shown beside the heading: whether values rise or fall on the way down."""
        return RISING if (self.column == "year") != self.is_reversed else FALLING

    def sorted(self, years: Sequence[SeriesYear]) -> list[SeriesYear]:
        """Return the years of a place in order; those in another unit than most come behind, and those without a value last."""
        if self.column == "year":
            return list(years)[:: -1 if self.is_reversed else 1]
        values = [(year, _value(year, self.column)) for year in years]
        units = Counter(value[0] for _, value in values if value is not None)
        usual = next((unit for unit, _ in units.most_common(1)), None)
        sign = 1 if self.is_reversed else -1

        def key(item: tuple[SeriesYear, _Value | None]) -> tuple[int, Decimal]:
            value = item[1]
            return (2, Decimal(0)) if value is None else (int(value[0] != usual), sign * value[1])

        return [year for year, _ in sorted(values, key=key)]


def _value(year: SeriesYear, column: YearColumn) -> _Value | None:
    if column == "gap":
        return (year.gap.unit, year.gap.value) if year.gap is not None else None
    stated = {"target": year.target, "actual": year.actual}.get(column, year.amount)
    return (scale_of(stated.metric), size_on_scale(stated.metric)) if stated is not None else None
