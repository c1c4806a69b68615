"""Series and rankings of the reports of a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.library.database import told
from tui.library.divisions import KINDS, NATION, Divisions, Level, level_of
from tui.library.filters import Filters, check_places, condition
from tui.library.stated import Dated, by_place, dated_reports, of_place, source_of
from tui.messages import library as library_messages
from tui.messages import series as messages
from tui.metrics.indicators import Indicators
from tui.report.errors import UsageError, did_you_mean
from tui.report.model import Measure
from tui.report.reference import ReportRef
from tui.series.asked import Asked, asked_for, names_near
from tui.series.building import Source, Year, build_series
from tui.series.model import Kept, RankBy, Ranking, Series
from tui.series.ranking import build_ranking, count_kept, usual_measure

#: Letters of Pinyin at least.
_MIN_LETTERS = 3
#: Levels, from above.
LEVELS: tuple[Level, ...] = ("national", "province", "city", "county")


class SeriesReader:
    """Builds series and rankings from what the reports of a library state.

    Args:
        connection: The library.
        divisions: The administrative divisions.
        indicators: The table of indicators.
        path: The file of the library, for errors.
    """

    def __init__(
        self, connection: sqlite3.Connection, divisions: Divisions, indicators: Indicators, path: Path
    ) -> None:
        self._path = path
        self._connection = connection
        self._divisions = divisions
        self._indicators = indicators

    def series(
        self,
        indicator: str,
        place: str,
        measure: Measure | None,
        first: int | None = None,
        last: int | None = None,
    ) -> Series:
        """Return an indicator of a place through the years.

        Args:
            indicator: Its id, one of its names, or a name in reports.
            place: The name of the place.
            measure: What of the indicator; None for that in which its targets are stated.
            first: The first year; None for the first of which something is stated.
            last: The last one.

        Raises:
            UsageError: If there is no such place, or several, or no report states such an indicator.
        """
        asked = self._asked(indicator)
        with told(self._path):
            source = source_of(self._connection, asked, self._reports_of(place), self._divisions)
        self._check(asked, [source])
        return build_series(source, measure, first, last)

    def ranking(
        self,
        indicator: str,
        year: int | None,
        level: Level | None,
        parent: str = "",
        measure: Measure | None = None,
        by: RankBy = "actual",
        place: str = "",
    ) -> Ranking:
        """Return an indicator among the places of a level in a year.

        Args:
            indicator: Its id, one of its names, or a name in reports.
            year: The year; None for the last that reports of the level review.
            level: ``province``, ``city`` or ``county``; None for that of one's own place, or else that below ``parent``, or ``city``.
            parent: The name of a division they are all in; empty for all.
            measure: What of the indicator; None for that in which targets are stated.
            by: What the places are sorted by.
            place: One's own place; those above it are added.

        Raises:
            UsageError: If there is no such place, or no report states such an indicator.
        """
        asked = self._asked(indicator)
        with told(self._path):
            own = self._reports_of(place)[-1].ref.code if place else ""
            level = level or level_of(own) or self._below(parent) or "city"
            self._check_parent(parent, level)
            year = year or self._last_year(level)
            sources = list(self._sources(asked, level, parent, (year, year + 1)))
            above = [self._above(asked, code, year) for code in self._divisions.lineage(own) if code != own]
        self._check(asked, sources)
        parents = {
            code: self._divisions.name_of(code)
            for code in {ref.parent for one in sources for ref in one.reports.values()}
        }
        return build_ranking(
            sources, asked, year, level, parents, measure, by, own, [one for one in above if one is not None]
        )

    def kept(
        self,
        indicator: str,
        level: Level | None = None,
        parent: str = "",
        year: int | None = None,
        measure: Measure | None = None,
    ) -> tuple[Kept, ...]:
        """Return how many places exceeded, met and missed their target of an indicator, by year.

        Args:
            indicator: Its id, one of its names, or a name in reports.
            level: The level of the places; None for all.
            parent: The name of a division they are all in; empty for all.
            year: The only year; None for all.
            measure: What of the indicator; None for that in which targets are stated.

        Raises:
            UsageError: As for :meth:`ranking`.
        """
        asked = self._asked(indicator)
        with told(self._path):
            sources = list(self._sources(asked, level, parent, (year, year + 1) if year else ()))
        self._check(asked, sources)
        return count_kept(self._judged(sources, year, measure))

    def _asked(self, text: str) -> Asked:
        """Return what a text asks for: an id, a name, or the Pinyin of today's name of the first indicator it fits."""
        asked = asked_for(text, self._indicators)
        if asked.ids or not text.isascii() or len(text) < _MIN_LETTERS:
            return asked
        from tui.search.places import matching_labels  # names need no readings

        entries = list(self._indicators)
        found = matching_labels((entry.name for entry in entries), text, begins=True)
        return asked_for(entries[found[0]].id, self._indicators) if found else asked

    def _below(self, parent: str) -> Level:
        """Return the level below a division; empty if it is a province, whose cities are meant, or none."""
        levels = {level_of(code) for code in self._divisions.codes_of(parent)} if parent else set()
        return "county" if levels == {"city"} else ""

    def _check_parent(self, parent: str, level: Level) -> None:
        """Complain about a division that is not above the places of a level.

        Raises:
            UsageError: If it is one of them, or below.
        """
        levels = {level_of(code) for code in self._divisions.codes_of(parent)} if parent else set()
        if levels and min(map(LEVELS.index, levels)) >= LEVELS.index(level):
            raise UsageError(messages.not_above(parent))

    def _last_year(self, level: Level) -> int:
        """Return the last year that reports of a level review; of the newest only those of half the places may be there."""
        query = "SELECT plan_year - 1, count(DISTINCT today) FROM report WHERE level = ? AND plan_year IS NOT NULL GROUP BY 1"
        counts = dict(self._connection.execute(query, (level,)).fetchall())
        most = max(counts.values(), default=0)
        return max((year for year, count in counts.items() if 2 * count >= most), default=0)

    @staticmethod
    def _judged(
        sources: list[Source], year: int | None, measure: Measure | None
    ) -> Iterator[tuple[int, Year]]:
        measure = measure or usual_measure(sources, (year,) if year else ())
        for source in sources:
            for one in (year,) if year else source.all_years():
                yield one, source.year(one, measure)

    def _sources(
        self, asked: Asked, level: Level | None, parent: str, years: tuple[int, ...]
    ) -> Iterator[Source]:
        """Yield the places of a level, each with its reports of some years, or all."""
        filters = Filters((parent,) if parent else (), (level,) if level else ())
        check_places(filters, self._connection, self._divisions)
        where, values = condition(filters, self._divisions)
        if years:
            where += f" AND plan_year IN ({', '.join('?' * len(years))})"
        found = dated_reports(self._connection, where, [*values, *years])
        for reports in by_place(found, self._divisions).values():
            yield source_of(self._connection, asked, reports, self._divisions)

    def _above(self, asked: Asked, code: str, year: int) -> Source | None:
        found = dated_reports(self._connection, "today = ? AND plan_year IN (?, ?)", (code, year, year + 1))
        reports = by_place(found, self._divisions).get(code)
        return source_of(self._connection, asked, reports, self._divisions) if reports else None

    def _reports_of(self, place: str) -> list[Dated]:
        """Return the reports of the only place of a name.

        Raises:
            UsageError: If there is none, or several.
        """
        for kind in ("", *KINDS):
            found = of_place(self._connection, place + kind, self._divisions)
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                raise UsageError(
                    messages.several_places(
                        place, [self._full_name(reports[-1].ref) for reports in found.values()]
                    )
                )
        places = {name for (name,) in self._connection.execute("SELECT DISTINCT place FROM report")}
        raise UsageError(library_messages.no_reports_of(place) + did_you_mean(place, places))

    def _full_name(self, ref: ReportRef) -> str:
        above = "" if ref.parent in ("", NATION) else self._divisions.name_of(ref.parent)
        return above + ref.place

    def _check(self, asked: Asked, sources: Iterable[Source]) -> None:
        """Complain about an indicator that is none and is not stated."""
        if not asked.ids and not any(any(one.statements.values()) for one in sources):
            raise UsageError(
                messages.no_such_indicator(asked.name)
                + did_you_mean(asked.name, names_near(self._indicators))
            )
