"""An indicator through the years, or among places, as the screens show it: read from the library, in a thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.library.past import YEARLY, number_of
from tui.messages import views as messages
from tui.messages.figure_screens import MEASURES
from tui.report.errors import ReadError, UsageError
from tui.report.model import Measure
from tui.series.model import Ranking, RankRow, Series, Stated
from tui.state.own_indicators import personal_indicators
from tui.views.model import RankWords, SeriesWords
from tui.visits import Source, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.divisions import Level
    from tui.library.library import Library
    from tui.library.place_tree import Place
    from tui.library.series import SeriesReader
    from tui.metrics.indicators import Indicators
    from tui.series.export import Writer
    from tui.session import Session

#: What is shown if no indicator is asked for.
USUAL_INDICATOR = "gdp"
#: The levels of places, from above.
LEVELS: tuple[Level, ...] = ("province", "city", "county")

Paths = Mapping[tuple[int, str], str]


class IndicatorChoice(NamedTuple):
    """An indicator to choose.

    Attributes:
        name: Its name.
        id: Its id.
        words: All its names.
    """

    name: str
    id: str
    words: str


class SeriesSet(NamedTuple):
    """An indicator of one or several places through the years.

    Attributes:
        series: Of each place; all of one measure.
        places: Names of the places, as they are asked for.
        paths: Where metrics stand, by report and node.
        writer: Writes all of it, when the library is closed, too; None for nothing to write.
        indicators: The indicators to choose from.
        others: Places that can be added.
    """

    series: tuple[Series, ...]
    places: tuple[str, ...]
    paths: Paths = {}  # never changed
    writer: Writer | None = None
    indicators: Sequence[IndicatorChoice] = ()
    others: Sequence[str] = ()


class RankSet(NamedTuple):
    """An indicator among places.

    Attributes:
        ranking: The ranking by result, which has the places that state one.
        by_target: The same by target.
        parent: The name of the division all places are in; empty for all.
        own: The name of one's own place; empty if there is none.
        scopes: Levels and names of divisions to choose from: those that have figures of the year, and that which is shown.
        years: The years to choose from.
        paths: Where metrics stand, by report and node.
        writer: Writes all of it, when the library is closed, too; None for nothing to write.
        indicators: The indicators to choose from.
        notice: That it is not of the measure that was asked for, else empty.
    """

    ranking: Ranking
    by_target: Ranking
    parent: str = ""
    own: str = ""
    scopes: Sequence[tuple[str, str]] = ()
    years: Sequence[int] = ()
    paths: Paths = {}  # never changed
    writer: Writer | None = None
    indicators: Sequence[IndicatorChoice] = ()
    notice: str = ""


def load_series(
    view: View, library: Library | None, opened: Session | None, tell: Callable[[str], object]
) -> tuple[View, SeriesSet]:
    """Return an indicator of places through the years.

    The words of the view are :class:`~tui.views.model.SeriesWords`.

    Raises:
        HuijiError: If there is no such place, or nothing is stated.
    """
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    tell(messages.READING_YEARS)
    wanted = SeriesWords.of(view.words)
    places = wanted.places or (_place_of(view, library, opened),)
    indicators = personal_indicators()
    reader = library.figures(indicators)
    asked = wanted.indicator or USUAL_INDICATOR
    tried = (reader.series(asked, places[0], measure) for measure in _measures_from(wanted.measure))
    series = [next((one for one in tried if one.years), None) or reader.series(asked, places[0], None)]
    series += [reader.series(asked, place, series[0].measure) for place in places[1:]]
    if not any(one.years for one in series):
        raise ReadError(messages.nothing_stated(series[0].name, wanted.measure, places[0]))
    stated = [
        each
        for one in series
        for year in one.years
        for each in (year.target, year.actual, year.amount)
        if each is not None
    ]
    paths = _paths(library, stated)
    content = SeriesSet(
        tuple(series),
        places,
        paths,
        _writer(library, indicators, paths),
        _names(indicators),
        _place_names(library),
    )
    words = SeriesWords(series[0].indicator, series[0].measure, places).words
    state = view.state or (str(_reviewed(view, library, opened) or ""),)
    return view._replace(words=words, state=state), content


def load_ranking(
    view: View, library: Library | None, opened: Session | None, tell: Callable[[str], object]
) -> tuple[View, RankSet]:
    """Return an indicator among the places of a level.

    The words of the view are :class:`~tui.views.model.RankWords`. One's own place is that of the report.

    Raises:
        HuijiError: If there is no such place, or nothing is stated.
    """
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    tell(messages.READING_PLACES)
    words = RankWords.of(view.words)
    own = _place_of(view, library, opened)
    indicators = personal_indicators()
    reader = library.figures(indicators)
    asked = words.indicator or USUAL_INDICATOR
    lineage = _lineage(view, library)
    level = next((one for one in LEVELS if one == words.level), None) or _level_below(lineage)
    when = int(words.year) if words.year.isdigit() else _reviewed(view, library, opened)
    for measure in _measures_from(words.measure):
        one, other = _rankings(reader, asked, when, level, words.parent, measure, own)
        if one.rows or other.rows:
            break
    if not one.rows and not other.rows:
        raise ReadError(_why_nothing(library, words.parent, one, other))
    ranked = {_key(row) for row in one.rows}
    unranked = [row for row in other.rows if _key(row) not in ranked]
    rows = [*one.rows, *unranked, *one.above]
    stated = [each for row in rows for each in (row.target, row.actual) if each is not None]
    paths = _paths(library, stated)
    scopes = [
        (each, parent)
        for each, parent in _scopes(lineage)
        if (each, parent) == (one.level, words.parent) or _has_figures(reader, asked, one.year, each, parent)
    ]
    wanted = YEARLY.get(words.measure, one.measure)
    content = RankSet(
        one, other, words.parent, own, scopes, _years(library, one.level), paths,
        _writer(library, indicators, paths), _names(indicators),
        messages.other_measure(wanted, one.measure) if wanted != one.measure else "",
    )  # fmt: skip
    return view._replace(
        words=RankWords(one.indicator, one.measure, str(one.year), one.level, words.parent)
    ), content


def _measures_from(name: str) -> tuple[Measure | None, ...]:
    """Return a measure and those after it, each to be shown if nothing is stated in the one before; None is the usual one."""
    names = [one for one in MEASURES if one in YEARLY]
    if name not in names:
        return (None,)
    first = names.index(name)
    return tuple(YEARLY[one] for one in (*names[first:], *names[:first]))


def _key(row: RankRow) -> str:
    return row.place.code or row.place.place


def _rankings(
    reader: SeriesReader,
    indicator: str,
    year: int | None,
    level: Level | None,
    parent: str,
    measure: Measure | None,
    own: str,
) -> tuple[Ranking, Ranking]:
    """Return the ranking by result and by target, in one measure."""
    by_result = reader.ranking(indicator, year, level, parent, measure, "actual", own)
    shown: Level = next(one for one in LEVELS if one == by_result.level)
    by_target = reader.ranking(indicator, by_result.year, shown, parent, by_result.measure, "target", own)
    return by_result, by_target


def _has_figures(reader: SeriesReader, indicator: str, year: int, level: Level, parent: str) -> bool:
    """Tell whether places of a level state an indicator for a year, in any measure."""
    try:
        return any(ranking.rows for ranking in _rankings(reader, indicator, year, level, parent, None, ""))
    except UsageError:  # a name that only reports of other levels have
        return False


# -- what is at hand -----------------------------------------------------------------------------


def number_in(library: Library, source: Source) -> int | None:
    """Return the number of a report in the library; None if it does not have it."""
    return number_of(library, source.library_report, source.path)


def _place_of(view: View, library: Library, opened: Session | None) -> str:
    """Return the place of the report that is asked about."""
    for source in view.reports:
        number = number_in(library, source)
        if number is not None:
            return library.addresses().place_of(number)
        if opened is not None and source.is_same_report(opened.source) and opened.prepared.report.place:
            return opened.prepared.report.place
    raise ReadError(messages.NO_PLACE)


def _reviewed(view: View, library: Library, opened: Session | None) -> int | None:
    """Return the year that the report reviews."""
    for source in view.reports:
        number = number_in(library, source)
        if number is not None:
            year = library.ref(number).plan_year
            return year - 1 if year else None
        if opened is not None and source.is_same_report(opened.source):
            return opened.prepared.report.front.review_year
    return None


def _lineage(view: View, library: Library) -> Sequence[Place]:
    """Return the place of the report and those above it, from the nation down; nothing if the library has no such place."""
    tree = library.places()
    for source in view.reports:
        number = number_in(library, source)
        if number is not None:
            place = tree.place_of.get(number)
            return place.lineage if place is not None else ()
    return ()


def _level_below(lineage: Sequence[Place]) -> Level | None:
    """Return the level of provinces for the nation, which has none to be ranked in; None for all others."""
    return "province" if lineage and lineage[-1].level == "national" else None


def _scopes(lineage: Sequence[Place]) -> Sequence[tuple[Level, str]]:
    """Return levels, with all their places and with those in the divisions above one's own."""
    scopes: list[tuple[Level, str]] = []
    for level in LEVELS:
        scopes.append((level, ""))
        above = [place for place in lineage if place.level in LEVELS[: LEVELS.index(level)]]
        scopes += [(level, place.name) for place in reversed(above)]
    return scopes


