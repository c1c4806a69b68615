"""Find the reports of one place in consecutive years: whose promises, and whose results, belong together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.library.divisions import Divisions
from tui.report.reference import ReportRef

#: Whether a report calls itself a work report, and nothing contradicts what is known of its place and year; in SQL.
IS_PLAIN = "title LIKE '%工作报告%' AND doubts = ''"
_ROWS = f"""
SELECT id, place, code, today, plan_year, {IS_PLAIN}, characters FROM report
WHERE plan_year IS NOT NULL ORDER BY id
"""


#: What orders the reports of a place and year, the best first.
Preference = tuple[bool, int, int]


def preference(is_plain: bool, characters: int, number: int) -> Preference:
    """Return what orders the reports of a place and year: the longest that is plain is the best.

    Args:
        is_plain: See :data:`IS_PLAIN`.
        characters: Of its text.
        number: Its number in the library.
    """
    return not is_plain, -characters, number


def place_key(place: str, code: str, today: str, divisions: Divisions) -> str:
    """Return what the reports of one place have in common; empty if that is not known.

    A place that was renamed goes on under its code of today; one that became a part of another does not. Places without a code are
    told by their names, unless several places have the name.

    Args:
        place: The name of the place.
        code: The code it had then; empty if unknown.
        today: The code of today.
        divisions: The administrative divisions.
    """
    if code:
        return today if code == today or divisions.goes_on_as(code, today) else code
    return "" if not place or divisions.named(place) else f"?{place}"


class _Row(NamedTuple):
    """A report, as far as its neighbours depend on it.

    Attributes:
        is_plain: See :data:`IS_PLAIN`.
    """

    id: int
    place: str
    code: str
    today: str
    year: int
    is_plain: bool
    characters: int


class Neighbours:
    """The reports of each place by year; of several of one year, the best is taken.

    A place that was renamed goes on under its code of today. One that became a part of another does not: what it promised is not
    what the other one did. Places without a code are told by their names, unless several places have the name.

    Args:
        connection: The library.
        divisions: The administrative divisions.
    """

    def __init__(self, connection: sqlite3.Connection, divisions: Divisions) -> None:
        self._divisions = divisions
        self._rows: dict[int, _Row] = {}
        self._by_year: dict[tuple[str, int], list[_Row]] = {}
        for values in connection.execute(_ROWS):
            row = _Row(*values)
            key = self._place_of(row)
            if key:
                self._rows[row.id] = row
                self._by_year.setdefault((key, row.year), []).append(row)

    def predecessor(self, report: int) -> int | None:
        """Return the number of the report of the same place one year before; None if there is none."""
        return self._neighbour(report, -1)

    def successor(self, report: int) -> int | None:
        """Return the number of the report of the same place one year after; None if there is none."""
        return self._neighbour(report, 1)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield all pairs of reports to be linked: a plan, and the results of the next year; place by place, in the order of years."""
        for key, year in sorted(self._by_year):
            seen = set()
            for row in sorted(self._by_year[key, year], key=_preference):
                if row.code in seen:
                    continue
                seen.add(row.code)
                following = self.successor(row.id)
                if following is not None:
                    yield row.id, following

    def best(self, reports: Iterable[int]) -> int | None:
        """Return the best of several reports of one place and year; None if they are of several places or years, or of unknown ones."""
        rows = [self._rows.get(report) for report in reports]
        known = [row for row in rows if row is not None]
        is_one = (
            len(known) == len(rows) and len({(row.code, self._place_of(row), row.year) for row in known}) == 1
        )
        return min(known, key=_preference).id if is_one else None

    def years(self, report: int) -> list[int]:
        """Return the years of which the library has a report of the place of a report."""
        row = self._rows.get(report)
        if row is None:
            return []
        key = self._place_of(row)
        return sorted(year for (other, year) in self._by_year if other == key)

    def _place_of(self, row: _Row) -> str:
        return place_key(row.place, row.code, row.today, self._divisions)

    def _neighbour(self, report: int, step: int) -> int | None:
        row = self._rows.get(report)
        if row is None:
            return None
        near = [
            other
            for other in self._by_year.get((self._place_of(row), row.year + step), ())
            if self._is_same_place(row.code, other.code)
        ]
        near.sort(key=lambda other: (other.code != row.code, _preference(other)))
        return near[0].id if near else None

    def _is_same_place(self, one: str, other: str) -> bool:
        return one == other or _goes_on(self._divisions, one, other)


def _preference(row: _Row) -> Preference:
    return preference(row.is_plain, row.characters, row.id)


def is_one_place(one: ReportRef, other: ReportRef, divisions: Divisions) -> bool:
    """Tell whether two reports are of one place; where a place is not known, nothing speaks against it.

    Args:
        one: Names a report, of a library or not.
        other: Names another one.
        divisions: The administrative divisions.
    """
    are_known = bool(one.code and other.code)
    if not one.place or not other.place or (one.place == other.place and not are_known):
        return True
    codes, others = (
        {ref.code} if ref.code else {*map(divisions.today, divisions.codes_of(ref.place))}
        for ref in (one, other)
    )
    return any(first == second or _goes_on(divisions, first, second) for first in codes for second in others)


def _goes_on(divisions: Divisions, one: str, other: str) -> bool:
    """Tell whether one of two codes goes on as the other."""
    return any(divisions.goes_on_as(*codes) for codes in ((one, other), (other, one)))
