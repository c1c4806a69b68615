"""The places of a library as a tree: the nation, provinces, cities, counties, each with its reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.library.divisions import NATION, NATION_NAME, Divisions, Level, level_of
from tui.messages import library as messages

#: The key of the place that holds reports whose place is unknown.
UNKNOWN = "?"
_ROWS = "SELECT id, place, today, level, plan_year, title, date, characters FROM report ORDER BY id"


class ShelfReport(NamedTuple):
    """A report as the tree of places has it.

    Attributes:
        id: Its number in the library.
        place: The place as the report names it.
        today: The code under which the place goes on today; empty if unknown.
        level: Its level; empty if unknown.
        plan_year: The year it plans; None if unknown.
        title: Its title.
        date: When it was delivered, ISO 8601; empty if not stated.
        characters: Length of its text.
    """

    id: int
    place: str
    today: str
    level: str
    plan_year: int | None
    title: str
    date: str
    characters: int


@dataclass(slots=True, eq=False, repr=False)
class Place:
    """A place, with its reports and the places in it.

    Attributes:
        key: Its code of GB/T 2260; for places without one, a key of their own.
        name: Its name today.
        level: Its level; empty if unknown.
        parent: The place above; None for the nation.
        places: The places in it that have reports, or places with reports in them, by code.
        reports: Its own reports, the newest first.
        count: Number of reports, with those of the places in it.
    """

    key: str
    name: str
    level: Level
    parent: Place | None = None
    places: list[Place] = field(default_factory=list)
    reports: list[ShelfReport] = field(default_factory=list)
    count: int = 0

    def walk(self) -> Iterator[Place]:
        """Yield the place and all in it, each before those in it."""
        yield self
        for place in self.places:
            yield from place.walk()

    def all_reports(self) -> Iterator[ShelfReport]:
        """Yield the reports of the place and of all in it, place by place."""
        for place in self.walk():
            yield from place.reports

    @property
    def lineage(self) -> list[Place]:
        """The place and those above it, from the nation down."""
        above = self.parent.lineage if self.parent is not None else []
        return [*above, self]

    @property
    def years(self) -> list[int]:
        """The plan years of its own reports, each once, in order."""
        return sorted({report.plan_year for report in self.reports if report.plan_year is not None})


class PlaceTree(NamedTuple):
    """The tree of places.

    Attributes:
        nation: The root.
        by_key: All places by their keys.
        place_of: The place of each report, by its number.
        reports: All reports by their numbers.
    """

    nation: Place
    by_key: dict[str, Place]
    place_of: dict[int, Place]
    reports: dict[int, ShelfReport]


def read_place_tree(connection: sqlite3.Connection, divisions: Divisions) -> PlaceTree:
    """Read the tree of places of a library."""
    return build_place_tree((ShelfReport(*row) for row in connection.execute(_ROWS)), divisions)


def build_place_tree(reports: Iterable[ShelfReport], divisions: Divisions) -> PlaceTree:
    """Return the tree of the places that reports are of."""
    builder = _Builder(divisions)
    place_of = {}
    by_id = {}
    for report in reports:
        place = builder.place_of(report)
        place.reports.append(report)
        place_of[report.id] = place
        by_id[report.id] = report
    for place in builder.by_key.values():
        place.places.sort(key=lambda one: (one.key.startswith(UNKNOWN), one.key))
        place.reports.sort(key=_newest_first)
        for above in place.lineage:
            above.count += len(place.reports)
    return PlaceTree(builder.nation, builder.by_key, place_of, by_id)


def _newest_first(report: ShelfReport) -> tuple[int, str, int]:
    return -(report.plan_year or 0), report.title, report.id


class _Builder:
    """Makes places as they are needed."""

    def __init__(self, divisions: Divisions) -> None:
        self._divisions = divisions
        self.nation = Place(NATION, NATION_NAME, "national")
        self.by_key = {NATION: self.nation}

    def place_of(self, report: ShelfReport) -> Place:
        if report.today:
            return self._division(report.today, report)
        unknown = self._place(UNKNOWN, messages.UNKNOWN_PLACES, self.nation)
        return self._place(f"{UNKNOWN}{report.place}", report.place, unknown) if report.place else unknown

    def _division(self, code: str, report: ShelfReport | None = None) -> Place:
        known = self.by_key.get(code)
        if known is not None:
            return known
        name = self._divisions.name_of(code) or (report.place if report is not None else "") or code
        return self._place(code, name, self._division(self._divisions.parent_of(code) or NATION))

    def _place(self, key: str, name: str, parent: Place) -> Place:
        known = self.by_key.get(key)
        if known is None:
            level = "" if key.startswith(UNKNOWN) else level_of(key)
            known = self.by_key[key] = Place(key, name, level, parent)
            parent.places.append(known)
        return known
