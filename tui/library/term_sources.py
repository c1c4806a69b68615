"""Choose the reports of other places that tell which terms rose or fell from one year to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.library.divisions import Divisions
from tui.library.identity import identify
from tui.library.neighbours import IS_PLAIN, Preference, place_key, preference
from tui.report.model import Report

#: Reports of each year that are read at most, and of the years before.
MOST_OTHERS, MOST_PAST = 45, 20
#: How many years before the earlier one those are.
_PAST = (4, 3, 2)
_ROWS = f"SELECT id, place, code, today, level, {IS_PLAIN}, characters FROM report WHERE plan_year = ? ORDER BY id"
_OWN = "SELECT place, code, today, level, plan_year FROM report WHERE id = ?"
_Texts = tuple[list[str], list[str], list[str]]


class _Own(NamedTuple):
    """One of the two reports that are compared.

    Attributes:
        key: What the reports of its place have in common; empty if that is not known.
        place: The name of its place.
        level: Its level.
        year: The year it plans.
    """

    key: str
    place: str
    level: str
    year: int | None


class _Other(NamedTuple):
    """The best report of a place and year.

    Attributes:
        preference: See :func:`~tui.library.neighbours.preference`.
        level: Its level.
        number: Its number.
    """

    preference: Preference
    level: str
    number: int


def other_texts(
    connection: sqlite3.Connection,
    earlier: int | Report,
    later: int | Report,
    divisions: Divisions,
    stop: Callable[[], object] = int,
) -> _Texts:
    """Return the texts of other places' reports of the years of two reports, and of some years before.

    A place has one in each year. At most :data:`MOST_OTHERS` of a year are taken: first those of the level of the later report, and of these
    first the places that have both years, so that the shares of both are of the same places as far as may be.

    Args:
        connection: The library.
        earlier: The report of the earlier year: its number, or one that the library does not have.
        later: The report of the later year.
        divisions: The administrative divisions.
        stop: Called for each text; may raise to stop.
    """
    own = [_own(connection, report, divisions) for report in (earlier, later)]
    first, last = (one.year for one in own)
    if first is None or last is None or first == last:
        return [], [], []
    years = {year: _others(connection, year, own, divisions) for year in (first, last)}
    past: dict[str, _Other] = {}
    for back in _PAST:
        past |= _others(connection, min(first, last) - back, own, divisions)
    level, in_both = own[1].level, years[first].keys() & years[last].keys()
    texts = (
        [_text(connection, number, stop) for number in _chosen(others, in_both, level)[:most]]
        for others, most in ((years[first], MOST_OTHERS), (years[last], MOST_OTHERS), (past, MOST_PAST))
    )
    return (*texts,)  # type: ignore[return-value]


def _own(connection: sqlite3.Connection, report: int | Report, divisions: Divisions) -> _Own:
    if isinstance(report, Report):
        found = identify(report, report.source.file, divisions)
        key = place_key(found.place, found.code, divisions.today(found.code), divisions)
        return _Own(key, found.place, found.level, found.plan_year)
    row = connection.execute(_OWN, (report,)).fetchone()
    if row is None:
        return _Own("", "", "", None)
    place, code, today, level, year = row
    return _Own(place_key(place, code, today, divisions), place, level, year)


def _others(
    connection: sqlite3.Connection, year: int, own: Iterable[_Own], divisions: Divisions
) -> dict[str, _Other]:
    """Return the best report of each place in a year, without those of the places of some reports."""
    keys, places = {one.key for one in own}, {one.place for one in own}
    found: dict[str, _Other] = {}
    for number, place, code, today, level, is_plain, characters in connection.execute(_ROWS, (year,)):
        key = place_key(place, code, today, divisions)
        if key and key not in keys and place not in places:
            other = _Other(preference(bool(is_plain), characters, number), level, number)
            found[key] = min(other, found.get(key, other))
    return found


def _chosen(others: dict[str, _Other], in_both: set[str], level: str) -> list[int]:
    """Return the numbers of the reports in the order in which they are taken."""
    order = sorted(others, key=lambda key: (others[key].level != level, key not in in_both, key))
    return [others[key].number for key in order]


def _text(connection: sqlite3.Connection, number: int, stop: Callable[[], object]) -> str:
    stop()
    return str(connection.execute("SELECT text FROM report WHERE id = ?", (number,)).fetchone()[0])
