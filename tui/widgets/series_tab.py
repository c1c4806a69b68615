"""The tab of a metric through the years: targets, actuals, and what became of the targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style

from tui.messages import past as messages
from tui.messages.gaps import gap_text
from tui.messages.metrics import MEASURE_NAMES
from tui.messages.verdicts import no_value
from tui.metrics.amounts import amounts
from tui.metrics.labels import format_short_value
from tui.report.model import Metric
from tui.series.model import Mention, Series, SeriesYear, Stated
from tui.widgets.metric_drawing import Heading, Piece, RowDrawing, headings_of_pairs
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_rows import Pair, Row, Spot
from tui.widgets.metric_tabs import Chosen, Reading
from tui.widgets.past_tabs import PastTab, sign_of_row
from tui.widgets.year_order import YearColumn, YearOrder


class SeriesTab(PastTab):
    """The years of a place, one row each.

    Args:
        reading: What the panel shows.
        series: The indicator through the years.
        number: The number of the report on the screen in the library; None if it is in none.
        is_indicator: Whether it is one of the main indicators; if not, it was looked for by its name.
        year: The year to begin at; None for the last.
    """

    title_rows = 3
    orders = ("text", "target", "actual")
    usual = "year"
    is_turned = True
    has_filter = False

    def __init__(
        self,
        reading: Reading,
        series: Series,
        number: int | None,
        is_indicator: bool,
        year: int | None,
    ) -> None:
        super().__init__(reading)
        self._series, self._number = series, number
        self._is_indicator, self._year = is_indicator, year
        self._by_id = {metric.id: metric for metric in reading.report.metrics}
        self.nothing = messages.no_series(series.name, series.place)

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return the years; a filter has no say."""
        years = self._series.years
        if not any(year.target or year.actual for year in years):
            return []
        most = max((_size(year.actual) for year in years), default=0.0)
        notice = [] if self._is_indicator else [Row("", note=messages.NOT_INDICATOR)]
        columns: dict[str, YearColumn] = {"target": "target", "actual": "actual"}
        ordered = YearOrder(columns.get(self.sort.order, "year"), self.sort.is_reversed).sorted(years)
        return [*notice, *(self._row(year, most) for year in ordered)]

    def start(self, rows: Iterable[Row]) -> Row | None:
        """Return the row of the year to begin at, or else the last."""
        years = [row for row in rows if row.pair is not None]
        of_year = [row for row in years if row.name == str(self._year)]
        return next(iter(of_year or years[-1:]), None)

    def count(self, rows: Iterable[Row]) -> int:
        """Return the number of years."""
        return sum(row.pair is not None for row in rows)

    def counts(self, count: str) -> Iterator[str]:
        """Yield how many years there are."""
        yield messages.years(len(self._series.years))

    def below_title(self, y: int, drawing: RowDrawing, style: Style) -> Iterator[Piece]:
        """Yield what the series is of, then the names of the columns."""
        series = self._series
        if y == 1:
            measure = MEASURE_NAMES[series.measure]
            yield " " + messages.series_name(series.name, measure, series.place), style
        else:
            yield from super().below_title(y, drawing, style)

    def headings(self, layout: PanelLayout) -> Sequence[Heading]:
        """Return year, target and result."""
        return headings_of_pairs(
            layout, self.sort, ("target", messages.TARGET), ("actual", messages.ACTUAL), messages.YEAR
        )

    # -- rows --------------------------------------------------------------------------------

    def _row(self, year: SeriesYear, most: float) -> Row:
        target = _value(year.target, year.has_plan, year.target_mention)
        actual = _value(year.actual, year.has_results, year.actual_mention)
        sign, style = sign_of_row(year)
        share = _size(year.actual) / most if most > 0 and year.actual is not None else None
        is_known = year.actual is not None
        pair = Pair(
            target, actual, sign, style, is_known, "achieved" if is_known else "muted", share,
            "target" if year.target is not None else "muted",
        )  # fmt: skip
        spots = [self._spot(stated) for stated in (year.actual, year.target) if stated is not None]
        return Row(
            str(year.year),
            tuple(spot.metric for spot in spots if spot.metric is not None),
            pair=pair,
            spots=tuple(spots),
            note="；".join(map(messages.not_joined, year.breaks)),
            remark=_remark(year),
        )

    def _spot(self, stated: Stated) -> Spot:
        metric = stated.metric
        if stated.report.number != self._number or self._number is None:
            return Spot(stated.report.number, metric.start)
        known: Metric | None = self._by_id.get(metric.id)
        return Spot(None, metric.start, known if known is not None and known.start == metric.start else None)


def _value(stated: Stated | None, has_report: bool, mention: Mention | None) -> str:
    if stated is not None:
        return format_short_value(stated.metric)
    return no_value(has_report, is_mentioned=mention is not None)


def _size(stated: Stated | None) -> float:
    """Return a value for the length of a bar; 0 for falls and for what is not stated."""
    return max(0.0, float(amounts(stated.metric)[1])) if stated is not None and stated.metric.value else 0.0


def _remark(year: SeriesYear) -> str:
    """Return the notes on a year, and the sentence with its actual, or else its target."""
    stated = year.actual or year.target
    parts = [*year.notes]
    if gap := gap_text(year.gap):
        parts.insert(0, gap)
    if year.amount is not None:
        parts.append(format_short_value(year.amount.metric))
    if stated is not None:
        parts.append(messages.said(stated.text.strip()))
    return " · ".join(parts)