def _why_nothing(library: Library, parent: str, one: Ranking, other: Ranking) -> str:
    """Tell why rankings by result and by target are empty: there are no reports, or they do not state the indicator."""
    has_reports = bool(one.missing or other.missing)
    if not has_reports and not library.reports(f"level:{one.level}" + (f" place:{parent}" if parent else "")):
        return messages.NO_REPORTS_OF_LEVEL
    return messages.nothing_ranked(one.name, one.year, has_reports)


def _years(library: Library, level: str) -> Sequence[int]:
    """Return the years that reports of a level plan or review."""
    planned = {one.plan_year for one in library.reports() if one.level == level and one.plan_year}
    return sorted(planned | {year - 1 for year in planned})


# -- what is said of it --------------------------------------------------------------------------


def _names(indicators: Indicators) -> Sequence[IndicatorChoice]:
    return [
        IndicatorChoice(entry.name, entry.id, " ".join([entry.name, *(name.text for name in entry.names)]))
        for entry in indicators
    ]


def _place_names(library: Library) -> Sequence[str]:
    """Return the places of the library, each as it is asked for."""
    addresses = library.addresses()
    places = library.places().nation.walk()
    return [addresses.place_of(place.reports[0].id) for place in places if place.reports]


def _paths(library: Library, stated: Iterable[Stated]) -> Paths:
    keys = {(one.report.number, one.metric.node) for one in stated if one.report.number is not None}
    return {(number, node): library.path_of(number, node) for number, node in keys if number is not None}


def _writer(library: Library, indicators: Indicators, paths: Paths) -> Writer:
    """Return what writes figures without the library, which is closed by then."""
    from tui.series.export import Writer

    return Writer(lambda report, node: paths.get((report, node), ""), library.addresses().of, indicators)
