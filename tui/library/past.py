"""What a library knows of the past of a report's place: the promises of the year before, and indicators through the years."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from tui.library.library import Library
from tui.library.location import plain_path
from tui.messages import past as messages
from tui.messages import views
from tui.promises.linking import link_promises
from tui.promises.model import Promise
from tui.report.errors import ReadError
from tui.report.model import Measure, Metric, Report
from tui.series.model import Series
from tui.state.own_indicators import personal_indicators

#: What is stated year by year, by what a metric states: not ranks, multiples or ratios.
YEARLY: dict[str, Measure] = {"level": "level", "completion": "level", "growth": "growth", "share": "share"}


class LastPromises(NamedTuple):
    """The promises of the report of the year before.

    Attributes:
        text: The text of that report.
        number: Its number in the library.
        year: The year it plans.
        promises: Its promises, with what the report at hand says of them.
    """

    text: str
    number: int
    year: int | None
    promises: Sequence[Promise]


class Years(NamedTuple):
    """An indicator through the years.

    Attributes:
        series: The years.
        number: The number of the report at hand in the library; None if it is in none.
        is_indicator: Whether it is in the table of indicators; if not, it was looked for by its name.
    """

    series: Series
    number: int | None
    is_indicator: bool


def number_of(library: Library, number: int | None, path: str | None) -> int | None:
    """Return the number of a report in a library; None if it does not have it.

    Args:
        library: The library.
        number: The number, if the report was opened from there.
        path: Its file, as it was named; None for the built-in report.
    """
    if number is not None or path is None:
        return number
    return library.report_of_path(plain_path(path))


class Past(Protocol):
    """Where the panel's tabs are filled from. It is asked in a thread, and may raise :class:`~tui.report.errors.HuijiError`."""

    def promises(self) -> LastPromises:
        """Return the promises of the year before."""

    def years(self, metric: Metric) -> Years:
        """Return the indicator of a metric through the years."""


class LibraryPast:
    """What a library knows of the past of a report's place.

    Args:
        file: The file of the library; None if there is none.
        report: The report at hand.
        number: Its number in the library, if it was opened from there.
        path: Its file; None for the built-in report.
    """

    def __init__(self, file: Path | None, report: Report, number: int | None, path: str | None) -> None:
        self._file, self._report, self._number, self._path = file, report, number, path

    def promises(self) -> LastPromises:
        """Return the promises of the year before.

        Raises:
            HuijiError: If there is no library, or no such report in it.
        """
        with self._open() as library:
            results = self._number_in(library)
            before = self._before(library, results)
            plan = library.report(before)
            if results is not None:
                promises: Sequence[Promise] = library.promises(before, results).promises
            else:
                promises = link_promises(plan, self._report)
            return LastPromises(plan.text, before, plan.front.plan_year, promises)

    def years(self, metric: Metric) -> Years:
        """Return the indicator of a metric through the years: of an amount that was reached in what targets state, growth for most.

        Raises:
            HuijiError: If there is no library, or the metric has no name or is none that years have.
        """
        measure = YEARLY.get(metric.measure)
        if not metric.indicator:
            raise ReadError(messages.NO_NAME)
        if measure is None:
            raise ReadError(messages.NO_MEASURE)
        with self._open() as library:
            number = self._number_in(library)
            place = library.addresses().place_of(number) if number is not None else self._report.place
            if not place:
                raise ReadError(views.NO_PLACE_OR_YEAR)
            indicators = personal_indicators()
            asked = metric.canonical or metric.indicator
            as_targets = measure == "level" and metric.status != "target"
            series = library.figures(indicators).series(asked, place, None if as_targets else measure)
            return Years(series, number, indicators.get(series.indicator) is not None)

    def _open(self) -> Library:
        if self._file is None:
            raise ReadError(messages.NO_LIBRARY)
        return Library(self._file)

    def _number_in(self, library: Library) -> int | None:
        """Return the number of the report at hand; None if the library does not have it."""
        return number_of(library, self._number, self._path)

    def _before(self, library: Library, number: int | None) -> int:
        """Return the report of the year before."""
        place, year = self._report.place, self._report.front.plan_year
        before = library.year_before(place, year) if number is None else library.predecessor(number)
        if before is not None:
            return int(before)
        if not place or year is None:
            raise ReadError(views.NO_PLACE_OR_YEAR)
        raise ReadError(views.no_predecessor(place, year - 1))
