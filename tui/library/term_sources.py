"""Choose the reports of other places that tell which terms rose or fell from one year to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from tui.library.divisions import Divisions
from tui.library.neighbours import IS_PLAIN, Preference, place_key, preference

#: Reports of each year that are read at most.
MOST_OTHERS = 45
_ROWS = f"""
SELECT id, place, code, today, level, plan_year, {IS_PLAIN}, characters FROM report WHERE plan_year IN (?, ?) ORDER BY id
"""
_OWN = "SELECT place, code, today, level, plan_year FROM report WHERE id = ?"


class _Other(NamedTuple):
    """The best report of a place and year.

    Attributes:
        preference: See :func:`~tui.library.neighbours.preference`.
    """

    preference: Preference
    level: str
    number: int


def other_texts(
    connection: sqlite3.Connection, reports: tuple[int, int], divisions: Divisions
) -> tuple[list[str], list[str]]:
    """Return the texts of other places' reports of the years of two reports.

    A place has one in each year. At most :data:`MOST_OTHERS` are taken: first those of the level of the later report, and of these first
    the places that have both years, so that the shares of both are of the same places as far as may be.

    Args:
        connection: The library.
        reports: The numbers of the report of the earlier year and of that of the later year.
        divisions: The administrative divisions.
    """
    own = [connection.execute(_OWN, (number,)).fetchone() for number in reports]
    if any(row is None or row[-1] is None for row in own):
        return [], []
    places = {place_key(place, code, today, divisions) for place, code, today, _, _ in own}
    level, years = own[1][3], (own[0][4], own[1][4])
    by_year: dict[int, dict[str, _Other]] = {year: {} for year in years}
    for number, place, code, today, of_level, year, is_plain, characters in connection.execute(_ROWS, years):
        key = place_key(place, code, today, divisions)
        if not key or key in places:
            continue
        other = _Other(preference(bool(is_plain), characters, number), of_level, number)
        by_year[year][key] = min(other, by_year[year].get(key, other))
    chosen = [
        _chosen(by_year[year], by_year[years[0]].keys() & by_year[years[1]].keys(), level) for year in years
    ]
    return _texts(connection, chosen[0]), _texts(connection, chosen[1])


def _chosen(others: dict[str, _Other], in_both: set[str], level: str) -> list[int]:
    """Return the numbers of the reports that are read."""
    order = sorted(others, key=lambda key: (others[key].level != level, key not in in_both, key))
    return [others[key].number for key in order[:MOST_OTHERS]]


def _texts(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    return [
        connection.execute("SELECT text FROM report WHERE id = ?", (number,)).fetchone()[0]
        for number in numbers
    ]
