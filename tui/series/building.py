"""Build the series of a place: target and actual of each year, what became of the target, and where values are not joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.messages import series as messages
from tui.promises.verdicts import Judged, judge
from tui.report.model import Measure
from tui.report.reference import ReportRef
from tui.series import breaks
from tui.series.asked import Asked
from tui.series.choice import Choice, Kind, Statement, choose
from tui.series.model import Mention, Series, SeriesYear, Stated

#: What a series may be of; the first of those that are stated as often as others.
MEASURES: tuple[Measure, ...] = ("growth", "level", "share")


class Year(NamedTuple):
    """What is stated of a year, in one measure.

    Attributes:
        target: The promise.
        actual: The result.
    """

    target: Choice | None
    actual: Choice | None


class Source(NamedTuple):
    """The reports of a place, one a year, and what they state of the indicators asked for.

    Attributes:
        asked: What is asked for.
        place: The name of the place.
        reports: The report that plans each year.
        statements: What each of them states.
        names: The name the place had in each of them; empty where that does not matter.
        mention: Finds where the report that plans a year names the indicator, as it plans or as it looks back; None where
            nobody asks.
    """

    asked: Asked
    place: str
    reports: Mapping[int, ReportRef]
    statements: Mapping[int, Sequence[Statement]]
    names: Mapping[int, str] = {}  # never changed
    mention: Callable[[int, Kind], Mention | None] | None = None

    def choose(self, kind: Kind, year: int, measure: Measure) -> Choice | None:
        """Return the target of a year, from the report that plans it, or the actual, from the one after."""
        report = year if kind == "target" else year + 1
        return choose(self.statements.get(report, ()), kind, year, measure, self.asked.ids)

    def year(self, year: int, measure: Measure) -> Year:
        """Return what is stated of a year."""
        return Year(self.choose("target", year, measure), self.choose("actual", year, measure))

    def mention_of(self, kind: Kind, year: int, choice: Choice | None) -> Mention | None:
        """Return where the report that would state a target or an actual of a year only names the indicator."""
        report = year if kind == "target" else year + 1
        is_asked = choice is None and self.mention is not None and report in self.reports
        return self.mention(report, kind) if self.mention is not None and is_asked else None

    def usual_measure(self) -> Measure:
        """Return the measure in which most targets are stated; that of most actuals if there are none."""
        found = {measure: [self.year(year, measure) for year in self.all_years()] for measure in MEASURES}

        def counts(measure: Measure) -> tuple[int, int]:
            years = found[measure]
            return sum(one.target is not None for one in years), sum(one.actual is not None for one in years)

        return max(MEASURES, key=counts)

    def all_years(self) -> range:
        """Return the years that reports plan or review."""
        return range(min(self.reports) - 1, max(self.reports) + 1) if self.reports else range(0)


def build_series(
    source: Source, measure: Measure | None = None, first: int | None = None, last: int | None = None
) -> Series:
    """Return the series of a place.

    Args:
        source: Its reports, and what they state.
        measure: What of the indicator; None for that in which its targets are stated.
        first: The first year; None for the first of which something is stated.
        last: The last one.
    """
    measure = measure or source.usual_measure()
    source = source._replace(asked=_as_stated(source, measure))
    stated = {year: source.year(year, measure) for year in source.all_years()}
    known = [year for year, one in stated.items() if one.target or one.actual]
    joined = _Joins(source, measure, stated)
    every = range(known[0], known[-1] + 1) if known else range(0)
    years = tuple(_year(source, measure, year, stated[year], joined) for year in every)
    chosen = tuple(one for one in years if (first or one.year) <= one.year <= (last or one.year))
    return Series(source.asked.id, source.asked.name, measure, source.place, chosen)


def _as_stated(source: Source, measure: Measure) -> Asked:
    """Return what is asked for under the name of what is stated, if nothing of the very indicator is."""
    stated = [source.year(year, measure) for year in source.all_years()]
    ids = Counter(choice.indicator for one in stated for choice in one if choice is not None)
    asked = source.asked
    if not ids or asked.id in ids or not asked.ids:
        return asked
    usual = ids.most_common(1)[0][0]
    return asked._replace(id=usual, name=asked.names[usual])


def _year(source: Source, measure: Measure, year: int, stated: Year, joined: _Joins) -> SeriesYear:
    became = judged(stated)
    amount = source.choose("actual", year, "level") if measure == "growth" else None
    return SeriesYear(
        year,
        stated.target.stated if stated.target else None,
        stated.actual.stated if stated.actual else None,
        became.verdict if became else None,
        tuple(joined.of(year)),
        amount.stated if amount else None,
        tuple(joined.of_amount(year)) if amount else (),
        became.gap if became else None,
        notes_of(source.asked, stated),
        year in source.reports,
        year + 1 in source.reports,
        source.mention_of("target", year, stated.target),
        source.mention_of("actual", year, stated.actual),
    )


def judged(stated: Year) -> Judged | None:
    """Return what became of the target of a year, and how far the actual is from it; None where one of the two is missing."""
    if stated.target is None or stated.actual is None:
        return None
    if stated.target.indicator != stated.actual.indicator:
        return Judged("not_comparable")
    return judge(stated.target.stated.metric, stated.actual.stated.metric)


def notes_of(asked: Asked, stated: Year) -> tuple[str, ...]:
    """Return what to bear in mind of a year, each once."""
    notes: dict[str, None] = {}
    for choice in filter(None, stated):
        if asked.ids and choice.indicator != asked.id:
            notes[messages.named(asked.names.get(choice.indicator, choice.indicator))] = None
        notes.update(dict.fromkeys(choice.notes))
    became = judged(stated)
    if became is not None and became.note:
        notes[became.note] = None
    return tuple(notes)


class _Joins:
    """Tells why the values of two years cannot be joined.

    Args:
        source: The reports, and what they state.
        measure: What of the indicator.
        stated: What is stated of each year.
    """

    def __init__(self, source: Source, measure: Measure, stated: Mapping[int, Year]) -> None:
        self._source = source
        self._measure = measure
        self._stated = stated
        self._levels = {year: source.choose("actual", year, "level") for year in stated}

    def of(self, year: int) -> Iterable[str]:
        """Yield why the value of a year cannot be joined to the last one before."""
        if self._measure == "level":
            yield from self.of_amount(year)
            return
        actual = self._stated[year].actual
        before = self._before({year: one.actual for year, one in self._stated.items()}, year)
        if actual is not None and before is not None:
            yield from breaks.renamed_indicator(before[1], actual, self._source.asked)
            yield from breaks.renamed_place(self._source.names, before[0] + 1, year + 1)
            if self._measure == "share":
                yield from breaks.redefined(self._source.asked, actual.indicator, before[0], year)
            if self._measure == "growth" and before[0] == year - 1:
                yield from breaks.other_prices(before[1], actual)
        if self._measure == "growth":
            yield from breaks.on_other_basis(actual)

    def of_amount(self, year: int) -> Iterable[str]:
        """Yield why the level of a year cannot be joined to the last one before."""
        level, before = self._levels[year], self._before(self._levels, year)
        if level is None or before is None:
            return
        last, earlier = before
        growth = self._source.choose("actual", year, "growth")
        asked = self._source.asked
        yield from breaks.renamed_indicator(earlier, level, asked)
        yield from breaks.renamed_place(self._source.names, last + 1, year + 1)
        yield from breaks.redefined(asked, level.indicator, last, year)
        yield from breaks.on_other_basis(growth)
        if last == year - 1:
            yield from breaks.revised(earlier, level, growth)
            yield from breaks.restated(last, earlier, list(self._restatements(last, level.indicator)))

    def _restatements(self, year: int, indicator: str) -> Iterable[Stated]:
        """Yield the levels that later reports than the one reviewing a year state for it."""
        for plan_year in sorted(self._source.statements):
            if plan_year > year + 1:
                for one in self._source.statements[plan_year]:
                    metric = one.stated.metric
                    if (
                        one.indicator == indicator
                        and metric.measure == "level"
                        and metric.period == str(year)
                    ):
                        yield one.stated

    @staticmethod
    def _before(choices: Mapping[int, Choice | None], year: int) -> tuple[int, Choice] | None:
        """Return the last year before one of which something is stated, and what."""
        for earlier in sorted(choices, reverse=True):
            choice = choices[earlier]
            if earlier < year and choice is not None:
                return earlier, choice
        return None
